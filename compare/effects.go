package compare

import (
	"cmp"
	"math"
	"sort"

	"crosscase/cases"
	"crosscase/compare/table"
	"crosscase/corpus/catalogue"
)

// predictor is one column of a predictor-outcome matrix.
type predictor struct {
	label          table.Label
	measure        caseMeasure
	same, opposite int // pairs of cases that lie the same way on both, and the other way
	pairs, ranked  int // pairs that differ in the outcome; cases known on both
	strength       float64
}

// Effects returns the predictor-outcome-consequences matrix (Miles, Huberman and Saldaña 2014, chapter 10): the cases
// in the order of the outcome, high first, beside it what might go with it, what goes with it most
// first, and last what the record says follows from it, in its order. How well something goes with the outcome is counted over pairs of cases that are known on both: those that lie the same
// way less those that lie the other way, of all that differ in the outcome (Somers' d, Somers 1962, American Sociological
// Review 27, with the outcome independent). A code counts as lacking, partial or present.
func Effects(s *cases.Study, r *cases.TableRecord, o Options) (*table.Table, error) {
	if r.Outcome == "" {
		return nil, catalogue.Errorf("a predictor-outcome matrix needs an outcome\nhint: --outcome with an attribute or a code; in a file the field outcome")
	}
	outcome, err := measureNamed(s, r, o, r.Outcome)
	if err != nil {
		return nil, err
	}
	plain := *r
	plain.By, plain.OrderBy, plain.Facet = "", r.Outcome, ""
	d, err := newDisplay(s, &plain, o)
	if err != nil {
		return nil, err
	}
	l := o.Language
	t := titled(r, o, "effects", "Case")
	t.Columns = []table.Label{{Key: outcome.key, Label: l.Say("outcome", outcome.label)}}
	list := d.predictors(outcome)
	left := 0
	if r.Top > 0 && len(list) > r.Top {
		left = len(list) - r.Top
		list = list[:r.Top]
	}
	for _, p := range list {
		t.Columns = append(t.Columns, p.label)
	}
	after, err := d.consequences(outcome)
	if err != nil {
		return nil, err
	}
	for _, p := range after {
		t.Columns = append(t.Columns, table.Label{Key: "consequence-" + p.label.Key, Label: l.Say("consequence", p.label.Label)})
	}
	list = append(list, after...)
	evidence := make([][]table.Evidence, len(list))
	for _, place := range d.places {
		t.Rows = append(t.Rows, place.heading())
		cells := []table.Cell{place.at.cell}
		for i, p := range list {
			x := p.measure.of(place.cases[0])
			cells = append(cells, x.cell)
			if x.ranked && place.at.ranked {
				evidence[i] = append(append(evidence[i], x.cell.Evidence...), place.at.cell.Evidence...)
			}
		}
		t.Cells = append(t.Cells, cells)
	}
	t.Rows = append(t.Rows, table.Label{Key: "goes-with", Label: l.Say("goes-with")})
	cells := []table.Cell{{}}
	for i, p := range list {
		cell := table.Cell{Text: l.Say("pairs-way", p.same, p.opposite, p.pairs, p.ranked), Evidence: evidence[i]}
		if p.pairs == 0 {
			cell = table.Cell{Missing: l.Say("no-pairs")}
		}
		cells = append(cells, cell)
	}
	t.Cells = append(t.Cells, cells)
	noteOrder(t, &plain, o, d.places, d.measures)
	t.Notes = append(t.Notes, l.Say("note-pairs"))
	if len(after) > 0 {
		t.Notes = append(t.Notes, l.Say("note-consequences"))
	}
	if left > 0 {
		t.Notes = append(t.Notes, l.Say("left-out", left))
	}
	return t, nil
}

// predictors are the rows and the attributes of a record (all that have an order, if it names
// none) but for the outcome, those first that go with it most.
func (d *display) predictors(outcome caseMeasure) []predictor {
	var measures []caseMeasure
	for _, next := range d.rows {
		if len(next.codes) == 1 && next.codes[0] != outcome.code {
			m := codeMeasure(d.study, d.record, d.options, next.codes[0])
			m.label = markedCode(d.study, next.codes[0], next.label.Label, d.options.Language)
			measures = append(measures, m)
		}
	}
	chosen, err := attributesOf(d.study, d.record)
	if err != nil {
		chosen = nil
	}
	for _, a := range chosen {
		if a.From == "" && (outcome.code != nil || a.Key != outcome.key) && a.Kind != cases.Text && a.Kind != cases.List && a.Kind != cases.Ranked {
			measures = append(measures, attributeMeasure(d.study, d.options, a))
		}
	}
	out := d.against(measures, outcome)
	sort.SliceStable(out, func(i, j int) bool {
		return cmp.Or(cmp.Compare(out[j].strength, out[i].strength), cmp.Compare(out[j].pairs, out[i].pairs)) < 0
	})
	return out
}

// consequences are the attributes and codes that a record says follow the outcome, in its order.
func (d *display) consequences(outcome caseMeasure) ([]predictor, error) {
	var measures []caseMeasure
	for _, name := range d.record.Consequences {
		m, err := measureNamed(d.study, d.record, d.options, name)
		if err != nil {
			return nil, err
		}
		if m.key == outcome.key && m.code == outcome.code {
			return nil, catalogue.Errorf("%s is the outcome, and no consequence of itself\nhint: leave it out of the consequences", m.key)
		}
		measures = append(measures, m)
	}
	return d.against(measures, outcome), nil
}

// against holds measures against an outcome, over the pairs of cases.
func (d *display) against(measures []caseMeasure, outcome caseMeasure) []predictor {
	out := make([]predictor, 0, len(measures))
	scales, outcomes := make([]float64, 0, len(d.places)), make([]float64, 0, len(d.places))
	for _, m := range measures {
		p := predictor{label: table.Label{Key: m.key, Label: m.label}, measure: m}
		x, y := scales[:0], outcomes[:0]
		for i := range d.places {
			place := &d.places[i]
			if one := m.look(place.cases[0], false); one.ranked && place.at.ranked {
				x, y = append(x, one.scale), append(y, place.at.scale)
			}
		}
		p.ranked = len(x)
		for i := range x {
			for j := i + 1; j < len(x); j++ {
				if y[i] == y[j] {
					continue
				}
				p.pairs++
				switch way := (y[i] - y[j]) * (x[i] - x[j]); {
				case way > 0:
					p.same++
				case way < 0:
					p.opposite++
				}
			}
		}
		if p.pairs > 0 {
			p.strength = math.Abs(float64(p.same-p.opposite)) / float64(p.pairs)
		}
		out = append(out, p)
	}
	return out
}
