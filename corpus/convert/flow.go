package convert

import (
	"cmp"
	"strings"
)

// flow gathers what a word processor's file says, in reading order. Stretches (the
// text itself, a cell, a note, a text box) stand inside one another; each has its
// own open paragraph and its own open table.
type flow struct {
	r         *Report
	styles    styleSheet
	in        int // letters and digits found in the file
	put       int // how often something was written into a paragraph
	copied    int // letters and digits that repeated cells and rows added
	skipped   int // cells that rows do not have
	deep      int // open tables
	flat      int // tables inside these that are too deep
	stretches []*stretch
	numbers   map[string]int      // of the notes, by their keys, as the text mentions them
	notes     map[string][]string // words of the notes
	noted     []string            // their keys in file order
}

// stretchKind tells what a stretch is.
type stretchKind int

const (
	bodyStretch stretchKind = iota
	cellStretch
	noteStretch
	boxStretch
)

// stretch is a piece of text that stands by itself.
type stretch struct {
	kind   stretchKind
	key    string // of a note
	blocks []Block
	para   *flowPara
	joined *flowPara // ended, but the next paragraph continues it
	table  *flowTable
	loose  bool // opened by a paragraph inside a paragraph, and ends with it
}

// flowPara is an open paragraph.
type flowPara struct {
	text   strings.Builder
	weight int // letters and digits of text
	bold   int // of these, in bold type
	slant  int // of these, in italics
	lined  int // of these, underlined
	after  []Block
	flowProps
}

// lettering is how words are set, so far as it may tell who speaks.
type lettering struct{ bold, slanted, lined bool }

// nearlyAll tells whether a part of the letters is as good as all of them: a stop or a
// blank is often set otherwise.
func nearlyAll(part, of int) bool { return of > 0 && part*20 >= of*19 }

// flowProps is what a paragraph says of itself.
type flowProps struct {
	style    string
	level    int // of a heading, from 1; 0 says nothing, -1 says that it is none
	listed   bool
	unlisted bool
	list     string // of a listed one: the list it belongs to
	depth    int    // how far in it stands there, from 1; 0 if that is not known
	mark     string // its number there
	joins    bool   // the next paragraph continues it
	gone     string // why the paragraph is left out; "" if it is not
	inProps  bool   // its properties are being read
}

func newFlow(styles styleSheet, r *Report) *flow {
	return &flow{r: r, styles: styles, stretches: []*stretch{{}}, numbers: map[string]int{}, notes: map[string][]string{}}
}

func (f *flow) top() *stretch { return f.stretches[len(f.stretches)-1] }

// para returns the open paragraph of the innermost stretch; nil if none is.
func (f *flow) para() *flowPara { return f.top().para }

// startPara opens a paragraph. One inside another stands after it.
func (f *flow) startPara() *flowPara {
	if f.para() != nil {
		f.stretches = append(f.stretches, &stretch{kind: boxStretch, loose: true})
	}
	top := f.top()
	top.para = &flowPara{}
	if top.joined != nil {
		top.para, top.joined = top.joined, nil
		top.para.flowProps = flowProps{}
	}
	return top.para
}

// text writes words that the file holds; outside a paragraph they open one.
func (f *flow) text(s string, look lettering) {
	if s == "" {
		return
	}
	p := f.para()
	if p == nil {
		if strings.TrimSpace(s) == "" {
			return
		}
		p = f.startPara()
	}
	n := weigh(s)
	f.in += n
	if strings.TrimSpace(s) != "" {
		f.put++
	}
	p.weight += n
	if look.bold {
		p.bold += n
	}
	if look.lined {
		p.lined += n
	}
	if look.slanted {
		p.slant += n
	}
	p.text.WriteString(s)
}

// drop leaves out words that the file holds.
func (f *flow) drop(what, s string) {
	f.in += weigh(s)
	f.r.Drop(what, strings.Join(strings.Fields(s), " "))
}

// endPara ends the open paragraph and makes a block of it.
func (f *flow) endPara() {
	top := f.top()
	p := top.para
	if p == nil {
		return
	}
	top.para = nil
	if p.joins && !top.loose {
		top.joined = p
		return
	}
	f.emitPara(p)
	if top.loose {
		f.closeTop()
	}
}

func (f *flow) emitPara(p *flowPara) {
	b := Block{Text: strings.TrimRight(p.text.String(), " \t\n"), bold: nearlyAll(p.bold, p.weight), slanted: nearlyAll(p.slant, p.weight), lined: nearlyAll(p.lined, p.weight)}
	level := p.level
	if level == 0 && p.style != "" {
		level = f.styles.level(p.style)
	}
	if f.top().kind == cellStretch && p.gone == "" && weigh(p.mark) > 0 && (level > 0 || p.listed) {
		// the cells of a row are one text: the number stands before its paragraph, also where
		// a column holds nothing else
		f.r.Gain(ownNumbers, 1, p.mark)
		b.Text, p.mark = strings.TrimSpace(p.mark+" "+b.Text), ""
	}
	switch {
	case p.gone != "" || f.styles.contents(p.style):
		if strings.TrimSpace(b.Text) != "" {
			f.r.Drop(cmp.Or(p.gone, contentsLine), b.Text)
		}
		b.Text = ""
	case level > 0:
		b.Kind, b.Level, b.mark = Heading, level, p.mark
	case p.listed || f.styles.listed(p.style) && !p.unlisted:
		b.Kind, b.Level, b.mark = ListItem, p.depth, p.mark
	}
	top := f.top()
	if strings.TrimSpace(b.Text) != "" {
		top.blocks = append(top.blocks, b)
	}
	top.blocks = append(top.blocks, p.after...)
}

// takePara takes the open paragraph back, for a place that shows only at its end.
func (f *flow) takePara() *flowPara {
	p := f.top().para
	f.top().para = nil
	return p
}

// openBox begins a text box; what it holds stands after the paragraph it is in.
func (f *flow) openBox() { f.stretches = append(f.stretches, &stretch{kind: boxStretch}) }

func (f *flow) closeBox() { f.closeStretch(boxStretch) }

// closeStretch closes the innermost stretch of a kind and all that stands in it.
func (f *flow) closeStretch(kind stretchKind) {
	at := len(f.stretches) - 1
	for at > 0 && (f.stretches[at].kind != kind || f.stretches[at].loose) {
		at--
	}
	if at == 0 {
		return
	}
	for len(f.stretches) > at {
		f.closeTop()
	}
}

// closeTop closes the innermost stretch and hands on what it holds.
func (f *flow) closeTop() {
	f.settle()
	top := f.top()
	f.stretches = f.stretches[:len(f.stretches)-1]
	outer := f.top()
	switch {
	case top.kind == noteStretch:
		f.takeNote(top)
	case top.kind == cellStretch && outer.table != nil:
		outer.table.take(top.blocks)
	case outer.para != nil:
		outer.para.after = append(outer.para.after, top.blocks...)
	default:
		outer.blocks = append(outer.blocks, top.blocks...)
	}
}

// settle ends what is open in the innermost stretch.
func (f *flow) settle() {
	top := f.top()
	if p := top.para; p != nil {
		top.para = nil
		f.emitPara(p)
	}
	if j := top.joined; j != nil {
		top.joined = nil
		f.emitPara(j)
	}
	f.closeTable()
}

// finish closes what is open and returns the blocks, the notes after them.
func (f *flow) finish() []Block {
	for len(f.stretches) > 1 {
		f.closeTop()
	}
	f.settle()
	f.r.In += f.in
	return append(f.top().blocks, f.noteBlocks()...)
}
