package qca

import (
	"context"
	"encoding/csv"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// published reads a data set of testdata/published/qca, whose README names the sources. The
// last column is the outcome.
func published(t testing.TB, name string) *Data {
	t.Helper()
	f, err := os.Open(filepath.Join("..", "..", "testdata", "published", "qca", name+".csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	last := len(rows[0]) - 1
	d := &Data{Outcome: rows[0][last]}
	for _, name := range rows[0][1:last] {
		d.Conditions = append(d.Conditions, Condition{name, 2})
	}
	for _, row := range rows[1:] {
		x := make([]float64, last)
		for j, s := range row[1:] {
			v, err := strconv.ParseFloat(s, 64)
			if err != nil {
				t.Fatal(err)
			}
			x[j] = v
			if j < last-1 && v == math.Trunc(v) {
				d.Conditions[j].Levels = max(d.Conditions[j].Levels, int(v)+1)
			}
		}
		d.Cases, d.X, d.Y = append(d.Cases, row[0]), append(d.X, x[:last-1]), append(d.Y, x[last-1])
	}
	return d
}

// models returns a solution as it is written, a model a line.
func models(t testing.TB, tt *TruthTable, kind Kind, o Options) string {
	t.Helper()
	s, err := Minimize(context.Background(), tt, kind, o)
	if err != nil || s.Stopped != nil {
		t.Fatalf("%v, stopped by %v", err, s.Stopped)
	}
	var out []string
	for _, m := range s.Models {
		out = append(out, m.Write(tt.Data.Conditions))
	}
	return strings.Join(out, "\n")
}

func column(d *Data, name string) []float64 {
	j := slices.IndexFunc(d.Conditions, func(c Condition) bool { return c.Name == name })
	out := make([]float64, len(d.X))
	for i := range out {
		out[i] = d.Y[i]
		if j >= 0 {
			out[i] = d.X[i][j]
		}
	}
	return out
}

// Anchors of Ragin (2009), in Rihoux and Ragin, Configurational Comparative Methods, ch. 5, as the R
// package QCA carries them: raw data LR give the published fuzzy scores LF, all of them.
var lipset = map[string]Anchors{
	"DEV": {400, 550, 900}, "URB": {25, 50, 65}, "LIT": {50, 75, 90}, "IND": {20, 30, 40}, "STB": {15, 9.5, 5}, "SURV": {-9, 0, 10},
}

func TestDirectCalibrationGivesThePublishedScores(t *testing.T) {
	for _, c := range []struct {
		logOdds float64
		differ  bool
	}{{DefaultLogOdds, false}, {LogOdds(.95), true}} {
		raw, fuzzy := published(t, "LR"), published(t, "LF")
		n, differ := 0, 0
		for name, anchors := range lipset {
			want := column(fuzzy, name)
			for i, v := range column(raw, name) {
				n++
				if got := math.Round(Direct(v, anchors, c.logOdds)*100) / 100; math.Abs(got-want[i]) > 1e-9 {
					differ++
					if !c.differ {
						t.Errorf("%s of %s: %v gives %v, published %v", name, raw.Cases[i], v, got, want[i])
					}
				}
			}
		}
		if n != 108 || (differ > 0) != c.differ {
			t.Errorf("log odds %.3f: %d of %d values differ", c.logOdds, differ, n)
		}
	}
}

func TestSteppedCalibrationGivesThePublishedScores(t *testing.T) {
	raw := published(t, "LR")
	// STB counts down: stable from 9.5 downwards.
	for _, c := range []struct {
		data, name string
		thresholds []float64
		down       bool
	}{
		{"LC", "DEV", []float64{550}, false}, {"LC", "URB", []float64{50}, false}, {"LC", "LIT", []float64{75}, false}, {"LC", "IND", []float64{30}, false},
		{"LC", "STB", []float64{9.5}, true}, {"LC", "SURV", []float64{0}, false}, {"LM", "DEV", []float64{550, 850}, false},
	} {
		want := column(published(t, c.data), c.name)
		for i, v := range column(raw, c.name) {
			got := Stepped(v, c.thresholds...)
			if c.down {
				got = 1 - got
			}
			if float64(got) != want[i] {
				t.Errorf("%s, %s of %s: %v gives %v, published %v", c.data, c.name, raw.Cases[i], v, got, want[i])
			}
		}
	}
}

// The solutions are those of the publications where a source is named; the others are held here so that
// a change is seen. How many models there are is what the R package QCA finds.
func TestPublishedSolutions(t *testing.T) {
	for _, c := range []struct {
		data   string
		cuts   Cuts
		kind   Kind
		larger bool
		want   []string
	}{
		// Rihoux and De Meur (2009: 57), in Rihoux and Ragin, Configurational Comparative Methods, ch. 3
		{"LC", Cuts{Incl: 1}, Conservative, false, []string{"DEV*~URB*LIT*STB + DEV*LIT*IND*STB"}},
		{"LC", Cuts{Incl: 1}, Parsimonious, false, []string{"DEV*STB"}},
		{"LC", Cuts{Incl: 1}, Intermediate, false, []string{"DEV*LIT*STB"}},
		// Cronqvist and Berg-Schlosser (2009: 80), ibid. ch. 4: the data
		{"LM", Cuts{Incl: 1}, Parsimonious, false, []string{"DEV{2} + DEV{1}*STB", "DEV{1}*~IND + IND*STB", "DEV{1}*STB + IND*STB"}},
		// Ragin (2009: 112), ibid. ch. 5: the data
		{"LF", Cuts{Incl: .7}, Conservative, false, []string{"DEV*~URB*LIT*STB + DEV*LIT*IND*STB"}},
		{"LF", Cuts{Incl: .7}, Intermediate, false, []string{"DEV*LIT*STB"}},
		// Krook (2010), Political Studies 58:886-908: two parsimonious models
		{"Krook", Cuts{Incl: 1}, Conservative, false, []string{"ES*QU*~WS*WM + ES*QU*~WS*LP + ES*WS*WM*LP + ES*WS*~WM*~LP + ~ES*~WS*WM*LP"}},
		{"Krook", Cuts{Incl: 1}, Parsimonious, false, []string{"ES*WM + ~ES*LP + QU*LP + WS", "ES*WM + QU*LP + WS + WM*LP"}},
		// Emmenegger (2011), European Journal of Political Research 50:336-364: two parsimonious models
		{"Emme", Cuts{Incl: .9}, Parsimonious, false, []string{"S*R + L*P", "S*R + P*~V"}},
		// Quine (1952): two smallest models, and three more that are irredundant
		{"Quine", Cuts{Incl: 1}, Conservative, false, []string{"P*~Q + ~P*R + Q*~R", "P*~R + ~P*Q + ~Q*R"}},
		{"Quine", Cuts{Incl: 1}, Conservative, true, []string{"P*~Q + ~P*R + Q*~R", "P*~R + ~P*Q + ~Q*R",
			"P*~Q + P*~R + ~P*Q + ~P*R", "P*~Q + ~P*Q + Q*~R + ~Q*R", "P*~R + ~P*R + Q*~R + ~Q*R"}},
	} {
		d := published(t, c.data)
		if err := d.Check(); err != nil {
			t.Fatal(err)
		}
		o := Options{Larger: c.larger}
		for _, condition := range d.Conditions { // every condition is expected to help
			values := []int{1}
			for v := 2; v < condition.Levels; v++ {
				values = append(values, v)
			}
			o.Expect = append(o.Expect, values)
		}
		if got, want := models(t, NewTruthTable(d, c.cuts), c.kind, o), strings.Join(c.want, "\n"); got != want {
			t.Errorf("%s, %+v, %s: got\n%s\nwant\n%s", c.data, c.cuts, c.kind, got, want)
		}
	}
}

// Literacy contains nearly every survivor, and nearly everybody else: Lipset's data, fuzzy.
func TestANecessaryConditionThatIsTrivial(t *testing.T) {
	d := published(t, "LF")
	n := Necessary(column(d, "LIT"), d.Y)
	if math.Round(n.Incl*1000) != 991 || math.Round(n.RoN*1000) != 509 || math.Round(n.Cov*1000) != 643 {
		t.Errorf("%+v", n)
	}
}
