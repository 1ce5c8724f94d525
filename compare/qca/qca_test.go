package qca

import (
	"context"
	"fmt"
	"math"
	"math/rand"
	"slices"
	"testing"
)

func near(a, b float64) bool {
	return math.Abs(a-b) < 1e-12 || math.IsNaN(a) && math.IsNaN(b)
}

// Worked by hand.
func TestFitOfSets(t *testing.T) {
	nan := math.NaN()
	for _, c := range []struct {
		x, y []float64
		n    Necessity
		s    Sufficiency
	}{
		{[]float64{1, 1, 0, 0}, []float64{1, 0, 1, 0}, Necessity{.5, .5, 2. / 3}, Sufficiency{.5, .5, .5}},
		// x subset of both y and its negation: min(x,y) = .4 and .4, of which .4 and .4 also in not-y
		{[]float64{.4, .4}, []float64{.5, .6}, Necessity{.8 / 1.1, 1, 1}, Sufficiency{1, nan, .8 / 1.1}},
		{[]float64{.8, .3}, []float64{.6, .9}, Necessity{.6, .9 / 1.1, .9 / 1.1}, Sufficiency{.9 / 1.1, .4 / .6, .6}},
		{[]float64{0, 0}, []float64{1, 0}, Necessity{0, nan, 1}, Sufficiency{nan, nan, 0}},
		{[]float64{1, 1}, []float64{0, 0}, Necessity{nan, 0, 0}, Sufficiency{0, 0, nan}},
		{[]float64{1, 1}, []float64{1, 1}, Necessity{1, 1, nan}, Sufficiency{1, 1, 1}},
		{nil, nil, Necessity{nan, nan, nan}, Sufficiency{nan, nan, nan}},
	} {
		if n := Necessary(c.x, c.y); !near(n.Incl, c.n.Incl) || !near(n.Cov, c.n.Cov) || !near(n.RoN, c.n.RoN) {
			t.Errorf("%v for %v: necessity %+v, want %+v", c.x, c.y, n, c.n)
		}
		if s := Sufficient(c.x, c.y); !near(s.Incl, c.s.Incl) || !near(s.PRI, c.s.PRI) || !near(s.Cov, c.s.Cov) {
			t.Errorf("%v for %v: sufficiency %+v, want %+v", c.x, c.y, s, c.s)
		}
	}
}

func TestCalibrationAtItsAnchors(t *testing.T) {
	for _, a := range []Anchors{{0, 10, 40}, {15, 9.5, 5}} {
		for _, idm := range []float64{.95, .9} {
			l := LogOdds(idm)
			if got := []float64{Direct(a.Out, a, l), Direct(a.Crossover, a, l), Direct(a.In, a, l)}; !near(got[0], 1-idm) || got[1] != .5 || !near(got[2], idm) {
				t.Errorf("%v, %v: %v", a, idm, got)
			}
		}
	}
	if !math.IsNaN(Direct(1, Anchors{1, 1, 2}, 3)) || (Anchors{1, 3, 2}).Ordered() {
		t.Error("anchors out of order calibrate")
	}
	if !Ambiguous(.1+.2+.2) || In(.5+1e-12) || !In(.51) {
		t.Error(".5 within the tolerance is not ambiguous")
	}
}

func TestSkew(t *testing.T) {
	for _, c := range []struct {
		in, n  int
		skewed bool
	}{{1, 10, true}, {2, 10, false}, {8, 10, false}, {9, 10, true}, {0, 0, false}, {0, 1, true}} {
		ms := make([]float64, c.n)
		for i := range c.in {
			ms[i] = 1
		}
		if in, skewed := Skew(ms); in != c.in || skewed != c.skewed {
			t.Errorf("%d of %d: %d, %v", c.in, c.n, in, skewed)
		}
	}
}

func TestRowsOfATruthTable(t *testing.T) {
	d := &Data{Cases: []string{"a", "b", "c", "d", "e"}, Conditions: []Condition{{"A", 2}, {"B", 3}}, Outcome: "Y",
		X: [][]float64{{1, 2}, {1, 2}, {1, 2}, {.5, 0}, {.2, 0}}, Y: []float64{1, 1, 0, 1, 0}}
	if err := d.Check(); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		cuts Cuts
		want string
	}{
		{Cuts{Incl: 2. / 3}, "1:0 6:1"}, {Cuts{Incl: .7}, "1:0 6:0"}, {Cuts{Incl: .9, InclUnder: .6}, "1:0 6:C"},
		{Cuts{Incl: .6, N: 2}, "1:? 6:1"}, {Cuts{Incl: .6, N: 4}, "1:? 6:?"}, {Cuts{Incl: .6, PRI: .7}, "1:0 6:0"}, {Cuts{Incl: 2./3 + 1e-12}, "1:0 6:1"},
	} {
		tt := NewTruthTable(d, c.cuts)
		got := ""
		for _, r := range tt.Rows {
			got += fmt.Sprintf(" %d:%c", r.Number, r.Out)
			if !slices.Equal(RowValues(d.Conditions, r.Number), r.Values) {
				t.Errorf("row %d is not read back", r.Number)
			}
		}
		if got[1:] != c.want || !slices.Equal(tt.NoRow, []int{3}) || tt.Combos != 6 {
			t.Errorf("%+v: %s, want %s; in no row %v, of %v", c.cuts, got, c.want, tt.NoRow, tt.Combos)
		}
	}
	if r := NewTruthTable(d, Cuts{}).Rows[1]; !slices.Equal(r.Cases, []int{0, 1, 2}) || !slices.Equal(r.Against, []int{2}) {
		t.Errorf("%+v", r)
	}
}

func TestContradictionsAreWhatIsSaid(t *testing.T) {
	d := &Data{Cases: []string{"a", "b", "c"}, Conditions: []Condition{{"A", 2}, {"B", 2}}, X: [][]float64{{1, 1}, {1, 0}, {1, 0}}, Y: []float64{1, 1, 0}}
	tt := NewTruthTable(d, Cuts{Incl: .9, InclUnder: .4})
	for out, want := range map[Out]string{0: "A*B", Negative: "A*B", Positive: "A", Remainder: "A*B"} {
		if got := models(t, tt, Conservative, Options{Contradictions: out}); got != want {
			t.Errorf("%q: %s, want %s", out, got, want)
		}
	}
	for out, want := range map[Out]string{Negative: "B", Positive: "1", Remainder: "1"} {
		if got := models(t, tt, Parsimonious, Options{Contradictions: out}); got != want {
			t.Errorf("parsimonious, %q: %s, want %s", out, got, want)
		}
	}
}

func TestExcludedRemaindersAreNotSupposed(t *testing.T) {
	d := published(t, "LC")
	tt := NewTruthTable(d, Cuts{Incl: 1})
	term, err := ParseTerm("STB*~LIT", d.Conditions)
	if err != nil {
		t.Fatal(err)
	}
	o := Options{Exclude: []Term{term}}
	if got := models(t, tt, Parsimonious, o); got != "DEV*LIT*STB" {
		t.Errorf("got %s", got)
	}
	s, _ := Minimize(context.Background(), tt, Parsimonious, o)
	rows, stopped := Assumptions(tt, s.Models[0], o)
	if len(rows) != 1 || stopped != nil || !slices.Equal(rows[0], []int{1, 1, 1, 0, 1}) {
		t.Errorf("assumptions %v", rows)
	}
}

func TestContradictoryAssumptions(t *testing.T) {
	d := published(t, "LC")
	pos, neg := NewTruthTable(d, Cuts{Incl: 1}), NewTruthTable(d.Negated(), Cuts{Incl: 1})
	a, _ := Assumptions(pos, Model{{1, -1, -1, -1, 1}}, Options{})
	b, _ := Assumptions(neg, Model{{0, -1, -1, -1, -1}, {-1, -1, -1, -1, 0}}, Options{})
	if len(a) != 5 || len(b) != 18 || len(Contradicted(a, b)) != 0 {
		t.Errorf("%d, %d, %v", len(a), len(b), Contradicted(a, b))
	}
	b, _ = Assumptions(neg, Model{{-1, -1, 0, -1, -1}}, Options{})
	for _, r := range Contradicted(a, b) {
		if r[0] != 1 || r[2] != 0 || r[4] != 1 {
			t.Errorf("%v is not in both", r)
		}
	}
	if len(Contradicted(a, b)) != 4 {
		t.Errorf("%v", Contradicted(a, b))
	}
}

func TestFitOfAModel(t *testing.T) {
	d := &Data{Cases: []string{"typical", "degree", "kind", "uncovered", "both", "half"}, Conditions: []Condition{{"A", 2}, {"B", 2}},
		X: [][]float64{{.7, .1}, {.9, .2}, {.8, .1}, {.3, .4}, {.6, .9}, {.8, .2}}, Y: []float64{.8, .6, .2, .9, 1, .5}}
	f := Fit(d, Model{{1, Any}, {Any, 1}})
	a := f.Terms[0]
	for _, c := range []struct {
		what      string
		got, want []int
	}{
		{"cases", a.Cases, []int{0, 1, 2, 4, 5}}, {"typical", a.Typical, []int{0, 4}}, {"degree", a.Degree, []int{1}}, {"kind", a.Kind, []int{2}},
		{"alone", a.Alone, []int{0, 1}}, {"model, kind", f.Kind, []int{2}}, {"uncovered", f.Uncovered, []int{3}}, {"second term", f.Terms[1].Alone, nil},
	} {
		if !slices.Equal(c.got, c.want) {
			t.Errorf("%s: %v, want %v", c.what, c.got, c.want)
		}
	}
	// coverage: A .7+.6+.2+.3+.6+.5 = 2.9, B .1+.2+.1+.4+.9+.2 = 1.9, both .7+.6+.2+.4+.9+.5 = 3.3, of 4
	for _, c := range [][2]float64{{f.Cov, 3.3 / 4}, {a.Cov, 2.9 / 4}, {a.Unique, 1.4 / 4}, {f.Terms[1].Unique, .4 / 4}} {
		if !near(c[0], c[1]) {
			t.Errorf("got %v, want %v", c[0], c[1])
		}
	}
}

func TestTermsAreReadAsWritten(t *testing.T) {
	conditions := []Condition{{"A", 2}, {"long-name", 2}, {"M", 3}}
	for _, s := range []string{"A", "~A*long-name", "A*~long-name*M{2}", "M{0}"} {
		term, err := ParseTerm(s, conditions)
		if err != nil || term.Write(conditions) != s {
			t.Errorf("%s: %v, %v", s, term, err)
		}
	}
	for _, s := range []string{"", "B", "M", "~M{1}", "M{3}", "M{1;2}", "A*~A", "M{x}"} {
		if term, err := ParseTerm(s, conditions); err == nil {
			t.Errorf("%q is read as %v", s, term)
		}
	}
}

func TestBadDataIsRefused(t *testing.T) {
	good := func() *Data {
		return &Data{Cases: []string{"a"}, Conditions: []Condition{{"A", 2}, {"M", 3}}, X: [][]float64{{.5, 2}}, Y: []float64{1}}
	}
	if err := good().Check(); err != nil {
		t.Fatal(err)
	}
	for what, spoil := range map[string]func(d *Data){
		"nothing known": func(d *Data) { d.X[0][0] = math.NaN() }, "over 1": func(d *Data) { d.X[0][0] = 1.1 }, "a half": func(d *Data) { d.X[0][1] = .5 },
		"a value too high": func(d *Data) { d.X[0][1] = 3 }, "no outcome": func(d *Data) { d.Y[0] = math.NaN() }, "too few": func(d *Data) { d.X[0] = d.X[0][:1] },
		"no conditions": func(d *Data) { d.Conditions = nil }, "no rows": func(d *Data) { d.X = nil }, "many values": func(d *Data) { d.Conditions[1].Levels = 101 },
		"many combinations": func(d *Data) {
			d.Conditions, d.X = nil, [][]float64{make([]float64, 24)}
			for range 24 {
				d.Conditions = append(d.Conditions, Condition{"A", 5})
			}
		},
	} {
		d := good()
		spoil(d)
		if d.Check() == nil {
			t.Errorf("%s passes", what)
		}
	}
}

func TestWithoutPositiveRowsThereIsNoModel(t *testing.T) {
	d := published(t, "LC")
	for i := range d.Y {
		d.Y[i] = 0
	}
	for _, kind := range []Kind{Conservative, Parsimonious, Intermediate} {
		if s, err := Minimize(context.Background(), NewTruthTable(d, Cuts{Incl: 1}), kind, Options{}); err != nil || len(s.Models) != 0 || s.Stopped != nil {
			t.Errorf("%s: %+v, %v", kind, s, err)
		}
	}
}

// TestSearchesEnd: what would take too long stops at a limit and says which, and at once when the context does.
func TestSearchesEnd(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	r := rand.New(rand.NewSource(5))
	conditions, on, off := seen(r, 12, 300)
	s, err := Minimum(context.Background(), conditions, on, off, false)
	if err != nil || s.Stopped == nil {
		t.Fatalf("%v, %v", s.Stopped, err)
	}
	for _, asked := range []int{1, len(on) + 2} { // among the primes, among the covers
		ctx := &endsAfter{Context: context.Background(), asked: asked}
		if _, err := Minimum(ctx, conditions, on, off, false); err != context.Canceled {
			t.Errorf("%v", err)
		}
	}
	d := &Data{X: [][]float64{make([]float64, 20)}, Y: []float64{1}}
	for range 20 {
		d.Conditions = append(d.Conditions, Condition{"C", 2})
	}
	if _, stopped, err := Supersets(context.Background(), d, NecessityCuts{RoN: 2}); err != nil || stopped == nil || stopped.By != Supposed {
		t.Errorf("%v, %v", stopped, err)
	}
}

// endsAfter is a context that has ended once it was asked so often.
type endsAfter struct {
	context.Context
	asked int
}

func (c *endsAfter) Err() error {
	if c.asked--; c.asked < 0 {
		return context.Canceled
	}
	return nil
}

// Twenty-four conditions are the most; a word of 64 sets and less than one are edges too.
func TestMoreConditionsThanTheTwinTries(t *testing.T) {
	r := rand.New(rand.NewSource(9))
	for _, k := range []int{1, 5, 6, 7, 11, 24} {
		var conditions []Condition
		for j := range k {
			conditions = append(conditions, Condition{fmt.Sprint("C", j), 2})
		}
		row := make([]int, k)
		for j := range row {
			row[j] = r.Intn(2)
		}
		var off [][]int
		for j := range min(k, 3) { // differs in one condition each: all three have to be named
			o := slices.Clone(row)
			o[j] = 1 - o[j]
			off = append(off, o)
		}
		s, err := Minimum(context.Background(), conditions, [][]int{row}, off, false)
		if err != nil || len(s.Models) != 1 || s.Models[0][0].Literals() != min(k, 3) || !s.Models[0][0].Covers(row) {
			t.Errorf("%d conditions: %+v, %v", k, s, err)
		}
		whole, err := minimum(context.Background(), conditions, [][]int{row}, space{allowed: [][]int{row}, only: true}, false)
		if err != nil || len(whole.Models) != 1 || whole.Models[0][0].Literals() != k {
			t.Errorf("%d conditions, conservative: %+v, %v", k, whole, err)
		}
	}
}
