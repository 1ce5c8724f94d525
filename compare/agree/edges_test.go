package agree

import (
	"math"
	"strings"
	"testing"
)

// rows makes ratings of strings of digits, a coder each; "." is missing, offered are all digits named.
func rows(t *testing.T, offered string, byCoder ...string) *Ratings {
	t.Helper()
	number := func(c rune) float64 {
		if c == '.' {
			return math.NaN()
		}
		return float64(c - '0')
	}
	var values [][]float64
	for _, row := range byCoder {
		var line []float64
		for _, c := range row {
			line = append(line, number(c))
		}
		values = append(values, line)
	}
	var all []float64
	for _, c := range offered {
		all = append(all, number(c))
	}
	r, err := NewRatings(values, all...)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// chanceCorrected are all coefficients that correct for chance, for two coders.
func chanceCorrected(r *Ratings) map[string]Coefficient {
	return map[string]Coefficient{
		"Cohen": Cohen(r, Unweighted).Coefficient, "Scott": Scott(r), "Brennan-Prediger": BrennanPrediger(r), "AC1": GwetAC1(r), "AC2": GwetAC2(r, Quadratic),
		"Fleiss": Fleiss(r).Coefficient, "Conger": Conger(r), "Light": Light(r), "alpha": Alpha(r, Nominal), "ordinal alpha": Alpha(r, Ordinal),
		"interval alpha": Alpha(r, IntervalMetric), "ratio alpha": Alpha(r, Ratio), "circular alpha": Alpha(r, Circular),
	}
}

func TestWithoutVariationNothingIsDefinedButPercent(t *testing.T) {
	r := rows(t, "01", "0000000", "0000000")
	if p := Percent(r); !p.Defined() || p.Value != 1 {
		t.Errorf("percent agreement is %+v", p)
	}
	for name, c := range chanceCorrected(r) {
		want := NoVariation
		if name == "Light" {
			want = PairUndefined
		}
		if c.Undefined != want {
			t.Errorf("%s is %+v", name, c)
		}
	}
}

func TestWithoutPairsNothingIsDefined(t *testing.T) {
	for _, r := range []*Ratings{rows(t, "01", "....", "...."), rows(t, "01", "01..", "..10"), rows(t, "01", "", "")} {
		if p := Percent(r); p.Undefined != NoUnits {
			t.Errorf("percent agreement is %+v", p)
		}
		for name, c := range chanceCorrected(r) {
			if c.Undefined != NoUnits {
				t.Errorf("%s is %+v", name, c)
			}
		}
	}
}

func TestOneCoderIsAnError(t *testing.T) {
	if _, err := NewRatings([][]float64{{1, 2}}); err == nil || !strings.Contains(err.Error(), "two coders") {
		t.Errorf("the error is %v", err)
	}
	if _, err := NewRatings([][]float64{{1, 2}, {1}}); err == nil {
		t.Error("coders with different numbers of units are no error")
	}
	if _, err := NewRatings([][]float64{{1, 2}, {1, math.Inf(1)}}); err == nil {
		t.Error("an infinite value is no error")
	}
}

// The figures are those that statistics of other programs agree on for these cases.
func TestExtremesAreValuesAsTheyAre(t *testing.T) {
	near := func(what string, c Coefficient, want float64) {
		t.Helper()
		if !c.Defined() || math.Abs(c.Value-want) > 0.0005 {
			t.Errorf("%s is %+v, not %v", what, c, want)
		}
	}
	constant := rows(t, "01", "0000000000", "0000000011")
	near("kappa of a constant coder", Cohen(constant, Unweighted).Coefficient, 0)
	near("pi of a constant coder", Scott(constant), -0.111)
	near("alpha of a constant coder", Alpha(constant, Nominal), -0.056)
	near("AC1 of a constant coder", GwetAC1(constant), 0.756)

	opposite := rows(t, "01", "00000000001111111111", "11111111110000000000")
	near("kappa of opposites", Cohen(opposite, Unweighted).Coefficient, -1)
	near("alpha of opposites", Alpha(opposite, Nominal), -0.95)
	near("alpha of two units swapped", Alpha(rows(t, "01", "01", "10"), Nominal), -0.5)

	one := rows(t, "01", "0000000000000000000000", "1000000000000000000000")
	near("percent of one deviation in 22", Percent(one), 0.955)
	near("alpha of one deviation in 22", Alpha(one, Nominal), 0)

	if c := Alpha(rows(t, "", "0012", "0011"), Ratio); !c.Defined() {
		t.Errorf("two zeros have no ratio: %+v", c)
	}
	negative, err := NewRatings([][]float64{{-1, 2}, {1, 2}})
	if err != nil {
		t.Fatal(err)
	}
	if c := Alpha(negative, Ratio); c.Undefined != Negative {
		t.Errorf("a negative value has a ratio: %+v", c)
	}
}

// Alpha of interval and ratio data does not depend on the unit of measurement.
func TestTheUnitOfMeasurementDoesNotMatter(t *testing.T) {
	values := [][]float64{{1, 2, 4, 4, 7, math.NaN()}, {1, 3, 4, 5, 7, 2}, {2, 2, 4, math.NaN(), 6, 2}}
	for _, scale := range []float64{1e-12, 1, 1e9} {
		scaled := make([][]float64, len(values))
		for j := range values {
			for _, x := range values[j] {
				scaled[j] = append(scaled[j], scale*x)
			}
		}
		a, err := NewRatings(values)
		if err != nil {
			t.Fatal(err)
		}
		b, err := NewRatings(scaled)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range []Metric{IntervalMetric, Ratio} {
			if x, y := Alpha(a, m), Alpha(b, m); !y.Defined() || math.Abs(x.Value-y.Value) > 1e-9 {
				t.Errorf("times %v: %+v, not %+v", scale, y, x)
			}
		}
	}
}

func TestCategoriesOfferedCountThoughNobodyUsedThem(t *testing.T) {
	two, five := rows(t, "", "0101", "0111"), rows(t, "01234", "0101", "0111")
	if a, b := BrennanPrediger(two).Value, BrennanPrediger(five).Value; a != 0.5 || math.Abs(b-0.6875) > 1e-12 {
		t.Errorf("Brennan-Prediger is %v of two categories and %v of five", a, b)
	}
	if a, b := Alpha(two, Nominal).Value, Alpha(five, Nominal).Value; a != b {
		t.Errorf("alpha is %v of two categories and %v of five", a, b)
	}
}

func TestTwoCoderCoefficientsSaySo(t *testing.T) {
	r := rows(t, "01", "0101", "0111", "0101")
	if c := Cohen(r, Unweighted); c.Undefined != TwoCodersOnly {
		t.Errorf("Cohen's kappa of three is %+v", c)
	}
	if c := Scott(r); c.Undefined != TwoCodersOnly {
		t.Errorf("Scott's pi of three is %+v", c)
	}
}

func TestCircularAndBipolarMetrics(t *testing.T) {
	r := rows(t, "0123456", "0", "6") // days of a week: the last is next to the first
	if near, far := r.difference(Circular, 0, 6, nil), r.difference(Circular, 0, 3, nil); math.Abs(near-math.Pow(math.Sin(math.Pi/7), 2)) > 1e-12 || far < near {
		t.Errorf("neighbours on the circle differ by %v, opposites by %v", near, far)
	}
	if d := r.difference(Bipolar, 0, 1, nil); math.Abs(d-1.0/11) > 1e-12 {
		t.Errorf("0 and 1 between the poles 0 and 6 differ by %v", d)
	}
}

func TestAgainstKey(t *testing.T) {
	f := AgainstKey(6, 2, 4)
	if f.Precision.Value != 0.75 || f.Recall.Value != 0.6 || math.Abs(f.F1.Value-2.0/3) > 1e-12 {
		t.Errorf("found %+v", f)
	}
	if f := AgainstKey(0, 0, 3); f.Precision.Undefined != NothingFound || f.Recall.Value != 0 || !f.Recall.Defined() || !f.F1.Defined() {
		t.Errorf("a coder who found nothing: %+v", f)
	}
	if f := AgainstKey(0, 0, 0); f.Recall.Undefined != NothingInKey || f.F1.Undefined != NobodyMarked {
		t.Errorf("nothing to find: %+v", f)
	}
}

func TestConfusionAndPrevalence(t *testing.T) {
	r := rows(t, "01", "00110.", "01100.")
	if got := r.Confusion(0, 1); got[0][0] != 2 || got[0][1] != 1 || got[1][0] != 1 || got[1][1] != 1 {
		t.Errorf("the table is %v", got)
	}
	if p := r.Prevalence(0, 1); p.Value != 0.4 || p.Units != 5 {
		t.Errorf("the first coder's prevalence is %+v", p)
	}
	if r.Units() != 6 || r.Pairable() != 5 || r.Coders() != 2 || len(r.Categories()) != 2 {
		t.Errorf("%d units, %d pairable", r.Units(), r.Pairable())
	}
}
