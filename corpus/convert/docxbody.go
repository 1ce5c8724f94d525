package convert

import (
	"context"
	"strconv"
	"strings"
)

// docxBody turns the elements of a part into the paragraphs of a flow.
type docxBody struct {
	ctx   context.Context
	parts *docxParts
	flow  *flow
	r     *Report
	lists *docxLists
	err   error // of a part that was read on the way

	skip       int    // depth of the element whose inside holds no words; 0 if none
	wordsIn    string // the open element that holds words: t, instrText, delText
	away       leftOut
	run        docxRun
	cells      []docxCell
	fields     []docxField
	alternates []int  // open choices between two forms of a thing: words written before
	controls   []bool // open content controls; true for a table of contents
	index      string // inside a field that lists headings or the like: what it is
	line       strings.Builder
	brackets   []int  // depths of open brackets of formulas
	sign       string // of a formula, due before the next words
	operator   string // of a formula: a sum, an integral
}

// docxRun is what the open run says of its letters.
type docxRun struct {
	style  string
	font   string
	bold   setting
	slant  setting
	lined  bool
	hidden setting
	away   strings.Builder // hidden words
}

// docxCell is an open table cell or, with row set, the properties of a row.
type docxCell struct {
	span    int
	row     bool
	deleted bool
}

// settings, which hold no words
var docxMachine = map[string]bool{
	"pPrChange": true, "rPrChange": true, "tblPrChange": true, "trPrChange": true, "tcPrChange": true, "sectPrChange": true,
	"sectPr": true, "tblPr": true, "tblPrEx": true, "posOffset": true, "tblGrid": true, "numberingChange": true, "footnotePr": true, "binData": true,
}

func (d *docxBody) start(t xmlStart, depth int) {
	if d.skip > 0 {
		return
	}
	name := t.Name.Local
	switch {
	case docxMachine[name]:
		d.skip = depth
	case name == "t" || name == "instrText" || name == "delText" || name == "delInstrText":
		d.wordsIn = name
	case d.away.depth > 0:
		if name == "tab" || name == "br" {
			d.write(" ")
		}
	case !d.startAway(name, depth) && !d.startPart(name, t.Attr, depth):
		d.startInline(t, depth)
	}
}

// startAway begins to leave out what an element holds, if it is of that sort.
func (d *docxBody) startAway(name string, depth int) bool {
	p := d.flow.para()
	inProps := p != nil && p.inProps
	switch name {
	case "del", "moveFrom":
		switch {
		case inProps:
			p.joins = true // the paragraph's end was deleted
		case d.inRowProps():
			d.cells[len(d.cells)-1].deleted = true
		default:
			d.away = leftOut{depth: depth, what: deletedText}
		}
		return true
	case "ins", "moveTo":
		if !inProps {
			d.r.Add("normalised", insertedText, 1, "")
		}
		return true
	case "rt":
		d.away = leftOut{depth: depth, what: rubyText}
		return true
	case "AlternateContent":
		d.alternates = append(d.alternates, d.flow.put)
		return true
	case "Choice", "Fallback":
		if n := len(d.alternates); n > 0 && d.flow.put > d.alternates[n-1] {
			d.away = leftOut{depth: depth, what: "second copies of text boxes"}
		}
		return true
	}
	return false
}

func (d *docxBody) inRowProps() bool {
	n := len(d.cells)
	return n > 0 && d.cells[n-1].row
}

// write puts words, or a blank, where they belong at this place.
func (d *docxBody) write(s string) {
	p := d.flow.para()
	if d.sign != "" && strings.TrimSpace(s) != "" {
		s, d.sign = d.sign+s, ""
	}
	switch {
	case d.away.depth > 0:
		d.away.write(s)
	case d.inFieldCode():
		d.addCode(s)
	case d.index != "":
		d.line.WriteString(s)
	case d.hiddenHere(p):
		d.run.away.WriteString(s)
	default:
		d.flow.text(s, lettering{d.boldHere(p), d.slantedHere(p), d.run.lined})
	}
}

// shown tells whether what stands here goes into the text.
func (d *docxBody) shown() bool {
	return d.away.depth == 0 && !d.inFieldCode() && d.index == "" && !d.hiddenHere(d.flow.para())
}

func (d *docxBody) hiddenHere(p *flowPara) bool {
	if d.run.hidden != unset || p == nil {
		return d.run.hidden == on
	}
	return either(d.flow.styles.hidden(d.run.style), d.flow.styles.hidden(p.style))
}

func (d *docxBody) boldHere(p *flowPara) bool {
	if d.run.bold != unset || p == nil {
		return d.run.bold == on
	}
	return either(d.flow.styles.bold(d.run.style), d.flow.styles.bold(p.style))
}

func (d *docxBody) slantedHere(p *flowPara) bool {
	if d.run.slant != unset || p == nil {
		return d.run.slant == on
	}
	return either(d.flow.styles.slanted(d.run.style), d.flow.styles.slanted(p.style))
}

func (d *docxBody) words(s string) {
	if d.skip > 0 || d.wordsIn == "" {
		return
	}
	s = oneLine(s)
	switch {
	case d.away.depth > 0 || d.wordsIn == "t":
		d.write(inSymbolFont(s, d.run.font))
	case d.wordsIn == "delText":
		d.flow.drop(deletedText, s)
	case len(d.fields) > 0 && d.fields[len(d.fields)-1].stage == fieldCode:
		d.addCode(s)
	default:
		d.flow.drop(fieldCodes, s)
	}
}

func (d *docxBody) end(name string, depth int) {
	if d.skip > 0 {
		if depth == d.skip {
			d.skip = 0
		}
		return
	}
	switch {
	case name == d.wordsIn:
		d.wordsIn = ""
		return
	case d.away.depth == depth:
		d.away.end(d.flow)
	case d.away.depth > 0:
		if name == "p" {
			d.away.endPara(d.flow)
		}
		return
	}
	d.endPart(name, depth)
}

// wholeNumber reads a whole number of an attribute; other is for one that is none.
func wholeNumber(s string, other int) int {
	if n, err := strconv.Atoi(s); err == nil {
		return n
	}
	return other
}
