package agree

// Scott returns Scott's pi of two coders, (Po - Pe)/(1 - Pe) with Pe = sum_i ((r_i+c_i)/2)^2: kappa with the
// margins of both coders taken together. Units that one of them did not value are left out. Undefined as Cohen is.
//
// Scott (1955), Public Opinion Quarterly 19:321-325.
func Scott(r *Ratings) Coefficient {
	if r.coders != 2 {
		return undefined(TwoCodersOnly, 0)
	}
	c, m := r.kappaOf(0, 1, Unweighted)
	if c.Units == 0 {
		return c
	}
	expected := 0.0
	for i := range m.rows {
		p := (m.rows[i] + m.columns[i]) / 2
		expected += p * p
	}
	return overChance(c.Observed, expected, float64(c.Units))
}

// BrennanPrediger returns (Po - 1/q)/(1 - 1/q) for q categories: those offered, whether used or not. It is also
// Bennett's S and Randolph's free-marginal kappa, and what MAXQDA calls kappa. Po is Percent, so any number of coders and missing values
// are allowed. Undefined without variation, as nothing shows then that coders can tell categories apart, and for one category.
//
// Brennan & Prediger (1981), Educational and Psychological Measurement 41:687-699.
func BrennanPrediger(r *Ratings) Coefficient {
	po, q := Percent(r), float64(len(r.categories))
	if !po.Defined() {
		return po
	}
	if q < 2 {
		return Coefficient{Undefined: OneCategory, Observed: po.Value, Expected: 1, Units: po.Units}
	}
	if _, varies := r.pairable(); !varies {
		return Coefficient{Undefined: NoVariation, Observed: po.Value, Expected: 1 / q, Units: po.Units}
	}
	return overChance(po.Value, 1/q, float64(po.Units))
}

// GwetAC1 returns Gwet's AC1, (Po - Pe)/(1 - Pe) with
//
//	Pe = sum_k pi_k (1 - pi_k) / (q - 1)
//
// where q counts the categories offered and pi_k is the mean, over the units that anybody valued, of the share of coders who
// chose k. Po is Percent; any number of coders and missing values are allowed. It stays high where one category is rare.
// Undefined as BrennanPrediger is.
//
// Gwet (2008), British Journal of Mathematical and Statistical Psychology 61:29-48.
func GwetAC1(r *Ratings) Coefficient { return GwetAC2(r, Unweighted) }

// GwetAC2 returns AC1 with weights: agreement w'_kl = 1 - w_kl counts in Po in proportion, and
//
//	Pe = T / (q (q-1)) sum_k pi_k (1 - pi_k), T = sum_kl w'_kl
//
// Gwet (2014), Handbook of Inter-Rater Reliability, 4th ed.
func GwetAC2(r *Ratings, w Weights) Coefficient {
	q := len(r.categories)
	var small [16]float64
	pi := small[:]
	if q > len(small) {
		pi = make([]float64, q)
	}
	units, pairable, observed := 0.0, 0.0, 0.0
	for i := range r.patterns {
		p := &r.patterns[i]
		n := r.counts[i]
		if p.m == 0 || n == 0 {
			continue
		}
		units += n
		for k, t := range p.tally {
			pi[k] += n * t / p.m
		}
		if p.m < 2 {
			continue
		}
		pairable += n
		if w == Unweighted {
			observed += n * p.agreeing() / (p.m * (p.m - 1))
			continue
		}
		sum := 0.0
		for k, t := range p.tally {
			if t == 0 {
				continue
			}
			weighted := -1.0
			for l, s := range p.tally {
				weighted += s * (1 - w.of(k, l, q))
			}
			sum += t * weighted
		}
		observed += n * sum / (p.m * (p.m - 1))
	}
	if pairable == 0 {
		return undefined(NoUnits, 0)
	}
	observed /= pairable
	if q < 2 {
		return Coefficient{Undefined: OneCategory, Observed: observed, Expected: 1, Units: int(pairable)}
	}
	total, spread := 0.0, 0.0
	for k := range q {
		spread += pi[k] / units * (1 - pi[k]/units)
		if w == Unweighted {
			total++
			continue
		}
		for l := range q {
			total += 1 - w.of(k, l, q)
		}
	}
	expected := total / float64(q*(q-1)) * spread
	if spread < tiny {
		return Coefficient{Undefined: NoVariation, Observed: observed, Expected: expected, Units: int(pairable)}
	}
	return overChance(observed, expected, pairable)
}
