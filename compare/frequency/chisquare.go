package frequency

import (
	"math"

	"gonum.org/v1/gonum/stat/distuv"
)

// Test is a test of independence.
type Test struct {
	Statistic   float64
	DF          int
	P           float64
	LeastFilled float64 // the smallest expected count; below 5 the p value of chi-square is rough
	Undefined   Reason  // "" if there is a result
}

// ChiSquare returns Pearson's test of a table of counts, sum (O-E)^2/E with (rows-1)(columns-1) degrees of freedom. yates takes
// 0.5, or the smallest |O-E| if that is less, off each |O-E|, as R's chisq.test does of fourfold tables by default; it is for these alone.
// Undefined if a row or column is empty.
//
// Pearson (1900), Philosophical Magazine 50:157-175; Yates (1934), Supplement to the Journal of the Royal Statistical Society 1:217-235.
func ChiSquare(table [][]int, yates bool) Test {
	rows, columns, n, filled := margins(table)
	if !filled {
		return Test{Undefined: EmptyMargin}
	}
	t := Test{DF: (len(rows) - 1) * (len(columns) - 1), LeastFilled: math.Inf(1)}
	correct := 0.0
	if yates && len(rows) == 2 && len(columns) == 2 {
		correct = math.Min(0.5, math.Abs(float64(table[0][0])-rows[0]*columns[0]/n))
	}
	for i := range table {
		for j, o := range table[i] {
			e := rows[i] * columns[j] / n
			d := math.Abs(float64(o)-e) - correct
			t.Statistic += d * d / e
			t.LeastFilled = math.Min(t.LeastFilled, e)
		}
	}
	t.P = chiSquareTail(t.Statistic, t.DF)
	return t
}

// chiSquareTail returns the chance of a chi-square above x.
func chiSquareTail(x float64, df int) float64 {
	if df == 0 {
		return 1
	}
	return distuv.ChiSquared{K: float64(df)}.Survival(x)
}

// margins returns the sums of rows and columns, of all, and whether all of them are above 0.
func margins(table [][]int) (rows, columns []float64, n float64, filled bool) {
	if len(table) == 0 || len(table[0]) == 0 {
		return nil, nil, 0, false
	}
	rows, columns, filled = make([]float64, len(table)), make([]float64, len(table[0])), true
	for i := range table {
		for j, o := range table[i] {
			rows[i] += float64(o)
			columns[j] += float64(o)
			n += float64(o)
		}
	}
	for _, sum := range append(append([]float64{}, rows...), columns...) {
		filled = filled && sum > 0
	}
	return rows, columns, n, filled
}

// CramersV returns sqrt(chi2/(n (k-1))), k the smaller of rows and columns, from 0 to 1; of a fourfold table it is |phi|. Undefined
// if a row or column is empty, or there is only one.
//
// Cramér (1946), Mathematical Methods of Statistics, ch. 21.
func CramersV(table [][]int) Figure {
	t := ChiSquare(table, false)
	if t.Undefined != "" || len(table) < 2 || len(table[0]) < 2 {
		return undefined(EmptyMargin)
	}
	_, _, n, _ := margins(table)
	return known(math.Sqrt(t.Statistic / (n * float64(min(len(table), len(table[0]))-1))))
}

// Paired is McNemar's test of units that were judged twice.
type Paired struct {
	Exact      float64 // two-sided p of the binomial test that b of b+c go one way
	Asymptotic Test    // (|b-c|-1)^2/(b+c), as R's mcnemar.test does by default
	Plain      Test    // (b-c)^2/(b+c), without the correction
}

// McNemar returns the test that among units on which two judgements differ, b of the one and c of the other kind, both kinds are
// equally frequent. Units on which they agree do not count. Exact is 1 if there are none, and the others are undefined.
//
// McNemar (1947), Psychometrika 12:153-157; Edwards (1948), Psychometrika 13:185-187.
func McNemar(b, c int) Paired {
	if b+c == 0 {
		return Paired{Exact: 1, Asymptotic: Test{Undefined: EmptyMargin}, Plain: Test{Undefined: EmptyMargin}}
	}
	n := float64(b + c)
	tail := 0.0
	for k := range min(b, c) + 1 {
		tail += math.Exp(logChoose(b+c, k) - n*math.Ln2)
	}
	d := math.Abs(float64(b - c))
	corrected := math.Max(0, d-1)
	test := func(x float64) Test { return Test{Statistic: x, DF: 1, P: chiSquareTail(x, 1), LeastFilled: n / 2} }
	return Paired{Exact: math.Min(1, 2*tail), Asymptotic: test(corrected * corrected / n), Plain: test(d * d / n)}
}

func logFactorial(n int) float64 {
	x, _ := math.Lgamma(float64(n) + 1)
	return x
}

func logChoose(n, k int) float64 { return logFactorial(n) - logFactorial(k) - logFactorial(n-k) }
