package qca

import (
	"context"
	"math/bits"
	"slices"
)

// sets is a family of sets of conditions, a bit for each of the 2^k sets: bit m stands for the set
// whose members are the ones in m.
type sets []uint64

func newSets(k int) sets { return make(sets, max(1, 1<<k>>6)) }

func (s sets) add(m uint32)    { s[m>>6] |= 1 << (m & 63) }
func (s sets) remove(m uint32) { s[m>>6] &^= 1 << (m & 63) }

// lacking[i] has the bits whose number lacks bit i.
var lacking = [6]uint64{0x5555555555555555, 0x3333333333333333, 0x0f0f0f0f0f0f0f0f, 0x00ff00ff00ff00ff, 0x0000ffff0000ffff, 0x00000000ffffffff}

// close adds every set that contains one of the family.
func (s sets) close(k int) {
	for i := range k {
		if i < 6 {
			for w := range s {
				s[w] |= s[w] & lacking[i] << (1 << i)
			}
			continue
		}
		bit := 1 << (i - 6)
		for w := range s {
			if w&bit != 0 {
				s[w] |= s[w^bit]
			}
		}
	}
}

// maximal calls yield, in rising order, with each set that is not in the family, while every larger
// one is. The family must be closed. It ends when yield returns false.
func (s sets) maximal(k int, yield func(m uint32) bool) {
	full := ^uint64(0)
	if k < 6 {
		full = 1<<(1<<k) - 1
	}
	for w := range s {
		free := ^s[w] & full
		if free == 0 {
			continue
		}
		larger := uint64(0)
		for i := range k {
			if i < 6 {
				larger |= free >> (1 << i) & lacking[i]
			} else if bit := 1 << (i - 6); w&bit == 0 {
				larger |= ^s[w|bit]
			}
		}
		for free &^= larger; free != 0; free &= free - 1 {
			if !yield(uint32(w<<6 | bits.TrailingZeros64(free))) {
				return
			}
		}
	}
}

// space says which combinations a term may cover. Either all but those in off, or only those
// in allowed.
type space struct {
	off     [][]int
	allowed [][]int
	only    bool // allowed counts, not off
}

// maxPrimes is how many prime implicants are held at most.
const maxPrimes = 200_000

// primes returns the prime implicants that cover at least one row of on: the terms that cover
// nothing but what the space allows, and of which no part does. Rows of on must be allowed.
//
// For a row and a set F of conditions let the term be the row with the conditions in F left out. It
// covers a forbidden combination that differs from the row in the conditions D if and only if F contains D. So the
// primes through the row are the maximal F that contain no D: equivalently, the conditions named are the
// minimal hitting sets of the differences. The family of all sets is small enough (2^24 bits) to
// be worked out whole, 64 sets at a time; the effort is bounded by k 2^k / 64 for each row, whatever the data.
func primes(ctx context.Context, conditions []Condition, on [][]int, s space) ([]Term, *Stopped, error) {
	k := len(conditions)
	bad := newSets(k)
	seen := map[string]bool{}
	var out []Term
	for _, row := range on {
		if err := ctx.Err(); err != nil {
			return nil, nil, err
		}
		s.forbidden(conditions, row, bad)
		bad.close(k)
		bad.maximal(k, func(free uint32) bool {
			t := make(Term, k)
			for j := range t {
				t[j] = row[j]
				if free>>j&1 == 1 {
					t[j] = Any
				}
			}
			if key := packed(t); !seen[key] {
				seen[key] = true
				out = append(out, t)
			}
			return len(out) <= maxPrimes
		})
		if len(out) > maxPrimes {
			return nil, &Stopped{Primes, maxPrimes}, nil
		}
	}
	slices.SortFunc(out, compareTerms)
	return out, nil, nil
}

// forbidden fills bad with the sets of conditions in which a forbidden combination differs from the row.
func (s space) forbidden(conditions []Condition, row []int, bad sets) {
	if !s.only {
		clear(bad)
		for _, o := range s.off {
			bad.add(difference(row, o))
		}
		return
	}
	// Everything is forbidden but what is allowed: a set of differences is free if all the combinations
	// that differ from the row in just these conditions are allowed.
	for i := range bad {
		bad[i] = ^uint64(0)
	}
	n := map[uint32]int{}
	for _, o := range s.allowed {
		n[difference(row, o)]++
	}
	for m, found := range n {
		all := 1
		for j, c := range conditions {
			if m>>j&1 == 1 {
				all *= c.Levels - 1
			}
		}
		if found == all {
			bad.remove(m)
		}
	}
}

func difference(a, b []int) uint32 {
	var m uint32
	for j := range a {
		if a[j] != b[j] {
			m |= 1 << j
		}
	}
	return m
}
