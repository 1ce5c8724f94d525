package compare

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"crosscase/compare/qca"
	"crosscase/compare/table"
	"crosscase/corpus/catalogue"
)

// Minimized returns a solution: its models with their terms and how they fit, the membership of every case
// in them, and the assumptions about combinations that were not seen. Below ten cases it is only
// made where it is asked for as an illustration, and says so.
func (c *Configuration) Minimized(ctx context.Context) ([]*table.Table, error) {
	m, err := c.minimized(ctx)
	if err != nil {
		return nil, err
	}
	t := c.fitTable(m)
	tables := []*table.Table{t}
	if len(m.shown) > 0 {
		tables = append(tables, c.pathTable(m), c.memberTable(m))
	}
	if c.spec.Solution != qca.Conservative && len(m.shown) > 0 {
		assumed, err := c.assumptionTable(ctx, m)
		if err != nil {
			return nil, err
		}
		if len(assumed.Rows) > 0 {
			tables = append(tables, assumed)
		}
		t.Notes = append(t.Notes, m.notes...)
	}
	t.Notes = append(t.Notes, c.options.Language.Say("qca-negation-note"))
	t.Notes = append(t.Notes, c.truthNotes(m.tt, m.kept)...)
	if few(m.data) {
		for _, t := range tables {
			t.Banner = c.options.Language.Say("qca-illustrative", len(m.data.Cases))
		}
	}
	for _, t := range tables {
		if err := t.Check(); err != nil {
			return nil, err
		}
	}
	return tables, nil
}

// MinimizedThrice returns the conservative, the parsimonious and the intermediate solution, as Minimized does
// each; the names of the tables begin with the kind.
func (c *Configuration) MinimizedThrice(ctx context.Context) ([]*table.Table, error) {
	var out []*table.Table
	for _, kind := range []qca.Kind{qca.Conservative, qca.Parsimonious, qca.Intermediate} {
		one := *c
		one.spec.Solution = kind
		tables, err := one.Minimized(ctx)
		if err != nil {
			return nil, err
		}
		for _, t := range tables {
			t.Name = string(kind) + "-" + t.Name
		}
		out = append(out, tables...)
	}
	return out, nil
}

// minimization is a solution on the way to its tables.
type minimization struct {
	data     *qca.Data
	kept     []int
	tt       *qca.TruthTable
	options  qca.Options
	solution *qca.Solution
	shown    []qca.Model
	fits     []qca.ModelFit
	notes    []string
}

func (c *Configuration) minimized(ctx context.Context) (*minimization, error) {
	d, kept, err := c.data()
	if err != nil {
		return nil, err
	}
	if few(d) && !c.spec.Illustrative {
		return nil, catalogue.Errorf("%d cases are too few for a solution\nhint: crosscase compare truth-table shows them; --illustrative minimises all the same, as an illustration", len(d.Cases))
	}
	m := &minimization{data: d, kept: kept, tt: qca.NewTruthTable(d, c.spec.Cuts)}
	if m.options, err = c.minimizeOptions(d.Conditions); err != nil {
		return nil, err
	}
	if m.solution, err = qca.Minimize(ctx, m.tt, c.spec.Solution, m.options); err != nil {
		return nil, err
	}
	m.shown = m.solution.Models[:min(len(m.solution.Models), max(c.spec.Models, 1))]
	for _, model := range m.shown {
		m.fits = append(m.fits, qca.Fit(d, model))
	}
	return m, nil
}

// minimizeOptions reads what was typed of expectations, exclusions and contradictions.
func (c *Configuration) minimizeOptions(conditions []qca.Condition) (qca.Options, error) {
	o := qca.Options{Larger: c.spec.Larger, Expect: make([][]int, len(conditions))}
	switch c.spec.Contradictions {
	case "positive":
		o.Contradictions = qca.Positive
	case "free":
		o.Contradictions = qca.Remainder
	}
	for _, e := range c.spec.Expect {
		j, values, err := qca.ParseLiteral(e, conditions)
		if err != nil {
			return o, err
		}
		o.Expect[j] = append(o.Expect[j], values...)
	}
	for _, e := range c.spec.Exclude {
		t, err := qca.ParseTerm(e, conditions)
		if err != nil {
			return o, err
		}
		o.Exclude = append(o.Exclude, t)
	}
	return o, nil
}

// fitTable has a row for each model and below it one for each of its terms, with their parameters of fit.
func (c *Configuration) fitTable(m *minimization) *table.Table {
	l := c.options.Language
	t := c.newTable("minimize", l.Say("qca-solution", m.data.Outcome, l.Say(string(c.spec.Solution))), "qca-model")
	for _, k := range [][2]string{{"inclS", "qca-incl-s"}, {"PRI", "qca-pri"}, {"covS", "qca-cov-s"}, {"covU", "qca-cov-u"}} {
		t.Columns = append(t.Columns, table.Label{Key: k[0], Label: l.Say(k[1])})
	}
	all := c.inputsOf(m.kept, c.Sets...)
	for i, f := range m.fits {
		key := modelName(i)
		t.Rows = append(t.Rows, table.Label{Key: key, Label: key + ": " + m.shown[i].Write(m.data.Conditions)})
		t.Cells = append(t.Cells, []table.Cell{c.figure(f.Incl, all), c.figure(f.PRI, all), c.figure(f.Cov, all), {}})
		for _, term := range f.Terms {
			name := term.Term.Write(m.data.Conditions)
			inputs := c.inputsOf(m.kept, append(c.setsOf(term.Term), c.Outcome())...)
			t.Rows = append(t.Rows, table.Label{Key: key + ": " + name, Label: name, Depth: 1})
			t.Cells = append(t.Cells, []table.Cell{c.figure(term.Incl, inputs), c.figure(term.PRI, inputs), c.figure(term.Cov, inputs), c.figure(term.Unique, all)})
		}
	}
	t.Notes = c.solutionNotes(m)
	return t
}

// pathTable has the same rows with the cases of each term, and the deviant ones.
func (c *Configuration) pathTable(m *minimization) *table.Table {
	l := c.options.Language
	t := c.newTable("paths", l.Say("qca-paths", m.data.Outcome), "qca-model")
	for _, k := range [][2]string{{"cases", "qca-cases"}, {"unique", "qca-alone"}, {"deviant-kind", "qca-deviant-kind"}, {"deviant-degree", "qca-deviant-degree"}, {"uncovered", "qca-uncovered"}} {
		t.Columns = append(t.Columns, table.Label{Key: k[0], Label: l.Say(k[1])})
	}
	for i, f := range m.fits {
		key := modelName(i)
		t.Rows = append(t.Rows, table.Label{Key: key, Label: key})
		t.Cells = append(t.Cells, []table.Cell{{}, {}, c.casesCell(m.kept, f.Kind), {}, c.casesCell(m.kept, f.Uncovered)})
		for _, term := range f.Terms {
			name := term.Term.Write(m.data.Conditions)
			t.Rows = append(t.Rows, table.Label{Key: key + ": " + name, Label: name, Depth: 1})
			t.Cells = append(t.Cells, []table.Cell{c.casesCell(m.kept, term.Cases), c.casesCell(m.kept, term.Alone), c.casesCell(m.kept, term.Kind), c.casesCell(m.kept, term.Degree), {}})
		}
	}
	return t
}

func modelName(i int) string { return "M" + strconv.Itoa(i+1) }

// solutionNotes say how many models there are, what limits the search met, and where intermediate models
// come from.
func (c *Configuration) solutionNotes(m *minimization) []string {
	l := c.options.Language
	s := m.solution
	var out []string
	count := func(f float64) string { return l.Number(f) }
	switch {
	case s.Stopped != nil && len(s.Models) == 0:
		return []string{l.Say("qca-nothing-known", count(float64(s.Stopped.Limit)), l.Say(s.Stopped.By))}
	case len(s.Models) == 0:
		return []string{l.Say("qca-no-solution")}
	case s.Count > 1 && c.spec.Solution == qca.Intermediate:
		out = append(out, l.Say("qca-models-between", count(s.Count)))
	case s.Count > 1:
		out = append(out, l.Say("qca-models", count(s.Count), s.Size))
	}
	if s.Larger > 0 {
		out = append(out, l.Say("qca-larger", count(s.Larger)))
	}
	if len(m.shown) < len(s.Models) {
		out = append(out, l.Say("qca-models-shown", len(m.shown), count(s.Count+s.Larger)))
	}
	if s.Stopped != nil && s.Stopped.By == qca.Models {
		out = append(out, l.Say("qca-kept", count(float64(s.Stopped.Limit))))
	} else if s.Stopped != nil {
		out = append(out, l.Say("qca-stopped", count(float64(s.Stopped.Limit)), l.Say(s.Stopped.By)))
	}
	if c.spec.Solution != qca.Intermediate {
		return out
	}
	expected := strings.Join(c.spec.Expect, ", ")
	if expected == "" {
		expected = l.Say("qca-none-expected")
	}
	out = append(out, l.Say("qca-expected", expected))
	for _, from := range s.Derived[:min(len(s.Derived), max(c.spec.Models, 1))] {
		var names []string
		for _, model := range from.Models {
			if i := slices.IndexFunc(m.shown, func(o qca.Model) bool { return o.Write(m.data.Conditions) == model.Write(m.data.Conditions) }); i >= 0 {
				names = append(names, "M"+strconv.Itoa(i+1))
			}
		}
		out = append(out, l.Say("qca-from", strings.Join(names, ", "), from.Conservative.Write(m.data.Conditions), from.Parsimonious.Write(m.data.Conditions), len(from.Easy)))
	}
	return out
}

// memberTable has each case's membership in the terms and models and in the outcome: the figures of a fit plot.
func (c *Configuration) memberTable(m *minimization) *table.Table {
	l := c.options.Language
	t := c.newTable("members", l.Say("qca-members", m.data.Outcome), "Case")
	t.Picture = table.Plane
	kinds := make([][]string, len(m.fits)) // by model and case
	for i, f := range m.fits {
		key := modelName(i)
		for _, term := range f.Terms {
			name := term.Term.Write(m.data.Conditions)
			t.Columns = append(t.Columns, table.Label{Key: key + ": " + name, Label: key + ": " + name})
		}
		t.Columns = append(t.Columns, table.Label{Key: key, Label: key}, table.Label{Key: key + ".kind", Label: key + ": " + l.Say("qca-case-kind")})
		kinds[i] = caseKinds(m.data, f)
	}
	t.Columns = append(t.Columns, table.Label{Key: "outcome", Label: m.data.Outcome})
	for k, i := range m.kept {
		t.Rows = append(t.Rows, c.Cases[i])
		var cells []table.Cell
		member := func(x float64, sets []*CalibratedSet) {
			cells = append(cells, table.Cell{Text: l.Decimals(x, c.digits()), Number: &x, Evidence: c.opened(m.kept, []int{k}, sets)})
		}
		for j, f := range m.fits {
			for _, term := range f.Terms {
				member(term.Membership[k], c.setsOf(term.Term))
			}
			member(f.Membership[k], c.conditions())
			cells = append(cells, table.Cell{Text: l.Say(kinds[j][k]), Evidence: c.opened(m.kept, []int{k}, c.Sets)})
		}
		member(m.data.Y[k], []*CalibratedSet{c.Outcome()})
		t.Cells = append(t.Cells, cells)
	}
	return t
}

// caseKinds says of every case what it is to a model: typical, deviant in kind or degree, not covered, in
// neither, or at .5.
func caseKinds(d *qca.Data, f qca.ModelFit) []string {
	out := make([]string, len(d.Cases))
	for i, x := range f.Membership {
		y := d.Y[i]
		switch {
		case qca.Ambiguous(y) || qca.Ambiguous(x):
			out[i] = "qca-at-half"
		case qca.In(x) && !qca.In(y):
			out[i] = "qca-deviant-kind"
		case !qca.In(x) && qca.In(y):
			out[i] = "qca-uncovered"
		case !qca.In(x):
			out[i] = "qca-irrelevant"
		case x > y+1e-9:
			out[i] = "qca-deviant-degree"
		default:
			out[i] = "qca-typical"
		}
	}
	return out
}

// assumptionTable lists the combinations that were not seen and that the models suppose to have the outcome; those
// that the same kind of solution of the negated outcome supposes too contradict themselves.
func (c *Configuration) assumptionTable(ctx context.Context, m *minimization) (*table.Table, error) {
	l := c.options.Language
	t := c.newTable("assumptions", l.Say("qca-assumptions", m.data.Outcome), "qca-remainder")
	for _, s := range c.conditions() {
		t.Columns = append(t.Columns, table.Label{Key: s.Key, Label: s.Label})
	}
	t.Columns = append(t.Columns, table.Label{Key: "models", Label: l.Say("qca-supposed-by")}, table.Label{Key: "negated", Label: l.Say("qca-also-negated")})
	by := map[int][]string{}
	var rows [][]int
	for i, model := range m.shown {
		assumed, stopped := qca.Assumptions(m.tt, model, m.options)
		if stopped != nil {
			m.notes = append(m.notes, l.Say("qca-stopped", l.Number(float64(stopped.Limit)), l.Say(stopped.By)))
			continue
		}
		for _, r := range assumed {
			n := qca.RowNumber(m.data.Conditions, r)
			if len(by[n]) == 0 {
				rows = append(rows, r)
			}
			by[n] = append(by[n], "M"+strconv.Itoa(i+1))
		}
	}
	slices.SortFunc(rows, slices.Compare[[]int])
	against, err := c.negatedAssumptions(ctx, m)
	if err != nil {
		return nil, err
	}
	all := c.inputsOf(m.kept, c.Sets...)
	contradicted := map[int]bool{}
	for _, r := range qca.Contradicted(rows, against) {
		contradicted[qca.RowNumber(m.data.Conditions, r)] = true
	}
	if n := len(contradicted); n > 0 {
		m.notes = append(m.notes, l.Say("qca-contradicted", n, m.data.Outcome, c.negatedName()))
	}
	for i, r := range rows {
		if i == maxRows {
			t.Notes = append(t.Notes, l.Say("qca-too-many-rows", l.Number(float64(len(rows)))))
			break
		}
		n := qca.RowNumber(m.data.Conditions, r)
		t.Rows = append(t.Rows, table.Label{Key: strconv.Itoa(n), Label: strconv.Itoa(n)})
		var cells []table.Cell
		for _, v := range r {
			cells = append(cells, table.Cell{Text: strconv.Itoa(v), Evidence: all})
		}
		answer := "qca-no"
		if contradicted[n] {
			answer = "qca-contradictory"
		}
		cells = append(cells, table.Cell{Text: strings.Join(by[n], ", "), Evidence: all}, table.Cell{Text: l.Say(answer), Evidence: all})
		t.Cells = append(t.Cells, cells)
	}
	return t, nil
}

func (c *Configuration) negatedName() string {
	if c.spec.Negate {
		return c.outcomeName()
	}
	return "~" + c.outcomeName()
}

// negatedAssumptions returns what the same kind of solution supposes for the negated outcome. Expectations turn
// round with the outcome: what is expected to help it is expected not to help its negation.
func (c *Configuration) negatedAssumptions(ctx context.Context, m *minimization) ([][]int, error) {
	o := m.options
	o.Expect = make([][]int, len(m.options.Expect))
	for j, values := range m.options.Expect {
		if len(values) == 0 {
			continue
		}
		for v := range m.data.Conditions[j].Levels {
			if !slices.Contains(values, v) {
				o.Expect[j] = append(o.Expect[j], v)
			}
		}
	}
	tt := qca.NewTruthTable(m.data.Negated(), c.spec.Cuts)
	s, err := qca.Minimize(ctx, tt, c.spec.Solution, o)
	if err != nil {
		return nil, err
	}
	var out [][]int
	for _, model := range s.Models[:min(len(s.Models), max(c.spec.Models, 1))] {
		assumed, _ := qca.Assumptions(tt, model, o)
		out = append(out, assumed...)
	}
	return out, nil
}
