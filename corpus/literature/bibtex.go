package literature

import (
	"regexp"
	"strings"

	"golang.org/x/text/unicode/norm"

	"crosscase/corpus/plainfile"
)

// ReadBibTeX reads a BibTeX or BibLaTeX file: the key, author (else editor), year (else date) and
// title of each entry. @string abbreviations are filled in, braces and TeX accents taken away. An entry that
// does not end, has no key or a field without a value is a problem; the entries after it are still read.
func ReadBibTeX(file string, data []byte, problems *plainfile.Problems) []Work {
	b := &bibReader{file: file, text: strings.TrimPrefix(string(data), "\ufeff"), problems: problems, strings: map[string]string{}}
	for {
		i := strings.IndexByte(b.text[b.at:], '@')
		if i < 0 {
			return b.out
		}
		b.at += i
		b.entry()
	}
}

type bibReader struct {
	file     string
	text     string
	at       int
	strings  map[string]string
	problems *plainfile.Problems
	out      []Work
}

var (
	entryHead = regexp.MustCompile(`^@\s*([A-Za-z]+)\s*([{(])`)
	fieldHead = regexp.MustCompile(`^([A-Za-z][A-Za-z0-9_:-]*)\s*=\s*`)
	bareValue = regexp.MustCompile(`^[A-Za-z0-9_:.+/-]+`)
	lineStart = regexp.MustCompile(`\n\s*@\s*[A-Za-z]+\s*[{(]`)
)

func (b *bibReader) line(at int) int { return strings.Count(b.text[:at], "\n") + 1 }

func (b *bibReader) space() {
	for b.at < len(b.text) && strings.IndexByte(" \t\r\n", b.text[b.at]) >= 0 {
		b.at++
	}
}

// giveUp notes a slip in an entry and goes on at the next line that begins one.
func (b *bibReader) giveUp(start int, english string, parts ...any) {
	b.problems.Add(b.file, b.line(start), english, parts...)
	b.at = max(b.at, start+1)
	if m := lineStart.FindStringIndex(b.text[start+1:]); m != nil {
		b.at = start + 1 + m[0]
		return
	}
	b.at = len(b.text)
}

func (b *bibReader) entry() {
	start := b.at
	m := entryHead.FindStringSubmatch(b.text[b.at:])
	if m == nil { // an @ in the words between entries
		b.at++
		return
	}
	kind := strings.ToLower(m[1])
	b.at += len(m[0])
	closing := byte('}')
	if m[2] == "(" {
		closing = ')'
	}
	if kind == "comment" || kind == "preamble" {
		b.at--
		if _, ok := b.braced(); !ok {
			b.giveUp(start, "the entry does not end\nhint: close its braces")
		}
		return
	}
	w := Work{File: b.file, Line: b.line(start)}
	if kind != "string" {
		end := strings.IndexAny(b.text[b.at:], ",})\n")
		if end < 0 {
			b.giveUp(start, "the entry does not end\nhint: close its braces")
			return
		}
		w.Key = strings.TrimSpace(b.text[b.at : b.at+end])
		if w.Key == "" || strings.ContainsAny(w.Key, "={\" \t") {
			b.giveUp(start, "the entry has no key\nhint: write @%s{key, …}", kind)
			return
		}
		b.at += end
		if b.text[b.at] == ',' {
			b.at++
		}
	}
	fields := map[string]string{}
	for {
		b.space()
		if b.at >= len(b.text) {
			b.giveUp(start, "the entry does not end\nhint: close its braces")
			return
		}
		if b.text[b.at] == closing {
			b.at++
			break
		}
		if b.text[b.at] == ',' {
			b.at++
			continue
		}
		h := fieldHead.FindStringSubmatch(b.text[b.at:])
		if h == nil {
			b.giveUp(start, "the entry cannot be read from line %d on: %s\nhint: a field is name = {value}, with a comma between two", b.line(b.at), beginning(strings.SplitN(b.text[b.at:], "\n", 2)[0]))
			return
		}
		b.at += len(h[0])
		value, ok := b.value()
		if !ok {
			b.giveUp(start, "the entry does not end\nhint: close its braces")
			return
		}
		fields[strings.ToLower(h[1])] = value
	}
	if kind == "string" {
		for name, value := range fields {
			b.strings[name] = value
		}
		return
	}
	w.Title = plain(fields["title"])
	w.Year = fourDigits.FindString(fields["year"])
	if w.Year == "" {
		w.Year = fourDigits.FindString(fields["date"])
	}
	names := fields["author"]
	if names == "" {
		names = fields["editor"]
	}
	w.Authors = bibAuthors(names)
	w.missing(b.problems)
	b.out = append(b.out, w)
}

// value reads what stands behind the sign of equality: pieces with # between them.
func (b *bibReader) value() (string, bool) {
	out := ""
	for {
		b.space()
		if b.at >= len(b.text) {
			return "", false
		}
		switch b.text[b.at] {
		case '{':
			s, ok := b.braced()
			if !ok {
				return "", false
			}
			out += s
		case '"':
			s, ok := b.quoted()
			if !ok {
				return "", false
			}
			out += s
		default:
			s := bareValue.FindString(b.text[b.at:])
			if s == "" {
				return "", false
			}
			b.at += len(s)
			if full, ok := b.strings[strings.ToLower(s)]; ok {
				s = full
			}
			out += s
		}
		b.space()
		if b.at >= len(b.text) || b.text[b.at] != '#' {
			return out, true
		}
		b.at++
	}
}

// braced reads a value in braces, or a round one of a comment, with all that is nested in it.
func (b *bibReader) braced() (string, bool) {
	depth, start := 0, b.at
	for ; b.at < len(b.text); b.at++ {
		switch b.text[b.at] {
		case '\\':
			b.at++
		case '{', '(':
			if b.text[b.at] == b.text[start] {
				depth++
			}
		case '}', ')':
			if (b.text[b.at] == '}') == (b.text[start] == '{') {
				depth--
			}
			if depth == 0 {
				b.at++
				return b.text[start+1 : b.at-1], true
			}
		}
	}
	return "", false
}

func (b *bibReader) quoted() (string, bool) {
	depth, start := 0, b.at+1
	for b.at++; b.at < len(b.text); b.at++ {
		switch b.text[b.at] {
		case '\\':
			b.at++
		case '{':
			depth++
		case '}':
			depth--
		case '"':
			if depth == 0 {
				b.at++
				return b.text[start : b.at-1], true
			}
		}
	}
	return "", false
}

// bibAuthors parts "A and B" outside braces; a name in braces is one of an organisation.
func bibAuthors(s string) []Author {
	var out []Author
	depth, start := 0, 0
	s = strings.Join(strings.Fields(s), " ")
	add := func(name string) {
		name = strings.TrimSpace(name)
		switch {
		case name == "" || strings.EqualFold(name, "others"):
		case strings.HasPrefix(name, "{") && strings.HasSuffix(name, "}"):
			out = append(out, Author{Family: plain(name)})
		default:
			out = append(out, author(plain(name)))
		}
	}
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '{':
			depth++
		case '}':
			depth--
		}
		if depth == 0 && strings.HasPrefix(strings.ToLower(s[i:]), " and ") {
			add(s[start:i])
			start = i + 5
			i += 4
		}
	}
	add(s[start:])
	return out
}

var texLetters = strings.NewReplacer(
	`\aa`, "å", `\AA`, "Å", `\ae`, "æ", `\AE`, "Æ", `\oe`, "œ", `\ss`, "ß", `\o`, "ø", `\O`, "Ø", `\l`, "ł", `\L`, "Ł", `\i`, "ı",
	`\&`, "&", `\%`, "%", `\$`, "$", `\_`, "_", `\#`, "#", "~", " ", "---", "—", "--", "–", "``", "“", "''", "”")

var texAccent = regexp.MustCompile(`\\(["'` + "`" + `^~=.]|[cvurkH]\b ?)\s*\{?\s*(\\[ij]|\pL)\s*\}?`)

// accents are the combining marks of TeX's accents.
var accents = map[byte]rune{'"': '\u0308', '\'': '\u0301', '`': '\u0300', '^': '\u0302', '~': '\u0303', '=': '\u0304', '.': '\u0307',
	'c': '\u0327', 'v': '\u030c', 'u': '\u0306', 'r': '\u030a', 'k': '\u0328', 'H': '\u030b'}

// plain takes braces and TeX's ways to write letters away.
func plain(s string) string {
	s = texAccent.ReplaceAllStringFunc(s, func(a string) string {
		m := texAccent.FindStringSubmatch(a)
		letter := strings.TrimPrefix(m[2], `\`)
		return composed(letter + string(accents[m[1][0]]))
	})
	s = strings.NewReplacer("{", "", "}", "").Replace(texLetters.Replace(s))
	return strings.Join(strings.Fields(s), " ")
}

// composed joins a letter and its accent to one character.
func composed(s string) string { return norm.NFC.String(s) }
