package agree

import "math"

// FleissKappa is Fleiss' kappa with what is reported beside it.
type FleissKappa struct {
	Coefficient
	SE         float64 // standard error if the true kappa were 0
	Z          float64 // Value / SE
	Categories []CategoryCoefficient
}

// CategoryCoefficient is a coefficient of one category against all others.
type CategoryCoefficient struct {
	Category float64
	Coefficient
	SE float64 // standard error if the true value were 0; 0 where none is given
}

// Fleiss returns the kappa of m coders who each put N units into one category,
//
//	kappa = (mean P_u - Pe)/(1 - Pe), P_u = (sum_j n_uj^2 - m)/(m(m-1)), Pe = sum_j p_j^2
//
// and, for each category, 1 - sum_u n_uj (m - n_uj)/(N m (m-1) p_j q_j). Coders may be others from unit to unit; units that
// not all of them valued are left out. The standard errors are those of 1979 for a true kappa of 0; the variance printed in 1971 is wrong.
// A category that nobody or everybody chose always is undefined.
//
// Fleiss (1971), Psychological Bulletin 76:378-382; Fleiss, Nee & Landis (1979), Psychological Bulletin 86:974-977.
func Fleiss(r *Ratings) FleissKappa {
	q, m := len(r.categories), float64(r.coders)
	units, varies := r.complete()
	if units == 0 {
		return FleissKappa{Coefficient: undefined(NoUnits, 0)}
	}
	p, apart := make([]float64, q), make([]float64, q)
	observed := 0.0
	for i := range r.patterns {
		t := &r.patterns[i]
		if t.m != m {
			continue
		}
		observed += r.counts[i] * t.agreeing() / (m * (m - 1))
		for j, n := range t.tally {
			p[j] += r.counts[i] * n / (units * m)
			apart[j] += r.counts[i] * n * (m - n)
		}
	}
	expected := 0.0
	for _, x := range p {
		expected += x * x
	}
	out := FleissKappa{Coefficient: overChance(observed/units, expected, units)}
	if !varies {
		out.Coefficient = Coefficient{Undefined: NoVariation, Observed: observed / units, Expected: expected, Units: int(units)}
	}
	spread, skew := 0.0, 0.0
	for j, x := range p {
		spread += x * (1 - x)
		skew += x * (1 - x) * (1 - 2*x)
		c := CategoryCoefficient{Category: r.categories[j], SE: math.Sqrt(2 / (units * m * (m - 1)))}
		chance := x * (1 - x)
		if chance < tiny {
			chance = 0
		}
		c.Coefficient = overDisagreement(apart[j]/(units*m*(m-1)), chance, units)
		if x == 0 {
			c.Undefined = NeverAssigned
		}
		out.Categories = append(out.Categories, c)
	}
	if out.Defined() {
		out.SE = math.Sqrt(2*math.Max(0, spread*spread-skew)/(units*m*(m-1))) / spread
		out.Z = out.Value / out.SE
	}
	return out
}

// Conger returns the kappa of m coders whose own margins are kept: Pe is the mean, over pairs of coders, of sum_j p_aj p_bj, and Po
// that of their agreement. It is Cohen's kappa for two coders, and what irr calls exact. Units that not all of them valued are
// left out. Undefined without variation.
//
// Conger (1980), Psychological Bulletin 88:322-328.
func Conger(r *Ratings) Coefficient {
	q, m := len(r.categories), float64(r.coders)
	units, _ := r.complete()
	if units == 0 {
		return undefined(NoUnits, 0)
	}
	of := make([][]float64, r.coders)
	for j := range of {
		of[j] = make([]float64, q)
	}
	observed := 0.0
	for i := range r.patterns {
		p := &r.patterns[i]
		if p.m != m {
			continue
		}
		observed += r.counts[i] * p.agreeing() / (m * (m - 1))
		for j, v := range p.values {
			of[j][v] += r.counts[i] / units
		}
	}
	expected := 0.0
	for a := range of {
		for b := range of[:a] {
			for k := range q {
				expected += of[a][k] * of[b][k]
			}
		}
	}
	return overChance(observed/units, expected/(m*(m-1)/2), units)
}

// Light returns the mean of Cohen's kappa over all pairs of coders, on the units that all of them valued. Undefined if it is for one pair.
//
// Light (1971), Psychological Bulletin 76:365-377.
func Light(r *Ratings) Coefficient {
	units, _ := r.complete()
	if units == 0 {
		return undefined(NoUnits, 0)
	}
	whole := *r
	whole.counts = make([]float64, len(r.counts))
	for i := range r.patterns {
		if int(r.patterns[i].m) == r.coders {
			whole.counts[i] = r.counts[i]
		}
	}
	var sum Coefficient
	pairs := 0.0
	for a := range r.coders {
		for b := range a {
			c, _ := whole.kappaOf(b, a, Unweighted)
			if !c.Defined() {
				return undefined(PairUndefined, units)
			}
			sum.Value += c.Value
			sum.Observed += c.Observed
			sum.Expected += c.Expected
			pairs++
		}
	}
	return Coefficient{Value: sum.Value / pairs, Observed: sum.Observed / pairs, Expected: sum.Expected / pairs, Units: int(units)}
}
