package compare

import (
	"math/big"
	"math/bits"
)

// split is a code over the known cases of some groups: how many of each group are known, and how
// many of these have it.
type split struct{ known, has []int }

// clean returns the group all of whose known cases have it while no known case of another group
// does; -1 if there is none, or if a group is not known at all.
func (s split) clean() int {
	in := -1
	for g := range s.known {
		switch {
		case s.known[g] == 0:
			return -1
		case s.has[g] == s.known[g] && in < 0:
			in = g
		case s.has[g] > 0:
			return -1
		}
	}
	return in
}

// chance returns in how many of all ways to divide the known cases into groups of these sizes the
// division would be clean for some group: the exact permutation test of one code. With k known
// cases and groups of n1, n2, … there are k!/(n1!·n2!·…) ways; the cases that have it fall together into
// one group of just their number in (k−p)!/Π(the others' n!) of them, for each group of that size.
func (s split) chance() (ways, all *big.Int) {
	k, p := 0, 0
	for g := range s.known {
		k += s.known[g]
		p += s.has[g]
	}
	all = ways0(k, s.known, -1)
	ways = new(big.Int)
	for g := range s.known {
		if s.known[g] == p && p > 0 {
			ways.Add(ways, ways0(k-p, s.known, g))
		}
	}
	return ways, all
}

// ways0 returns n! over the product of the factorials of the sizes, without the group at but.
func ways0(n int, sizes []int, but int) *big.Int {
	out := new(big.Int).MulRange(1, int64(n))
	for g, size := range sizes {
		if g != but {
			out.Div(out, new(big.Int).MulRange(1, int64(size)))
		}
	}
	return out
}

// mostDivisions is how many divisions of the cases are gone through, at most.
const mostDivisions = 20000

// splitAtLeast goes through every way to divide the cases into groups of the sizes that they have
// and returns in how many of them at least as many codes split cleanly as do now: the exact permutation test of
// the whole table. has and known are sets of cases as bits, one of each for every code. It returns false where
// there are more than 64 cases or too many ways.
func splitAtLeast(group []int, groups int, has, known []uint64) (at, all int, ok bool) {
	sizes := make([]int, groups)
	for _, g := range group {
		sizes[g]++
	}
	if n := ways0(len(group), sizes, -1); len(group) > 64 || !n.IsInt64() || n.Int64() > mostDivisions {
		return 0, 0, false
	}
	count := func(masks []uint64) int {
		n := 0
		for i := range has {
			if cleanMasks(masks, has[i], known[i]) {
				n++
			}
		}
		return n
	}
	masks := make([]uint64, groups)
	for c, g := range group {
		masks[g] |= 1 << c
	}
	observed := count(masks)
	left := append([]int{}, sizes...)
	now := make([]uint64, groups)
	var divide func(c int)
	divide = func(c int) {
		if c == len(group) {
			all++
			if count(now) >= observed {
				at++
			}
			return
		}
		for g := range left {
			if left[g] > 0 {
				left[g]--
				now[g] |= 1 << c
				divide(c + 1)
				now[g] &^= 1 << c
				left[g]++
			}
		}
	}
	divide(0)
	return at, all, true
}

func cleanMasks(groups []uint64, has, known uint64) bool {
	s := split{make([]int, len(groups)), make([]int, len(groups))}
	for g, m := range groups {
		s.known[g], s.has[g] = bits.OnesCount64(m&known), bits.OnesCount64(m&known&has)
	}
	return s.clean() >= 0
}
