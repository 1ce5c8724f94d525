package convert

import (
	"math"
	"slices"
	"strings"
	"unicode"
)

// lineBuilder gathers a line.
type lineBuilder struct {
	glyphs []glyph
	blanks []blank // before each
	box    pdfLine
	blank  blank
	space  glyph // the last blank
	sorted []float64
}

func (l *lineBuilder) reset() {
	*l = lineBuilder{glyphs: l.glyphs[:0], blanks: l.blanks[:0], sorted: l.sorted}
}

func (l *lineBuilder) add(g glyph) {
	if l.blank == realBlank && g.x0 <= l.space.x0+0.2*(l.space.x1-l.space.x0) && g.x0 > l.space.x0-0.3*g.size && !g.loose {
		l.blank = noBlank // the file steps back over it
	}
	if len(l.glyphs) == 0 {
		l.blank = noBlank
		l.box = pdfLine{x0: g.x0, x1: g.x1, top: g.top, bottom: g.bottom}
	} else {
		l.box.x0, l.box.x1 = math.Min(l.box.x0, g.x0), math.Max(l.box.x1, g.x1)
		l.box.top, l.box.bottom = math.Max(l.box.top, g.top), math.Min(l.box.bottom, g.bottom)
	}
	l.glyphs, l.blanks = append(l.glyphs, g), append(l.blanks, l.blank)
	l.blank = noBlank
}

// breaksBefore tells whether a character stands on another line or after a gap.
func (l *lineBuilder) breaksBefore(g glyph) bool {
	height := l.box.top - l.box.bottom
	if height <= 0 {
		return false
	}
	middle := (g.top + g.bottom) / 2
	if middle > l.box.top+0.5*height || middle < l.box.bottom-0.5*height {
		return true
	}
	prev := l.glyphs[len(l.glyphs)-1]
	size := math.Max(height, prev.size)
	if prev.size > 0 {
		size = prev.size
	}
	gap := cellGap
	if l.blank == realBlank {
		gap = blankGap
	}
	return g.x0-prev.x1 > math.Max(gap*size, 6) || g.x0 < prev.x0-2*math.Max(size, 4)
}

// line returns the line gathered; ok is false if there is nothing in it.
func (l *lineBuilder) line() (line pdfLine, ok bool) {
	if len(l.glyphs) == 0 {
		return line, false
	}
	line = l.box
	line.base, line.size = l.typeset()
	first, last := &l.glyphs[0], &l.glyphs[len(l.glyphs)-1]
	line.bold, line.slanted = first.bold && last.bold, first.slanted && last.slanted
	l.write(&line)
	if n := len(line.text); len(l.glyphs) > 1 {
		for _, h := range []string{"-", "\u00AD", "‐"} {
			if strings.HasSuffix(line.text, h) && unicode.IsLetter(l.glyphs[len(l.glyphs)-2].r) {
				line.text, line.hyphen = line.text[:n-len(h)], true
				break
			}
		}
	}
	return line, line.text != ""
}

// typeset returns the base line and the size of most letters.
func (l *lineBuilder) typeset() (base, size float64) {
	l.sorted = l.sorted[:0]
	for _, g := range l.glyphs {
		l.sorted = append(l.sorted, g.bottom)
	}
	base = middle(l.sorted)
	for i, g := range l.glyphs {
		l.sorted[i] = g.size
	}
	return base, middle(l.sorted)
}

// write puts the characters together, blanks where the letters stand apart.
func (l *lineBuilder) write(line *pdfLine) {
	gap := l.leastGap(line.size)
	var b strings.Builder
	b.Grow(len(l.glyphs) + len(l.glyphs)/6)
	raised := false
	word := pdfWord{x0: l.glyphs[0].x0}
	end := func() {
		line.words = append(line.words, word)
		if len(line.words) == 1 {
			line.first = word.x1 - word.x0
		}
	}
	for i, g := range l.glyphs {
		up := isRaised(g, line)
		if raised && !up {
			b.WriteRune(noteEnd)
		}
		if i > 0 && l.apart(i, gap) {
			end()
			b.WriteByte(' ')
			if g.r >= '0' && g.r <= '9' && g.x0-l.glyphs[i-1].x1 > 0.45*g.size {
				b.WriteByte(' ') // perhaps the time of a turn, set apart from the name
			}
			word = pdfWord{at: b.Len(), x0: g.x0, blank: l.blanks[i] == realBlank}
		}
		if up && !raised && i > 0 {
			b.WriteRune(noteBegin)
		} else if up && !raised {
			up = false
		}
		raised = up
		b.WriteRune(g.r)
		word.x1 = math.Max(g.x1, word.x0)
	}
	if raised {
		b.WriteRune(noteEnd)
	}
	end()
	line.text = b.String()
}

// isRaised tells whether a figure stands small and raised in its line.
func isRaised(g glyph, line *pdfLine) bool {
	return g.r >= '0' && g.r <= '9' && g.size < 0.92*line.size && g.bottom > line.base+0.15*line.size
}

// apart tells whether a blank stands before character i.
func (l *lineBuilder) apart(i int, gap float64) bool {
	a, g := l.glyphs[i-1], l.glyphs[i]
	if l.blanks[i] == realBlank || g.size <= 0 || a.turn%90 != 0 {
		return l.blanks[i] != noBlank
	}
	if l.leader(i) {
		return false
	}
	return g.x0-a.x1 > gap
}

// leader tells whether character i is a dot after a dot, as they lead to the page numbers
// of a table of contents.
func (l *lineBuilder) leader(i int) bool {
	return l.glyphs[i].r == '.' && l.glyphs[i-1].r == '.'
}

// usualGap returns the gap between the letters of the line, at least 0: that of
// most that do not follow a blank. The dots of a leader stand apart as no letters do.
func (l *lineBuilder) usualGap() float64 {
	l.sorted = l.sorted[:0]
	for i := 1; i < len(l.glyphs); i++ {
		if l.blanks[i] != realBlank && !l.leader(i) {
			l.sorted = append(l.sorted, l.glyphs[i].x0-l.glyphs[i-1].x1)
		}
	}
	if len(l.sorted) < 3 {
		return 0
	}
	return math.Max(middle(l.sorted), 0)
}

// leastGap returns the gap above which a blank stands, in type of a size. Where the words of
// a line stand close together, as in lines that are set tight, a letter that leans over leaves
// less than usual: there it is two thirds of the middle one between words.
func (l *lineBuilder) leastGap(size float64) float64 {
	usual := l.usualGap()
	l.sorted = l.sorted[:0]
	for i := 1; i < len(l.glyphs); i++ {
		if d := l.glyphs[i].x0 - l.glyphs[i-1].x1 - usual; d > wordGap*size && l.blanks[i] != realBlank && !l.leader(i) {
			l.sorted = append(l.sorted, d)
		}
	}
	if len(l.sorted) < 3 {
		return usual + wordGap*size
	}
	return usual + min(wordGap*size, max(tightGap*size, middle(l.sorted)*2/3))
}

// middle sorts numbers, of which there must be one, and returns the middle one.
func middle(numbers []float64) float64 {
	slices.Sort(numbers)
	return numbers[len(numbers)/2]
}
