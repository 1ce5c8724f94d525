package cases

import (
	"regexp"
	"strconv"

	"crosscase/corpus/catalogue"
)

// Quantifier says of how many of some cases a claim holds. The zero Quantifier says nothing.
type Quantifier struct {
	Kind string // one of the kinds below, "" if nothing is said
	N    int    // of exactly, at least and at most
	Of   int    // of how many, 0 if the claim does not say
}

// The kinds of quantifier.
const (
	All     = "all"
	None    = "none"
	Most    = "most"    // more than half
	Some    = "some"    // at least one
	NotAll  = "not all" // at least one less than all
	Exactly = "exactly"
	AtLeast = "at least"
	AtMost  = "at most"
)

var countWords = regexp.MustCompile(`^(?:(at least|at most) )?(\d+)(?: of (\d+))?$`)

// ParseQuantifier reads "all", "none", "most", "some", "not all", "3 of 4", "3", "at least 2" or
// "at most 1 of 4", or the Norwegian words for them; "" is the zero Quantifier.
func ParseQuantifier(s string) (Quantifier, error) {
	read := catalogue.Quantifier(s)
	switch read {
	case "", All, None, Most, Some, NotAll:
		return Quantifier{Kind: read}, nil
	}
	m := countWords.FindStringSubmatch(read)
	if m == nil {
		return Quantifier{}, catalogue.Errorf("quantifier %q is not known", s)
	}
	q := Quantifier{Kind: m[1]}
	if q.Kind == "" {
		q.Kind = Exactly
	}
	q.N, _ = strconv.Atoi(m[2])
	q.Of, _ = strconv.Atoi(m[3])
	return q, nil
}

// String returns the quantifier as ParseQuantifier reads it.
func (q Quantifier) String() string {
	s := q.Kind
	switch q.Kind {
	case Exactly:
		s = strconv.Itoa(q.N)
	case AtLeast, AtMost:
		s += " " + strconv.Itoa(q.N)
	default:
		return s
	}
	if q.Of > 0 {
		s += " of " + strconv.Itoa(q.Of)
	}
	return s
}
