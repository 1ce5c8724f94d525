package convert

import (
	"context"
	"strings"
	"testing"
)

// TestOutlineShowsLevelsAndNumbers holds the lists of each format to what is shown of them.
func TestOutlineShowsLevelsAndNumbers(t *testing.T) {
	const numbering = `<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1)"/></w:lvl>` +
		`<w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2"/></w:lvl><w:lvl w:ilvl="2"><w:numFmt w:val="bullet"/><w:lvlText w:val="x"/></w:lvl></w:abstractNum>` +
		`<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num></w:numbering>`
	item := func(list, level, words string) string {
		return `<w:p><w:pPr><w:numPr><w:ilvl w:val="` + level + `"/><w:numId w:val="` + list + `"/></w:numPr></w:pPr><w:r><w:t>` + words + `</w:t></w:r></w:p>`
	}
	docx := item("1", "0", "a") + item("1", "1", "b") + item("1", "1", "c") + item("1", "2", "d") + item("1", "0", "e") + item("1", "1", "f") + item("2", "0", "g") + item("0", "0", "h") + item("99", "0", "i") +
		`<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Bold</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>j</w:t></w:r></w:p><w:p><w:r><w:t>k</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>l</w:t></w:r></w:p></w:tc></w:tr></w:tbl>`
	for _, c := range []struct {
		name, want string
		data       []byte
	}{
		{"x.docx", "3) a\n\n    3.a b\n\n    3.b c\n\n        - d\n\n4) e\n\n    4.a f\n\n1) g\n\nh\n\n- i\n\n**Bold**\n\nj<br>k\tl\n", zipOf(t, "word/document.xml", wordBody(docx), "word/numbering.xml", numbering)},
		{"x.odt", "1. a\n\n    - b\n\n2. c\n\nd\n\n3. e\n", zipOf(t, "content.xml", `<office:document-content><office:automatic-styles><text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>`+
			`<text:list-level-style-bullet text:level="2"/></text:list-style></office:automatic-styles><office:body><office:text><text:list text:style-name="L"><text:list-item><text:p>a</text:p><text:list><text:list-item><text:p>b</text:p></text:list-item></text:list></text:list-item>`+
			`<text:list-item><text:p>c</text:p></text:list-item></text:list><text:p>d</text:p><text:list text:style-name="L" text:continue-numbering="true"><text:list-item><text:p>e</text:p></text:list-item></text:list></office:text></office:body></office:document-content>`)},
		{"x.html", "1. a\n\n    - b\n\n2. c\n\n    a. d\n", []byte("<ol><li>a<ul><li>b</ul><li>c<ol type=a><li>d</ol></ol>")},
		{"x.rtf", "1. a\n\n    b) b\n\n- c\n", []byte(`{\rtf1{\listtext 1.\tab}\ls1\ilvl0 a\par{\listtext b)\tab}\ilvl1 b\par{\listtext\'b7\tab}\ilvl0 c\par}`)},
	} {
		got, err := Outline(context.Background(), c.name, c.data, Options{})
		if err != nil || got != c.want {
			t.Errorf("%s: %q, %v, want %q", c.name, got, err, c.want)
		}
		r, err := Convert(context.Background(), c.name, c.data, Options{})
		if err != nil || strings.Contains(r.Text, "**") || strings.Contains(r.Text, "<br>") {
			t.Errorf("%s: as a text %q, %v", c.name, r.Text, err)
		}
	}
}

// FuzzOutline changes the lists of a Word file and the paragraphs in them.
func FuzzOutline(f *testing.F) {
	f.Add(`<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%1)"/></w:lvl></w:abstractNum>`+
		`<w:num w:numId="1"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="-9"/></w:lvlOverride></w:num></w:numbering>`,
		`<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p><w:p><w:pPr><w:numPr><w:ilvl w:val="8"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>b</w:t></w:r></w:p>`)
	f.Fuzz(func(t *testing.T, numbering, body string) {
		data := zipOf(t, "word/document.xml", wordBody(body), "word/numbering.xml", numbering)
		if _, err := Outline(context.Background(), "x.docx", data, Options{}); err != nil {
			return
		}
		res, err := Convert(context.Background(), "x.docx", data, Options{})
		if err != nil {
			t.Fatal(err)
		}
		accountedFor(t, res)
	})
}
