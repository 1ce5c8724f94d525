package convert

import (
	"encoding/xml"
	"strings"
)

type (
	xmlStart = xml.StartElement
	xmlAttr  = xml.Attr
)

// closePara ends the innermost paragraph and makes a block of it.
func (d *docxBody) closePara() {
	p := d.paras[len(d.paras)-1]
	d.paras = d.paras[:len(d.paras)-1]
	text := p.text.String()
	b := Block{Text: strings.TrimRight(text, " \t\n")}
	level := 0
	switch {
	case p.outline >= 0 && p.outline <= 8:
		level = p.outline + 1
	case p.outline < 0 && p.style != "":
		level = d.styles.level(p.style)
	}
	switch {
	case d.styles.contents(p.style):
		if b.Text != "" {
			d.r.Add("dropped", "lines of the table of contents", 1, clip(b.Text, 60))
		}
		b.Text = ""
	case level > 0:
		b.Kind, b.Level = Heading, level
	case p.listed || d.styles.listed(p.style) && !p.unlisted:
		b.Kind = ListItem
	}
	if strings.TrimSpace(b.Text) != "" {
		d.emit(b)
	}
	for _, a := range p.after {
		d.emit(a)
	}
}

// emit puts a block where it belongs: into a note, into a cell, after the
// paragraph whose text box it stands in, or into the text.
func (d *docxBody) emit(b Block) {
	table := d.table()
	switch {
	case d.noteKind != "":
		n := d.noteNumber(d.noteKind, d.noteID)
		if d.noteText == nil {
			d.noteText = map[int][]string{}
		}
		d.noteText[n] = append(d.noteText[n], b.Text)
	case table != nil && table.inCell:
		table.cell = append(table.cell, b.Text)
		table.inside = append(table.inside, b)
	case len(d.paras) > 0:
		p := d.paras[len(d.paras)-1]
		p.after = append(p.after, b)
	default:
		d.blocks = append(d.blocks, b)
	}
}

// table returns the table whose cell takes the next block; nil if there is
// none, or if a text box began after it.
func (d *docxBody) table() *docxTable {
	n := len(d.tables)
	if n == 0 {
		return nil
	}
	t := d.tables[n-1]
	if len(d.paras) > t.paraBase {
		return nil
	}
	return t
}

// closeTablePart ends a cell, a row or a table.
func (d *docxBody) closeTablePart(t *docxTable, name string) {
	switch name {
	case "tc":
		t.cells = append(t.cells, strings.Join(t.cell, " "))
		t.inCell, t.cell = false, nil
	case "tr":
		if len(t.cells) > 1 {
			t.multi = true
		}
		t.rows = append(t.rows, t.cells)
		t.cells = nil
	case "tbl":
		d.tables = d.tables[:len(d.tables)-1]
		if !t.multi {
			// a frame around text, not a table
			for _, b := range t.inside {
				d.emit(b)
			}
			return
		}
		tight := false
		for _, cells := range t.rows {
			if strings.TrimSpace(strings.Join(cells, "")) == "" {
				continue
			}
			d.emit(Block{Kind: Row, Cells: cells, Text: strings.Join(cells, " "), Tight: tight})
			tight = true
		}
	}
}

// closeAll ends what a damaged part left open.
func (d *docxBody) closeAll() {
	for len(d.tables) > 0 {
		d.closeTablePart(d.tables[len(d.tables)-1], "tbl")
	}
	for len(d.paras) > 0 {
		d.closePara()
	}
}
