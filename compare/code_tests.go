package compare

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"crosscase/cases"
	"crosscase/coding"
	"crosscase/compare/frequency"
	"crosscase/compare/table"
	"crosscase/corpus/catalogue"
)

// TestQuestion says what is to be tested.
type TestQuestion struct {
	By     string // an attribute: its groups are compared
	Unit   string // "case", or a kind of stretch
	Filter cases.Filter

	Structural bool   // also codes that mark the answers to questions
	Adjust     string // of frequency.Adjustments
	Draws      int    // for tables too large to be gone through
	Seed       uint64
	Explain    bool
}

// CodesByGroup returns, for each code, in how many units of each group of an attribute it is, the size of the difference, and Fisher's exact test with p values corrected for their number.
// Effects come first. Units of which it is not known (unread, not asked, no source) are left out, cases by name. With two groups the effect is the difference of
// shares and the odds ratio, with more Cramér's V.
func CodesByGroup(s *cases.Study, q TestQuestion, o Options) ([]*table.Table, error) {
	groups, err := columnsOf(s, &cases.TableRecord{By: q.By}, Options{Language: o.Language, Cases: q.Filter.Cases})
	if err != nil {
		return nil, err
	}
	groups = slices.DeleteFunc(groups, func(c column) bool { return len(c.cases) == 0 })
	if len(groups) < 2 {
		return nil, catalogue.Errorf("attribute %q parts the cases into %d group\nhint: a test needs two; crosscase cases list shows what is known of them", q.By, len(groups))
	}
	u, err := affirmedUnitsOf(s, q.Unit, q.Filter, q.Structural)
	if err != nil {
		return nil, err
	}
	in, err := casesIn(s, q.Filter)
	if err != nil {
		return nil, err
	}
	for g := range groups {
		groups[g].cases = slices.DeleteFunc(groups[g].cases, func(c *cases.Case) bool { return !in(c) })
	}
	l := o.Language
	two := len(groups) == 2
	t := &table.Table{Name: "tests", Title: l.Say("Codes by group"), Language: l, Corner: l.Say("Code"), Banner: l.Say("not random"), Count: q.Unit + "s"}
	for _, g := range groups {
		t.Columns = append(t.Columns, table.Label{Key: g.label.Key, Label: g.label.Label})
	}
	if two {
		t.Columns = append(t.Columns, table.Label{Key: "difference", Label: l.Say("difference")}, table.Label{Key: "phi", Label: "phi"}, table.Label{Key: "odds", Label: l.Say("odds")})
	} else {
		t.Columns = append(t.Columns, table.Label{Key: "v", Label: l.Say("v")})
	}
	t.Columns = append(t.Columns, table.Label{Key: "p", Label: "p"}, table.Label{Key: "adjusted", Label: l.Say("adjusted", q.Adjust)})
	var ps []float64
	var explained []explainedRow
	drawn, leftOut := false, 0
	for i := range u.codes {
		if len(u.of[i])+len(u.against.of[i]) == 0 {
			continue
		}
		code := u.codes[i]
		counts := make([][]int, 2)
		var cells []table.Cell
		for _, g := range groups {
			with, n, unknown, over := u.inGroup(i, g.cases, o)
			leftOut += unknown
			c := counted(with)
			c.Text = l.Say("of", len(with), n)
			if n > 0 {
				c.Text += " (" + l.Percent(float64(len(with))/float64(n)) + ")"
			}
			c.Text += over.beside(l)
			cells = append(cells, c)
			counts[0], counts[1] = append(counts[0], len(with)), append(counts[1], n-len(with))
		}
		label := titleOf(s, code)
		test := frequency.FisherTable(counts, q.Draws, q.Seed)
		if two {
			x := frequency.Table22{A: counts[0][0], B: counts[1][0], C: counts[0][1], D: counts[1][1]}
			f := frequency.Fisher(x)
			test = f
			cells = append(cells, figureCell(l, frequency.RiskDifference(x), l.Percent), figureCell(l, frequency.Phi(x), nil), oddsCell(l, f))
			explained = append(explained, explainedRow{"difference", fmt.Sprintf("%s: a = %d, b = %d, c = %d, d = %d", label, x.A, x.B, x.C, x.D)})
		} else {
			cells = append(cells, figureCell(l, frequency.CramersV(counts), nil))
		}
		p := math.NaN()
		switch {
		case test.Undefined != "":
			cells = append(cells, table.Cell{Text: l.Say("undefined"), Missing: l.Say(string(test.Undefined))})
		default:
			p = test.P
			c := table.Cell{Text: l.PValue(p), Number: &p}
			if test.Method == frequency.Drawn {
				drawn = true
				c.Text += "*"
			}
			cells = append(cells, c)
			x := frequency.ChiSquare(counts, false)
			explained = append(explained, explainedRow{"fisher", fmt.Sprintf("%s: p = %s (%s, %d)", label, full(p), test.Method, test.Tables)},
				explainedRow{"chi2", fmt.Sprintf("%s: %s, df %d, p = %s, E ≥ %s", label, full(x.Statistic), x.DF, full(x.P), full(x.LeastFilled))})
		}
		ps = append(ps, p)
		t.Rows = append(t.Rows, table.Label{Key: code.Key, Label: label})
		t.Cells = append(t.Cells, cells)
	}
	adjusted, err := frequency.Adjust(ps, q.Adjust)
	if err != nil {
		return nil, err
	}
	for i, p := range adjusted {
		c := table.Cell{Text: l.Say("undefined"), Missing: l.Say(string(frequency.EmptyMargin))}
		if !math.IsNaN(p) {
			c = table.Cell{Text: l.PValue(p), Number: &p}
		}
		t.Cells[i] = append(t.Cells[i], c)
	}
	t.Notes = append(t.Notes, l.Say("note counting", l.Say("count "+q.Unit)), l.Say("note tests", len(slices.DeleteFunc(slices.Clone(ps), math.IsNaN)), q.Adjust))
	t.Notes = append(t.Notes, u.notes(l)...)
	if q.Unit != CaseUnit {
		t.Notes = append(t.Notes, l.Say("note clustered"))
	}
	if leftOut > 0 {
		t.Notes = append(t.Notes, l.Say("note unknown units", leftOut))
	}
	if drawn {
		t.Notes = append(t.Notes, l.Say("note drawn", q.Draws, q.Seed))
	}
	undefinedNotes(t)
	t.How = how(s, &cases.TableRecord{}, o)
	if err := t.Check(); err != nil || !q.Explain {
		return []*table.Table{t}, err
	}
	explained = append(explained, explainedRow{"adjust", ""})
	if two {
		explained = append(explained, explainedRow{"phi", ""}, explainedRow{"odds", ""})
	} else {
		explained = append(explained, explainedRow{"v", ""})
	}
	return []*table.Table{t, explanation(explained, t.How, o)}, nil
}

// inGroup returns the units of a group's cases that have a code, of how many units it is known, and of how many more it is not; of cases
// also which. A case whose state is absent has not the code, and a state that a person set stands over the passages.
func (u *unitsByCode) inGroup(code int, group []*cases.Case, o Options) (with []codedUnit, n, unknown int, over known) {
	held := map[string]codedUnit{}
	for _, x := range u.of[code] {
		held[x.key] = x
	}
	if u.kind == CaseUnit {
		for _, c := range group {
			st := u.readings.Standing(c, u.codes[code], false)
			_, any := held[c.Key]
			has := u.has(&st, any)
			over.put(c.Title(), &st, has)
			if has {
				with = append(with, u.caseUnit(c, &st, held, o))
			}
		}
		return with, len(over.known), 0, over
	}
	ok := u.knownOf(u.codes[code])
	for _, x := range u.all {
		if !slices.ContainsFunc(group, func(c *cases.Case) bool {
			return slices.ContainsFunc(c.Members, func(m cases.Member) bool { return m.Holds(x.at) })
		}) {
			continue
		}
		unit, has := held[x.key]
		switch {
		case has:
			with = append(with, unit)
			n++
		case ok(x.at.Document):
			n++
		default:
			unknown++
		}
	}
	return with, n, unknown, over
}

// figureCell returns a cell with a figure, or the reason why there is none.
func figureCell(l interface {
	Decimals(float64, int) string
	Say(string, ...any) string
}, f frequency.Figure, print func(float64) string) table.Cell {
	if !f.Defined() {
		return table.Cell{Text: l.Say("undefined"), Missing: l.Say(string(f.Undefined))}
	}
	if print == nil {
		print = func(x float64) string { return l.Decimals(x, 2) }
	}
	x := f.Value
	return table.Cell{Text: print(x), Number: &x}
}

// oddsCell returns a cell with an odds ratio and its interval. What is infinite has no number.
func oddsCell(l interface {
	Decimals(float64, int) string
	Say(string, ...any) string
}, f frequency.FisherTest) table.Cell {
	if f.Undefined != "" || math.IsNaN(f.Odds) {
		return table.Cell{Text: l.Say("undefined"), Missing: l.Say(string(frequency.EmptyMargin))}
	}
	c := table.Cell{Text: l.Decimals(f.Odds, 2) + " (" + l.Decimals(f.Lower, 2) + " – " + l.Decimals(f.Upper, 2) + ")"}
	if !math.IsInf(f.Odds, 0) {
		x := f.Odds
		c.Number = &x
		if !math.IsInf(f.Upper, 0) {
			c.Interval = []float64{f.Lower, f.Upper}
		}
	}
	return c
}

// CodesPaired returns the fourfold table of two codes on the same units, with the size of their association and McNemar's test of whether one is more frequent than the
// other. Units of which either code is not known are left out.
func CodesPaired(s *cases.Study, first, second string, q TestQuestion, o Options) ([]*table.Table, error) {
	for _, key := range []string{first, second} {
		if _, err := s.ChosenCodes([]string{key}); err != nil {
			return nil, err
		}
	}
	a, b := s.Codebook.Code(first), s.Codebook.Code(second)
	if a == b {
		return nil, catalogue.Errorf("%q and %q are one code\nhint: name two codes", first, second)
	}
	f := q.Filter
	f.Codes = nil
	u, err := affirmedUnitsOf(s, q.Unit, f, true)
	if err != nil {
		return nil, err
	}
	l := o.Language
	of := func(code *coding.Code) map[string]codedUnit {
		out := map[string]codedUnit{}
		for _, x := range u.of[slices.Index(u.codes, code)] {
			out[x.key] = x
		}
		return out
	}
	withA, withB := of(a), of(b)
	knownIn := u.knownOf(a, b)
	var cells [2][2][]codedUnit
	var counts [2][2]int
	leftOut := 0
	var unknown []string
	for _, x := range u.all {
		inA, hasA := withA[x.key]
		inB, hasB := withB[x.key]
		known := hasA && hasB
		if u.kind == CaseUnit {
			c := s.Case(x.key)
			stA, stB := u.readings.Standing(c, a, false), u.readings.Standing(c, b, false)
			hasA, hasB, known = u.has(&stA, hasA), u.has(&stB, hasB), stA.Known() && stB.Known()
			inA, inB = u.caseUnit(c, &stA, withA, o), u.caseUnit(c, &stB, withB, o)
		}
		if !known && (u.kind == CaseUnit || !knownIn(x.at.Document)) {
			leftOut++
			if u.kind == CaseUnit {
				unknown = append(unknown, s.Case(x.key).Title())
			}
			continue
		}
		i, j := index(!hasA), index(!hasB)
		counts[i][j]++
		switch {
		case hasA && hasB:
			cells[0][0] = append(cells[0][0], u.shared(inA, inB))
		case hasA:
			cells[0][1] = append(cells[0][1], inA)
		case hasB:
			cells[1][0] = append(cells[1][0], inB)
		}
	}
	x := frequency.Table22{A: counts[0][0], B: counts[0][1], C: counts[1][0], D: counts[1][1]}
	t := &table.Table{Name: "pair", Title: titleOf(s, a) + " / " + titleOf(s, b), Language: l, Corner: titleOf(s, a), Banner: l.Say("not random"), Count: q.Unit + "s"}
	t.Columns = []table.Label{{Key: "with", Label: titleOf(s, b)}, {Key: "without", Label: l.Say("without", titleOf(s, b))}}
	t.Rows = []table.Label{{Key: "with", Label: titleOf(s, a)}, {Key: "without", Label: l.Say("without", titleOf(s, a))}}
	for i := range cells {
		row := make([]table.Cell, 2)
		for j := range row {
			if i == 1 && j == 1 {
				row[j] = numberCell(l, float64(counts[i][j]), 0)
				continue
			}
			row[j] = counted(cells[i][j])
			row[j].Text = fmt.Sprint(len(cells[i][j]))
		}
		t.Cells = append(t.Cells, row)
	}
	t.Notes = append(t.Notes, l.Say("note counting", l.Say("count "+q.Unit)))
	switch {
	case len(unknown) > 0:
		t.Notes = append(t.Notes, l.Say("note unknown cases", strings.Join(unknown, ", ")))
	case leftOut > 0:
		t.Notes = append(t.Notes, l.Say("note unknown units", leftOut))
	}
	if q.Unit != CaseUnit {
		t.Notes = append(t.Notes, l.Say("note clustered"))
	}
	t.How = how(s, &cases.TableRecord{}, o)
	figures := pairFigures(x, t.How, o)
	if err := t.Check(); err != nil || !q.Explain {
		return []*table.Table{t, figures}, err
	}
	inputs := fmt.Sprintf("a = %d, b = %d, c = %d, d = %d", x.A, x.B, x.C, x.D)
	return []*table.Table{t, figures, explanation([]explainedRow{{"phi", inputs}, {"odds", inputs}, {"fisher", inputs}, {"mcnemar", fmt.Sprintf("b = %d, c = %d", x.B, x.C)}}, t.How, o)}, nil
}

// pairFigures returns the figures of a fourfold table: a row each.
func pairFigures(x frequency.Table22, made table.How, o Options) *table.Table {
	l := o.Language
	t := &table.Table{Name: "pair-figures", Language: l, Corner: l.Say("Figure"), How: made, Columns: []table.Label{{Key: "value", Label: l.Say("Value")}, {Key: "p", Label: "p"}}}
	row := func(key, label string, value, p table.Cell) {
		t.Rows = append(t.Rows, table.Label{Key: key, Label: label})
		t.Cells = append(t.Cells, []table.Cell{value, p})
	}
	pCell := func(p float64, why frequency.Reason) table.Cell {
		if why != "" {
			return table.Cell{Text: l.Say("undefined"), Missing: l.Say(string(why))}
		}
		return table.Cell{Text: l.PValue(p), Number: &p}
	}
	m, fisher := frequency.McNemar(x.B, x.C), frequency.Fisher(x)
	row("phi", "phi", figureCell(l, frequency.Phi(x), nil), table.Cell{})
	row("odds", l.Say("odds")+", Fisher", oddsCell(l, fisher), pCell(fisher.P, fisher.Undefined))
	row("mcnemar-exact", "McNemar, "+l.Say("exact"), table.Cell{}, pCell(m.Exact, ""))
	for _, y := range []struct {
		key, label string
		test       frequency.Test
	}{{"mcnemar", "McNemar, chi²", m.Asymptotic}, {"mcnemar-plain", "McNemar, chi² " + l.Say("uncorrected"), m.Plain}} {
		value := table.Cell{Text: l.Say("undefined"), Missing: l.Say(string(y.test.Undefined))}
		if y.test.Undefined == "" {
			value = numberCell(l, y.test.Statistic, 2)
		}
		row(y.key, y.label, value, pCell(y.test.P, y.test.Undefined))
	}
	undefinedNotes(t)
	return t
}

func index(second bool) int {
	if second {
		return 1
	}
	return 0
}
