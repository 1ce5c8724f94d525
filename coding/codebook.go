package coding

import (
	"slices"
	"strings"

	"crosscase/corpus"
	"crosscase/corpus/catalogue"
	"crosscase/corpus/plainfile"
	"crosscase/corpus/query"
)

// CodebookFile is where the code book lies in a study.
const CodebookFile = "codebook.yaml"

// The kinds of code that have ready-made tables. A researcher may use others.
const (
	Adaptation    = "adaptation"
	Challenge     = "challenge"
	SuccessFactor = "success-factor"
	Effect        = "effect"
	Context       = "context"
	Structural    = "structural" // a code that marks the answer to a question
)

// Codebook is the tree of codes in the researcher's order.
type Codebook struct {
	Format int    `yaml:"format"`
	Codes  []Code `yaml:"codes"`
	Digest string `yaml:"-"` // sha256:… of the file

	byKey map[string]*Code // keys and earlier keys
	order []*Code
}

// Code is one code. Its key is its identity.
type Code struct {
	Key        string   `yaml:"key"`
	Label      string   `yaml:"label,omitempty"`
	Kind       string   `yaml:"kind,omitempty"` // without one, that of the code above it, unless that is structural
	Definition string   `yaml:"definition,omitempty"`
	Include    string   `yaml:"include,omitempty"` // when to use it
	Exclude    string   `yaml:"exclude,omitempty"` // when not to use it
	Example    string   `yaml:"example,omitempty"`
	Questions  []string `yaml:"questions,omitempty"` // of the guide, by their keys
	Origin     string   `yaml:"origin,omitempty"`    // guide, literature, emergent
	Sources    []string `yaml:"sources,omitempty"`   // kinds of document that count for it beside interviews
	Values     []string `yaml:"values,omitempty"`    // what a coding may say of it beyond for and against
	Find       string   `yaml:"find,omitempty"`      // rules, one query a line
	Unit       string   `yaml:"unit,omitempty"`      // what a rule codes: sentence (default), paragraph, turn
	Speakers   string   `yaml:"speakers,omitempty"`  // whose words rules look at: informants (default), interviewers, all
	Was        []string `yaml:"was,omitempty"`       // earlier keys
	Defined    string   `yaml:"defined,omitempty"`   // date on which the definition was changed last
	Colour     string   `yaml:"colour,omitempty"`
	Children   []Code   `yaml:"children,omitempty"`

	Line   int            `yaml:"-" place:"line"`
	Lines  map[string]int `yaml:"-" place:"lines"`
	Parent *Code          `yaml:"-"`
	Depth  int            `yaml:"-"` // 0 at the top
	parsed []rule         // of Find
}

// Title returns the label, or the key where there is none.
func (c *Code) Title() string {
	if c.Label != "" {
		return c.Label
	}
	return c.Key
}

// Path returns the labels from the top of the tree to the code.
func (c *Code) Path() string {
	if c.Parent == nil {
		return c.Title()
	}
	return c.Parent.Path() + " > " + c.Title()
}

// ReadCodebook reads codebook.yaml. Codes without a key, keys that stand twice
// and rules that cannot be read are problems; the others are kept.
func ReadCodebook(data []byte, problems *plainfile.Problems) *Codebook {
	b := &Codebook{}
	plainfile.Unmarshal(CodebookFile, data, b, problems)
	b.Digest = corpus.Digest(data)
	CheckFormat(CodebookFile, b.Format, problems)
	b.index(problems)
	return b
}

// NewCodebook returns a code book of the given codes.
func NewCodebook(codes []Code) *Codebook {
	b := &Codebook{Format: 1, Codes: codes}
	var none plainfile.Problems
	b.index(&none)
	return b
}

// index walks the tree, drops what has no usable key and remembers the rest.
func (b *Codebook) index(problems *plainfile.Problems) {
	b.byKey = map[string]*Code{}
	b.order = nil
	b.Codes = b.indexList(b.Codes, nil, 0, problems)
	b.link(b.Codes, nil)
	for _, c := range b.order {
		for _, was := range c.Was {
			if other := b.byKey[was]; other != nil {
				problems.Add(CodebookFile, c.Lines["was"], "code %q was %q, but that is code %q\nhint: a key can belong to one code only", c.Key, was, other.Key)
				continue
			}
			b.byKey[was] = c
		}
	}
}

func (b *Codebook) indexList(codes []Code, parent *Code, depth int, problems *plainfile.Problems) []Code {
	kept := make([]Code, 0, len(codes))
	seen := func(key string) (*Code, bool) { c, ok := b.byKey[key]; return c, ok }
	for i := range codes {
		c := codes[i]
		first, twice := seen(c.Key)
		switch {
		case c.Key == "":
			problems.Add(CodebookFile, c.Line, "a code has no key\nhint: add key: a-short-name")
			continue
		case strings.ContainsAny(c.Key, " \t/\\:\"") || c.Key != strings.ToLower(c.Key):
			problems.Add(CodebookFile, c.Line, "code key %q holds blanks, capitals or marks\nhint: write it as %s and put the words under label:", c.Key, corpus.Slug(c.Key))
		case twice:
			problems.Add(CodebookFile, c.Line, "code %q stands twice\nhint: the first stands in line %d; give one another key", c.Key, first.Line)
			continue
		}
		c.Depth = depth
		c.parsed = parseRules(c.Find)
		c.Kind = catalogue.CodeKind(c.Kind)
		if c.Kind == "" && parent != nil && parent.Kind != Structural {
			c.Kind = parent.Kind // a subcode is of the kind of the code above it, unless it says another
		}
		c.Sources = slices.Clone(c.Sources)
		for i, kind := range c.Sources {
			c.Sources[i] = catalogue.DocumentKind(kind)
		}
		b.byKey[c.Key] = &c
		c.Children = b.indexList(c.Children, &c, depth+1, problems)
		c.check(problems)
		kept = append(kept, c)
	}
	return kept
}

// link sets parents and order once the slices no longer move.
func (b *Codebook) link(codes []Code, parent *Code) {
	for i := range codes {
		c := &codes[i]
		c.Parent = parent
		b.byKey[c.Key] = c
		b.order = append(b.order, c)
		b.link(c.Children, c)
	}
}

func (c *Code) check(problems *plainfile.Problems) {
	if _, err := corpus.ParseUnit(c.Unit); err != nil {
		problems.Add(CodebookFile, c.Lines["unit"], "code %q: %s", c.Key, err)
	}
	switch c.Speakers {
	case "", "informants", "interviewers", "all":
	default:
		problems.Add(CodebookFile, c.Lines["speakers"], "code %q: speakers %q is not known\nhint: write informants, interviewers or all", c.Key, c.Speakers)
	}
	for _, r := range c.rules() {
		if r.err != nil {
			problems.Add(CodebookFile, c.Lines["find"], "code %q, rule %d: %s", c.Key, r.number, r.err)
		}
	}
}

// BrokenRule tells whether a code has a rule that cannot be read.
func (c *Code) BrokenRule() bool {
	return slices.ContainsFunc(c.rules(), func(r rule) bool { return r.err != nil })
}

// All returns every code in the order of the tree, parents before children.
func (b *Codebook) All() []*Code { return b.order }

// Code returns the code with a key or an earlier key, nil if there is none.
func (b *Codebook) Code(key string) *Code {
	if b == nil {
		return nil
	}
	return b.byKey[key]
}

// IsNow tells whether one key is an earlier one of the code that has the other.
func (b *Codebook) IsNow(earlier, key string) bool {
	c := b.Code(earlier)
	return c != nil && c.Key == key && earlier != key
}

// Keys returns all keys in the order of the tree.
func (b *Codebook) Keys() []string {
	out := make([]string, len(b.order))
	for i, c := range b.order {
		out[i] = c.Key
	}
	return out
}

// Under returns a code and all below it, in the order of the tree.
func (b *Codebook) Under(key string) []*Code {
	top := b.Code(key)
	if top == nil {
		return nil
	}
	out := []*Code{top}
	for i := range top.Children {
		out = append(out, b.Under(top.Children[i].Key)...)
	}
	return out
}

// OfKind returns the codes of a kind in the order of the tree.
func (b *Codebook) OfKind(kind string) []*Code {
	var out []*Code
	kind = catalogue.CodeKind(kind)
	for _, c := range b.order {
		if c.Kind == kind {
			out = append(out, c)
		}
	}
	return out
}

// rule is one line of a code's find block.
type rule struct {
	number int
	says   Says
	query  *query.Query
	err    error
}

// parseRules parses the find block: one query a line; a line that begins with
// "for:", "against:" or "qualified:" proposes that, whatever is denied nearby; "#"
// begins a comment.
func parseRules(find string) []rule {
	var out []rule
	for _, line := range strings.Split(find, "\n") {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		r := rule{number: len(out) + 1}
		for _, says := range []Says{For, Against, Qualified} {
			if rest, ok := strings.CutPrefix(line, string(says)+":"); ok {
				r.says, line = says, strings.TrimSpace(rest)
			}
		}
		r.query, r.err = query.Parse(line)
		out = append(out, r)
	}
	return out
}

// rules returns the parsed rules of a code.
func (c *Code) rules() []rule { return c.parsed }
