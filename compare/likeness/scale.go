package likeness

import (
	"errors"
	"math"

	"gonum.org/v1/gonum/mat"
)

// Map is a classical scaling: points whose distances are as near to those that were given as so few dimensions allow.
type Map struct {
	Points      [][]float64 // by case and dimension; the mean of each dimension is 0
	Eigenvalues []float64   // all of them, falling; negative ones mean that no points in space have these distances
	GOF         [2]float64  // of the dimensions kept: their eigenvalues' share of the sum of all absolute ones, and of the positive ones
	Tied        bool        // two dimensions are equally long, or the first that is left out is as long as one kept: their axes are free to turn
}

// Negative returns how many eigenvalues are below zero by more than rounding makes them.
func (m *Map) Negative() int {
	n := 0
	for _, e := range m.Eigenvalues {
		if e < -1e-9*math.Max(m.Eigenvalues[0], 0) {
			n++
		}
	}
	return n
}

// Euclidean tells whether there are points in space that have the distances.
func (m *Map) Euclidean() bool { return m.Negative() == 0 }

// Scale returns the classical scaling of distances in at most k dimensions (Torgerson 1952, Psychometrika 17:401-419; Gower 1966,
// Biometrika 53:325-338): the eigenvectors of the doubly centred -d²/2, each as long as the root of its
// eigenvalue. Dimensions without a positive eigenvalue are left out, so that there can be fewer than k. Signs are free in this
// method; here the case that lies farthest out on a dimension (the first of those that lie equally far) is on its positive side. d is symmetric and not changed.
func Scale(d [][]float64, k int) (*Map, error) {
	if err := check(d); err != nil {
		return nil, err
	}
	n := len(d)
	b := mat.NewSymDense(n, nil)
	means, all := make([]float64, n), 0.
	for i := range d {
		for _, x := range d[i] {
			means[i] -= x * x / 2 / float64(n)
		}
		all += means[i] / float64(n)
	}
	for i := range d {
		for j := i; j < n; j++ {
			b.SetSym(i, j, -d[i][j]*d[i][j]/2-means[i]-means[j]+all)
		}
	}
	var eigen mat.EigenSym
	if !eigen.Factorize(b, true) {
		return nil, errors.New("the scaling of the distances does not converge")
	}
	rising := eigen.Values(nil)
	var vectors mat.Dense
	eigen.VectorsTo(&vectors)
	m := &Map{Points: make([][]float64, n)}
	var absolute, positive float64
	for i := range n {
		e := rising[n-1-i]
		m.Eigenvalues = append(m.Eigenvalues, e)
		absolute, positive = absolute+math.Abs(e), positive+math.Max(e, 0)
	}
	least := 1e-9 * math.Max(m.Eigenvalues[0], 0)
	kept := 0.
	for axis := 0; axis < min(k, n) && m.Eigenvalues[axis] > least; axis++ {
		e := m.Eigenvalues[axis]
		kept += e
		if axis+1 < n && e-m.Eigenvalues[axis+1] <= 1e-7*m.Eigenvalues[0] {
			m.Tied = true
		}
		column, far := n-1-axis, 0
		for i := range n {
			if math.Abs(vectors.At(i, column)) > math.Abs(vectors.At(far, column))+1e-9 {
				far = i
			}
		}
		length := math.Copysign(math.Sqrt(e), vectors.At(far, column))
		for i := range n {
			m.Points[i] = append(m.Points[i], vectors.At(i, column)*length)
		}
	}
	if absolute > 0 {
		m.GOF = [2]float64{kept / absolute, kept / positive}
	} else {
		m.GOF = [2]float64{math.NaN(), math.NaN()}
	}
	return m, nil
}
