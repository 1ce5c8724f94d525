package compare

import (
	"fmt"

	"crosscase/cases"
	"crosscase/compare/likeness"
	"crosscase/compare/table"
)

// Similarity returns how alike the cases are, cases by cases, and with q.Pairs for each pair in what they agree and differ. A coefficient is taken over what is known of both
// cases, and says of how much; where it is not defined it is missing with the reason. Its evidence is that of everything it rests on; in the second table a count is the number of codes and
// values, each with its first passage.
func Similarity(s *cases.Study, q LikenessQuestion, o Options) ([]*table.Table, error) {
	a, err := alike(s, q, o)
	if err != nil {
		return nil, err
	}
	l := o.Language
	t := a.newTable("similarity", l.Say("Likeness of cases", a.coefficient()), l.Say("Case"))
	t.Picture = table.HeatMap
	pairs := a.newTable("pairs", l.Say("In what cases agree"), l.Say("Pair"))
	pairs.Count = "codes and values"
	for _, k := range []string{"both", "first", "second", "neither", "unknown"} {
		pairs.Columns = append(pairs.Columns, table.Label{Key: k, Label: l.Say("likeness " + k)})
	}
	for i, one := range a.cases {
		label := table.Label{Key: one.Key, Label: one.Title()}
		t.Rows, t.Columns = append(t.Rows, label), append(t.Columns, label)
		var cells []table.Cell
		for j, other := range a.cases {
			f, x, why := a.of(i, j)
			c := table.Cell{Names: fmt.Sprintf("a=%d b=%d c=%d d=%d", f.A, f.B, f.C, f.D)}
			if why != "" {
				c.Missing = l.Say(string(why))
			} else {
				c.Text, c.Number = fmt.Sprintf("%s (n %d)", l.Decimals(x, 4), f.Known()), &x
				c.Evidence = a.known(i, j)
			}
			cells = append(cells, c)
			if i < j {
				pairs.Rows = append(pairs.Rows, table.Label{Key: one.Key + " " + other.Key, Label: one.Title() + " – " + other.Title()})
				pairs.Cells = append(pairs.Cells, a.agreements(i, j))
			}
		}
		t.Cells = append(t.Cells, cells)
	}
	t.Notes = []string{a.note(l)}
	if !q.Pairs {
		return []*table.Table{t}, t.Check()
	}
	if err := pairs.Check(); err != nil {
		return nil, err
	}
	return []*table.Table{t, pairs}, t.Check()
}

// agreements lists what both of two cases have, only the first, only the second, neither, and what is not known of both.
func (a *casesAlike) agreements(i, j int) []table.Cell {
	out := make([]table.Cell, 5)
	for k := range 4 {
		out[k].SetEvidence([]table.Evidence{})
	}
	for _, x := range a.things {
		k := 4
		from := i
		switch m, n := x.marks[i], x.marks[j]; {
		case m == likeness.Unknown || n == likeness.Unknown:
		case m == likeness.Yes && n == likeness.Yes:
			k = 0
		case m == likeness.Yes:
			k = 1
		case n == likeness.Yes:
			k, from = 2, j
		default:
			k = 3
		}
		out[k].Items = append(out[k].Items, x.label)
		if k < 4 {
			out[k].SetEvidence(append(out[k].Evidence, x.evidence[from][0]))
		}
	}
	for k := range 5 {
		if len(out[k].Items) == 0 {
			out[k].Text = "–"
		}
	}
	return out
}
