package compare

import (
	"cmp"
	"slices"

	"crosscase/compare/agree"
	"crosscase/corpus"
)

// spanFigures are the figures of passages that coders marked as they liked.
type spanFigures struct {
	codes     []agree.SpanCoefficient // u-alpha of each code against everything else
	marked    [][]float64             // by code and coder: the share of characters marked
	length    []int                   // characters compared, by code
	all       agree.SpanCoefficient   // u-alpha of all codes together
	any       agree.SpanCoefficient   // |u-alpha: whatever the code
	coding    agree.SpanCoefficient   // cu-alpha
	of        []agree.SpanCoefficient // (k)u-alpha by code
	allLength int
	documents int // finished for all codes
	overlaps  bool
	merged    int // codings that were united with another of the same coder and code
	anyMarked []float64
}

// spans computes the alphas of free passages. The documents are laid end to end; what a coder took over from proposals is cut out of the continuum for
// all. Codings of one code by one coder that overlap are one passage.
func (m *markings) spans() spanFigures {
	f := spanFigures{codes: make([]agree.SpanCoefficient, m.codes), marked: make([][]float64, m.codes), length: make([]int, m.codes), of: make([]agree.SpanCoefficient, m.codes)}
	for c := range m.codes {
		units, length, merged := m.laid([]int{c}, func(d *markedDocument) bool { return d.finished[c] })
		f.merged += merged
		f.length[c] = length
		f.marked[c] = shares(units, length)
		f.codes[c] = continuum(length, units, func(k *agree.Continuum) agree.SpanCoefficient { return k.Alpha() })
	}
	all := make([]int, m.codes)
	for c := range all {
		all[c] = c
	}
	units, length, _ := m.laid(all, (*markedDocument).whole)
	for d := range m.documents {
		if m.documents[d].whole() {
			f.documents++
		}
	}
	f.allLength = length
	any := make([][]agree.Unit, m.coders)
	for j := range units {
		any[j] = united(units[j])
		for i := 1; i < len(units[j]); i++ {
			f.overlaps = f.overlaps || units[j][i].Start < units[j][i-1].End
		}
	}
	f.anyMarked = shares(any, length)
	f.any = continuum(length, any, func(k *agree.Continuum) agree.SpanCoefficient { return k.Binary() })
	if f.overlaps {
		none := agree.SpanCoefficient{Coefficient: agree.Coefficient{Undefined: "overlapping"}}
		f.all, f.coding = none, none
		for c := range f.of {
			f.of[c] = none
		}
		return f
	}
	f.all = continuum(length, units, func(k *agree.Continuum) agree.SpanCoefficient { return k.Alpha() })
	f.coding = continuum(length, units, func(k *agree.Continuum) agree.SpanCoefficient { return k.Coding() })
	for c := range f.of {
		f.of[c] = continuum(length, units, func(k *agree.Continuum) agree.SpanCoefficient { return k.Value(c + 1) })
	}
	return f
}

// continuum makes a continuum and returns a coefficient of it; undefined without any text.
func continuum(length int, units [][]agree.Unit, of func(*agree.Continuum) agree.SpanCoefficient) agree.SpanCoefficient {
	if length == 0 {
		return agree.SpanCoefficient{Coefficient: agree.Coefficient{Undefined: agree.NoUnits}}
	}
	k, err := agree.NewContinuum(length, units)
	if err != nil {
		panic(err) // the units were laid out so that they fit
	}
	return of(k)
}

// shares returns the share of a continuum that each coder marked.
func shares(units [][]agree.Unit, length int) []float64 {
	out := make([]float64, len(units))
	for j := range units {
		for _, u := range units[j] {
			out[j] += float64(u.End-u.Start) / float64(length)
		}
	}
	return out
}

// laid lays documents end to end and returns each coder's units of some codes in text order, the length of it all, and how many
// codings were united with others of the same code. The value of a unit is the place of its code in the markings, from 1.
func (m *markings) laid(codes []int, in func(*markedDocument) bool) (units [][]agree.Unit, length, merged int) {
	units = make([][]agree.Unit, m.coders)
	for d := range m.documents {
		doc := &m.documents[d]
		if !in(doc) {
			continue
		}
		var out []corpus.Span
		for _, c := range codes {
			for j := range m.coders {
				for _, k := range doc.marks[j][c] {
					if k.left {
						out = append(out, k.Span)
					}
				}
			}
		}
		gone := cutOut(out)
		for j := range m.coders {
			first := len(units[j])
			for _, c := range codes {
				before := len(units[j])
				for _, k := range doc.marks[j][c] {
					if k.left {
						continue
					}
					start, end := length+gone.at(min(k.Start, doc.length)), length+gone.at(min(k.End, doc.length))
					if end <= start {
						continue
					}
					if n := len(units[j]); n > before && start < units[j][n-1].End {
						units[j][n-1].End = max(units[j][n-1].End, end)
						merged++
						continue
					}
					units[j] = append(units[j], agree.Unit{Value: c + 1, Start: start, End: end})
				}
			}
			if len(codes) > 1 {
				slices.SortFunc(units[j][first:], func(a, b agree.Unit) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End)) })
			}
		}
		length += gone.at(doc.length)
	}
	return units, length, merged
}

// united returns units in text order as units of one value, those that overlap as one.
func united(units []agree.Unit) []agree.Unit {
	var out []agree.Unit
	for _, u := range units {
		u.Value = 1
		if n := len(out); n > 0 && u.Start < out[n-1].End {
			out[n-1].End = max(out[n-1].End, u.End)
			continue
		}
		out = append(out, u)
	}
	return out
}

// removed are spans that were cut out of a text, in order, none overlapping.
type removed []corpus.Span

func cutOut(spans []corpus.Span) removed {
	slices.SortFunc(spans, func(a, b corpus.Span) int { return a.Start - b.Start })
	var out removed
	for _, s := range spans {
		if n := len(out); n > 0 && s.Start <= out[n-1].End {
			out[n-1].End = max(out[n-1].End, s.End)
			continue
		}
		out = append(out, s)
	}
	return out
}

// at returns where a character stands after the cuts.
func (r removed) at(char int) int {
	gone := 0
	for _, s := range r {
		if s.Start >= char {
			break
		}
		gone += min(s.End, char) - s.Start
	}
	return char - gone
}
