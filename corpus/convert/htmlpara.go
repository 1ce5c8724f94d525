package convert

import (
	"strings"

	"crosscase/corpus/pattern"
)

// htmlPara is the paragraph that goes on.
type htmlPara struct {
	serial  int // counts the paragraphs of the page
	text    []byte
	space   bool // blanks came since the last word
	tab     bool // one of them a tab
	broken  bool // one of them a line end
	sup     int  // byte at which the last raised text starts; -1 if there is none
	listed  bool // a list item of a word processor: the marker stands in the text
	speaker bool // its first words are a speaker's name
	colon   bool // a colon is due after that name
	named   bool // a time with a name before it has just been written
	stamped bool // holds a time of the recording
	voice   *voiceMark
	words   int     // letters and digits
	bold    int     // of these, in bold type
	slant   int     // of these, in italics
	lined   int     // of these, underlined
	size    float64 // of the smallest type in it
}

// weigh counts n letters and digits in a type.
func (t *htmlPara) weigh(n int, face typeFace) {
	t.words += n
	if face.bold > 0 {
		t.bold += n
	}
	if face.lined {
		t.lined += n
	}
	if face.slant > 0 {
		t.slant += n
	}
	if n > 0 && face.size > 0 && (t.size == 0 || face.size < t.size) {
		t.size = face.size
	}
}

// put adds text as a browser lays it out: blanks and line ends are one space,
// none at the start of a line. A tab inside a line stays one.
func (p *htmlPage) put(s string) {
	for s != "" {
		i := strings.IndexAny(s, " \t\n\r\f")
		if i < 0 {
			i = len(s)
		}
		if i > 0 {
			p.word(s[:i])
			s = s[i:]
			continue
		}
		if s[0] == '\n' && p.pre > 0 {
			p.lineEnd()
		} else {
			p.para.space = true
			p.para.tab = p.para.tab || s[0] == '\t'
			p.para.broken = p.para.broken || s[0] == '\n'
		}
		s = s[1:]
	}
}

func (p *htmlPage) word(w string) {
	t := &p.para
	if t.colon && w[0] != ':' {
		p.dueColon()
		t.space = true
	}
	t.colon = false
	if t.named && w[0] == ':' {
		w = w[1:] // the name before the time has its colon
	}
	t.named = false
	if t.space && len(t.text) > 0 && t.text[len(t.text)-1] != '\n' {
		if t.tab && !t.broken {
			t.text = append(t.text, '\t') // a word processor's, as before a time
		} else {
			t.text = append(t.text, ' ')
		}
	}
	t.space, t.tab, t.broken = false, false, false
	t.text = append(t.text, w...)
}

// lineEnd ends a line; two in a row end the paragraph.
func (p *htmlPage) lineEnd() {
	t := &p.para
	switch n := len(t.text); {
	case n == 0:
	case t.text[n-1] == '\n' && p.level() == 0:
		p.flush()
	default:
		t.text = append(t.text, '\n')
	}
	t.space, t.tab, t.broken = false, false, false
}

// level returns the level of the heading that is open; 0 if none is.
func (p *htmlPage) level() int {
	for i := len(p.open) - 1; i >= 0; i-- {
		if e := p.open[i]; e.level > 0 {
			return e.level
		} else if e.tablePart {
			return 0
		}
	}
	return 0
}

// longestHeadingText is the length in bytes above which a paragraph is no heading,
// though a heading that never ends holds it.
const longestHeadingText = 500

// wordBullet is how a word processor writes the bullet of a list item: a sign,
// or a letter that its symbol font shows as one, and no-break spaces.
var wordBullet = pattern.Of(`^([^\s\pL\pN]|[ovqwnluüØàÞè])[ ]*\x{a0}[ \x{a0}]*`)

// flush ends the paragraph and makes a block of it.
func (p *htmlPage) flush() {
	p.dueColon()
	t := p.para
	p.para = htmlPara{serial: t.serial + 1, sup: -1, text: t.text[:0]}
	text := strings.Trim(string(t.text), " \t\n")
	if text == "" {
		return
	}
	level := p.level()
	b := Block{Text: text, bold: nearlyAll(t.bold, t.words), slanted: nearlyAll(t.slant, t.words), lined: nearlyAll(t.lined, t.words)}
	switch {
	case p.note != nil:
		p.emitNote(text)
		return
	case t.voice != nil:
		p.emitVoice(*t.voice, text)
		return
	case level > 0 && len(text) <= longestHeadingText:
		b.Kind, b.Level = Heading, level
	case t.listed && wordBullet.MatchString(text):
		mark := wordBullet.FindStringSubmatch(text)
		b.Kind, b.Text = ListItem, text[len(mark[0]):]
		p.r.Drop("signs before list items", mark[1])
	}
	stamp := t.stamped && loneStamp.MatchString(text) && b.Kind == Paragraph
	if p.item != nil && !(stamp && p.item.number != "") { // a number is for the words after the time
		p.markItem(&b)
	}
	if stamp && b.Kind == Paragraph {
		p.emitStamp(text)
		return
	}
	if p.stamp != "" && b.Kind == Paragraph {
		b.Text, p.stamp = p.stamp+" "+b.Text, ""
	}
	p.emit(b, t.speaker)
	if p.to() == &p.blocks {
		p.sizes[len(p.sizes)-1] = t.size
	}
}

// emit puts a block into the open cell, or into the text.
func (p *htmlPage) emit(b Block, speaker bool) {
	p.releaseStamp()
	p.named = speaker && b.Kind == Paragraph
	to := p.to()
	*to = append(*to, b)
	p.evenSizes()
}

// evenSizes gives the blocks that came without a size none.
func (p *htmlPage) evenSizes() {
	for len(p.sizes) < len(p.blocks) {
		p.sizes = append(p.sizes, 0)
	}
}

// to returns where blocks go: into the innermost cell that is open. What stands
// in a table but in no cell comes before the table.
func (p *htmlPage) to() *[]Block {
	for i := len(p.tables) - 1; i >= 0; i-- {
		if t := p.tables[i]; t.inCell {
			return &t.cell.blocks
		}
	}
	return &p.blocks
}
