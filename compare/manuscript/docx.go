package manuscript

import (
	"archive/zip"
	"fmt"
	"io"
	"strings"
	"time"
)

// The page, in twentieths of a point: A4 with margins of 2.5 cm.
const (
	pageShort, pageLong = 11906, 16838
	margin              = 1417
)

// WideColumns is how many columns a table has from which it stands on a page turned sideways.
const WideColumns = 8

// WriteDOCX writes the manuscript as a Word document: headings with numbers and styles, a
// table of contents, tables whose head is repeated on every page, footnotes, numbered captions,
// bookmarks where something points. The same manuscript gives the same bytes.
func (m *Manuscript) WriteDOCX(w io.Writer) error {
	d := &docx{m: m, n: m.number(), bookmarks: map[string]string{}}
	for i, b := range m.Blocks {
		d.nameTargets(i, b)
	}
	d.front()
	for i, b := range m.Blocks {
		d.write(i, b)
	}
	body := d.b.String()
	z := zip.NewWriter(w)
	parts := []struct{ name, text string }{
		{"[Content_Types].xml", contentTypes(len(d.pictures) > 0)},
		{"_rels/.rels", packageRels},
		{"docProps/core.xml", d.core()},
		{"word/document.xml", documentHead + body + d.section(d.sideways) + `</w:body></w:document>`},
		{"word/_rels/document.xml.rels", d.rels()},
		{"word/styles.xml", d.part("styles")},
		{"word/numbering.xml", d.numbering()},
		{"word/settings.xml", d.part("settings")},
		{"word/footer1.xml", d.part("footer")},
		{"word/footnotes.xml", d.footnotes()},
	}
	for k, png := range d.pictures {
		parts = append(parts, struct{ name, text string }{fmt.Sprintf("word/media/picture%d.png", k+1), string(png)})
	}
	for _, p := range parts {
		// A time that stands still, so that the same text gives the same file.
		f, err := z.CreateHeader(&zip.FileHeader{Name: p.name, Method: zip.Deflate, Modified: time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)})
		if err != nil {
			return err
		}
		if _, err := io.WriteString(f, p.text); err != nil {
			return err
		}
	}
	return z.Close()
}

// docx is a Word document that is being written.
type docx struct {
	m         *Manuscript
	n         *numbers
	b         strings.Builder
	bookmarks map[string]string // the names of what is pointed at, by ID
	ids       int               // of bookmarks
	lists     int               // ordered lists, each with a numbering of its own
	pictures  [][]byte
	sideways  bool
}

func (d *docx) printf(format string, args ...any) { fmt.Fprintf(&d.b, format, args...) }

// nameTargets gives a bookmark to what a run can point at. Names of bookmarks are short and plain.
func (d *docx) nameTargets(i int, b Block) {
	add := func(id, name string) {
		if id != "" {
			d.bookmarks[id] = name
		}
	}
	switch b := b.(type) {
	case Heading:
		d.bookmarks[fmt.Sprint("\x00", i)] = fmt.Sprintf("_Toc%d", i)
		add(b.ID, fmt.Sprintf("_Toc%d", i))
	case Table:
		add(b.ID, fmt.Sprintf("_Ref%d", i))
	case Picture:
		add(b.ID, fmt.Sprintf("_Ref%d", i))
	case Quote:
		add(b.ID, fmt.Sprintf("_Quote%d", i))
	case Notes:
		for k, note := range b {
			add(note.ID, fmt.Sprintf("_Note%d_%d", i, k))
		}
	}
}

// bookmark stands around what is written by inner.
func (d *docx) bookmark(name string, inner func()) {
	d.ids++
	id := d.ids
	d.printf(`<w:bookmarkStart w:id="%d" w:name="%s"/>`, id, name)
	inner()
	d.printf(`<w:bookmarkEnd w:id="%d"/>`, id)
}

// front writes the title and the table of contents.
func (d *docx) front() {
	if d.m.Title != "" {
		pr := ""
		if !d.m.Contents {
			pr = `<w:spacing w:before="0"/>` // no title page
		}
		d.paragraph("Title", pr, Plain(d.m.Title))
	}
	if d.m.Subtitle != "" {
		d.paragraph("Subtitle", "", Plain(d.m.Subtitle))
	}
	if d.m.Byline != "" {
		d.paragraph("Byline", "", Plain(d.m.Byline))
	}
	if !d.m.Contents {
		return
	}
	d.paragraph("ContentsHeading", `<w:pageBreakBefore/>`, Plain(d.m.Language.Say("ms-contents")))
	first := true
	last := -1
	for i, b := range d.m.Blocks {
		if h, ok := b.(Heading); ok && h.Level <= 3 {
			last = i
		}
	}
	for i, b := range d.m.Blocks {
		h, ok := b.(Heading)
		if !ok || h.Level > 3 {
			continue
		}
		d.printf(`<w:p><w:pPr><w:pStyle w:val="TOC%d"/></w:pPr>`, h.Level)
		if first {
			d.b.WriteString(`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \o "1-3" \h \z \u </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>`)
			first = false
		}
		d.printf(`<w:hyperlink w:anchor="_Toc%d" w:history="1">`, i)
		if number := d.n.heading[i]; number != "" {
			d.run("", number)
			d.b.WriteString(`<w:r><w:tab/></w:r>`)
		}
		d.run("", h.Text)
		d.b.WriteString(`<w:r><w:tab/></w:r>`)
		d.field(fmt.Sprintf(` PAGEREF _Toc%d \h `, i), "")
		d.b.WriteString(`</w:hyperlink>`)
		if i == last {
			d.b.WriteString(`<w:r><w:fldChar w:fldCharType="end"/></w:r>`)
		}
		d.b.WriteString(`</w:p>`)
	}
}

// field writes a field that the word processor works out; now is what stands there until then.
func (d *docx) field(instruction, now string) {
	d.b.WriteString(`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">` + instruction + `</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>`)
	d.run("", now)
	d.b.WriteString(`<w:r><w:fldChar w:fldCharType="end"/></w:r>`)
}

// turn ends the pages that stand upright or sideways before others of the other kind.
func (d *docx) turn(sideways bool) {
	if d.sideways == sideways {
		return
	}
	if d.b.Len() > 0 { // else there is no page to end
		d.b.WriteString(`<w:p><w:pPr><w:pStyle w:val="TableNote"/>` + d.section(d.sideways) + `</w:pPr></w:p>`)
	}
	d.sideways = sideways
}

func (d *docx) section(sideways bool) string {
	width, height, turned, title := pageShort, pageLong, "", ""
	if sideways {
		width, height, turned = pageLong, pageShort, ` w:orient="landscape"`
	}
	if d.m.Contents {
		title = `<w:titlePg/>`
		if sideways || strings.Contains(d.b.String(), "<w:sectPr>") {
			title = ""
		}
	}
	return fmt.Sprintf(`<w:sectPr><w:footerReference w:type="default" r:id="rId5"/><w:type w:val="nextPage"/><w:pgSz w:w="%d" w:h="%d"%s/><w:pgMar w:top="%d" w:right="%d" w:bottom="%d" w:left="%d" w:header="709" w:footer="709" w:gutter="0"/>%s</w:sectPr>`,
		width, height, turned, margin, margin, margin, margin, title)
}

func (d *docx) write(i int, b Block) {
	if t, ok := b.(Table); !ok || len(t.Head) < WideColumns {
		d.turn(false)
	}
	switch b := b.(type) {
	case Heading:
		level := min(b.Level, 4)
		pr := ""
		if level == 1 && d.m.Contents {
			pr = `<w:pageBreakBefore/>`
		}
		if !b.Numbered {
			pr += `<w:numPr><w:numId w:val="0"/></w:numPr><w:ind w:left="0" w:firstLine="0"/>`
		}
		d.printf(`<w:p><w:pPr><w:pStyle w:val="Heading%d"/>%s</w:pPr>`, level, pr)
		d.bookmark(fmt.Sprintf("_Toc%d", i), func() { d.run("", b.Text) })
		d.b.WriteString(`</w:p>`)
	case Paragraph:
		style, pr := "BodyText", ""
		if b.Small {
			style = "TableNote"
		}
		if b.Box {
			style = "Banner"
		}
		if b.Keep {
			pr = `<w:keepNext/>`
		}
		d.paragraph(style, pr, b.Text)
	case Quote:
		text := Text{{Words: b.Text, Language: b.Language}}
		if len(b.Source) > 0 {
			text = append(append(text, Run{Words: " ("}), append(b.Source, Run{Words: ")"})...)
		}
		d.b.WriteString(`<w:p><w:pPr><w:pStyle w:val="Quote"/></w:pPr>`)
		d.text(text)
		if b.Mark != "" {
			d.run("", " ")
			d.bookmark(d.bookmarks[b.ID], func() { d.run("", b.Mark) })
		}
		d.b.WriteString(`</w:p>`)
	case List:
		number := 2
		if b.Ordered {
			d.lists++
			number = 2 + d.lists
		}
		for _, item := range b.Items {
			d.paragraph("ListParagraph", fmt.Sprintf(`<w:numPr><w:ilvl w:val="0"/><w:numId w:val="%d"/></w:numPr>`, number), item)
		}
	case Table:
		d.table(i, b)
	case Picture:
		d.picture(i, b)
	case Notes:
		for _, note := range b {
			d.b.WriteString(`<w:p><w:pPr><w:pStyle w:val="Evidence"/></w:pPr>`)
			d.bookmark(d.bookmarks[note.ID], func() { d.run("", note.Mark) })
			d.b.WriteString(`<w:r><w:tab/></w:r>`)
			d.text(note.Text)
			d.b.WriteString(`</w:p>`)
		}
	}
}

func (d *docx) paragraph(style, pr string, t Text) {
	d.printf(`<w:p><w:pPr><w:pStyle w:val="%s"/>%s</w:pPr>`, style, pr)
	d.text(t)
	d.b.WriteString(`</w:p>`)
}

// text writes runs, with their footnotes and links.
func (d *docx) text(t Text) {
	for _, r := range t {
		props := ""
		if r.Code {
			props += `<w:rStyle w:val="Code"/>`
		}
		if r.Strong {
			props += `<w:b/>`
		}
		if r.Emphasis {
			props += `<w:i/>`
		}
		if r.Code {
			props += `<w:noProof/>`
		}
		if r.Open {
			props += `<w:highlight w:val="yellow"/>`
		}
		if r.Language != "" {
			props += `<w:lang w:val="` + escape(tag(r.Language)) + `"/>`
		}
		name, linked := d.bookmarks[r.To]
		if linked {
			d.b.WriteString(`<w:hyperlink w:anchor="` + name + `" w:history="1">`)
		}
		d.run(props, d.n.words(r))
		if linked {
			d.b.WriteString(`</w:hyperlink>`)
		}
		if len(r.Footnote) > 0 {
			d.printf(`<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="%d"/></w:r>`, d.n.note(r.Footnote))
		}
	}
}

// run writes words; line ends and tabs among them stay.
func (d *docx) run(props, words string) {
	if words == "" {
		return
	}
	d.b.WriteString(`<w:r>`)
	if props != "" {
		d.b.WriteString(`<w:rPr>` + props + `</w:rPr>`)
	}
	for i, line := range strings.Split(words, "\n") {
		if i > 0 {
			d.b.WriteString(`<w:br/>`)
		}
		for k, part := range strings.Split(line, "\t") {
			if k > 0 {
				d.b.WriteString(`<w:tab/>`)
			}
			if part != "" {
				d.b.WriteString(`<w:t xml:space="preserve">` + escape(part) + `</w:t>`)
			}
		}
	}
	d.b.WriteString(`</w:r>`)
}
