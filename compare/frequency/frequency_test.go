package frequency

import (
	"math"
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"
)

func near(t *testing.T, what string, got, want, within float64) {
	t.Helper()
	if !(math.Abs(got-want) <= within) {
		t.Errorf("%s is %v, not %v", what, got, want)
	}
}

// With margins of four, the ways to get A = 0 … 4 are 1, 16, 36, 16 and 1.
func TestOddsSolveTheirEquations(t *testing.T) {
	f := Fisher(Table22{3, 1, 1, 3})
	at := func(odds float64) (p [5]float64) {
		sum := 0.0
		for a, ways := range []float64{1, 16, 36, 16, 1} {
			p[a] = ways * math.Pow(odds, float64(a))
			sum += p[a]
		}
		for a := range p {
			p[a] /= sum
		}
		return p
	}
	p := at(f.Odds)
	near(t, "the mean", p[1]+2*p[2]+3*p[3]+4*p[4], 3, 1e-9)
	p = at(f.Lower)
	near(t, "the upper tail", p[3]+p[4], 0.025, 1e-9)
	p = at(f.Upper)
	near(t, "the lower tail", p[0]+p[1]+p[2]+p[3], 0.025, 1e-9)
}

func TestWordsAndCodesThatMeet(t *testing.T) {
	c, ok := Collocation(20, 42, 20, 14307668)
	if !ok {
		t.Fatal("no figures")
	}
	near(t, "Dice", c.Dice, 40.0/62, 1e-12)
	near(t, "logDice", c.LogDice, 14+math.Log2(40.0/62), 1e-12)
	near(t, "lambda", c.Lambda, math.Log(20.5*14307626.5/(22.5*0.5)), 1e-9)
	for _, n := range [][4]int{{0, 5, 5, 100}, {6, 5, 7, 100}, {1, 60, 60, 100}} {
		if _, ok := Collocation(n[0], n[1], n[2], n[3]); ok {
			t.Errorf("%v has figures", n)
		}
	}
	if !Unequal(100, 10) || Unequal(50, 10) || Unequal(7, 0) {
		t.Error("the mark for unequal codes")
	}
	if Jaccard(0, 0, 0).Undefined != NotThere {
		t.Error("codes that nobody used have a coefficient")
	}
}

// R: p.adjust(c(.01, .02, .03, .04, .05), method)
func TestAdjust(t *testing.T) {
	p := []float64{.04, .01, math.NaN(), .05, .03, .02}
	for method, want := range map[string][]float64{
		"bonferroni": {.2, .05, math.NaN(), .25, .15, .1}, "holm": {.09, .05, math.NaN(), .09, .09, .08}, "hochberg": {.05, .05, math.NaN(), .05, .05, .05},
		"BH": {.05, .05, math.NaN(), .05, .05, .05}, "BY": {.114166666666667, .114166666666667, math.NaN(), .114166666666667, .114166666666667, .114166666666667}, "none": p,
	} {
		got, err := Adjust(p, method)
		if err != nil {
			t.Fatal(err)
		}
		for i := range got {
			if math.IsNaN(want[i]) != math.IsNaN(got[i]) || math.Abs(got[i]-want[i]) > 1e-12 {
				t.Errorf("%s: %v, not %v", method, got, want)
				break
			}
		}
	}
	if _, err := Adjust(p, "fdr2"); err == nil {
		t.Error("fdr2 is known")
	}
}

func choose(n, k int) *big.Int { return new(big.Int).Binomial(int64(n), int64(k)) }

// The twin goes through all fourfold tables in whole numbers.
func TestFisherEqualsItsExactTwin(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 600 {
		x := Table22{random.IntN(9), random.IntN(9), random.IntN(9), random.IntN(9)}
		f := Fisher(x)
		if _, _, filled := x.margins(); !filled {
			if f.Undefined != EmptyMargin {
				t.Fatalf("%v is %+v", x, f)
			}
			continue
		}
		ways := func(a int) *big.Int { return new(big.Int).Mul(choose(x.A+x.C, a), choose(x.B+x.D, x.A+x.B-a)) }
		hit, all := big.NewInt(0), big.NewInt(0)
		for a := 0; a <= x.A+x.B; a++ {
			all.Add(all, ways(a))
			if ways(a).Cmp(ways(x.A)) <= 0 {
				hit.Add(hit, ways(a))
			}
		}
		want, _ := new(big.Rat).SetFrac(hit, all).Float64()
		near(t, "p", f.P, want, 1e-9)
		table := FisherTable([][]int{{x.A, x.B}, {x.C, x.D}}, 100, 1)
		near(t, "p of the table", table.P, want, 1e-9)
		if f.Lower > f.Odds || f.Odds > f.Upper {
			t.Fatalf("%v: %v is not within %v and %v", x, f.Odds, f.Lower, f.Upper)
		}
		turned := Fisher(Table22{x.B, x.A, x.D, x.C})
		if f.Odds > 0 && !math.IsInf(f.Odds, 1) {
			near(t, "odds of the turned table", turned.Odds*f.Odds, 1, 1e-9)
		}
	}
}

// The twin goes through all tables of a size in whole numbers: what a table weighs is the product of the ways to choose its columns.
func TestNetworkEqualsItsExactTwin(t *testing.T) {
	random := rand.New(rand.NewPCG(2, 3))
	for range 150 {
		table := make([][]int, 2+random.IntN(2))
		for i := range table {
			for range 3 {
				table[i] = append(table[i], random.IntN(5))
			}
		}
		f := FisherTable(table, 0, 1)
		rows, columns, _, filled := margins(table)
		if !filled {
			continue
		}
		weight := func(cells [][]int) *big.Int { // n! of every column over the product of all x!
			out := big.NewInt(1)
			for j := range columns {
				left := int(columns[j])
				for i := range cells {
					out.Mul(out, choose(left, cells[i][j]))
					left -= cells[i][j]
				}
			}
			return out
		}
		observed, hit, all := weight(table), big.NewInt(0), big.NewInt(0)
		cells := make([][]int, len(rows))
		for i := range cells {
			cells[i] = make([]int, len(columns))
		}
		var visit func(i, j int, left []int, row int)
		visit = func(i, j int, left []int, row int) {
			switch {
			case i == len(rows):
				if slices.Max(left) == 0 {
					x := weight(cells)
					all.Add(all, x)
					if x.Cmp(observed) <= 0 {
						hit.Add(hit, x)
					}
				}
			case j == len(columns):
				if row == 0 {
					next := 0
					if i+1 < len(rows) {
						next = int(rows[i+1])
					}
					visit(i+1, 0, left, next)
				}
			default:
				for x := 0; x <= min(row, left[j]); x++ {
					cells[i][j] = x
					left[j] -= x
					visit(i, j+1, left, row-x)
					left[j] += x
				}
				cells[i][j] = 0
			}
		}
		visit(0, 0, ints(columns), int(rows[0]))
		want, _ := new(big.Rat).SetFrac(hit, all).Float64()
		if f.Method != Enumerated {
			t.Fatalf("%v is drawn", table)
		}
		if math.Abs(f.P-want) > 1e-9 {
			t.Fatalf("%v: p is %.12f, its twin %.12f", table, f.P, want)
		}
	}
}

func TestDrawnTablesAgreeWithTheNetwork(t *testing.T) {
	table := [][]int{{4, 1, 7}, {2, 8, 3}, {5, 5, 1}}
	exact := FisherTable(table, 0, 1)
	rows, columns, _, _ := margins(table)
	limit := math.Log(relative)
	for i := range table {
		for _, o := range table[i] {
			limit -= logFactorial(o)
		}
	}
	d := drawn(ints(rows), ints(columns), limit, 40000, 3)
	near(t, "p", d.P, exact.P, 5*d.Error)
	if d.Method != Drawn || d.Tables != 40000 || d != drawn(ints(rows), ints(columns), limit, 40000, 3) {
		t.Errorf("drawn: %+v", d)
	}
}

func TestKeyness(t *testing.T) {
	k := Keyness(30, 1000, 10, 1200)
	twin := 0.0 // the definition, cell by cell
	for _, c := range [][2]float64{{30, 40 * 1000.0 / 2200}, {10, 40 * 1200.0 / 2200}, {970, 2160 * 1000.0 / 2200}, {1190, 2160 * 1200.0 / 2200}} {
		twin += 2 * c[0] * math.Log(c[0]/c[1])
	}
	near(t, "G2 of four cells", k.G2Four, twin, 1e-9)
	near(t, "G2 of two cells", k.G2Two, 2*(30*math.Log(30/(40*1000.0/2200))+10*math.Log(10/(40*1200.0/2200))), 1e-9)
	near(t, "log ratio", k.LogRatio.Value, math.Log2(30.0/1000/(10.0/1200)), 1e-12)
	if back := Keyness(10, 1200, 30, 1000); math.Abs(back.G2Four+k.G2Four) > 1e-9 || back.LogRatio.Value >= 0 {
		t.Errorf("the other way round it is %+v", back)
	}
	if none := Keyness(0, 1000, 5, 1000); none.LogRatio.Value != math.Log2(0.1) || math.IsNaN(none.G2Two) {
		t.Errorf("a word of the other corpus alone: %+v", none)
	}
	if gone := Keyness(0, 1000, 0, 1000); gone.LogRatio.Undefined != NotThere || gone.PFour != 1 {
		t.Errorf("a word of neither: %+v", gone)
	}
}

func TestEffects(t *testing.T) {
	x := Table22{10, 5, 3, 12}
	near(t, "phi", Phi(x).Value, (10*12-5*3)/math.Sqrt(15*15*13*17), 1e-12)
	near(t, "V", CramersV([][]int{{10, 5}, {3, 12}}).Value, Phi(x).Value, 1e-12)
	near(t, "odds ratio", OddsRatio(x).Value, 8, 1e-12)
	near(t, "difference", RiskDifference(x).Value, 10.0/15-3.0/15, 1e-12)
	for _, f := range []Figure{Phi(Table22{5, 0, 5, 0}), OddsRatio(Table22{0, 0, 5, 5}), RiskDifference(Table22{0, 0, 1, 1}), CramersV([][]int{{5, 0}, {5, 0}})} {
		if f.Undefined != EmptyMargin {
			t.Errorf("an empty margin gives %+v", f)
		}
	}
	if !math.IsInf(OddsRatio(Table22{5, 0, 2, 3}).Value, 1) {
		t.Error("an odds ratio over 0 is finite")
	}
	if p := McNemar(0, 0); p.Exact != 1 || p.Asymptotic.Undefined == "" {
		t.Errorf("nothing differs: %+v", p)
	}
	near(t, "McNemar exact", McNemar(2, 8).Exact, 2*56.0/1024, 1e-12) // 1+10+45 of 1024, twice
}

func TestTypeToken(t *testing.T) {
	words := []string{"a", "b", "a", "c", "a", "b"}
	near(t, "TTR", TypeToken(words).Value, 0.5, 1e-12)
	near(t, "MATTR", MovingTypeToken(words, 3).Value, (2+3+2+3)/12.0, 1e-12)
	if TypeToken(nil).Undefined != NoText || MovingTypeToken(words, 7).Undefined != ShortText {
		t.Error("no words, short text")
	}
}
