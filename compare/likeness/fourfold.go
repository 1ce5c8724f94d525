package likeness

import (
	"fmt"
	"math"
)

// Mark is what is known of a case on one thing.
type Mark int8

// Marks.
const (
	Unknown Mark = iota
	No
	Yes
)

// Fourfold counts the things that are known of both of two cases.
type Fourfold struct {
	A int // both have it
	B int // only the first has it
	C int // only the second has it
	D int // neither has it
}

// Compare counts in what two cases agree and differ. What is Unknown of either counts nowhere; Known says
// how much is left. It panics if the two do not have the same length.
func Compare(x, y []Mark) Fourfold {
	if len(x) != len(y) {
		panic(fmt.Sprintf("likeness: %d and %d marks", len(x), len(y)))
	}
	var f Fourfold
	for i := range x {
		switch {
		case x[i] == Unknown || y[i] == Unknown:
		case x[i] == Yes && y[i] == Yes:
			f.A++
		case x[i] == Yes:
			f.B++
		case y[i] == Yes:
			f.C++
		default:
			f.D++
		}
	}
	return f
}

// Known returns the number of things that are known of both cases, a+b+c+d.
func (f Fourfold) Known() int { return f.A + f.B + f.C + f.D }

// Coefficient is a measure of likeness, by the name it has in the literature.
type Coefficient string

// The coefficients, each with its formula.
const (
	SimpleMatching Coefficient = "simple-matching" // (a+d)/(a+b+c+d); Sokal and Michener (1958)
	Jaccard        Coefficient = "jaccard"         // a/(a+b+c); Jaccard (1901). What neither has does not count
	RusselRao      Coefficient = "russel-rao"      // a/(a+b+c+d); Russel and Rao (1940). A case is not fully like itself
	Zeta           Coefficient = "zeta"            // (2a+d)/(2a+b+c+d); Kuckartz and Rädiker (2019)
	Phi            Coefficient = "phi"             // (ad-bc)/sqrt((a+b)(c+d)(a+c)(b+d)); Pearson's r of two binary variables, from -1 to 1
)

// Coefficients returns all coefficients.
func Coefficients() []Coefficient {
	return []Coefficient{SimpleMatching, Jaccard, RusselRao, Zeta, Phi}
}

// Reason says why a coefficient is not defined; "" if it is.
type Reason string

// Reasons.
const (
	NothingKnown Reason = "nothing-known" // there is nothing that is known of both
	NeitherHas   Reason = "neither-has"   // Jaccard of two cases of which neither has anything: 0/0
	EmptyMargin  Reason = "empty-margin"  // phi where one of the cases has everything or nothing
)

// Of returns the coefficient of a fourfold table, NaN with the reason where it is not defined.
func (c Coefficient) Of(f Fourfold) (float64, Reason) {
	a, b, cc, d := float64(f.A), float64(f.B), float64(f.C), float64(f.D)
	n := a + b + cc + d
	if n == 0 {
		return math.NaN(), NothingKnown
	}
	switch c {
	case SimpleMatching:
		return (a + d) / n, ""
	case Jaccard:
		if a+b+cc == 0 {
			return math.NaN(), NeitherHas
		}
		return a / (a + b + cc), ""
	case RusselRao:
		return a / n, ""
	case Zeta:
		return (2*a + d) / (2*a + b + cc + d), ""
	case Phi:
		margins := (a + b) * (cc + d) * (a + cc) * (b + d)
		if margins == 0 {
			return math.NaN(), EmptyMargin
		}
		return (a*d - b*cc) / math.Sqrt(margins), ""
	}
	panic("likeness: no coefficient " + string(c))
}

// Distance returns the distance that belongs to a coefficient x: 1-x, of phi (1-x)/2, so that it lies
// between 0 and 1. Its square root is Euclidean for simple matching, Jaccard and Russel-Rao where
// nothing is unknown (Gower and Legendre 1986, Journal of Classification 3:5-48).
func (c Coefficient) Distance(x float64) float64 {
	if c == Phi {
		return (1 - x) / 2
	}
	return 1 - x
}
