package agree

import (
	"math"
	"math/rand/v2"
)

// binomial draws how many of n trials succeed with chance p: by inversion where few do, else by
// transformed rejection, which costs the same for any n.
//
// Hörmann (1993), Journal of Statistical Computation and Simulation 46:101-110 (BTRS).
func binomial(random *rand.Rand, n, p float64) float64 {
	if p > 0.5 {
		return n - binomial(random, n, 1-p)
	}
	if p <= 0 {
		return 0
	}
	if n*p < 10 {
		return invert(random, n, p)
	}
	spread := math.Sqrt(n * p * (1 - p))
	b := 1.15 + 2.53*spread
	a := -0.0873 + 0.0248*b + 0.01*p
	c := n*p + 0.5
	inner := 0.92 - 4.2/b
	for {
		u, v := random.Float64()-0.5, random.Float64()
		us := 0.5 - math.Abs(u)
		k := math.Floor((2*a/us+b)*u + c)
		if us >= 0.07 && v <= inner {
			return k
		}
		if k < 0 || k > n {
			continue
		}
		mode := math.Floor((n + 1) * p)
		v *= (2.83 + 5.1/b) * spread / (a/(us*us) + b)
		if math.Log(v) <= logFactorials(n, mode)-logFactorials(n, k)+(k-mode)*math.Log(p/(1-p)) {
			return k
		}
	}
}

// logFactorials returns log(k! (n-k)!).
func logFactorials(n, k float64) float64 {
	x, _ := math.Lgamma(k + 1)
	y, _ := math.Lgamma(n - k + 1)
	return x + y
}

// invert adds up the chances of 0, 1, 2 … successes until they exceed a random share.
func invert(random *rand.Rand, n, p float64) float64 {
	ratio := p / (1 - p)
	none := math.Exp(n * math.Log1p(-p))
	for {
		u, chance := random.Float64(), none
		for k := 0.0; k <= n; k++ {
			if u < chance {
				return k
			}
			u -= chance
			chance *= ratio * (n - k) / (k + 1)
		}
	}
}
