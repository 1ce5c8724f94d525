package claims

import (
	"regexp"
	"slices"
	"strings"

	"crosscase/cases"
	"crosscase/corpus/words"
)

// A clause that says something else of the cases of the clause before it and does not name them again: "A has cameras, but no alarm", "and lacks an alarm".

// adding is where such a clause begins without a comma or "but".
var adding = regexp.MustCompile(`(?i)\s(?:og|and|samt)\s+(?:(?:har|hadde|has|have|had)\s+(?:ikke|ikkje|ingen|inga|intet|aldri|no|not|never|nay)|er uten|er utan|is without|are without|was without|were without|mangler|manglar|mangla|manglet|savner|saknar|lacks|lacked|lack|does not|do not|did not|doesn't|don't|didn't|uten|utan|without|ingen|inga|no|nay)\s`)

var (
	holding  = set("har", "hadde", "er", "var", "mangler", "manglar", "mangla", "manglet", "savner", "saknar", "bruker", "brukar", "brukte", "brukar", "gjør", "gjer", "has", "have", "had", "lacks", "lack", "lacked", "is", "are", "was", "were", "does", "do", "did", "doesn't", "don't", "didn't", "hasn't", "uses", "use", "used")
	besides  = set("heller", "også", "òg", "also", "still", "yet", "likevel", "dog", "derimot", "samtidig", "samstundes", "at", "the", "same", "time", "so", "far", "så", "langt", "verken", "korkje", "neither")
	subjects = set("det", "den", "de", "dei", "dette", "han", "hun", "ho", "vi", "man", "ein", "it", "they", "he", "she", "this", "that", "these", "we", "there", "her", "here", "dette")
)

// addedAt returns the byte of a span of a sentence at which a clause begins that "and" adds to what is said of the cases before it, by a denial of its own; -1 if
// there is none.
func (l *Lexicon) addedAt(s string, span [2]int) int {
	for _, m := range adding.FindAllStringIndex(s[span[0]:span[1]], -1) {
		from, to := span[0]+m[0], span[0]+m[1]
		next := words.Tokens(s[to:span[1]])
		if len(next) == 0 || restWords[next[0].Fold] || ofWords[next[0].Fold] || next[0].Fold == "one" || next[0].Fold == "annen" || next[0].Fold == "anna" {
			continue
		}
		if from > span[0] && (span[0] > 0 || l.speaksOf(s[span[0]:from])) && !l.speaksOf(s[from:span[1]]) {
			return from
		}
	}
	return -1
}

// elliptic tells whether the clause says something of the cases of the clause before it, of which denied tells whether it denies; sure is false if
// it may as well speak of something else.
func (c *clause) elliptic(denied bool) (sure, ok bool) {
	i, adds := 1, joiners[c.word(0)] // it adds, or sets against
	switch {
	case len(c.names) > 0 || c.speaksOfCases():
		return false, false
	case adds, opposing[c.word(0)]:
	case strings.HasPrefix(strings.TrimSpace(c.text), ";"):
		i = 0
	default:
		return false, false
	}
	also := false
	for besides[c.word(i)] {
		also = also || c.word(i) == "also" || c.word(i) == "også" || c.word(i) == "òg"
		i++
	}
	w, next := c.word(i), c.word(i+1)
	if slices.ContainsFunc(c.words()[i:], func(w string) bool { return restWords[w] }) && !holding[w] || allWords[w] || mostWords[w] || someWords[w] || c.l.several(w) {
		return false, false
	}
	denies := slices.ContainsFunc(c.words()[i:], Denies)
	switch {
	case Denies(w) && w != "none" && w != "nobody" && !ofWords[next] && !prepositions[next] && !notOnly[next]:
		return true, true
	case Denies(w):
		return false, false
	case holding[w] && !subjects[next]:
		return true, true
	case subjects[w]:
		return false, !adds
	case !adds && (denied || also) && !denies && !slices.ContainsFunc(c.words(), func(w string) bool { return verbs[w] || auxiliary[w] }):
		return len(c.tokens) <= i+5, true // "not X but Y", "X, but also Y"
	case !adds && denies:
		return len(c.tokens) <= i+5 && !slices.ContainsFunc(c.words()[i:], func(w string) bool { return subjects[w] }), true
	}
	return false, !adds
}

// addedTo returns what the clause says of the cases of which the claim before it speaks; sure is false where it cannot be told that it does.
func (c *clause) addedTo(before Claim) (Claim, bool) {
	out := Claim{Elliptic: true, Denies: Denies(c.word(1)), Hedged: c.hedged(), Among: before.Among}
	state := cases.StatePresent
	switch {
	case c.silent():
		state = cases.StateNone
	case c.denied() != c.neither():
		state = cases.StateAbsent
	case c.partial():
		state, out.Partial = cases.StatePartial, true
	}
	switch before.Count.Kind {
	case "":
		var said string
		for _, s := range before.Claimed {
			if s == NotPresent {
				continue
			}
			if said != "" && said != s {
				return out, false // "A has it and B does not, but …"
			}
			said = s
		}
		out.Claimed = map[string]string{}
		for k, s := range before.Claimed {
			if s != NotPresent {
				out.Claimed[k] = state
			}
		}
		return out, len(out.Claimed) > 0
	case cases.All:
		if before.Partial || len(before.Claimed) > 0 {
			return out, false
		}
		out.Count = cases.Quantifier{Kind: cases.All}
		switch state {
		case cases.StateAbsent:
			out.Count.Kind = cases.None
		case cases.StateNone:
			return out, false
		}
		return out, true
	}
	return out, false
}

// beforeDenies tells whether a claim denies what it says.
func beforeDenies(b Claim) bool {
	if b.Count.Kind == cases.None || b.Denied {
		return true
	}
	for _, s := range b.Claimed {
		if s == cases.StateAbsent {
			return true
		}
	}
	return false
}
