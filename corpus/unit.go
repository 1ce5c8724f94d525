package corpus

import "crosscase/corpus/catalogue"

// UnitKind is the stretch of text within which a query has to hold and which a
// rule codes.
type UnitKind string

// The units. A paragraph is a block; where nobody speaks, a turn is a paragraph.
const (
	Sentence      UnitKind = "sentence"
	ParagraphUnit UnitKind = "paragraph"
	TurnUnit      UnitKind = "turn"
)

// ParseUnit reads "sentence", "paragraph" or "turn"; "" is a sentence.
func ParseUnit(s string) (UnitKind, error) {
	switch u := UnitKind(s); u {
	case "":
		return Sentence, nil
	case Sentence, ParagraphUnit, TurnUnit:
		return u, nil
	}
	return "", catalogue.Errorf("unit %q is not known; write sentence, paragraph or turn", s)
}

// Unit is one stretch of a document.
type Unit struct {
	Span
	Turn int // index into Structure.Turns, -1 outside a turn
}

// Units returns the units of a kind in text order. Headings are units of their
// own, so that what stands in them can be found.
func (s *Structure) Units(t *Text, kind UnitKind) []Unit {
	var out []Unit
	last := -1
	for _, b := range s.Blocks {
		switch {
		case kind == Sentence && b.Kind == Paragraph:
			for _, span := range Sentences(t, b.Span) {
				out = append(out, Unit{span, b.Turn})
			}
		case kind == TurnUnit && b.Turn >= 0:
			if b.Turn != last {
				out = append(out, Unit{s.Turns[b.Turn].Span, b.Turn})
			}
			last = b.Turn
		default:
			out = append(out, Unit{b.Span, b.Turn})
		}
	}
	return out
}
