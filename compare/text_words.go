package compare

import (
	"cmp"
	"slices"

	"crosscase/cases"
	"crosscase/compare/table"
	"crosscase/corpus"
	"crosscase/corpus/words"
)

// textWords are the words of some stretches of text, in their order.
type textWords struct {
	study     *cases.Study
	words     []string // in lower case
	places    []wordPlace
	sentences []int // where each sentence begins in words
}

// wordPlace is where a word stands: characters of a document.
type wordPlace struct {
	document   string
	start, end int
}

// wordsWhere returns the words of all turns and paragraphs that a test lets through. content leaves out function words and numbers alone.
func wordsWhere(s *cases.Study, where func(corpus.Passage) bool, content bool) (*textWords, error) {
	out := &textWords{study: s}
	for _, d := range s.Documents {
		t, err := s.Text(d.Key)
		if err != nil {
			return nil, err
		}
		for _, u := range t.Structure.Units(t.Text, corpus.TurnUnit) {
			if !where(corpus.Passage{Document: d.Key, Span: u.Span}) {
				continue
			}
			for _, sentence := range corpus.Sentences(t.Text, u.Span) {
				out.sentences = append(out.sentences, len(out.words))
				base := t.Text.Byte(sentence.Start)
				for _, w := range words.Tokens(t.Text.Slice(sentence)) {
					if content && words.Function(w.Fold, t.Language) {
						continue
					}
					out.words = append(out.words, w.Fold)
					out.places = append(out.places, wordPlace{d.Key, t.Text.Char(base + w.Start), t.Text.Char(base + w.End)})
				}
			}
		}
	}
	return out, nil
}

// counts returns how often each word stands.
func (w *textWords) counts() map[string]int {
	out := map[string]int{}
	for _, word := range w.words {
		out[word]++
	}
	return out
}

// at returns the evidence of the words from one to another, both among them.
func (w *textWords) at(from, to int) table.Evidence {
	p := corpus.Passage{Document: w.places[from].document, Span: corpus.Span{Start: w.places[from].start, End: w.places[to].end}}
	e := table.Evidence{Passage: p.String(), Quote: sliceOf(w.study, p.Document, p.Start, p.End), Cite: w.study.Cite(p)}
	for _, c := range w.study.CasesAt(p) {
		if e.Case != "" {
			e.Case += " "
		}
		e.Case += c.Key
	}
	return e
}

// evidence returns where some words stand.
func (w *textWords) evidence(wanted map[string]bool) map[string][]table.Evidence {
	out := map[string][]table.Evidence{}
	for i, word := range w.words {
		if wanted[word] {
			out[word] = append(out[word], w.at(i, i))
		}
	}
	return out
}

// eachSentence visits the words of every sentence: from the first to before the last.
func (w *textWords) eachSentence(visit func(from, to int)) {
	for i, from := range w.sentences {
		to := len(w.words)
		if i+1 < len(w.sentences) {
			to = w.sentences[i+1]
		}
		visit(from, to)
	}
}

// byFigure orders rows by a figure, the largest first, and then by their words.
func byFigure[T any](list []T, figure func(T) float64, word func(T) string) {
	slices.SortFunc(list, func(a, b T) int {
		return cmp.Or(cmp.Compare(figure(b), figure(a)), cmp.Compare(word(a), word(b)))
	})
}
