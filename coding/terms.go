package coding

import (
	"strings"
	"unicode/utf8"

	"crosscase/corpus/words"
)

// term is a content word as the guide matcher sees it.
type term struct {
	stem  string
	place int // of the word in its text
}

// contentTerms returns the content words of a text as stems, in order.
func contentTerms(text string, a *words.Analyser) []term {
	var out []term
	for i, t := range words.Tokens(text) {
		if utf8.RuneCountInString(t.Fold) < 2 || words.Function(t.Fold, a.Language) {
			continue
		}
		out = append(out, term{a.Stem(t.Fold), i})
	}
	return out
}

// alike tells how far two stems speak of the same thing, from 0 to 1: the same
// stem is 1; one being the first or last part of the other, as in a compound
// ("indikator", "måleindikator"), 0.8; a common beginning of five letters and most of
// the shorter word, as in "rapport" and "rapportering", 0.6.
func alike(a, b string) float64 {
	if a == b {
		return 1
	}
	if a == "" || b == "" {
		return 0
	}
	if len(a) > len(b) {
		a, b = b, a
	}
	same := 0
	for same < len(a) && a[same] == b[same] {
		same++
	}
	if same < 4 && !strings.Contains(b[1:], a) {
		return 0
	}
	n := utf8.RuneCountInString(a)
	switch {
	case n >= 4 && (strings.HasSuffix(b, a) || same == len(a)):
		return 0.8
	case n >= 5 && strings.Contains(b, a):
		return 0.6
	}
	for same > 0 && same < len(a) && !utf8.RuneStart(a[same]) {
		same--
	}
	if common := utf8.RuneCountInString(a[:same]); common >= 5 && common*10 >= n*7 {
		return 0.6
	}
	return 0
}

// best returns how alike the nearest of some stems is to one.
func best(stem string, among []term) float64 {
	top := 0.0
	for _, t := range among {
		if s := alike(stem, t.stem); s > top {
			if top = s; top == 1 {
				break
			}
		}
	}
	return top
}
