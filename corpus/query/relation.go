package query

import (
	"sort"

	"crosscase/corpus"
)

// operand is what an operand of NEAR, WITHIN and their kin holds.
type operand struct {
	ok     bool
	whole  bool // it holds of the whole stretch, as a field such as case:a does
	places []corpus.Span
}

// operand asks for the places of an operand. What holds without having a place holds of the
// whole, and so touches every place in it.
func (m *Matcher) operand(n node, x *Stretch) operand {
	switch n := n.(type) {
	case any:
		var out operand
		for _, c := range n.of {
			o := m.operand(c, x)
			out.ok, out.whole = out.ok || o.ok, out.whole || o.whole
			out.places = append(out.places, o.places...)
		}
		return out
	case inside:
		var out operand
		for _, part := range x.smaller(n.unit) {
			o := m.operand(n.of, part)
			out.ok, out.whole = out.ok || o.ok, out.whole || o.whole
			out.places = append(out.places, o.places...)
		}
		return out
	}
	ok, places := m.eval(n, x)
	return operand{ok, ok && len(places) == 0, places}
}

// relation holds for the places of a that lie within one of b, overlap one, or touch none.
func (m *Matcher) relation(n relation, x *Stretch) (bool, []corpus.Span) {
	a := m.operand(n.a, x)
	if !a.ok {
		return false, nil
	}
	b := m.operand(n.b, x)
	bs := newCover(b.places)
	holds := func(p corpus.Span) bool {
		switch n.name {
		case "WITHIN":
			return b.whole || bs.holds(p)
		case "OVERLAPS":
			return b.whole || bs.touches(p)
		}
		return !b.whole && !bs.touches(p)
	}
	var places []corpus.Span
	for _, p := range a.places {
		if holds(p) {
			places = append(places, p)
		}
	}
	return len(places) > 0 || a.whole && holds(x.at.Span), places
}

// cover answers whether a place lies within one of some places, or touches one.
type cover struct {
	starts []int
	ends   []int // the last end of the places up to each
}

func newCover(places []corpus.Span) cover {
	var c cover
	last := 0
	for _, p := range inOrder(places) {
		last = max(last, p.End)
		c.starts, c.ends = append(c.starts, p.Start), append(c.ends, last)
	}
	return c
}

func (c cover) holds(p corpus.Span) bool {
	i := sort.SearchInts(c.starts, p.Start+1)
	return i > 0 && c.ends[i-1] >= p.End
}

func (c cover) touches(p corpus.Span) bool {
	i := sort.SearchInts(c.starts, p.End)
	return i > 0 && c.ends[i-1] > p.Start
}
