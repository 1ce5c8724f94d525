package coding

import (
	"slices"
	"strings"

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
	fewestNamed = 3 // of one that names what it asks about: "How is business?"
	fewestBegun = 5 // of one that leaves out the last words: "Is it worth it?" may be asked of anything
	mostLeftOut = 2 // words at the end of the question: "… today"
)

// leadIn are words before a question that do not change it.
var leadIn = map[string]bool{"og": true, "så": true, "men": true, "da": true, "då": true, "ok": true, "ja": true, "nei": true, "and": true, "so": true, "but": true, "okay": true, "then": true,
	"och": true, "jaha": true, "nå": true, "no": true, "now": true, "yes": true}

// asksInWordsOf returns the sentences of a turn that ask a question of the guide word by word, or all but its last words; and those of which a
// clause that asks by itself does ("what did you train as, and how long have you worked here?"). What begins several questions
// alike asks none of them so.
func asksInWordsOf(text *corpus.Text, turn corpus.Span, asked [][][]string, a *words.Analyser) []verbatim {
	var out []verbatim
	for _, s := range corpus.Sentences(text, turn) {
		sentence := text.Slice(s)
		if q := soleWording(sentence, asked, a, mostLeftOut); q >= 0 {
			out = append(out, verbatim{q, s})
			continue
		}
		clauses := clausesOf(sentence, a.Language)
		for from := 0; from < len(clauses); {
			to := len(clauses)
			for ; to > from; to-- {
				if to-from == len(clauses) {
					continue // the sentence as a whole
				}
				if q := soleWording(strings.Join(clauses[from:to], ""), asked, a, 0); q >= 0 {
					out = append(out, verbatim{q, s})
					break
				}
			}
			from = max(to, from+1)
		}
	}
	return out
}

// soleWording returns the question whose words are said, else the only one of which all but the last words are, so many at most; -1 if there is none.
func soleWording(sentence string, asked [][][]string, a *words.Analyser, leftOut int) int {
	said := words.Folds(sentence)
	for len(said) > 0 && leadIn[said[0]] {
		said = said[1:]
	}
	if len(said) < fewestNamed {
		return -1
	}
	fewest := fewestWords
	if len(said) < fewestWords && len(contentTerms(sentence, a)) > 0 {
		fewest = fewestNamed
	}
	whole, begun := []int{}, []int{}
	for q, wordings := range asked {
		same := func(fewest, left int) bool {
			return slices.ContainsFunc(wordings, func(w []string) bool {
				return len(said) >= fewest && len(w)-len(said) >= 0 && len(w)-len(said) <= left && slices.Equal(w[:len(said)], said)
			})
		}
		if same(fewest, 0) {
			whole = append(whole, q)
		}
		if leftOut > 0 && same(fewestBegun, leftOut) {
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
