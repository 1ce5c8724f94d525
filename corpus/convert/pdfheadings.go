package convert

import (
	"sort"
	"strings"
	"unicode/utf8"

	"crosscase/corpus/pattern"
)

// Limits of a heading.
const (
	headingLines = 3
	headingChars = 160
	larger       = 1.1 // times the size of the running text
)

// outline is the number of a heading.
var outline = pattern.Of(`^\d{1,2}(?:\.\d{1,2}){0,4}\.?\s`)

// flush makes a block of the open lines.
func (m *pdfMaker) flush() {
	if len(m.open) == 0 {
		return
	}
	first := m.open[0]
	bold, slanted := true, true
	for _, l := range m.open {
		bold, slanted = bold && l.bold, slanted && l.slanted
	}
	b := Block{Text: m.join(m.open), Page: first.page, bold: bold, slanted: slanted}
	if first.list {
		b.Kind, b.Text = ListItem, bullet.ReplaceAllString(b.Text, "")
	}
	size := first.size
	if len(m.open) > headingLines || utf8.RuneCountInString(b.Text) > headingChars {
		size, bold = m.body, false
	}
	m.put(b, size, bold)
	last := m.open[len(m.open)-1].page
	m.open = m.open[:0]
	m.putNotes(last)
}

// giveLevels makes headings of what is set larger than the running text, the
// largest being level 1, and of short lines in bold type.
func (m *pdfMaker) giveLevels() {
	var sizes []float64
	for i, size := range m.sizes {
		if m.blocks[i].Kind == Paragraph && size > larger*m.body {
			sizes = append(sizes, size)
		}
	}
	sort.Sort(sort.Reverse(sort.Float64Slice(sizes)))
	var steps []float64
	for _, s := range sizes {
		if len(steps) == 0 || s < 0.95*steps[len(steps)-1] {
			steps = append(steps, s)
		}
	}
	for i := range m.blocks {
		b := &m.blocks[i]
		if b.Kind != Paragraph || captionLine.MatchString(b.Text) || strings.ContainsRune(b.Text, pageMark) {
			continue
		}
		switch {
		case m.sizes[i] > larger*m.body:
			b.Kind = Heading
			for level, s := range steps {
				if m.sizes[i] >= 0.95*s {
					b.Level = min(level+1, 6)
					break
				}
			}
		case m.bolds[i] && !endsSentence(b.Text) && !strings.HasSuffix(b.Text, ":") && m.plainAfter(i):
			b.Kind, b.Level = Heading, min(len(steps)+depth(b.Text), 6)
		default:
			continue
		}
		m.r.Add("guessed", "headings, by larger or bold type", 1, clip(b.Text, 60))
	}
}

// depth returns how many numbers a heading begins with: 2 for "1.1 Goals"; 1 if
// there are none.
func depth(text string) int {
	return max(1, 1+strings.Count(strings.TrimRight(outline.FindString(text), ". "), "."))
}

// plainAfter tells whether text that is not bold follows block i soon.
func (m *pdfMaker) plainAfter(i int) bool {
	if _, ok := parseOpening(m.blocks[i].Text); ok {
		return false
	}
	for j := i + 1; j < len(m.blocks) && j < i+4; j++ {
		if !m.bolds[j] {
			return true
		}
	}
	return false
}
