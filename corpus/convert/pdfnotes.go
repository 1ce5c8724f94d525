package convert

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"crosscase/corpus/pattern"
)

// noteStart is how a footnote begins: its number or star, then the words.
var noteStart = pattern.Of(`^(\d{1,3}|\*{1,3})[.)]?\s*[\pL"«“(]`)

// noteNumbers holds the numbers of the footnotes of each page.
type noteNumbers map[int]map[int]bool

// takeNotes takes the footnotes out of the lines of a page: what stands last on it
// or in its column, begins with a number and is set smaller than the running text.
// They would else stand inside the sentence that goes on over the page. next is the
// page after it.
func (m *pdfMaker) takeNotes(page, next []pdfLine) []pdfLine {
	page, turned := straight(page)
	out := make([]pdfLine, 0, len(page))
	small := func(i int) bool { return page[i].size < 0.95*m.body }
	for i := 0; i < len(page); {
		if !small(i) {
			out = append(out, page[i])
			i++
			continue
		}
		end := i + 1
		for end < len(page) && small(end) && page[end].base <= page[end-1].base+1 {
			end++
		}
		first := i
		for first < end && !beginsNote(page, first) {
			first++
		}
		atFoot := end == len(page) || page[end].base > page[end-1].base
		if !atFoot { // the text goes on below
			first = end
		}
		if atFoot && m.noteGoesOn(page[i]) {
			last := &m.notes[len(m.notes)-1]
			for k := i; k < first; {
				l, next := m.wholeLine(page[:first], k)
				last.lines, k = append(last.lines, l), next
			}
			i = first
		}
		out = append(out, page[i:first]...)
		m.addNotes(page[first:end])
		i = end
	}
	if len(out) == len(page) && len(page) > 0 && len(next) > 0 {
		k := m.interrupts(page, next[0])
		m.addNotes(page[k:])
		out = out[:k]
	}
	return append(out, turned...)
}

// addNotes cuts lines into footnotes and sets them aside.
func (m *pdfMaker) addNotes(lines []pdfLine) {
	for i := 0; i < len(lines); {
		l, after := m.wholeLine(lines, i)
		group := []pdfLine{l}
		n := noteNumber(l.text)
		for i = after; i < len(lines); {
			l, next := m.wholeLine(lines, i)
			if beginsNote(lines, i) && (n == 0 || noteNumber(l.text) == n+1) {
				break
			}
			group, i = append(group, l), next
		}
		m.notes = append(m.notes, aside{kind: Note, lines: group})
		if n > 0 {
			if m.numbers[group[0].page] == nil {
				m.numbers[group[0].page] = map[int]bool{}
			}
			m.numbers[group[0].page][n] = true
		}
	}
}

// noteGoesOn tells whether the last footnote of the page before goes on with line l.
func (m *pdfMaker) noteGoesOn(l pdfLine) bool {
	if len(m.notes) == 0 {
		return false
	}
	last := m.notes[len(m.notes)-1]
	end := last.lines[len(last.lines)-1]
	return last.kind == Note && end.page == l.page-1 && end.size == l.size && !endsSentence(end.text)
}

// beginsNote tells whether a footnote begins with line i: a number and words, and
// no more cells of a table.
func beginsNote(page []pdfLine, i int) bool {
	beside := func(k int) bool {
		return k < len(page) && sameRow(page[k-1], page[k]) && page[k].x0 >= page[k-1].x1-1
	}
	text, k := page[i].text, i+1
	if len(text) <= 5 && beside(k) {
		text, k = text+" "+page[k].text, k+1
	}
	return !beside(k) && noteStart.MatchString(text)
}

// noteNumber returns the number with which a footnote begins, 0 if there is none.
func noteNumber(text string) int {
	found := noteStart.FindStringSubmatch(text)
	if found == nil {
		return 0
	}
	n, _ := strconv.Atoi(found[1])
	return n
}

// interrupts returns the line at which a footnote in type of the usual size
// begins: after a gap, inside a sentence that the next page continues.
func (m *pdfMaker) interrupts(page []pdfLine, next pdfLine) int {
	first, _ := utf8.DecodeRuneInString(next.text)
	for k := len(page) - 1; k > 0 && k > len(page)-10 && page[k].table == nil; k-- { // no footnote holds a table
		above := page[k-1]
		if beginsNote(page, k) && above.base-page[k].base > 1.3*m.pitch &&
			(above.hyphen || !endsSentence(above.text)) && unicode.IsLower(first) {
			return k
		}
	}
	return len(page)
}

// putNotes adds the footnotes of the pages before one, after the paragraph that
// mentions them.
func (m *pdfMaker) putNotes(before int) {
	for len(m.notes) > 0 && m.notes[0].lines[0].page < before {
		note := m.notes[0]
		m.notes = m.notes[1:]
		b := Block{Kind: note.kind, Text: strings.ReplaceAll(m.join(note.lines), string(pageMark), ""), Page: note.lines[0].page}
		if note.kind == Note {
			if found := noteStart.FindStringSubmatch(b.Text); found != nil && noteNumber(b.Text) > 0 {
				b.Text = "[" + found[1] + "] " + strings.TrimLeft(strings.TrimPrefix(b.Text, found[1]), ".) ")
			}
			m.r.Add("guessed", "footnotes put after their paragraph", 1, clip(b.Text, 60))
		}
		m.put(b, 0, false)
	}
}

// markNotes turns small raised figures into marks, "[1]", where there is a footnote
// of that number on the page, or on the one before or after it, or where they
// stand after the end of a sentence; others are powers, as in m2, and stay. A
// footnote goes after the paragraph that mentions it.
func (m *pdfMaker) markNotes() {
	at := map[[2]int]int{} // the block that mentions a footnote of a page
	for i := range m.blocks {
		b := &m.blocks[i]
		if b.Cells == nil {
			b.Text = m.marked(b.Text, b.Page, i, at)
			continue
		}
		for c, cell := range b.Cells {
			b.Cells[c] = m.marked(cell, b.Page, -1, at)
		}
		b.Text = strings.Join(b.Cells, "\t")
	}
	after := map[int][]Block{}
	kept := m.blocks[:0:0]
	index := make([]int, 0, len(m.blocks))
	for i, b := range m.blocks {
		if b.Kind == Note && i > 0 {
			if k, ok := at[[2]int{b.Page, markNumber(b.Text)}]; ok && k < i {
				after[k] = append(after[k], b)
				continue
			}
		}
		kept, index = append(kept, b), append(index, i)
	}
	if len(after) == 0 {
		return
	}
	m.blocks = m.blocks[:0:0]
	for k, b := range kept {
		m.blocks = append(append(m.blocks, b), after[index[k]]...)
	}
}

// markNumber returns the number of a footnote that is written "[1] words".
func markNumber(text string) int {
	digits, _, _ := strings.Cut(strings.TrimPrefix(text, "["), "]")
	n, _ := strconv.Atoi(digits)
	return n
}

// marked returns the text of block i with its raised figures settled, and notes
// the footnotes that it mentions.
func (m *pdfMaker) marked(text string, page, i int, at map[[2]int]int) string {
	if !strings.ContainsRune(text, noteBegin) {
		return strings.ReplaceAll(text, string(noteEnd), "")
	}
	var out strings.Builder
	for {
		before, rest, found := strings.Cut(text, string(noteBegin))
		out.WriteString(before)
		page += strings.Count(before, string(pageMark))
		if !found {
			return strings.ReplaceAll(out.String(), string(noteEnd), "")
		}
		digits, after, _ := strings.Cut(rest, string(noteEnd))
		text = after
		n, err := strconv.Atoi(digits)
		last, _ := utf8.DecodeLastRuneInString(before)
		on := 0
		for _, p := range []int{page, page + 1, page - 1} {
			if m.numbers[p][n] {
				on = p
				break
			}
		}
		if err == nil && n > 0 && (on > 0 || strings.ContainsRune(".,;:!?)»”", last)) {
			m.r.Add("guessed", "small raised figures read as marks of footnotes, [1]", 1, lastWord(strings.TrimRight(before, ".,;:!?)»”"))+"["+digits+"]")
			digits = "[" + digits + "]"
			if _, has := at[[2]int{on, n}]; !has && i >= 0 {
				at[[2]int{on, n}] = i
			}
		}
		out.WriteString(digits)
	}
}
