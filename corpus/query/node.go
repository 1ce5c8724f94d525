package query

import (
	"regexp"

	"crosscase/corpus"
)

// node is one part of a parsed query.
type node interface{}

type wordKind int

const (
	stemmed wordKind = iota
	exact
	pattern // with * or ?
	fuzzy
)

// word is one word looked for. A phrase is several in a row.
type word struct {
	kind   wordKind
	text   string // lower case
	slips  int
	column int
}

type (
	phrase struct{ words []word }
	regex  struct{ re *regexp.Regexp }
	field  struct {
		name, value string
		column      int
	}
	all struct{ of []node }
	any struct{ of []node }
	not struct{ of node }
	// near holds where a and b stand at most n words apart.
	near struct {
		a, b    node
		n       int
		ordered bool
	}
	// inside holds where its operand holds within one smaller unit.
	inside struct {
		unit corpus.UnitKind
		of   node
	}
	// relation holds for the places of a that lie to those of b as it says.
	relation struct {
		name string
		a, b node
	}
)

// Field is a name:value pair of a query.
type Field struct {
	Name, Value string
	Column      int // character at which it stands in the query, from 1
}

// Fields returns the fields of the query in the order they stand, so that who
// resolves them can refuse a value that does not exist.
func (q *Query) Fields() []Field {
	var out []Field
	walk(q.root, func(n node) {
		if f, ok := n.(field); ok {
			out = append(out, Field{f.name, f.value, f.column})
		}
	})
	return out
}

func walk(n node, visit func(node)) {
	visit(n)
	switch n := n.(type) {
	case all:
		for _, c := range n.of {
			walk(c, visit)
		}
	case any:
		for _, c := range n.of {
			walk(c, visit)
		}
	case not:
		walk(n.of, visit)
	case near:
		walk(n.a, visit)
		walk(n.b, visit)
	case inside:
		walk(n.of, visit)
	case relation:
		walk(n.a, visit)
		walk(n.b, visit)
	}
}
