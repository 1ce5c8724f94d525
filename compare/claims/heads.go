package claims

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"crosscase/corpus/words"
)

// headsOf returns the words that say what the cases are, by the labels: of each, the cases whose label has it, as a word of its own or as the end of one:
// museum in "Raudberg museum" and in "Kvitsanden kystmuseum". A word counts if two labels or more have it; as the end of others only if these are not all the
// same word (what is called barneskole by all is not called skole), and if it stands by itself in one or is known to say what a case may be.
func headsOf(cases []Case) map[string][]string {
	labels := make([][]string, len(cases))
	whole := map[string]bool{}
	for i, c := range cases {
		labels[i] = once(words.Tokens(c.Label))
		for _, w := range labels[i] {
			whole[w] = true
		}
	}
	out, ends := map[string][]string{}, map[string][]string{}
	for i, c := range cases {
		for _, w := range labels[i] {
			for from := 2; from < len(w)-4; from++ {
				if head := w[from:]; utf8.RuneStart(w[from]) && (whole[head] || kinds[head]) {
					out[head], ends[head] = union(out[head], []string{c.Key}), union(ends[head], []string{w})
				}
			}
			if utf8.RuneCountInString(w) > 4 {
				out[w] = union(out[w], []string{c.Key})
			}
		}
	}
	for head, of := range out {
		if len(of) < 2 || !whole[head] && len(ends[head]) < 2 {
			delete(out, head)
		}
	}
	return out
}

// ofAll tells whether what some labels call their case may be said of all: the other labels call theirs nothing at all ("Vestavind"), and are fewer.
func ofAll(cases []Case, some []string) bool {
	for _, c := range cases {
		if !slices.Contains(some, c.Key) && slices.ContainsFunc(words.Tokens(c.Label), func(t words.Token) bool {
			r, _ := utf8.DecodeRuneInString(c.Label[t.Start:])
			return kindly(t.Fold) || unicode.IsLower(r) || unicode.IsDigit(r)
		}) {
			return false
		}
	}
	return 2*len(some) > len(cases)
}

// latin tells whether a word is a form of one of the nouns that ends in -um: museet, museer, musea of museum.
func (l *Lexicon) latin(word string) bool {
	for _, ending := range []string{"et", "ets", "er", "ene", "enes", "a", "as"} {
		if base, ok := strings.CutSuffix(word, ending); ok && len(base) > 3 && l.nouns[l.stem.Stem(base+"um")] {
			return true
		}
	}
	return false
}
