package likeness

import (
	"errors"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// pointsIn returns random points, some of them at the same place or equally far apart.
func pointsIn(r *rand.Rand, n, dimensions int) [][]float64 {
	out := make([][]float64, n)
	for i := range out {
		for range dimensions {
			out[i] = append(out[i], float64(r.IntN(6)))
		}
	}
	return out
}

func between(points [][]float64) [][]float64 {
	d := make([][]float64, len(points))
	for i := range d {
		d[i] = make([]float64, len(points))
		for j := range points {
			for k := range points[i] {
				d[i][j] += (points[i][k] - points[j][k]) * (points[i][k] - points[j][k])
			}
			d[i][j] = math.Sqrt(d[i][j])
		}
	}
	return d
}

// apart is the distance of two groups by the definition of the linkage, from the cases themselves.
func apart(how Linkage, d, points [][]float64, x, y []int) float64 {
	lowest, highest, sum := math.Inf(1), 0., 0.
	for _, i := range x {
		for _, j := range y {
			lowest, highest, sum = math.Min(lowest, d[i][j]), math.Max(highest, d[i][j]), sum+d[i][j]
		}
	}
	switch how {
	case Single:
		return lowest
	case Complete:
		return highest
	case Average:
		return sum / float64(len(x)*len(y))
	}
	within := func(group []int) float64 {
		s := 0.
		for k := range points[0] {
			mean := 0.
			for _, i := range group {
				mean += points[i][k] / float64(len(group))
			}
			for _, i := range group {
				s += (points[i][k] - mean) * (points[i][k] - mean)
			}
		}
		return s
	}
	return math.Sqrt(2 * (within(append(slices.Clone(x), y...)) - within(x) - within(y)))
}

// TestClusterAgreesWithItsDefinition holds every step against the groups that it joins: its height is their distance by
// definition, no two groups were nearer, and a tie is told exactly where one is.
func TestClusterAgreesWithItsDefinition(t *testing.T) {
	r := rand.New(rand.NewPCG(6, 9))
	for range 400 {
		n := 2 + r.IntN(9)
		points := pointsIn(r, n, 1+r.IntN(3))
		d := between(points)
		for _, how := range Linkages() {
			tree, err := Cluster(d, how)
			if err != nil {
				t.Fatal(err)
			}
			groups := map[int][]int{}
			for i := range n {
				groups[i] = []int{i}
			}
			met := make([][]float64, n)
			for i := range met {
				met[i] = make([]float64, n)
			}
			for step, m := range tree.Merges {
				near := 0
				for a := range groups {
					for b := range groups {
						if x := apart(how, d, points, groups[a], groups[b]); a < b && x < m.Height-1e-9 {
							t.Fatalf("%s step %d: joined at %v, but %v and %v are %v apart", how, step, m.Height, groups[a], groups[b], x)
						} else if a < b && x < m.Height+1e-9 {
							near++
						}
					}
				}
				if x := apart(how, d, points, groups[m.Left], groups[m.Right]); math.Abs(x-m.Height) > 1e-9 {
					t.Fatalf("%s step %d: height %v, want %v", how, step, m.Height, x)
				}
				if m.Tied != (near > 1) {
					t.Fatalf("%s step %d: tied %v, but %d pairs are as near", how, step, m.Tied, near)
				}
				for _, i := range groups[m.Left] {
					for _, j := range groups[m.Right] {
						met[i][j], met[j][i] = m.Height, m.Height
					}
				}
				joined := append(slices.Clone(groups[m.Left]), groups[m.Right]...)
				delete(groups, m.Left)
				delete(groups, m.Right)
				groups[n+step] = joined
				if m.Size != len(joined) {
					t.Fatalf("size %d, want %d", m.Size, len(joined))
				}
			}
			if all := groups[2*n-2]; n > 1 && !slices.Equal(all, tree.Order) {
				t.Fatalf("order %v, want %v", tree.Order, all)
			}
			if want := correlation(d, met); math.Abs(want-tree.Cophenetic) > 1e-12 {
				t.Fatalf("cophenetic %v, want %v", tree.Cophenetic, want)
			}
		}
	}
}

// TestScaleFindsThePoints: of Euclidean distances the map has the same distances, its dimensions are as wide as their eigenvalues, and its signs follow the rule.
func TestScaleFindsThePoints(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		n := 2 + r.IntN(9)
		points := pointsIn(r, n, 2)
		d := between(points)
		m, err := Scale(d, 2)
		if err != nil {
			t.Fatal(err)
		}
		if !m.Euclidean() {
			t.Fatalf("%v: %v", points, m.Eigenvalues)
		}
		if len(m.Points[0]) == 0 {
			continue // all cases at one place
		}
		again := between(m.Points)
		for i := range d {
			for j := range d {
				if math.Abs(d[i][j]-again[i][j]) > 1e-6 {
					t.Fatalf("%v: distance %v, on the map %v", points, d[i][j], again[i][j])
				}
			}
		}
		for k := range m.Points[0] {
			far, sum := 0, 0.
			for i := range m.Points {
				sum += m.Points[i][k] * m.Points[i][k]
				if math.Abs(m.Points[i][k]) > math.Abs(m.Points[far][k])+1e-6 {
					far = i
				}
			}
			if m.Points[far][k] < 0 || math.Abs(sum-m.Eigenvalues[k]) > 1e-6 {
				t.Fatalf("dimension %d: %v, eigenvalue %v", k, m.Points, m.Eigenvalues[k])
			}
		}
		if math.Abs(m.GOF[1]-1) > 1e-9 {
			t.Fatalf("GOF %v", m.GOF)
		}
	}
}

func TestEdges(t *testing.T) {
	for _, c := range []struct {
		of   Coefficient
		f    Fourfold
		want Reason
	}{
		{Phi, Fourfold{A: 3, B: 2}, EmptyMargin},
		{Jaccard, Fourfold{D: 4}, NeitherHas},
		{SimpleMatching, Fourfold{}, NothingKnown},
		{Zeta, Fourfold{D: 4}, ""},
	} {
		x, why := c.of.Of(c.f)
		if why != c.want || math.IsNaN(x) != (c.want != "") {
			t.Errorf("%s of %+v: %v, %q", c.of, c.f, x, why)
		}
	}
	if f := Compare([]Mark{Yes, Unknown, No, No}, []Mark{Yes, Yes, Unknown, No}); f != (Fourfold{A: 1, D: 1}) || f.Known() != 2 {
		t.Errorf("%+v", f)
	}
	if x, _ := Phi.Of(Fourfold{A: 4, B: 1, C: 2, D: 3}); math.Abs(x-10/math.Sqrt(5*5*6*4)) > 1e-15 {
		t.Errorf("phi %v", x)
	}
	triangle := [][]float64{{0, 1, 1}, {1, 0, 3}, {1, 3, 0}} // no three points are so
	if _, err := Cluster(triangle, Ward); !errors.Is(err, ErrNotEuclidean) {
		t.Errorf("Ward on distances that are not Euclidean: %v", err)
	}
	for _, bad := range [][][]float64{{{0}}, {{0, 1}, {2, 0}}, {{0, math.NaN()}, {math.NaN(), 0}}, {{1, 0}, {0, 0}}, {{0, 1}, {1}}} {
		if _, err := Cluster(bad, Average); err == nil {
			t.Errorf("%v passed as distances", bad)
		}
	}
}
