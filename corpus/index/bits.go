package index

import "math/bits"

// bitset is a set of passages by their positions.
type bitset []uint64

func newBitset(n int) bitset { return make(bitset, (n+63)/64) }

func (b bitset) set(i int) { b[i/64] |= 1 << (i % 64) }

// fill sets the positions from (included) to (excluded).
func (b bitset) fill(from, to int) {
	for ; from < to && from%64 != 0; from++ {
		b.set(from)
	}
	for ; from+64 <= to; from += 64 {
		b[from/64] = ^uint64(0)
	}
	for ; from < to; from++ {
		b.set(from)
	}
}

func (b bitset) and(o bitset) {
	for i := range b {
		b[i] &= o[i]
	}
}

func (b bitset) or(o bitset) {
	for i := range b {
		b[i] |= o[i]
	}
}

func (b bitset) without(o bitset) {
	for i := range b {
		b[i] &^= o[i]
	}
}

// each visits the positions from (included) to (excluded) that are set, in order.
func (b bitset) each(from, to int, visit func(i int)) {
	for i := from; i < to; {
		w := b[i/64] >> (i % 64)
		if w == 0 {
			i += 64 - i%64
			continue
		}
		i += bits.TrailingZeros64(w)
		if i < to {
			visit(i)
		}
		i++
	}
}

// count returns how many of the positions from (included) to (excluded) are set.
func (b bitset) count(from, to int) int {
	n := 0
	for i := from; i < to; {
		w := b[i/64] >> (i % 64)
		step := min(64-i%64, to-i)
		if step < 64 {
			w &= 1<<step - 1
		}
		n += bits.OnesCount64(w)
		i += step
	}
	return n
}
