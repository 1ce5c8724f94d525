package convert

import (
	"context"
	"testing"
	"time"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// checkPDF fails the test where a text is not in normal form, its pages do not
// stand in order, or letters are not accounted for.
func checkPDF(t *testing.T, res Result) {
	t.Helper()
	balanced(t, res)
	if !utf8.ValidString(res.Text) || !norm.NFC.IsNormalString(res.Text) {
		t.Errorf("not in normal form: %q", res.Text)
	}
	for _, c := range res.Text {
		if c >= 0xFDD0 && c <= 0xFDEF {
			t.Errorf("%U in %q", c, res.Text)
		}
	}
	for i, p := range res.Pages {
		if p < 0 || p > utf8.RuneCountInString(res.Text) || i > 0 && p < res.Pages[i-1] {
			t.Errorf("pages %v of %d characters", res.Pages, utf8.RuneCountInString(res.Text))
		}
	}
}

func fuzzPDF(t *testing.T, data []byte) {
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
	defer cancel()
	res, err := Convert(ctx, "x.pdf", data, pdfOptions(t))
	if ctx.Err() != nil {
		t.Fatal("takes too long")
	}
	if err == nil {
		checkPDF(t, res)
	}
}

// FuzzPDFContent changes what is drawn on a page.
func FuzzPDFContent(f *testing.F) {
	for _, s := range []string{
		column(72, 700, "Intervjuer: Hva er", "malet?", "Kari Berg: A telle."), "BT /F 9 Tf 0 1 -1 0 40 300 Tm (Foto) Tj ET 10 10 m 300 10 l S 10 10 100 100 re S\n",
		put(72, 700, 11, "Drift") + put(200, 700, 11, "-1440") + put(72, 680, 11, "L") + put(200, 680, 11, "-96"), "BT /F 11 Tf 4 Tc 72 700 Td [(VED) -300 (LEGG)] TJ T* 5 Ts 3 Tr (1) Tj ET",
		put(90, 700, 11, "A") + put(76, 700, 11, "\225") + "q 1 0 0 1 5 5 cm 70 600 m 72 602 74 604 70 600 c f Q 10 0 0 -10 0 0 cm",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, content string) { fuzzPDF(t, pdfPageOf(content, "")) })
}

// FuzzPDFGlyphs lays out characters of all sizes at any place, and rules, on
// several pages.
func FuzzPDFGlyphs(f *testing.F) {
	f.Add([]byte("I: Hva?\nB: lang-\ntekst\n• a\n1 b\n"), uint8(12))
	f.Add([]byte("a\x01b\nc\x01d\x041 note\x05a\x062\x05b"), uint8(13))
	f.Add([]byte("Side 1\n\n\nTekst\x02\x031\x02 her\n\n\x021 Note\x04Side 2\n\n\nTekst\n"), uint8(20))
	f.Fuzz(func(t *testing.T, data []byte, step uint8) {
		var pages []pdfPage
		var glyphs []glyph
		var rules []rule
		x, y, size, weight := 50.0, 800.0, 11.0, 0
		end := func() {
			lines, twice := linesOfPage(glyphs, upright(glyphs))
			for i := range lines {
				lines[i].page = len(pages) + 1
			}
			pages = append(pages, pdfPage{lines: lines, rules: rules, twice: twice})
			glyphs, rules, x, y = nil, nil, 50, 800
		}
		look := typeface{}
		for i, r := range string(data) {
			switch {
			case r == '\n':
				x, y = 50, y-float64(step)
				glyphs = append(glyphs, glyph{r: '\n', ours: true})
			case r == 1:
				x += 60
			case r == 2:
				size = 18 - size
			case r == 3:
				y += 4
			case r == 4:
				end()
			case r == 5:
				rules = append(rules, rule{x, y, x + 200, y})
			case r == 6:
				rules = append(rules, rule{x, y - 40, x, y})
			case r == 7:
				look.turn = 90 - look.turn
			case r == 8:
				look.bold = !look.bold
			case r == 9:
				x -= 40
			default:
				look.size = size
				glyphs = append(glyphs, glyph{r: r, x0: x, x1: x + size/2, top: y + 8, bottom: y, index: i, typeface: look, loose: look.turn != 0, x: x, y: y})
				x += size / 2
				if weighs(r) {
					weight++
				}
			}
		}
		end()
		report := Report{}
		for _, p := range pages {
			if p.twice != "" {
				report.Drop("characters printed twice at one place", p.twice)
			}
		}
		blocks, err := blocksOfPages(context.Background(), pages, &report)
		if err != nil {
			t.Fatal(err)
		}
		src := Source{Format: "pdf", Pages: len(pages), Blocks: blocks}
		report.In = weight
		res, err := finish(context.Background(), src, Options{Speakers: true}, report)
		if err != nil {
			return
		}
		if len(res.Pages) != len(pages) {
			t.Fatalf("%d pages, starts %v", len(pages), res.Pages)
		}
		checkPDF(t, res)
	})
}

// pdfBlocks makes paragraphs, headings and rows of the lines of the pages.
func pdfBlocks(lines [][]pdfLine, r *Report) []Block {
	pages := make([]pdfPage, len(lines))
	for i, l := range lines {
		pages[i].lines = l
		for _, l := range l {
			r.In += weigh(l.text)
		}
	}
	blocks, _ := blocksOfPages(context.Background(), pages, r)
	return blocks
}
