package manuscript

import (
	"bytes"
	"embed"
	"encoding/xml"
	"fmt"
	"strings"
	"unicode/utf8"
)

//go:embed docx/*.xml
var docxParts embed.FS

// footnotes returns the part with the footnotes; what they say may hold footnotes no more.
func (d *docx) footnotes() string {
	d.b.Reset()
	d.b.WriteString(xml.Header + `<w:footnotes ` + namespaces + `><w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>`)
	notes := d.n.footnote
	for k, t := range notes {
		d.printf(`<w:footnote w:id="%d"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr><w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> </w:t></w:r>`, k+1)
		for _, r := range t {
			r.Footnote = nil
			d.text(Text{r})
		}
		d.b.WriteString(`</w:p></w:footnote>`)
	}
	d.b.WriteString(`</w:footnotes>`)
	return d.b.String()
}

// part returns a part that is the same for every document but for its language.
func (d *docx) part(name string) string {
	data, err := docxParts.ReadFile("docx/" + name + ".xml")
	if err != nil {
		panic(err) // it is built into the program
	}
	return strings.ReplaceAll(string(data), "LANGUAGE", tag(string(d.m.Language)))
}

// numbering returns the part that numbers lists: one more for each ordered list, so that each begins at 1.
func (d *docx) numbering() string {
	var b strings.Builder
	for k := 1; k <= d.lists; k++ {
		fmt.Fprintf(&b, `<w:num w:numId="%d"><w:abstractNumId w:val="2"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`, 2+k)
	}
	return strings.ReplaceAll(d.part("numbering"), "<!--LISTS-->", b.String())
}

func (d *docx) core() string {
	return xml.Header + `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>` + escape(d.m.Title) + `</dc:title><dc:language>` + tag(string(d.m.Language)) + `</dc:language></cp:coreProperties>`
}

func (d *docx) rels() string {
	var b strings.Builder
	const base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	b.WriteString(xml.Header + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`)
	for i, part := range []string{"styles", "numbering", "settings", "footnotes", "footer"} {
		file := part + ".xml"
		if part == "footer" {
			file = "footer1.xml"
		}
		fmt.Fprintf(&b, `<Relationship Id="rId%d" Type="%s%s" Target="%s"/>`, i+1, base, part, file)
	}
	for k := range d.pictures {
		fmt.Fprintf(&b, `<Relationship Id="rIdP%d" Type="%simage" Target="media/picture%d.png"/>`, k+1, base, k+1)
	}
	b.WriteString(`</Relationships>`)
	return b.String()
}

const namespaces = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"`

const documentHead = xml.Header + `<w:document ` + namespaces + `><w:body>`

const packageRels = xml.Header + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`

func contentTypes(pictures bool) string {
	const word = "application/vnd.openxmlformats-officedocument.wordprocessingml."
	var b strings.Builder
	b.WriteString(xml.Header + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>`)
	if pictures {
		b.WriteString(`<Default Extension="png" ContentType="image/png"/>`)
	}
	for _, p := range [][2]string{{"document", "document.main"}, {"styles", "styles"}, {"numbering", "numbering"}, {"settings", "settings"}, {"footer1", "footer"}, {"footnotes", "footnotes"}} {
		fmt.Fprintf(&b, `<Override PartName="/word/%s.xml" ContentType="%s%s+xml"/>`, p[0], word, p[1])
	}
	b.WriteString(`<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`)
	return b.String()
}

// escape writes text for XML; what XML cannot hold becomes the replacement character.
func escape(s string) string {
	var b bytes.Buffer
	_ = xml.EscapeText(&b, []byte(s)) // a buffer takes everything
	return b.String()
}

func upperFirst(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return strings.ToUpper(string(r)) + s[size:]
}
