package qca

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
)

// Any stands in a Term for a condition that it does not name.
const Any = -1

// Term is a conjunction: for each condition the value that it must have, or Any.
type Term []int

// Model is a disjunction of terms.
type Model []Term

// literal returns the condition with a value as it is written: "DEV" and "~DEV" for two-valued
// ones, "DEV{2}" for multi-value ones.
func (c Condition) literal(value int) string {
	switch {
	case c.Levels > 2:
		return c.Name + "{" + strconv.Itoa(value) + "}"
	case value == 0:
		return "~" + c.Name
	}
	return c.Name
}

// Write returns the term as it is written, "DEV*~URB*LIT"; "1" for one that names nothing.
func (t Term) Write(conditions []Condition) string {
	var parts []string
	for j, v := range t {
		if v != Any {
			parts = append(parts, conditions[j].literal(v))
		}
	}
	if len(parts) == 0 {
		return "1"
	}
	return strings.Join(parts, "*")
}

// Write returns the model as it is written, "DEV*LIT + ~URB".
func (m Model) Write(conditions []Condition) string {
	parts := make([]string, len(m))
	for i, t := range m {
		parts[i] = t.Write(conditions)
	}
	return strings.Join(parts, " + ")
}

// Literals returns how many conditions the term names.
func (t Term) Literals() int {
	n := 0
	for _, v := range t {
		if v != Any {
			n++
		}
	}
	return n
}

// Covers tells whether a combination of values, one for each condition, belongs to the term; for
// another term, whether all that belongs to that one does.
func (t Term) Covers(values []int) bool {
	for j, v := range t {
		if v != Any && v != values[j] {
			return false
		}
	}
	return true
}

// Membership returns each case's membership in the term: the smallest of its memberships in the
// conditions that the term names, 1 if it names none. Membership in the absence of a two-valued condition
// is 1 - x; in a value of a multi-value condition it is 1 or 0.
func (t Term) Membership(d *Data) []float64 {
	out := make([]float64, len(d.X))
	for i, row := range d.X {
		m := 1.0
		for j, v := range t {
			if v != Any {
				m = math.Min(m, d.Conditions[j].membership(row[j], v))
			}
		}
		out[i] = m
	}
	return out
}

func (c Condition) membership(x float64, value int) float64 {
	switch {
	case c.Levels > 2:
		if int(x) == value {
			return 1
		}
		return 0
	case value == 0:
		return 1 - x
	}
	return x
}

// Membership returns each case's membership in the model: the largest of those in its terms.
func (m Model) Membership(d *Data) []float64 {
	out := make([]float64, len(d.X))
	for _, t := range m {
		for i, x := range t.Membership(d) {
			out[i] = math.Max(out[i], x)
		}
	}
	return out
}

// compareTerms orders terms as they are printed: by the first condition in which they differ, a
// named one before one that is not, present before absent, high before low.
func compareTerms(a, b Term) int {
	for j := range a {
		if a[j] != b[j] {
			return b[j] - a[j]
		}
	}
	return 0
}

func compareModels(a, b Model) int {
	if len(a) != len(b) {
		return len(a) - len(b)
	}
	return slices.CompareFunc(a, b, compareTerms)
}

// ParseTerm reads a term as Write writes it: conditions joined by *, each as NAME, ~NAME or
// NAME{VALUE}. A name that is no condition is an error.
func ParseTerm(s string, conditions []Condition) (Term, error) {
	t := make(Term, len(conditions))
	for j := range t {
		t[j] = Any
	}
	for _, part := range strings.Split(s, "*") {
		j, values, err := ParseLiteral(part, conditions)
		if err != nil {
			return nil, err
		}
		if len(values) != 1 || t[j] != Any {
			return nil, fmt.Errorf("%q names %s more than once\nhint: a term has each condition once, as NAME, ~NAME or NAME{1}", s, conditions[j].Name)
		}
		t[j] = values[0]
	}
	return t, nil
}

// ParseLiteral reads one condition with its value: NAME (present), ~NAME (absent),
// NAME{VALUE} or, where several values are meant, NAME{1;2}.
func ParseLiteral(s string, conditions []Condition) (condition int, values []int, err error) {
	s = strings.TrimSpace(s)
	name, absent := strings.CutPrefix(s, "~")
	name, braces, valued := strings.Cut(name, "{")
	name = strings.TrimSpace(name)
	j := slices.IndexFunc(conditions, func(c Condition) bool { return c.Name == name })
	if j < 0 {
		known := make([]string, len(conditions))
		for i, c := range conditions {
			known[i] = c.Name
		}
		return 0, nil, fmt.Errorf("%q is not a condition\nhint: conditions are %s", name, strings.Join(known, ", "))
	}
	c := conditions[j]
	switch {
	case c.Levels > 2 && !valued || valued && absent:
		return 0, nil, fmt.Errorf("%q does not say which value of %s\nhint: write %s{1}", s, c.Name, c.Name)
	case !valued && absent:
		return j, []int{0}, nil
	case !valued:
		return j, []int{1}, nil
	}
	for _, v := range strings.Split(strings.TrimSuffix(braces, "}"), ";") {
		n, err := strconv.Atoi(strings.TrimSpace(v))
		if err != nil || n < 0 || n >= c.Levels {
			return 0, nil, fmt.Errorf("%s has no value %q\nhint: it has 0 to %d", c.Name, v, c.Levels-1)
		}
		values = append(values, n)
	}
	return j, values, nil
}
