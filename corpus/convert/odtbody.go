package convert

import (
	"context"
	"strconv"
	"strings"

	"crosscase/corpus/catalogue"
)

// odtBody turns the elements of an OpenDocument text into the paragraphs of a flow.
type odtBody struct {
	ctx    context.Context
	parts  *archive
	flow   *flow
	styles *odtStyles
	r      *Report
	err    error // of an embedded object that was read on the way

	inText   bool // inside office:text
	skip     int  // depth of the element whose inside holds no words; 0 if none
	away     leftOut
	hidden   strings.Builder // hidden words
	paras    []int           // depths of the open paragraphs
	spans    []odtSpan
	items    []bool // open lists; true where the next paragraph begins an item
	lists    []odtList
	headings []odtList      // the last heading of each level, and its number
	counts   map[string]int // of the lists by their styles, how far the last one counted
	cells    []int          // open cells and rows: how often each stands
	notes    int
}

// odtSpan is what an open span says of its letters.
type odtSpan struct{ bold, slanted, lined, hidden setting }

// settings, and text that a program made and that people do not read
var odtMachine = map[string]bool{
	"binary-data": true, "event-listeners": true, "forms": true, "script": true, "change-info": true, "note-citation": true,
	"sequence-decls": true, "variable-decls": true, "user-field-decls": true, "dde-connection-decls": true,
	"table-of-content-source": true, "illustration-index-source": true, "table-index-source": true, "object-index-source": true,
	"user-index-source": true, "alphabetical-index-source": true, "bibliography-source": true, "shapes": true, "sender-initials": true,
}

// what is left out with all it holds
var odtAway = map[string]string{
	"deletion": deletedText, "annotation": comments, "ruby-text": rubyText,
	"table-of-content": contentsLine, "illustration-index": contentsLine, "table-index": contentsLine,
	"object-index": contentsLine, "user-index": contentsLine, "alphabetical-index": indexLine,
}

func (b *odtBody) start(t xmlStart, depth int) {
	if b.skip > 0 {
		return
	}
	name, prefix := t.Name.Local, t.Name.Space
	if !b.inText {
		switch {
		case prefix == "office" && (name == "spreadsheet" || name == "presentation" || name == "drawing") && b.err == nil:
			b.err = catalogue.Errorf("%s", catalogue.Text(odtOther[name]))
		case prefix == "office" && name == "text":
			b.inText = true
		default:
			b.styles.start(t, depth)
		}
		return
	}
	switch {
	case odtMachine[name] || prefix == "dc" || prefix == "meta" || prefix == "svg":
		b.skip = depth
	case name == "p" || name == "h":
		b.paras = append(b.paras, depth)
		if b.away.depth == 0 {
			b.startPara(name, t.Attr)
		}
	case b.away.depth > 0:
		if name == "s" || name == "tab" || name == "line-break" {
			b.away.write(" ")
		}
	case odtAway[name] != "":
		what := odtAway[name]
		b.away = leftOut{depth: depth, what: what, byLine: what == contentsLine || what == indexLine}
	case name == "section" && attr(t.Attr, "display") == "none", name == "hidden-text" && attr(t.Attr, "is-hidden") == "true":
		b.away = leftOut{depth: depth, what: hiddenText}
	default:
		b.startPart(name, t.Attr)
	}
}

func (b *odtBody) startPara(name string, attrs []xmlAttr) {
	p := b.flow.startPara()
	p.style = "paragraph/" + attr(attrs, "style-name")
	if name == "h" {
		p.level = max(wholeNumber(attr(attrs, "outline-level"), 1), 1)
	}
	if n := len(b.items); name == "h" && n == 0 && attr(attrs, "is-list-header") != "true" && !b.styles.sheet.unlisted(p.style) {
		p.mark = b.headingNumber(p.level)
	} else if n > 0 && b.items[n-1] {
		p.listed, b.items[n-1] = true, false
		p.depth, p.mark = n, b.number(n)
	}
	b.spans = append(b.spans, odtSpan{b.styles.sheet.bold(p.style), b.styles.sheet.slanted(p.style), b.styles.sheet.lined(p.style), b.styles.sheet.hidden(p.style)})
}

// startPart begins a part of a list, a table, a note or a text box, or writes
// what stands inside a paragraph.
func (b *odtBody) startPart(name string, attrs []xmlAttr) {
	f := b.flow
	switch name {
	case "list":
		b.items = append(b.items, false)
		b.openList(attrs)
	case "list-item", "numbered-paragraph":
		if name == "numbered-paragraph" {
			b.items = append(b.items, true)
			b.openList(attrs)
		} else if n := len(b.items); n > 0 {
			b.items[n-1] = true
			if start := attr(attrs, "start-value"); start != "" && len(b.lists) == n {
				b.lists[n-1].n = attrNumber(start, 1) - 1
			}
		}
	case "list-header":
		if n := len(b.items); n > 0 {
			b.items[n-1] = false
		}
	case "table":
		f.openTable()
	case "table-row":
		b.cells = append(b.cells, wholeNumber(attr(attrs, "number-rows-repeated"), 1))
	case "table-cell", "covered-table-cell":
		f.openCell()
		b.cells = append(b.cells, wholeNumber(attr(attrs, "number-columns-repeated"), 1))
	case "text-box":
		f.openBox()
	case "note":
		b.notes++
		key := strconv.Itoa(b.notes)
		if !b.hiddenHere() {
			f.mention(key)
		}
		f.openNote(key)
	case "span":
		style := "text/" + attr(attrs, "style-name")
		span := odtSpan{b.styles.sheet.bold(style), b.styles.sheet.slanted(style), b.styles.sheet.lined(style), b.styles.sheet.hidden(style)}
		if n := len(b.spans); n > 0 {
			if span.bold == unset {
				span.bold = b.spans[n-1].bold
			}
			if span.slanted == unset {
				span.slanted = b.spans[n-1].slanted
			}
			if span.lined == unset {
				span.lined = b.spans[n-1].lined
			}
			if span.hidden == unset {
				span.hidden = b.spans[n-1].hidden
			}
		}
		b.spans = append(b.spans, span)
	case "s":
		b.write(strings.Repeat(" ", min(max(wholeNumber(attr(attrs, "c"), 1), 1), 100)))
	case "tab":
		b.write("\t")
	case "line-break":
		b.write("\n")
	case "hidden-paragraph":
		if p := f.para(); p != nil && attr(attrs, "is-hidden") == "true" {
			p.gone = hiddenText
		}
	case "insertion":
		b.r.Add("normalised", insertedText, 1, "")
	case "image":
		if !strings.Contains(attr(attrs, "href"), "ObjectReplacements") {
			b.r.dropPictures(1)
		}
	case "object":
		b.object(attr(attrs, "href"))
	}
}

func (b *odtBody) hiddenHere() bool {
	n := len(b.spans)
	return n > 0 && b.spans[n-1].hidden == on
}

func (b *odtBody) write(s string) {
	switch {
	case b.away.depth > 0:
		b.away.write(s)
	case b.hiddenHere():
		b.hidden.WriteString(s)
	default:
		var look lettering
		if n := len(b.spans); n > 0 {
			look = lettering{b.spans[n-1].bold == on, b.spans[n-1].slanted == on, b.spans[n-1].lined == on}
		}
		b.flow.text(s, look)
	}
}

func (b *odtBody) words(s string) {
	if b.skip == 0 && len(b.paras) > 0 {
		b.write(oneLine(s))
	}
}

func (b *odtBody) end(name string, depth int) {
	switch {
	case b.skip > 0:
		if depth == b.skip {
			b.skip = 0
		}
		return
	case !b.inText:
		b.styles.end(name, depth)
		return
	}
	isPara := len(b.paras) > 0 && b.paras[len(b.paras)-1] == depth
	if isPara {
		b.paras = b.paras[:len(b.paras)-1]
	}
	switch {
	case depth == b.away.depth:
		b.away.end(b.flow)
	case b.away.depth > 0:
		if isPara {
			b.away.endPara(b.flow)
		}
	case isPara:
		b.endSpan()
		b.flow.endPara()
	default:
		b.endPart(name)
	}
}

// endSpan forgets what a span or a paragraph says of its letters.
func (b *odtBody) endSpan() {
	b.flow.dropLine(hiddenText, &b.hidden)
	b.spans = b.spans[:max(len(b.spans)-1, 0)]
}

func (b *odtBody) endPart(name string) {
	f := b.flow
	switch name {
	case "span":
		b.endSpan()
	case "list", "numbered-paragraph":
		b.items = b.items[:max(len(b.items)-1, 0)]
		b.closeList()
	case "table-cell", "covered-table-cell":
		f.closeCell(1)
		f.repeatCell(b.popCount())
	case "table-row":
		f.closeRow()
		f.repeatRow(b.popCount())
	case "table":
		f.endTable()
	case "text-box":
		f.closeBox()
	case "note":
		f.closeNote()
	}
}

func (b *odtBody) popCount() int {
	n := len(b.cells)
	if n == 0 {
		return 1
	}
	count := b.cells[n-1]
	b.cells = b.cells[:n-1]
	return count
}
