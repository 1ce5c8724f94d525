package convert

import (
	"archive/zip"
	"bytes"
	"context"
	"io"
	"strings"
	"testing"
	"unicode/utf8"

	"crosscase/corpus"

	"golang.org/x/text/unicode/norm"
)

// checkText fails the test where a text is not in our form, or is another one
// when converted once more.
func checkText(t *testing.T, res Result) {
	t.Helper()
	text := res.Text
	switch {
	case !utf8.ValidString(text):
		t.Fatalf("no UTF-8: %q", text)
	case !norm.NFC.IsNormalString(text):
		t.Fatalf("not NFC: %q", text)
	case strings.ContainsRune(text, '\r'), strings.ContainsRune(text, pageMark):
		t.Fatalf("forbidden character: %q", text)
	case strings.Contains(text, "\n\n\n"), strings.Contains(text, " \n"), strings.HasPrefix(text, "\n"), strings.HasSuffix(text, "\n\n"):
		t.Fatalf("blanks: %q", text)
	case !strings.HasSuffix(text, "\n"):
		t.Fatalf("no line end: %q", text)
	}
	for i, p := range res.Pages {
		if p < 0 || p > utf8.RuneCountInString(text) || i > 0 && p < res.Pages[i-1] {
			t.Fatalf("pages %v of %d characters", res.Pages, utf8.RuneCountInString(text))
		}
	}
	if n := len(corpus.Parse(corpus.NewText(text), res.Speakers).Turns); n < res.Turns {
		t.Fatalf("%d turns, %d parsed: %q %+v", res.Turns, n, text, res.Speakers)
	}
	again, err := Convert(context.Background(), "again.txt", []byte(text), Options{Speakers: true})
	if err != nil {
		t.Fatalf("own output: %v: %q", err, text)
	}
	if again.Text != text {
		t.Fatalf("not the same again:\n%q\n%q", text, again.Text)
	}
}

func fuzzFormat(f *testing.F, name string) {
	f.Fuzz(func(t *testing.T, data []byte) {
		res, err := Convert(context.Background(), name, data, Options{Speakers: true})
		if err != nil {
			return
		}
		checkText(t, res)
	})
}

func FuzzTxt(f *testing.F) {
	for _, s := range []string{
		"I: Hva?\nB: Det.\n", "# Overskrift\n\nTekst\n\na\tb\nc\td\n", "Kari  0:04\nHei?\n\nOla  0:09\nJa.\n",
		"**[00:34] SPEAKER_01:** a\n\n**[00:35] SPEAKER_02:** b\n", "I: x #00:01:02-3#\n\nB: y? #00:01:03-3#\n", "\\# x\n#y\n", "[01:29]\nx\n",
		"\xff\xfeI\x00:\x00", "Intervjuer:\n\nå\r\n", "<Livia> [0:01]\nx\n<Livia>: y?\n", "- I: a\n- I: b\n",
	} {
		f.Add([]byte(s))
	}
	fuzzFormat(f, "x.txt")
}

func FuzzMarkdown(f *testing.F) {
	for _, s := range []string{
		"# A #\n\n**I:** [x](y) \\# *b*\n\n**B:** `c`\n", "|a|b|\n|-|-|\n|c|d|\n", "---\ntitle: x\ndate: 2020-01-01\n---\n> q\n\n1. a\n2. b\n- c\n",
		"A\n===\n\n```\n# x\n```\n<!-- c -->&amp;<br>z\n", "\\# a\n\n\\[0:01\\] Kari: x\n",
	} {
		f.Add([]byte(s))
	}
	fuzzFormat(f, "x.md")
}

func FuzzVTT(f *testing.F) {
	for _, s := range []string{
		"WEBVTT\n\n1\n00:00:01.000 --> 00:00:02.000\nKari: Hei?\n\n2\n00:00:03.000 --> 00:00:04.000\nOla: Ja.\n",
		"WEBVTT\n\nu/26-0\n00:01.000 --> 00:02.000\n<v Kari>Hei\n\nu/26-1\n00:01.000 --> 00:02.000\n<v Kari>du</v>\n",
		"WEBVTT x\n\nNOTE y\n\n00:01.000 --> 00:02.000\n<v A:b>x</v> <v C>y &amp; z</v>\n\n00:02.000 --> 3\n<i>q</i>\n",
	} {
		f.Add([]byte(s))
	}
	fuzzFormat(f, "x.vtt")
}

// zipOf makes a Word file of its parts: name, content, name, content …
func zipOf(tb testing.TB, parts ...string) []byte {
	tb.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i+1 < len(parts); i += 2 {
		w, err := z.Create(parts[i])
		if err != nil {
			tb.Fatal(err)
		}
		if _, err := io.WriteString(w, parts[i+1]); err != nil {
			tb.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		tb.Fatal(err)
	}
	return b.Bytes()
}

// FuzzDocx changes the document inside the zip archive: changing the archive
// itself would seldom get past its checksums.
func FuzzDocx(f *testing.F) {
	const open, end = `<w:document xmlns:w="w"><w:body>`, `</w:body></w:document>`
	for _, s := range []string{
		`<w:p><w:pPr><w:pStyle w:val="Overskrift1"/></w:pPr><w:r><w:t>A</w:t></w:r></w:p>`,
		`<w:p><w:r><w:t>I</w:t></w:r><w:r><w:t>: #x</w:t><w:br/><w:t># y</w:t></w:r></w:p><w:p><w:r><w:t>I: z</w:t></w:r></w:p>`,
		`<w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc><w:tc><w:tbl><w:tr><w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:tc></w:tr></w:tbl>`,
		`<w:p><w:r><w:txbxContent><w:p><w:r><w:t>in</w:t></w:r></w:p></w:txbxContent><w:t>ut</w:t><w:tab/><w:footnoteReference w:id="1"/></w:r></w:p>`,
	} {
		f.Add(open+s+end, `<w:styles><w:style w:styleId="a"><w:basedOn w:val="a"/></w:style></w:styles>`)
	}
	f.Fuzz(func(t *testing.T, document, styles string) {
		data := zipOf(t, "word/document.xml", document, "word/styles.xml", styles, "word/footnotes.xml", document)
		res, err := Convert(context.Background(), "x.docx", data, Options{Speakers: true})
		if err != nil {
			return
		}
		checkText(t, res)
	})
}

// FuzzZip changes the archive.
func FuzzZip(f *testing.F) {
	f.Add(zipOf(f, "word/document.xml", "<w:p><w:r><w:t>a</w:t></w:r></w:p>"))
	fuzzFormat(f, "x.docx")
}

// FuzzPDFLines lays out glyphs at any place.
func FuzzPDFLines(f *testing.F) {
	f.Add([]byte("I: Hva?\nB: lang-\ntekst\n• a\n1 b\n"), uint8(12))
	f.Add([]byte("a\x01b\nc\x01d\n"), uint8(3))
	f.Fuzz(func(t *testing.T, data []byte, step uint8) {
		var pages [][]pdfLine
		var glyphs []glyph
		x, y := 50.0, 800.0
		for i, r := range string(data) {
			switch r {
			case '\n':
				x, y = 50, y-float64(step)
				glyphs = append(glyphs, glyph{r: '\n'})
			case 1:
				x += 60
			case 3:
				y += 30
			case 4:
				pages = append(pages, linesOfGlyphs(glyphs))
				glyphs, x, y = nil, 50, 800
			default:
				glyphs = append(glyphs, glyph{r: r, x0: x, x1: x + 5, top: y, bottom: y - 10, index: i})
				x += 6
			}
		}
		pages = append(pages, linesOfGlyphs(glyphs))
		for p := range pages {
			for i := range pages[p] {
				pages[p][i].page, pages[p][i].size = p+1, 10+float64(i%3)
			}
		}
		var report Report
		src := Source{Format: "pdf", Pages: len(pages), Blocks: pdfBlocks(pages, &report)}
		res, err := finish(context.Background(), src, Options{Speakers: true}, report)
		if err != nil {
			return
		}
		if len(res.Pages) != len(pages) {
			t.Fatalf("%d pages, starts %v", len(pages), res.Pages)
		}
		checkText(t, res)
	})
}
