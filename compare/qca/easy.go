package qca

import "slices"

// easy knows the terms between those of a conservative and of a parsimonious solution, and the easy
// counterfactuals that each covers. Many pairs of models share them.
type easy struct {
	conditions []Condition
	on, off    [][]int
	number     [2]map[string]int // of the conservative and of the parsimonious primes
	term       [][]int           // by the numbers of both: which term stands between them, -1 for none
	terms      []Term
	covers     [][][]int // by term: its remainders; nil if not worked out yet
}

func newEasy(conditions []Condition, on, off [][]int, complex, simple []Term, expect [][]int) *easy {
	e := &easy{conditions: conditions, on: on, off: off}
	for side, primes := range [][]Term{complex, simple} {
		e.number[side] = map[string]int{}
		for i, t := range primes {
			e.number[side][packed(t)] = i
		}
	}
	at := map[string]int{}
	for _, c := range complex {
		row := make([]int, len(simple))
		for j, p := range simple {
			row[j] = -1
			if !p.Covers(c) {
				continue
			}
			t := between(c, p, expect)
			key := packed(t)
			n, ok := at[key]
			if !ok {
				n = len(e.terms)
				at[key] = n
				e.terms = append(e.terms, t)
			}
			row[j] = n
		}
		e.term = append(e.term, row)
	}
	e.covers = make([][][]int, len(e.terms))
	return e
}

// between returns a term of a conservative model without the conditions that the parsimonious term it is part of does
// not name and that go against an expectation.
func between(complex, simple Term, expect [][]int) Term {
	t := slices.Clone(complex)
	for j := range t {
		if simple[j] == Any && t[j] != Any && j < len(expect) && len(expect[j]) > 0 && !slices.Contains(expect[j], t[j]) {
			t[j] = Any
		}
	}
	return t
}

// numbers returns the numbers of a model's terms among the primes of its side.
func (e *easy) numbers(m Model, side int) []int {
	out := make([]int, len(m))
	for i, t := range m {
		out[i] = e.number[side][packed(t)]
	}
	return out
}

// between returns the terms between two models, as a set: a byte for every eight.
func (e *easy) between(complex, simple []int) string {
	set := make([]byte, len(e.terms)/8+1)
	for _, c := range complex {
		for _, p := range simple {
			if n := e.term[c][p]; n >= 0 {
				set[n/8] |= 1 << (n % 8)
			}
		}
	}
	return string(set)
}

// rows returns the remainders that some term of a set covers, by row number.
func (e *easy) rows(set string) ([][]int, *Stopped) {
	seen := map[string]bool{}
	var out [][]int
	for n, t := range e.terms {
		if set[n/8]>>(n%8)&1 == 0 {
			continue
		}
		if e.covers[n] == nil {
			rows, stopped := remaindersIn(e.conditions, []Term{t}, e.on, e.off)
			if stopped != nil {
				return nil, stopped
			}
			e.covers[n] = append([][]int{}, rows...)
		}
		for _, r := range e.covers[n] {
			if key := packed(r); !seen[key] {
				seen[key] = true
				out = append(out, r)
			}
		}
	}
	slices.SortFunc(out, slices.Compare[[]int])
	return out, nil
}
