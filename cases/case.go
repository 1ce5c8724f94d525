package cases

import (
	"path"
	"strings"

	"crosscase/corpus"
	"crosscase/corpus/catalogue"
	"crosscase/corpus/plainfile"
)

// Case is one case: who it is, what belongs to it and what is known of it.
type Case struct {
	Key     string           `yaml:"key"`
	Label   string           `yaml:"label,omitempty"`
	Also    []string         `yaml:"also,omitempty"` // other names of it, as drafts and commands may have them
	Members []Member         `yaml:"members,omitempty"`
	Values  map[string]Value `yaml:"values,omitempty"`
	States  []SetState       `yaml:"states,omitempty"`
	Line    int              `yaml:"-" place:"line"`
	File    string           `yaml:"-"`
}

// Title returns the label, or the key where there is none.
func (c *Case) Title() string {
	if c.Label != "" {
		return c.Label
	}
	return c.Key
}

// Member is a document, or a part of one, that belongs to a case; or a source
// that should be there and is not (Unavailable says why).
type Member struct {
	Document    string      `yaml:"document,omitempty"`
	At          string      `yaml:"at,omitempty"`   // only this part, as START-END
	Kind        string      `yaml:"kind,omitempty"` // of a source that is unavailable
	Unavailable string      `yaml:"unavailable,omitempty"`
	Line        int         `yaml:"-" place:"line"`
	Span        corpus.Span `yaml:"-"`
}

// FromYAML reads a member: the document's key alone, or a group.
func (m *Member) FromYAML(n plainfile.Node) error {
	m.Line = n.Line()
	if s, ok := n.Text(); ok {
		m.Document = s
		return nil
	}
	type plain Member
	n.Into((*plain)(m))
	if m.At != "" {
		var err error
		if m.Span, err = corpus.ParseSpan(m.At); err != nil {
			return err
		}
	}
	if m.Document == "" && m.Unavailable == "" {
		return catalogue.Errorf("a member names a document, or says why a source is unavailable")
	}
	return nil
}

// Holds tells whether a passage belongs to the member.
func (m Member) Holds(p corpus.Passage) bool {
	return m.Document == p.Document && (m.Span.Len() == 0 || m.Span.Contains(p.Span))
}

// SetState is a state that a person gave a cell, with the reason. The derived
// state stays visible beside it.
type SetState struct {
	Code    string `yaml:"code"`
	State   string `yaml:"state"`
	Because string `yaml:"because,omitempty"`
	On      string `yaml:"on,omitempty"`
	Line    int    `yaml:"-" place:"line"`
}

// Value is what a case answers to an attribute.
type Value struct {
	Items      []Item
	Note       string
	Missing    string // why there is no value
	Complete   bool   // of a list: somebody saw the whole list, so what does not stand in it is not there
	Incomplete string // why it is not the whole list
	Line       int
}

// Whole tells whether what does not stand among the items of a list is known not to be there: the
// value says so, or the attribute says it of all its lists and the value does not take it back.
func (v Value) Whole(a Attribute) bool {
	return len(v.Items) > 0 && v.Incomplete == "" && (v.Complete || a.Complete)
}

// Item is one answer with its reasons.
type Item struct {
	Text    string
	Because []Reason
	Line    int
}

// Reason is why an item holds: a passage of a document, a source outside the
// study, or a judgement in words.
type Reason struct {
	Document  string
	Anchor    corpus.Anchor // the passage, once found
	At        string        // the place as it stands in the file; "" if only the quote does
	Source    string
	Judgement string
	Line      int
}

type valueGroup struct {
	Is         []Item   `yaml:"is"`
	Because    []Reason `yaml:"because"`
	Note       string   `yaml:"note"`
	Missing    string   `yaml:"missing"`
	Complete   bool     `yaml:"complete"`
	Incomplete string   `yaml:"incomplete"`
}

// FromYAML reads a value: one answer, a list of answers, or a group with is,
// because, note and missing. A reason of the group holds for every item that has none.
func (v *Value) FromYAML(n plainfile.Node) error {
	v.Line = n.Line()
	if !n.Group() {
		n.Into(&v.Items)
		return nil
	}
	var g valueGroup
	n.Into(&g)
	if len(g.Is) == 0 && g.Missing == "" {
		return catalogue.Errorf("a value says what it is (is:) or why it is missing (missing:)")
	}
	v.Items, v.Note, v.Missing = g.Is, g.Note, g.Missing
	v.Complete, v.Incomplete = g.Complete, g.Incomplete
	for i := range v.Items {
		if len(v.Items[i].Because) == 0 {
			v.Items[i].Because = g.Because
		}
	}
	return nil
}

// FromYAML reads an item: its text alone, or a group with is and because.
func (i *Item) FromYAML(n plainfile.Node) error {
	i.Line = n.Line()
	if s, ok := n.Text(); ok {
		i.Text = s
		return nil
	}
	var g struct {
		Is      string   `yaml:"is"`
		Because []Reason `yaml:"because"`
	}
	n.Into(&g)
	i.Text, i.Because = g.Is, g.Because
	if i.Text == "" {
		return catalogue.Errorf("an item says what it is (is:)")
	}
	return nil
}

// FromYAML reads a reason: words alone are a judgement; a group names a document
// with a quote, or a source.
func (r *Reason) FromYAML(n plainfile.Node) error {
	r.Line = n.Line()
	if s, ok := n.Text(); ok {
		r.Judgement = s
		return nil
	}
	var g struct {
		Document string `yaml:"document"`
		Quote    string `yaml:"quote"`
		At       string `yaml:"at"`
		Source   string `yaml:"source"`
	}
	n.Into(&g)
	r.Document, r.Source = g.Document, g.Source
	r.Anchor.Quote = g.Quote
	if g.At != "" {
		span, err := corpus.ParseSpan(g.At)
		if err != nil {
			return err
		}
		r.Anchor.Span, r.At = span, g.At
	}
	switch {
	case r.Document == "" && r.Source == "":
		return catalogue.Errorf("a reason names a document with a quote, or a source")
	case r.Document != "" && r.Anchor.Quote == "":
		return catalogue.Errorf("a reason from a document gives its words under quote")
	}
	return nil
}

// CaseFile returns where a case lies.
func CaseFile(key string) string { return path.Join("cases", key+".yaml") }

// readCase reads cases/KEY.yaml.
func readCase(file string, data []byte, problems *plainfile.Problems) *Case {
	c := &Case{File: file}
	plainfile.Unmarshal(file, data, c, problems)
	for i := range c.States {
		c.States[i].State = catalogue.State(c.States[i].State)
	}
	key := strings.TrimSuffix(path.Base(file), ".yaml")
	if c.Key == "" {
		c.Key = key
	}
	if c.Key != key {
		problems.Add(file, c.Line, "holds the case %q, but the file is named for %q\nhint: write key: %s, or rename the file", c.Key, key, key)
		c.Key = key
	}
	return c
}

// NewCase returns the file of a new case.
func NewCase(key, label string) []byte {
	s := "key: " + key + "\n"
	if label != "" {
		s += "label: " + quoteYAML(label) + "\n"
	}
	return []byte(s + "members:\n")
}

func quoteYAML(s string) string {
	b, err := plainfile.Marshal(s)
	if err != nil {
		return s
	}
	return strings.TrimRight(string(b), "\n")
}

// AddMembers returns the case file with documents added to its members; the
// file itself if all are members already.
func AddMembers(file string, documents []string, data []byte) ([]byte, error) {
	var ignored plainfile.Problems
	members := map[string]bool{}
	for _, m := range readCase(file, data, &ignored).Members {
		members[m.Document] = true
	}
	var items []string
	for _, d := range documents {
		if !members[d] {
			items = append(items, "document: "+d)
		}
		members[d] = true
	}
	return plainfile.AppendItems(data, items, "members")
}
