package convert

import (
	"math"
	"slices"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// Kinds of what a program lays upon a finished page, by the engine's numbers.
const (
	uponNote      = 1
	uponTyped     = 3 // as with a typewriter: how people fill in what is no form
	uponLine      = 4
	uponHighlight = 9
	uponUnderline = 10
	uponSquiggle  = 11
	uponStrike    = 12
	uponStamp     = 13
	uponCaret     = 14
	uponField     = 20
	uponWatermark = 24
)

// maxUpon is how many things of one page are looked at.
const maxUpon = 20_000

// pdfUpon is what lies upon a page and is not part of it: answers in the fields of a
// form, words typed onto it, comments in its margin.
type pdfUpon struct {
	words    int      // how many fields, stamps and pieces of typed text
	answers  []glyph  // what was read of the file itself, set where it belongs
	shown    bool     // others are there only as the file draws them
	comments []string // what readers wrote beside a place
}

// upon looks at what lies upon a page.
func (p *pdfFile) upon(page uint64) pdfUpon {
	var out pdfUpon
	n := min(int(int32(p.call("FPDFPage_GetAnnotCount", page))), maxUpon)
	for i := 0; i < n && p.err == nil; i++ {
		a := p.call("FPDFPage_GetAnnot", page, uint64(i))
		if a == 0 {
			continue
		}
		const hidden, notViewed = 2, 32
		seen := p.call("FPDFAnnot_GetFlags", a)&(hidden|notViewed) == 0
		switch kind := p.call("FPDFAnnot_GetSubtype", a); kind {
		case uponField, uponTyped, uponStamp, uponLine, uponWatermark:
			if !seen {
				break
			}
			looks, says := p.call("FPDFAnnot_GetAP", a, 0, 0, 0) > 2, ""
			switch {
			case len(out.answers) > maxPageText:
			case kind == uponField && !p.has(a, "Opt"):
				// the answer itself: it is whole where the field shows a part of it, and
				// not set apart letter by letter
				says = p.said(a, "V")
			case kind == uponField && !looks:
				says = p.said(a, "V")
			case kind == uponTyped && !looks:
				says = p.said(a, "Contents")
			}
			if says != "" {
				p.call("FPDFAnnot_SetFlags", a, hidden)
				out.answers = append(out.answers, p.written(a, says)...)
				out.words++
			} else if looks {
				out.shown = true
				out.words++
			}
		case uponNote, uponHighlight, uponUnderline, uponSquiggle, uponStrike, uponCaret:
			if s := p.said(a, "Contents"); s != "" {
				out.comments = append(out.comments, s)
			}
		}
		p.call("FPDFPage_CloseAnnot", a)
	}
	return out
}

// has tells whether something upon a page has a key.
func (p *pdfFile) has(a uint64, key string) bool {
	return p.module.Memory().Write(uint32(p.scratch), append([]byte(key), 0)) && p.call("FPDFAnnot_HasKey", a, p.scratch) != 0
}

// said returns the text that something upon a page has under a key, "" if there is none.
func (p *pdfFile) said(a uint64, key string) string {
	const name = 4 // of a choice; a text may be of several types
	if !p.module.Memory().Write(uint32(p.scratch), append([]byte(key), 0)) || p.call("FPDFAnnot_GetValueType", a, p.scratch) == name {
		return ""
	}
	size := p.call("FPDFAnnot_GetStringValue", a, p.scratch, 0, 0)
	if size <= 2 || size > 2*maxPageText {
		return ""
	}
	at := p.call("malloc", size)
	if at == 0 {
		return ""
	}
	defer p.call("free", at)
	p.call("FPDFAnnot_GetStringValue", a, p.scratch, at, size)
	return strings.TrimSpace(p.wide(at, size))
}

// written sets a text as a program would that shows what lies upon a page: inside its place, a
// line for each of its own; with narrow letters where it is long, for their height is what
// tells headings and notes from text.
func (p *pdfFile) written(a uint64, text string) []glyph {
	const letterWidth, lineHeight = 0.5, 1.2 // of the height of the type
	if p.call("FPDFAnnot_GetRect", a, p.scratch) == 0 {
		return nil
	}
	x, bottom, top := math.Min(p.float(0), p.float(2)), math.Min(p.float(1), p.float(3)), math.Max(p.float(1), p.float(3))
	width := math.Abs(p.float(2) - p.float(0))
	lines := strings.FieldsFunc(text, func(c rune) bool { return c == '\r' || c == '\n' })
	high := (top - bottom) / float64(len(lines))
	size := math.Max(1, math.Min(10, high/lineHeight))
	y := (top+bottom)/2 - 0.35*size
	if len(lines) > 1 {
		y = top - size
	}
	var out []glyph
	for _, l := range lines {
		at, step := x, math.Min(letterWidth*size, width/float64(utf8.RuneCountInString(l)))
		for _, c := range l {
			out = append(out, glyph{r: c, x0: at, x1: at + step, bottom: y, top: y + 0.7*size, typeface: typeface{size: size}})
			at += step
		}
		out = append(out, glyph{r: '\n', ours: true})
		y -= lineHeight * size
	}
	return out
}

// layUpon puts the lines that lie upon a page among its own: after the one to the left in
// the same row, else after the nearest above.
func layUpon(lines, upon []pdfLine) []pdfLine {
	const most = 4_000_000 // places to compare
	if len(lines)*len(upon) > most {
		return append(lines, upon...)
	}
	for _, u := range upon {
		beside, above := -1, -1
		for i, l := range lines {
			switch shared := math.Min(l.top, u.top) - math.Max(l.bottom, u.bottom); {
			case l.turned != u.turned:
			case shared > 0.3*math.Min(l.top-l.bottom, u.top-u.bottom):
				if l.x0 <= u.x0 && (beside < 0 || l.x0 >= lines[beside].x0) {
					beside = i
				}
			case l.bottom > u.bottom && (above < 0 || l.bottom <= lines[above].bottom):
				above = i
			}
		}
		if beside < 0 {
			beside = above
		}
		lines = slices.Insert(lines, beside+1, u)
	}
	return lines
}

// wide returns a text of size bytes, with the zero at its end, in the engine's memory.
func (p *pdfFile) wide(at, size uint64) string {
	b, ok := p.module.Memory().Read(uint32(at), uint32(size)-2)
	if !ok {
		return ""
	}
	units := make([]uint16, 0, len(b)/2)
	for i := 0; i+1 < len(b); i += 2 {
		units = append(units, uint16(b[i])|uint16(b[i+1])<<8)
	}
	return string(utf16.Decode(units))
}
