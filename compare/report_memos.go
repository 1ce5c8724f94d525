package compare

import (
	"cmp"
	"strings"

	"crosscase/cases"
	"crosscase/compare/manuscript"
	"crosscase/compare/table"
)

// memos is the appendix of the memos that are marked for the report, in the order of their dates, where the options ask for it.
// Passages that they are about, and places in their words, are cited by number like those of the other parts.
func (r *Report) memos() {
	if !r.options.Memos {
		return
	}
	begun := false
	for _, m := range r.study.Memos {
		if !m.Report {
			continue
		}
		if !begun {
			r.Manuscript.Add(manuscript.Heading{Level: 1, Text: r.l.Say("report-appendix-memos"), ID: "appendix-memos"})
			begun = true
		}
		by := m.By
		for _, c := range r.study.Coders {
			if c.Name == m.By {
				by = cmp.Or(c.Label, c.Name)
			}
		}
		head := r.l.Date(m.On)
		for _, more := range []string{by, m.Kind} {
			if more != "" {
				head += ", " + more
			}
		}
		r.Manuscript.Add(manuscript.Heading{Level: 4, Text: strings.TrimPrefix(head, ", ")})
		r.Manuscript.Add(manuscript.Paragraph{Text: r.about(m), Small: true})
		for _, p := range paragraphs(m.Text) {
			r.paragraph(r.quoted.words(p))
		}
	}
}

// about says what a memo is about, in the words of the study.
func (r *Report) about(m *cases.Memo) manuscript.Text {
	s, l := r.study, r.l
	out := manuscript.Text{{Words: l.Say("report-memo-about") + ": "}}
	for i, a := range m.About {
		if i > 0 {
			out = append(out, manuscript.Run{Words: "; "})
		}
		switch {
		case a.Code != "" && s.Codebook.Code(a.Code) != nil:
			out = append(out, manuscript.Run{Words: l.Say("report-memo-code", s.Codebook.Code(a.Code).Title())})
		case a.Case != "" && s.Case(a.Case) != nil:
			out = append(out, manuscript.Run{Words: s.Case(a.Case).Title()})
		case a.Document != "" && s.Document(a.Document) != nil:
			out = append(out, manuscript.Run{Words: cmp.Or(s.Document(a.Document).Title, a.Document)})
		case a.At.Document != "":
			out = append(out, r.quoted.Cite([]table.Evidence{{Passage: a.At.String(), Quote: a.Quote, Cite: s.Cite(a.At)}})...)
		case a.Study:
			out = append(out, manuscript.Run{Words: l.Say("report-memo-study")})
		default:
			out = append(out, manuscript.Run{Words: a.String(), Code: true})
		}
	}
	return out
}
