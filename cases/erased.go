package cases

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"crosscase/corpus"
	"crosscase/corpus/words"
)

// stands tells whether each word stands in the text of today.
func (f *placedFile) stands(quote string) bool {
	if f.folds == nil {
		f.folds = foldsOf(f.text.String())
	}
	in := f.folds
	return !slices.ContainsFunc(words.Tokens(quote), func(w words.Token) bool { return !in[w.Fold] })
}

func foldsOf(text string) map[string]bool {
	out := map[string]bool{}
	for _, w := range words.Tokens(text) {
		out[w.Fold] = true
	}
	return out
}

// strangeWords returns the words of a note that begin with a capital and stand neither in a document of which words were erased, in any such
// document without one, nor in the code book and the names of cases: they may be what was erased. Nothing, where nothing was.
func (s *Study) strangeWords(of *corpus.Document, note string) []string {
	var list []*corpus.Document
	for _, d := range s.Documents {
		if len(d.Forgotten) > 0 && (of == nil || d == of) {
			list = append(list, d)
		}
	}
	if len(list) == 0 {
		return nil
	}
	known := map[string]bool{}
	add := func(text string) {
		for w := range foldsOf(text) {
			known[w] = true
		}
	}
	for _, d := range list {
		if t, err := s.Text(d.Key); err == nil {
			add(t.Text.String())
		}
		add(d.Key + " " + d.Title)
	}
	for _, c := range s.Codebook.All() {
		add(c.Key + " " + c.Label + " " + c.Definition + " " + c.Include + " " + c.Exclude + " " + c.Example)
	}
	for _, c := range s.Cases {
		add(c.Key + " " + c.Label)
	}
	for _, c := range s.Coders {
		add(c.Name + " " + c.Label)
	}
	var out []string
	for _, w := range words.Tokens(note) {
		said := note[w.Start:w.End]
		if first, _ := utf8.DecodeRuneInString(said); unicode.IsUpper(first) && !known[w.Fold] && !slices.ContainsFunc([]string{s.Language, "nb", "en"}, func(l string) bool { return words.Common(w.Fold, l) }) {
			out = addOnce(out, said)
		}
	}
	return out
}
