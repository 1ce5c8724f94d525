package compare

import (
	"fmt"
	"math"
	"slices"

	"crosscase/cases"
	"crosscase/coding"
	"crosscase/compare/agree"
	"crosscase/compare/table"
)

// scale is what can be given to a unit beside its code.
type scale struct {
	name    string // of the table
	title   string // key in the catalogue, as those of the notes
	none    string
	note    string
	offered func(*coding.Code) []string
	given   func(*coding.Coding) string
	ordered bool
}

// CodersValues returns how far coders agree on the values that a code has (known, used, dropped …), for the codes with values and on the units to which two coders
// or more gave exactly one. The order of the values in the code book is that of the ordinal figures; they mean something only if it is one.
func CodersValues(s *cases.Study, q CodersQuestion, o Options) ([]*table.Table, error) {
	return agreementOn(scale{"values", "Agreement on values", "note no values", "note values",
		func(c *coding.Code) []string { return c.Values }, func(x *coding.Coding) string { return x.Value }, true}, s, q, o)
}

// CodersSays returns how far coders agree on what a passage says of its code, for, against or qualified, on the units to which two coders or more
// gave the code in exactly one direction.
func CodersSays(s *cases.Study, q CodersQuestion, o Options) ([]*table.Table, error) {
	return agreementOn(scale{"says", "Agreement on directions", "", "note directions",
		func(*coding.Code) []string {
			return []string{string(coding.For), string(coding.Against), string(coding.Qualified)}
		}, func(x *coding.Coding) string { return string(x.Says) }, false}, s, q, o)
}

func agreementOn(on scale, s *cases.Study, q CodersQuestion, o Options) ([]*table.Table, error) {
	c, err := newComparison(s, q, o)
	if err != nil {
		return nil, err
	}
	if q.Unit == SpanUnit {
		c.passagesAsUnits()
	}
	l := o.Language
	t := c.newTable(on.name, l.Say(on.title))
	t.Columns = []table.Label{{Key: "units", Label: l.Say("units")}, {Key: "agreement", Label: l.Say("agreement")}}
	var measures []func(*agree.Ratings) agree.Coefficient
	var letters []string // of agreement or disagreement, observed and expected
	for _, m := range []struct {
		key, label, letter string
		ordered            bool
		of                 func(*agree.Ratings) agree.Coefficient
	}{
		{"alpha", "alpha", "D", false, agree.AlphaNominal},
		{"alpha-ordinal", l.Say("ordinal", "alpha"), "D", true, func(r *agree.Ratings) agree.Coefficient { return agree.Alpha(r, agree.Ordinal) }},
		{"kappa-quadratic", l.Say("quadratic", "kappa"), "P", true, func(r *agree.Ratings) agree.Coefficient { return agree.Cohen(r, agree.Quadratic).Coefficient }},
		{"ac1", "AC1", "P", false, agree.GwetAC1},
	} {
		if on.ordered || !m.ordered {
			t.Columns = append(t.Columns, table.Label{Key: m.key, Label: m.label})
			measures, letters = append(measures, m.of), append(letters, m.letter)
		}
	}
	sampling := agree.Resampling{Resamples: q.Resamples, Level: 0.95, Seed: q.Seed}
	inputs := c.inputs()
	var explained []explainedRow
	for i, code := range c.codes {
		offers := on.offered(code)
		if len(offers) == 0 {
			continue
		}
		var patterns []agree.Pattern
		units := []table.Evidence{}
		touched, _ := c.marks.judged(i)
		for _, x := range touched {
			p := agree.Pattern{Values: make([]float64, len(c.coders)), Units: 1}
			given := 0
			for j := range p.Values {
				p.Values[j] = c.valueOf(on, offers, i, j, x)
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
		for k := range offers {
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
				explained = append(explained, explainedRow{t.Columns[2+k].Key, fmt.Sprintf("%s: %so = %s, %se = %s", titleOf(s, code), letters[k], full(v.Observed), letters[k], full(v.Expected))})
			}
		}
		t.Rows = append(t.Rows, table.Label{Key: code.Key, Label: titleOf(s, code)})
		t.Cells = append(t.Cells, cells)
	}
	c.commonNotes(t, len(c.keys))
	if len(t.Rows) == 0 && on.none != "" {
		t.Notes = append(t.Notes, l.Say(on.none))
	}
	t.Notes = append(t.Notes, l.Say(on.note))
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

// valueOf returns the place, among those offered, of the one value that a coder gave a unit; NaN if it is none or more than one.
func (c *comparison) valueOf(on scale, offers []string, code, coder int, x judgement) float64 {
	doc := &c.marks.documents[x.document]
	out := math.NaN()
	for _, k := range doc.marks[coder][code] {
		if k.left || !k.Overlaps(doc.units[x.unit]) {
			continue
		}
		v := slices.Index(offers, on.given(&c.codings[k.coding]))
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
