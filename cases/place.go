package cases

import (
	"crosscase/coding"
	"crosscase/corpus"
	"crosscase/corpus/catalogue"
	"crosscase/corpus/plainfile"
)

// unplaced returns a person's coding that has no place in the text, and the layer it lies in.
func (s *Study) unplaced(id string) (coding.Coding, *coding.Layer, bool) {
	for _, l := range s.Layers() {
		if coding.Machine(l.Coder) {
			continue
		}
		for _, c := range l.Unplaced {
			if c.ID == id {
				return c, l, true
			}
		}
	}
	return coding.Coding{}, nil, false
}

// PlaceCoding gives a person's coding another place in its document: one that is unclear or
// lost since the text was corrected, or one whose limits a person moves. The words it stood on
// are forgotten, for a person has decided.
func (s *Study) PlaceCoding(dir plainfile.Dir, id, locator string) (coding.Coding, error) {
	p, err := corpus.ParsePassage(locator)
	if err != nil {
		return coding.Coding{}, err
	}
	c, l, unplaced := s.unplaced(id)
	if !unplaced {
		var ok bool
		if c, ok = s.Coding(id); !ok {
			return c, s.unknownCoding(id)
		}
		if coding.Machine(c.Coder) {
			return c, catalogue.Errorf("%s is a proposal of %s, which would put it back\nhint: crosscase coding add codes the passage in your name", id, c.Coder)
		}
		l = s.Layer(c.Coder, c.Document)
	}
	if p.Document != c.Document {
		return c, catalogue.Errorf("%s is a coding of %s, not of %s", id, c.Document, p.Document)
	}
	t, err := s.Text(c.Document)
	if err != nil {
		return c, err
	}
	if p.End > t.Text.Len() {
		return c, catalogue.Errorf("%s has %d characters; there is no %s", p.Document, t.Text.Len(), p.Span)
	}
	if unplaced {
		l.Unplace(id)
		l.Codings = append(l.Codings, c)
	}
	for i := range l.Codings {
		if o := &l.Codings[i]; o.ID == id {
			o.Span, o.Quote, o.Was, o.Fate = p.Span, t.Text.Slice(p.Span), "", corpus.Same
			c = *o
		}
	}
	return c, s.saveAndRefresh(dir, l)
}

// ConfirmCoding records that a person has looked at a coding whose words changed when the
// text was corrected, and that it stands. Its earlier words are forgotten.
func (s *Study) ConfirmCoding(dir plainfile.Dir, id string) (coding.Coding, error) {
	c, ok := s.Coding(id)
	if !ok {
		if c, _, found := s.unplaced(id); found {
			return c, catalogue.Errorf("%s is %s; it has no place that could be confirmed\nhint: crosscase coding place %s %s:START-END, or crosscase coding remove %s", id, c.Fate, id, c.Document, id)
		}
		return c, s.unknownCoding(id)
	}
	l := s.Layer(c.Coder, c.Document)
	for i := range l.Codings {
		if l.Codings[i].ID == id {
			l.Codings[i].Was = ""
		}
	}
	return c, s.saveAndRefresh(dir, l)
}
