package convert

import (
	"math"
	"slices"
	"sort"
	"strings"
)

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
func (m *pdfMaker) measure(pages [][]pdfLine) {
	chars := map[float64]int{}
	var pitches []float64
	for _, page := range pages {
		findRight(page)
		for i := range page {
			page[i].label = labelBefore(page[i].text)
		}
	}
	lines := slices.Concat(pages...)
	bold, inside := 0, 0
	for _, l := range lines {
		if l.bold {
			bold++
		}
		if timeInside(l.text) {
			inside++
		}
	}
	if 2*bold > len(lines) { // then it says nothing
		for _, page := range pages {
			for i := range page {
				page[i].bold = false
			}
		}
	}
	for i, l := range lines {
		chars[l.size] += len(l.text)
		if l.label != "" {
			m.labels[l.label]++
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
	if m.labels[timeBefore] <= inside { // times that stand anywhere come to stand at the beginning of a line too
		delete(m.labels, timeBefore)
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

// timeBefore stands for the name with which a line begins where that is a time in brackets.
const timeBefore = "[]"

// labelBefore returns the name with which a line begins, perhaps behind the number of the turn; timeBefore
// where a time in brackets and no such name begins it, "" if there is neither.
func labelBefore(text string) string {
	if !strings.ContainsAny(text, ":>]") {
		return ""
	}
	o, ok := parseOpening(text)
	if !ok && isDigitOrWraps(text) {
		if o, ok = parseNumbered(text); !ok {
			if _, rest, timed := cutClock(text); timed && text[0] == '[' && rest != "" { // "#00:01:02-0#" ends a turn
				return timeBefore
			}
		}
	}
	if ok && !o.bare && named(o.label) {
		return fold(o.label)
	}
	return ""
}

// timeInside tells whether a time in brackets stands in the middle of a line.
func timeInside(text string) bool {
	for i := 1; i < len(text); i++ {
		if text[i] == '[' && text[i-1] == ' ' {
			if _, _, ok := cutClock(text[i:]); ok {
				return true
			}
		}
	}
	return false
}

// findRight learns where the lines of a page could have gone on to: the right edge
// of the lines around each that begin near it in the same type. That is where
// many of them end, if it is not left of the line, and else the end of the longest.
func findRight(page []pdfLine) {
	const around, near = 15, 40.0 // lines; points
	ends := make([]float64, 0, 2*around+1)
	for i := range page {
		l := &page[i]
		ends = ends[:0]
		for k := max(0, i-around); k <= min(len(page)-1, i+around); k++ {
			if o := &page[k]; math.Abs(o.x0-l.x0) < near && math.Abs(o.size-l.size) <= 0.08*l.size {
				ends = append(ends, o.x1)
			}
		}
		sort.Float64s(ends)
		l.right = ends[len(ends)-1]
		many := max(3, len(ends)*35/100)
		for from, to := 0, 0; from < len(ends); from++ {
			for to < len(ends) && ends[to] <= ends[from]+3 {
				to++
			}
			if to-from >= many && ends[to-1] >= l.x1-1.5 {
				l.right = ends[to-1]
				break
			}
		}
	}
}
