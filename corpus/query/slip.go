package query

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"crosscase/corpus/catalogue"
)

// distances are operators of distance with a slip, or as other programs write them, that would
// otherwise be read as words.
var distances = regexp.MustCompile(`^(?:(?i:near|before|follows|within|overlaps|without)[/:~]\S*|(?:NEAR|BEFORE|FOLLOWS|ONEAR|WITHIN|PRE|ADJ|W|N)/?\d+)$`)

// foreignDistances are the same as other programs and other languages write them, in capitals or not.
var foreignDistances = regexp.MustCompile(`^(?i:w|pre|onear|adj|n|nær|før|etter|innen|innenfor)/\d+$`)

// foreignUnits are words for the units that a group may stand in.
var foreignUnits = map[string]string{"SETNING": "SENTENCE", "SETNINGEN": "SENTENCE", "AVSNITT": "PARAGRAPH", "AVSNITTET": "PARAGRAPH", "YTRING": "TURN", "REPLIKK": "TURN"}

// fieldNames are the fields that every study has.
var fieldNames = map[string]bool{"case": true, "code": true, "coder": true, "kind": true, "role": true, "says": true, "source": true, "speaker": true, "status": true, "year": true}

// strange are signs that no word of a text holds and that mean something in other query languages.
const strange = `^|[]{}\\<>`

// mistyped finds what is written as in other languages, or nearly as in this one, and would be
// read as words that nobody means.
func (p *parser) mistyped(t token) error {
	if t.quoted {
		return nil
	}
	text := t.text
	next := p.peek()
	upper := strings.ToUpper(text)
	if distances.MatchString(text) || foreignDistances.MatchString(text) {
		name := "NEAR"
		for begin, n := range map[string]string{"BEFORE": "BEFORE", "PRE": "BEFORE", "FØR": "BEFORE", "FOLLOWS": "FOLLOWS", "ETTER": "FOLLOWS"} {
			if strings.HasPrefix(upper, begin) {
				name = n
			}
		}
		return p.errorAt(t, "%s is no operator\nhint: did you mean %s/5? To look for the word itself, put it in quotes", text, name)
	}
	group := next.kind == open && next.column == t.column+utf8.RuneCountInString(text)
	if meant := foreignUnits[upper]; meant != "" && group {
		return p.errorAt(t, "%s is no operator\nhint: for example %s(word other); to look for the word itself, put it in quotes", text, meant)
	}
	if meant := asWords[text]; p.foreign(text) {
		return p.errorAt(t, "%s is no operator\nhint: write %s; to look for the word itself, write it in small letters or in quotes", text, meant)
	}
	if name, value, ok := fieldName(strings.ToLower(text)); ok && !strings.HasPrefix(text, name) && (fieldNames[name] || value != "") {
		return p.errorAt(t, "the names of fields are written in small letters\nhint: write %s:; to look for the words themselves, put them in quotes", name)
	}
	if p.singleQuotes(t) {
		return p.errorAt(t, "single quotation marks hold no phrase\nhint: write \"two words\"; a word itself is found without marks")
	}
	if _, ok := units[upper]; ok && (text == upper || group) {
		return p.errorAt(t, "%s is followed by a group\nhint: for example %s(word other); to look for the word itself, write it in small letters or in quotes", text, upper)
	}
	switch {
	case text == "&&" || text == "&":
		return p.errorAt(t, "%s is no operator\nhint: write AND, or nothing: words beside each other must all be there", text)
	case text == "||" || text == "|":
		return p.errorAt(t, "%s is no operator\nhint: write OR", text)
	case (text[0] == '-' || text[0] == '!') && begins(text[1:]):
		return p.errorAt(t, "%c before a word does not leave it out\nhint: write NOT %s; to look for the word itself, put it in quotes", text[0], text[1:])
	case text[0] == '+' && begins(text[1:]):
		return p.errorAt(t, "+ before a word means nothing\nhint: words beside each other must all be there; for exactly this spelling write =%s", text[1:])
	case text[0] == '~':
		return p.errorAt(t, "~ stands directly behind one word, not behind a phrase or a blank\nhint: for example indikator~, or word NEAR/5 other")
	case text[0] == ':':
		return p.errorAt(t, "a field has no blank before its colon\nhint: for example case:a; a colon itself is found with /:/")
	}
	if _, _, isField := fieldName(text); isField {
		return nil
	}
	if at := strings.IndexAny(text, strange); at >= 0 && len(text) > 1 {
		slip := t
		slip.column += utf8.RuneCountInString(text[:at])
		return p.errorAt(slip, "%q stands in no word\nhint: a regular expression stands between slashes: /20(14|15)/", text[at:at+1])
	}
	if m := slips.FindStringSubmatch(text); m != nil {
		return p.errorAt(t, "~ allows one slip, ~2 two\nhint: write %s~2, or %s* for other endings", m[1], m[1])
	}
	return nil
}

// foreign tells whether the word that was read last is an operator in another language: in capitals, where not all
// is, and before something else; those that join two things, also behind something.
func (p *parser) foreign(text string) bool {
	if asWords[text] == "" || text != strings.ToUpper(text) || p.query == strings.ToUpper(p.query) {
		return false
	}
	next := p.peek().kind
	return next != end && next != closing && (asWords[text] == "NOT" || p.at > 1 && p.tokens[p.at-2].kind != open)
}

// singleQuotes tells whether a word begins what a later one ends with a single quotation mark, and no mark stands between.
func (p *parser) singleQuotes(t token) bool {
	if len(t.text) < 2 || t.text[0] != '\'' || strings.HasSuffix(t.text, "'") {
		return false
	}
	for _, later := range p.tokens[p.at:] {
		if later.kind != bare || strings.HasPrefix(later.text, "'") {
			return false
		}
		if strings.HasSuffix(later.text, "'") {
			return true
		}
	}
	return false
}

// begins tells whether a word begins with a letter or a digit.
func begins(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// slips is a word with more slips than are looked for.
var slips = regexp.MustCompile(`^([^~]+)~([^12].*|[12].+)$`)

// asWords are what people write for operators, and what they may have meant.
var asWords = map[string]string{
	"and": "AND", "or": "OR", "not": "NOT", "near": "NEAR", "before": "BEFORE", "within": "WITHIN", "overlaps": "OVERLAPS", "without": "WITHOUT", "follows": "FOLLOWS",
	"OG": "AND", "ELLER": "OR", "IKKE": "NOT", "IKKJE": "NOT", "UTEN": "NOT", "UTAN": "NOT", "NÆR": "NEAR", "FØR": "BEFORE", "INNENFOR": "WITHIN", "INNANFOR": "WITHIN",
	"OCH": "AND", "INTE": "NOT", "UND": "AND", "ODER": "OR", "NICHT": "NOT",
}

// Doubts returns what was looked for as a word and may have been meant as an operator: one line
// each, for whoever found nothing.
func (q *Query) Doubts() []catalogue.Message {
	tokens, err := lex(q.Text)
	if err != nil {
		return nil
	}
	var out []catalogue.Message
	for _, t := range tokens {
		if meant := asWords[t.text]; t.kind == bare && meant != "" {
			out = append(out, catalogue.Text("%s was looked for as a word; the operator is %s", t.text, meant))
		}
	}
	return out
}
