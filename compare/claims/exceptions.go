package claims

import (
	"slices"
	"strings"

	"crosscase/cases"
	"crosscase/corpus/words"
)

// What a clause says of one case, the exception to what the clause before or after it says of all: "only C does not", «C er unntaket», "but not C".

var (
	exceptionWords = set("unntaket", "unntak", "unntaka", "unntakene", "unnataket", "unnatak", "exception", "exceptions")
	soleWords      = set("eneste", "einaste", "ene", "only", "sole", "one", "lone", "notable", "klare", "tydelige", "viktigste")
	echoWords      = set("det", "dette", "so", "it", "this", "that", "have", "gjøre", "gjere", "mangler", "manglar", "lacks", "lack", "gjelder", "gjeld", "tilfelle", "tilfellet", "case", "however", "imidlertid", "derimot", "dog")
)

// bare tells whether the clause names cases and says nothing but whether what another clause says holds of them.
func (c *clause) bare() bool {
	known := c.nameTokens()
	if len(known) == 0 {
		return false
	}
	for i, w := range c.words() {
		if !known[i] && !c.l.noun(w) && !words.Function(w, c.l.language) && !verbs[w] && !auxiliary[w] && !Denies(w) && !restricting[w] && !echoWords[w] && !exceptionWords[w] && !(soleWords[w] && exceptionWords[c.word(i+1)]) {
			return false
		}
	}
	return true
}

// exceptions returns the cases of a clause that says no more than that they are the exception, and uses its words up.
func (c *clause) exceptions() []string {
	if c.wordIn(exceptionWords) < 0 || c.wordIn(negations) >= 0 || c.wordIn(nothings) >= 0 || !c.bare() {
		return nil
	}
	var keys []string
	for i := range c.tokens {
		if k, _ := c.caseAt(i); k >= 0 {
			keys = union(keys, []string{c.l.keys[k]})
		}
	}
	c.use(0, len(c.tokens))
	return keys
}

// asException returns how many tokens after token i, at which a name or a list of names ends, say that it is the exception: "(with A) as the only exception".
func (c *clause) asException(i int) int {
	if w := c.word(i); w != "som" && w != "as" && w != "being" {
		return 0
	}
	for j := i + 1; j <= i+3; j++ {
		switch w := c.word(j); {
		case exceptionWords[w]:
			return j + 1 - i
		case !soleWords[w] && !theWords[w] && w != "et" && w != "eit" && w != "an":
			return 0
		}
	}
	return 0
}

// exceptedAt tells whether the name at token i is one of a list that "with" leads up to and that is followed by "as the exception", and uses the words for it up.
func (c *clause) exceptedAt(i int) bool {
	from := i - 1
	for from >= 0 && (joiners[c.word(from)] || c.l.noun(c.word(from)) || c.nameToken(from)) {
		from--
	}
	if w := c.word(from); w != "med" && w != "with" {
		return false
	}
	for end := i + 1; end < i+10 && end < len(c.tokens); end++ {
		if n := c.asException(end); n > 0 {
			c.use(from, 1)
			c.use(end, n)
			return true
		}
		if w := c.word(end); !joiners[w] && !c.l.noun(w) && !c.nameToken(end) {
			return false
		}
	}
	return false
}

// apartAt returns the bytes of a span of a sentence at which a clause begins that a comma parts from what it says of all, or of a number: ", bare C har det ikke", ", C er
// unntaket".
func (l *Lexicon) apartAt(s string, span [2]int) []int {
	var out []int
	c := &clause{l: l, text: s[span[0]:span[1]], used: map[int]bool{}}
	c.tokens = words.Tokens(c.text)
	for i := 1; i < len(c.tokens); i++ {
		between := c.text[c.tokens[i-1].End:c.tokens[i].Start]
		if !strings.ContainsAny(between, ",–—(") {
			continue
		}
		end := i
		for end < len(c.tokens) && (end == i || !c.gap(end)) {
			end++
		}
		rest := &clause{l: l, text: c.text[c.tokens[i].Start:c.tokens[end-1].End], used: map[int]bool{}}
		rest.tokens = words.Tokens(rest.text)
		if !rest.bare() || !l.speaksOf(c.text[:c.tokens[i].Start]) {
			continue
		}
		j := 0
		for joiners[rest.word(j)] || opposing[rest.word(j)] {
			j++
		}
		only := restricting[rest.word(j)] && (slices.ContainsFunc(rest.words()[j:], func(w string) bool { return verbs[w] || Denies(w) || echoWords[w] }))
		if only || rest.wordIn(exceptionWords) >= 0 && slices.ContainsFunc(rest.words(), func(w string) bool { return copulas[w] }) {
			out = append(out, span[0]+c.tokens[i-1].End)
		}
	}
	return out
}

// joinExceptions joins each claim of all, or none, of the cases with a clause beside it that says of some by name that it is not so there.
func (l *Lexicon) joinExceptions(list []Claim) []Claim {
	for i := 0; i+1 < len(list); i++ {
		a, b := list[i], list[i+1]
		if a.except != nil {
			a, b = b, a
		}
		joined, ok := l.joinedException(a, b)
		if !ok {
			continue
		}
		joined.Start, joined.End = min(a.Start, b.Start), max(a.End, b.End)
		joined.Text = strings.Repeat(" ", a.Start-joined.Start) + a.Text
		joined.Text += strings.Repeat(" ", max(0, joined.End-joined.Start-len(joined.Text)))
		joined.Used = map[int]bool{}
		for _, of := range []Claim{a, b} {
			for at := range of.Used {
				joined.Used[at] = true
			}
		}
		list = slices.Replace(list, i, i+2, joined)
	}
	return list
}

// joinedException returns a claim of all, or none, with the cases left out that another says are the exception.
func (l *Lexicon) joinedException(a, b Claim) (Claim, bool) {
	keys := b.except
	if keys == nil {
		if !b.bare || b.Count.Kind != "" {
			return a, false
		}
		want := cases.StateAbsent // of the exceptions
		if a.Count.Kind == cases.None {
			want = cases.StatePresent
		}
		for _, k := range l.keys {
			if b.Claimed[k] == want {
				keys = append(keys, k)
			}
		}
		if others := len(b.Claimed) - len(keys); len(keys) == 0 || others > 0 && len(b.Claimed) != len(l.keys) || a.Count.Kind != cases.All && a.Count.Kind != cases.None {
			return a, false
		}
	}
	state, opposite := cases.StatePresent, cases.StateAbsent
	among := l.keys
	switch {
	case len(a.Claimed) > 0 && a.Count.Kind == "": // "all the others"
		among = nil
		for _, k := range l.keys {
			if a.Claimed[k] != "" {
				among = append(among, k)
				state = a.Claimed[k]
			}
		}
		if slices.ContainsFunc(among, func(k string) bool { return a.Claimed[k] != state || slices.Contains(keys, k) }) || state != cases.StatePresent && state != cases.StateAbsent {
			return a, false
		}
	case a.Count.Kind == cases.All:
	case a.Count.Kind == cases.None:
		state = cases.StateAbsent
	case a.Count.Kind == cases.Exactly && a.Count.N+len(keys) == len(l.keys) && a.Among == nil:
		if a.Denied {
			state = cases.StateAbsent
		}
	default:
		return a, false
	}
	if a.Among != nil {
		among = a.Among
		if slices.ContainsFunc(keys, func(k string) bool { return !slices.Contains(among, k) }) {
			return a, false
		}
	}
	if state == cases.StateAbsent {
		opposite = cases.StatePresent
	} else if a.Partial {
		state = cases.StatePartial
	}
	a.Claimed, a.Count, a.Among, a.Denied = map[string]string{}, cases.Quantifier{}, nil, false
	for _, k := range among {
		a.Claimed[k] = state
	}
	for _, k := range keys {
		a.Claimed[k] = opposite
	}
	return a, true
}
