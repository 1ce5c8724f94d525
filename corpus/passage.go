package corpus

import (
	"strconv"
	"strings"

	"crosscase/corpus/catalogue"
)

// Span is a range of characters, half open: Start is in it, End is not.
type Span struct{ Start, End int }

// ParseSpan reads "812-1043".
func ParseSpan(s string) (Span, error) {
	from, to, ok := strings.Cut(s, "-")
	start, err1 := strconv.Atoi(from)
	end, err2 := strconv.Atoi(to)
	if !ok || err1 != nil || err2 != nil || start < 0 || end <= start {
		return Span{}, catalogue.Errorf("%q is not a place; write it as START-END in characters, for example 812-1043", s)
	}
	return Span{start, end}, nil
}

func (s Span) String() string { return string(s.append(make([]byte, 0, 32))) }

func (s Span) append(to []byte) []byte {
	return strconv.AppendInt(append(strconv.AppendInt(to, int64(s.Start), 10), '-'), int64(s.End), 10)
}

// Len returns the number of characters.
func (s Span) Len() int { return s.End - s.Start }

// Overlaps tells whether the spans share at least one character.
func (s Span) Overlaps(o Span) bool { return s.Start < o.End && o.Start < s.End }

// Contains tells whether o lies within s.
func (s Span) Contains(o Span) bool { return s.Start <= o.Start && o.End <= s.End }

// Union returns the smallest span that holds both.
func (s Span) Union(o Span) Span { return Span{min(s.Start, o.Start), max(s.End, o.End)} }

// Passage is a span of a document.
type Passage struct {
	Document string // the document's key, for example "a-interview.txt"
	Span
}

// ParsePassage reads a locator such as "a-interview.txt:812-1043".
func ParsePassage(s string) (Passage, error) {
	i := strings.LastIndexByte(s, ':')
	if i <= 0 {
		return Passage{}, catalogue.Errorf("%q is not a locator; write it as DOCUMENT:START-END, for example a-interview.txt:812-1043", s)
	}
	span, err := ParseSpan(s[i+1:])
	if err != nil {
		return Passage{}, err
	}
	if strings.ContainsAny(s[:i], `/\`) {
		return Passage{}, catalogue.Errorf("%q is a path; a locator takes the document's key, for example a-interview.txt:812-1043", s[:i])
	}
	return Passage{s[:i], span}, nil
}

func (p Passage) String() string {
	return string(p.append(append(append(make([]byte, 0, 64), p.Document...), ':')))
}

// Before orders passages by document, start and end.
func (p Passage) Before(q Passage) bool {
	if p.Document != q.Document {
		return p.Document < q.Document
	}
	if p.Start != q.Start {
		return p.Start < q.Start
	}
	return p.End < q.End
}
