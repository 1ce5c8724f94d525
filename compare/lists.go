package compare

import (
	"cmp"
	"fmt"
	"strings"

	"crosscase/cases"
	"crosscase/coding"
	"crosscase/compare/table"
	"crosscase/corpus"
)

// listing returns a table without evidence of its own: every cell stands in a file
// of the study, which the row's source names.
func listing(name, corner string, o Options, columns ...string) *table.Table {
	t := &table.Table{Name: name, Language: o.Language, Corner: o.Language.Head(corner), How: table.How{Command: o.Command, Version: o.Version}}
	for _, c := range columns {
		t.Columns = append(t.Columns, table.Label{Key: strings.ReplaceAll(c, " ", "-"), Label: o.Language.Head(c)})
	}
	return t
}

func addRow(t *table.Table, key, label, source string, texts ...string) {
	t.Rows = append(t.Rows, table.Label{Key: key, Label: label})
	cells := make([]table.Cell, len(texts))
	for i, s := range texts {
		cells[i] = table.Cell{Text: s}
		if s != "" && source != "" {
			cells[i].Evidence = []table.Evidence{{Source: source}}
		}
	}
	t.Cells = append(t.Cells, cells)
}

// inWords prints the key in a cell of the last row in words; programs are given the key.
func inWords(t *table.Table, column int, words func(key string) string) {
	c := &t.Cells[len(t.Cells)-1][column]
	if said := words(c.Text); said != c.Text {
		c.Key, c.Text = c.Text, said
	}
}

// Documents lists the documents of a study.
func Documents(s *cases.Study, o Options) *table.Table {
	t := listing("documents", "document", o, "case", "kind", "date", "language", "speakers", "title")
	for _, d := range s.Documents {
		var in, speakers []string
		for _, c := range s.Cases {
			for _, m := range c.Members {
				if m.Document == d.Key {
					in = append(in, c.Key)
					break
				}
			}
		}
		for _, p := range d.Speakers {
			speakers = append(speakers, p.Label)
		}
		addRow(t, d.Key, d.Key, cases.SidecarFile(d.Key), strings.Join(in, ", "), d.Kind, d.Date, d.Language, strings.Join(speakers, ", "), d.Title)
		inWords(t, 1, o.Language.DocumentKind)
	}
	return t
}

// Questions lists the questions of the guide.
func Questions(s *cases.Study, o Options) *table.Table {
	t := listing("guide", "question", o, "theme", "topic", "asks", "answers")
	for _, theme := range s.Guide.Themes {
		for _, q := range theme.Questions {
			addRow(t, q.Key, q.Key, fmt.Sprintf("%s:%d", coding.GuideFile, q.Line), theme.Key, q.Topic, q.Ask, strings.Join(q.Answers, ", "))
		}
	}
	return t
}

// Codes lists the codes of the code book with their definitions and the number of
// passages that people coded with each.
func Codes(s *cases.Study, o Options) *table.Table {
	t := listing("codebook", "code", o, "label", "kind", "questions", "passages", "definition")
	n := s.Passages()
	for _, c := range s.Codebook.All() {
		addRow(t, c.Key, c.Key, fmt.Sprintf("%s:%d", coding.CodebookFile, c.Line), c.Title(), c.Kind, strings.Join(c.Questions, ", "), fmt.Sprint(n[c.Key]), beginning(c.Definition, 120))
		inWords(t, 1, o.Language.CodeKind)
		t.Rows[len(t.Rows)-1].Depth = c.Depth
	}
	return t
}

// CaseList lists the cases with the number of their documents and their attributes.
func CaseList(s *cases.Study, o Options) *table.Table {
	columns := []string{"label", "documents"}
	for _, a := range s.Attributes {
		columns = append(columns, a.Title())
	}
	t := listing("cases", "case", o, columns...)
	for _, c := range s.Cases {
		texts := []string{c.Title(), fmt.Sprint(len(c.Members))}
		for _, a := range s.Attributes {
			texts = append(texts, valueCell(s, c, a, valueOf(s, c, a), o.Language).Text)
		}
		addRow(t, c.Key, c.Key, c.File, texts...)
	}
	return t
}

// Codings lists codings, each with its place.
func Codings(s *cases.Study, list []coding.Coding, o Options) *table.Table {
	t := listing("codings", "id", o, "code", "coder", "says", "value", "quote", "cite", "place", "basis", "when", "note")
	t.Record = "id"
	for _, c := range list {
		quote := c.Quote
		if text, err := s.Text(c.Document); err == nil {
			quote = text.Text.Slice(c.Span)
		}
		quote = strings.Join(strings.Fields(quote), " ")
		t.Rows = append(t.Rows, table.Label{Key: c.ID, Label: c.ID})
		e := table.Evidence{Passage: c.Passage.String(), Quote: quote, Says: string(c.Says), Planned: c.Basis == coding.BasisPlan, Basis: nonEmpty(c.Basis), Values: nonEmpty(c.Value), When: nonEmpty(c.When), Notes: nonEmpty(c.Note), Coders: []string{c.Coder}, Codings: []string{c.ID}, Cite: s.Cite(c.Passage), Status: "reviewed"}
		if coding.Machine(c.Coder) {
			e.Status = "proposed"
		}
		said := saysOf(e, o.Language)
		cells := []table.Cell{{Text: c.Code}, {Text: c.Coder}, {Text: said}, {Text: c.Value}, {Text: beginning(quote, 90)}, {Text: e.Cite}, {Text: c.Passage.String()}, {Text: c.Basis}, {Text: c.When}, {Text: c.Note}}
		cells[4].Evidence = []table.Evidence{e}
		t.Cells = append(t.Cells, cells)
	}
	return t
}

// ValuesOfCase lists the values of one case with their reasons.
func ValuesOfCase(s *cases.Study, c *cases.Case, o Options) *table.Table {
	t := listing("case-"+c.Key, c.Title(), o, "value")
	for _, a := range s.Attributes {
		t.Rows = append(t.Rows, table.Label{Key: a.Key, Label: a.Title()})
		t.Cells = append(t.Cells, []table.Cell{valueCell(s, c, a, valueOf(s, c, a), o.Language)})
	}
	for _, m := range c.Members {
		text := o.Language.Say("unavailable") + ": " + m.Unavailable
		if d := s.Document(m.Document); d != nil {
			text = strings.TrimSpace(o.Language.DocumentKind(d.Kind) + " " + d.Date)
		}
		addRow(t, m.Document, cmp.Or(m.Document, m.Kind), fmt.Sprintf("%s:%d", c.File, m.Line), text)
	}
	return t
}

func sliceOf(s *cases.Study, document string, start, end int) string {
	t, err := s.Text(document)
	if err != nil {
		return ""
	}
	return t.Text.Slice(corpus.Span{Start: start, End: end})
}
