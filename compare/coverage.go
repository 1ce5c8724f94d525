package compare

import (
	"slices"

	"crosscase/cases"
	"crosscase/coding"
	"crosscase/compare/table"
)

// notLooked is the state of a question before the guide matcher has run.
const notLooked = "not-looked"

// GuideCoverage returns which question of the guide was asked in which interview:
// answered, asked, answered elsewhere, not asked, or not found by the matcher in
// an interview whose coverage nobody has closed. Each cell cites the passages. Before the matcher has run, what nobody
// has closed is not looked for.
func GuideCoverage(s *cases.Study, o Options) (*table.Table, error) {
	l := o.Language
	looked := s.Ran(coding.GuideCoder)
	t := &table.Table{Name: "guide-coverage", Title: l.Say("Guide coverage"), Language: l, Corner: l.Say("Question")}
	var coverages []cases.Coverage
	for _, d := range s.Documents {
		if !d.Interview() {
			continue
		}
		c := s.Coverage(d.Key)
		label := d.Title
		if label == "" {
			label = d.Key
		}
		if !c.Closed {
			label += " *"
		}
		coverages = append(coverages, c)
		t.Columns = append(t.Columns, table.Label{Key: d.Key, Label: label})
	}
	for _, theme := range s.Guide.Themes {
		for _, q := range theme.Questions {
			t.Rows = append(t.Rows, table.Label{Key: q.Key, Label: q.Key + " " + q.Label()})
			cells := make([]table.Cell, len(coverages))
			for j, c := range coverages {
				state := c.Questions[q.Key]
				cell := table.Cell{State: state.State}
				switch state.State {
				case cases.QuestionUnclear:
					cell.Text = l.Say("not-found-asked")
					if !looked {
						cell.State, cell.Text = notLooked, l.Say(notLooked)
					}
				default:
					cell.Text = l.Say(state.State)
				}
				for _, p := range state.Passages {
					e := cases.Evidence{Passage: p}
					s.Cited(&e)
					status := "proposed"
					if state.ByPerson || c.Closed {
						status = "reviewed"
					}
					cell.Evidence = append(cell.Evidence, table.Evidence{Passage: p.String(), Quote: e.Quote, Status: status, Cite: e.Cite})
				}
				cells[j] = cell
			}
			t.Cells = append(t.Cells, cells)
		}
	}
	if !looked && slices.ContainsFunc(coverages, func(c cases.Coverage) bool { return !c.Closed }) {
		t.Notes = append(t.Notes, l.Say("note not-looked"))
	}
	for _, c := range coverages {
		if !c.Closed {
			t.Notes = append(t.Notes, "* crosscase guide close "+c.Document)
		}
	}
	t.How = table.How{Command: o.Command, Version: o.Version, Inputs: s.Inputs("")}
	return t, t.Check()
}
