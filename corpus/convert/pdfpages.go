package convert

import (
	"context"
	"fmt"
	"math"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
)

// Limits on what is read of a PDF.
const (
	maxPDFPages = 20_000
	maxPDFChars = 40_000_000
	maxPageText = 200_000 // characters on one page
)

// pdfFile is an opened PDF.
type pdfFile struct {
	engine pdfium.Pdfium
	doc    references.FPDF_DOCUMENT
	pages  int
}

func readOpened(ctx context.Context, engine pdfium.Pdfium, data []byte, f func(context.Context, *pdfFile) error) error {
	opened, err := engine.OpenDocument(&requests.OpenDocument{File: &data})
	if err != nil {
		return pdfError(err)
	}
	count, err := engine.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: opened.Document})
	if err != nil {
		return pdfError(err)
	}
	if count.PageCount > maxPDFPages {
		return fmt.Errorf("has %d pages, more than the %d that are read; split it", count.PageCount, maxPDFPages)
	}
	if err := f(ctx, &pdfFile{engine: engine, doc: opened.Document, pages: count.PageCount}); err != nil {
		return err
	}
	_, err = engine.FPDF_CloseDocument(&requests.FPDF_CloseDocument{Document: opened.Document})
	return err
}

// title returns what the file says of itself.
func (p *pdfFile) title() string {
	meta, err := p.engine.FPDF_GetMetaText(&requests.FPDF_GetMetaText{Document: p.doc, Tag: "Title"})
	if err != nil {
		return ""
	}
	return meta.Value
}

// page reads the lines of page n, from 0, and tells whether it holds a picture.
func (p *pdfFile) page(n int) (lines []pdfLine, picture bool, err error) {
	loaded, err := p.engine.FPDF_LoadPage(&requests.FPDF_LoadPage{Document: p.doc, Index: n})
	if err != nil {
		return nil, false, err
	}
	defer p.engine.FPDF_ClosePage(&requests.FPDF_ClosePage{Page: loaded.Page})
	page := requests.Page{ByReference: &loaded.Page}
	text, err := p.engine.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: page})
	if err != nil {
		return nil, false, err
	}
	defer p.engine.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: text.TextPage})
	chars, err := p.engine.FPDFText_CountChars(&requests.FPDFText_CountChars{TextPage: text.TextPage})
	if err != nil {
		return nil, false, err
	}
	if chars.Count > maxPageText {
		return nil, false, fmt.Errorf("holds %d characters on page %d, more than the %d that are read of one; it is no ordinary PDF", chars.Count, n+1, maxPageText)
	}
	if chars.Count <= 0 {
		return nil, p.hasPicture(page), nil
	}
	res, err := p.engine.GetPageTextStructured(&requests.GetPageTextStructured{Page: page, Mode: requests.GetPageTextStructuredModeChars})
	if err != nil {
		return nil, false, err
	}
	glyphs := make([]glyph, 0, len(res.Chars))
	for i, c := range res.Chars {
		for _, r := range c.Text {
			box := c.PointPosition
			glyphs = append(glyphs, glyph{r: r, x0: box.Left, x1: box.Right, top: box.Top, bottom: box.Bottom, turned: c.Angle > 0.1 && c.Angle < 6.18, index: i})
		}
	}
	lines = linesOfGlyphs(glyphs)
	for i := range lines {
		p.addFont(&lines[i], text.TextPage)
		lines[i].page = n + 1
	}
	return lines, len(lines) == 0 && p.hasPicture(page), nil
}

// addFont asks for the size and weight of the type in which a line begins. The
// size is that of the font times the scale of the page's own coordinates.
func (p *pdfFile) addFont(l *pdfLine, text references.FPDF_TEXTPAGE) {
	if font, err := p.engine.FPDFText_GetFontSize(&requests.FPDFText_GetFontSize{TextPage: text, Index: l.index}); err == nil {
		l.size = font.FontSize
		if m, err := p.engine.FPDFText_GetMatrix(&requests.FPDFText_GetMatrix{TextPage: text, Index: l.index}); err == nil {
			if scale := math.Hypot(float64(m.Matrix.C), float64(m.Matrix.D)); scale > 0 {
				l.size *= scale
			}
		}
	}
	bold := func(i int) bool {
		w, err := p.engine.FPDFText_GetFontWeight(&requests.FPDFText_GetFontWeight{TextPage: text, Index: i})
		return err == nil && w.FontWeight >= 600
	}
	l.bold = bold(l.index) && bold(l.last)
}

// hasPicture tells whether a page holds a picture.
func (p *pdfFile) hasPicture(page requests.Page) bool {
	count, err := p.engine.FPDFPage_CountObjects(&requests.FPDFPage_CountObjects{Page: page})
	if err != nil {
		return false
	}
	for i := range min(count.Count, 1000) {
		o, err := p.engine.FPDFPage_GetObject(&requests.FPDFPage_GetObject{Page: page, Index: i})
		if err != nil {
			return false
		}
		t, err := p.engine.FPDFPageObj_GetType(&requests.FPDFPageObj_GetType{PageObject: o.PageObject})
		if err == nil && (t.Type == enums.FPDF_PAGEOBJ_IMAGE || t.Type == enums.FPDF_PAGEOBJ_FORM) {
			return true
		}
	}
	return false
}
