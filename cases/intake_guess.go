package cases

import (
	"fmt"
	"slices"
	"strings"

	"crosscase/corpus"
	"crosscase/corpus/convert"
	"crosscase/corpus/words"
)

// kindWords are the words of file and folder names by which a kind is guessed, the surest
// first.
var kindWords = []struct{ word, kind string }{
	{"arsrapport", "annual-report"}, {"aarsrapport", "annual-report"}, {"aarsmelding", "annual-report"}, {"arsmelding", "annual-report"},
	{"arsberetning", "annual-report"}, {"aarsberetning", "annual-report"}, {"annual-report", "annual-report"},
	{"budsjett", "budget"}, {"budget", "budget"},
	{"oekonomiplan", "plan"}, {"handlingsplan", "plan"}, {"kommuneplan", "plan"}, {"virksomhetsplan", "plan"}, {"planer", "plan"}, {"plan", "plan"},
}

// guessKind takes a document with turns for an interview and otherwise goes by
// words in the names of the file and its folder.
func guessKind(name, folder string, r convert.Result) string {
	if r.Turns > 0 {
		return corpus.KindInterview
	}
	for _, slug := range []string{corpus.Slug(name), corpus.Slug(folder)} {
		for _, k := range kindWords {
			if strings.Contains(slug, k.word) {
				return k.kind
			}
		}
	}
	return "document"
}

// guessCase returns the case whose key or label is the name of the folder or begins the
// name of the file; "" if none does, or more than one.
func (s *Study) guessCase(name, folder string) string {
	var found []string
	file, folder := corpus.Slug(strings.TrimSuffix(name, extension(name))), corpus.Slug(folder)
	for _, c := range s.Cases {
		for _, n := range []string{corpus.Slug(c.Key), corpus.Slug(c.Title())} {
			if rest, ok := strings.CutPrefix(file, n); folder == n || ok && (rest == "" || strings.ContainsAny(rest[:1], "-_.")) {
				found = append(found, c.Key)
				break
			}
		}
	}
	if len(found) == 1 {
		return found[0]
	}
	return ""
}

func extension(name string) string {
	if i := strings.LastIndexByte(name, '.'); i > 0 {
		return name[i:]
	}
	return ""
}

// dateOf returns the date of a document: that of the text, or of the file's name where the text
// has none or only a year of it. Where the two tell different years it says so.
func dateOf(name, text string, r *convert.Report) string {
	named := convert.DateInName(name)
	switch {
	case named == "" || text == named:
		return text
	case text == "" || strings.HasPrefix(named, text):
		r.Add("guessed", "date, by the name of the file", 1, named)
		return named
	case named[:4] != text[:4]:
		r.Add("warning", "the text is dated "+text+", the name of the file says "+named+": taken from the text; correct it in the file beside the text", 1, "")
	}
	return text
}

// language returns the language of a text: the one that was said, the one that its words
// tell, or that of the study.
func (s *Study) language(text, said string, r *convert.Report) string {
	if said != "" {
		return said
	}
	found := words.Language(text)
	if found == "" || found == s.Language {
		return s.Language
	}
	r.Add("guessed", "language", 1, found)
	return found
}

// leastCommon is the share of a text that a file of the same name must have in common with it
// to be taken for its correction.
const leastCommon = 0.5

// corrects tells of a file that has the name of a document's and much of its text.
func (s *Study) corrects(name, text string, r *convert.Report) error {
	for _, d := range s.Documents {
		if d.Original.Name != name || d.Original.Part != "" {
			continue
		}
		t, err := s.Text(d.Key)
		if err != nil {
			continue
		}
		if corpus.Compare(t.Text, corpus.NewText(text)).Similarity() >= leastCommon {
			return fmt.Errorf("was taken in before as %s and has changed since\nhint: crosscase corpus revise takes the correction over and keeps the codings; corpus add --new takes it in beside the other", d.Key)
		}
		r.Add("guessed", "another text than "+d.Key+", which has the same file name", 1, "")
	}
	return nil
}

// alikeName tells of a file whose name differs from another's only in capitals or in the form
// of its accents: they would be one file on another machine.
func (s *Study) alikeName(name string) error {
	i := slices.IndexFunc(s.Documents, func(d *corpus.Document) bool {
		return d.Original.Name != name && corpus.SameName(d.Original.Name, name)
	})
	if i < 0 {
		return nil
	}
	d := s.Documents[i]
	return fmt.Errorf("has the name of %s, which is in the study as %s, but for capitals or the form of accents\nhint: give it a name of its own; to correct the other: crosscase corpus revise --document %s", d.Original.Name, d.Key, d.Key)
}
