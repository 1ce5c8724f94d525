package convert

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"crosscase/corpus/pattern"
)

// marker is a bullet or a number that begins a list item or a heading; contents are the dots and the
// number that end a line of a table of contents.
var (
	marker      = pattern.Of(`^(?:[•▪■◦○●‣–—*·-]|\x{F0B7}|\x{F0A7}|[a-zA-Z0-9]{1,2}[.)]|\d{1,2}(?:\.\d{1,2}){0,4}\.?)$`)
	bullet      = pattern.Of(`^(?:[•▪■◦●‣·]|\x{F0B7}|\x{F0A7})[ \t]*`)
	contents    = pattern.Of(`(?:\. ?|… ?|_){4,}\s*(?:\d{1,4}|[ivxlcIVXLC]{1,6})$`)
	captionLine = pattern.Of(`^(?i)(?:tabell|table|figur|figure|kilde|source|diagram)\b`)
)

// wholeLine joins line i with those that follow on the same base line, such as
// a bullet and its text.
func (m *pdfMaker) wholeLine(lines []pdfLine, i int) (pdfLine, int) {
	l := lines[i]
	l.list = l.list || bullet.MatchString(l.text)
	j := i + 1
	for ; j < len(lines) && j < i+200 && sameRow(l, lines[j]) && lines[j].x0 >= l.x1-1; j++ {
		n := lines[j]
		glue := " "
		if n.x0-l.x1 < 0.08*l.size {
			glue = ""
		}
		if l.hyphen {
			l.text += "-"
		}
		l.text += glue + n.text
		l.hyphen, l.x1, l.bold, l.slanted = n.hyphen, n.x1, l.bold && n.bold, l.slanted && n.slanted
		l.right = math.Max(l.right, n.right)
		l.size = math.Max(l.size, n.size)
	}
	return l, j
}

// line adds a line to the open paragraph or starts another.
func (m *pdfMaker) line(l pdfLine) {
	if len(m.open) > 0 && m.breaks(m.open[len(m.open)-1], l) {
		m.flush()
	}
	if len(m.open) == 0 {
		m.putNotes(l.page)
	}
	m.open = append(m.open, l)
}

// breaks tells whether line b starts a new paragraph after line a.
func (m *pdfMaker) breaks(a, b pdfLine) bool {
	if b.list || math.Abs(a.size-b.size) > 0.08*math.Max(a.size, b.size) || a.bold != b.bold && (a.bold || len(m.open) == 1 || endsSentence(a.text)) {
		return true
	}
	if contents.MatchString(a.text) {
		return true
	}
	if m.labels[b.label] > 1 || a.slanted != b.slanted && endsSentence(a.text) {
		return true
	}
	if a.hyphen {
		return false
	}
	down := a.base - b.base
	if a.page != b.page || down <= 0 || b.x0 > a.x1 {
		return !m.runsOn(a, b)
	}
	if down > 1.3*m.pitch && down > 1.35*a.size {
		return true
	}
	first := m.open[0]
	switch indent := b.x0 - a.x0; {
	case indent > 0.8*a.size && !(first.list && len(m.open) == 1):
		return true
	case indent < -0.8*a.size && (len(m.open) > 1 || first.list):
		return true
	}
	return m.short(a, b)
}

// short tells whether the first word of b would have had room at the end of a.
func (m *pdfMaker) short(a, b pdfLine) bool {
	return a.x1+0.3*a.size+b.first < a.right-0.5*a.size
}

// runsOn tells whether a sentence goes on from the foot of a page or column.
func (m *pdfMaker) runsOn(a, b pdfLine) bool {
	first, _ := utf8.DecodeRuneInString(b.text)
	if unicode.IsLower(first) {
		return !endsSentence(a.text)
	}
	return a.size == m.body && !a.bold && !endsSentence(a.text) && !strings.HasSuffix(a.text, ":") && !m.short(a, b) &&
		unicode.IsLetter(first) && len(a.text) > 30
}

// join makes one text of lines, hyphens undone; a page mark stands where a new
// page starts.
func (m *pdfMaker) join(lines []pdfLine) string {
	if len(lines) == 0 {
		return ""
	}
	var s strings.Builder
	for i, l := range lines {
		text := l.text
		if i == 0 {
			s.WriteString(text)
			continue
		}
		a := lines[i-1]
		marks := ""
		if l.page > a.page {
			marks = strings.Repeat(string(pageMark), l.page-a.page)
			m.r.Add("normalised", "page breaks inside a paragraph undone", 1, "")
		}
		if !a.hyphen {
			s.WriteString(" " + marks + text)
			continue
		}
		last := lastChunk(a.text)
		joined, kept := m.words.joinHyphen(last, text)
		word := last + "-" + firstWord(text)
		if kept {
			m.r.Add("guessed", "hyphens at line ends kept", 1, word)
		} else {
			m.r.Add("normalised", "hyphens at line ends undone", 1, word+" → "+last+firstWord(text))
		}
		rest := strings.TrimPrefix(joined, last)
		s.WriteString(strings.TrimSuffix(rest, text) + marks + text)
	}
	if last := lines[len(lines)-1]; last.hyphen {
		s.WriteByte('-')
	}
	return s.String()
}

// lastChunk returns the end of a line, long enough to judge its last word.
func lastChunk(s string) string {
	if i := strings.LastIndexByte(strings.TrimRight(s, " "), ' '); i >= 0 {
		if k := strings.LastIndexByte(s[:i], ' '); k >= 0 {
			return s[k+1:]
		}
	}
	return s
}
