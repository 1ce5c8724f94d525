package likeness

import (
	"errors"
	"fmt"
	"math"
)

// Linkage says how far apart two groups of cases are.
type Linkage string

// The linkages.
const (
	Single   Linkage = "single"   // the distance of the two nearest cases
	Complete Linkage = "complete" // of the two farthest
	Average  Linkage = "average"  // the mean over all pairs (UPGMA)
	Ward     Linkage = "ward"     // the growth of the sum of squares; R calls it ward.D2
)

// Linkages returns all linkages.
func Linkages() []Linkage { return []Linkage{Single, Complete, Average, Ward} }

// Merge is one step of clustering: two groups become one.
type Merge struct {
	Left, Right int     // below n: a case; n+i: what step i made. The group with the earlier first case is Left
	Height      float64 // the distance of the two
	Size        int     // cases in the new group
	Tied        bool    // another pair was as near; the one whose cases come first was taken
}

// Tree is a hierarchical clustering.
type Tree struct {
	Merges     []Merge
	Order      []int   // of the cases, so that no branches cross
	Cophenetic float64 // Pearson's correlation of the distances with the heights at which two cases meet; NaN if either is constant
}

// ErrNotEuclidean is the problem of Ward's method on distances that no points in space have.
var ErrNotEuclidean = errors.New("the distances are not Euclidean")

// Cluster returns the tree that joins at each step the two nearest groups. Where several pairs are equally near
// (within 1e-10 of the greatest distance) it takes the one whose first case, then whose second group's
// first case comes first, and marks the step as Tied: on tied data another order of the cases can give another tree.
// The distances are updated as Lance and Williams (1967, The Computer Journal 9:373-380) say; Ward's heights are
// those of squared distances (Murtagh and Legendre 2014, Journal of Classification 31:274-295) and want Euclidean
// ones: ErrNotEuclidean otherwise. d is symmetric and not changed; an error names a distance that is none.
func Cluster(d [][]float64, how Linkage) (*Tree, error) {
	n := len(d)
	if err := check(d); err != nil {
		return nil, err
	}
	if how == Ward {
		m, err := Scale(d, 1)
		if err != nil {
			return nil, err
		}
		if !m.Euclidean() {
			return nil, ErrNotEuclidean
		}
	}
	work := make([][]float64, n)
	greatest := 0.
	for i := range d {
		work[i] = append([]float64{}, d[i]...)
		for _, x := range d[i] {
			greatest = math.Max(greatest, x)
		}
	}
	tolerance := 1e-10 * greatest
	t := &Tree{}
	alive := make([]int, n) // groups by their first case, in order
	number, members := make([]int, n), make([][]int, n)
	for i := range n {
		alive[i], number[i], members[i] = i, i, []int{i}
	}
	cophenetic := make([][]float64, n)
	for i := range cophenetic {
		cophenetic[i] = make([]float64, n)
	}
	for step := 0; len(alive) > 1; step++ {
		bi, bj, tied := -1, -1, false
		for x, i := range alive {
			for _, j := range alive[x+1:] {
				switch {
				case bi < 0 || work[i][j] < work[bi][bj]-tolerance:
					bi, bj, tied = i, j, false
				case work[i][j] <= work[bi][bj]+tolerance:
					tied = true
				}
			}
		}
		height := work[bi][bj]
		for _, p := range members[bi] {
			for _, q := range members[bj] {
				cophenetic[p][q], cophenetic[q][p] = height, height
			}
		}
		for _, k := range alive {
			if k != bi && k != bj {
				x := how.update(work[k][bi], work[k][bj], height, len(members[bi]), len(members[bj]), len(members[k]))
				work[k][bi], work[bi][k] = x, x
			}
		}
		t.Merges = append(t.Merges, Merge{Left: number[bi], Right: number[bj], Height: height, Size: len(members[bi]) + len(members[bj]), Tied: tied})
		members[bi] = append(members[bi], members[bj]...)
		number[bi] = n + step
		kept := alive[:0]
		for _, k := range alive {
			if k != bj {
				kept = append(kept, k)
			}
		}
		alive = kept
	}
	t.Order = members[alive[0]]
	t.Cophenetic = correlation(d, cophenetic)
	return t, nil
}

// update returns the distance of a group k to one that is made of two, i and j, of which it knows the distances.
func (l Linkage) update(ki, kj, ij float64, ni, nj, nk int) float64 {
	a, b, c := float64(ni), float64(nj), float64(nk)
	switch l {
	case Single:
		return math.Min(ki, kj)
	case Complete:
		return math.Max(ki, kj)
	case Average:
		return (a*ki + b*kj) / (a + b)
	case Ward:
		return math.Sqrt(math.Max(0, ((a+c)*ki*ki+(b+c)*kj*kj-c*ij*ij)/(a+b+c)))
	}
	panic("likeness: no linkage " + string(l))
}

// check refuses what is no matrix of distances.
func check(d [][]float64) error {
	if len(d) < 2 {
		return fmt.Errorf("%d cases have no distances", len(d))
	}
	for i := range d {
		if len(d[i]) != len(d) {
			return fmt.Errorf("case %d has %d distances to %d cases", i+1, len(d[i]), len(d))
		}
		for j, x := range d[i] {
			if math.IsNaN(x) || math.IsInf(x, 0) || x < 0 || x != d[j][i] || i == j && x != 0 {
				return fmt.Errorf("the distance of cases %d and %d is %v and %v", i+1, j+1, x, d[j][i])
			}
		}
	}
	return nil
}

// correlation returns Pearson's correlation over the pairs of two matrices.
func correlation(x, y [][]float64) float64 {
	var n, sx, sy float64
	for i := range x {
		for j := range i {
			n, sx, sy = n+1, sx+x[i][j], sy+y[i][j]
		}
	}
	var xx, yy, xy float64
	for i := range x {
		for j := range i {
			a, b := x[i][j]-sx/n, y[i][j]-sy/n
			xx, yy, xy = xx+a*a, yy+b*b, xy+a*b
		}
	}
	if xx < 1e-20*n || yy < 1e-20*n {
		return math.NaN()
	}
	return xy / math.Sqrt(xx*yy)
}
