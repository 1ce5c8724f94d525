package manuscript

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"strings"
	"testing"
)

func docxOf(t *testing.T, m *Manuscript) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := m.WriteDOCX(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func partsOf(t *testing.T, data []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		out[f.Name] = string(text)
	}
	return out
}

func TestDOCXIsWholeAndTheSameEachTime(t *testing.T) {
	m := sample()
	m.Add(Picture{Caption: "Et bilde", PNG: []byte("png"), Width: 30, Height: 10, Words: "to <søyler>"})
	data := docxOf(t, m)
	if !bytes.Equal(data, docxOf(t, m)) {
		t.Error("two runs write different bytes")
	}
	parts := partsOf(t, data)
	for name, text := range parts {
		if !strings.HasSuffix(name, ".xml") && !strings.HasSuffix(name, ".rels") {
			continue
		}
		d := xml.NewDecoder(strings.NewReader(text))
		for {
			if _, err := d.Token(); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				t.Errorf("%s: %v", name, err)
				break
			}
		}
	}
	// Whatever a link points at is there, once.
	document := parts["word/document.xml"]
	names := map[string]int{}
	for _, m := range regexp.MustCompile(`<w:bookmarkStart w:id="\d+" w:name="([^"]+)"`).FindAllStringSubmatch(document, -1) {
		names[m[1]]++
	}
	links := regexp.MustCompile(`w:anchor="([^"]+)"`).FindAllStringSubmatch(document, -1)
	for _, l := range links {
		if names[l[1]] != 1 {
			t.Errorf("%d bookmarks %s", names[l[1]], l[1])
		}
	}
	if len(links) < 6 {
		t.Errorf("only %d links", len(links))
	}
	// Whatever has a relation or a type is in the archive.
	for _, target := range regexp.MustCompile(`Target="([^"]+)"`).FindAllStringSubmatch(parts["word/_rels/document.xml.rels"], -1) {
		if _, ok := parts["word/"+target[1]]; !ok {
			t.Errorf("%s is not there", target[1])
		}
	}
	for _, want := range []string{`<w:tblHeader/>`, `w:styleId="Heading1"`, `w:val="nb-NO"`, ` TOC \o `, `<w:autoHyphenation w:val="true"/>`, `<w:footnoteReference w:id="1"/>`, `En fotnote: å.`,
		`&lt;mål&gt; &amp; én øy`, `<w:startOverride w:val="1"/>`, ` SEQ Tabell \* ARABIC `, `tabell 1`, `kapittel 1.1`, `descr="to &lt;søyler&gt;"`} {
		found := false
		for _, text := range parts {
			found = found || strings.Contains(text, want)
		}
		if !found {
			t.Errorf("no %s", want)
		}
	}
	for _, style := range regexp.MustCompile(`<w:(?:pStyle|rStyle|tblStyle) w:val="([^"]+)"`).FindAllStringSubmatch(document+parts["word/footnotes.xml"], -1) {
		if !strings.Contains(parts["word/styles.xml"], `w:styleId="`+style[1]+`"`) {
			t.Errorf("style %s is not defined", style[1])
		}
	}
}

func TestATableOfManyColumnsStandsSideways(t *testing.T) {
	wide := Table{ID: "w", Caption: "Wide", Head: make([]string, WideColumns)}
	m := &Manuscript{Language: "en"}
	m.Add(Paragraph{Text: Plain("before")}, wide, wide, Paragraph{Text: Plain("after")}, wide)
	document := partsOf(t, docxOf(t, m))["word/document.xml"]
	var turns []bool
	for _, s := range regexp.MustCompile(`<w:pgSz[^>]*>`).FindAllString(document, -1) {
		turns = append(turns, strings.Contains(s, "landscape"))
	}
	if len(turns) != 4 || turns[0] || !turns[1] || turns[2] || !turns[3] {
		t.Errorf("pages turned: %v", turns)
	}
	alone := &Manuscript{Language: "en"}
	alone.Add(wide)
	if document := partsOf(t, docxOf(t, alone))["word/document.xml"]; strings.Count(document, "<w:pgSz") != 1 || !strings.Contains(document, "landscape") {
		t.Errorf("a page is empty before the table: %s", document)
	}
}

func TestWidthsFillTheLine(t *testing.T) {
	table := Table{Head: []string{"Kode", "a"}, Rows: []Row{{Cells: []Cell{{Lines: []Text{Plain("Måleindikatorer")}}, {Lines: []Text{Plain(strings.Repeat("ord ", 80))}}}}}}
	w := table.Widths()
	if sum := w[0] + w[1]; sum < .999 || sum > 1.001 || w[0] > w[1] || w[0] < .2 {
		t.Errorf("widths %v", w)
	}
}

// Of many columns none is a ribbon because its words are short beside those of others.
func TestWidthsOfManyColumns(t *testing.T) {
	var table Table
	row := Row{}
	for i := range 17 {
		table.Head = append(table.Head, []string{"Hå", "Lørenskog", "Brukerundersøkelsesgjennomføring"}[i%3])
		row.Cells = append(row.Cells, Cell{Lines: []Text{Plain("ingen: ikke nevnt")}})
	}
	table.Rows = []Row{row}
	for j, w := range table.Widths() {
		if w < .75/17 || w > 1.5/17 {
			t.Errorf("column %d of 17 takes %.3f of the line", j, w)
		}
	}
}

func TestHTMLAndMarkdown(t *testing.T) {
	var page, md bytes.Buffer
	if err := sample().WriteHTML(&page); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`<html lang="nb">`, "Åtte &lt;mål&gt; &amp; én øy", `<h2 id="s0">1 Metode</h2>`, `<h3 id="s2">1.1 Del</h3>`, `<a href="#t8">tabell 1</a>`, `<a href="#n10-0">[1]</a>`, `<p id="n10-0">`, `<mark>Skrives.</mark>`, `<sup><a id="fr1" href="#f1">1</a></sup>`} {
		if !strings.Contains(page.String(), want) {
			t.Errorf("no %s in\n%s", want, page.String())
		}
	}
	if m := regexp.MustCompile(`(?i)(\bsrc=|href="[^#]|url\(|@import|https?:)`).FindString(page.String()); m != "" {
		t.Errorf("the page asks for something: %q", m)
	}
	if err := sample().WriteMarkdown(&md); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"## 1 Metode\n", "Se tabell 1 og kapittel 1.1. **Skrives.** Med note.[^1]\n", "[^1]: En fotnote: å.\n", "> «Nei, det har vi ikke <gjort>» (Kommune A, replikk 2, [1])\n", `| &emsp;Bruk \| mål | til stede 1 [1] |  |`, "[1] «Nei»"} {
		if !strings.Contains(md.String(), want) {
			t.Errorf("no %q in\n%s", want, md.String())
		}
	}
}
