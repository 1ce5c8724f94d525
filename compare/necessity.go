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
