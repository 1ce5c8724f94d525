package qca

import (
	"context"
	"math"
	"slices"
)

// maxModels is how many models are kept at most; more are counted.
const maxModels = 50_000

// What a search was stopped by.
const (
	Primes   = "prime implicants"
	Steps    = "steps"
	Models   = "models"
	Pairs    = "pairs of models"
	Assumed  = "counterfactuals"
	Supposed = "expressions"
)

// Stopped says that a search came to a limit before its end.
type Stopped struct {
	By    string // Primes, Steps, …
	Limit int
}

// Solution holds the models of one kind of solution.
type Solution struct {
	Primes []Term  // the prime implicants that cover a positive row
	Models []Model // all of the smallest number of terms; after these, if asked for, the irredundant larger ones
	Size   int     // terms of the smallest models; 0 if there is no positive row
	Count  float64 // of the smallest models; more than are in Models if those were too many to keep
	Larger float64 // of the irredundant larger models
	// Stopped is nil if all was found. If the search came to the limit of steps, the models found are
	// of the smallest size but there may be more; with no models, nothing is known. At the limit of models only the keeping
	// stopped: Count is right.
	Stopped *Stopped
	Derived []Derived // of the intermediate solution: where its models come from
}

// Minimum returns all models that cover every row of on, none of off, with the smallest number of
// terms. Combinations in neither are free. Nothing about a row may stand in both. With larger, the
// models of which no term can be left out are found too, though they have more terms
// (the R package's all.sol).
//
// Every term is prime: no condition can be left out without covering a row of off. Quine (1952), American
// Mathematical Monthly 59:521-531; McCluskey (1956). The error is the context's.
func Minimum(ctx context.Context, conditions []Condition, on, off [][]int, larger bool) (*Solution, error) {
	return minimum(ctx, conditions, on, space{off: off}, larger)
}

func minimum(ctx context.Context, conditions []Condition, on [][]int, s space, larger bool) (*Solution, error) {
	out := &Solution{}
	if len(on) == 0 {
		return out, nil
	}
	var err error
	if out.Primes, out.Stopped, err = primes(ctx, conditions, on, s); err != nil || out.Stopped != nil {
		return out, err
	}
	c := newChart(ctx, on, out.Primes)
	size, ok := c.smallest()
	if !ok {
		out.Stopped = &Stopped{Steps, maxSteps}
		return out, c.err
	}
	out.Size = size
	var keep [][]int
	complete := c.all(size, func(groups []int) { out.Count += c.expand(groups, &keep) })
	out.keep(keep)
	if complete && larger {
		var more [][]int
		complete = c.all(math.MaxInt, func(groups []int) {
			if len(groups) > size {
				out.Larger += c.expand(groups, &more)
			}
		})
		out.keep(more)
	}
	switch {
	case !complete:
		out.Stopped = &Stopped{Steps, maxSteps}
	case out.Count+out.Larger > float64(len(out.Models)):
		out.Stopped = &Stopped{Models, maxModels}
	}
	return out, c.err
}

// expand adds the models that groups of primes stand for, and returns how many there are.
func (c *chart) expand(groups []int, keep *[][]int) float64 {
	n := 1.0
	for _, g := range groups {
		n *= float64(len(c.groups[g]))
	}
	pick := make([]int, len(groups))
	for len(*keep) < maxModels {
		model := make([]int, len(groups))
		for i, g := range groups {
			model[i] = c.groups[g][pick[i]]
		}
		slices.Sort(model)
		*keep = append(*keep, model)
		i := len(pick) - 1
		for ; i >= 0; i-- {
			if pick[i]++; pick[i] < len(c.groups[groups[i]]) {
				break
			}
			pick[i] = 0
		}
		if i < 0 {
			break
		}
	}
	return n
}

// keep adds models, as lists of primes, in the order in which they are printed.
func (s *Solution) keep(list [][]int) {
	slices.SortFunc(list, func(a, b []int) int {
		if len(a) != len(b) {
			return len(a) - len(b)
		}
		return slices.Compare(a, b)
	})
	for _, l := range list[:min(len(list), maxModels-len(s.Models))] {
		m := make(Model, len(l))
		for i, p := range l {
			m[i] = s.Primes[p]
		}
		s.Models = append(s.Models, m)
	}
}
