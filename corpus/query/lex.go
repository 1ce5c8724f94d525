package query

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"crosscase/corpus/catalogue"
)

type tokenKind int

const (
	end tokenKind = iota
	open
	closing
	quoted
	slashed
	bare
)

type token struct {
	kind   tokenKind
	text   string
	column int // character in the query, from 1
	value  string
	quoted bool // of a field: its value stood in quotes
}

var closers = map[rune]string{'"': `"`, '«': "»", '“': "”", '„': "“", '”': "”", '»': "«", '‹': "›", '‘': "’"}

// lex parts a query into tokens.
func lex(s string) ([]token, error) {
	var out []token
	column := 1
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		start := i
		switch {
		case unicode.IsSpace(r):
			i += size
		case r == '(' || r == ')':
			kind := open
			if r == ')' {
				kind = closing
			}
			out = append(out, token{kind: kind, text: string(r), column: column})
			i += size
		case closers[r] != "":
			text, n, ok := until(s[i+size:], closers[r])
			if !ok {
				return nil, &Error{s, column, catalogue.Text("this quotation mark is never closed\nhint: end the phrase with %s", closers[r])}
			}
			out = append(out, token{kind: quoted, text: text, column: column})
			i += size + n
		case r == '/':
			if n := len(out); n > 0 && out[n-1].kind == bare && distance.MatchString(out[n-1].text+digitsAfter(s[i:])) {
				return nil, &Error{s, column, catalogue.Text("the number stands directly behind %s\nhint: write %s%s", out[n-1].text, out[n-1].text, digitsAfter(s[i:]))}
			}
			text, n, ok := until(s[i+1:], "/")
			if !ok {
				return nil, &Error{s, column, catalogue.Text("this regular expression is never closed\nhint: end it with /, and write a slash inside it as \\/")}
			}
			out = append(out, token{kind: slashed, text: text, column: column})
			i += 1 + n
		default:
			t, n, err := bareToken(s, i, column)
			if err != nil {
				return nil, err
			}
			out = append(out, t)
			i += n
		}
		column += utf8.RuneCountInString(s[start:i])
	}
	return append(out, token{kind: end, column: column}), nil
}

// distance is an operator of distance with its number.
var distance = regexp.MustCompile(`^(NEAR|BEFORE|FOLLOWS)/\d+$`)

// digitsAfter returns the slash and the digits with which s begins, if a blank or nothing comes after them.
func digitsAfter(s string) string {
	word, _, _ := strings.Cut(s, " ")
	return word
}

// bareToken reads a word, an operator or a field. "name:" takes a quoted value too.
func bareToken(s string, i, column int) (token, int, error) {
	stop := strings.IndexFunc(s[i:], func(r rune) bool {
		return unicode.IsSpace(r) || r == '(' || r == ')' || closers[r] != ""
	})
	if stop < 0 {
		stop = len(s) - i
	}
	t := token{kind: bare, text: s[i : i+stop], column: column}
	name, _, isField := fieldName(t.text)
	if isField && strings.HasSuffix(t.text, ":") && i+stop < len(s) {
		r, size := utf8.DecodeRuneInString(s[i+stop:])
		if closers[r] != "" {
			value, n, ok := until(s[i+stop+size:], closers[r])
			if !ok {
				return t, 0, &Error{s, column + utf8.RuneCountInString(t.text), catalogue.Text("this quotation mark is never closed\nhint: end the value with %s", closers[r])}
			}
			t.text, t.value, t.quoted = name+":", value, true
			return t, stop + size + n, nil
		}
	}
	return t, stop, nil
}

// until returns the text up to a closer and the bytes up to and with it.
// A backslash before the closer keeps it.
func until(s, closer string) (string, int, bool) {
	for i := 0; i < len(s); {
		if s[i] == '\\' && strings.HasPrefix(s[i+1:], closer) {
			i += 1 + len(closer)
			continue
		}
		if strings.HasPrefix(s[i:], closer) {
			return strings.ReplaceAll(s[:i], `\`+closer, closer), i + len(closer), true
		}
		_, size := utf8.DecodeRuneInString(s[i:])
		i += size
	}
	return "", 0, false
}

// fieldName parts "name:value". A name begins with a small letter and holds
// small letters, digits, dots and hyphens.
func fieldName(s string) (name, value string, ok bool) {
	name, value, ok = strings.Cut(s, ":")
	if !ok || name == "" || strings.HasPrefix(value, "//") {
		return "", "", false
	}
	for i, r := range name {
		small := r >= 'a' && r <= 'z' || unicode.IsLower(r)
		if !small && (i == 0 || !(r >= '0' && r <= '9' || r == '.' || r == '-' || r == '_')) {
			return "", "", false
		}
	}
	return name, value, true
}
