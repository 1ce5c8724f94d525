package convert

import (
	"cmp"
	"strconv"
	"strings"
)

// startPart begins a paragraph, a part of a table, a note or another thing that
// holds runs, or reads one of their properties.
func (d *docxBody) startPart(name string, attrs []xmlAttr, depth int) bool {
	f := d.flow
	switch name {
	case "p":
		f.startPara()
	case "txbxContent":
		f.openBox()
	case "tbl":
		f.openTable()
	case "tc":
		f.openCell()
		d.cells = append(d.cells, docxCell{span: 1})
	case "trPr":
		d.cells = append(d.cells, docxCell{row: true})
	case "gridBefore":
		f.skipColumns(wholeNumber(attr(attrs, "val"), 0))
	case "gridSpan":
		if n := len(d.cells); n > 0 {
			d.cells[n-1].span = wholeNumber(attr(attrs, "val"), 1)
		}
	case "footnote", "endnote":
		if kind := attr(attrs, "type"); kind != "" && kind != "normal" {
			d.skip = depth // the line above the notes
			return true
		}
		f.openNote(name + " " + attr(attrs, "id"))
	case "sdt":
		d.controls = append(d.controls, false)
	case "docPartGallery":
		if n := len(d.controls); n > 0 && attr(attrs, "val") == "Table of Contents" {
			d.controls[n-1] = true
		}
	case "sdtContent":
		if n := len(d.controls); n > 0 && d.controls[n-1] {
			d.away = leftOut{depth: depth, what: indexes["TOC"], byLine: true}
		}
	case "altChunk":
		rel, _ := d.parts.byID(attr(attrs, "id"))
		d.r.Add("warning", "a file inside the file (altChunk) was not read; open it in a word processor and save it again", 1, rel.target)
	default:
		p := f.para()
		return p != nil && d.paraProperty(p, name, attrs)
	}
	return true
}

// paraProperty reads what a paragraph says of itself.
func (d *docxBody) paraProperty(p *flowPara, name string, attrs []xmlAttr) bool {
	val := attr(attrs, "val")
	if name == "pPr" {
		p.inProps = true
		return true
	}
	if !p.inProps {
		return false
	}
	switch name {
	case "pStyle":
		p.style = val
		if d.index != "" && d.flow.styles.level(val) > 0 && !d.flow.styles.contents(val) {
			d.endIndex() // a field that was never closed
		}
	case "outlineLvl":
		p.level = docxLevel(val)
	case "ilvl":
		p.depth = min(max(wholeNumber(val, 0), 0), deepestList) + 1
	case "numId":
		p.list = val
		p.listed = val != "0"
		p.unlisted = !p.listed
	case "framePr":
		if drop := attr(attrs, "dropCap"); drop != "" && drop != "none" {
			p.joins = true // a large first letter
		}
	}
	return true // nothing in here is a mark of a run
}

// startInline begins a run or writes what stands in one.
func (d *docxBody) startInline(t xmlStart, depth int) {
	val := attr(t.Attr, "val")
	switch t.Name.Local {
	case "r":
		d.endRun()
	case "rStyle":
		d.run.style = val
	case "rFonts":
		d.run.font = attr(t.Attr, "ascii")
	case "b":
		d.run.bold = docxSetting(val)
	case "i":
		d.run.slant = docxSetting(val)
	case "u":
		d.run.lined = val != "none" && docxSetting(val) == on
	case "vanish":
		d.run.hidden = docxSetting(val)
	case "tab", "ptab":
		d.write("\t")
	case "br", "cr":
		d.write("\n")
	case "noBreakHyphen":
		d.write("-")
	case "sym":
		if n, err := strconv.ParseUint(attr(t.Attr, "char"), 16, 32); err == nil && n >= 0x20 && n <= 0x10FFFF {
			d.write(string(symbolOf(attr(t.Attr, "font"), rune(n))))
		}
	case "footnoteReference", "endnoteReference":
		if d.shown() {
			d.flow.mention(strings.TrimSuffix(t.Name.Local, "Reference") + " " + attr(t.Attr, "id"))
		}
	case "pic", "imagedata":
		d.r.dropPictures(1)
	case "relIds":
		d.diagram(attr(t.Attr, "dm"))
	case "fldChar":
		d.fieldMark(attr(t.Attr, "fldCharType"))
	case "fldSimple":
		d.flow.drop(fieldCodes, attr(t.Attr, "instr"))
	case "listEntry", "result", "default", "checked":
		d.formProperty(t.Name.Local, t.Attr)
	case "den", "sup", "sub", "d", "naryPr", "chr":
		if t.Name.Space == "m" {
			d.formula(t.Name.Local, val, depth)
		}
	}
}

// endPart ends what startPart and startInline began.
func (d *docxBody) endPart(name string, depth int) {
	f := d.flow
	switch name {
	case "r":
		d.endRun()
	case "pPr":
		if p := f.para(); p != nil {
			p.inProps = false
			d.lists.number(p, f.styles)
		}
	case "p":
		d.endRun()
		d.abandonCodes()
		d.flow.dropLine(d.index, &d.line)
		f.endPara()
	case "txbxContent":
		f.closeBox()
	case "tc":
		f.closeCell(d.popCell().span)
	case "trPr":
		if t := f.table(); d.popCell().deleted && t != nil {
			t.row.gone = deletedText
		}
	case "tr":
		f.closeRow()
	case "tbl":
		f.endTable()
	case "footnote", "endnote":
		f.closeNote()
	case "sdt":
		d.controls = d.controls[:max(len(d.controls)-1, 0)]
	case "AlternateContent":
		d.alternates = d.alternates[:max(len(d.alternates)-1, 0)]
	case "den", "sup", "sub":
		d.sign = ""
	case "naryPr":
		operator := d.operator
		d.operator = ""
		d.write(operator)
	case "d":
		if n := len(d.brackets); n > 0 && d.brackets[n-1] == depth {
			d.brackets = d.brackets[:n-1]
			d.write(")")
		}
	}
}

// endRun drops what the run hid and forgets its properties.
func (d *docxBody) endRun() {
	d.flow.dropLine(hiddenText, &d.run.away)
	d.run = docxRun{}
}

// formula writes the signs that a formula shows by the place of its parts. One
// before a part that turns out to be empty is not written.
func (d *docxBody) formula(name, val string, depth int) {
	switch name {
	case "den":
		d.sign = "/"
	case "sup":
		d.sign = "^"
	case "sub":
		d.sign = "_"
	case "naryPr":
		d.operator = "∫"
	case "chr":
		if d.operator != "" {
			d.operator = val
		}
	case "d":
		d.brackets = append(d.brackets, depth)
		d.write("(")
	}
}

// diagram puts the words of a SmartArt drawing, which stand in a part of their
// own, after the paragraph.
func (d *docxBody) diagram(id string) {
	rel, ok := d.parts.byID(id)
	if !ok || !d.shown() {
		return
	}
	w := &docxWords{each: "pt"}
	if err := d.parts.beside(d.ctx, rel.target, func(data []byte) error { return walkPart(d.ctx, data, rel.target, d.parts.what, w) }); err != nil {
		d.err = cmp.Or(d.err, err)
		return
	}
	d.flow.openBox()
	for _, s := range w.out {
		d.flow.text(strings.Join(strings.Fields(s), " "), lettering{})
		d.flow.endPara()
	}
	d.flow.closeBox()
}

func (d *docxBody) popCell() docxCell {
	n := len(d.cells)
	if n == 0 {
		return docxCell{span: 1}
	}
	c := d.cells[n-1]
	d.cells = d.cells[:n-1]
	return c
}
