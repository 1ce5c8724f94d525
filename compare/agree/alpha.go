package agree

import "math"

// Metric says how far two values differ.
type Metric int

// The metrics of alpha, each with its squared difference of c and k.
const (
	Nominal        Metric = iota // 0 or 1
	Ordinal                      // (sum of n_g for g from c to k, less (n_c+n_k)/2)^2, with n_g pairable values g
	IntervalMetric               // (c-k)^2
	Ratio                        // ((c-k)/(c+k))^2, 0 for two zeros; values below 0 have no ratio
	Circular                     // sin^2(pi (c-k)/U), with U = largest - smallest category + 1
	Bipolar                      // (c-k)^2/((c+k-2 min)(2 max-c-k)), 0 for equal values
)

// Alpha returns Krippendorff's alpha, 1 - Do/De, for any number of coders and missing values:
//
//	Do = sum_ck o_ck d_ck / n, De = sum_ck n_c n_k d_ck / (n (n-1))
//
// o_ck counts the coincidences, the ordered pairs of values c and k within units, each divided by m_u - 1 for
// a unit with m_u values; units with fewer than two drop out. n_c is a row's sum, n the sum of all: the pairable values.
// Observed and Expected are Do and De. One deviation among equal values gives 0: such data cannot show reliability.
// Undefined if no unit has two values, and if all pairable values are the same.
//
// Krippendorff (2019), Content Analysis, 4th ed., ch. 12; Krippendorff (2011), Computing Krippendorff's
// alpha-reliability.
func Alpha(r *Ratings, m Metric) Coefficient {
	q := len(r.categories)
	if m == Ratio && q > 0 && r.categories[0] < 0 {
		return undefined(Negative, 0)
	}
	var small [16]float64
	n := small[:]
	if q > len(small) {
		n = make([]float64, q)
	}
	total, units, observed := r.valueCounts(n), 0.0, 0.0
	for i := range r.patterns {
		p := &r.patterns[i]
		if p.m < 2 || r.counts[i] == 0 {
			continue
		}
		units += r.counts[i]
		apart := p.m*(p.m-1) - p.agreeing()
		if m != Nominal && apart > 0 {
			apart = 0
			for c, s := range p.tally {
				for k, t := range p.tally[:c] {
					if s > 0 && t > 0 {
						apart += 2 * s * t * r.difference(m, k, c, n)
					}
				}
			}
		}
		observed += r.counts[i] * apart / (p.m - 1)
	}
	if units == 0 {
		return undefined(NoUnits, 0)
	}
	expected := 0.0
	for c := range q {
		for k := range c {
			if n[c] > 0 && n[k] > 0 {
				d := 1.0
				if m != Nominal {
					d = r.difference(m, k, c, n)
				}
				expected += 2 * n[c] * n[k] * d
			}
		}
	}
	return overDisagreement(observed/total, expected/(total*(total-1)), units)
}

// AlphaNominal is Alpha for categories without an order, for Bootstrap.
func AlphaNominal(r *Ratings) Coefficient { return Alpha(r, Nominal) }

// valueCounts adds to n how many pairable values there are of each category and returns their sum.
func (r *Ratings) valueCounts(n []float64) float64 {
	total := 0.0
	for i := range r.patterns {
		p := &r.patterns[i]
		if p.m < 2 {
			continue
		}
		total += r.counts[i] * p.m
		for c, t := range p.tally {
			n[c] += r.counts[i] * t
		}
	}
	return total
}

// difference returns the squared difference of two categories, lower before higher.
func (r *Ratings) difference(m Metric, low, high int, n []float64) float64 {
	if low == high {
		return 0
	}
	c, k := r.categories[low], r.categories[high]
	switch m {
	case Ordinal:
		sum := -(n[low] + n[high]) / 2
		for _, x := range n[low : high+1] {
			sum += x
		}
		return sum * sum
	case IntervalMetric:
		return (c - k) * (c - k)
	case Ratio:
		return (c - k) / (c + k) * (c - k) / (c + k)
	case Circular:
		s := math.Sin(math.Pi * (c - k) / (r.categories[len(r.categories)-1] - r.categories[0] + 1))
		return s * s
	case Bipolar:
		least, most := r.categories[0], r.categories[len(r.categories)-1]
		return (c - k) * (c - k) / ((c + k - 2*least) * (2*most - c - k))
	}
	return 1
}

// AlphaByCategory returns alpha for each category against all others together,
//
//	1 - (n-1) (n_c - o_cc) / (n_c (n - n_c))
//
// Undefined for a category that nobody, or everybody, gave in pairable values.
//
// Krippendorff (1980), Content Analysis, p. 139.
func AlphaByCategory(r *Ratings) []CategoryCoefficient {
	q := len(r.categories)
	n, same := make([]float64, q), make([]float64, q)
	total, units := r.valueCounts(n), 0.0
	for i := range r.patterns {
		p := &r.patterns[i]
		if p.m < 2 {
			continue
		}
		units += r.counts[i]
		for c, t := range p.tally {
			same[c] += r.counts[i] * t * (t - 1) / (p.m - 1)
		}
	}
	out := make([]CategoryCoefficient, q)
	for c := range out {
		out[c].Category = r.categories[c]
		switch {
		case units == 0:
			out[c].Coefficient = undefined(NoUnits, 0)
		case n[c] == 0:
			out[c].Coefficient = undefined(NeverAssigned, units)
		default:
			out[c].Coefficient = overDisagreement((n[c]-same[c])/total, n[c]*(total-n[c])/(total*(total-1)), units)
		}
	}
	return out
}
