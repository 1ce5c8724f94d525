package claims

import (
	"regexp"
	"strings"

	"crosscase/corpus/words"
)

// part is a clause of a sentence: where it stands, and its text, in which blanks stand for what is a clause of its own.
type part struct {
	start, end int
	text       string
}

var (
	parting  = regexp.MustCompile(`(?i)[,;]?\s+(?:mens|medan|whereas|while)\s|[,;]?\s+(?:men|but)\s|[,;]?\s+(?:og ikke|og ikkje|and not|og heller ikke|og heller ikkje|heller ikke|heller ikkje)\s+(?:i|in|at|hos|ved|does|is|has|for)?\s*|;\s|:\s|,\s+nor\s|,?\s+(?:and\s)?neither\s(?:do|does|did|is|are|was|has|have)\s|[,;–]\s+(?:not|ikke|ikkje)\s+(?:in|at|i|hos|ved|by|for)\s|,\s+(?:og\s|and\s)?(?:i\s|in\s|hos\s)?(?:none of |ingen av )?(?:de|dei|the)\s(?:\pL+\s)?(?:andre|øvrige|others?|rest|remaining)[\s.]`)
	opening  = regexp.MustCompile(`(?i)^\s*(?:mens|medan|whereas|while|selv om|sjølv om|although|though)\s`)
	relative = regexp.MustCompile(`(?i),\s(?:which|who|som|noe|noko|something|hvilket)\s[^,;:]*(?:,|[.!]?\s*$)`)
	butFor   = regexp.MustCompile(`(?i)(?:\b(?:all|none|nobody|everyone|everywhere|anywhere)|\b(?:every|each|no|any|all|the)\s(?:of\s)?(?:the\s)?[\p{L}]+)\s*$`)
)

// clausesOf parts a sentence where one clause is set against another: at "while", "but", a semicolon, a colon, at a name with a
// verb of its own ("A does, B does not"), and round a relative clause between commas.
func (l *Lexicon) clausesOf(s string) []part {
	var out []part
	whole := s
	for _, m := range relative.FindAllStringIndex(s, -1) {
		end := m[1]
		if s[end-1] == ',' {
			end--
		}
		s = s[:m[0]+1] + strings.Repeat(" ", end-m[0]-1) + s[end:]
	}
	for _, at := range l.spansOf(s) {
		out = append(out, part{at[0], at[1], s[at[0]:at[1]]})
	}
	for _, m := range relative.FindAllStringIndex(whole, -1) {
		out = append(out, part{m[0], m[1], whole[m[0]:m[1]]})
	}
	return out
}

func (l *Lexicon) spansOf(s string) [][2]int {
	var out [][2]int
	start := 0
	if m := opening.FindStringIndex(s); m != nil {
		if i := strings.IndexByte(s[m[1]:], ','); i >= 0 {
			out = append(out, [2]int{0, m[1] + i})
			start = m[1] + i
		}
	}
	from := start
	for _, m := range parting.FindAllStringIndex(s[start:], -1) {
		at := start + m[0]
		if at <= from || excepting(s, at, start+m[1]) {
			continue
		}
		out = append(out, [2]int{from, at})
		from = at
	}
	out = append(out, [2]int{from, len(s)})
	var parted [][2]int
	for _, span := range out {
		parted = append(parted, l.byNames(s, span)...)
	}
	return parted
}

// excepting tells whether a "but" between from and to makes an exception: "all but Station".
func excepting(s string, from, to int) bool {
	if !strings.Contains(strings.ToLower(s[from:to]), "but") || !butFor.MatchString(s[:from]) || strings.ContainsAny(s[from:to], ",;") {
		return false
	}
	next := words.Tokens(s[to:])
	return len(next) > 0 && (numbers[next[0].Fold] > 0 || next[0].Fold == "for" || strings.ToLower(s[to:to+1]) != s[to:to+1])
}

// too tells whether the clause says that something holds here as well.
func (c *clause) too() bool {
	for _, t := range c.tokens {
		if alike[t.Fold] {
			return true
		}
	}
	return false
}

var (
	opposing = set("mens", "medan", "men", "but", "while", "whereas")
	alike    = set("også", "heller", "hverken", "verken", "korkje", "nor", "neither", "either", "òg", "like", "samme", "same", "likeledes", "likeså", "also", "too", "well", "even", "særlig", "særleg", "mest", "mer", "meir", "more", "most", "especially")
)

// verbs are those that take up what is said of one case and say it, or deny it, of another.
var verbs = set("does", "did", "do", "has", "have", "had", "is", "was", "were", "are", "not", "har", "hadde", "gjør", "gjorde", "gjer", "er", "var", "ikke", "ikkje")

// pronouns stand after the verb where a clause begins with a place: «i A lot de den stå».
var pronouns = set("de", "dei", "vi", "man", "ein")

// byNames parts a span at a comma or an "and" after which another case has a verb of its own: "A has one, B does not".
func (l *Lexicon) byNames(s string, span [2]int) [][2]int {
	c := &clause{l: l, text: s[span[0]:span[1]], used: map[int]bool{}}
	c.tokens = words.Tokens(c.text)
	first := -1
	for i := 0; i < len(c.tokens); i++ {
		k, n := c.caseAt(i)
		if k < 0 {
			continue
		}
		joined := i - 1
		for joined > 0 && (prepositions[c.word(joined)] || l.noun(c.word(joined))) {
			joined--
		}
		comma, and := joined >= 0 && c.gapped(joined+1), joiners[c.word(joined)] && c.word(joined) != "nor"
		if first >= 0 && comma && !c.nameEndsBefore(joined, false) && prepositions[c.word(i-1)] && pronouns[c.word(i+n+1)] && !c.gap(i+n) { // ", i A lot de det stå"
			at := c.tokens[joined].End
			return append([][2]int{{span[0], span[0] + at}}, l.byNames(s, [2]int{span[0] + at, span[1]})...)
		}
		if first >= 0 && (comma || and) && !c.nameEndsBefore(joined, and) && c.hasVerb(i+n, comma) && (verbs[c.word(i+n)] || prepositions[c.word(i-1)] && negations[c.word(i+n)]) {
			at := c.tokens[joined].End
			if and {
				at = c.tokens[joined].Start
			}
			if strings.TrimSpace(c.text[:at]) != "" && !c.opposes(first, joined) {
				return append([][2]int{{span[0], span[0] + at}}, l.byNames(s, [2]int{span[0] + at, span[1]})...)
			}
		}
		if first < 0 {
			first = i
		}
		i += n - 1
	}
	return [][2]int{span}
}

// gapped tells whether a comma stands before token i.
func (c *clause) gapped(i int) bool {
	return i > 0 && i < len(c.tokens) && strings.Contains(c.text[c.tokens[i-1].End:c.tokens[i].Start], ",")
}

// nameEndsBefore tells whether a case's name ends right before a joining word or comma after token i: a list of names.
func (c *clause) nameEndsBefore(i int, and bool) bool {
	if and {
		i--
	}
	for j := max(0, i-3); j <= i; j++ {
		if k, n := c.caseAt(j); k >= 0 && j+n-1 == i {
			return true
		}
	}
	return i < 0
}

func (c *clause) hasVerb(i int, comma bool) bool {
	return i < len(c.tokens) && (comma || verbs[c.word(i)])
}

// opposes tells whether the words from token i to j only set a case against another ("unlike A, B has …").
func (c *clause) opposes(i, j int) bool { return c.contrasted(i) || comparing[c.word(i-1)] || j-i < 2 }
