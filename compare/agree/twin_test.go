package agree

import (
	"math"
	"math/big"
	"math/rand/v2"
	"testing"
)

// The twins compute each coefficient from its definition, unit by unit and pair by pair, in exact
// fractions. They share no line with what they check.

func rat(n int) *big.Rat { return big.NewRat(int64(n), 1) }

func add(x *big.Rat, y *big.Rat) *big.Rat { return x.Add(x, y) }
func mul(x, y *big.Rat) *big.Rat          { return new(big.Rat).Mul(x, y) }
func sub(x, y *big.Rat) *big.Rat          { return new(big.Rat).Sub(x, y) }
func quo(x, y *big.Rat) *big.Rat {
	if y.Sign() == 0 {
		return nil
	}
	return new(big.Rat).Quo(x, y)
}

// agreementOver returns (po-pe)/(1-pe), nil if it is undefined.
func agreementOver(po, pe *big.Rat) *big.Rat { return quo(sub(po, pe), sub(rat(1), pe)) }

// units of values by coder, -1 is missing.
type units [][]int

func randomUnits(random *rand.Rand, coders, values, n int, missing float64) units {
	out := make(units, n)
	for u := range out {
		truth := random.IntN(values)
		for range coders {
			v := truth
			if random.Float64() < 0.4 {
				v = random.IntN(values)
			}
			if random.Float64() < missing {
				v = -1
			}
			out[u] = append(out[u], v)
		}
	}
	return out
}

func (us units) ratings(t *testing.T, values int) *Ratings {
	t.Helper()
	byCoder := make([][]float64, len(us[0]))
	for _, u := range us {
		for j, v := range u {
			x := math.NaN()
			if v >= 0 {
				x = float64(v)
			}
			byCoder[j] = append(byCoder[j], x)
		}
	}
	var offered []float64
	for v := range values {
		offered = append(offered, float64(v))
	}
	r, err := NewRatings(byCoder, offered...)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func (us units) complete() (out units) {
	for _, u := range us {
		whole := true
		for _, v := range u {
			whole = whole && v >= 0
		}
		if whole {
			out = append(out, u)
		}
	}
	return out
}

func given(u []int) (out []int) {
	for _, v := range u {
		if v >= 0 {
			out = append(out, v)
		}
	}
	return out
}

// disagreement returns the weight of two of q categories as a fraction.
func disagreement(w Weights, i, j, q int) *big.Rat {
	if i == j {
		return rat(0)
	}
	if w == Unweighted {
		return rat(1)
	}
	d := big.NewRat(int64(max(i-j, j-i)), int64(q-1))
	if w == Quadratic {
		return mul(d, d)
	}
	return d
}

func twinPercent(us units, w Weights, q int) *big.Rat {
	total, n := rat(0), 0
	for _, u := range us {
		g := given(u)
		if len(g) < 2 {
			continue
		}
		n++
		for a := range g {
			for b := range g {
				if a != b {
					add(total, quo(sub(rat(1), disagreement(w, g[a], g[b], q)), rat(len(g)*(len(g)-1))))
				}
			}
		}
	}
	return quo(total, rat(n))
}

func twinKappa(us units, a, b int, w Weights, q int) *big.Rat {
	observed, expected, n := rat(0), rat(0), 0
	for _, u := range us {
		if u[a] < 0 || u[b] < 0 {
			continue
		}
		n++
		add(observed, disagreement(w, u[a], u[b], q))
		for _, v := range us {
			if v[a] >= 0 && v[b] >= 0 {
				add(expected, disagreement(w, u[a], v[b], q))
			}
		}
	}
	if n == 0 {
		return nil
	}
	d := quo(mul(observed, rat(n)), expected)
	if d == nil {
		return nil
	}
	return sub(rat(1), d)
}

func twinScott(us units, q int) *big.Rat {
	us = us.complete()
	if len(us) == 0 {
		return nil
	}
	counts := make([]int, q)
	for _, u := range us {
		counts[u[0]]++
		counts[u[1]]++
	}
	pe := rat(0)
	for _, c := range counts {
		p := big.NewRat(int64(c), int64(2*len(us)))
		add(pe, mul(p, p))
	}
	return agreementOver(twinPercent(us, Unweighted, q), pe)
}

func twinGwet(us units, w Weights, q int) *big.Rat {
	po := twinPercent(us, w, q)
	if po == nil {
		return nil
	}
	pi, n := make([]*big.Rat, q), 0
	for k := range pi {
		pi[k] = rat(0)
	}
	for _, u := range us {
		g := given(u)
		if len(g) == 0 {
			continue
		}
		n++
		for _, v := range g {
			add(pi[v], big.NewRat(1, int64(len(g))))
		}
	}
	spread, all := rat(0), rat(0)
	for k := range q {
		p := quo(pi[k], rat(n))
		add(spread, mul(p, sub(rat(1), p)))
		for l := range q {
			add(all, sub(rat(1), disagreement(w, k, l, q)))
		}
	}
	if spread.Sign() == 0 {
		return nil
	}
	return agreementOver(po, quo(mul(all, spread), rat(q*(q-1))))
}

func twinFleiss(us units, q int) *big.Rat {
	us = us.complete()
	if len(us) == 0 {
		return nil
	}
	counts, m := make([]int, q), len(us[0])
	for _, u := range us {
		for _, v := range u {
			counts[v]++
		}
	}
	pe := rat(0)
	for _, c := range counts {
		p := big.NewRat(int64(c), int64(m*len(us)))
		add(pe, mul(p, p))
	}
	return agreementOver(twinPercent(us, Unweighted, q), pe)
}

func twinConger(us units, q int) *big.Rat {
	us = us.complete()
	if len(us) == 0 {
		return nil
	}
	pe, pairs := rat(0), 0
	for a := range us[0] {
		for b := range us[0] {
			if a == b {
				continue
			}
			pairs++
			for _, u := range us {
				for _, v := range us {
					if u[a] == v[b] {
						add(pe, big.NewRat(1, int64(len(us)*len(us))))
					}
				}
			}
		}
	}
	return agreementOver(twinPercent(us, Unweighted, q), quo(pe, rat(pairs)))
}

func twinLight(us units, q int) *big.Rat {
	us = us.complete()
	total, pairs := rat(0), 0
	for a := range us[0] {
		for b := range a {
			k := twinKappa(us, a, b, Unweighted, q)
			if k == nil {
				return nil
			}
			add(total, k)
			pairs++
		}
	}
	return quo(total, rat(pairs))
}

// twinAlpha takes the values of all pairable units one by one: every pair within units over m_u - 1, and every pair at all.
func twinAlpha(us units, m Metric, q int) *big.Rat {
	var all []int
	counts := make([]int, q)
	for _, u := range us {
		if g := given(u); len(g) > 1 {
			all = append(all, g...)
			for _, v := range g {
				counts[v]++
			}
		}
	}
	square := func(c, k int) *big.Rat {
		if c == k {
			return rat(0)
		}
		d := rat(1)
		switch m {
		case Ordinal:
			d = rat(0)
			for g := min(c, k); g <= max(c, k); g++ {
				add(d, rat(counts[g]))
			}
			d = sub(d, big.NewRat(int64(counts[c]+counts[k]), 2))
		case IntervalMetric:
			d = rat(c - k)
		case Ratio:
			d = big.NewRat(int64(c-k), int64(c+k))
		case Bipolar:
			return big.NewRat(int64((c-k)*(c-k)), int64((c+k)*(2*(q-1)-c-k)))
		}
		return mul(d, d)
	}
	observed, expected := rat(0), rat(0)
	for _, u := range us {
		g := given(u)
		for a := range g {
			for b := range g {
				if a != b {
					add(observed, quo(square(g[a], g[b]), rat(len(g)-1)))
				}
			}
		}
	}
	for a := range all {
		for b := range all {
			if a != b {
				add(expected, square(all[a], all[b]))
			}
		}
	}
	d := quo(mul(observed, rat(len(all)-1)), expected)
	if d == nil {
		return nil
	}
	return sub(rat(1), d)
}

func same(t *testing.T, what string, got Coefficient, want *big.Rat) {
	t.Helper()
	switch {
	case want == nil && got.Defined():
		t.Fatalf("%s is %v, its twin undefined", what, got.Value)
	case want != nil && !got.Defined():
		f, _ := want.Float64()
		t.Fatalf("%s is undefined (%s), its twin %v", what, got.Undefined, f)
	case want != nil:
		if f, _ := want.Float64(); math.Abs(f-got.Value) > 1e-11*math.Max(1, math.Abs(f)) {
			t.Fatalf("%s is %.15f, its twin %.15f", what, got.Value, f)
		}
	}
}

func TestCoefficientsEqualTheirExactTwins(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 7))
	tables := 2000
	if testing.Short() {
		tables = 300
	}
	undefined := 0
	for range tables {
		q, n := 2+random.IntN(4), 1+random.IntN(14)
		missing := []float64{0, 0, 0.3, 0.7}[random.IntN(4)]
		us := randomUnits(random, 2+random.IntN(3), q, n, missing)
		r := us.ratings(t, q)
		same(t, "percent", Percent(r), twinPercent(us, Unweighted, q))
		for _, m := range []Metric{Nominal, Ordinal, IntervalMetric, Ratio, Bipolar} {
			c := Alpha(r, m)
			same(t, "alpha", c, twinAlpha(us, m, q))
			if !c.Defined() {
				undefined++
			}
		}
		for _, w := range []Weights{Unweighted, Linear, Quadratic} {
			same(t, "AC2", GwetAC2(r, w), twinGwet(us, w, q))
		}
		same(t, "Fleiss", Fleiss(r).Coefficient, twinFleiss(us, q))
		same(t, "Conger", Conger(r), twinConger(us, q))
		if len(us.complete()) > 0 {
			same(t, "Light", Light(r), twinLight(us, q))
		}
		if len(us[0]) == 2 {
			for _, w := range []Weights{Unweighted, Linear, Quadratic} {
				same(t, "kappa", Cohen(r, w).Coefficient, twinKappa(us, 0, 1, w, q))
			}
			same(t, "Scott", Scott(r), twinScott(us, q))
		}
	}
	if undefined == 0 {
		t.Error("no table was undefined; the undefined were not compared")
	}
}

func TestAlphaOfACategoryIsAlphaOfItAgainstAllOthers(t *testing.T) {
	random := rand.New(rand.NewPCG(8, 8))
	for range 500 {
		us := randomUnits(random, 3, 4, 12, 0.2)
		for k, c := range AlphaByCategory(us.ratings(t, 4)) {
			binary := make(units, len(us))
			for u := range us {
				for _, v := range us[u] {
					switch {
					case v == k:
						v = 1
					case v >= 0:
						v = 0
					}
					binary[u] = append(binary[u], v)
				}
			}
			same(t, "alpha of a category", c.Coefficient, twinAlpha(binary, Nominal, 2))
		}
	}
}
