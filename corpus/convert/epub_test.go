package convert

import (
	"context"
	"strings"
	"testing"
)

const epubContainer = `<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OPS/a.opf" media-type="application/oebps-package+xml"/></rootfiles></container>`

// epubOf makes an e-book of its parts: names and contents, listed in the order
// of the spine; "nav.xhtml" is its table of contents.
func epubOf(tb testing.TB, parts ...string) string {
	tb.Helper()
	var items, spine strings.Builder
	files := []string{"META-INF/container.xml", epubContainer}
	for i := 0; i+1 < len(parts); i += 2 {
		name := parts[i]
		if strings.HasPrefix(name, "META-INF") {
			files = append(files, name, parts[i+1])
			continue
		}
		properties, kind := "", "application/xhtml+xml"
		if name == "nav.xhtml" {
			properties = ` properties="nav scripted"`
		}
		if strings.HasSuffix(name, ".css") {
			kind = "text/css"
		} else {
			spine.WriteString(`<itemref idref="` + name + `"/>`)
		}
		items.WriteString(`<item id="` + name + `" href="` + strings.ReplaceAll(name, " ", "%20") + `" media-type="` + kind + `"` + properties + `/>`)
		if parts[i+1] != "" {
			files = append(files, "OPS/"+name, parts[i+1])
		}
	}
	files = append(files, "OPS/a.opf", `<?xml version="1.0" encoding="utf-8"?><package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:date event="modification">2024-01-01</dc:date><dc:date>2019-08-30T22:00:00Z</dc:date><dc:title> Boka
 vår </dc:title></metadata><manifest>`+items.String()+`</manifest><spine>`+spine.String()+`</spine></package>`)
	return string(zipOf(tb, files...))
}

func TestEPUB(t *testing.T) {
	res := readWeb(t, "x.epub", epubOf(t,
		"nav.xhtml", `<html><body><h1>Innhold</h1><nav><ol><li><a href="b/en og to.xhtml">Kapittel en</a></li></ol></nav></body></html>`,
		"b/en og to.xhtml", `<html xmlns:epub="x"><head><title>t</title></head><body><p>En <span epub:type="pagebreak">7</span>tekst<a epub:type="noteref" href="../noter.xhtml#n1">1</a>.</p></body></html>`,
		"mangler.xhtml", "",
		"to.xhtml", `<?xml version="1.0" encoding="iso-8859-1"?><html><body><script/><ul><li>bl`+"\xe5"+`</li></ul></body></html>`,
		"noter.xhtml", `<html><body><aside id="n1"><p>1. Noten</p></aside><aside id="n2"><p>mer</p></aside></body></html>`,
	))
	if want := "En tekst[1].\n\n- blå\n\n[1] Noten\n\nmer\n"; res.Text != want || res.Title != "Boka vår" || res.Date != "2019-08-30" {
		t.Errorf("%q %q %s\n%+v", res.Title, res.Text, res.Date, res.Report)
	}
	for did, what := range map[string]string{"dropped": "table of contents of the e-book", "warning": "parts that the e-book names but does not hold", "normalised": "windows-1252"} {
		if !hasEntry(res.Report, did, what) {
			t.Errorf("no %s in %+v", what, res.Report)
		}
	}
	if !hasEntry(res.Report, "dropped", "page numbers") || !hasEntry(res.Report, "dropped", "titles of the parts") {
		t.Errorf("%+v", res.Report)
	}
}

// A file of contents that holds the text too is no mere table of contents.
func TestEPUBContentsWithText(t *testing.T) {
	res := readWeb(t, "x.epub", epubOf(t, "nav.xhtml", `<html><body><nav><a href="#a">Kapittel</a></nav><h1 id="a">Kapittel</h1><p>`+strings.Repeat("Tekst. ", 20)+`</p></body></html>`))
	if !strings.HasPrefix(res.Text, "# Kapittel\n\nTekst. ") {
		t.Errorf("%q %+v", res.Text, res.Report)
	}
}

func TestEPUBPaths(t *testing.T) {
	outside := strings.ReplaceAll(epubContainer, "OPS/a.opf", "a/../b.opf")
	opf := `<package><manifest><item id="1" href="../../../../etc/passwd" media-type="application/xhtml+xml"/><item id="2" href="x%2E%2E/../c.html#d" media-type="text/html"/><item id="3" href="s.svg" media-type="image/svg+xml"/></manifest><spine><itemref idref="1"/><itemref idref="2"/><itemref idref="3"/><itemref idref="4"/></spine></package>`
	res := readWeb(t, "x.epub", string(zipOf(t, "META-INF/container.xml", outside, "b.opf", opf, "c.html", "<p>a<script/>b")))
	if res.Text != "a\n" || !hasEntry(res.Report, "warning", "parts that the e-book names") || !hasEntry(res.Report, "dropped", "parts of the e-book that are no pages") {
		t.Errorf("%q %+v", res.Text, res.Report)
	}
	res = readWeb(t, "x.epub", string(zipOf(t, "META-INF/container.xml", epubContainer, "OPS/a.opf", "<package/>", "b.html", "<p>b", "a.xhtml", "<p>a")))
	if res.Text != "a\n\nb\n" || !hasEntry(res.Report, "warning", "the e-book does not say in which order") {
		t.Errorf("%q %+v", res.Text, res.Report)
	}
}

// A book that was unpacked and whose folder was packed again, as a Mac does with its books.
func TestEPUBInFolder(t *testing.T) {
	opf := `<package><manifest><item id="1" href="a.html" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="1"/></spine></package>`
	book := zipOf(t, "__MACOSX/._Boka.epub", "x", "Boka.epub/mimetype", "application/epub+zip", "Boka.epub/META-INF/container.xml", epubContainer, "Boka.epub/OPS/a.opf", opf, "Boka.epub/OPS/a.html", "<p>Målekartet</p>")
	if res := readWeb(t, "x.epub", string(book)); res.Text != "Målekartet\n" {
		t.Errorf("%q %+v", res.Text, res.Report)
	}
}

func TestEPUBErrors(t *testing.T) {
	const fonts = `<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData><enc:EncryptionMethod Algorithm="http://www.idpf.org/2008/embedding"/><enc:CipherData><enc:CipherReference URI="OPS/f.ttf"/></enc:CipherData></enc:EncryptedData></encryption>`
	chapters := strings.ReplaceAll(strings.ReplaceAll(fonts, "f.ttf", "a%20b.xhtml"), "http://www.idpf.org/2008/embedding", "http://www.w3.org/2001/04/xmlenc#aes128-cbc")
	for _, c := range []struct{ data, want string }{
		{epubOf(t, "a b.xhtml", "<p>a</p>", "META-INF/encryption.xml", chapters), "is protected against copying (DRM)"},
		{epubOf(t, "a b.xhtml", "<p>a</p>", "META-INF/encryption.xml", "<x"), "is a damaged e-book (META-INF/encryption.xml"},
		{epubOf(t, "a.xhtml", "<p></p>"), "holds no text"},
		{epubOf(t, "a.xhtml", "a\x00b"), "is a damaged e-book: its part OPS/a.xhtml is no text"},
		{string(zipOf(t, "a", "b")), "is a zip archive, not an e-book"},
		{string(zipOf(t, "word/document.xml", "b")), "is a Word file, not an e-book"},
		{string(zipOf(t, "META-INF/container.xml", "<container/>")), "the list of its parts is not in it"},
		{string(zipOf(t, "META-INF/container.xml", "<container")), "is a damaged e-book"},
		{string(zipOf(t, "META-INF/container.xml", epubContainer)), "the list of its parts is not in it"},
		{string(zipOf(t, "META-INF/container.xml", epubContainer, "OPS/a.opf", strings.Repeat("<a>", 20_000))), "is a damaged e-book"},
		{epubOf(t, "a.xhtml", "<p>a</p>")[:300], "is a damaged e-book"},
	} {
		_, err := Convert(context.Background(), "x.epub", []byte(c.data), Options{})
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("error %v, want %q", err, c.want)
		}
	}
	if res := readWeb(t, "x.epub", epubOf(t, "a.xhtml", "<p>a</p>", "META-INF/encryption.xml", fonts)); res.Text != "a\n" {
		t.Errorf("%q", res.Text)
	}
}

// Headings that are only larger type.
func TestEPUBLargerType(t *testing.T) {
	css := "/* .b {font-size:40pt} */ @media print { .b { font-size: 50pt } } .a, p.c { font-size: 24pt; font-weight:bold } .b{font-size:150%} .d{font-size:12px} .e { display: none }"
	res := readWeb(t, "x.epub", epubOf(t, "s.css", css, "1.xhtml", `<body><p class="a">Bok</p><p>tekst og tekst</p><p class="d">liten<span class="e">borte</span></p></body>`,
		"2.xhtml", `<body><p class="x d"><span class="b">Kapittel</span> <span style="font-size: 1.5em">to</span></p><div class="b"><span style="font-size:12pt">mer tekst her</span></div><p class="a">En hel setning.</p></body>`))
	if want := "# Bok\n\ntekst og tekst\n\nliten\n\n## Kapittel to\n\nmer tekst her\n\nEn hel setning.\n"; res.Text != want {
		t.Errorf("%q %+v", res.Text, res.Report)
	}
}

// A part that unpacks to a mountain, or is named a thousand times, is refused.
func TestEPUBHostile(t *testing.T) {
	large := "<p>" + strings.Repeat("a", 1<<20)
	spine := strings.Repeat(`<itemref idref="1"/>`, 10_000)
	opf := `<package><manifest><item id="1" href="b.html"/></manifest><spine>` + spine + `</spine></package>`
	_, err := Convert(context.Background(), "x.epub", zipOf(t, "META-INF/container.xml", epubContainer, "OPS/a.opf", opf, "OPS/b.html", large), Options{})
	if err == nil || !strings.Contains(err.Error(), "unpacks to more than") {
		t.Errorf("error %v", err)
	}
}

// FuzzEPUB changes the list of the parts and a part inside the archive.
func FuzzEPUB(f *testing.F) {
	f.Add(`<package><metadata><title>a</title></metadata><manifest><item id="1" href="b.html" media-type="application/xhtml+xml" properties="nav"/><item id="2" href="s.css" media-type="text/css"/></manifest><spine><itemref idref="1"/></spine><guide><reference type="toc" href="b.html#c"/></guide></package>`,
		`<p class="a">a<a href="b.html#n">1</a></p><aside id="n">b</aside>`, `.a{font-size:18pt}`)
	f.Add(`<package><manifest><item id="1" href="%62.html"/></manifest><spine><itemref idref="1"/><itemref idref="1"/></spine></package>`, `<nav><a>b</a></nav><p/>c`, `@x{}`)
	f.Fuzz(func(t *testing.T, list, part, css string) {
		data := zipOf(t, "META-INF/container.xml", epubContainer, "OPS/a.opf", list, "OPS/b.html", part, "OPS/s.css", css)
		res, err := Convert(context.Background(), "x.epub", data, Options{Speakers: true})
		if err != nil {
			return
		}
		checkText(t, res)
		webAccounted(t, res)
	})
}
