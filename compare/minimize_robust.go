package compare

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strings"

	"crosscase/compare/qca"
	"crosscase/compare/table"
)

// Robust returns what the solution becomes when something in it is changed: the cut-offs, one anchor of
// the calibration, or the cases, one left out at a time (Oana, Schneider and Thomann 2021, ch. 5).
func (c *Configuration) Robust(ctx context.Context) (*table.Table, error) {
	l := c.options.Language
	m, err := c.minimized(ctx)
	if err != nil {
		return nil, err
	}
	base := m.written()
	t := c.newTable("robust", l.Say("qca-robust", l.Say(string(c.spec.Solution)), m.data.Outcome), "qca-change")
	for _, k := range [][2]string{{"models", "qca-how-many"}, {"solution", "qca-solution-is"}, {"same", "qca-same"}} {
		t.Columns = append(t.Columns, table.Label{Key: k[0], Label: l.Say(k[1])})
	}
	changes, same := 0, 0
	add := func(key, label string, changed *minimization) {
		found := changed.written()
		answer := "qca-no"
		shared := 0
		for _, f := range found {
			if slices.Contains(base, f) {
				shared++
			}
		}
		switch {
		case slices.Equal(found, base):
			answer = "qca-yes"
			same++
		case shared > 0:
			answer = "qca-part"
		}
		changes++
		inputs := c.inputsOf(changed.kept, c.Sets...)
		text := strings.Join(found[:min(len(found), max(c.spec.Models, 1))], "\n")
		if text == "" {
			text = "–"
		}
		number := l.Number(changed.solution.Count)
		if changed.solution.Stopped != nil {
			number = "≥ " + l.Number(float64(len(changed.solution.Models)))
		}
		t.Rows = append(t.Rows, table.Label{Key: key, Label: label})
		t.Cells = append(t.Cells, []table.Cell{{Text: number, Evidence: inputs}, {Text: text, Evidence: inputs}, {Text: l.Say(answer), Evidence: inputs}})
	}
	add("base", l.Say("qca-as-analysed"), m)
	changes, same = 0, 0
	try := func(key, label string, with *Configuration, d *qca.Data, kept []int) error {
		changed, err := with.again(ctx, m, d, kept)
		if err != nil {
			return err
		}
		add(key, label, changed)
		return nil
	}
	for _, v := range c.cutOffs() {
		other := *c
		other.spec.Cuts = v.cuts
		if err := try(v.key, v.label, &other, m.data, m.kept); err != nil {
			return nil, err
		}
	}
	for _, v := range c.movedAnchors() {
		d, kept, err := v.data()
		if err != nil {
			continue // moved so far that nothing is left
		}
		if err := try(v.key, v.label, v.Configuration, d, kept); err != nil {
			return nil, err
		}
	}
	for k, i := range m.kept {
		if len(m.kept) == 1 {
			break
		}
		label := l.Say("qca-without", c.Cases[i].Label)
		if err := try("without-"+c.Cases[i].Key, label, c, m.data.Without(k), slices.Delete(slices.Clone(m.kept), k, k+1)); err != nil {
			return nil, err
		}
	}
	t.Notes = append(t.Notes, l.Say("qca-robust-note", same, changes))
	if few(m.data) {
		t.Banner = l.Say("qca-illustrative", len(m.data.Cases))
	}
	return t, t.Check()
}

// again works the solution out on changed data or with changed cut-offs.
func (c *Configuration) again(ctx context.Context, m *minimization, d *qca.Data, kept []int) (*minimization, error) {
	changed := *m
	changed.data, changed.kept = d, kept
	changed.tt = qca.NewTruthTable(d, c.spec.Cuts)
	var err error
	changed.solution, err = qca.Minimize(ctx, changed.tt, c.spec.Solution, m.options)
	return &changed, err
}

func (m *minimization) written() []string {
	out := make([]string, len(m.solution.Models))
	for i, model := range m.solution.Models {
		out[i] = model.Write(m.data.Conditions)
	}
	return out
}

type changedCuts struct {
	key, label string
	cuts       qca.Cuts
}

// cutOffs returns other cut-offs than the ones chosen, one changed at a time.
func (c *Configuration) cutOffs() []changedCuts {
	l := c.options.Language
	base := c.spec.Cuts
	var out []changedCuts
	for _, incl := range []float64{.75, .8, .85, .9, .95, 1} {
		if cuts := base; math.Abs(incl-base.Incl) > 1e-9 {
			cuts.Incl = incl
			if cuts.InclUnder >= incl {
				cuts.InclUnder = 0
			}
			out = append(out, changedCuts{fmt.Sprintf("incl-%v", incl), "incl " + l.Number(incl), cuts})
		}
	}
	for _, pri := range []float64{0, .5, .6, .7} {
		if cuts := base; math.Abs(pri-base.PRI) > 1e-9 {
			cuts.PRI = pri
			out = append(out, changedCuts{fmt.Sprintf("pri-%v", pri), "PRI " + l.Number(pri), cuts})
		}
	}
	for _, n := range []int{1, 2, 3} {
		if cuts := base; n != max(base.N, 1) {
			cuts.N = n
			out = append(out, changedCuts{fmt.Sprintf("n-%d", n), fmt.Sprintf("n %d", n), cuts})
		}
	}
	return out
}

type movedAnchor struct {
	*Configuration
	key, label string
}

// movedAnchors returns the configuration with each anchor of a scale of numbers moved down and up by
// a tenth of the distance between the outer anchors; a single threshold by a tenth of the range
// of the raw values. Anchors that would pass their neighbours are not moved.
func (c *Configuration) movedAnchors() []movedAnchor {
	l := c.options.Language
	var out []movedAnchor
	for k, s := range c.Sets {
		if s.make == nil {
			continue
		}
		step := math.Abs(s.scale[len(s.scale)-1]-s.scale[0]) / 10
		if len(s.scale) == 1 {
			low, high := math.Inf(1), math.Inf(-1)
			for _, score := range s.Scores {
				if !math.IsNaN(score.Number) {
					low, high = math.Min(low, score.Number), math.Max(high, score.Number)
				}
			}
			step = (high - low) / 10
		}
		for a, at := range s.scale {
			for _, by := range []float64{-step, step} {
				moved := slices.Clone(s.scale)
				moved[a] += by
				if by == 0 || math.IsNaN(by) || math.IsInf(by, 0) || !inOrder(moved, s.scale) {
					continue
				}
				set := *s
				set.Scores = slices.Clone(s.Scores)
				score := s.make(moved)
				for i := range set.Scores {
					if sc := &set.Scores[i]; sc.Missing == "" && !sc.ByHand {
						sc.Value = score(sc.Number)
					}
				}
				other := *c
				other.Sets = slices.Clone(c.Sets)
				other.Sets[k] = &set
				out = append(out, movedAnchor{&other, fmt.Sprintf("%s-%v-%v", s.Key, at, moved[a]), l.Say("qca-moved", s.Label, l.Number(at), l.Number(moved[a]))})
			}
		}
	}
	return out
}

// inOrder tells whether the anchors still rise, or fall, as they did.
func inOrder(moved, was []float64) bool {
	for i := 1; i < len(moved); i++ {
		if moved[i] == moved[i-1] || (moved[i] > moved[i-1]) != (was[i] > was[i-1]) {
			return false
		}
	}
	return true
}
