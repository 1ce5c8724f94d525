package claims

import (
	"regexp"
	"slices"
	"strings"

	"crosscase/corpus/words"
)

// part is a clause of a sentence: where it stands, and its text, in which blanks stand for what is a clause of its own.
type part struct {
	start, end int
	text       string
}

var (
	parting  = regexp.MustCompile(`(?i)[,;]?\s+(?:mens|medan|whereas|while)\s|,\s+(?:al)?though\s+(?:all|none|two|three|one|only)\s|,\s+(?:selv|sjølv)\som\s+(?:alle|ingen|to|tre|én|bare|berre|kun)\s|[,;]?\s+(?:men|but)\s|[,;]?\s+(?:og ikke|og ikkje|and not|og heller ikke|og heller ikkje|heller ikke|heller ikkje)\s+(?:i|in|at|hos|ved|does|is|has|for)?\s*|;\s|:\s|,\s+nor\s|,?\s+(?:and\s)?neither\s(?:do|does|did|is|are|was|has|have)\s|[,;–]\s+(?:(?:al)?though\s|if\s|om enn\s)?(?:not|ikke|ikkje)\s+(?:(?:in|at|i|hos|ved|by|for)\s|(?-i:\p{Lu}))|,\s+(?:og\s|and\s|(?:det|dette)\s(?:har|hadde|gjør|gjer|gjorde|er|var)\s)?(?:i\s|in\s|hos\s)?(?:none of |ingen av )?(?:(?:den|det|de|dei|the)\s(?:\pL+\s)?(?:andre|øvrige|others?|rest|remaining|third|fourth|fifth|tredje|fjerde|femte|siste)|resten)[\s.]`)
	opening  = regexp.MustCompile(`(?i)^\s*(?:mens|medan|whereas|while|selv om|sjølv om|although|though)\s`)
	relative = regexp.MustCompile(`(?i),\s(?:which|who|som|noe|noko|something|hvilket)\s[^,;:]*(?:,|[.!]?\s*$)`)
	// subordinate is a clause that says when or why; what it denies, or names, is not said of the cases.
	subordinate = regexp.MustCompile(`(?i)(?:^|[\s,])(?:because|when|after|before|since|fordi|ettersom|når|etter at|før|siden)\s+(?:it|they|he|she|there|the|users|staff|det|de|dei|den|man|ein|en)\s[^,;:.]*`)
	notBefore   = regexp.MustCompile(`(?i)(?:not|ikke|ikkje|n't)$`)
	butFor      = regexp.MustCompile(`(?i)(?:\b(?:all|none|nobody|everyone|everywhere|anywhere)|\b(?:every|each|no|any|all|the)\s(?:of\s)?(?:the\s)?[\p{L}]+)\s*$`)
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
	for _, m := range subordinate.FindAllStringIndex(s, -1) {
		if !notBefore.MatchString(s[:m[0]]) && !l.speaksOf(s[m[0]:m[1]]) {
			s = s[:m[0]] + strings.Repeat(" ", m[1]-m[0]) + s[m[1]:]
		}
	}
	for _, at := range l.spansOf(s) {
		out = append(out, part{at[0], at[1], s[at[0]:at[1]]})
	}
	for _, m := range relative.FindAllStringIndex(whole, -1) {
		out = append(out, part{m[0], m[1], whole[m[0]:m[1]]})
	}
	return out
}

// onlyWho tells whether a stretch of a sentence says of which cases and no more, as in a list: "Harbour: no alarm", "no alarm: Harbour, Mill".
func (l *Lexicon) onlyWho(s string) bool {
	c := &clause{l: l, text: s, tokens: words.Tokens(s), used: map[int]bool{}}
	known := c.nameTokens()
	for i, w := range c.words() {
		if !known[i] && !l.noun(w) && !quantifying(w) && l.number(w) == 0 && !theWords[w] && !ofWords[w] || Denies(w) {
			return false
		}
	}
	return true
}

// speaksOf tells whether a stretch of a sentence names a case, or cases together.
func (l *Lexicon) speaksOf(s string) bool {
	c := &clause{l: l, text: s, tokens: words.Tokens(s), used: map[int]bool{}}
	return c.speaksOfCases() || len(c.nameTokens()) > 0
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
		if at <= from || s[at] == ':' && (l.onlyWho(s[from:at]) || l.onlyWho(s[at:])) || l.excepting(s, at, start+m[1]) {
			continue
		}
		out = append(out, [2]int{from, at})
		from = at
	}
	out = append(out, [2]int{from, len(s)})
	var parted [][2]int
	for _, span := range out {
		from := span[0]
		for _, at := range append(l.apartAt(s, span), span[1]) {
			parted = append(parted, l.byNames(s, [2]int{from, at})...)
			from = at
		}
	}
	for i := 0; i < len(parted); i++ {
		if at := l.addedAt(s, parted[i]); at >= 0 {
			parted = slices.Insert(parted, i+1, [2]int{at, parted[i][1]})
			parted[i][1] = at
		}
	}
	return parted
}

// excepting tells whether a "but" between from and to makes an exception: "all but Station".
func (l *Lexicon) excepting(s string, from, to int) bool {
	if !strings.Contains(strings.ToLower(s[from:to]), "but") || !butFor.MatchString(s[:from]) || strings.ContainsAny(s[from:to], ",;") {
		return false
	}
	next := words.Tokens(s[to:])
	if len(next) > 1 && prepositions[next[0].Fold] && next[0].Fold != "for" { // "everywhere but at Mill"
		to, next = to+next[1].Start, next[1:]
	}
	return len(next) > 0 && (l.number(next[0].Fold) > 0 || next[0].Fold == "for" || strings.ToLower(s[to:to+1]) != s[to:to+1])
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
	alike    = set("included", "inkludert", "medregnet", "medrekna", "first", "particularly", "notably", "primarily", "mainly", "spesielt", "hovedsakelig", "også", "heller", "hverken", "verken", "korkje", "nor", "neither", "either", "òg", "like", "samme", "same", "likeledes", "likeså", "also", "too", "well", "even", "særlig", "særleg", "mest", "mer", "meir", "more", "most", "especially")
)

// verbs are those that take up what is said of one case and say it, or deny it, of another.
var verbs = set("does", "did", "do", "has", "have", "had", "is", "was", "were", "are", "not", "har", "hadde", "gjør", "gjorde", "gjer", "er", "var", "ikke", "ikkje")

// pronouns stand after the verb where a clause begins with a place: «i A lot de den stå».
var pronouns = set("de", "dei", "vi", "man", "ein")

// byNames parts a span at a comma or an "and" after which another case has a verb of its own: "A has one, B does not".
func (l *Lexicon) byNames(s string, span [2]int) [][2]int {
	c := &clause{l: l, text: s[span[0]:span[1]], used: map[int]bool{}}
	c.tokens = words.Tokens(c.text)
	first, last := -1, -1 // the first name, and the token after the one before
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
		if at := c.gapping(first, last, i, n, joined); at >= 0 {
			return append([][2]int{{span[0], span[0] + at}}, l.byNames(s, [2]int{span[0] + at, span[1]})...)
		}
		end := c.listEnd(i + n)
		if first >= 0 && (comma || and) && !c.nameEndsBefore(joined, and) && c.hasVerb(end, comma) && (verbs[c.word(end)] || prepositions[c.word(i-1)] && negations[c.word(end)]) {
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
		last = i + 1
	}
	return [][2]int{span}
}

// gapping returns the byte at which something else begins to be said of the case at token i, the name of which has n tokens: ", i A lot de det
// stå"; "at A it was theft, at B noise"; "theft at A, noise at B". It returns -1 if nothing does. first is the first name, last the token after
// the name before, joined the last token before i that is no preposition.
func (c *clause) gapping(first, last, i, n, joined int) int {
	if first < 0 || !prepositions[c.word(i-1)] {
		return -1
	}
	comma, and := c.gapped(joined+1), joiners[c.word(joined)] && c.word(joined) != "nor"
	follows := i+n < len(c.tokens) && !c.gap(i+n) && !joiners[c.word(i+n)]
	switch {
	case follows && !c.nameEndsBefore(joined, and) && (comma && pronouns[c.word(i+n+1)] || (comma || and) && prepositions[c.word(first-1)] && c.heads(first-1)):
		if and {
			return c.tokens[joined].Start
		}
		return c.tokens[joined].End
	case !follows && c.gapped(last) && last <= joined && prepositions[c.word(first-1)] && !c.contrasted(i):
		says := false
		for j := last; j <= joined; j++ {
			if j > last && c.gap(j) || c.phrase(j, excepts)+c.phrase(j, contrasts) > 0 || alike[c.word(j)] || comparing[c.word(j)] || c.l.noun(c.word(j)) || c.word(j) == "not" {
				return -1
			}
			says = says || !words.Function(c.word(j), c.l.language)
		}
		if says {
			return c.tokens[last-1].End
		}
	}
	return -1
}

// listEnd returns the token after the names that "and" joins to one that ends before token i.
func (c *clause) listEnd(i int) int {
	for joiners[c.word(i)] {
		k, n := c.caseAt(i + 1)
		if k < 0 {
			break
		}
		i += 1 + n
	}
	return i
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
