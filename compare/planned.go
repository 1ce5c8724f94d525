package compare

import (
	"fmt"
	"slices"
	"strings"

	"crosscase/cases"
	"crosscase/compare/table"
)

// NotePlanned says below tables which passages only tell of a plan, where no cell of a row says so.
func NotePlanned(s *cases.Study, ts []*table.Table) {
	for _, t := range ts {
		notePlanned(s, t)
	}
}

func notePlanned(s *cases.Study, t *table.Table) {
	l := t.Language
	word := l.Say("planned")
	says := func(text string) bool {
		return strings.Contains(text, "["+word+"]") || strings.Contains(text, " "+word+")")
	}
	said, where := map[string]bool{}, map[string][]string{} // the passages, and by case
	var unmarked []*table.Evidence
	for i, row := range t.Cells {
		planned := plannedIn(row)
		if len(planned) == 0 {
			continue
		}
		marked := says(t.Rows[i].Label)
		for j := range row { // by their index, for a cell is large
			marked = marked || says(row[j].Text) || slices.ContainsFunc(row[j].Items, says)
		}
		if !marked {
			unmarked = append(unmarked, planned...)
			continue
		}
		for _, e := range planned {
			said[e.Passage] = true
		}
	}
	for _, e := range unmarked {
		if !said[e.Passage] {
			where[e.Case] = addOnce(where[e.Case], e.Passage)
		}
	}
	var parts []string
	for _, c := range s.Cases {
		if n := len(where[c.Key]); n > 0 {
			parts = append(parts, fmt.Sprintf("%s %d", c.Title(), n))
		}
	}
	if len(parts) == 0 {
		return
	}
	if note := l.Say("note planned", strings.Join(parts, ", ")); !slices.Contains(t.Notes, note) {
		t.Notes = append(slices.Clip(t.Notes), note)
		if t.Caption != nil {
			t.Caption = append(slices.Clip(t.Caption), note)
		}
	}
}

// plannedIn returns the evidence of a row that only tells of a plan, and does not deny.
func plannedIn(row []table.Cell) (out []*table.Evidence) {
	for j := range row {
		for k := range row[j].Evidence {
			if e := &row[j].Evidence[k]; e.Planned && e.Says != "against" {
				out = append(out, e)
			}
		}
	}
	return out
}
