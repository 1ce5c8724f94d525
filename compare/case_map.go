package compare

import (
	"crosscase/cases"
	"crosscase/compare/likeness"
	"crosscase/compare/table"
)

// CaseMap returns two coordinates for every case, so that cases that are alike lie near each other: the classical scaling of the
// roots of their distances, which are Euclidean for simple matching, Jaccard and Russel-Rao where nothing is unknown. Notes say how
// much the map shows and whether the distances are those of points in space.
func CaseMap(s *cases.Study, q LikenessQuestion, o Options) (*table.Table, error) {
	a, err := alike(s, q, o)
	if err != nil {
		return nil, err
	}
	d, err := a.distances(true)
	if err != nil {
		return nil, err
	}
	m, err := likeness.Scale(d, 2)
	if err != nil {
		return nil, err
	}
	l := o.Language
	t := a.newTable("map", l.Say("Map of cases", a.coefficient()), l.Say("Case"))
	t.Picture = table.CaseMap
	positive := 0.
	for _, e := range m.Eigenvalues {
		positive += max(e, 0)
	}
	for k := range 2 {
		share := "0%"
		if k < len(m.Points[0]) {
			share = l.Percent(m.Eigenvalues[k] / positive)
		}
		t.Columns = append(t.Columns, table.Label{Key: []string{"x", "y"}[k], Label: l.Say("dimension", k+1, share)})
	}
	for i, one := range a.cases {
		t.Rows = append(t.Rows, table.Label{Key: one.Key, Label: one.Title()})
		var cells []table.Cell
		for k := range 2 {
			x := 0.
			if k < len(m.Points[i]) {
				x = m.Points[i][k]
			}
			c := table.Cell{Text: l.Decimals(x, 4), Number: &x}
			for _, thing := range a.things {
				c.Evidence = append(c.Evidence, thing.evidence[i]...)
			}
			cells = append(cells, c)
		}
		t.Cells = append(t.Cells, cells)
	}
	t.Notes = []string{a.distanceNote(true), a.note(l)}
	if positive > 0 {
		t.Notes = append(t.Notes, l.Say("note scaling", l.Percent(m.GOF[0]), l.Percent(m.GOF[1])))
	}
	if len(m.Points[0]) < 2 {
		t.Notes = append(t.Notes, l.Say("note flat"))
	}
	if m.Negative() > 0 {
		t.Notes = append(t.Notes, l.Say("note negative", m.Negative(), l.Decimals(m.Eigenvalues[len(m.Eigenvalues)-1], 4)))
	}
	if m.Tied {
		t.Notes = append(t.Notes, l.Say("note turning"))
	}
	return t, t.Check()
}
