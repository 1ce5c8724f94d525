package claims

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"crosscase/corpus/words"
)

// Reading is what a sentence claims of the cases, and what of it could not be made out.
type Reading struct {
	Claims []Claim
	Unread []Unread
	Aside  bool // it quantifies, but asks, quotes others, speaks of the literature or of the text and the study themselves
}

// Unread is a clause that says of how many something holds, and that cannot be held against cases as it stands.
type Unread struct {
	Start, End int    // bytes of the clause in the sentence
	Phrase     string // the quantifier with the words after it
	Word       string // what it counts, "" if no noun stands with it
	Why        string // one of the reasons below
}

// Why a quantifier was not made out.
const (
	UnknownNoun  = "unknown-noun"  // what it counts is not known to be cases: "most of the leaders"
	NoNoun       = "no-noun"       // it counts nothing that is named: «alle mener»
	TheOthers    = "the-others"    // "the others", and the sentence does not name the ones
	Degree       = "degree"        // "hardly", "rarely": neither present nor absent
	Norm         = "norm"          // "should": what ought to be
	UnknownName  = "unknown-name"  // it lists a name that is of no case
	UnknownGroup = "unknown-group" // it speaks of some of the cases by a word that is of no attribute, or of two
	GroupSize    = "group-size"    // it says how many they are, and the attribute makes another number of them
	BadMark      = "mark"          // a mark in the sentence cannot be read
	NoWhole      = "no-whole"      // a share that is no whole number of the cases: two thirds of four
	Unclear      = "unclear"       // the words can be read in two ways
	Condition    = "condition"     // "if", "whether": it does not say that it is so
	NotNow       = "not-now"       // "plans to", "has stopped": what is not yet, or no more
	Apparatus    = "apparatus"     // of chapters, interviews, weeks: set aside, and not reported one by one
	Comparison   = "comparison"    // "more in A than in B": set aside likewise
)

var (
	degrees = set("little", "less", "hardly", "scarcely", "barely", "rarely", "seldom", "knapt", "neppe", "sjelden", "sjeldan")
	norms   = set("should", "ought", "bør", "burde", "børe")
	// fixed are phrases in which a word that counts does not.
	fixed = phrases("all in all", "at all", "above all", "after all", "first of all", "all the same", "alt i alt", "i det hele tatt", "all along", "no doubt", "no longer", "no matter", "no one", "each other",
		"hver for seg", "for alle praktiske formål", "ingen tvil", "most likely", "most importantly", "most important", "most often", "most notably", "most clearly", "one of the most", "en av de mest", "alle mulige", "all kinds of", "all sorts of", "half past", "all but certain")
	// apparatus are what a thesis counts that is no case: the text itself, the study's own parts, and time.
	apparatus = stems("question questions hypothesis hypotheses chapter chapters section sections study studies article articles interview interviews table tables figure figures explanation explanations evening evenings morning mornings night time year years month months week weeks day days hour hours minute minutes times transcripts respects ways reasons reason causes aims",
		"forskningsspørsmål forskningsspørsmålene spørsmål spørsmålene hypotese hypoteser hypotesene kapittel kapitler kapitlene avsnitt studie studier studiene artikler artiklene intervju intervjuer intervjuene tabell tabeller tabellene figur figurer figurene kveld kvelden gang år årene måned måneder uke uker dag dager time timer minutter ganger prosent grunnene grunner årsakene årsaker", "forskingsspørsmål grunnane årsakene hypotesar hypotesane kapitla studiane studiar artiklar intervjua tabellar figurar månader veker dagar timar gonger")
)

func stems(lists ...string) map[string]bool { return set(strings.Fields(strings.Join(lists, " "))...) }

// quantifies tells whether a sentence says of how many something holds, of cases or of anything else.
func (l *Lexicon) quantifies(sentence string) bool {
	for _, part := range l.clausesOf(sentence) {
		c := &clause{l: l, text: part.text, used: map[int]bool{}, missized: -1}
		c.tokens = words.Tokens(c.text)
		_, _, ok := c.read()
		if why := c.doubt(ok); ok || why != "" {
			return true
		}
	}
	return false
}

// counting tells whether token i counts something, why it could not be read, and what it counts. A plain number and a weak word
// ("some", "no") count only with "of the", with "at least" and the like, or at the head of the sentence; else there would be no end of them.
func (c *clause) counting(i int) (why, noun string) {
	w := c.word(i)
	_, isNumber := c.number(i)
	of := ofWords[c.word(i+1)] && (theWords[c.word(i+2)] || c.l.several(c.word(i+2)) || definite(c.word(i+2), c.l.language))
	strong := allWords[w] || mostWords[w] && (w != "most" || of || c.heads(i)) || w == "halvparten" && of || w == "half" && of || fewest[w]
	weak := noneWords[w] || someWords[w] || fewWords[w]
	pair := w == "both" || w == "begge"
	switch {
	case strong, of && (weak || isNumber || pair):
	case isNumber && (c.bounded(i) || c.outOf(i)):
	case isNumber && c.l.several(w) && c.l.noun(c.word(i+1)) && !c.gap(i+1):
	case weak && c.heads(i) && w != "no" && w != "some":
	case pair && c.l.language != "en" && definite(c.word(i+1), c.l.language):
	case pair && c.l.language == "en" && c.pairOf(i):
		return UnknownGroup, ""
	default:
		return "", ""
	}
	if c.apparatusOf(i) {
		return Apparatus, ""
	}
	j := i + 1
	for ofWords[c.word(j)] || theWords[c.word(j)] || c.l.several(c.word(j)) || c.word(j) == "out" || intensive[c.word(j)] {
		j++
	}
	for k := j; k < j+3 && k < len(c.tokens) && (k == j && !of || !c.gap(k)); k++ { // an adjective or two, then the noun
		word := c.word(k)
		switch {
		case apparatus[word]:
			return Apparatus, word
		case words.Function(word, c.l.language) || verbs[word]:
			k += 3
		case !pluralNoun(word, c.l.language):
		case c.l.noun(word):
			return Unclear, word
		case k == j && !of && !isNumber && c.l.language != "en" && (strings.HasSuffix(word, "er") || strings.HasSuffix(word, "ar")) && words.Function(c.word(k+1), c.l.language) && !prepositions[c.word(k+1)]:
			return NoNoun, "" // «alle mener at»
		default:
			return UnknownNoun, word
		}
	}
	if c.l.language == "en" && w == "all" && !of {
		return NoNoun, "" // "all agree"
	}
	if c.word(j) == "" || c.gap(j) || words.Function(c.word(j), c.l.language) || verbs[c.word(j)] {
		if w == "no" || !c.heads(i) && !of && !isNumber { // "alle" that stands for nothing named: «er kjent for alle»
			if !(w == "alle" || w == "samtlige" || w == "samtlege" || w == "everyone") {
				return "", ""
			}
		}
		return NoNoun, ""
	}
	return UnknownNoun, c.word(j)
}

// pairOf tells whether "both" at token i counts cases that some word picks out: "both university hospitals".
func (c *clause) pairOf(i int) bool {
	for k := i + 1; k <= i+3 && k < len(c.tokens) && !c.gap(k) && !joiners[c.word(k)] && !verbs[c.word(k)]; k++ {
		if named, _ := c.caseAt(k); named >= 0 {
			return false
		}
		if w := c.word(k); (c.l.noun(w) || kindly(w) || kindly(strings.TrimSuffix(w, "s"))) && manyOf(w, "en") {
			c.noun = w
			return true
		}
	}
	return false
}

// apparatusOf tells whether what is counted from token i on says only whose chapters, figures or interviews are spoken of: "the figures for
// all three libraries".
func (c *clause) apparatusOf(i int) bool {
	for theWords[c.word(i-1)] {
		i--
	}
	return prepositions[c.word(i-1)] && apparatus[c.word(i-2)] && !c.gap(i-1) && !c.gap(i)
}

var intensive = set("eneste", "einaste", "enkelt", "single", "individual")

// several tells whether a word is a number of several.
func (l *Lexicon) several(w string) bool {
	return l.number(w) > 1 || len(w) > 0 && len(w) < 3 && w[0] >= '1' && w[0] <= '9'
}

// heads tells whether token i is the first word of the sentence or clause but for a preposition, "but" or "and".
func (c *clause) heads(i int) bool {
	return i == 0 || i == 1 && (prepositions[c.word(0)] || opposing[c.word(0)] || joiners[c.word(0)])
}

// bounded tells whether "at least", "only" or the like leads up to a number at token i.
func (c *clause) bounded(i int) bool {
	w := c.word(i - 1)
	return restricting[w] || w == "minst" || w == "least" || w == "høyst" || w == "most" && c.word(i-2) == "at" || w == "just"
}

// outOf tells whether a number at token i is one out of another: "two out of three", «tre av fire».
func (c *clause) outOf(i int) bool {
	j := i + 1
	if c.word(j) == "out" {
		j++
	}
	return ofWords[c.word(j)] && c.l.several(c.word(j+1))
}

// definite tells whether a word is a definite noun of several, as Norwegian nouns are in «noen av lederne».
func definite(w, language string) bool {
	if language == "en" {
		return false
	}
	for _, ending := range []string{"ene", "ane", "erne", "arne", "a"} {
		if strings.HasSuffix(w, ending) && utf8.RuneCountInString(w) > 5 {
			return true
		}
	}
	return false
}

// pluralNoun guesses whether a word is a noun of several.
func pluralNoun(w, language string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	if !unicode.IsLetter(r) || utf8.RuneCountInString(w) < 4 {
		return false
	}
	if language == "en" {
		return strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss")
	}
	return slices.ContainsFunc([]string{"er", "ar", "ene", "ane", "erne", "menn"}, func(e string) bool { return strings.HasSuffix(w, e) })
}

// phraseAt returns the words of a quantifier and what it counts, as they stand.
func (c *clause) phraseAt(i int) string {
	if len(c.tokens) == 0 {
		return ""
	}
	i = min(i, len(c.tokens)-1)
	j := min(i+5, len(c.tokens)-1)
	for k := i; k <= j; k++ {
		if c.noun != "" && c.word(k) == c.noun || k > i && c.gap(k) {
			if c.word(k) != c.noun {
				k--
			}
			j = k
			break
		}
	}
	if c.noun == "" {
		j = i
	}
	return strings.Join(strings.Fields(c.text[c.tokens[i].Start:c.tokens[j].End]), " ")
}

func union(a, b []string) []string {
	for _, k := range b {
		if !slices.Contains(a, k) {
			a = append(a[:len(a):len(a)], k)
		}
	}
	return a
}
