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
	for _, marked := range []bool{true, false} {
		for i, row := range t.Cells {
			if marked != (says(t.Rows[i].Label) || slices.ContainsFunc(row, func(c table.Cell) bool { return says(c.Text) || slices.ContainsFunc(c.Items, says) })) {
				continue
			}
			for _, c := range row {
				for _, e := range c.Evidence {
					switch {
					case !e.Planned || e.Says == "against":
					case marked:
						said[e.Passage] = true
					case !said[e.Passage]:
						where[e.Case] = addOnce(where[e.Case], e.Passage)
					}
				}
			}
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
