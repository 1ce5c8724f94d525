package query

import (
	"cmp"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"crosscase/corpus"
	"crosscase/corpus/words"
)

// Resolver answers the fields of a query. Holds tells whether a field holds at a
// passage, and where exactly, if it holds at places and not of the whole.
type Resolver interface {
	Holds(f Field, at corpus.Passage) (bool, []corpus.Span)
}

// Matcher is a query in one language. It must not be used by two goroutines at once.
type Matcher struct {
	query    *Query
	seeker   seeker
	resolver Resolver
	sought   map[string]*sought // by the word of the query
}

// Matcher returns the query in a language, its fields answered by a resolver; nil
// will do for a query without fields.
func (q *Query) Matcher(language string, resolver Resolver) *Matcher {
	m := &Matcher{query: q, seeker: q.seeker(language), resolver: resolver, sought: map[string]*sought{}}
	walk(q.root, func(n node) {
		if p, ok := n.(phrase); ok {
			for _, w := range p.words {
				if w.kind == stemmed {
					m.sought[w.text] = m.seeker.For(w.text)
				}
			}
		}
	})
	return m
}

// Kin returns the words that were taken for their kin in the passages looked at so far, in no
// order: those that a query that is not wide would not have found.
func (m *Matcher) Kin() []string {
	var out []string
	for _, s := range m.sought {
		for word, held := range s.known {
			if held {
				out = append(out, word)
			}
		}
	}
	return out
}

// Stretch is a piece of a text with its words, ready for any number of matchers of
// one language. It must not be used by two goroutines at once.
type Stretch struct {
	at     corpus.Passage
	text   *corpus.Text
	s      string
	base   int // byte offset of s in the text
	tokens []words.Token
	stems  []string
}

// Match tells whether the query holds in a passage, and returns the places that
// make it hold, in text order and without overlaps. A query that holds for other
// reasons than words (NOT, a field of the whole) has no places.
func (m *Matcher) Match(t *corpus.Text, at corpus.Passage) (bool, []corpus.Span) {
	return m.MatchIn(NewStretch(t, at))
}

// MatchIn is Match in a stretch whose words were found already.
func (m *Matcher) MatchIn(x *Stretch) (bool, []corpus.Span) {
	ok, places := m.eval(m.query.root, x)
	if !ok {
		return false, nil
	}
	return true, merge(places)
}

// NewStretch finds the words of a passage.
func NewStretch(t *corpus.Text, at corpus.Passage) *Stretch {
	base := t.Byte(at.Start)
	s := t.String()[base:t.Byte(at.End)]
	x := &Stretch{at: at, text: t, s: s, base: base, tokens: words.Tokens(s)}
	x.stems = make([]string, len(x.tokens))
	return x
}

func (x *Stretch) span(from, to int) corpus.Span {
	return corpus.Span{Start: x.text.Char(x.base + from), End: x.text.Char(x.base + to)}
}

func (m *Matcher) eval(n node, x *Stretch) (bool, []corpus.Span) {
	switch n := n.(type) {
	case phrase:
		places := m.phrase(n, x)
		return len(places) > 0, places
	case regex:
		var places []corpus.Span
		for _, f := range n.re.FindAllStringIndex(x.s, -1) {
			if f[1] > f[0] {
				places = append(places, x.span(f[0], f[1]))
			}
		}
		return len(places) > 0, places
	case field:
		if m.resolver == nil {
			return false, nil
		}
		return m.resolver.Holds(Field{n.name, n.value, n.column}, x.at)
	case not:
		ok, _ := m.eval(n.of, x)
		return !ok, nil
	case all:
		var places []corpus.Span
		for _, c := range n.of {
			ok, found := m.eval(c, x)
			if !ok {
				return false, nil
			}
			places = append(places, found...)
		}
		return true, places
	case any:
		held := false
		var places []corpus.Span
		for _, c := range n.of {
			if ok, found := m.eval(c, x); ok {
				held, places = true, append(places, found...)
			}
		}
		return held, places
	case inside:
		return m.inside(n, x)
	case near:
		return m.near(n, x)
	case relation:
		return m.relation(n, x)
	}
	return false, nil
}

func (m *Matcher) phrase(p phrase, x *Stretch) []corpus.Span {
	var places []corpus.Span
	last := len(x.tokens) - len(p.words)
	for i := 0; i <= last; i++ {
		held := true
		for j := range p.words {
			if !m.word(&p.words[j], x, i+j) {
				held = false
				break
			}
		}
		if held {
			places = append(places, x.span(x.tokens[i].Start, x.tokens[i+len(p.words)-1].End))
		}
	}
	return places
}

func (m *Matcher) word(w *word, x *Stretch, i int) bool {
	fold := x.tokens[i].Fold
	switch w.kind {
	case exact:
		return fold == w.text
	case pattern:
		return wild(w.text, fold)
	case fuzzy:
		return words.Distance(fold, w.text, w.slips) <= w.slips
	}
	if fold == w.text {
		return true
	}
	if x.stems[i] == "" {
		x.stems[i] = m.seeker.analyser.Stem(fold)
	}
	return m.sought[w.text].holds(m.seeker, fold, x.stems[i])
}

// wild tells whether a word fits a pattern in which * stands for any letters and ? for one.
func wild(pattern, word string) bool {
	star, mark := -1, 0 // the last * and how much of the word it has taken
	p, w := 0, 0
	for w < len(word) {
		_, size := utf8.DecodeRuneInString(word[w:])
		switch {
		case p < len(pattern) && pattern[p] == '*':
			star, mark = p, w
			p++
		case p < len(pattern) && pattern[p] == '?':
			p++
			w += size
		case p < len(pattern) && pattern[p] == word[w]:
			p++
			w++
		case star >= 0:
			_, step := utf8.DecodeRuneInString(word[mark:])
			mark += step
			p, w = star+1, mark
		default:
			return false
		}
	}
	for p < len(pattern) && pattern[p] == '*' {
		p++
	}
	return p == len(pattern)
}

func (m *Matcher) inside(n inside, x *Stretch) (bool, []corpus.Span) {
	held := false
	var places []corpus.Span
	for _, span := range m.smaller(n.unit, x) {
		at := corpus.Passage{Document: x.at.Document, Span: span}
		if ok, found := m.eval(n.of, NewStretch(x.text, at)); ok {
			held, places = true, append(places, found...)
		}
	}
	return held, places
}

// smaller returns the units of a kind within a stretch. A turn is the largest
// stretch a query is asked of, so TURN( ) changes nothing.
func (m *Matcher) smaller(unit corpus.UnitKind, x *Stretch) []corpus.Span {
	if unit == corpus.TurnUnit {
		return []corpus.Span{x.at.Span}
	}
	var out []corpus.Span
	start := 0
	for _, part := range strings.SplitAfter(x.s, "\n\n") {
		if strings.TrimSpace(part) != "" {
			block := x.span(start, start+len(part))
			if unit == corpus.Sentence {
				out = append(out, corpus.Sentences(x.text, block)...)
			} else {
				out = append(out, block)
			}
		}
		start += len(part)
	}
	return out
}

// near pairs the places of its operands that are at most n words apart: next to
// each other is 1, as is overlapping.
func (m *Matcher) near(n near, x *Stretch) (bool, []corpus.Span) {
	okA, as := m.eval(n.a, x)
	okB, bs := m.eval(n.b, x)
	if !okA || !okB {
		return false, nil
	}
	first, second := x.placed(as), x.placed(bs)
	var places []corpus.Span
	for _, a := range first {
		for _, b := range second {
			if b.first > a.last+n.n {
				break // and so are all that come after
			}
			if a.Span == b.Span || b.Start < a.Start && (n.ordered || a.first > b.last+n.n) {
				continue
			}
			places = append(places, a.Union(b.Span))
		}
	}
	return len(places) > 0, places
}

// placed is a place with the numbers of its first and last word.
type placed struct {
	corpus.Span
	first, last int
}

// placed returns the places in text order, each once: operands of operands would
// otherwise multiply.
func (x *Stretch) placed(places []corpus.Span) []placed {
	places = slices.Clone(places)
	slices.SortFunc(places, func(a, b corpus.Span) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End)) })
	places = slices.Compact(places)
	starts := make([]int, len(x.tokens)) // first character of each word
	for i, t := range x.tokens {
		starts[i] = x.text.Char(x.base + t.Start)
	}
	word := func(char int) int { return sort.SearchInts(starts, char+1) - 1 }
	out := make([]placed, len(places))
	for i, p := range places {
		out[i] = placed{p, word(p.Start), word(p.End - 1)}
	}
	return out
}

func (m *Matcher) relation(n relation, x *Stretch) (bool, []corpus.Span) {
	okA, as := m.eval(n.a, x)
	if !okA {
		return false, nil
	}
	_, bs := m.eval(n.b, x)
	var places []corpus.Span
	for _, a := range as {
		touched, within := false, false
		for _, b := range bs {
			touched = touched || a.Overlaps(b)
			within = within || b.Contains(a)
		}
		if n.name == "WITHIN" && within || n.name == "OVERLAPS" && touched || n.name == "WITHOUT" && !touched {
			places = append(places, a)
		}
	}
	return len(places) > 0, places
}

// merge sorts places and joins those that overlap.
func merge(places []corpus.Span) []corpus.Span {
	sort.Slice(places, func(i, j int) bool {
		if places[i].Start != places[j].Start {
			return places[i].Start < places[j].Start
		}
		return places[i].End > places[j].End
	})
	var out []corpus.Span
	for _, p := range places {
		if n := len(out); n > 0 && p.Start < out[n-1].End {
			out[n-1].End = max(out[n-1].End, p.End)
			continue
		}
		out = append(out, p)
	}
	return out
}
