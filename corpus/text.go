package corpus

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// markEvery is the distance, in characters, between two remembered byte offsets.
// Finding a place costs a scan of at most that many characters.
const markEvery = 256

// Text is a document's characters with a map between characters and bytes.
// It is never changed after NewText and may be shared between goroutines.
type Text struct {
	s     string
	marks []int // byte offset of every markEvery-th character; nil if all are single bytes
	n     int   // characters
}

// NewText returns the text of s. Bytes that are not UTF-8 count as one
// character each, as they do in a Go range loop.
func NewText(s string) *Text {
	t := &Text{s: s, n: utf8.RuneCountInString(s)}
	if t.n == len(s) {
		return t
	}
	t.marks = make([]int, 0, t.n/markEvery+1)
	i := 0
	for b := range s {
		if i%markEvery == 0 {
			t.marks = append(t.marks, b)
		}
		i++
	}
	return t
}

// String returns the whole text.
func (t *Text) String() string { return t.s }

// Len returns the number of characters.
func (t *Text) Len() int { return t.n }

// Byte returns the byte offset of a character. Offsets outside the text are
// moved to its nearer end.
func (t *Text) Byte(char int) int {
	switch {
	case char <= 0:
		return 0
	case char >= t.n:
		return len(t.s)
	case t.marks == nil:
		return char
	}
	b := t.marks[char/markEvery]
	for left := char % markEvery; left > 0; left-- {
		_, size := utf8.DecodeRuneInString(t.s[b:])
		b += size
	}
	return b
}

// Char returns the character that begins at, or contains, a byte offset.
// Offsets outside the text are moved to its nearer end.
func (t *Text) Char(b int) int {
	switch {
	case b <= 0:
		return 0
	case b >= len(t.s):
		return t.n
	case t.marks == nil:
		return b
	}
	for back := 1; back < utf8.UTFMax && back <= b; back++ {
		if _, size := utf8.DecodeRuneInString(t.s[b-back:]); size > back {
			b -= back // b stands inside a character
			break
		}
	}
	m := sort.SearchInts(t.marks, b+1) - 1
	return m*markEvery + utf8.RuneCountInString(t.s[t.marks[m]:b])
}

// Slice returns the characters of a span. Parts of the span outside the text
// are left out.
func (t *Text) Slice(s Span) string {
	if s.End <= s.Start {
		return ""
	}
	return t.s[t.Byte(s.Start):t.Byte(s.End)]
}

// alike brings a character to the form in which typed quotes are looked for: small
// letters, straight quotation marks and apostrophes, one kind of dash and blank.
func alike(r rune) rune {
	switch r {
	case '’', '‘', '‚', '‛', '´', '`':
		return '\''
	case '“', '”', '„', '«', '»', '‟':
		return '"'
	case '–', '—', '‐', '‑', '−':
		return '-'
	case '\n', '\t', '\u00a0', '\u202f':
		return ' '
	}
	return unicode.ToLower(r)
}

// FindAlike is Find that takes letters of either case, and the several forms of
// quotation marks, apostrophes, dashes and blanks, for the same.
func (t *Text) FindAlike(quote string, limit int) []Span {
	return NewText(strings.Map(alike, t.s)).Find(strings.Map(alike, strings.TrimSpace(quote)), limit)
}

// Find returns every place where quote stands, in text order, overlapping
// places included, at most limit of them (0: all). An empty quote stands nowhere.
func (t *Text) Find(quote string, limit int) []Span {
	if quote == "" {
		return nil
	}
	var found []Span
	length := utf8.RuneCountInString(quote)
	for from := 0; ; {
		i := strings.Index(t.s[from:], quote)
		if i < 0 {
			return found
		}
		start := t.Char(from + i)
		found = append(found, Span{start, start + length})
		if limit > 0 && len(found) == limit {
			return found
		}
		_, size := utf8.DecodeRuneInString(t.s[from+i:])
		from += i + size
	}
}
