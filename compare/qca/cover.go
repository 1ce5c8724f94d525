package qca

import (
	"context"
	"math"
	"math/bits"
	"slices"
)

// rowSet is a set of rows of the chart, or of groups of primes.
type rowSet []uint64

func newRowSet(n int) rowSet { return make(rowSet, (n+63)/64) }

func (r rowSet) add(i int)      { r[i>>6] |= 1 << (i & 63) }
func (r rowSet) remove(i int)   { r[i>>6] &^= 1 << (i & 63) }
func (r rowSet) has(i int) bool { return r[i>>6]>>(i&63)&1 == 1 }

func (r rowSet) size() int {
	n := 0
	for _, w := range r {
		n += bits.OnesCount64(w)
	}
	return n
}

func (r rowSet) empty() bool {
	for _, w := range r {
		if w != 0 {
			return false
		}
	}
	return true
}

// within tells whether all of r is in o.
func (r rowSet) within(o rowSet) bool {
	for i, w := range r {
		if w&^o[i] != 0 {
			return false
		}
	}
	return true
}

// maxSteps is how much a search for covers does, in words of 64 groups looked at: some seconds.
const maxSteps = 1_000_000_000

// chart is the question which primes together cover every positive row. Primes that cover the
// same rows stand for one another, so they are one group.
type chart struct {
	groups [][]int  // indices of primes
	covers []rowSet // by group
	by     [][]int  // by row: the groups that cover it, those that cover most first
	in     []rowSet // by row: the same, as sets of groups
	need   rowSet   // the rows that have to be looked at
	rows   int
	steps  int
	ctx    context.Context
	err    error
}

func newChart(ctx context.Context, on [][]int, primes []Term) *chart {
	c := &chart{rows: len(on), ctx: ctx, need: newRowSet(len(on))}
	at := map[string]int{}
	for p, t := range primes {
		covers := newRowSet(len(on))
		key := make([]byte, 0, 8*len(covers))
		for i, r := range on {
			if t.Covers(r) {
				covers.add(i)
			}
		}
		for _, w := range covers {
			for s := 0; s < 64; s += 8 {
				key = append(key, byte(w>>s))
			}
		}
		g, ok := at[string(key)]
		if !ok {
			g = len(c.groups)
			at[string(key)] = g
			c.groups, c.covers = append(c.groups, nil), append(c.covers, covers)
		}
		c.groups[g] = append(c.groups[g], p)
	}
	c.reduce()
	return c
}

// reduce drops rows that are covered whenever another one is: those whose groups contain all groups of
// the other. It loses no cover. (Dropping groups whose rows another group covers as well would lose models.)
func (c *chart) reduce() {
	c.by = make([][]int, c.rows)
	c.in = make([]rowSet, c.rows)
	in := c.in
	for r := range c.by {
		in[r] = newRowSet(len(c.groups))
		for g, covers := range c.covers {
			if covers.has(r) {
				c.by[r] = append(c.by[r], g)
				in[r].add(g)
			}
		}
		// the largest first: the first cover is found sooner
		slices.SortStableFunc(c.by[r], func(a, b int) int { return c.covers[b].size() - c.covers[a].size() })
	}
	for r := range c.by {
		dominated := false
		for o := range c.by {
			if o != r && in[o].within(in[r]) && (!in[r].within(in[o]) || o < r) {
				dominated = true
				break
			}
		}
		if !dominated {
			c.need.add(r)
		}
	}
}

// maxCompared is how many groups are compared with one another; comparing more costs more than it spares.
const maxCompared = 5000

// undominated returns which groups are worth a thought where one smallest cover is enough: those
// whose rows no other group covers as well.
func (c *chart) undominated() rowSet {
	out := newRowSet(len(c.groups))
	if len(c.groups) > maxCompared {
		for g := range c.groups {
			out.add(g)
		}
		return out
	}
	left := make([]rowSet, len(c.groups))
	for g, covers := range c.covers {
		left[g] = newRowSet(c.rows)
		for i := range covers {
			left[g][i] = covers[i] & c.need[i]
		}
	}
	for g := range c.groups {
		out.add(g)
		for o := range c.groups {
			if o != g && left[g].within(left[o]) && (!left[o].within(left[g]) || o < g) {
				out.remove(g)
				break
			}
		}
	}
	return out
}

// search goes through covers of the chart.
type search struct {
	*chart
	usable rowSet // groups
	exact  int    // covers of at most this size; math.MaxInt: all irredundant ones
	first  bool   // one is enough
	chosen []int
	found  func(groups []int)
	done   bool
	nodes  int
}

// smallest returns the size of the smallest cover; false if the search was stopped before it
// was known.
func (c *chart) smallest() (int, bool) {
	usable := c.undominated()
	for size := 1; size <= c.rows; size++ {
		hit := false
		s := search{chart: c, usable: usable, exact: size, first: true, found: func([]int) { hit = true }}
		s.walk(c.need, size)
		if c.err != nil || c.steps > maxSteps {
			return 0, false
		}
		if hit {
			return size, true
		}
	}
	return 0, false
}

// all calls found with each cover of a size, in groups; false if it was stopped before the end. With
// math.MaxInt it finds the irredundant covers of every size.
func (c *chart) all(size int, found func(groups []int)) bool {
	usable := newRowSet(len(c.groups))
	for g := range c.groups {
		usable.add(g)
	}
	s := search{chart: c, usable: usable, exact: size, found: found}
	s.walk(c.need, size)
	return c.err == nil && c.steps <= maxSteps
}

// walk adds groups until no row is left uncovered. It branches on the row with the fewest groups;
// what one branch takes, those after it may not, so that no cover is met twice.
func (s *search) walk(uncovered rowSet, budget int) {
	if s.done {
		return
	}
	if s.nodes++; s.nodes&0x3ff == 0 {
		s.err = s.ctx.Err()
	}
	if s.err != nil || s.steps > maxSteps {
		s.done = true
		return
	}
	if uncovered.empty() {
		s.found(s.chosen)
		s.done = s.first
		return
	}
	if budget == 0 || s.needs(uncovered, budget) {
		return
	}
	row := s.narrowest(uncovered)
	var taken []int
	for _, g := range s.by[row] {
		if !s.usable.has(g) {
			continue
		}
		covers := s.covers[g]
		if budget == 1 && !uncovered.within(covers) {
			continue
		}
		rest := slices.Clone(uncovered)
		for i := range rest {
			rest[i] &^= covers[i]
		}
		s.chosen = append(s.chosen, g)
		if s.exact != math.MaxInt || s.irredundant() {
			s.walk(rest, budget-1)
		}
		s.chosen = s.chosen[:len(s.chosen)-1]
		if s.done {
			break
		}
		s.usable.remove(g)
		taken = append(taken, g)
	}
	for _, g := range taken {
		s.usable.add(g)
	}
}

// narrowest returns the uncovered row with the fewest usable groups.
func (s *search) narrowest(uncovered rowSet) int {
	best, fewest := -1, math.MaxInt
	for i, w := range uncovered {
		for ; w != 0; w &= w - 1 {
			r := i<<6 | bits.TrailingZeros64(w)
			n := 0
			for j, groups := range s.in[r] {
				n += bits.OnesCount64(groups & s.usable[j])
			}
			s.steps += len(s.usable)
			if n < fewest {
				best, fewest = r, n
			}
		}
	}
	return best
}

// needs tells whether more groups than the budget are needed for sure: for rows of which no two share a
// usable group.
func (s *search) needs(uncovered rowSet, budget int) bool {
	left := slices.Clone(uncovered)
	for n := 0; !left.empty(); n++ {
		if n == budget {
			return true
		}
		r := s.narrowest(left)
		for j, groups := range s.in[r] {
			for w := groups & s.usable[j]; w != 0; w &= w - 1 {
				for i, covered := range s.covers[j<<6|bits.TrailingZeros64(w)] {
					left[i] &^= covered
				}
				s.steps += len(left)
			}
		}
		left.remove(r)
	}
	return false
}

// irredundant tells whether each chosen group covers a row that no other one covers.
func (s *search) irredundant() bool {
	for i, g := range s.chosen {
		own := false
		for w := range s.need {
			others := uint64(0)
			for j, o := range s.chosen {
				if j != i {
					others |= s.covers[o][w]
				}
			}
			own = own || s.covers[g][w]&s.need[w]&^others != 0
		}
		if !own {
			return false
		}
	}
	return true
}
