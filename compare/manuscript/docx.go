package manuscript

import (
	"archive/zip"
	"bytes"
	"embed"
	"encoding/xml"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

//go:embed docx/*.xml
var docxParts embed.FS

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
	small     string // the style of the words of the paragraph that is written
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
	d.b.WriteString(`<w:p><w:pPr><w:pStyle w:val="TableNote"/>` + d.section(d.sideways) + `</w:pPr></w:p>`)
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

// caption writes "Table 3: …" with a number that the word processor keeps in order.
func (d *docx) caption(id, kind string, number int, words string, keep bool) {
	pr := ""
	if keep {
		pr = `<w:keepNext/>`
	}
	d.b.WriteString(`<w:p><w:pPr><w:pStyle w:val="Caption"/>` + pr + `</w:pPr>`)
	label := strings.TrimSuffix(d.m.Language.Say("ms-"+kind, number), " "+strconv.Itoa(number))
	label = upperFirst(label)
	whole := func() {
		d.run(`<w:b/>`, label+" ")
		d.field(` SEQ `+label+` \* ARABIC `, strconv.Itoa(number))
	}
	if name := d.bookmarks[id]; name != "" {
		d.bookmark(name, whole)
	} else {
		whole()
	}
	d.run("", ". "+words)
	d.b.WriteString(`</w:p>`)
}

func (d *docx) table(i int, t Table) {
	columns := len(t.Head)
	d.turn(columns >= WideColumns)
	if t.Caption != "" {
		d.caption(t.ID, "table", d.n.table[i], t.Caption, true)
	}
	line := pageShort - 2*margin
	if d.sideways {
		line = pageLong - 2*margin
	}
	style := "TableText"
	if columns > 5 {
		style = "TableTextSmall"
	}
	d.printf(`<w:tbl><w:tblPr><w:tblStyle w:val="Crosscase"/><w:tblW w:w="%d" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1"/></w:tblPr><w:tblGrid>`, line)
	widths := make([]int, columns)
	rest := line
	for j, share := range t.Widths() {
		widths[j] = int(math.Round(share * float64(line)))
		if j == columns-1 {
			widths[j] = rest
		}
		rest -= widths[j]
		d.printf(`<w:gridCol w:w="%d"/>`, widths[j])
	}
	d.b.WriteString(`</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>`)
	for j, head := range t.Head {
		d.printf(`<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="%s"/><w:keepNext/></w:pPr>`, widths[j], style)
		d.run(`<w:b/>`, head)
		d.b.WriteString(`</w:p></w:tc>`)
	}
	d.b.WriteString(`</w:tr>`)
	short := len(t.Rows) <= shortTable && t.length() < 1500
	for k, r := range t.Rows {
		last := k == len(t.Rows)-1
		d.row(r, widths, style, line, short && !last || last && len(t.Notes) > 0)
	}
	d.b.WriteString(`</w:tbl>`)
	for _, note := range t.Notes {
		d.paragraph("TableNote", "", note)
	}
	d.b.WriteString(`<w:p><w:pPr><w:pStyle w:val="AfterTable"/></w:pPr></w:p>`)
}

// shortTable is how many rows a table may have that is kept on one page.
const shortTable = 6

// length counts the characters of a table.
func (t *Table) length() int {
	n := 0
	for _, r := range t.Rows {
		n += r.length()
	}
	return n
}

func (r Row) length() int {
	n := 0
	for _, c := range r.Cells {
		for _, l := range c.Lines {
			n += utf8.RuneCountInString(l.String())
		}
	}
	return n
}

// unsplit is how many characters a row may have that is kept on one page.
const unsplit = 600

// row writes a row; keep keeps it on the page of what follows.
func (d *docx) row(r Row, widths []int, style string, line int, keep bool) {
	next := ""
	if keep {
		next = `<w:keepNext/>`
	}
	d.b.WriteString(`<w:tr>`)
	if r.length() <= unsplit {
		d.b.WriteString(`<w:trPr><w:cantSplit/></w:trPr>`)
	}
	if r.Head && len(r.Cells) > 0 {
		d.printf(`<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/><w:gridSpan w:val="%d"/><w:shd w:val="clear" w:color="auto" w:fill="F2F2F2"/></w:tcPr>`, line, len(widths))
		for _, l := range lines(r.Cells[0]) {
			d.printf(`<w:p><w:pPr><w:pStyle w:val="%s"/><w:keepNext/><w:ind w:left="%d"/></w:pPr>`, style, 170*r.Cells[0].Indent)
			for k := range l {
				l[k].Strong = true
			}
			d.text(l)
			d.b.WriteString(`</w:p>`)
		}
		d.b.WriteString(`</w:tc></w:tr>`)
		return
	}
	for j, c := range r.Cells {
		d.printf(`<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/></w:tcPr>`, widths[j])
		for _, l := range lines(c) {
			d.printf(`<w:p><w:pPr><w:pStyle w:val="%s"/>%s<w:ind w:left="%d"/></w:pPr>`, style, next, 170*c.Indent)
			d.text(l)
			d.b.WriteString(`</w:p>`)
		}
		d.b.WriteString(`</w:tc>`)
	}
	d.b.WriteString(`</w:tr>`)
}

// lines returns the lines of a cell: at least one, for a cell of Word holds a paragraph.
func lines(c Cell) []Text {
	out := make([]Text, 0, len(c.Lines)+1)
	for _, l := range c.Lines {
		out = append(out, append(Text(nil), l...))
	}
	if len(out) == 0 {
		out = append(out, nil)
	}
	return out
}

// emu are the units of a drawing in a centimetre.
const emu = 360000

func (d *docx) picture(i int, p Picture) {
	if len(p.PNG) > 0 {
		d.pictures = append(d.pictures, p.PNG)
		k, width, height := len(d.pictures), p.Width, p.Height
		if room := float64(pageShort-2*margin) / 567; width > room {
			width, height = room, height*room/width
		}
		cx, cy := int(width*emu), int(height*emu)
		d.printf(`<w:p><w:pPr><w:pStyle w:val="BodyText"/><w:keepNext/></w:pPr><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="%d" cy="%d"/><wp:docPr id="%d" name="picture%d" descr="%s"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr><pic:cNvPr id="%d" name="picture%d"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rIdP%d"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="%d" cy="%d"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`,
			cx, cy, k, k, escape(p.Words), k, k, k, cx, cy)
	} else if p.Words != "" {
		d.paragraph("BodyText", `<w:keepNext/>`, Plain(p.Words))
	}
	d.caption(p.ID, "picture", d.n.picture[i], p.Caption, false)
}

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
