package agree

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"slices"
)

// Ratings are the values that two or more coders gave to units, as patterns: the values of
// all coders on one unit, and how many units bear them. Ratings never change.
type Ratings struct {
	coders     int
	categories []float64 // in ascending order: those offered and those used
	patterns   []pattern // those of the most units first
	counts     []float64 // units by pattern
}

// Pattern is what all coders said of a unit, and how many units they said it of.
type Pattern struct {
	Values []float64 // by coder; NaN is missing
	Units  int
}

type pattern struct {
	values []int     // category by coder, -1 is missing
	tally  []float64 // coders by category
	m      float64   // coders who gave a value
}

// NewRatings returns the ratings of coders, each a slice with a value for every unit, NaN
// where it is missing. Nominal values are any numbers that tell them apart. The categories
// are the values used and those that were offered besides: Brennan and Prediger's kappa, AC1 and AC2, weights and
// the circular and bipolar metrics depend on what was offered. It is an error if there are fewer
// than two coders, if they have different numbers of units, or if a value is infinite.
func NewRatings(byCoder [][]float64, offered ...float64) (*Ratings, error) {
	if len(byCoder) < 2 {
		return nil, errors.New("agreement needs two coders")
	}
	for j := range byCoder {
		if len(byCoder[j]) != len(byCoder[0]) {
			return nil, fmt.Errorf("coder %d has %d units and the first coder %d", j+1, len(byCoder[j]), len(byCoder[0]))
		}
	}
	patterns := make([]Pattern, len(byCoder[0]))
	for u := range patterns {
		patterns[u] = Pattern{make([]float64, len(byCoder)), 1}
		for j := range byCoder {
			patterns[u].Values[j] = byCoder[j][u]
		}
	}
	return NewPatterns(len(byCoder), patterns, offered...)
}

// NewLabels is NewRatings for nominal values that are words; "" is missing. The categories
// are numbered in the order of the words offered, then of the alphabet.
func NewLabels(byCoder [][]string, offered ...string) (*Ratings, error) {
	names := slices.Clone(offered)
	var used []string
	for _, values := range byCoder {
		used = append(used, values...)
	}
	slices.Sort(used)
	for _, v := range slices.Compact(used) {
		if v != "" && !slices.Contains(names, v) {
			names = append(names, v)
		}
	}
	number := map[string]float64{"": math.NaN()}
	all := make([]float64, len(names))
	for i, v := range names {
		number[v], all[i] = float64(i), float64(i)
	}
	out := make([][]float64, len(byCoder))
	for j, values := range byCoder {
		out[j] = make([]float64, len(values))
		for u, v := range values {
			out[j][u] = number[v]
		}
	}
	return NewRatings(out, all...)
}

// NewPatterns returns ratings of patterns with their numbers of units. The same pattern may come
// several times. Errors are those of NewRatings, and a pattern of less than no units.
func NewPatterns(coders int, patterns []Pattern, offered ...float64) (*Ratings, error) {
	if coders < 2 {
		return nil, errors.New("agreement needs two coders")
	}
	r := &Ratings{coders: coders}
	for _, p := range patterns {
		if len(p.Values) != coders || p.Units < 0 {
			return nil, fmt.Errorf("a pattern has %d values of %d coders and %d units", len(p.Values), coders, p.Units)
		}
		r.categories = append(r.categories, p.Values...)
	}
	r.categories = append(r.categories, offered...)
	r.categories = slices.DeleteFunc(r.categories, math.IsNaN)
	slices.Sort(r.categories)
	r.categories = slices.Compact(r.categories)
	if n := len(r.categories); n > 0 && (math.IsInf(r.categories[0], 0) || math.IsInf(r.categories[n-1], 0)) {
		return nil, errors.New("a value is infinite")
	}
	seen := map[string]int{}
	key := make([]byte, 0, 64)
	for _, p := range patterns {
		if p.Units == 0 {
			continue
		}
		key = key[:0]
		for _, v := range p.Values {
			key = fmt.Appendf(key, "%d ", r.category(v))
		}
		i, ok := seen[string(key)]
		if !ok {
			i = len(r.patterns)
			seen[string(key)] = i
			r.patterns = append(r.patterns, r.pattern(p.Values))
			r.counts = append(r.counts, 0)
		}
		r.counts[i] += float64(p.Units)
	}
	r.sort()
	return r, nil
}

// category returns the number of a value's category, -1 for a missing one.
func (r *Ratings) category(v float64) int {
	if math.IsNaN(v) {
		return -1
	}
	i, _ := slices.BinarySearch(r.categories, v)
	return i
}

func (r *Ratings) pattern(values []float64) pattern {
	p := pattern{values: make([]int, len(values)), tally: make([]float64, len(r.categories))}
	for j, v := range values {
		c := r.category(v)
		if p.values[j] = c; c >= 0 {
			p.tally[c]++
			p.m++
		}
	}
	return p
}

// sort puts the patterns of the most units first, so that draws of units end early, and equal
// ones in the order of their values, so that the same data give the same draws.
func (r *Ratings) sort() {
	order := make([]int, len(r.patterns))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(r.counts[b], r.counts[a]), slices.Compare(r.patterns[a].values, r.patterns[b].values))
	})
	patterns, counts := make([]pattern, len(order)), make([]float64, len(order))
	for i, o := range order {
		patterns[i], counts[i] = r.patterns[o], r.counts[o]
	}
	r.patterns, r.counts = patterns, counts
}

// Coders returns how many coders there are.
func (r *Ratings) Coders() int { return r.coders }

// Categories returns the categories offered or used, in ascending order.
func (r *Ratings) Categories() []float64 { return slices.Clone(r.categories) }

// Units returns how many units there are, with values or without.
func (r *Ratings) Units() int {
	n := 0.0
	for _, c := range r.counts {
		n += c
	}
	return int(n)
}

// Pairable returns how many units have values of two coders or more.
func (r *Ratings) Pairable() int {
	n := 0.0
	for i := range r.patterns {
		if r.patterns[i].m >= 2 {
			n += r.counts[i]
		}
	}
	return int(n)
}

// Prevalence returns the share of a category among the values that a coder gave; undefined
// if the coder gave none.
func (r *Ratings) Prevalence(coder int, category float64) Coefficient {
	c := r.category(category)
	n, in := 0.0, 0.0
	for i, p := range r.patterns {
		if p.values[coder] >= 0 {
			n += r.counts[i]
		}
		if p.values[coder] == c {
			in += r.counts[i]
		}
	}
	if n == 0 {
		return undefined(NoUnits, 0)
	}
	return Coefficient{Value: in / n, Observed: in, Units: int(n)}
}

// Confusion returns how many units coder a put into the category of the row and coder b into
// that of the column; rows and columns follow Categories. Units that one of them did not value are left out.
func (r *Ratings) Confusion(a, b int) [][]int {
	out := make([][]int, len(r.categories))
	for i := range out {
		out[i] = make([]int, len(r.categories))
	}
	for i, p := range r.patterns {
		if p.values[a] >= 0 && p.values[b] >= 0 {
			out[p.values[a]][p.values[b]] += int(r.counts[i])
		}
	}
	return out
}

// complete returns how many units every coder valued, and whether these values differ at all.
func (r *Ratings) complete() (units float64, varies bool) {
	first := -1
	for i := range r.patterns {
		p := &r.patterns[i]
		if int(p.m) != r.coders || r.counts[i] == 0 {
			continue
		}
		units += r.counts[i]
		for _, v := range p.values {
			if first < 0 {
				first = v
			}
			varies = varies || v != first
		}
	}
	return units, varies
}

// pairable returns how many units two coders or more valued, and whether these values differ at all.
func (r *Ratings) pairable() (units float64, varies bool) {
	first := -1
	for i := range r.patterns {
		p := &r.patterns[i]
		if p.m < 2 || r.counts[i] == 0 {
			continue
		}
		units += r.counts[i]
		for _, v := range p.values {
			switch {
			case v < 0:
			case first < 0:
				first = v
			default:
				varies = varies || v != first
			}
		}
	}
	return units, varies
}
