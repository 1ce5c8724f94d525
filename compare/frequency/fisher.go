package frequency

import (
	"math"
	"math/rand/v2"
)

// FisherTest is Fisher's exact test.
type FisherTest struct {
	P            float64 // two-sided: the chance of all tables of these margins that are no more likely than this one
	Odds         float64 // conditional maximum likelihood estimate of the odds ratio; fourfold tables only
	Lower, Upper float64 // its exact 95 % interval; Upper may be infinite
	Method       Method
	Tables       int     // steps that were taken, or tables drawn
	Error        float64 // standard error of a P that was drawn
	Undefined    Reason
}

// Method says how an exact p value was found.
type Method string

// The methods.
const (
	Enumerated Method = "exact"
	Drawn      Method = "Monte Carlo"
)

// relative is how much more likely than the observed a table may come out and still count as equally likely, for rounding; as in R.
const relative = 1 + 1e-7

// Fisher returns Fisher's exact test of a fourfold table. The odds ratio is the conditional estimate, not AD/BC: the one at
// which the mean of A, given the margins, is A; 0 or infinite where A is as small or large as the margins allow. The interval inverts the
// one-sided exact tests. Undefined if a margin is 0.
//
// Fisher (1935), Journal of the Royal Statistical Society 98:39-82; Cornfield (1956), Proceedings of the Third Berkeley Symposium 4:135-148.
func Fisher(t Table22) FisherTest {
	if _, _, filled := t.margins(); !filled {
		return FisherTest{Undefined: EmptyMargin}
	}
	h := newHypergeometric(t)
	out := FisherTest{Method: Enumerated, Tables: len(h.logs)}
	at := h.chances(0)
	limit := at[t.A-h.low] * relative
	for _, p := range at {
		if p <= limit {
			out.P += p
		}
	}
	out.P = math.Min(1, out.P)
	out.Odds, out.Lower, out.Upper = h.odds(t.A)
	return out
}

// hypergeometric is the distribution of A given the margins.
type hypergeometric struct {
	low  int       // the smallest A
	logs []float64 // logarithm of the number of ways for each A
}

func newHypergeometric(t Table22) hypergeometric {
	row, column, rest := t.A+t.B, t.A+t.C, t.B+t.D
	h := hypergeometric{low: max(0, row-rest)}
	for a := h.low; a <= min(row, column); a++ {
		h.logs = append(h.logs, logChoose(column, a)+logChoose(rest, row-a))
	}
	return h
}

// chances returns the chance of each A if the logarithm of the odds ratio is logOdds.
func (h hypergeometric) chances(logOdds float64) []float64 {
	out := make([]float64, len(h.logs))
	most := math.Inf(-1)
	for i, l := range h.logs {
		out[i] = l + float64(h.low+i)*logOdds
		most = math.Max(most, out[i])
	}
	sum := 0.0
	for i := range out {
		out[i] = math.Exp(out[i] - most)
		sum += out[i]
	}
	for i := range out {
		out[i] /= sum
	}
	return out
}

func (h hypergeometric) odds(a int) (estimate, lower, upper float64) {
	high := h.low + len(h.logs) - 1
	mean := func(logOdds float64) float64 {
		sum := 0.0
		for i, p := range h.chances(logOdds) {
			sum += p * float64(h.low+i)
		}
		return sum - float64(a)
	}
	tail := func(from, to int) func(float64) float64 { // the chance of from <= A < to
		return func(logOdds float64) float64 {
			sum := 0.0
			for _, p := range h.chances(logOdds)[from-h.low : to-h.low] {
				sum += p
			}
			return sum - 0.025
		}
	}
	estimate, lower, upper = math.Inf(1), 0, math.Inf(1)
	switch {
	case h.low == high:
		estimate = math.NaN()
	case a == h.low:
		estimate = 0
	case a < high:
		estimate = math.Exp(root(mean))
	}
	if a > h.low {
		lower = math.Exp(root(tail(a, high+1)))
	}
	if a < high {
		falling := tail(h.low, a+1)
		upper = math.Exp(root(func(x float64) float64 { return -falling(x) }))
	}
	return estimate, lower, upper
}

// root returns where a rising function crosses 0, between -700 and 700, by halving.
func root(f func(float64) float64) float64 {
	low, high := -700.0, 700.0
	for range 80 {
		if mid := (low + high) / 2; f(mid) < 0 {
			low = mid
		} else {
			high = mid
		}
	}
	return (low + high) / 2
}

// FisherTable returns Fisher's exact test of a table of any size, the two-sided p alone. The tables of these margins are gone through as a network, column by column;
// where that is too much work, tables are drawn at random with the seed, and P is (1+k)/(1+draws) with k draws no more likely than the observed
// table. Method says which. Undefined if a row or column is empty.
//
// Freeman & Halton (1951), Biometrika 38:141-149; Mehta & Patel (1983), Journal of the American Statistical Association 78:427-434.
func FisherTable(table [][]int, draws int, seed uint64) FisherTest {
	rows, columns, n, filled := margins(table)
	if !filled {
		return FisherTest{Undefined: EmptyMargin}
	}
	limit := math.Log(relative)
	for i := range table {
		for _, o := range table[i] {
			limit -= logFactorial(o)
		}
	}
	w := newNetwork(ints(rows), ints(columns), logFactorials(int(n)), limit)
	if w.run() {
		return FisherTest{P: math.Min(1, w.p), Method: Enumerated, Tables: w.work}
	}
	return drawn(ints(rows), ints(columns), limit, draws, seed)
}

func ints(list []float64) []int {
	out := make([]int, len(list))
	for i, x := range list {
		out[i] = int(x)
	}
	return out
}

// logFactorials returns log(0!) to log(n!).
func logFactorials(n int) []float64 {
	out := make([]float64, n+1)
	for i := range out {
		out[i] = logFactorial(i)
	}
	return out
}

// drawn shuffles which column each unit belongs to.
func drawn(rows, columns []int, limit float64, draws int, seed uint64) FisherTest {
	random := rand.New(rand.NewPCG(seed, 0x9e3779b97f4a7c15))
	var units []int
	for j, c := range columns {
		for range c {
			units = append(units, j)
		}
	}
	logs := logFactorials(len(units))
	hits := 0
	cells := make([]int, len(columns))
	for range draws {
		random.Shuffle(len(units), func(a, b int) { units[a], units[b] = units[b], units[a] })
		sum, at := 0.0, 0
		for _, r := range rows {
			clear(cells)
			for _, j := range units[at : at+r] {
				cells[j]++
			}
			for _, o := range cells {
				sum -= logs[o]
			}
			at += r
		}
		if sum <= limit {
			hits++
		}
	}
	p := float64(1+hits) / float64(1+draws)
	return FisherTest{P: p, Method: Drawn, Tables: draws, Error: math.Sqrt(p * (1 - p) / float64(draws))}
}
