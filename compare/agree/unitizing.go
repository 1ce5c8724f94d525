package agree

import (
	"errors"
	"fmt"
	"slices"
)

// Unit is a stretch of a continuum that a coder marked and gave a value, half open. Values count from 1.
type Unit struct {
	Value      int
	Start, End int
}

// Continuum is a text of a length that coders cut into units of their own, with gaps between them.
//
// Its alphas are those of Krippendorff, Mathet, Bouvry & Widlöcher (2016), Quality & Quantity 50:2347-2364 with the erratum 50:2365.
// They replace alpha_U of 1995 and 2004.
type Continuum struct {
	length int
	coders int
	values int       // 0 is a gap
	met    []float64 // l_ck: length on which one coder's units of c meet another's of k, by ordered pairs over m-1
	square []float64 // S_c: sum of squared lengths of units of c, of gaps the sum of lengths
	within []float64 // S*_c: sum of squared lengths of a unit of c that meets units of another coder, over m-1
}

// NewContinuum returns a continuum of so many characters with the units of each coder, in any order. A coder without units is
// a coder who found nothing, and counts. It is an error if there are fewer than two coders, if a unit lies outside the continuum
// or is empty, if its value is below 1, or if two units of one coder overlap: free codings overlap, so they are compared code by code.
func NewContinuum(length int, byCoder [][]Unit) (*Continuum, error) {
	if len(byCoder) < 2 {
		return nil, errors.New("agreement needs two coders")
	}
	c := &Continuum{length: length, coders: len(byCoder), values: 1}
	sorted := make([][]Unit, len(byCoder))
	for i, units := range byCoder {
		sorted[i] = slices.Clone(units)
		slices.SortFunc(sorted[i], func(a, b Unit) int { return a.Start - b.Start })
		last := 0
		for _, u := range sorted[i] {
			switch {
			case u.Value < 1 || u.Start < 0 || u.End > length || u.End <= u.Start:
				return nil, fmt.Errorf("coder %d: a unit of value %d at %d-%d does not lie in a continuum of %d", i+1, u.Value, u.Start, u.End, length)
			case u.Start < last:
				return nil, fmt.Errorf("coder %d: two units overlap at %d", i+1, u.Start)
			}
			last = u.End
			c.values = max(c.values, u.Value+1)
		}
	}
	c.met = make([]float64, c.values*c.values)
	c.square, c.within = make([]float64, c.values), make([]float64, c.values)
	c.sweep(sorted)
	for i, units := range sorted {
		gap := length
		for _, u := range units {
			size := u.End - u.Start
			gap -= size
			c.square[u.Value] += float64(size) * float64(size)
		}
		c.square[0] += float64(gap)
		for j, others := range sorted {
			if i != j {
				c.meet(units, others)
			}
		}
	}
	return c, nil
}

// sweep goes through the stretches between any two ends of units.
func (c *Continuum) sweep(byCoder [][]Unit) {
	var ends []int
	for _, units := range byCoder {
		for _, u := range units {
			ends = append(ends, u.Start, u.End)
		}
	}
	ends = append(ends, c.length)
	slices.Sort(ends)
	at := make([]int, c.coders) // the first unit of each coder that ends after the stretch's start
	values := make([]int, c.coders)
	tally, seen := make([]float64, c.values), make([]int, 0, c.coders)
	start := 0
	for _, end := range ends {
		if end == start {
			continue
		}
		seen = seen[:0]
		for i, units := range byCoder {
			for at[i] < len(units) && units[at[i]].End <= start {
				at[i]++
			}
			values[i] = 0
			if at[i] < len(units) && units[at[i]].Start <= start {
				values[i] = units[at[i]].Value
			}
			if tally[values[i]] == 0 {
				seen = append(seen, values[i])
			}
			tally[values[i]]++
		}
		size := float64(end-start) / float64(c.coders-1)
		for _, v := range seen {
			for _, w := range seen {
				pairs := tally[v] * tally[w]
				if v == w {
					pairs = tally[v] * (tally[v] - 1)
				}
				c.met[v*c.values+w] += size * pairs
			}
		}
		for _, v := range seen {
			tally[v] = 0
		}
		start = end
	}
}

// meet adds the squared lengths on which each unit meets any units of another coder.
func (c *Continuum) meet(units, others []Unit) {
	first := 0
	for _, u := range units {
		for first < len(others) && others[first].End <= u.Start {
			first++
		}
		common := 0
		for _, o := range others[first:] {
			if o.Start >= u.End {
				break
			}
			common += min(u.End, o.End) - max(u.Start, o.Start)
		}
		c.within[u.Value] += float64(common) * float64(common) / float64(c.coders-1)
	}
}

// SpanCoefficient is a coefficient of a continuum and the share of the continuum that it speaks of.
type SpanCoefficient struct {
	Coefficient
	Coverage float64 // from 0 to 1
}

func (c *Continuum) row(v int) float64 {
	sum := 0.0
	for k := range c.values {
		sum += c.met[v*c.values+k]
	}
	return sum
}

func sum(list []float64) float64 {
	total := 0.0
	for _, x := range list {
		total += x
	}
	return total
}

// Alpha returns u-alpha: do coders agree on where units lie and on their values, gaps being a value too,
//
//	1 - (l.. - sum l_cc)/(e.. - sum e_cc), e_ck = l.. (l_c. l_k. - [c=k] S_c)/(l..^2 - S)
//
// Undefined if nobody marked anything, and if one unit of one value over the whole is all there is.
func (c *Continuum) Alpha() SpanCoefficient {
	total := float64(c.length * c.coders)
	spread := total*total - sum(c.square)
	if sum(c.square[1:]) == 0 {
		return SpanCoefficient{undefined(NobodyMarked, 0), 1}
	}
	if spread <= 0 {
		return SpanCoefficient{undefined(NoVariation, 0), 1}
	}
	apart, expected := total, 0.0
	for v := range c.values {
		apart -= c.met[v*c.values+v]
		for k := range v {
			expected += 2 * total * c.row(v) * c.row(k) / spread
		}
	}
	return SpanCoefficient{overDisagreement(apart/total, expected/total, 0), 1}
}

// Binary returns |u-alpha: do coders agree on what is a unit and what a gap, whatever the values,
//
//	1 - (l_0. - l_00)/(e_0. - e_00), with e_ck as for Alpha
//
// Undefined as Alpha is, and if no coder left a gap.
func (c *Continuum) Binary() SpanCoefficient {
	total, gaps := float64(c.length*c.coders), c.row(0)
	spread := total*total - sum(c.square)
	if sum(c.square[1:]) == 0 {
		return SpanCoefficient{undefined(NobodyMarked, 0), 1}
	}
	if spread <= 0 {
		return SpanCoefficient{undefined(NoVariation, 0), 1}
	}
	return SpanCoefficient{overDisagreement((gaps-c.met[0])/total, gaps*(total-gaps)/spread, 0), 1}
}

// valued returns l*_c., their sum and the sum of S*: what remains of units that meet units of other coders.
func (c *Continuum) valued() (rows []float64, total, squares float64) {
	rows = make([]float64, c.values)
	for v := 1; v < c.values; v++ {
		for k := 1; k < c.values; k++ {
			rows[v] += c.met[v*c.values+k]
		}
		total += rows[v]
	}
	return rows, total, sum(c.within)
}

// Coding returns cu-alpha: where units of two coders meet, do they have the same values,
//
//	1 - (l*.. - sum l*_cc)/(e*.. - sum e*_cc), e*_ck = (l*_c. l*_k. - [c=k] S*_c)/(l*.. - S*/l*..)
//
// with l* the part of l without gaps and S*_c the sum, over the units valued c and over other coders, of the squared length on
// which the unit meets valued units of the other, over m-1. Coverage is l*../l... Undefined if no units meet, and if
// all that meet have the same value.
func (c *Continuum) Coding() SpanCoefficient {
	rows, total, squares := c.valued()
	coverage := total / float64(c.length*c.coders)
	if total == 0 {
		return SpanCoefficient{undefined(NeverMet, 0), 0}
	}
	apart, expected := total, 0.0
	for v := 1; v < c.values; v++ {
		apart -= c.met[v*c.values+v]
		for k := 1; k < v; k++ {
			expected += 2 * rows[v] * rows[k]
		}
	}
	spread := total - squares/total
	if expected == 0 || spread <= 0 {
		return SpanCoefficient{undefined(NoVariation, 0), coverage}
	}
	return SpanCoefficient{overDisagreement(apart/total, expected/spread/total, 0), coverage}
}

// Value returns (k)u-alpha: where units meet, how well one value is told from all others,
//
//	1 - (e*_k. / l*_k.) (l*_k. - l*_kk)/(e*_k. - e*_kk), with l* and e* as for Coding
//
// Coverage is l*_k./l_k., the share of what has that value which meets units of other coders at all. Undefined if none does, and if
// all that meet have this value.
func (c *Continuum) Value(k int) SpanCoefficient {
	if k < 1 || k >= c.values || c.row(k) == 0 {
		return SpanCoefficient{undefined(NeverAssigned, 0), 0}
	}
	rows, total, squares := c.valued()
	coverage := rows[k] / c.row(k)
	if rows[k] == 0 {
		return SpanCoefficient{undefined(NeverMet, 0), coverage}
	}
	spread := total - squares/total
	if spread <= 0 || rows[k] == total {
		return SpanCoefficient{undefined(NoVariation, 0), coverage}
	}
	all := (rows[k]*total - c.within[k]) / spread
	others := rows[k] * (total - rows[k]) / spread
	return SpanCoefficient{overDisagreement((rows[k]-c.met[k*c.values+k])/rows[k], others/all, 0), coverage}
}

// Marked returns the share of the continuum that coders marked on average with a value, or with any value if k is 0.
func (c *Continuum) Marked(k int) float64 {
	total := float64(c.length * c.coders)
	if total == 0 || k >= c.values {
		return 0
	}
	if k > 0 {
		return c.row(k) / total
	}
	return (total - c.row(0)) / total
}
