package manuscript

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf8"
)

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
