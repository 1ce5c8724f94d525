package agree

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

func hayes(t *testing.T) *Ratings {
	t.Helper()
	return ratingsOf(t, dataOf(published(t, ".ratings")["hayes-krippendorff-2007.ratings"], blank))
}

// The bounds are those that R prints for the data of Hayes & Krippendorff: units resampled 5,000 times, .625 to .842; Krippendorff's algorithm
// as the package icr runs it 100,000 times, .715 to .813.
func TestIntervalsOfHayesAndKrippendorff(t *testing.T) {
	r := hayes(t)
	ordinal := func(r *Ratings) Coefficient { return Alpha(r, Ordinal) }
	byUnits := Bootstrap(r, Resampling{20000, 0.95, 1}, ordinal)[0]
	byPairs := BootstrapDeviations(r, Ordinal, Resampling{20000, 0.95, 1})
	for _, c := range []struct {
		name         string
		got          Interval
		lower, upper float64
	}{{"units", byUnits, 0.625, 0.842}, {"Krippendorff's", byPairs, 0.715, 0.813}} {
		if math.Abs(c.got.Lower-c.lower) > 0.008 || math.Abs(c.got.Upper-c.upper) > 0.008 || c.got.Without != 0 {
			t.Errorf("%s interval is %.3f to %.3f, not %.3f to %.3f", c.name, c.got.Lower, c.got.Upper, c.lower, c.upper)
		}
	}
}

func TestIntervalsOfOneSeedAreTheSame(t *testing.T) {
	r := hayes(t)
	o := Resampling{200, 0.95, 42}
	a, b := Bootstrap(r, o, AlphaNominal, Percent), Bootstrap(r, o, AlphaNominal, Percent)
	if a[0] != b[0] || a[1] != b[1] {
		t.Errorf("%+v and %+v", a, b)
	}
	o.Seed++
	if c := Bootstrap(r, o, AlphaNominal); c[0] == a[0] {
		t.Error("another seed gives the same interval")
	}
}

// One unit of four deviates: a resample misses it with the chance (3/4)^4, and has then no variation.
func TestUndefinedResamplesAreCounted(t *testing.T) {
	r := rows(t, "01", "0000", "0001")
	i := Bootstrap(r, Resampling{20000, 0.95, 1}, AlphaNominal)[0]
	if share := float64(i.Without) / 20000; math.Abs(share-math.Pow(0.75, 4)) > 0.01 {
		t.Errorf("%.3f of the resamples are undefined", share)
	}
	if i := Bootstrap(rows(t, "01", "0000", "0000"), Resampling{50, 0.95, 1}, AlphaNominal)[0]; i.Undefined != AllResamples || i.Without != 50 {
		t.Errorf("without variation the interval is %+v", i)
	}
}

// The resampled patterns give what resampling the units one by one gives.
func TestPatternsAreResampledAsUnitsAre(t *testing.T) {
	us := randomUnits(rand.New(rand.NewPCG(3, 3)), 3, 3, 60, 0.2)
	got := Bootstrap(us.ratings(t, 3), Resampling{20000, 0.95, 1}, AlphaNominal)[0]
	random := rand.New(rand.NewPCG(4, 4))
	var values []float64
	for range 4000 {
		again := make(units, len(us))
		for u := range again {
			again[u] = us[random.IntN(len(us))]
		}
		if c := Alpha(again.ratings(t, 3), Nominal); c.Defined() {
			values = append(values, c.Value)
		}
	}
	want := percentiles(values, Resampling{4000, 0.95, 0})
	if math.Abs(got.Lower-want.Lower) > 0.015 || math.Abs(got.Upper-want.Upper) > 0.015 {
		t.Errorf("%.3f to %.3f by patterns, %.3f to %.3f by units", got.Lower, got.Upper, want.Lower, want.Upper)
	}
}

func TestSetsAreResampled(t *testing.T) {
	s, err := NewSets(2, 2, []SetPattern{{[][]int{{0}, {0}}, 40}, {[][]int{{1}, {0, 1}}, 20}, {[][]int{{}, {}}, 100}, {[][]int{{1}, {}}, 5}})
	if err != nil {
		t.Fatal(err)
	}
	i, c := BootstrapSets(s, Resampling{2000, 0.95, 1}), MultiValuedAlpha(s)
	if !i.Defined() || !(i.Lower < c.Value && c.Value < i.Upper) || i.Upper-i.Lower > 0.3 {
		t.Errorf("%+v around %.3f", i, c.Value)
	}
}

func TestBinomialDraws(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 5))
	for _, c := range []struct{ n, p float64 }{{10, 0.3}, {40, 0.5}, {1000, 0.003}, {1000, 0.2}, {500000, 0.9}, {1e6, 2e-5}} {
		sum, squares, draws := 0.0, 0.0, 40000.0
		for range int(draws) {
			k := binomial(random, c.n, c.p)
			if k < 0 || k > c.n || k != math.Floor(k) {
				t.Fatalf("%v of %v", k, c.n)
			}
			sum += k
			squares += k * k
		}
		mean, variance := sum/draws, squares/draws-sum/draws*sum/draws
		want := c.n * c.p * (1 - c.p)
		if math.Abs(mean-c.n*c.p) > 5*math.Sqrt(want/draws) || math.Abs(variance/want-1) > 0.05 {
			t.Errorf("n %v, p %v: mean %.4f, variance %.4f, not %.4f and %.4f", c.n, c.p, mean, variance, c.n*c.p, want)
		}
	}
}

// Rare weights are drawn in another way than frequent ones; means, variances and sums are those of a multinomial draw all the same.
func TestManyRareWeightsAreDrawnLikeFrequentOnes(t *testing.T) {
	weights := []float64{500, 3}
	for i := range 300 {
		weights = append(weights, float64(1+i%8))
	}
	d := newDraws(1, weights)
	if len(d.rare) != 301 {
		t.Fatalf("%d weights are rare", len(d.rare))
	}
	rounds, into := 20000.0, make([]float64, len(weights))
	sums, squares, cross := make([]float64, len(weights)), make([]float64, len(weights)), 0.0
	for range int(rounds) {
		d.multinomial(into)
		total := 0.0
		for i, x := range into {
			sums[i] += x
			squares[i] += x * x
			total += x
		}
		cross += into[0] * into[9]
		if total != d.n {
			t.Fatalf("%v of %v are drawn", total, d.n)
		}
	}
	for i, w := range weights {
		mean, want := sums[i]/rounds, w*(1-w/d.n)
		if variance := squares[i]/rounds - mean*mean; math.Abs(mean-w) > 5*math.Sqrt(want/rounds) || math.Abs(variance/want-1) > 0.12 {
			t.Errorf("weight %v: mean %.4f, variance %.4f, not %.4f", w, mean, variance, want)
		}
	}
	if got, want := cross/rounds-sums[0]/rounds*sums[9]/rounds, -weights[0]*weights[9]/d.n; math.Abs(got-want) > 0.6 {
		t.Errorf("the covariance is %.3f, not %.3f", got, want)
	}
}

func TestQuantiles(t *testing.T) {
	if q := quantile([]float64{1, 2, 3, 4}, 0.25); q != 1.75 { // R: quantile(1:4, .25)
		t.Errorf("the first quartile is %v", q)
	}
	random := rand.New(rand.NewPCG(6, 6))
	for range 300 {
		var values []float64
		for range 1 + random.IntN(50) {
			values = append(values, float64(random.IntN(20)))
		}
		sorted := slices.Sorted(slices.Values(values))
		for k, want := range sorted {
			if got := smallest(slices.Clone(values), k); got != want {
				t.Fatalf("the %d. smallest of %v is %v", k, values, got)
			}
		}
		if q := quantile(values, 1); q != sorted[len(sorted)-1] {
			t.Fatalf("the largest is %v", q)
		}
	}
}
