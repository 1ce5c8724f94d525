package claims

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"crosscase/corpus/words"
)

// thing is a group of cases that an attribute makes and that stands for them without a noun of the cases: "nursing homes", or is written as a
// name: "Norway".
type thing struct {
	words []string
	keys  []string
	place bool // it is written as a name
}

// addThing takes the answer of a case to an attribute as the name of a group, if it has several words, is a noun, or is written as a name.
func (l *Lexicon) addThing(value, key string) {
	var ws []string
	tokens := words.Tokens(value)
	if len(tokens) == 0 || len(tokens) > 5 {
		return
	}
	for _, t := range tokens {
		ws = append(ws, t.Fold)
	}
	if utf8.RuneCountInString(value) < 3 {
		return
	}
	first, _ := utf8.DecodeRuneInString(value[tokens[0].Start:])
	if i := slices.IndexFunc(l.things, func(t thing) bool { return slices.Equal(t.words, ws) }); i >= 0 {
		l.things[i].keys = union(l.things[i].keys, []string{key})
		return
	}
	l.things = append(l.things, thing{ws, []string{key}, unicode.IsUpper(first)})
}

// nameThings makes the nouns of the groups nouns of cases. Where a noun is not that of all cases, it may mean some of them only.
func (l *Lexicon) nameThings() {
	heads := map[string][]string{}
	for _, t := range l.things {
		if t.place || len(t.words) == 1 && !kindly(t.words[0]) {
			continue
		}
		head := l.stem.Stem(t.words[len(t.words)-1])
		heads[head] = union(heads[head], t.keys)
	}
	for _, t := range l.things {
		if t.place || len(t.words) == 1 && !kindly(t.words[0]) {
			continue
		}
		w := t.words[len(t.words)-1]
		if head := l.stem.Stem(w); len(heads[head]) < len(l.keys) {
			l.call(w)
			l.some[head] = true
		}
	}
}

// kindly tells whether a word says what a case may be: "hospital", «sykehuspost».
func kindly(w string) bool {
	if kinds[w] {
		return true
	}
	for i := 3; i < len(w)-3; i++ {
		if utf8.RuneStart(w[i]) && kinds[w[i:]] {
			return true
		}
	}
	return false
}

// someOnly tells whether a noun of the cases may mean some of them only.
func (l *Lexicon) someOnly(w string) bool {
	return l.some[l.stem.Stem(w)] || slices.ContainsFunc(l.kin.Bokmaal(w), func(b string) bool { return l.some[l.stem.Stem(b)] })
}

// same tells whether two words are forms of one.
func (l *Lexicon) same(a, b string) bool {
	if a == b || l.stem.Stem(a) == l.stem.Stem(b) {
		return true
	}
	if l.kin == nil {
		return false
	}
	of := l.kin.Bokmaal(a)
	return slices.ContainsFunc(l.kin.Bokmaal(b), func(w string) bool { return slices.Contains(of, w) })
}

// thingAt returns the longest group that stands at token i by itself, how many tokens name it, and whether it speaks of several; nil if none does.
func (c *clause) thingAt(i int) (n int, of *thing, several bool) {
	for k := range c.l.things {
		t := &c.l.things[k]
		if len(t.words) <= n || i+len(t.words) > len(c.tokens) {
			continue
		}
		met := true
		for j, w := range t.words {
			met = met && c.l.same(c.word(i+j), w) && (j == 0 || !c.gap(i+j))
		}
		if !met {
			continue
		}
		last := c.word(i + len(t.words) - 1)
		first, _ := utf8.DecodeRuneInString(c.text[c.tokens[i].Start:])
		many := manyOf(last, c.l.language)
		switch {
		case t.place:
			met = unicode.IsUpper(first)
		case len(t.words) == 1 && !kindly(t.words[0]):
			met = last != t.words[0] && many && (c.l.language == "en" || definite(last, c.l.language))
		}
		if met {
			n, of, several = len(t.words), t, many || t.place
		}
	}
	return n, of, several
}

// manyOf tells whether a noun is in the form of several.
func manyOf(w, language string) bool {
	if language == "en" {
		return strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss")
	}
	return definite(w, language) || strings.HasSuffix(w, "er") || strings.HasSuffix(w, "ar")
}

// groupAt returns the cases of the group that begins at token i, how many tokens name it, and whether it stands for them by itself.
func (c *clause) groupAt(i int) (n int, keys []string, alone bool) {
	if n, t, many := c.thingAt(i); n > 0 && !t.place {
		next := c.word(i + n)
		stands := many || c.gap(i+n) || next == "" || words.Function(next, c.l.language) || verbs[next] || auxiliary[next] || Denies(next) || c.l.language == "en" && strings.HasSuffix(next, "s")
		if c.l.language != "en" {
			stands = true // what it goes together with is written with it as one word
		}
		return n, t.keys, stands && !c.l.noun(next)
	}
	key := c.l.groupKey(c.word(i))
	g := c.l.groups[key]
	if g == nil {
		return 0, nil, false
	}
	if len(strings.Fields(c.l.made[key])) > 1 || len(g) > 1 && superlatives[c.word(i)] {
		c.vague = max(c.vague, i)
	}
	return 1, g, false
}

// groupEndingAt returns the group that stands for cases by itself and ends with token i.
func (c *clause) groupEndingAt(i int) (n int, keys []string, alone bool) {
	for back := 4; back >= 0; back-- {
		if n, keys, alone := c.groupAt(i - back); n == back+1 && alone && i-back >= 0 {
			return n, keys, true
		}
	}
	return 0, nil, false
}

// within are the prepositions that may limit the cases named before them: "in Norway", «på kysten».
var within = set("in", "from", "at", "on", "near", "outside", "inside", "within", "around", "along", "under", "across", "i", "på", "fra", "frå", "ved", "utenfor", "utanfor", "innenfor", "innanfor", "langs", "rundt", "nær")

var (
	// regions are what places are called.
	regions = stems("north south east west northern southern eastern western region regions area areas county counties city cities country countries countryside district districts town towns coast inland suburbs municipality municipalities",
		"nord sør aust øst vest regionen regionene regioner regionane området områder områdene områda fylket fylkene fylka landet byen byer byene byane bygda bygdene distriktet distriktene distrikta distrikter kysten innlandet kommunen kommuner")
	// everyday follow a preposition and limit no cases: "in general", «i praksis».
	everyday = stems("study sample material project data general practice fact addition particular question principle total all year years time times evening evenings morning mornings night weekend weekends summer winter least first present any last once work use place daily everyday this",
		"studien studia utvalget utvalet materialet prosjektet undersøkelsen undersøkinga tillegg dag praksis stor noen nokon hovedsak hovudsak utgangspunktet utgangspunktet snitt gjennomsnitt perioden tiden tida kvelden kveldene helgen helga helgene natta natten sommeren vinteren bruk gang det dette denne alle hvert kvart prinsippet drift hverdagen kvardagen arbeidet")
)

// limited reads what limits the cases named before token j, by a quantifier from token i on: "in Norway". What is no group that an attribute makes
// is kept as what the clause was not to be read without.
func (c *clause) limited(i, j int, group []string) (int, []string) {
	if !within[c.word(j)] || c.gap(j) || c.word(j+1) == "which" || c.word(j+1) == "whom" { // "in which …" is a relative clause
		return j, group
	}
	m := j + 1
	if theWords[c.word(m)] {
		m++
	}
	if n, keys := c.placesAt(m); n > 0 {
		if group == nil {
			group = c.l.keys
		}
		both := slices.DeleteFunc(slices.Clone(group), func(k string) bool { return !slices.Contains(keys, k) })
		if len(both) > 0 {
			return m + n, both
		}
		c.limit = j
		return j, group
	}
	if k, _ := c.caseAt(m); k < 0 && c.limits(i, j, m) {
		c.limit = j
	}
	return j, group
}

// placesAt returns the cases of the groups written as names that begin at token i, and how many tokens name them: "Norway and Sweden".
func (c *clause) placesAt(i int) (n int, keys []string) {
	for {
		m, t, _ := c.thingAt(i + n)
		if m == 0 || !t.place {
			return n, keys
		}
		keys, n = union(keys, t.keys), n+m
		next := i + n
		if !joiners[c.word(next)] {
			return n, keys
		}
		if m, t, _ := c.thingAt(next + 1); m == 0 || !t.place {
			return n, keys
		}
		n++
	}
}

// limits tells whether the preposition at token j, what it is of beginning at m, picks out some of the cases named before it, from token i on. Where
// these begin the clause all does that is not known to say when or how; elsewhere what is a name, or the word for a place.
func (c *clause) limits(i, j, m int) bool {
	if m >= len(c.tokens) {
		return false
	}
	w := c.word(m)
	first, _ := utf8.DecodeRuneInString(c.text[c.tokens[m].Start:])
	switch {
	case regions[w]:
		return true
	case everyday[w] || calendar[w] || unicode.IsDigit(first) || apparatus[w] || everyday[c.word(m+1)] || apparatus[c.word(m+1)] || visited(w) || c.l.noun(w):
		return false
	case unicode.IsUpper(first) && !words.Function(w, c.l.language):
		return true
	}
	for k := m; k < m+3 && k < len(c.tokens) && !(k > m && c.gap(k)); k++ {
		if regions[c.word(k)] {
			return true
		}
	}
	for k := i - 1; k >= 0; k-- {
		if !prepositions[c.word(k)] && !opposing[c.word(k)] && !joiners[c.word(k)] && !restricting[c.word(k)] && !nearly[c.word(k)] && !quantifying(c.word(k)) && c.l.number(c.word(k)) == 0 && !ofWords[c.word(k)] && !theWords[c.word(k)] {
			return false
		}
	}
	return true
}

// limitedAt returns the token of what limits the cases of which the clause speaks and is not understood; -1 if nothing does.
func (c *clause) limitedAt() int {
	if c.limit > 0 && c.used[c.limit-1] {
		c.noun = c.limitNoun(c.limit)
		return c.limit
	}
	return -1
}

// frontedLimit returns the token of the place with which a clause that counts cases begins, and which is no group: "Outside the cities, none …"; -1 if
// there is none.
func (c *clause) frontedLimit() int {
	m := 1
	if theWords[c.word(m)] {
		m++
	}
	if k, _ := c.caseAt(m); !within[c.word(0)] || c.used[0] || c.used[m] || k >= 0 || len(c.names) > 0 || everyday[c.word(m)] || c.l.noun(c.word(m)) || m >= len(c.tokens) {
		return -1
	}
	if first, _ := utf8.DecodeRuneInString(c.text[c.tokens[m].Start:]); !unicode.IsUpper(first) && !regions[c.word(m)] && !regions[c.word(m+1)] || calendar[c.word(m)] || unicode.IsDigit(first) {
		return -1
	}
	c.noun = c.limitNoun(0)
	return 0
}

// limitNoun is the word that what limits the cases ends with: "in rural areas".
func (c *clause) limitNoun(i int) string {
	last := i + 1
	for k := i + 1; k < i+4 && k < len(c.tokens) && !c.gap(k); k++ {
		if verbs[c.word(k)] || auxiliary[c.word(k)] || k > i+1 && words.Function(c.word(k), c.l.language) && !theWords[c.word(k-1)] {
			break
		}
		last = k
		if regions[c.word(k)] {
			break
		}
	}
	return c.word(last)
}

// fronted narrows what a quantifier counts to the place with which the clause begins: "In Norway all sites …".
func (c *clause) fronted(q quantified) quantified {
	if q.rest || !within[c.word(0)] || c.used[0] || c.used[1] {
		return q
	}
	n, keys := c.placesAt(1)
	if n == 0 {
		return q
	}
	of := q.group
	if of == nil {
		of = c.l.keys
	}
	both := slices.DeleteFunc(slices.Clone(of), func(k string) bool { return !slices.Contains(keys, k) })
	if len(both) == 0 {
		return q // what is left over is reported
	}
	if q.count.Of > 0 && q.count.Of != len(both) && q.count.Of != len(c.l.keys) {
		return q
	}
	q.group, q.count.Of = both, 0
	c.use(0, n+1)
	return q
}

// leftOver returns the token of a group of some of the cases that a clause names beside those of which it was read to speak, so that it cannot be told
// what is said of which; -1 if there is none.
func (c *clause) leftOver() int {
	var known map[int]bool
	for i := 0; i < len(c.tokens); i++ {
		n, t, several := c.thingAt(i)
		if n == 0 || !several || len(t.keys) == len(c.l.keys) {
			continue
		}
		if known == nil {
			known = c.nameTokens()
		}
		if !c.used[i] && !c.used[i+n-1] && !known[i] {
			c.noun = c.word(i + n - 1)
			return i
		}
		i += n - 1
	}
	return -1
}
