package compare

import (
	"bytes"
	"context"
	"path/filepath"
	"slices"
	"strings"

	"crosscase/cases"
	"crosscase/corpus"
	"crosscase/corpus/convert"
	"crosscase/corpus/margin"
	"crosscase/corpus/words"
)

// DraftFile is a draft taken apart.
type DraftFile struct {
	Sentences []DraftSentence
	Language  string // of the draft: nb, nn or en; the study's where it cannot be told
	word      *margin.File
}

// ReadDraft reads a draft in any format that corpus add reads. Headings claim nothing and are passed over. Of a Word file the
// paragraphs are kept as they stand, so that comments can be put beside them; those on a footnote stand at its reference.
func ReadDraft(ctx context.Context, s *cases.Study, name string, data []byte, opts convert.Options) (*DraftFile, error) {
	f := &DraftFile{}
	var paragraphs []string
	var kinds []margin.Kind
	if strings.EqualFold(filepath.Ext(name), ".docx") {
		var err error
		if f.word, err = margin.Open(data); err != nil {
			return nil, err
		}
		paragraphs = f.word.Paragraphs()
		kinds = f.word.Kinds()
		for i, kind := range kinds {
			if kind == margin.Heading {
				paragraphs[i] = ""
			}
		}
	} else {
		marked := data
		if markdown(name) {
			marked = []byte(CommentsAsMarks(s, string(data)))
		}
		res, err := convert.Convert(ctx, filepath.Base(name), marked, opts)
		if err != nil {
			return nil, err
		}
		t := corpus.NewText(res.Text)
		structure := corpus.Parse(t, nil)
		for _, b := range structure.Blocks {
			if b.Kind != corpus.Heading {
				paragraphs = append(paragraphs, t.Slice(b.Span))
			}
		}
	}
	f.Language = draftLanguage(strings.Join(paragraphs, "\n"), s.Language)
	f.Sentences = Sentences(s, paragraphs)
	first := slices.Index(kinds, margin.Footnote)
	for i := range f.Sentences {
		d := &f.Sentences[i]
		switch {
		case kinds == nil:
		case kinds[d.Paragraph-1] == margin.Caption:
			d.Caption = true
		case kinds[d.Paragraph-1] == margin.Footnote:
			d.Note = d.Paragraph - first
		}
	}
	if markdown(name) || strings.EqualFold(filepath.Ext(name), ".txt") {
		f.findLines(data)
	}
	return f, nil
}

// telltale are words that only one of the languages of drafts has. words.Language is not asked: a draft that counts cases is full
// of "to", "i", "for" and "a", which are words of both English and Norwegian.
var telltale = map[string]string{
	"en": "the of and that with from is was were their which not have has by",
	"no": "og av som på det er har med å ikke ikkje også òg mens medan men eller",
	"nb": "ikke en et de hvordan fra hun ble blir noen mens bare hvor hver både",
	"nn": "ikkje ein eit dei korleis frå ho vart blir nokon medan berre kvar kvart både",
}

// draftLanguage returns the language of a draft, nb, nn or en, by words that only one of them has; the study's where they do
// not tell.
func draftLanguage(text, otherwise string) string {
	n := map[string]int{}
	for _, t := range words.Tokens(text) {
		for language, list := range telltale {
			if slices.Contains(strings.Fields(list), t.Fold) {
				n[language]++
			}
		}
	}
	switch {
	case n["en"] > n["no"]:
		return "en"
	case n["no"] == 0:
		return otherwise
	case n["nn"] > n["nb"]:
		return "nn"
	case n["nb"] > n["nn"] || otherwise != "nn":
		return "nb"
	}
	return "nn"
}

func markdown(name string) bool {
	ext := strings.ToLower(filepath.Ext(name))
	return ext == ".md" || ext == ".markdown"
}

// findLines finds the line of the file at which each sentence begins, by its first words, in the order of the text.
func (f *DraftFile) findLines(data []byte) {
	at := 0
	for i := range f.Sentences {
		fields := strings.Fields(f.Sentences[i].Text)
		for n := min(4, len(fields)); n > 0; n-- {
			first := []byte(strings.Join(fields[:n], " "))
			if j := bytes.Index(data[at:], first); j >= 0 {
				f.Sentences[i].Line = bytes.Count(data[:at+j], []byte("\n")) + 1
				at += j + len(first)
				break
			}
		}
	}
}

// Word tells whether the draft is a Word file, into which comments can be written.
func (f *DraftFile) Word() bool { return f.word != nil }

// Commented returns the Word file with a comment beside each claim: its verdict, what carries it, and the passages that speak
// against it. With flagged only those that are flagged get one. All else in the file stays as it is.
func (f *DraftFile) Commented(s *cases.Study, found []DraftClaim, flagged bool, o Options) ([]byte, error) {
	var notes []margin.Note
	for i := range found {
		d := &found[i]
		if flagged && !d.Flagged() {
			continue
		}
		lines := d.Comment(s, o.Language)
		if d.Sentence.Note > 0 { // it stands at the reference, so that it says of which words it is
			lines = append([]string{o.Language.Quote(d.Clause)}, lines...)
		}
		notes = append(notes, margin.Note{Paragraph: d.Sentence.Paragraph - 1, Start: d.Sentence.Start, End: d.Sentence.End, Lines: lines})
	}
	return f.word.Write("crosscase", "cc", notes)
}
