package convert

import (
	"context"
	"sort"
	"strconv"
	"strings"
)

// maxDepth is how deep elements may nest; real files stay under 100.
const maxDepth = 1000

// docxBody turns the elements of a part into blocks. Paragraphs are a stack,
// for a text box stands inside the run of another paragraph; so are tables.
type docxBody struct {
	ctx    context.Context
	styles docxStyles
	r      *Report

	blocks   []Block
	depth    int
	skip     int // depth of the element whose inside is left out; 0 if none
	texts    int // depth of open elements that hold words
	paras    []*docxPara
	tables   []*docxTable
	notes    map[string]int // "footnote 3" → its number in the text
	noteKind string         // in the notes' own part
	noteID   string
	noteText map[int][]string
	comments int
}

// docxPara is an open paragraph.
type docxPara struct {
	text      strings.Builder
	style     string
	outline   int // -1 if it says nothing
	listed    bool
	unlisted  bool
	inProps   bool
	hidden    bool // the run is
	after     []Block
	tableBase int // tables open when it began
}

// docxTable is an open table.
type docxTable struct {
	rows     [][]string
	cells    []string
	cell     []string // paragraphs of the open cell
	inCell   bool
	multi    bool    // some row has more than one cell
	inside   []Block // the paragraphs of a table of one column
	paraBase int     // paragraphs open when it began
}

// left out with all they hold
var docxSkipped = map[string]bool{
	"del": true, "moveFrom": true, "Fallback": true, "instrText": true, "delText": true, "delInstrText": true,
	"pPrChange": true, "rPrChange": true, "tblPrChange": true, "trPrChange": true, "tcPrChange": true, "sectPrChange": true,
	"sectPr": true, "sdtPr": true, "tblPr": true, "tcPr": true, "trPr": true, "docPartObj": true, "posOffset": true,
	"annotationRef": true, "tblGrid": true, "numberingChange": true, "ruby_rt": true, "rt": true, "footnotePr": true, "binData": true,
}

func attr(t []xmlAttr, name string) string {
	for _, a := range t {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

func (d *docxBody) para() *docxPara {
	if len(d.paras) == 0 {
		return nil
	}
	return d.paras[len(d.paras)-1]
}

func (d *docxBody) start(t xmlStart) {
	if d.skip > 0 {
		return
	}
	name := t.Name.Local
	if docxSkipped[name] {
		d.skip = d.depth
		if name == "del" || name == "moveFrom" {
			d.r.Add("dropped", "deleted and moved text of tracked changes", 1, "")
		}
		return
	}
	p := d.para()
	switch name {
	case "p":
		d.paras = append(d.paras, &docxPara{outline: -1, tableBase: len(d.tables)})
		return
	case "tbl":
		d.tables = append(d.tables, &docxTable{paraBase: len(d.paras)})
		return
	case "tc":
		if n := len(d.tables); n > 0 {
			d.tables[n-1].inCell, d.tables[n-1].cell = true, nil
		}
		return
	case "footnote", "endnote":
		d.noteID = attr(t.Attr, "id")
		if kind := attr(t.Attr, "type"); kind != "" && kind != "normal" {
			d.skip = d.depth
		}
		return
	}
	if p == nil {
		return
	}
	switch name {
	case "pPr":
		p.inProps = true
	case "pStyle":
		p.style = attr(t.Attr, "val")
	case "outlineLvl":
		if n, err := strconv.Atoi(attr(t.Attr, "val")); err == nil && p.inProps {
			p.outline = n
		}
	case "numId":
		if p.inProps {
			p.listed = attr(t.Attr, "val") != "0"
			p.unlisted = !p.listed
		}
	case "r":
		p.hidden = false
	case "vanish", "webHidden":
		if v := attr(t.Attr, "val"); !p.inProps && name == "vanish" && v != "0" && v != "false" {
			p.hidden = true
			d.r.Add("dropped", "hidden text", 1, "")
		}
	case "t":
		d.texts = d.depth
	case "tab", "ptab":
		if !p.inProps {
			p.text.WriteByte('\t')
		}
	case "br", "cr":
		p.text.WriteByte('\n')
	case "noBreakHyphen":
		p.text.WriteByte('-')
	case "sym":
		if n, err := strconv.ParseUint(attr(t.Attr, "char"), 16, 32); err == nil && n >= 0x20 && n <= 0x10FFFF {
			p.text.WriteRune(rune(n))
		}
	case "footnoteReference", "endnoteReference":
		p.text.WriteString("[" + strconv.Itoa(d.noteNumber(strings.TrimSuffix(name, "Reference"), attr(t.Attr, "id"))) + "]")
	case "commentReference":
		d.comments++
	}
}

// noteNumber numbers the notes in the order in which the text mentions them.
func (d *docxBody) noteNumber(kind, id string) int {
	key := kind + " " + id
	if d.notes[key] == 0 {
		d.notes[key] = len(d.notes) + 1
	}
	return d.notes[key]
}

func (d *docxBody) chars(s string) {
	if d.skip == 0 && d.texts > 0 {
		if p := d.para(); p != nil && !p.hidden {
			p.text.WriteString(s)
		}
	}
}

func (d *docxBody) end(name string) {
	closed := d.depth + 1
	if d.skip > 0 {
		if closed <= d.skip {
			d.skip = 0
		}
		return
	}
	switch name {
	case "t":
		d.texts = 0
	case "pPr":
		if p := d.para(); p != nil {
			p.inProps = false
		}
	case "r":
		if p := d.para(); p != nil {
			p.hidden = false
		}
	case "p":
		if len(d.paras) > 0 {
			d.closePara()
		}
	case "tc", "tr", "tbl":
		if n := len(d.tables); n > 0 {
			d.closeTablePart(d.tables[n-1], name)
		}
	}
}

// notesInOrder returns the notes of a part by their numbers in the text.
func (d *docxBody) notesInOrder() []Block {
	var numbers []int
	for n := range d.noteText {
		numbers = append(numbers, n)
	}
	sort.Ints(numbers)
	var out []Block
	for _, n := range numbers {
		text := strings.TrimSpace(strings.Join(d.noteText[n], "\n"))
		out = append(out, Block{Kind: Note, Text: "[" + strconv.Itoa(n) + "] " + text})
	}
	return out
}
