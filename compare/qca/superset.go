package qca

import (
	"context"
	"math"
	"slices"
)

// maxSupposed is how many expressions a search for necessary ones looks at.
const maxSupposed = 5_000_000

// NecessityCuts are what a necessary expression has to reach; 0 for no cut-off.
type NecessityCuts struct {
	Incl, Cov, RoN float64
	Depth          int // at most so many conditions in an expression; 0 for no limit
}

// Superset is an expression that passes for necessary.
type Superset struct {
	Term Term // its conditions
	Or   bool // they are joined by "or"
	Necessity
}

// Write returns the expression as it is written: "DEV*LIT" or "DEV + LIT".
func (s Superset) Write(conditions []Condition) string {
	if !s.Or {
		return s.Term.Write(conditions)
	}
	var m Model
	for j, v := range s.Term {
		if v != Any {
			t := make(Term, len(s.Term))
			for i := range t {
				t[i] = Any
			}
			t[j] = v
			m = append(m, t)
		}
	}
	return m.Write(conditions)
}

func (c NecessityCuts) pass(n Necessity) bool {
	at := func(v, cut float64) bool { return cut <= 0 || v >= cut-tolerance }
	return at(n.Incl, c.Incl) && at(n.Cov, c.Cov) && at(n.RoN, c.RoN)
}

// Supersets returns all conjunctions that pass the cut-offs for necessity, then all disjunctions of one
// value each of two conditions and more that pass while no part of them does; each by number of conditions. A
// stopped search has found only part.
func Supersets(ctx context.Context, d *Data, cuts NecessityCuts) ([]Superset, *Stopped, error) {
	s := supersets{d: d, cuts: cuts, ctx: ctx, term: make(Term, len(d.Conditions))}
	for j := range s.term {
		s.term[j] = Any
	}
	depth := len(d.Conditions)
	if cuts.Depth > 0 {
		depth = min(depth, cuts.Depth)
	}
	ones := make([]float64, len(d.Y))
	for i := range ones {
		ones[i] = 1
	}
	s.conjunctions(0, depth, ones)
	slices.SortStableFunc(s.found, bySize)
	for _, f := range s.found {
		if f.Term.Literals() == 1 {
			s.parts = append(s.parts, f.Term)
		}
	}
	conjunctions := len(s.found)
	for size := 2; size <= depth && !s.over(); size++ {
		s.disjunctions(0, size, make([]float64, len(d.Y)))
		for _, f := range s.found[conjunctions:] {
			if f.Term.Literals() == size {
				s.parts = append(s.parts, f.Term)
			}
		}
	}
	slices.SortStableFunc(s.found[conjunctions:], bySize)
	if s.steps > maxSupposed {
		return s.found, &Stopped{Supposed, maxSupposed}, s.err
	}
	return s.found, nil, s.err
}

func bySize(a, b Superset) int {
	if n := a.Term.Literals() - b.Term.Literals(); n != 0 {
		return n
	}
	return compareTerms(a.Term, b.Term)
}

type supersets struct {
	d     *Data
	cuts  NecessityCuts
	ctx   context.Context
	term  Term
	found []Superset
	parts []Term // passing disjunctions and single conditions
	steps int
	err   error
}

func (s *supersets) over() bool { return s.err != nil || s.steps > maxSupposed }

func (s *supersets) step() bool {
	if s.steps++; s.steps&0xfff == 0 {
		s.err = s.ctx.Err()
	}
	return !s.over()
}

// conjunctions goes through the conjunctions that add conditions from j on. One more condition never makes a
// conjunction more consistent, so it turns back at the first that is not.
func (s *supersets) conjunctions(j, depth int, x []float64) {
	if depth == 0 {
		return
	}
	for ; j < len(s.term); j++ {
		for v := range s.d.Conditions[j].Levels {
			if !s.step() {
				return
			}
			with := s.with(x, j, v, math.Min)
			n := Necessary(with, s.d.Y)
			s.term[j] = v
			if s.cuts.pass(n) {
				s.found = append(s.found, Superset{Term: slices.Clone(s.term), Necessity: n})
			}
			if s.cuts.Incl <= 0 || n.Incl >= s.cuts.Incl-tolerance {
				s.conjunctions(j+1, depth-1, with)
			}
		}
		s.term[j] = Any
	}
}

// disjunctions goes through the disjunctions with so many conditions more, from j on.
func (s *supersets) disjunctions(j, more int, x []float64) {
	for ; j+more <= len(s.term); j++ {
		for v := range s.d.Conditions[j].Levels {
			if !s.step() {
				return
			}
			s.term[j] = v
			if s.hasPart() {
				continue
			}
			with := s.with(x, j, v, math.Max)
			if more > 1 {
				s.disjunctions(j+1, more-1, with)
				continue
			}
			if n := Necessary(with, s.d.Y); s.cuts.pass(n) {
				s.found = append(s.found, Superset{Term: slices.Clone(s.term), Or: true, Necessity: n})
			}
		}
		s.term[j] = Any
	}
}

// hasPart tells whether a part of the disjunction passes by itself.
func (s *supersets) hasPart() bool {
	return slices.ContainsFunc(s.parts, func(p Term) bool { return p.Covers(s.term) })
}

func (s *supersets) with(x []float64, j, v int, join func(a, b float64) float64) []float64 {
	out := make([]float64, len(x))
	for i := range x {
		out[i] = join(x[i], s.d.Conditions[j].membership(s.d.X[i][j], v))
	}
	return out
}
