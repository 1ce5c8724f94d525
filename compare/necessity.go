package compare

import (
	"context"

	"crosscase/compare/qca"
	"crosscase/compare/table"
)

// Necessity returns how necessary every condition is, present and absent, for the outcome and for its
// negation; and for each of the two the conjunctions and disjunctions that pass the cut-offs.
func (c *Configuration) Necessity(ctx context.Context) ([]*table.Table, error) {
	l := c.options.Language
	d, kept, err := c.data()
	if err != nil {
		return nil, err
	}
	both := []*qca.Data{d, d.Negated()}
	if c.spec.Negate { // ~~Y is Y
		both[1].Outcome = c.outcomeName()
	}
	t := c.newTable("necessity", l.Say("qca-necessity", both[0].Outcome, both[1].Outcome), "qca-condition")
	for i, d := range both {
		for _, k := range []string{"qca-incl-n", "qca-cov-n", "qca-ron"} {
			key := map[string]string{"qca-incl-n": "inclN", "qca-cov-n": "covN", "qca-ron": "RoN"}[k]
			if i == 1 {
				key += "-negated"
			}
			t.Columns = append(t.Columns, table.Label{Key: key, Label: l.Say(k, d.Outcome)})
		}
	}
	for j, condition := range d.Conditions {
		values := []int{1, 0}
		if condition.Levels > 2 {
			values = nil
			for v := range condition.Levels {
				values = append(values, v)
			}
		}
		for _, v := range values {
			term := literal(d.Conditions, j, v)
			name := term.Write(d.Conditions)
			t.Rows = append(t.Rows, table.Label{Key: name, Label: name})
			inputs := c.inputsOf(kept, c.Sets[j], c.Outcome())
			var cells []table.Cell
			for _, d := range both {
				n := qca.Necessary(term.Membership(d), d.Y)
				cells = append(cells, c.figure(n.Incl, inputs), c.figure(n.Cov, inputs), c.figure(n.RoN, inputs))
				if n.Incl >= .9 && n.RoN < .6 {
					t.Notes = append(t.Notes, l.Say("qca-trivial", name, l.Decimals(n.RoN, c.digits())))
				}
			}
			t.Cells = append(t.Cells, cells)
		}
	}
	t.Notes = append(append(append(t.Notes, c.leftOut()...), c.skewNotes()...), l.Say("qca-read-necessity"))
	t.Drawn = c.memberships(d, kept, t.Title)
	if err := t.Drawn.Check(); err != nil {
		return nil, err
	}
	tables := []*table.Table{t}
	for i, d := range both {
		super, err := c.supersets(ctx, d, kept, []string{"necessary", "necessary-negated"}[i])
		if err != nil {
			return nil, err
		}
		tables = append(tables, super)
	}
	return tables, t.Check()
}

// memberships returns each case's membership in the conditions and the outcome, as it is drawn.
func (c *Configuration) memberships(d *qca.Data, kept []int, title string) *table.Table {
	t := c.newTable("memberships", title, "Case")
	t.Picture = table.PlaneBelow
	cell := func(x float64, k int, set *CalibratedSet) table.Cell {
		return table.Cell{Text: c.options.Language.Decimals(x, c.digits()), Number: &x, Evidence: c.opened(kept, []int{k}, []*CalibratedSet{set})}
	}
	for j, condition := range d.Conditions {
		if condition.Levels == 2 { // a multi-value condition has no degree
			t.Columns = append(t.Columns, table.Label{Key: condition.Name, Label: c.Sets[j].Label})
		}
	}
	t.Columns = append(t.Columns, table.Label{Key: "outcome", Label: d.Outcome})
	for k, i := range kept {
		t.Rows = append(t.Rows, c.Cases[i])
		var cells []table.Cell
		for j, condition := range d.Conditions {
			if condition.Levels == 2 {
				cells = append(cells, cell(d.X[k][j], k, c.Sets[j]))
			}
		}
		t.Cells = append(t.Cells, append(cells, cell(d.Y[k], k, c.Outcome())))
	}
	t.Caption = c.leftOut()
	return t
}

func (c *Configuration) supersets(ctx context.Context, d *qca.Data, kept []int, name string) (*table.Table, error) {
	l := c.options.Language
	cuts := c.spec.Necessity
	t := c.newTable(name, l.Say("qca-supersets", d.Outcome, l.Number(cuts.Incl), l.Number(cuts.Cov), l.Number(cuts.RoN)), "qca-expression")
	for _, k := range []string{"inclN", "covN", "RoN"} {
		t.Columns = append(t.Columns, table.Label{Key: k, Label: k})
	}
	found, stopped, err := qca.Supersets(ctx, d, cuts)
	if err != nil {
		return nil, err
	}
	for _, s := range found {
		text := s.Write(d.Conditions)
		t.Rows = append(t.Rows, table.Label{Key: text, Label: text})
		inputs := c.inputsOf(kept, append(c.setsOf(s.Term), c.Outcome())...)
		t.Cells = append(t.Cells, []table.Cell{c.figure(s.Incl, inputs), c.figure(s.Cov, inputs), c.figure(s.RoN, inputs)})
	}
	if len(found) == 0 {
		t.Notes = append(t.Notes, l.Say("qca-no-necessary"))
	}
	if stopped != nil {
		t.Notes = append(t.Notes, l.Say("qca-stopped", l.Number(float64(stopped.Limit)), l.Say(stopped.By)))
	}
	return t, t.Check()
}
