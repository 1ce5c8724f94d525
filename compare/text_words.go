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
	languages map[string]bool
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
	out := &textWords{study: s, languages: map[string]bool{}}
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
				for _, w := range words.Spoken(t.Text.Slice(sentence)) {
					out.languages[t.Language] = true
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

// foldNorwegian makes one word of the forms of a word in bokmål and nynorsk, where texts are in both, and returns what one typed is then called;
// nil where they are not. The form that stands most often stands for all. So no form of the language is reported as a difference in
// what is said.
func foldNorwegian(parts ...*textWords) func(typed string) string {
	languages, often := map[string]bool{}, map[string]int{}
	for _, w := range parts {
		for l := range w.languages {
			languages[l] = true
		}
		for _, word := range w.words {
			often[word]++
		}
	}
	if !words.BothNorwegian(languages) {
		return nil
	}
	kin, called := words.NewKin("nn"), map[string]string{} // by class
	class := map[string]string{}
	for word, n := range often {
		c := kin.Class(word)
		class[word] = c
		if most := called[c]; most == "" || n > often[most] || n == often[most] && word < most {
			called[c] = word
		}
	}
	for _, w := range parts {
		for i, word := range w.words {
			if w.norwegian(i) {
				w.words[i] = called[class[word]]
			}
		}
	}
	return func(typed string) string { return cmp.Or(called[kin.Class(typed)], typed) }
}

// norwegian tells whether a word stands in a text in Norwegian.
func (w *textWords) norwegian(i int) bool {
	t, err := w.study.Text(w.places[i].document)
	return err == nil && (t.Language == "nb" || t.Language == "nn" || t.Language == "no")
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
