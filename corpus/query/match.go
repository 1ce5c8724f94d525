package query

import (
	"maps"
	"slices"
	"sort"
	"sync"
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
	language string
	seeker   seeker
	resolver Resolver
	sought   map[string]*sought // by the word of the query
	last     *sought            // that was asked for last, and its word
	lastText string
	kin      map[string]bool // words that were found for their kin
}

// Matcher returns the query in a language, its fields answered by a resolver; nil
// will do for a query without fields.
func (q *Query) Matcher(language string, resolver Resolver) *Matcher {
	m := &Matcher{query: q, language: language, seeker: q.seeker(language), resolver: resolver, sought: map[string]*sought{}, kin: map[string]bool{}}
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

// Beside returns so many matchers like this one that may work side by side, each in one goroutine. What one of them finds
// out about a word the others know.
func (m *Matcher) Beside(n int) []*Matcher {
	all := map[string]*sync.Map{}
	for text := range m.sought {
		all[text] = &sync.Map{}
	}
	out := make([]*Matcher, n)
	for i := range out {
		next := &Matcher{query: m.query, seeker: m.query.seeker(m.language), resolver: m.resolver, language: m.language, sought: map[string]*sought{}, kin: map[string]bool{}}
		for text, x := range m.sought {
			next.sought[text] = &sought{stems: x.stems, keys: x.keys, known: map[string]verdict{}, all: all[text]}
		}
		out[i] = next
	}
	return out
}

// Kin returns the words that were taken for their kin in the matches so far, in no order: those
// that a query that is not wide would not have found.
func (m *Matcher) Kin() []string { return slices.Collect(maps.Keys(m.kin)) }

// keepKin keeps the words at places that are kin to what is looked for.
func (m *Matcher) keepKin(x *Stretch, places []corpus.Span) {
	if m.seeker.kin == nil || len(places) == 0 {
		return
	}
	next := 0
	for _, t := range x.tokens {
		if m.kin[t.Fold] || !m.isKin(t.Fold) {
			continue
		}
		at := x.span(t.Start, t.End)
		for next < len(places) && places[next].End <= at.Start {
			next++
		}
		if next < len(places) && places[next].Start <= at.Start && at.End <= places[next].End {
			m.kin[t.Fold] = true
		}
	}
}

func (m *Matcher) isKin(fold string) bool {
	for _, s := range m.sought {
		if s.known[fold] == kinOf {
			return true
		}
	}
	return false
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
	starts []int // first character of each word, once it was asked for
	parts  map[corpus.UnitKind][]*Stretch
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
	places = merge(places, x.at.Span)
	m.keepKin(x, places)
	return true, places
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
	if m.last == nil || m.lastText != w.text {
		m.last, m.lastText = m.sought[w.text], w.text
	}
	return m.last.holds(m.seeker, fold, func() string {
		if x.stems[i] == "" {
			x.stems[i] = m.seeker.analyser.Stem(fold)
		}
		return x.stems[i]
	})
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

// merge sorts places, joins those that overlap, and cuts off what of a coding lies outside the
// passage.
func merge(places []corpus.Span, within corpus.Span) []corpus.Span {
	sort.Slice(places, func(i, j int) bool {
		if places[i].Start != places[j].Start {
			return places[i].Start < places[j].Start
		}
		return places[i].End > places[j].End
	})
	var out []corpus.Span
	for _, p := range places {
		p.Start, p.End = max(p.Start, within.Start), min(p.End, within.End)
		if n := len(out); n > 0 && p.Start < out[n-1].End {
			out[n-1].End = max(out[n-1].End, p.End)
			continue
		}
		if p.Start < p.End {
			out = append(out, p)
		}
	}
	return out
}
