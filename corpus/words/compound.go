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
	sam en et er ar are ste ens ise rende elegare elegste`)

func set(list string) map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		out[w] = true
	}
	return out
}

// Parts returns the parts of a compound as they stand in it, linking letters included, from
// left to right; nil for a word that is none, or that is not Norwegian. The word is in lower
// case. Verbs with particles ("oppfølging") count as one part.
func (c *Compounds) Parts(word string) []string {
	n := utf8.RuneCountInString(word)
	if n < 6 || n > 60 || !letters(word) {
		return nil
	}
	simple := -perLetter * float64(n)
	if !c.head(word).known {
		simple -= unknownWord
	}
	p, parts := c.split(word, 1)
	if len(parts) < 2 || p < simple {
		return nil
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
		if i < 2 || len(word)-i < 3 {
			continue
		}
		for link, letter := range []string{"", "s", "e"} {
			first, ok := strings.CutSuffix(word[:i], letter)
			if !ok || utf8.RuneCountInString(first) < 2 {
				continue
			}
			e, known := c.dict.look(first)
			if !known || len(first) == 2 && e.first[link] < 3 {
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
	for _, lemma := range lemmas(form) {
		if utf8.RuneCountInString(lemma) < 3 || noHeads[lemma] {
			continue
		}
		if e, ok := c.dict.look(lemma); ok && e.last > best.count {
			best = head{lemma, e.last, true}
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
