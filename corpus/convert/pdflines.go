package convert

import (
	"math"
	"unicode"
)

// pdfLine is a run of characters on one base line without a wide gap.
type pdfLine struct {
	text                string
	words               []pdfWord
	x0, x1, top, bottom float64
	base                float64 // where its letters stand
	size                float64 // height of the type in points; 0 if not known
	bold, slanted       bool
	hyphen              bool      // ended in a hyphen, which text leaves out
	first               float64   // width of its first word
	page                int       // from 1
	right               float64   // where it could have gone on to
	label               string    // the name with which it begins, as a turn does
	list                bool      // begins with a bullet
	turned              bool      // runs another way than the page
	table               *pdfTable // stands here in place of words
}

// pdfWord is a word of a line: where it begins in its text and where it stands.
type pdfWord struct {
	at     int
	x0, x1 float64
	blank  bool // the file has a blank before it, not only a gap
}

// lineEndHyphen is what the engine puts for a hyphen at the end of a line.
const lineEndHyphen = 0x02

// Marks that stand in the text of lines while they are put together.
const (
	pageMark  = '\uFDD0' // a new page starts here
	noteBegin = '\uFDD1' // small raised figures, perhaps the number of a footnote
	noteEnd   = '\uFDD2'
)

// Widths that part words and cells, in heights of the type.
const (
	wordGap  = 0.13 // more than between the letters of the line
	tightGap = 0.09 // the same in lines whose words stand close together
	cellGap  = 1.0  // where the file has no blank
	blankGap = 1.5  // where it has one
)

// linesOfPage cuts the characters of a page into lines. What runs another way than
// most of it comes last. twice is what was left out because it is printed twice.
func linesOfPage(glyphs []glyph, up turn) (lines []pdfLine, twice string) {
	straight := glyphs[:0]
	turned := map[turn][]glyph{}
	var ways []turn
	way := up
	for _, g := range glyphs {
		if !g.ours {
			way = g.turn
		}
		g.turnBack(way)
		if way == up {
			straight = append(straight, g)
			continue
		}
		if turned[way] == nil {
			ways = append(ways, way)
		}
		turned[way] = append(turned[way], g)
	}
	straight, twice = onlyOnce(straight)
	lines = raisedToLines(linesOfGlyphs(straight))
	for _, w := range ways {
		glyphs, dropped := onlyOnce(turned[w])
		twice += dropped
		for _, l := range linesOfGlyphs(glyphs) {
			l.turned = true
			lines = append(lines, l)
		}
	}
	return lines, twice
}

// linesOfGlyphs cuts characters into lines, in the order of the file: at line
// ends, at wide gaps (the cells of a table) and where the base line moves.
func linesOfGlyphs(glyphs []glyph) []pdfLine {
	var out []pdfLine
	var l lineBuilder
	flush := func() {
		if line, ok := l.line(); ok {
			out = append(out, line)
		}
		l.reset()
	}
	for _, g := range glyphs {
		switch {
		case g.r == '\r' || g.r == '\n':
			// the engine's word is taken where the letters have no size: in tables it
			// now and then ends a line after each letter
			if l.blank = max(l.blank, gapBlank); l.box.top <= l.box.bottom {
				flush()
			}
			continue
		case g.r == lineEndHyphen || g.r == 0xFFFE:
			g.r = '-'
		case g.r == 0 || g.r >= 0xFDD0 && g.r <= 0xFDEF:
			continue
		case unicode.IsSpace(g.r):
			l.blank, l.space = max(l.blank, blankOf(g)), g
			continue
		}
		if len(l.glyphs) > 0 && l.breaksBefore(g) {
			flush()
		}
		l.add(g)
	}
	flush()
	return out
}

// blank is what the file has before a character.
type blank int

const (
	noBlank   blank = iota
	gapBlank        // the engine found a gap
	realBlank       // there is a blank
)

func blankOf(g glyph) blank {
	if g.ours {
		return gapBlank
	}
	return realBlank
}

// sameRow tells whether two lines stand on one base line.
func sameRow(a, b pdfLine) bool {
	return a.page == b.page && a.turned == b.turned && math.Abs(a.base-b.base) < 0.4*math.Max(a.top-a.bottom, b.top-b.bottom)
}
