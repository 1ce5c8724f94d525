package compare

import (
	"fmt"
	"math"
	"slices"

	"crosscase/cases"
	"crosscase/compare/agree"
	"crosscase/compare/table"
)

// CodersValues returns how far coders agree on the values that a code has (known, used, dropped …), for the codes with values and on the units to which two coders
// or more gave exactly one. The order of the values in the code book is that of the ordinal figures; they mean something only if it is one.
func CodersValues(s *cases.Study, q CodersQuestion, o Options) ([]*table.Table, error) {
	c, err := newComparison(s, q, o)
	if err != nil {
		return nil, err
	}
	if q.Unit == SpanUnit {
		c.passagesAsUnits()
	}
	l := o.Language
	t := c.newTable("values", l.Say("Agreement on values"))
	for _, k := range [][2]string{{"units", l.Say("units")}, {"agreement", l.Say("agreement")}, {"alpha", "alpha"}, {"alpha-ordinal", l.Say("ordinal", "alpha")}, {"kappa-quadratic", l.Say("quadratic", "kappa")}, {"ac1", "AC1"}} {
		t.Columns = append(t.Columns, table.Label{Key: k[0], Label: k[1]})
	}
	sampling := agree.Resampling{Resamples: q.Resamples, Level: 0.95, Seed: q.Seed}
	measures := []func(*agree.Ratings) agree.Coefficient{
		agree.AlphaNominal,
		func(r *agree.Ratings) agree.Coefficient { return agree.Alpha(r, agree.Ordinal) },
		func(r *agree.Ratings) agree.Coefficient { return agree.Cohen(r, agree.Quadratic).Coefficient },
		agree.GwetAC1,
	}
	valueMeasures := [][2]string{{"alpha", "D"}, {"alpha-ordinal", "D"}, {"kappa-quadratic", "P"}, {"ac1", "P"}}
	inputs := c.inputs()
	var explained []explainedRow
	for i, code := range c.codes {
		if len(code.Values) == 0 {
			continue
		}
		var patterns []agree.Pattern
		units := []table.Evidence{}
		touched, _ := c.marks.judged(i)
		for _, x := range touched {
			p := agree.Pattern{Values: make([]float64, len(c.coders)), Units: 1}
			given := 0
			for j := range p.Values {
				p.Values[j] = c.valueOf(i, j, x)
				if !math.IsNaN(p.Values[j]) {
					given++
				}
			}
			if given > 1 {
				patterns = append(patterns, p)
				units = append(units, c.evidence(i, x))
			}
		}
		var offered []float64
		for k := range code.Values {
			offered = append(offered, float64(k))
		}
		r, err := agree.NewPatterns(len(c.coders), patterns, offered...)
		if err != nil {
			return nil, err
		}
		n := table.Cell{Text: fmt.Sprint(len(units))}
		n.SetEvidence(units)
		cells := []table.Cell{n, coefficientCell(l, agree.Percent(r), agree.Interval{Undefined: "-"}, inputs, l.Percent)}
		intervals := make([]agree.Interval, len(measures))
		if sampling.Resamples > 0 && len(patterns) > 0 {
			intervals = agree.Bootstrap(r, sampling, measures...)
		}
		for k, of := range measures {
			v := of(r)
			cells = append(cells, coefficientCell(l, v, intervals[k], inputs, nil))
			if v.Defined() {
				explained = append(explained, explainedRow{valueMeasures[k][0], fmt.Sprintf("%s: %so = %s, %se = %s", titleOf(s, code), valueMeasures[k][1], full(v.Observed), valueMeasures[k][1], full(v.Expected))})
			}
		}
		t.Rows = append(t.Rows, table.Label{Key: code.Key, Label: titleOf(s, code)})
		t.Cells = append(t.Cells, cells)
	}
	c.commonNotes(t, len(c.keys))
	if len(t.Rows) == 0 {
		t.Notes = append(t.Notes, l.Say("note no values"))
	}
	t.Notes = append(t.Notes, l.Say("note values"))
	if q.Resamples > 0 {
		t.Notes = append(t.Notes, l.Say("note interval", l.Number(float64(q.Resamples)), q.Seed, ""))
	}
	undefinedNotes(t)
	t.How = how(s, &cases.TableRecord{}, o)
	if err := t.Check(); err != nil || !q.Explain {
		return []*table.Table{t}, err
	}
	return []*table.Table{t, explanation(explained, t.How, o)}, nil
}

// valueOf returns the place in the code's list of the one value that a coder gave a unit; NaN if it is none or more than one.
func (c *comparison) valueOf(code, coder int, x judgement) float64 {
	doc := &c.marks.documents[x.document]
	out := math.NaN()
	for _, k := range doc.marks[coder][code] {
		if k.left || !k.Overlaps(doc.units[x.unit]) {
			continue
		}
		v := slices.Index(c.codes[code].Values, c.codings[k.coding].Value)
		if v < 0 {
			continue
		}
		if !math.IsNaN(out) && out != float64(v) {
			return math.NaN()
		}
		out = float64(v)
	}
	return out
}
