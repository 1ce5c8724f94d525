package coding

import (
	"slices"

	"crosscase/corpus"
	"crosscase/corpus/words"
)

// verbatim is a sentence of a turn that asks a question in the words of the guide.
type verbatim struct {
	question int
	span     corpus.Span
}

const (
	fewestWords = 4 // of such a sentence; "Why is that?" may follow anything
	fewestBegun = 5 // of one that leaves out the last words: "Is it worth it?" may be asked of anything
	mostLeftOut = 2 // words at the end of the question: "… today"
)

// leadIn are words before a question that do not change it.
var leadIn = map[string]bool{"og": true, "så": true, "men": true, "da": true, "då": true, "ok": true, "ja": true, "nei": true, "and": true, "so": true, "but": true, "okay": true, "then": true,
	"och": true, "jaha": true, "nå": true, "no": true, "now": true, "yes": true}

// asksInWordsOf returns the sentences of a turn that ask a question of the guide word by word, or all but its last words. What begins several questions
// alike asks none of them so.
func asksInWordsOf(text *corpus.Text, turn corpus.Span, asked [][][]string) []verbatim {
	var out []verbatim
	for _, s := range corpus.Sentences(text, turn) {
		said := words.Folds(text.Slice(s))
		for len(said) > 0 && leadIn[said[0]] {
			said = said[1:]
		}
		if q := soleWording(said, asked); q >= 0 {
			out = append(out, verbatim{q, s})
		}
	}
	return out
}

// soleWording returns the question whose words are said, else the only one of which all but the last words are; -1 if there is none.
func soleWording(said []string, asked [][][]string) int {
	whole, begun := []int{}, []int{}
	for q, wordings := range asked {
		same := func(fewest, left int) bool {
			return slices.ContainsFunc(wordings, func(w []string) bool {
				return len(said) >= fewest && len(w)-len(said) >= 0 && len(w)-len(said) <= left && slices.Equal(w[:len(said)], said)
			})
		}
		if same(fewestWords, 0) {
			whole = append(whole, q)
		}
		if same(fewestBegun, mostLeftOut) {
			begun = append(begun, q)
		}
	}
	switch {
	case len(whole) == 1:
		return whole[0]
	case len(whole) == 0 && len(begun) == 1:
		return begun[0]
	}
	return -1
}

// wordingsOf returns the words in which each question of a guide is asked.
func wordingsOf(g *Guide) [][][]string {
	var out [][][]string
	for _, q := range g.Questions() {
		var wordings [][]string
		for _, w := range append([]string{q.Ask}, q.Also...) {
			wordings = append(wordings, words.Folds(w))
		}
		out = append(out, wordings)
	}
	return out
}
