package convert

import (
	"math"
	"slices"
	"strings"
	"unicode/utf16"

	"crosscase/corpus/catalogue"
)

// Limits on what is read of a PDF.
const (
	maxPDFPages = 20_000
	maxPDFChars = 40_000_000
	maxPageText = 200_000 // characters on one page
	maxBadPages = 20      // that cannot be read before the file is given up
)

// A page takes pdfPageBytes of its file at the least, and a character no less than a
// hundredth of one, however well it is packed: a file that has more names the same page
// many times. Small files may.
const (
	pdfPageBytes   = 40
	pdfFewPages    = 200
	pdfPackedChars = 100
	pdfFewChars    = 2_000_000
)

func pdfPagesFor(data []byte) int { return min(max(pdfFewPages, len(data)/pdfPageBytes), maxPDFPages) }
func pdfCharsFor(data []byte) int {
	return min(max(pdfFewChars, pdfPackedChars*len(data)), maxPDFChars)
}

// pdfPage is what stands on a page.
type pdfPage struct {
	lines           []pdfLine
	rules           []rule  // ruled lines, of tables and boxes
	picture         float64 // how much of the page pictures cover, of 1; 0 if there are none
	weight          int     // letters and digits that the engine found
	twice           string  // characters left out as printed twice
	upon            pdfUpon // what lies upon it
	named, nameless string  // characters that the file does not name: found out, and not
}

// page reads page n, from 0.
func (p *pdfFile) page(n int) (pdfPage, error) {
	page := p.call("FPDF_LoadPage", p.doc, uint64(n))
	if page == 0 {
		return pdfPage{}, p.orErr("it is not where the file says")
	}
	upon, own := p.upon(page), math.MaxInt
	if upon.shown {
		if text := p.call("FPDFText_LoadPage", page); text != 0 {
			own = int(int32(p.call("FPDFText_CountChars", text)))
			p.call("FPDFText_ClosePage", text)
		}
		// Making what lies upon the page a part of it changes the file in the engine's
		// memory; the page has to be opened again to see it.
		p.call("FPDFPage_Flatten", page, 0)
		p.call("FPDF_ClosePage", page)
		if page = p.call("FPDF_LoadPage", p.doc, uint64(n)); page == 0 {
			return pdfPage{}, p.orErr("it is not where the file says")
		}
	}
	defer p.call("FPDF_ClosePage", page)
	text := p.call("FPDFText_LoadPage", page)
	if text == 0 {
		return pdfPage{}, p.orErr("its text is damaged")
	}
	defer p.call("FPDFText_ClosePage", text)
	chars := int(int32(p.call("FPDFText_CountChars", text)))
	if chars > maxPageText {
		return pdfPage{}, catalogue.Errorf("holds %d characters on page %d, more than the %d that are read of one; it is no ordinary PDF", chars, n+1, maxPageText)
	}
	glyphs := p.glyphs(text, chars)
	out := pdfPage{upon: upon}
	out.named, out.nameless = unnamed(glyphs)
	over := upon.answers
	for i, g := range glyphs {
		if g.index >= own { // all that follow, too
			over, glyphs = append(slices.Clone(glyphs[i:]), over...), glyphs[:i]
			break
		}
	}
	turn := upright(glyphs)
	for _, all := range [][]glyph{glyphs, over} {
		for _, g := range all {
			if weighs(g.r) {
				out.weight++
			}
		}
	}
	out.lines, out.twice = linesOfPage(glyphs, turn)
	if len(over) > 0 {
		lines, twice := linesOfPage(over, turn)
		out.lines, out.twice = layUpon(out.lines, lines), out.twice+twice
	}
	for i := range out.lines {
		out.lines[i].page = n + 1
	}
	d := p.drawings(page, turn)
	dotted(out.lines, d.dots)
	out.rules, out.picture = d.rules, d.picture
	if p.err != nil {
		return pdfPage{}, p.orErr("")
	}
	return out, nil
}

// orErr returns the engine's error, or else one that says what is wrong.
func (p *pdfFile) orErr(what string) error {
	err := p.err
	if err == nil {
		err = catalogue.Errorf("%s", catalogue.Text(what))
	}
	return damaged(err)
}

// glyphs returns the characters of a page in the engine's order, which is that of
// the file. They are good until the next page is read.
func (p *pdfFile) glyphs(text uint64, n int) []glyph {
	unicode, object := p.function("FPDFText_GetUnicode"), p.function("FPDFText_GetTextObject")
	box, origin, tight := p.function("FPDFText_GetLooseCharBox"), p.function("FPDFText_GetCharOrigin"), p.function("FPDFText_GetCharBox")
	out := p.buffer[:0]
	faces := faces{of: map[uint64]typeface{}, names: map[uint64]string{}}
	var high rune // first half of a character that stands in two
	var look typeface
	var of uint64
	at := p.scratch
	for i := 0; i < n && p.err == nil; i++ {
		k := uint64(i)
		r := rune(p.ask(unicode, text, k))
		if utf16.IsSurrogate(r) {
			if high == 0 {
				high = r
				continue
			}
			r = utf16.DecodeRune(high, r)
		}
		high = 0
		g := glyph{r: r, index: i}
		o := p.ask(object, text, k)
		g.ours = o == 0
		if !g.ours {
			if o != of {
				of, look = o, p.typeface(text, k, o, &faces)
			}
			g.typeface = look
			p.ask(origin, text, k, at, at+8)
			x, y := p.double(0), p.double(1)
			if look.turn == 0 && p.ask(box, text, k, at) != 0 && p.float(2) > p.float(0) {
				g.x0, g.x1 = p.float(0), p.float(2)
				g.bottom, g.top = y, y+0.7*look.size
			} else {
				p.ask(tight, text, k, at, at+8, at+16, at+24)
				g.x0, g.x1, g.bottom, g.top = p.double(0), p.double(1), p.double(2), p.double(3)
				g.x, g.y, g.loose = x, y, true
			}
		}
		out = append(out, g)
	}
	p.buffer = out
	return out
}

// faces keeps how the text of a page looks: by piece of text, and the names of its fonts.
type faces struct {
	of    map[uint64]typeface
	names map[uint64]string
}

// typeface asks for the look of character i in piece o of a page. The size is that
// of the font times the scale of the page's own coordinates.
func (p *pdfFile) typeface(text, i, o uint64, known *faces) typeface {
	if look, ok := known.of[o]; ok {
		return look
	}
	look := typeface{of: o, size: sane(math.Float64frombits(p.call("FPDFText_GetFontSize", text, i)))}
	at := p.scratch
	if p.call("FPDFText_GetMatrix", text, i, at) != 0 {
		a, b, c, d := p.float(0), p.float(1), p.float(2), p.float(3)
		if scale := math.Hypot(c, d); scale > 0 {
			look.size *= scale
		}
		if a != 0 || b != 0 {
			look.turn = turnOf(math.Atan2(b, a))
		}
	}
	font := p.call("FPDFTextObj_GetFont", o)
	look.font = font
	look.unnamed = int32(p.call("FPDFText_HasUnicodeMapError", text, i)) == 1
	name, ok := known.names[font]
	if !ok {
		size := p.call("FPDFText_GetFontInfo", text, i, at+8, scratchSize-8, at)
		read, _ := p.module.Memory().Read(uint32(at)+8, uint32(min(size, scratchSize-8)))
		name = strings.ToLower(strings.Trim(string(read), "\x00 "))
		known.names[font] = name
	}
	const filledAndStroked = 2 // how programs draw a bold type that they lack
	look.slanted = slantedName(name)
	look.bold = boldName(name) || p.call("FPDFTextObj_GetTextRenderMode", o) == filledAndStroked
	known.of[o] = look
	return look
}

// boldName tells whether the name of a font is that of a bold one. What the file
// says of its weight is no guide: some programs call all their fonts heavy.
func boldName(name string) bool {
	for _, word := range []string{"bold", "black", "heavy", "demi", "-bd", "cmbx", "sfbx"} {
		if strings.Contains(name, word) {
			return true
		}
	}
	return false
}

// slantedName tells whether the name of a font is that of italics.
func slantedName(name string) bool {
	for _, word := range []string{"italic", "oblique", "slanted", "cmti", "sfti"} {
		if strings.Contains(name, word) {
			return true
		}
	}
	return false
}
