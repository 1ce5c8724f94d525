package frequency

import (
	"fmt"
	"math"
	"slices"
	"strings"
)

// Adjustments are the names that Adjust knows.
func Adjustments() []string { return []string{"holm", "hochberg", "bonferroni", "BH", "BY", "none"} }

// Adjust returns p values corrected for their number, in their order, as R's p.adjust does.
//
//	bonferroni  n p
//	holm        step down: running maximum of (n-i+1) p, from the smallest on
//	hochberg    step up: running minimum of (n-i+1) p, from the largest on
//	BH          step up: n/i p; controls the share of false discoveries
//	BY          step up: n/i p sum_k 1/k; the same under any dependence
//	none        p
//
// None is above 1. NaN, for a test that is undefined, stays and does not count. It is an error if the method is not known.
//
// Holm (1979), Scandinavian Journal of Statistics 6:65-70; Hochberg (1988), Biometrika 75:800-802; Benjamini & Hochberg (1995), Journal
// of the Royal Statistical Society B 57:289-300; Benjamini & Yekutieli (2001), Annals of Statistics 29:1165-1188.
func Adjust(p []float64, method string) ([]float64, error) {
	if !slices.Contains(Adjustments(), method) {
		return nil, fmt.Errorf("adjustment %q is not known; write %s", method, strings.Join(Adjustments(), ", "))
	}
	out := slices.Clone(p)
	var order []int // from the smallest
	for i := range p {
		if !math.IsNaN(p[i]) {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int {
		switch {
		case p[a] < p[b]:
			return -1
		case p[a] > p[b]:
			return 1
		}
		return 0
	})
	n, harmonic := float64(len(order)), 0.0
	for k := range order {
		harmonic += 1 / float64(k+1)
	}
	factor := func(rank float64) float64 {
		switch method {
		case "bonferroni":
			return n
		case "holm", "hochberg":
			return n - rank + 1
		case "BH":
			return n / rank
		case "BY":
			return n / rank * harmonic
		}
		return 1
	}
	for k, i := range order {
		out[i] = math.Min(1, factor(float64(k+1))*p[i])
	}
	switch method {
	case "holm":
		for k := 1; k < len(order); k++ {
			out[order[k]] = math.Max(out[order[k]], out[order[k-1]])
		}
	case "hochberg", "BH", "BY":
		for k := len(order) - 2; k >= 0; k-- {
			out[order[k]] = math.Min(out[order[k]], out[order[k+1]])
		}
	}
	return out, nil
}
