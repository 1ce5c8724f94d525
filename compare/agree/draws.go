package agree

import (
	"math"
	"math/rand/v2"
)

// draws draws from a multinomial distribution over weights: the frequent ones by a binomial after the other,
// each of what is left, and the many rare ones that patterns of several codes make by Poisson numbers.
//
// Independent Poisson numbers with a sum of M are a multinomial draw of M, whatever M. So rare weights are drawn as Poisson numbers whose
// sum stays somewhat below what is wanted, and the rest unit by unit; the result is an exact draw, at the cost of a look into a
// table each.
type draws struct {
	random   *rand.Rand
	frequent []int     // places in the weights
	shares   []float64 // weight of each frequent one among itself and all after it
	rare     []int
	owner    []int       // of each unit of rare weight, whose it is
	below    float64     // the sum that Poisson numbers aim at
	tables   [][]float64 // by weight: the chances of at most 0, 1, 2 …
	weight   []int       // of the rare ones
	n        float64
}

const (
	rareWeight = 8  // the largest weight that is rare
	fewRare    = 64 // fewer rare ones than this are drawn as frequent ones
)

func newDraws(seed uint64, weights []float64) *draws {
	d := &draws{random: rand.New(rand.NewPCG(seed, 0x9e3779b97f4a7c15))}
	for i, w := range weights {
		d.n += w
		if w <= rareWeight && w == math.Floor(w) {
			d.rare = append(d.rare, i)
			for range int(w) {
				d.owner = append(d.owner, i)
			}
		} else {
			d.frequent = append(d.frequent, i)
		}
	}
	if len(d.rare) < fewRare {
		d.frequent, d.rare, d.owner = d.frequent[:0], nil, nil
		for i := range weights {
			d.frequent = append(d.frequent, i)
		}
	}
	left := float64(len(d.owner))
	d.shares = make([]float64, len(d.frequent))
	for k := len(d.frequent) - 1; k >= 0; k-- {
		w := weights[d.frequent[k]]
		if left += w; left > 0 {
			d.shares[k] = w / left
		}
	}
	for _, i := range d.rare {
		d.weight = append(d.weight, int(weights[i]))
	}
	mean := float64(len(d.owner))
	d.below = math.Max(0, mean-8*math.Sqrt(mean))
	for w := range rareWeight + 1 {
		d.tables = append(d.tables, poissonTable(float64(w)*d.below/math.Max(1, mean)))
	}
	return d
}

// poissonTable returns the chances of at most 0, 1, 2 … of a Poisson number, up to where they are 1.
func poissonTable(mean float64) []float64 {
	var out []float64
	chance, sum := math.Exp(-mean), 0.0
	for k := 1.0; sum < 1-1e-16 && k < 200; k++ {
		sum += chance
		out = append(out, sum)
		chance *= mean / k
	}
	return out
}

// multinomial draws as many as there are weights.
func (d *draws) multinomial(into []float64) { d.draw(d.n, into) }

// draw draws n.
func (d *draws) draw(n float64, into []float64) {
	for k, i := range d.frequent {
		share := d.shares[k]
		switch {
		case n <= 0:
			into[i] = 0
		case share >= 1:
			into[i] = n
		default:
			into[i] = binomial(d.random, n, share)
		}
		n -= into[i]
	}
	if len(d.rare) == 0 {
		return
	}
	for {
		left := n
		for k, i := range d.rare {
			table, u, x := d.tables[d.weight[k]], d.random.Float64(), 0
			for x < len(table)-1 && u >= table[x] {
				x++
			}
			into[i] = float64(x)
			left -= into[i]
		}
		if left >= 0 || d.below == 0 {
			n = left
			break
		}
	}
	for ; n > 0; n-- {
		into[d.owner[d.random.IntN(len(d.owner))]]++
	}
}
