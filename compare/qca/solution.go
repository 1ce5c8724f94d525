package qca

import (
	"context"
	"slices"
)

// Kind is a kind of solution, by what it supposes of combinations that were not seen.
type Kind string

// The kinds of solution.
const (
	Conservative Kind = "conservative" // nothing: remainders are taken to be negative (also called complex)
	Parsimonious Kind = "parsimonious" // whatever makes it shorter
	Intermediate Kind = "intermediate" // only what goes with the directional expectations
)

// Options say how a truth table is minimised.
type Options struct {
	// Contradictions says what contradictory rows are: Negative, Positive, or Remainder, which lets them be used
	// but need not be covered. The zero Out is Negative.
	Contradictions Out
	// Expect holds for each condition the values with which it is expected to contribute to the
	// outcome, nil for no expectation. It is for the intermediate solution.
	Expect [][]int
	// Exclude are terms whose remainders may not be supposed: impossible or untenable ones (enhanced
	// standard analysis, Schneider and Wagemann 2013, Political Research Quarterly 66:211-220).
	Exclude []Term
	// Larger asks for the irredundant models with more terms as well.
	Larger bool
}

// maxAssumed is how many remainders are gone through at most.
const maxAssumed = 1 << 18

// maxPairs is how many pairs of a conservative and a parsimonious model an intermediate solution is
// worked out from.
const maxPairs = 2_000

// Derived says how models of the intermediate solution came about.
type Derived struct {
	Conservative, Parsimonious Model
	Easy                       [][]int // the easy counterfactuals, by row number
	Models                     []Model
}

// sides returns the rows to be covered and those not to be.
func (t *TruthTable) sides(o Options) (on, off [][]int) {
	for _, r := range t.Rows {
		out := r.Out
		if out == Contradictory {
			if out = o.Contradictions; out == 0 {
				out = Negative
			}
		}
		switch out {
		case Positive:
			on = append(on, r.Values)
		case Negative:
			off = append(off, r.Values)
		}
	}
	return on, off
}

// Minimize returns a solution of a truth table.
//
// Conservative: all but the positive rows is negative. Parsimonious: remainders are free. Intermediate, for every conservative
// model C and parsimonious model P: for each c in C and p in P such that c names all that p names, take c without those
// conditions that p does not name and that go against an expectation; remainders covered by such a term are easy
// counterfactuals, and the models are those of positive rows and easy counterfactuals together, of which
// only the positive rows have to be covered (Ragin and Sonnett 2005; as the R package QCA does it). Its Models are those
// of all pairs, each once; Derived says which pair gave which.
//
// Remainders are all combinations without enough cases, seen or not, that Options.Exclude leaves.
func Minimize(ctx context.Context, t *TruthTable, kind Kind, o Options) (*Solution, error) {
	on, off := t.sides(o)
	conditions := t.Data.Conditions
	conservative := func() (*Solution, error) {
		return minimum(ctx, conditions, on, space{allowed: on, only: true}, o.Larger)
	}
	if kind == Conservative {
		return conservative()
	}
	excluded, stopped := remaindersIn(conditions, o.Exclude, on, off)
	if stopped != nil {
		return &Solution{Stopped: stopped}, nil
	}
	parsimonious, err := minimum(ctx, conditions, on, space{off: append(slices.Clip(off), excluded...)}, o.Larger)
	if kind == Parsimonious || err != nil || len(parsimonious.Models) == 0 {
		return parsimonious, err
	}
	o.Larger = false
	complex, err := conservative()
	if err != nil || len(complex.Models) == 0 {
		return complex, err
	}
	return intermediate(ctx, conditions, on, off, complex, parsimonious, o.Expect)
}

func intermediate(ctx context.Context, conditions []Condition, on, off [][]int, complex, parsimonious *Solution, expect [][]int) (*Solution, error) {
	out := &Solution{Size: complex.Size}
	for _, s := range []*Solution{complex, parsimonious} {
		if s.Stopped != nil {
			out.Stopped = s.Stopped
		}
	}
	e := newEasy(conditions, on, off, complex.Primes, parsimonious.Primes, expect)
	simple := parsimonious.Models[:parsimonious.smallest()]
	simpleTerms := make([][]int, len(simple))
	for i, p := range simple {
		simpleTerms[i] = e.numbers(p, 1)
	}
	byTerms, byRows := map[string]*Derived{}, map[string]*Solution{}
	seen, primes := map[string]bool{}, map[string]bool{}
	for _, c := range complex.Models {
		complexTerms := e.numbers(c, 0)
		for i, p := range simple {
			if len(out.Derived) == maxPairs {
				out.Stopped = &Stopped{Pairs, maxPairs}
				break
			}
			between := e.between(complexTerms, simpleTerms[i])
			if known := byTerms[between]; known != nil {
				out.Derived = append(out.Derived, Derived{c, p, known.Easy, known.Models})
				continue
			}
			rows, stopped := e.rows(between)
			if stopped != nil {
				out.Stopped = stopped
				continue
			}
			key := ""
			for _, r := range rows {
				key += packed(r)
			}
			found := byRows[key]
			if found == nil {
				var err error
				if found, err = minimum(ctx, conditions, on, space{allowed: append(slices.Clip(on), rows...), only: true}, false); err != nil {
					return nil, err
				}
				byRows[key] = found
				if found.Stopped != nil {
					out.Stopped = found.Stopped
				}
				for _, t := range found.Primes {
					if k := packed(t); !primes[k] {
						primes[k] = true
						out.Primes = append(out.Primes, t)
					}
				}
				for _, m := range found.Models {
					if k := m.Write(conditions); !seen[k] {
						seen[k] = true
						out.Models = append(out.Models, m)
						out.Size = min(out.Size, len(m))
					}
				}
			}
			d := Derived{c, p, rows, found.Models}
			byTerms[between] = &d
			out.Derived = append(out.Derived, d)
		}
	}
	slices.SortFunc(out.Primes, compareTerms)
	slices.SortFunc(out.Models, compareModels)
	out.Count = float64(len(out.Models))
	return out, nil
}

// smallest returns how many of the models kept have the smallest number of terms.
func (s *Solution) smallest() int {
	n := 0
	for n < len(s.Models) && len(s.Models[n]) == s.Size {
		n++
	}
	return n
}

// Assumptions returns the simplifying assumptions of a model: the remainders that it covers, and so takes
// to be positive, by row number. Rows that the truth table holds as positive or negative are
// none.
func Assumptions(t *TruthTable, m Model, o Options) ([][]int, *Stopped) {
	on, off := t.sides(o)
	return remaindersIn(t.Data.Conditions, m, on, off)
}

// Contradicted returns the combinations that stand in both of two lists of assumptions: taken
// to be positive for the outcome and for its negation, which cannot both be so.
func Contradicted(a, b [][]int) [][]int {
	in := map[string]bool{}
	for _, r := range a {
		in[packed(r)] = true
	}
	var out [][]int
	for _, r := range b {
		if in[packed(r)] {
			out = append(out, r)
		}
	}
	return out
}

// remaindersIn returns the combinations that some terms cover and that are neither in on nor in off, by
// row number.
func remaindersIn(conditions []Condition, terms []Term, on, off [][]int) ([][]int, *Stopped) {
	seen := map[string]bool{}
	for _, rows := range [][][]int{on, off} {
		for _, r := range rows {
			seen[packed(r)] = true
		}
	}
	var out [][]int
	steps := 0
	for _, t := range terms {
		values := make([]int, len(t))
		for j, v := range t {
			values[j] = max(v, 0)
		}
		for more := true; more; {
			if steps++; steps > maxAssumed {
				return nil, &Stopped{Assumed, maxAssumed}
			}
			if key := packed(values); !seen[key] {
				seen[key] = true
				out = append(out, slices.Clone(values))
			}
			more = false
			for j := len(t) - 1; j >= 0; j-- {
				if t[j] != Any {
					continue
				}
				if values[j]++; values[j] < conditions[j].Levels {
					more = true
					break
				}
				values[j] = 0
			}
		}
	}
	slices.SortFunc(out, slices.Compare[[]int])
	return out, nil
}
