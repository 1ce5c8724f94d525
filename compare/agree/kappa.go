package agree

import "math"

// Weights say how far two categories disagree, by their places in the order of categories.
type Weights int

// The weights, as disagreement from 0 to 1 of the i-th and the j-th of q categories. R's irr
// calls Linear "equal" and Quadratic "squared".
const (
	Unweighted Weights = iota // 0 or 1
	Linear                    // |i-j|/(q-1)
	Quadratic                 // ((i-j)/(q-1))^2
)

// of returns the disagreement of two of q categories.
func (w Weights) of(i, j, q int) float64 {
	switch {
	case i == j:
		return 0
	case w == Unweighted || q < 2:
		return 1
	}
	d := math.Abs(float64(i-j)) / float64(q-1)
	if w == Quadratic {
		return d * d
	}
	return d
}

// Kappa is Cohen's kappa with what is reported beside it.
type Kappa struct {
	Coefficient
	Max          float64 // the largest value that these margins allow; unweighted kappa only, else 0
	SETest       float64 // standard error if the true kappa were 0, for testing that
	SE           float64 // standard error, for the interval
	Lower, Upper float64 // the 95 % interval Value -+ 1.96 SE
}

// Cohen returns Cohen's kappa of two coders,
//
//	kappa = (Po - Pe)/(1 - Pe), Pe = sum_i r_i c_i
//
// or with weights w of disagreement 1 - sum w_ij p_ij / sum w_ij r_i c_j, where p_ij is the share of units
// that the first coder put into i and the second into j, and r and c are its margins. Units that one of them did not value are
// left out. Observed and Expected are agreement, with weights too. Standard errors are those of Fleiss, Cohen and Everitt.
//
// Undefined for more than two coders, and where both put every unit into one and the same category. It is 0 if one
// of them uses one category only and the other several.
//
// Cohen (1960), Educational and Psychological Measurement 20:37-46; Cohen (1968), Psychological Bulletin 70:213-220;
// Fleiss, Cohen & Everitt (1969), Psychological Bulletin 72:323-327.
func Cohen(r *Ratings, w Weights) Kappa {
	if r.coders != 2 {
		return Kappa{Coefficient: undefined(TwoCodersOnly, 0)}
	}
	return r.cohen(0, 1, w)
}

// CohenKappa is the unweighted Cohen without what is reported beside it, for Bootstrap.
func CohenKappa(r *Ratings) Coefficient {
	if r.coders != 2 {
		return undefined(TwoCodersOnly, 0)
	}
	c, _ := r.kappaOf(0, 1, Unweighted)
	return c
}

// margins are what two coders put into each category, as shares.
type margins struct{ rows, columns []float64 }

// kappaOf returns kappa of two of the coders without standard errors.
func (r *Ratings) kappaOf(a, b int, w Weights) (Coefficient, margins) {
	var small [16]float64
	q := len(r.categories)
	both := small[:]
	if 2*q > len(small) {
		both = make([]float64, 2*q)
	}
	rows, columns := both[:q:q], both[q:2*q]
	n, observed := 0.0, 0.0
	for i := range r.patterns {
		x, y := r.patterns[i].values[a], r.patterns[i].values[b]
		if x < 0 || y < 0 {
			continue
		}
		n += r.counts[i]
		rows[x] += r.counts[i]
		columns[y] += r.counts[i]
		observed += r.counts[i] * (1 - w.of(x, y, q))
	}
	if n == 0 {
		return undefined(NoUnits, 0), margins{}
	}
	expected := 0.0
	for i := range rows {
		rows[i], columns[i] = rows[i]/n, columns[i]/n
	}
	for i := range rows {
		if rows[i] == 0 {
			continue
		}
		if w == Unweighted {
			expected += rows[i] * columns[i]
			continue
		}
		for j := range columns {
			expected += rows[i] * columns[j] * (1 - w.of(i, j, q))
		}
	}
	return overChance(observed/n, expected, n), margins{rows, columns}
}

func (r *Ratings) cohen(a, b int, w Weights) Kappa {
	c, m := r.kappaOf(a, b, w)
	k := Kappa{Coefficient: c}
	if !c.Defined() {
		return k
	}
	q, n := len(r.categories), float64(c.Units)
	if w == Unweighted {
		most := 0.0
		for i := range m.rows {
			most += math.Min(m.rows[i], m.columns[i])
		}
		k.Max = (most - c.Expected) / (1 - c.Expected)
	}
	// v is agreement; rowMean[i] and columnMean[j] are its means over the other coder's margins.
	rowMean, columnMean := make([]float64, q), make([]float64, q)
	for i := range q {
		for j := range q {
			v := 1 - w.of(i, j, q)
			rowMean[i] += m.columns[j] * v
			columnMean[j] += m.rows[i] * v
		}
	}
	test, interval := 0.0, 0.0
	for i := range q {
		for j := range q {
			d := 1 - w.of(i, j, q) - rowMean[i] - columnMean[j]
			test += m.rows[i] * m.columns[j] * d * d
		}
	}
	for i := range r.patterns {
		x, y := r.patterns[i].values[a], r.patterns[i].values[b]
		if x < 0 || y < 0 {
			continue
		}
		d := 1 - w.of(x, y, q) - (rowMean[x]+columnMean[y])*(1-c.Value)
		interval += r.counts[i] / n * d * d
	}
	last := c.Value - c.Expected*(1-c.Value)
	k.SETest = math.Sqrt(math.Max(0, test-c.Expected*c.Expected)/n) / (1 - c.Expected)
	k.SE = math.Sqrt(math.Max(0, interval-last*last)/n) / (1 - c.Expected)
	k.Lower, k.Upper = k.Value-z95*k.SE, k.Value+z95*k.SE
	return k
}

// z95 is the 97.5th percentile of the normal distribution.
const z95 = 1.959963984540054
