package compare

import (
	"slices"
	"strings"

	"crosscase/cases"
	"crosscase/compare/table"
)

// Outline returns the rows of a table as a list without case columns: each with the
// passages of all cases behind it, and the cases in which it is. Without any passage the
// count is 0 only if it is 0 in every case, else it is Missing for the reasons of the others.
func Outline(s *cases.Study, r *cases.TableRecord, o Options) (*table.Table, error) {
	full, err := CodesByCase(s, r, o)
	if err != nil {
		return nil, err
	}
	t := &table.Table{Name: r.Name, Title: r.Title, Language: o.Language, Corner: full.Corner, Banner: full.Banner, Count: full.Count, How: full.How, Notes: full.Notes,
		Columns: []table.Label{{Key: "passages", Label: o.Language.Say("Passages")}}}
	for i, row := range full.Cells {
		t.Rows = append(t.Rows, full.Rows[i])
		var cell table.Cell
		var evidence []table.Evidence
		var unknown []string
		for _, c := range row {
			evidence = append(evidence, c.Evidence...)
			cell.Proposed = append(cell.Proposed, c.Proposed...)
			if c.Missing != "" && !slices.Contains(unknown, c.Missing) {
				unknown = append(unknown, c.Missing)
			}
		}
		switch {
		case full.Rows[i].Head:
		case len(evidence) > 0 || len(unknown) == 0:
			cell.SetEvidence(evidence)
			cell.Text = countText(&cell, o.Language)
		default:
			cell.Missing = strings.Join(unknown, "; ")
			cell.Text = countText(&cell, o.Language)
		}
		t.Cells = append(t.Cells, []table.Cell{cell})
	}
	return t, t.Check()
}
