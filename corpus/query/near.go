package query

import (
	"cmp"
	"math/bits"
	"slices"
	"sort"

	"crosscase/corpus"
)

// placed is a place with the numbers of its first and last word.
type placed struct {
	corpus.Span
	first, last int
}

// near pairs the places of its operands that are at most n words apart: next to
// each other is 1, as is overlapping. Of the pairs that begin at one character the
// shortest and the longest are kept: the others change neither what holds nor what is
// marked, and in a chain of NEARs they would multiply. A field of the whole is near to
// everything.
//
// The cost is w log w for w places, however far apart they may stand.
func (m *Matcher) near(n near, x *Stretch) (bool, []corpus.Span) {
	a, b := m.operand(n.a, x), m.operand(n.b, x)
	if !a.ok || !b.ok {
		return false, nil
	}
	var places []corpus.Span
	if b.whole {
		places = append(places, a.places...)
	}
	if a.whole {
		places = append(places, b.places...)
	}
	as, bs := x.placed(a.places), x.placed(b.places)
	places = pairs(places, as, bs, n.n)
	if !n.ordered {
		places = pairs(places, bs, as, n.n)
	}
	return len(places) > 0 || a.whole && b.whole, places
}

// pairs adds the pairs of places in which one of left begins no later than one of right and
// ends at most n words before it.
func pairs(out []corpus.Span, left, right []placed, n int) []corpus.Span {
	ends := newExtremes(right)
	for _, a := range left {
		from := sort.Search(len(right), func(i int) bool { return right[i].Start >= a.Start })
		to := from + sort.Search(len(right)-from, func(i int) bool { return right[from+i].first > a.last+n })
		same := from + sort.Search(to-from, func(i int) bool {
			return right[from+i].Start > a.Start || right[from+i].End >= a.End
		})
		shortest, longest := 0, 0
		add := func(from, to int) {
			if from >= to {
				return
			}
			low, high := ends.of(from, to)
			low, high = max(low, a.End), max(high, a.End)
			if longest == 0 || low < shortest {
				shortest = low
			}
			longest = max(longest, high)
		}
		if same < to && right[same].Span == a.Span { // a place is not near to itself
			add(from, same)
			add(same+1, to)
		} else {
			add(from, to)
		}
		if longest > 0 {
			out = append(out, corpus.Span{Start: a.Start, End: shortest})
			if longest > shortest {
				out = append(out, corpus.Span{Start: a.Start, End: longest})
			}
		}
	}
	return out
}

// extremes answers which of some places in a row ends first and which last.
type extremes struct{ low, high [][]int } // of 1, 2, 4, … places from each one

func newExtremes(places []placed) extremes {
	row := make([]int, len(places))
	for i, p := range places {
		row[i] = p.End
	}
	e := extremes{low: [][]int{row}, high: [][]int{row}}
	for wide := 1; 2*wide <= len(places); wide *= 2 {
		low, high := e.low[len(e.low)-1], e.high[len(e.high)-1]
		nextLow, nextHigh := make([]int, len(places)-2*wide+1), make([]int, len(places)-2*wide+1)
		for i := range nextLow {
			nextLow[i], nextHigh[i] = min(low[i], low[i+wide]), max(high[i], high[i+wide])
		}
		e.low, e.high = append(e.low, nextLow), append(e.high, nextHigh)
	}
	return e
}

// of returns the first and the last end of the places from one up to another, at least one.
func (e extremes) of(from, to int) (low, high int) {
	k := bits.Len(uint(to-from)) - 1
	second := to - 1<<k
	return min(e.low[k][from], e.low[k][second]), max(e.high[k][from], e.high[k][second])
}

// placed returns the places in text order, of those that begin at one character the
// shortest and the longest.
func (x *Stretch) placed(places []corpus.Span) []placed {
	if x.starts == nil {
		x.starts = make([]int, len(x.tokens))
		for i, t := range x.tokens {
			x.starts[i] = x.text.Char(x.base + t.Start)
		}
	}
	word := func(char int) int { return sort.SearchInts(x.starts, char+1) - 1 }
	places = inOrder(places)
	out := make([]placed, 0, len(places))
	for i, p := range places {
		if i > 0 && i+1 < len(places) && places[i-1].Start == p.Start && places[i+1].Start == p.Start {
			continue
		}
		out = append(out, placed{p, word(p.Start), word(p.End - 1)})
	}
	return out
}

// inOrder returns the places in text order, each once.
func inOrder(places []corpus.Span) []corpus.Span {
	places = slices.Clone(places)
	slices.SortFunc(places, func(a, b corpus.Span) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End)) })
	return slices.Compact(places)
}
