package query

import (
	"regexp"
	"regexp/syntax"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"crosscase/corpus"
	"crosscase/corpus/catalogue"
	"crosscase/corpus/words"
)

// Limits on a query, so that none takes the machine down.
const (
	maxLength = 8000 // characters
	maxParts  = 1000 // words, phrases, fields and operators
	maxDepth  = 60   // groups in groups
	maxNear   = 1000 // words
	maxJoined = 200  // of NEAR and its kin: each looks at all places of a turn
	nearWords = 10   // of a NEAR or BEFORE without a number
	maxSteps  = 3000 // of all regular expressions of a query, as RE2 counts them
)

// Query is a parsed query.
type Query struct {
	Text string
	root node

	wide     bool          // words stand for their kin too
	devices  words.Devices // by which words are kin
	synonyms [][]string    // groups of words that stand for each other
}

// Wide returns the query in which each word that is not spelled exactly stands for its kin too
// (words.Kin: compounds, irregular forms, spellings), and for the words that stand in a group of
// synonyms with it.
func (q *Query) Wide(synonyms [][]string) *Query {
	return q.WideBy(words.AllDevices(), synonyms)
}

// Inflected returns the query in which each word that is not spelled exactly stands for all its forms, also those that no stem tells
// (kurs, kurset; bok, bøker), and for nothing else. Rules of the code book are read so: they keep their meaning when synonyms are added.
func (q *Query) Inflected() *Query { return q.WideBy(words.Devices{Forms: true}, nil) }

// WideBy is Wide by some devices alone.
func (q *Query) WideBy(by words.Devices, synonyms [][]string) *Query {
	w := *q
	w.wide, w.devices, w.synonyms = true, by, synonyms
	return &w
}

// Error is a slip in a query, with its place and the remedy.
type Error struct {
	Query  string
	Column int               // character, from 1
	Why    catalogue.Message // what is wrong with it, and what to do
}

func (e *Error) Error() string {
	words, _ := e.Told("en")
	return words
}

// Told returns the error in a language.
func (e *Error) Told(l catalogue.Language) (string, bool) {
	why, whole := e.Why.Told(l)
	why, hint := l.Cut(why)
	words, _ := catalogue.Text("query, character %d: %s\n  %s\n  %s^\nhint: %s", e.Column, why, e.Query, strings.Repeat(" ", e.Column-1), hint).Told(l)
	return words, whole
}

// Parse reads a query. An error is always an *Error.
func Parse(s string) (*Query, error) {
	if n := utf8.RuneCountInString(s); n > maxLength {
		return nil, &Error{string([]rune(s)[:60]) + "…", 1, catalogue.Text("the query has %d characters; at most %d are read\nhint: part it in two", n, maxLength)}
	}
	s = norm.NFC.String(s) // as the texts are
	s = strings.Map(func(r rune) rune {
		if r == '\n' || r == '\t' || r == '\r' {
			return ' '
		}
		return r
	}, s)
	tokens, err := lex(s)
	if err != nil {
		return nil, err
	}
	p := &parser{query: s, tokens: tokens}
	if p.peek().kind == end {
		return nil, &Error{s, 1, catalogue.Text("the query is empty\nhint: write a word, or a field such as case:a")}
	}
	root, err := p.or(0)
	if err != nil {
		return nil, err
	}
	if t := p.peek(); t.kind != end {
		return nil, p.errorAt(t, "this bracket was never opened\nhint: remove it, or put ( before the words it closes")
	}
	return &Query{Text: s, root: root}, nil
}

type parser struct {
	query  string
	tokens []token
	at     int
	parts  int
	steps  int // of regular expressions
	joined int // by NEAR and its kin
}

func (p *parser) peek() token { return p.tokens[p.at] }

func (p *parser) next() token {
	t := p.tokens[p.at]
	if t.kind != end {
		p.at++
	}
	return t
}

func (p *parser) errorAt(t token, english string, parts ...interface{}) error {
	return &Error{p.query, t.column, catalogue.Text(english, parts...)}
}

func (p *parser) or(depth int) (node, error) {
	if depth > maxDepth {
		return nil, p.errorAt(p.peek(), "groups stand in groups more than %d deep\nhint: write it flatter", maxDepth)
	}
	var of []node
	for {
		n, err := p.and(depth)
		if err != nil {
			return nil, err
		}
		of = append(of, n)
		if p.peek().text != "OR" || p.peek().kind != bare {
			break
		}
		p.next()
	}
	if len(of) == 1 {
		return of[0], nil
	}
	return any{of}, nil
}

func (p *parser) and(depth int) (node, error) {
	var of []node
	for {
		n, err := p.related(depth)
		if err != nil {
			return nil, err
		}
		of = append(of, n)
		t := p.peek()
		if t.kind == bare && t.text == "AND" {
			p.next()
			continue
		}
		if t.kind == end || t.kind == closing || t.kind == bare && t.text == "OR" {
			break
		}
	}
	if len(of) == 1 {
		return of[0], nil
	}
	return all{of}, nil
}

var nearOperator = regexp.MustCompile(`^(NEAR|BEFORE|FOLLOWS)(?:/(\d{1,6}))?$`)

// related reads operands joined by NEAR, BEFORE, WITHIN, OVERLAPS, WITHOUT and FOLLOWS,
// from left to right.
func (p *parser) related(depth int) (node, error) {
	left, err := p.negated(depth)
	if err != nil {
		return nil, err
	}
	for {
		t := p.peek()
		m := nearOperator.FindStringSubmatch(t.text)
		binary := t.text == "WITHIN" || t.text == "OVERLAPS" || t.text == "WITHOUT"
		if t.kind != bare || m == nil && !binary {
			return left, nil
		}
		if p.joined++; p.joined > maxJoined {
			return nil, p.errorAt(t, "the query has more than %d of NEAR and its kin\nhint: part it in two, or put words that stand for each other into one group: (a OR b) NEAR/5 c", maxJoined)
		}
		p.next()
		right, err := p.negated(depth)
		if err != nil {
			return nil, err
		}
		if err := p.places(t, left, right); err != nil {
			return nil, err
		}
		if binary {
			left = relation{t.text, left, right}
			continue
		}
		n := nearWords
		if m[2] != "" {
			n, _ = strconv.Atoi(m[2])
		}
		if n < 1 || n > maxNear {
			return nil, p.errorAt(t, "%s takes a number from 1 to %d\nhint: for example NEAR/10", m[1], maxNear)
		}
		switch m[1] {
		case "FOLLOWS":
			left = near{right, left, n, true}
		default:
			left = near{left, right, n, m[1] == "BEFORE"}
		}
	}
}

// places refuses operands that have no place of their own.
func (p *parser) places(t token, operands ...node) error {
	for _, o := range operands {
		bad := false
		walk(o, func(n node) {
			switch n.(type) {
			case not, all:
				bad = true
			}
		})
		if bad {
			return p.errorAt(t, "%s joins words, phrases, fields and OR groups, not AND or NOT\nhint: write (a OR b) %s c, or put the rest beside it with AND", t.text, t.text)
		}
	}
	return nil
}

func (p *parser) negated(depth int) (node, error) {
	if t := p.peek(); t.kind == bare && t.text == "NOT" {
		p.next()
		n, err := p.negated(depth + 1)
		if err != nil {
			return nil, err
		}
		return not{n}, nil
	}
	return p.primary(depth)
}

var operators = map[string]bool{"AND": true, "OR": true, "NOT": true, "WITHIN": true, "OVERLAPS": true, "WITHOUT": true}

var units = map[string]corpus.UnitKind{"SENTENCE": corpus.Sentence, "PARAGRAPH": corpus.ParagraphUnit, "TURN": corpus.TurnUnit}

func (p *parser) primary(depth int) (node, error) {
	t := p.next()
	if p.parts++; p.parts > maxParts {
		return nil, p.errorAt(t, "the query has more than %d parts\nhint: part it in two", maxParts)
	}
	switch t.kind {
	case end:
		return nil, p.errorAt(t, "something is missing here\nhint: an operator in capitals stands between two words")
	case closing:
		return nil, p.errorAt(t, "something is missing before this bracket\nhint: a group holds a word at least: (a OR b)")
	case open:
		n, err := p.or(depth + 1)
		if err != nil {
			return nil, err
		}
		if c := p.next(); c.kind != closing {
			return nil, p.errorAt(t, "this bracket is never closed\nhint: put ) where the group ends")
		}
		return n, nil
	case quoted:
		return p.phrase(t, t.text, exact)
	case slashed:
		return p.regex(t)
	}
	if unit, ok := units[t.text]; ok && p.peek().kind == open {
		n, err := p.primary(depth + 1)
		if err != nil {
			return nil, err
		}
		return inside{unit, n}, nil
	}
	if m := nearOperator.FindStringSubmatch(strings.ToUpper(t.text)); m != nil && p.peek().kind == open && p.peek().column == t.column+utf8.RuneCountInString(t.text) {
		return nil, p.errorAt(t, "%s stands between what it joins, not before it\nhint: for example word %s/5 other", m[1], m[1])
	}
	if operators[t.text] || nearOperator.MatchString(t.text) {
		return nil, p.errorAt(t, "%s stands between two words or groups\nhint: to look for the word itself, write it in small letters or in quotes", t.text)
	}
	if err := p.mistyped(t); err != nil {
		return nil, err
	}
	if t.quoted {
		return field{strings.TrimSuffix(t.text, ":"), t.value, t.column}, nil
	}
	if name, value, ok := fieldName(t.text); ok {
		if value == "" {
			return nil, p.errorAt(t, "the field has no value\nhint: write %s:value without a space, or %s:\"two words\"", name, name)
		}
		return field{name, value, t.column}, nil
	}
	return p.word(t)
}

// regex compiles a regular expression. One that repeats much is as large as what it repeats, many
// times over, so its size is bounded.
func (p *parser) regex(t token) (node, error) {
	parsed, err := syntax.Parse("(?i)"+t.text, syntax.Perl)
	if err != nil {
		return nil, p.errorAt(t, "is no regular expression: %s\nhint: a sign that means itself has a backslash before it: \\(; the syntax is RE2's", strings.Replace(strings.TrimPrefix(err.Error(), "error parsing regexp: "), "(?i)", "", 1))
	}
	program, err := syntax.Compile(parsed.Simplify())
	if err == nil {
		p.steps += len(program.Inst)
	}
	if err != nil || p.steps > maxSteps {
		return nil, p.errorAt(t, "the regular expressions of this query are too large\nhint: let less be repeated {so} often, or part the query in two")
	}
	re, err := regexp.Compile("(?i)" + t.text)
	if err != nil {
		return nil, p.errorAt(t, "is no regular expression: %s\nhint: a sign that means itself has a backslash before it: \\(; the syntax is RE2's", strings.Replace(strings.TrimPrefix(err.Error(), "error parsing regexp: "), "(?i)", "", 1))
	}
	return regex{re}, nil
}

var fuzzySuffix = regexp.MustCompile(`^(.+)~([12])?$`)

func (p *parser) word(t token) (node, error) {
	if rest, ok := strings.CutPrefix(t.text, "="); ok {
		if rest == "" {
			return nil, p.errorAt(t, "= stands directly before a word\nhint: for example =word, without a blank")
		}
		return p.phrase(t, rest, exact)
	}
	if m := fuzzySuffix.FindStringSubmatch(t.text); m != nil {
		slips := 1
		if m[2] == "2" {
			slips = 2
		}
		found := words.Tokens(m[1])
		if len(found) != 1 {
			return nil, p.errorAt(t, "~ follows one word\nhint: for example indikator~ or indikator~2")
		}
		return phrase{[]word{{kind: fuzzy, text: found[0].Fold, slips: slips, column: t.column}}}, nil
	}
	return p.phrase(t, t.text, stemmed)
}

// phrase reads words in a row. Wildcards are known in it.
func (p *parser) phrase(t token, text string, kind wordKind) (node, error) {
	var ws []word
	for _, part := range strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == '-' || r == '–' }) {
		if strings.ContainsAny(part, "*?") {
			w, err := p.wild(t, part)
			if err != nil {
				return nil, err
			}
			ws = append(ws, w)
			continue
		}
		for _, tok := range words.Tokens(part) {
			ws = append(ws, word{kind: kind, text: tok.Fold, column: t.column})
		}
	}
	if len(ws) == 0 {
		return nil, p.errorAt(t, "holds no letter or digit to look for\nhint: a punctuation mark is found with a regular expression: /\\?/")
	}
	return phrase{ws}, nil
}

// wild compiles a word with * and ?. At least two letters or digits must stand in it.
func (p *parser) wild(t token, part string) (word, error) {
	lower := strings.Trim(strings.ToLower(part), `.,;:!"'`)
	letters := utf8.RuneCountInString(lower) - strings.Count(lower, "*") - strings.Count(lower, "?")
	if letters < 2 {
		return word{}, p.errorAt(t, "a word with * or ? needs two letters or more\nhint: for example mål*")
	}
	return word{kind: pattern, text: lower, column: t.column}, nil
}
