package convert

import (
	"math"
	"regexp"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// marker is a bullet or a number that begins a list item or a heading.
var (
	marker      = regexp.MustCompile(`^(?:[•▪■◦○●‣–—*·-]|\x{F0B7}|\x{F0A7}|[a-zA-Z0-9]{1,2}[.)]|\d{1,2}(?:\.\d{1,2}){0,4}\.?)$`)
	bullet      = regexp.MustCompile(`^(?:[•▪■◦●‣·]|\x{F0B7}|\x{F0A7})[ \t]*`)
	captionLine = regexp.MustCompile(`^(?i)(?:tabell|table|figur|figure|kilde|source|diagram)\b`)
)

// pdfBlocks makes paragraphs, headings and rows of the lines of the pages.
func pdfBlocks(pages [][]pdfLine, r *Report) []Block {
	var all []pdfLine
	for _, lines := range pages {
		inheritSize(lines)
	}
	for _, lines := range dropHeads(pages, r) {
		all = append(all, lines...)
	}
	m := &pdfMaker{r: r, words: wordList{}, labels: map[string]int{}}
	m.measure(all)
	all = m.takeNotes(all)
	for i := 0; i < len(all); {
		if rows, next, ok := tableAt(all, i); ok {
			m.flush()
			for k, row := range rows {
				m.row(row, k > 0)
			}
			i = next
			continue
		}
		line, next := m.wholeLine(all, i)
		m.line(line)
		i = next
	}
	m.flush()
	m.putNotes(math.MaxInt)
	m.giveLevels()
	return m.blocks
}

// pdfMaker puts lines together.
type pdfMaker struct {
	r      *Report
	words  wordList
	labels map[string]int // how many lines begin with a label
	body   float64        // size of the running text
	pitch  float64        // usual distance of its lines
	right  map[[2]int]float64

	blocks []Block
	sizes  []float64 // of each block; 0 for rows
	bolds  []bool
	open   []pdfLine
	notes  [][]pdfLine // footnotes still to be put, in order
}

// inheritSize gives lines without a size that of the line before.
func inheritSize(lines []pdfLine) {
	for i := range lines {
		if lines[i].size <= 0 && i > 0 {
			lines[i].size = lines[i-1].size
		}
		if lines[i].size <= 0 {
			lines[i].size = math.Max(lines[i].top-lines[i].bottom, 1)
		}
		lines[i].size = math.Round(lines[i].size*10) / 10
	}
}

// measure learns the usual type size, the distance of lines, the right edges
// and the words of the document.
func (m *pdfMaker) measure(lines []pdfLine) {
	chars := map[float64]int{}
	m.right = map[[2]int]float64{}
	var pitches []float64
	for i, l := range lines {
		chars[l.size] += len(l.text)
		m.right[column(l)] = math.Max(m.right[column(l)], l.x1)
		if o, ok := parseOpening(l.text); ok && !o.bare && named(o.label) {
			m.labels[fold(o.label)]++
		}
		text := l.text
		if l.hyphen {
			text = strings.TrimSuffix(text, lastWord(text))
		}
		if i > 0 && lines[i-1].hyphen {
			text = strings.TrimPrefix(text, firstWord(text))
		}
		m.words.add(text)
	}
	for size, n := range chars {
		if n > chars[m.body] || n == chars[m.body] && size < m.body {
			m.body = size
		}
	}
	for i := 1; i < len(lines); i++ {
		a, b := lines[i-1], lines[i]
		if d := a.base - b.base; a.page == b.page && a.size == m.body && b.size == m.body && d > 0.5*m.body && d < 3*m.body {
			pitches = append(pitches, d)
		}
	}
	sort.Float64s(pitches)
	m.pitch = 1.2 * m.body
	if n := len(pitches); n > 0 {
		m.pitch = pitches[n*2/5]
	}
}

// column names the column of a page in which a line stands: its left edge in
// steps wide enough for an indentation.
func column(l pdfLine) [2]int { return [2]int{l.page, int(l.x0) / 100} }

// wholeLine joins line i with those that follow on the same base line, such as
// a bullet and its text.
func (m *pdfMaker) wholeLine(lines []pdfLine, i int) (pdfLine, int) {
	l := lines[i]
	l.list = bullet.MatchString(l.text)
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
		l.hyphen, l.x1, l.bold = n.hyphen, n.x1, l.bold && n.bold
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
	if b.list || math.Abs(a.size-b.size) > 0.08*math.Max(a.size, b.size) || a.bold != b.bold && (a.bold || len(m.open) == 1) {
		return true
	}
	if o, ok := parseOpening(b.text); ok && !o.bare && m.labels[fold(o.label)] > 1 {
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
	right := m.right[column(a)]
	return a.x1+0.3*a.size+b.first < right-0.5*a.size
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
