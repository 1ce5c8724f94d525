package agree

import (
	"math"
	"slices"
)

// Resampling says how intervals are made.
type Resampling struct {
	Resamples int     // 5000 and more for an interval of 95 %
	Level     float64 // share of the resamples within the interval, for example 0.95
	Seed      uint64  // the same seed gives the same interval
}

// Interval lies around a coefficient.
type Interval struct {
	Lower, Upper float64
	Undefined    Reason // "" if there is an interval
	Resamples    int    // that were drawn
	Without      int    // resamples in which the coefficient is undefined; they are left out
}

// Defined tells whether there is an interval.
func (i Interval) Defined() bool { return i.Undefined == "" }

// Bootstrap returns percentile intervals of coefficients: units are drawn with replacement, as many as there are, and each
// coefficient is computed of every draw. Since only the number of units of each pattern matters, a draw is one of
// a multinomial distribution over patterns. All coefficients are computed of the same draws. Percentiles are
// interpolated as R's quantile does by default (type 7). Resamples in which a coefficient is undefined are left out and counted.
//
// It is the interval to report: units are what another sample would differ in. Krippendorff's own (BootstrapDeviations) is
// too narrow for more than two coders.
//
// Efron & Tibshirani (1993), An Introduction to the Bootstrap, ch. 13.
func Bootstrap(r *Ratings, o Resampling, of ...func(*Ratings) Coefficient) []Interval {
	resampled := *r
	resampled.counts = make([]float64, len(r.counts))
	values := make([][]float64, len(of))
	for k := range values {
		values[k] = make([]float64, 0, o.Resamples)
	}
	d := newDraws(o.Seed, r.counts)
	for range o.Resamples {
		d.multinomial(resampled.counts)
		for k, coefficient := range of {
			if c := coefficient(&resampled); c.Defined() {
				values[k] = append(values[k], c.Value)
			}
		}
	}
	out := make([]Interval, len(of))
	for k := range out {
		out[k] = percentiles(values[k], o)
	}
	return out
}

// BootstrapSets is Bootstrap for MultiValuedAlpha.
func BootstrapSets(s *Sets, o Resampling) Interval {
	t := s.tallied()
	drawn := make([]float64, len(t.units))
	d := newDraws(o.Seed, t.units)
	values := make([]float64, 0, o.Resamples)
	for range o.Resamples {
		d.multinomial(drawn)
		if c := t.alpha(drawn); c.Defined() {
			values = append(values, c.Value)
		}
	}
	return percentiles(values, o)
}

// BootstrapDeviations returns the interval of alpha by Krippendorff's algorithm: De stands, and the deviations of all pairs
// of values, m_u(m_u-1)/2 in a unit with m_u values, are drawn from the coincidences as if they were independent of each
// other. With more than two coders they are not, and the interval is too narrow. Draws below -1 count as -1. It is offered because others report it;
// the correction that programs make for draws of alpha = 1 is not made.
//
// Krippendorff (2006), Bootstrapping distributions for Krippendorff's alpha.
func BootstrapDeviations(r *Ratings, m Metric, o Resampling) Interval {
	a := Alpha(r, m)
	if !a.Defined() {
		return Interval{Undefined: a.Undefined}
	}
	n := make([]float64, len(r.categories))
	total := r.valueCounts(n)
	deviations := map[float64]float64{} // coincidences by difference
	draws := map[float64]float64{}      // pairs to be drawn by m_u
	for i := range r.patterns {
		p := &r.patterns[i]
		if p.m < 2 {
			continue
		}
		draws[p.m] += r.counts[i] * p.m * (p.m - 1) / 2
		for c, s := range p.tally {
			deviations[0] += r.counts[i] * s * (s - 1) / (p.m - 1)
			for k, t := range p.tally[:c] {
				if s > 0 && t > 0 {
					deviations[r.difference(m, k, c, n)] += r.counts[i] * 2 * s * t / (p.m - 1)
				}
			}
		}
	}
	differences, sizes := keys(deviations), keys(draws)
	weights, drawn := make([]float64, len(differences)), make([]float64, len(differences))
	for i, d := range differences {
		weights[i] = deviations[d]
	}
	d := newDraws(o.Seed, weights)
	values := make([]float64, 0, o.Resamples)
	for range o.Resamples {
		alpha := 1.0
		for _, size := range sizes {
			d.draw(draws[size], drawn)
			for i, k := range drawn {
				alpha -= k * 2 * differences[i] / ((size - 1) * total * a.Expected)
			}
		}
		values = append(values, math.Max(-1, alpha))
	}
	return percentiles(values, o)
}

func keys(m map[float64]float64) []float64 {
	out := make([]float64, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}

// percentiles returns the interval of the values of all resamples.
func percentiles(values []float64, o Resampling) Interval {
	i := Interval{Resamples: o.Resamples, Without: o.Resamples - len(values)}
	if len(values) == 0 {
		i.Undefined = AllResamples
		return i
	}
	i.Lower, i.Upper = quantile(values, (1-o.Level)/2), quantile(values, (1+o.Level)/2)
	return i
}
