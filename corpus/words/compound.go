package words

import (
	"math"
	"strings"
	"unicode/utf8"
)

// Compounds takes Norwegian compounds apart, bokmål and nynorsk alike, by the words of the
// ordbank and by how readily each of them forms compounds. It remembers what it has
// taken apart and must not be used by two goroutines at once.
type Compounds struct {
	dict  dictionary
	heads map[string]head
}

// NewCompounds returns a splitter.
func NewCompounds() *Compounds { return &Compounds{heads: map[string]head{}} }

// The model: a compound is as likely as its parts are in their places, and stands against one
// word of so many letters that is no compound. The figures were chosen on marked compounds (see
// TestCompoundsOfAMarkedList).
const (
	ofParts     = 60_000 // what the counts of parts add up to
	unseen      = 0.1    // the count of a word that was never seen in a place
	perLetter   = 2.3    // how much less likely a simple word is by each letter, in nats
	unknownWord = 2      // … and if the ordbank does not know it
	mostParts   = 4
)

// particles come before verbs and their nouns, and make one word with what follows.
var particles = set(`an av be bi bort etter for fra frem fram frå gjen gjennom inn innen i ihop il imot in inter med mis mot ned om opp over på re
	sam sammen saman til tilbake u under unn unna ut uten van ved ved vid å åt`)

// noHeads are endings that are words too, but end compounds seldom.
var noHeads = set(`het else ing ning som bar lig vis dom inne ert ene ane ende ande erne isk ere eri ler ner ter eng skap heit leg
	sam ete en et er ar are ste ens ise rende elegare elegste`)

// latin are prefixes of loanwords that look like words: a konkurs is no kurs.
var latin = set(`kon kom pro per dis pre`)

func set(list string) map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		out[w] = true
	}
	return out
}

// Parts returns the parts of a compound as they stand in it, linking letters included, from
// left to right; nil for a word that is none, for an adverb that only looks like one (alltid), or that is not Norwegian. The word is in lower
// case. Verbs with particles ("oppfølging") count as one part.
func (c *Compounds) Parts(word string) []string {
	n := utf8.RuneCountInString(word)
	if n < 6 || n > 60 || !letters(word) || uncompounded[word] {
		return nil
	}
	simple := -perLetter * float64(n)
	whole := c.head(word)
	if !whole.known {
		simple -= unknownWord
	}
	p, parts := c.split(word, 1)
	if len(parts) < 2 || p < simple {
		if whole.known {
			return nil
		}
		return c.afterUnknown(word)
	}
	if _, listed := c.dict.look(word); listed {
		last := parts[len(parts)-1]
		if _, ends := c.dict.look(last); !ends && !strings.HasSuffix(last, "t") && !strings.HasSuffix(last, "s") {
			return nil // a word of the ordbank ends in no inflected one, but in participles (tillitsvalgt) and -års
		}
	}
	if whole.known && whole.lemma != word && c.Parts(whole.lemma) == nil {
		return nil // årsakene is no compound if årsak is none
	}
	var out []string
	glued := ""
	for _, part := range parts {
		if particles[part] {
			glued += part
			continue
		}
		out = append(out, glued+part)
		glued = ""
	}
	if len(out) < 2 {
		return nil
	}
	return out
}

// afterUnknown parts a word that nothing explains before a head that ends many compounds:
// controller|avdelingen, and names.
func (c *Compounds) afterUnknown(word string) []string {
	const most, least = 100, 5 // how often the head ends compounds, and its letters
	for i := range word {
		if utf8.RuneCountInString(word[:i]) < 4 || !strings.ContainsAny(word[:i], vowels) {
			continue
		}
		if h := c.head(word[i:]); h.known && h.count >= most && utf8.RuneCountInString(h.lemma) >= least {
			return []string{word[:i], word[i:]}
		}
	}
	return nil
}

// first returns the words of the ordbank that the first part of a compound may be, and how
// often they are: barne is barn, with a linking letter.
func (c *Compounds) first(part string) []string {
	if word := combining[part]; word != "" {
		return []string{word}
	}
	var out []string
	var counts []float32
	most := float32(0)
	for link, letter := range links {
		word, ok := strings.CutSuffix(part, letter)
		if !ok {
			continue
		}
		if e, known := c.dict.look(word); known {
			out, counts = append(out, word), append(counts, e.first[link])
			most = max(most, e.first[link])
		}
	}
	kept := out[:0]
	for i, w := range out {
		if counts[i] >= most/seldom {
			kept = append(kept, w)
		}
	}
	return kept
}

// verbal returns the noun in -ing whose verb the first part of a compound is: brøytekontrakt is one for brøyting. A
// word that ends half as many compounds as it begins is taken for a noun (leieavtale, målekart).
func (c *Compounds) verbal(part string) []string {
	stem, ok := strings.CutSuffix(part, "e")
	if !ok {
		return nil
	}
	if e, known := c.dict.look(part); !known || e.first[0] < 2*e.last {
		return nil
	}
	if _, known := c.dict.look(stem + "ing"); !known {
		return nil
	}
	return []string{stem + "ing"}
}

// combining are forms that words have in compounds alone.
var combining = map[string]string{"vass": "vann", "hjemme": "hjem", "heime": "hjem", "lamme": "lam", "penge": "penger"}

// seldom is how much rarer a second reading of a first part may be, to count.
const seldom = 5

// links are the letters between parts.
var links = [...]string{"", "s", "e"}

// bound are first parts that are no words of the ordbank, with how many of its words they begin.
var bound = map[string]float32{"hoved": 405, "medie": 52, "ytter": 39, "inner": 16, "mikro": 31, "laboratorie": 30, "foreldre": 27,
	"hyper": 27, "termo": 22, "psyko": 20, "undervanns": 17, "undervass": 15, "astro": 15, "ultra": 14, "vass": 289}

// shortHeads are last parts of two letters, with how many words of the ordbank they end.
var shortHeads = map[string]float32{"år": 241, "by": 60, "bu": 60, "øy": 60, "øl": 46, "kø": 41}

// split returns the likeliest way to take a word apart, as the first part or the last.
func (c *Compounds) split(word string, depth int) (float64, []string) {
	best, parts := math.Inf(-1), []string(nil)
	if depth > 1 {
		if h := c.head(word); h.known {
			best, parts = likelihood(h.count), []string{word}
		}
	}
	if depth == mostParts {
		return best, parts
	}
	for i := range word {
		if i < 2 || len(word)-i < 2 {
			continue
		}
		for link, letter := range links {
			first, ok := strings.CutSuffix(word[:i], letter)
			if !ok || utf8.RuneCountInString(first) < 2 {
				continue
			}
			e, known := c.dict.look(first)
			if n := bound[first]; n > 0 && link == 0 {
				e.first[0], known = max(n, e.first[0]), true
			}
			if !known || len(first) == 2 && e.first[link] < 3 || latin[first] {
				continue
			}
			p := likelihood(e.first[link])
			if p <= best {
				continue
			}
			if strings.HasPrefix(word[i:], "ring") && strings.HasSuffix(word[:i], "e") {
				continue // rapporte-ring, regule-ring: verbs
			}
			if rest, tail := c.split(word[i:], depth+1); len(tail) > 0 && p+rest > best {
				best, parts = p+rest, append([]string{word[:i]}, tail...)
			}
		}
	}
	return best, parts
}

func likelihood(count float32) float64 { return math.Log((float64(count) + unseen) / ofParts) }

// head is what is known of the last part of a word.
type head struct {
	lemma string
	count float32
	known bool
}

// head finds the word of the ordbank of which a form is, the one that ends most compounds.
func (c *Compounds) head(form string) head {
	if h, ok := c.heads[form]; ok {
		return h
	}
	if len(c.heads) > maxKnown {
		clear(c.heads)
	}
	best := head{count: -1}
	if noHeads[form] {
		c.heads[form] = best
		return best
	}
	for _, lemma := range c.dict.lemmas(form) {
		count := shortHeads[lemma]
		if count == 0 {
			if utf8.RuneCountInString(lemma) < 3 {
				continue
			}
			e, _ := c.dict.look(lemma)
			count = e.last
		}
		if count > best.count {
			best = head{lemma, count, true}
		}
	}
	c.heads[form] = best
	return best
}

func letters(word string) bool {
	for _, r := range word {
		if !(r >= 'a' && r <= 'z' || strings.ContainsRune("æøåéèêòóôüäö", r)) {
			return false
		}
	}
	return true
}
