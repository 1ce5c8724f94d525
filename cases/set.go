package cases

import (
	"strings"

	"crosscase/corpus"
	"crosscase/corpus/catalogue"
	"crosscase/corpus/plainfile"
)

// ReasonGiven is the reason of a value as it was typed.
type ReasonGiven struct{ Document, Quote, Source, Judgement string }

type reasonRecord struct {
	Document string `yaml:"document,omitempty"`
	Quote    string `yaml:"quote,omitempty"`
	Source   string `yaml:"source,omitempty"`
}

// SetValue gives a case a value of an attribute, with its reason, and changes no other
// line of the case's file. The items of a list are parted by semicolons. A value that the
// attribute does not allow, and a quote that does not stand in the document, are errors.
func (s *Study) SetValue(dir plainfile.Dir, caseKey, attribute, value string, r ReasonGiven) error {
	if c := s.CaseNamed(caseKey); c == nil {
		return s.UnknownCase(caseKey)
	} else {
		caseKey = c.Key
	}
	a, ok := s.Attribute(attribute)
	if !ok {
		var known []string
		for _, a := range s.Attributes {
			known = append(known, a.Key)
		}
		return catalogue.Errorf("%q is not an attribute\nhint: %s", attribute, plainfile.DidYouMean(attribute, known, "name it in %s", AttributesFile))
	}
	if a.From != "" {
		return catalogue.Errorf("%q is read from the interview (%s)\nhint: change it in the interview's file in documents/", attribute, a.From)
	}
	items := []string{value}
	if a.HoldsItems() {
		items = listItems(value)
	}
	for _, i := range items {
		if err := a.Check(i); err != nil {
			return catalogue.Errorf("%s: %w", attribute, err)
		}
	}
	record, err := s.valueRecord(items, r)
	if err != nil {
		return err
	}
	text, err := plainfile.Marshal(record)
	if err != nil {
		return err
	}
	file := CaseFile(caseKey)
	data, err := dir.Read(file)
	if err != nil {
		return err
	}
	if data, err = plainfile.SetField(data, string(text), "values", attribute); err != nil {
		return catalogue.Errorf("%s: %w", file, err)
	}
	return dir.Write(file, data)
}

// HoldsItems tells whether a value of the attribute may have several items.
func (a Attribute) HoldsItems() bool { return a.Kind == List || a.Kind == Ranked }

// listItems returns the items of a list as it is typed.
func listItems(value string) (items []string) {
	for _, i := range strings.Split(value, ";") {
		if i = strings.TrimSpace(i); i != "" {
			items = append(items, i)
		}
	}
	return items
}

// ValueSet is a value that a case has, in words.
type ValueSet struct {
	Text    string   // items with semicolons between them
	Reasons []string // a passage with its quote, a source, a judgement
}

// Is tells whether the value is the one that was typed.
func (v ValueSet) Is(typed string) bool { return v.Text == strings.Join(listItems(typed), "; ") }

// ValueOf returns what a case has for an attribute; nothing if there is no such case or value.
func (s *Study) ValueOf(caseKey, attribute string) ValueSet {
	c := s.CaseNamed(caseKey)
	if c == nil {
		return ValueSet{}
	}
	var out ValueSet
	var texts []string
	for _, item := range c.Values[attribute].Items {
		texts = append(texts, item.Text)
		for _, r := range item.Because {
			switch {
			case r.Document != "":
				out.Reasons = addOnce(out.Reasons, r.Document+" “"+Beginning(r.Anchor.Quote, 60)+"”")
			case r.Source != "":
				out.Reasons = addOnce(out.Reasons, r.Source)
			default:
				out.Reasons = addOnce(out.Reasons, r.Judgement)
			}
		}
	}
	out.Text = strings.Join(texts, "; ")
	return out
}

func (s *Study) valueRecord(items []string, r ReasonGiven) (any, error) {
	var is any = items
	if len(items) == 1 {
		is = items[0]
	}
	var because any
	switch {
	case r.Document != "":
		t, err := s.Text(r.Document)
		if err != nil {
			return nil, s.UnknownDocument(r.Document)
		}
		if _, fate := (corpus.Anchor{Quote: r.Quote}).Locate(t.Text); fate == corpus.Lost || fate == corpus.Unclear {
			return nil, catalogue.Errorf("the quote is %s in %s\nhint: copy more of the words from the text", fate, r.Document)
		}
		because = []reasonRecord{{Document: r.Document, Quote: r.Quote}}
	case r.Source != "":
		because = []reasonRecord{{Source: r.Source}}
	case r.Judgement != "":
		because = []string{r.Judgement}
	default:
		return is, nil
	}
	return struct {
		Is      any `yaml:"is"`
		Because any `yaml:"because"`
	}{is, because}, nil
}
