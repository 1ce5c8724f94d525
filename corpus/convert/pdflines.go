package convert

import (
	"math"
	"sort"
	"strings"
	"unicode"
)

// glyph is a character of a page and its box in points, y growing upwards.
type glyph struct {
	r                   rune
	x0, x1, top, bottom float64
	turned              bool // does not stand upright
	index               int  // among the characters of the page
}

// pdfLine is a run of characters on one base line without a wide gap.
type pdfLine struct {
	text                string
	x0, x1, top, bottom float64
	base                float64 // where its letters stand
	size                float64 // height of the type in points; 0 if not known
	bold                bool
	hyphen              bool    // ended in a hyphen, which text leaves out
	first               float64 // width of its first word
	index, last         int     // first and last character on the page
	page                int     // from 1
	list                bool    // begins with a bullet
}

// lineEndHyphen is what the engine puts for a hyphen at the end of a line.
const lineEndHyphen = 0x02

// pageMark stands in the text of a block where a new page starts inside it.
const pageMark = '\uFDD0'

// linesOfGlyphs cuts the characters of a page into lines, in the order of the
// file: at line ends, at wide gaps (the cells of a table) and where the base
// line moves.
func linesOfGlyphs(glyphs []glyph) []pdfLine {
	var out []pdfLine
	var l lineBuilder
	flush := func() {
		if line, ok := l.line(); ok {
			out = append(out, line)
		}
		l = lineBuilder{}
	}
	for _, g := range glyphs {
		switch {
		case g.r == '\r' || g.r == '\n':
			flush()
		case g.r == lineEndHyphen || g.r == 0xFFFE:
			l.hyphen = l.n > 0
			flush()
		case g.r == 0 || g.r == pageMark:
		case unicode.IsSpace(g.r):
			l.space = true
		default:
			if l.n > 0 && !g.turned && l.breaksBefore(g) {
				flush()
			}
			l.add(g)
		}
	}
	flush()
	return out
}

// lineBuilder gathers a line.
type lineBuilder struct {
	b      strings.Builder
	n      int
	box    pdfLine
	prev   glyph
	feet   []float64 // bottoms of the letters
	space  bool
	hyphen bool
	word   bool // the first word is complete
}

func (l *lineBuilder) add(g glyph) {
	if l.n == 0 {
		l.box = pdfLine{x0: g.x0, x1: g.x1, top: g.top, bottom: g.bottom, index: g.index, first: g.x1 - g.x0}
	} else {
		if l.space {
			l.b.WriteByte(' ')
			l.word = true
		}
		l.box.x0, l.box.x1 = math.Min(l.box.x0, g.x0), math.Max(l.box.x1, g.x1)
		l.box.top, l.box.bottom = math.Max(l.box.top, g.top), math.Min(l.box.bottom, g.bottom)
		if !l.word {
			l.box.first = l.box.x1 - l.box.x0
		}
	}
	l.b.WriteRune(g.r)
	l.feet = append(l.feet, g.bottom)
	l.box.last = g.index
	l.prev, l.space = g, false
	l.n++
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
	advance := (l.box.x1 - l.box.x0) / float64(l.n)
	return g.x0-l.prev.x1 > math.Max(3.2*advance, 6) || g.x0 < l.prev.x0-4*math.Max(advance, 2)
}

func (l *lineBuilder) line() (pdfLine, bool) {
	text := strings.TrimSpace(l.b.String())
	if text == "" {
		return pdfLine{}, false
	}
	line := l.box
	sort.Float64s(l.feet)
	line.base = l.feet[len(l.feet)/2] // most letters have no descender
	line.text, line.hyphen = text, l.hyphen
	if !l.hyphen && l.n > 1 && (strings.HasSuffix(text, "-") || strings.HasSuffix(text, "\u00AD") || strings.HasSuffix(text, "‐")) {
		r := []rune(text)
		if unicode.IsLetter(r[len(r)-2]) {
			line.text, line.hyphen = string(r[:len(r)-1]), true
		}
	}
	return line, true
}

// sameRow tells whether two lines stand on one base line.
func sameRow(a, b pdfLine) bool {
	return a.page == b.page && math.Abs(a.base-b.base) < 0.4*math.Max(a.top-a.bottom, b.top-b.bottom)
}
