package qca

import "math"

// Necessity says how far a set X contains the outcome Y, how far each case in Y is in X.
type Necessity struct {
	Incl float64 // consistency, sum min(x,y) / sum y; NaN without any membership in Y
	Cov  float64 // coverage, sum min(x,y) / sum x; NaN without any membership in X
	RoN  float64 // relevance, sum(1-x) / sum(1-min(x,y)); NaN if all are fully in both
}

// Necessary returns the necessity of x for y. Incl and Cov: Ragin (2006), Political Analysis 14:291-310;
// RoN, which is low where X is nearly everybody: Schneider and Wagemann (2012: 235).
func Necessary(x, y []float64) Necessity {
	var both, sx, sy, out, notBoth float64
	for i := range x {
		m := math.Min(x[i], y[i])
		both, sx, sy = both+m, sx+x[i], sy+y[i]
		out, notBoth = out+1-x[i], notBoth+1-m
	}
	return Necessity{Incl: ratio(both, sy), Cov: ratio(both, sx), RoN: ratio(out, notBoth)}
}

// Sufficiency says how far a set X is contained in the outcome Y, how far each case in X is in Y.
type Sufficiency struct {
	Incl float64 // consistency, sum min(x,y) / sum x; NaN without any membership in X
	PRI  float64 // proportional reduction in inconsistency; NaN if X has nothing that is not in both Y and not-Y
	Cov  float64 // raw coverage, sum min(x,y) / sum y; NaN without any membership in Y
}

// Sufficient returns the sufficiency of x for y. PRI is
//
//	(sum min(x,y) - sum min(x,y,1-y)) / (sum x - sum min(x,y,1-y))
//
// and near .5 for a set that is about as much a subset of the outcome as of its negation
// (Schneider and Wagemann 2012: 242).
func Sufficient(x, y []float64) Sufficiency {
	var both, sx, sy, three float64
	for i := range x {
		m := math.Min(x[i], y[i])
		both, sx, sy = both+m, sx+x[i], sy+y[i]
		three += math.Min(m, 1-y[i])
	}
	return Sufficiency{Incl: ratio(both, sx), PRI: ratio(both-three, sx-three), Cov: ratio(both, sy)}
}

// ratio is NaN where the denominator is nothing.
func ratio(a, b float64) float64 {
	if b <= tolerance {
		return math.NaN()
	}
	return a / b
}
