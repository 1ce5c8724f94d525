package convert

import (
	"math"
	"slices"
	"strings"
	"unicode/utf16"
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

// Limits on what is read of what lies upon a page.
const (
	maxUpon     = 20_000
	maxUponText = 100_000 // bytes of one text
)

// pdfUpon is what lies upon a page and is not part of it: answers in the fields of a
// form, words typed onto it, comments in its margin.
type pdfUpon struct {
	words    int     // fields, stamps and pieces of typed text whose look the file holds
	unshown  []glyph // texts of which the file does not say how they look, where they belong
	answers  int     // how many these are
	comments []string
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
			key := "Contents"
			if kind == uponField {
				key = "V"
			}
			if !seen {
				break
			}
			if p.call("FPDFAnnot_GetAP", a, 0, 0, 0) > 2 {
				out.words++
			} else if s := p.said(a, key); s != "" && (kind == uponField || kind == uponTyped) {
				out.unshown = append(out.unshown, p.written(a, s)...)
				out.answers++
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

// said returns the text that something upon a page has under a key, "" if there is none.
func (p *pdfFile) said(a uint64, key string) string {
	const text = 3
	if !p.module.Memory().Write(uint32(p.scratch), append([]byte(key), 0)) || p.call("FPDFAnnot_GetValueType", a, p.scratch) != text {
		return ""
	}
	size := p.call("FPDFAnnot_GetStringValue", a, p.scratch, 0, 0)
	if size <= 2 || size > maxUponText {
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

// written sets a text as a program would that shows what lies upon a page: from the top
// left of its place, in lines.
func (p *pdfFile) written(a uint64, text string) []glyph {
	if p.call("FPDFAnnot_GetRect", a, p.scratch) == 0 {
		return nil
	}
	x, y0, y1 := p.float(0), p.float(3), p.float(1)
	lines := strings.FieldsFunc(text, func(c rune) bool { return c == '\r' || c == '\n' })
	size := math.Max(4, math.Min(10, math.Abs(y1-y0)/float64(len(lines)+1)*1.5))
	y := math.Max(y0, y1) - size
	var out []glyph
	for _, l := range lines {
		at := x
		for _, c := range l {
			out = append(out, glyph{r: c, x0: at, x1: at + 0.5*size, bottom: y, top: y + 0.7*size, typeface: typeface{size: size}})
			at += 0.5 * size
		}
		out = append(out, glyph{r: '\n', ours: true})
		y -= 1.2 * size
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
