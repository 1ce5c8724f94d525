package convert

import (
	"regexp"
	"unicode"
	"unicode/utf8"
)

// noteStart is how a footnote begins: its number or star, then the words.
var noteStart = regexp.MustCompile(`^(?:\d{1,3}|\*{1,3})[.)]?\s*\pL`)

// takeNotes takes the footnotes out of the lines: what stands last on a page,
// begins with a number and is set smaller than the running text. They would
// else stand inside the sentence that goes on over the page.
func (m *pdfMaker) takeNotes(lines []pdfLine) []pdfLine {
	var out []pdfLine
	for start := 0; start < len(lines); {
		end := start
		for end < len(lines) && lines[end].page == lines[start].page {
			end++
		}
		page := lines[start:end]
		first := len(page)
		for first > 0 && page[first-1].size < 0.95*m.body {
			first--
		}
		for first < len(page) && !noteStart.MatchString(page[first].text) {
			first++
		}
		if first == len(page) && end < len(lines) {
			first = m.interrupts(page, lines[end])
		}
		out = append(out, page[:first]...)
		for i := first; i < len(page); {
			note := i
			l, next := m.wholeLine(page, i)
			group := []pdfLine{l}
			for i = next; i < len(page) && !noteStart.MatchString(page[i].text); {
				l, i = m.wholeLine(page, i)
				group = append(group, l)
			}
			if i == note {
				i++
			}
			m.notes = append(m.notes, group)
		}
		start = end
	}
	return out
}

// interrupts returns the line at which a footnote in type of the usual size
// begins: after a gap, inside a sentence that the next page continues.
func (m *pdfMaker) interrupts(page []pdfLine, next pdfLine) int {
	first, _ := utf8.DecodeRuneInString(next.text)
	for k := len(page) - 1; k > 0 && k > len(page)-10; k-- {
		above := page[k-1]
		if noteStart.MatchString(page[k].text) && above.base-page[k].base > 1.3*m.pitch &&
			(above.hyphen || !endsSentence(above.text)) && unicode.IsLower(first) {
			return k
		}
	}
	return len(page)
}

// putNotes adds the footnotes of the pages before one, after the paragraph that
// mentions them.
func (m *pdfMaker) putNotes(before int) {
	for len(m.notes) > 0 && m.notes[0][0].page < before {
		note := m.notes[0]
		m.notes = m.notes[1:]
		m.blocks = append(m.blocks, Block{Kind: Note, Text: m.join(note), Page: note[0].page})
		m.sizes, m.bolds = append(m.sizes, 0), append(m.bolds, false)
		m.r.Add("guessed", "footnotes put after their paragraph", 1, clip(m.join(note), 60))
	}
}
