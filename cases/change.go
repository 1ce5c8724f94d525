package cases

import (
	"slices"
	"strings"

	"crosscase/coding"
	"crosscase/corpus"
	"crosscase/corpus/catalogue"
	"crosscase/corpus/plainfile"
)

// CodingChange says what is to be different about a coding; what is nil stays.
type CodingChange struct {
	Code, Says, Value, Basis, When, Note *string
	At                                   *corpus.Span
}

// ChangeCoding changes a person's coding: its code, its limits, or what is said of it. It
// keeps its id. Unknown codes, values and places are errors, and so is a change that would make
// it the same as another coding of that coder.
func (s *Study) ChangeCoding(dir plainfile.Dir, id string, ch CodingChange) (coding.Coding, error) {
	c, ok := s.Coding(id)
	if !ok {
		return c, s.unknownCoding(id)
	}
	if coding.Machine(c.Coder) {
		return c, catalogue.Errorf("%s is a proposal of %s, which would put it back\nhint: crosscase coding add codes the passage in your name", id, c.Coder)
	}
	t, err := s.Text(c.Document)
	if err != nil {
		return c, err
	}
	if ch.At != nil {
		if ch.At.Start < 0 || ch.At.Len() <= 0 || ch.At.End > t.Text.Len() {
			return c, catalogue.Errorf("%s has %d characters; there is no %s", c.Document, t.Text.Len(), ch.At)
		}
		c.Span, c.Quote, c.Was = *ch.At, t.Text.Slice(*ch.At), ""
	}
	if ch.Code != nil {
		c.Code = *ch.Code
	}
	code := s.Codebook.Code(c.Code)
	if code == nil {
		return c, s.UnknownCode(c.Code)
	}
	c.Code = code.Key
	if ch.Says != nil {
		if c.Says, err = coding.ParseSays(*ch.Says); err != nil {
			return c, err
		}
	}
	if ch.Basis != nil {
		if c.Basis, err = coding.ParseBasis(*ch.Basis); err != nil {
			return c, err
		}
	}
	if ch.Value != nil {
		c.Value = *ch.Value
	}
	if c.Value != "" && len(code.Values) > 0 && !contains(code.Values, c.Value) {
		if ch.Value == nil {
			c.Value = "" // it was one of the other code's
		} else {
			return c, catalogue.Errorf("%q is not a value of code %q\nhint: known: %s", c.Value, code.Key, strings.Join(code.Values, ", "))
		}
	}
	if ch.When != nil {
		if err := coding.CheckWhen(*ch.When); err != nil {
			return c, err
		}
		c.When = *ch.When
	}
	if ch.Note != nil {
		c.Note = *ch.Note
	}
	l := s.Layer(c.Coder, c.Document)
	for _, o := range l.Codings {
		if o.ID != id && o.Code == c.Code && o.Passage == c.Passage {
			return c, catalogue.Errorf("%s is coded with %q already (%s)\nhint: crosscase coding remove %s takes one of the two out", c.Passage, c.Code, o.ID, id)
		}
	}
	for i := range l.Codings {
		if l.Codings[i].ID == id {
			l.Codings[i] = c
		}
	}
	return c, s.saveAndRefresh(dir, l)
}

// RemoveReading takes back that a person has read a document.
func (s *Study) RemoveReading(dir plainfile.Dir, key, coder string) error {
	if s.Document(key) == nil {
		return s.UnknownDocument(key)
	}
	l := s.Layer(coder, key)
	l.Reads = nil
	return s.SaveLayer(dir, l)
}

// MarkQuestion writes a person's own word on whether a question was asked in an interview, in
// the place of an earlier one; how is "" to go back to what the matcher found. One that was asked keeps the places at which
// the person or the matcher has it.
func (s *Study) MarkQuestion(l *coding.Layer, question, how, on string) error {
	if _, ok := s.Guide.Question(question); !ok {
		return catalogue.Errorf("question %q is not in the guide\nhint: %s", question, plainfile.DidYouMean(question, s.Guide.Keys(), "crosscase guide show lists the questions"))
	}
	kept := make([]coding.Asked, 0, len(l.Asked)+1)
	for _, a := range l.Asked {
		if a.Question != question {
			kept = append(kept, a)
		}
	}
	known := s.AskedAt(l, question)
	switch {
	case how == coding.WasAsked && len(known) > 0:
		for _, a := range known {
			a.On = on
			kept = append(kept, a)
		}
	case how != "":
		kept = append(kept, coding.Asked{Question: question, How: how, On: on})
	}
	l.Asked = kept
	return nil
}

// NotAskedThere writes a person's own word that a question was asked in an interview at the places at which the person or the matcher
// has it but for one; where that is the only one, that it was not asked.
func (s *Study) NotAskedThere(l *coding.Layer, question string, there corpus.Span, on string) error {
	known := s.AskedAt(l, question)
	var places []string
	var kept []coding.Asked
	for _, a := range known {
		places = append(places, corpus.Passage{Document: l.Document, Span: a.Anchor.Span}.String())
		if !a.Anchor.Overlaps(there) {
			kept = append(kept, a)
		}
	}
	switch {
	case len(known) == 0 || len(kept) == 0:
		if err := s.MarkQuestion(l, question, coding.NotAsked, on); err != nil || len(known) > 0 {
			return err
		}
		return catalogue.Errorf("question %q was not found anywhere in %s\nhint: --not-asked %s says that it was not asked", question, l.Document, question)
	case len(kept) == len(known):
		return catalogue.Errorf("question %q was not found at %s, but at %s\nhint: crosscase guide coverage --why prints the places", question, corpus.Passage{Document: l.Document, Span: there}, strings.Join(places, ", "))
	}
	l.Asked = slices.DeleteFunc(l.Asked, func(a coding.Asked) bool { return a.Question == question })
	for _, a := range kept {
		a.On = on
		l.Asked = append(l.Asked, a)
	}
	return nil
}

// AskedThere writes a person's own word that a question was asked in an interview at a place, in the place of all at which it was said to be.
func (s *Study) AskedThere(l *coding.Layer, question string, there corpus.Span, on string) error {
	p, err := s.passage(NewCoding{Locator: corpus.Passage{Document: l.Document, Span: there}.String()})
	if err != nil {
		return err
	}
	t, err := s.Text(l.Document)
	if err != nil {
		return err
	}
	if err := s.MarkQuestion(l, question, "", on); err != nil {
		return err
	}
	l.Asked = append(l.Asked, coding.Asked{Question: question, How: coding.WasAsked, Anchor: corpus.NewAnchor(t.Text, p.Span), On: on})
	return nil
}

// AskedAt returns the places at which a question was asked in an interview, as a person's layer has them or, where it has none, as the
// guide matcher found them.
func (s *Study) AskedAt(l *coding.Layer, question string) []coding.Asked {
	for _, layer := range []*coding.Layer{l, s.Layer(coding.GuideCoder, l.Document)} {
		var out []coding.Asked
		for _, a := range layer.Asked {
			if a.Question == question && a.How == coding.WasAsked && a.Anchor.Len() > 0 {
				out = append(out, a)
			}
		}
		if len(out) > 0 {
			return out
		}
	}
	return nil
}
