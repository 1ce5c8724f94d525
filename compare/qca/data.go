package qca

import (
	"fmt"
	"math"
)

// MaxConditions is how many conditions are analysed at once. Minimisation works with a bit for each
// set of conditions, 2 MB for 24.
const MaxConditions = 24

// MaxLevels is how many values a multi-value condition can have.
const MaxLevels = 100

// Condition is a property of cases. Levels is 2 for a crisp or fuzzy one, whose memberships
// lie from 0 to 1, and the number of values of a multi-value one, which has whole numbers from 0 to Levels-1.
type Condition struct {
	Name   string
	Levels int
}

// Data are calibrated cases.
type Data struct {
	Cases      []string
	Conditions []Condition
	X          [][]float64 // by case and condition
	Outcome    string
	Y          []float64 // membership of each case in the outcome
}

// Check tells whether the data can be analysed: as many values as cases and conditions, each in its
// range. NaN is no membership: a case without one has to be left out, and said to be, by
// whoever makes the data.
func (d *Data) Check() error {
	if len(d.Conditions) == 0 || len(d.Conditions) > MaxConditions {
		return fmt.Errorf("%d conditions; from 1 to %d can be analysed", len(d.Conditions), MaxConditions)
	}
	combinations := 1.0
	for _, c := range d.Conditions {
		combinations *= float64(max(c.Levels, 2))
		if c.Levels > MaxLevels {
			return fmt.Errorf("condition %q has %d values; a multi-value condition can have %d", c.Name, c.Levels, MaxLevels)
		}
	}
	if combinations > 1<<52 {
		return fmt.Errorf("%.0f combinations of conditions are more than can be numbered\nhint: choose fewer conditions, or conditions with fewer values", combinations)
	}
	if len(d.X) != len(d.Cases) || len(d.Y) != len(d.Cases) {
		return fmt.Errorf("%d cases, %d rows of memberships and %d outcomes", len(d.Cases), len(d.X), len(d.Y))
	}
	for i, row := range d.X {
		if len(row) != len(d.Conditions) {
			return fmt.Errorf("case %q has %d memberships for %d conditions", d.Cases[i], len(row), len(d.Conditions))
		}
		for j, c := range d.Conditions {
			if !c.holds(row[j]) {
				return fmt.Errorf("case %q, condition %q: %v is no membership", d.Cases[i], c.Name, row[j])
			}
		}
		if !(d.Y[i] >= 0 && d.Y[i] <= 1) {
			return fmt.Errorf("case %q, outcome %q: %v is no membership", d.Cases[i], d.Outcome, d.Y[i])
		}
	}
	return nil
}

func (c Condition) holds(x float64) bool {
	if c.Levels <= 2 {
		return x >= 0 && x <= 1
	}
	return x == math.Trunc(x) && x >= 0 && x < float64(c.Levels)
}

// Negated returns the data with the outcome negated: 1 - y.
func (d *Data) Negated() *Data {
	n := *d
	n.Outcome = "~" + d.Outcome
	n.Y = make([]float64, len(d.Y))
	for i, y := range d.Y {
		n.Y[i] = 1 - y
	}
	return &n
}

// Without returns the data without one case.
func (d *Data) Without(c int) *Data {
	n := *d
	n.Cases = append(append([]string{}, d.Cases[:c]...), d.Cases[c+1:]...)
	n.X = append(append([][]float64{}, d.X[:c]...), d.X[c+1:]...)
	n.Y = append(append([]float64{}, d.Y[:c]...), d.Y[c+1:]...)
	return &n
}

// Tolerance within which two memberships are one.
const tolerance = 1e-9

// In tells whether a membership is more in than out: above .5.
func In(m float64) bool { return m > .5+tolerance }

// Ambiguous tells whether a membership is exactly .5: neither in nor out. No case should be
// left there (Schneider and Wagemann 2012).
func Ambiguous(m float64) bool { return math.Abs(m-.5) <= tolerance }

// Skew returns how many memberships are more in than out, and whether they are skewed: under 20 or
// over 80 per cent of the cases are in the set (Schneider and Wagemann 2012; Oana, Schneider and
// Thomann 2021). Skewed sets make nearly anything consistent with them. Without memberships
// nothing is skewed.
func Skew(ms []float64) (in int, skewed bool) {
	for _, m := range ms {
		if In(m) {
			in++
		}
	}
	share := float64(in) / float64(len(ms))
	return in, len(ms) > 0 && (share < .2-tolerance || share > .8+tolerance)
}
