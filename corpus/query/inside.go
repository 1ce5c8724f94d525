package query

import (
	"strings"

	"crosscase/corpus"
)

// inside holds where its operand holds within one smaller unit.
func (m *Matcher) inside(n inside, x *Stretch) (bool, []corpus.Span) {
	held := false
	var places []corpus.Span
	for _, part := range x.smaller(n.unit) {
		if ok, found := m.eval(n.of, part); ok {
			held, places = true, append(places, found...)
		}
	}
	return held, places
}

// smaller returns the units of a kind within a stretch. A turn is the largest
// stretch a query is asked of, so TURN( ) changes nothing.
func (x *Stretch) smaller(unit corpus.UnitKind) []*Stretch {
	if unit == corpus.TurnUnit {
		return []*Stretch{x}
	}
	if known, ok := x.parts[unit]; ok {
		return known
	}
	var out []*Stretch
	start := 0
	for _, part := range strings.SplitAfter(x.s, "\n\n") {
		if strings.TrimSpace(part) != "" {
			spans := []corpus.Span{x.span(start, start+len(part))}
			if unit == corpus.Sentence {
				spans = corpus.Sentences(x.text, spans[0])
			}
			for _, span := range spans {
				out = append(out, NewStretch(x.text, corpus.Passage{Document: x.at.Document, Span: span}))
			}
		}
		start += len(part)
	}
	if x.parts == nil {
		x.parts = map[corpus.UnitKind][]*Stretch{}
	}
	x.parts[unit] = out
	return out
}
