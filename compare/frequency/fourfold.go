package frequency

import "math"

// Table22 is a fourfold table.
//
//	A B
//	C D
type Table22 struct{ A, B, C, D int }

// N returns the sum of the cells.
func (t Table22) N() int { return t.A + t.B + t.C + t.D }

// margins returns the sums of rows and columns, and whether all are above 0.
func (t Table22) margins() (rows, columns [2]float64, filled bool) {
	rows = [2]float64{float64(t.A + t.B), float64(t.C + t.D)}
	columns = [2]float64{float64(t.A + t.C), float64(t.B + t.D)}
	return rows, columns, rows[0] > 0 && rows[1] > 0 && columns[0] > 0 && columns[1] > 0
}

// Phi returns (AD-BC)/sqrt of the product of the four margins, from -1 to 1. Undefined if a margin is 0.
//
// Yule (1912), Journal of the Royal Statistical Society 75:579-652.
func Phi(t Table22) Figure {
	r, c, filled := t.margins()
	if !filled {
		return undefined(EmptyMargin)
	}
	return known((float64(t.A)*float64(t.D) - float64(t.B)*float64(t.C)) / math.Sqrt(r[0]*r[1]*c[0]*c[1]))
}

// OddsRatio returns AD/BC of the sample; infinite if only B or C is 0. Fisher gives the conditional estimate, which is another. Undefined
// if a margin is 0.
func OddsRatio(t Table22) Figure {
	if _, _, filled := t.margins(); !filled {
		return undefined(EmptyMargin)
	}
	return known(float64(t.A) * float64(t.D) / (float64(t.B) * float64(t.C)))
}

// RiskDifference returns A/(A+B) - C/(C+D): the difference of the shares of the two rows. Undefined if a row is empty.
func RiskDifference(t Table22) Figure {
	r, _, _ := t.margins()
	if r[0] == 0 || r[1] == 0 {
		return undefined(EmptyMargin)
	}
	return known(float64(t.A)/r[0] - float64(t.C)/r[1])
}

// LogRatio returns the binary logarithm of the ratio of two relative frequencies, a of n1 and b of n2: 1 is twice
// as often, -1 half as often. A count of 0 counts as one half, so that the logarithm exists. Undefined if
// both counts are 0, or a corpus is empty.
//
// Hardie (2014), Log ratio: an informal introduction (CASS, Lancaster).
func LogRatio(a, n1, b, n2 int) Figure {
	switch {
	case n1 == 0 || n2 == 0:
		return undefined(NoText)
	case a+b == 0:
		return undefined(NotThere)
	}
	x, y := math.Max(float64(a), 0.5), math.Max(float64(b), 0.5)
	return known(math.Log2(x / float64(n1) / (y / float64(n2))))
}
