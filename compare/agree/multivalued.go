package agree

import (
	"errors"
	"fmt"
	"slices"
)

// Sets are units to each of which a coder may give several values, or none of them.
type Sets struct {
	coders   int
	values   int
	patterns []setPattern
}

// SetPattern is what all coders said of a unit, and of how many units.
type SetPattern struct {
	Sets  [][]int // by coder: values from 0, each once; nil is missing, an empty set is "none of the values"
	Units int
}

type setPattern struct {
	size  []int // by coder, -1 is missing
	sets  [][]int
	m     float64
	units float64
}

// NewSets returns sets of values 0 to values-1. It is an error if there are fewer than two coders, or if a value is
// not among these or stands twice in a set.
func NewSets(coders, values int, patterns []SetPattern) (*Sets, error) {
	if coders < 2 {
		return nil, errors.New("agreement needs two coders")
	}
	s := &Sets{coders: coders, values: values}
	for _, p := range patterns {
		if len(p.Sets) != coders || p.Units < 0 {
			return nil, fmt.Errorf("a pattern has %d sets of %d coders and %d units", len(p.Sets), coders, p.Units)
		}
		out := setPattern{units: float64(p.Units)}
		for _, set := range p.Sets {
			sorted := slices.Clone(set)
			slices.Sort(sorted)
			for i, v := range sorted {
				if v < 0 || v >= values || i > 0 && v == sorted[i-1] {
					return nil, fmt.Errorf("the value %d is not one of %d, or stands twice in a set", v, values)
				}
			}
			out.sets = append(out.sets, sorted)
			if set == nil {
				out.size = append(out.size, -1)
				continue
			}
			out.size = append(out.size, len(set))
			out.m++
		}
		s.patterns = append(s.patterns, out)
	}
	return s, nil
}

// Patterns returns how many different patterns of sets there are: what a resample costs.
func (s *Sets) Patterns() int { return len(s.patterns) }

// MultiValuedAlpha returns the nominal alpha of sets of values, 1 - mvDo/mvDe. Two sets differ by
//
//	d(C,K) = 1 - 2|C and K| / (|C|+|K|), 0 for two empty sets
//
// mvDo is the mean of d over the coincidences of sets, as for Alpha. Chance pairs sets by their sizes: with P_a the share of
// sets of size a,
//
//	mvDe = sum_ab P_a P_b sum_CK w(C,K) d(C,K) / sum_CK w(C,K), over all |C| = a, |K| = b
//	w(C,K) = product of n_c over C and over K without C, and of n_c - 1 over what they share
//
// where n_c counts the sets that hold c. The sums over all possible sets are taken value by value, so they cost
// little for any number of values. With one value in every set it is Alpha for nominal values. Undefined if no unit has two sets, and if nothing varies.
//
// Krippendorff & Craggs (2016), Communication Methods and Measures 10:181-198.
func MultiValuedAlpha(s *Sets) Coefficient {
	t := s.tallied()
	return t.alpha(t.units)
}

// talliedSets are sets with all that does not change when units are drawn anew.
type talliedSets struct {
	values, sizes int
	units         []float64 // by pattern, of the pairable ones
	coders        []float64
	apart         []float64 // the differences of all ordered pairs of sets over m-1
	holds         [][]int   // the values of all sets, as often as they occur
	size          [][]int   // the sizes of all sets
	n, ofSize     []float64 // room for the sums of alpha
}

func (s *Sets) tallied() talliedSets {
	t := talliedSets{values: s.values}
	for i := range s.patterns {
		p := &s.patterns[i]
		if p.m < 2 || p.units == 0 {
			continue
		}
		apart := 0.0
		var holds, size []int
		for j, set := range p.sets {
			if p.size[j] < 0 {
				continue
			}
			t.sizes = max(t.sizes, len(set)+1)
			size = append(size, len(set))
			holds = append(holds, set...)
			for k := range j {
				if p.size[k] >= 0 {
					apart += 2 * setDifference(set, p.sets[k]) / (p.m - 1)
				}
			}
		}
		t.units, t.coders, t.apart = append(t.units, p.units), append(t.coders, p.m), append(t.apart, apart)
		t.holds, t.size = append(t.holds, holds), append(t.size, size)
	}
	t.n, t.ofSize = make([]float64, t.values), make([]float64, t.sizes)
	return t
}

// alpha returns the multi-valued alpha for a number of units by pattern.
func (t *talliedSets) alpha(units []float64) Coefficient {
	n, sizes := t.n, t.ofSize
	clear(n)
	clear(sizes)
	total, all, observed := 0.0, 0.0, 0.0
	for i, u := range units {
		if u == 0 {
			continue
		}
		all += u
		total += u * t.coders[i]
		observed += u * t.apart[i]
		for _, v := range t.holds[i] {
			n[v] += u
		}
		for _, size := range t.size[i] {
			sizes[size] += u
		}
	}
	if all == 0 {
		return undefined(NoUnits, 0)
	}
	return overDisagreement(observed/total, expectedOfSets(n, sizes, total), all)
}

// setDifference returns the difference of two sorted sets.
func setDifference(a, b []int) float64 {
	if len(a)+len(b) == 0 {
		return 0
	}
	return 1 - 2*float64(shared(a, b))/float64(len(a)+len(b))
}

func shared(a, b []int) int {
	both := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			both++
			i++
			j++
		}
	}
	return both
}

// expectedOfSets returns mvDe. weight[a][b][t] sums w(C,K) over the pairs of sets of sizes a and b that share t
// values: each value in turn is in neither set, in C, in K or in both. Counts are taken as shares of
// total, which no quotient notices and which keeps the products small.
func expectedOfSets(n, sizes []float64, total float64) float64 {
	most := len(sizes)
	at := func(a, b, t int) int { return (a*most+b)*most + t }
	weight := make([]float64, most*most*most)
	weight[0] = 1
	for _, count := range n {
		if count == 0 {
			continue
		}
		one, both := count/total, count/total*(count-1)/total
		for a := most - 1; a >= 0; a-- {
			for b := most - 1; b >= 0; b-- {
				for t := min(a, b); t >= 0; t-- {
					w := weight[at(a, b, t)]
					if a > 0 {
						w += one * weight[at(a-1, b, t)]
					}
					if b > 0 {
						w += one * weight[at(a, b-1, t)]
					}
					if t > 0 {
						w += both * weight[at(a-1, b-1, t-1)]
					}
					weight[at(a, b, t)] = w
				}
			}
		}
	}
	expected := 0.0
	for a, ofA := range sizes {
		for b, ofB := range sizes {
			if ofA == 0 || ofB == 0 || a+b == 0 {
				continue
			}
			all, apart := 0.0, 0.0
			for t := range min(a, b) + 1 {
				w := weight[at(a, b, t)]
				all += w
				apart += w * (1 - 2*float64(t)/float64(a+b))
			}
			if all > 0 {
				expected += ofA / total * ofB / total * apart / all
			}
		}
	}
	return expected
}
