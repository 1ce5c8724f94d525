package compare

import (
	"strings"

	"crosscase/cases"
	"crosscase/coding"
	"crosscase/compare/table"
	"crosscase/corpus/catalogue"
)

// Adjudication lists disagreements with what each coder said, and what was settled and why.
func Adjudication(s *cases.Study, list []cases.Disagreement, o Options) *table.Table {
	t := listing("adjudication", "place", o, "code", "differ on", "coded", "without", "quote", "cite", "settled", "because")
	for _, d := range list {
		place := d.Passage.String()
		t.Rows = append(t.Rows, table.Label{Key: d.Code + "@" + place, Label: place})
		var said, others []string
		e := table.Evidence{Passage: place, Cite: s.Cite(d.Passage), Status: "reviewed"}
		if text, err := s.Text(d.Passage.Document); err == nil {
			e.Quote = strings.Join(strings.Fields(text.Text.Slice(d.Passage.Span)), " ")
		}
		for _, c := range d.Codings {
			said = append(said, coderSays(c, o.Language))
			e.Coders, e.Codings = append(e.Coders, c.Coder), append(e.Codings, c.ID)
		}
		others = append(others, d.Without...)
		for _, c := range d.Others {
			others = append(others, c.Coder+": "+c.Code)
		}
		settled, because := "", ""
		if d.Settled != nil {
			settled, because = o.Language.Say("settled none"), d.Settled.Note
			for i, c := range d.Outcome {
				if i == 0 {
					settled = ""
				}
				settled = strings.TrimPrefix(settled+", "+coderSays(c, o.Language), ", ")
			}
		}
		cells := []table.Cell{{Text: d.Code}, {Text: o.Language.Say("on " + d.Kind)}, {Text: strings.Join(said, ", "), Evidence: []table.Evidence{e}}, {Text: strings.Join(others, ", ")},
			{Text: beginning(e.Quote, 90), Evidence: []table.Evidence{e}}, {Text: e.Cite}, {Text: settled}, {Text: because}}
		t.Cells = append(t.Cells, cells)
	}
	return t
}

func coderSays(c coding.Coding, l catalogue.Language) string {
	out := c.Coder + " " + c.Span.String()
	if c.Says != coding.For {
		out += " (" + l.Say(string(c.Says)) + ")"
	}
	return out
}
