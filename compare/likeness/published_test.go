package likeness

import (
	"encoding/csv"
	"math"
	"os"
	"path/filepath"
	"reflect"
	"strconv"
	"testing"
)

func rows(t *testing.T, name string) [][]string {
	t.Helper()
	f, err := os.Open(filepath.Join("..", "..", "testdata", "published", "likeness", name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	out, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func number(t *testing.T, s string) float64 {
	t.Helper()
	x, err := strconv.ParseFloat(s, 64)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// The perspectives of the four municipalities (table 12): users, staff, economy, society, production of services.
var table12 = map[string][]Mark{
	"A": {Yes, Yes, Yes, Yes, No},
	"B": {Yes, Yes, Yes, Yes, Yes},
	"C": {Yes, Yes, Yes, No, No},
	"D": {Yes, Yes, Yes, Yes, No},
}

func TestCoefficientsOfTable12(t *testing.T) {
	list := rows(t, "table12.csv")
	for _, r := range list[1:] {
		// The file calls b what only the second case has.
		got := Compare(table12[r[0][:1]], table12[r[0][2:]])
		want := Fourfold{A: int(number(t, r[1])), C: int(number(t, r[2])), B: int(number(t, r[3])), D: int(number(t, r[4]))}
		if got != want {
			t.Errorf("%s: %+v, want %+v", r[0], got, want)
		}
		for i, c := range []Coefficient{SimpleMatching, Jaccard, RusselRao, Zeta} {
			x, why := c.Of(got)
			if math.Round(x*1e4)/1e4 != number(t, r[5+i]) || why != "" {
				t.Errorf("%s %s: %.4f %s, want %s", r[0], c, x, why, r[5+i])
			}
		}
	}
}

func TestScaleOfEurodist(t *testing.T) {
	d := distances(t, "eurodist.csv")
	m, err := Scale(d, 2)
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []float64{1.95383770895e7, 1.1856555334e7} {
		if math.Abs(m.Eigenvalues[i]-want) > 1e-3 {
			t.Errorf("eigenvalue %d: %.4f, want %.4f", i+1, m.Eigenvalues[i], want)
		}
	}
	// R's signs are those of its library; ours put the farthest city on the positive side.
	sign := []float64{1, -1}
	for i, r := range rows(t, "eurodist-points.csv") {
		for k := range 2 {
			if got, want := m.Points[i][k], sign[k]*number(t, r[k]); math.Abs(got-want) > 1e-3 {
				t.Errorf("city %d, dimension %d: %.5f, want %.5f", i+1, k+1, got, want)
			}
		}
	}
	if m.Euclidean() || m.Negative() == 0 {
		t.Error("road distances passed as Euclidean")
	}
}

func distances(t *testing.T, name string) [][]float64 {
	t.Helper()
	var d [][]float64
	for _, r := range rows(t, name)[1:] {
		var line []float64
		for _, x := range r[1:] {
			line = append(line, number(t, x))
		}
		d = append(d, line)
	}
	return d
}

// Johnson and Wichern, Applied Multivariate Statistical Analysis (6th ed.), examples 12.3 and 12.5.
var johnsonWichern = [][]float64{
	{0, 9, 3, 6, 11},
	{9, 0, 7, 5, 10},
	{3, 7, 0, 9, 2},
	{6, 5, 9, 0, 8},
	{11, 10, 2, 8, 0},
}

func TestClustersOfJohnsonAndWichern(t *testing.T) {
	for how, want := range map[Linkage][]Merge{
		Single:   {{2, 4, 2, 2, false}, {0, 5, 3, 3, false}, {1, 3, 5, 2, false}, {6, 7, 6, 5, false}},
		Complete: {{2, 4, 2, 2, false}, {1, 3, 5, 2, false}, {0, 6, 9, 3, false}, {7, 5, 11, 5, false}},
	} {
		tree, err := Cluster(johnsonWichern, how)
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(tree.Merges, want) {
			t.Errorf("%s: %+v, want %+v", how, tree.Merges, want)
		}
	}
}
