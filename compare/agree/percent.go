package agree

// Percent returns the share of pairs of coders that agree, from 0 to 1: for each unit
//
//	P_u = sum_k n_uk (n_uk - 1) / (m_u (m_u - 1))
//
// of the m_u coders who valued it, n_uk of them with k, and the mean of P_u over the units
// with m_u > 1. With two coders it is the share of units on which they agree; with several and nothing missing
// the mean over all pairs of coders. It is not corrected for chance. Undefined if no unit has two values.
func Percent(r *Ratings) Coefficient {
	units, sum := 0.0, 0.0
	for i := range r.patterns {
		p := &r.patterns[i]
		if p.m < 2 || r.counts[i] == 0 {
			continue
		}
		units += r.counts[i]
		sum += r.counts[i] * p.agreeing() / (p.m * (p.m - 1))
	}
	if units == 0 {
		return undefined(NoUnits, 0)
	}
	return Coefficient{Value: sum / units, Observed: sum / units, Units: int(units)}
}

// agreeing returns the ordered pairs of coders that gave the same value.
func (p *pattern) agreeing() float64 {
	sum := 0.0
	for _, n := range p.tally {
		sum += n * (n - 1)
	}
	return sum
}
