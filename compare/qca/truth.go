package qca

import (
	"math"
	"slices"
)

// Out is what a row of a truth table says of the outcome.
type Out byte

// The outcomes of a row.
const (
	Negative      Out = '0'
	Positive      Out = '1'
	Contradictory Out = 'C' // consistency between the two cut-offs
	Remainder     Out = '?' // fewer cases than the cut-off
)

// Cuts say which rows are positive.
type Cuts struct {
	N         int     // at least so many cases; less than 1 is 1
	Incl      float64 // consistency at least so high, with a tolerance of 1e-9
	InclUnder float64 // two cut-offs: a row under Incl but not under this one is a contradiction; 0 for none
	PRI       float64 // PRI at least so high; 0 for none
}

// Row is a combination of conditions with the cases that are more in it than out.
type Row struct {
	Number  int // from 1; the last condition changes fastest
	Values  []int
	Cases   []int // by index, those with membership above .5
	Against []int // of these, the cases that are not in the outcome: deviant if the row is positive
	Sufficiency
	Out Out
}

// TruthTable are the rows that cases belong to.
type TruthTable struct {
	Data   *Data
	Cuts   Cuts
	Rows   []Row   // with at least one case, by number
	NoRow  []int   // cases at exactly .5 in some condition, which belong to no row
	Combos float64 // how many combinations there are
}

// NewTruthTable returns the truth table of data that Check has nothing against. A row's
// membership is the minimum over its conditions, 1-x for an absent one; its consistency counts the membership of
// all cases. A row is a Remainder with fewer cases than Cuts.N, though it was seen; else Positive if consistency
// and PRI reach their cut-offs; else Contradictory between the two consistency cut-offs; else
// Negative.
func NewTruthTable(d *Data, cuts Cuts) *TruthTable {
	cuts.N = max(cuts.N, 1)
	t := &TruthTable{Data: d, Cuts: cuts, Combos: 1}
	for _, c := range d.Conditions {
		t.Combos *= float64(c.Levels)
	}
	at := map[string]int{}
	for i, x := range d.X {
		values, ok := corner(d.Conditions, x)
		if !ok {
			t.NoRow = append(t.NoRow, i)
			continue
		}
		key := packed(values)
		r, seen := at[key]
		if !seen {
			r = len(t.Rows)
			at[key] = r
			t.Rows = append(t.Rows, Row{Number: RowNumber(d.Conditions, values), Values: values})
		}
		t.Rows[r].Cases = append(t.Rows[r].Cases, i)
		if !In(d.Y[i]) {
			t.Rows[r].Against = append(t.Rows[r].Against, i)
		}
	}
	slices.SortFunc(t.Rows, func(a, b Row) int { return a.Number - b.Number })
	for i := range t.Rows {
		r := &t.Rows[i]
		r.Sufficiency = Sufficient(Term(r.Values).Membership(d), d.Y)
		r.Out = cuts.out(r)
	}
	return t
}

func (c Cuts) out(r *Row) Out {
	switch {
	case len(r.Cases) < c.N:
		return Remainder
	case r.Incl >= c.Incl-tolerance:
		// NaN: nothing in the row is in only one of outcome and negation
		if c.PRI > 0 && !(r.PRI >= c.PRI-tolerance) {
			return Negative
		}
		return Positive
	case c.InclUnder > 0 && r.Incl >= c.InclUnder-tolerance:
		return Contradictory
	}
	return Negative
}

// corner returns the combination that a case is more in than out, false if it is at .5.
func corner(conditions []Condition, x []float64) ([]int, bool) {
	values := make([]int, len(x))
	for j, c := range conditions {
		switch {
		case c.Levels > 2:
			values[j] = int(x[j])
		case Ambiguous(x[j]):
			return nil, false
		case In(x[j]):
			values[j] = 1
		}
	}
	return values, true
}

// RowNumber returns the number of a combination, from 1, the last condition changing fastest.
func RowNumber(conditions []Condition, values []int) int {
	n := 0
	for j, c := range conditions {
		n = n*c.Levels + values[j]
	}
	return n + 1
}

// RowValues returns the combination with a number.
func RowValues(conditions []Condition, number int) []int {
	values := make([]int, len(conditions))
	n := number - 1
	for j := len(conditions) - 1; j >= 0; j-- {
		values[j] = n % conditions[j].Levels
		n /= conditions[j].Levels
	}
	return values
}

// Gap returns the largest gap between the consistencies of rows with enough cases, as its two ends, among the values of
// .5 and more: where a cut-off is least arbitrary. Both are NaN with fewer than two such rows.
func (t *TruthTable) Gap() (under, over float64) {
	var incl []float64
	for _, r := range t.Rows {
		if r.Out != Remainder && r.Incl >= .5 {
			incl = append(incl, r.Incl)
		}
	}
	under, over = math.NaN(), math.NaN()
	slices.Sort(incl)
	for i := 1; i < len(incl); i++ {
		if math.IsNaN(under) || incl[i]-incl[i-1] > over-under+tolerance {
			under, over = incl[i-1], incl[i]
		}
	}
	return under, over
}

func packed(values []int) string {
	b := make([]byte, len(values))
	for i, v := range values {
		b[i] = byte(v + 1)
	}
	return string(b)
}
