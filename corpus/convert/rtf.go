package convert

import (
	"bytes"
	"context"
	"strings"
	"unicode/utf8"

	"crosscase/corpus/catalogue"
)

// readRTF reads Rich Text Format: headings by outline level or by the name of
// their style, list items, table rows cell by cell, footnotes and endnotes as
// "[1] …" at the end. Deleted and hidden text, comments, codes of fields and the
// heads and feet of pages are left out and counted; text boxes follow their
// paragraph.
func readRTF(ctx context.Context, data []byte, opts Options, r *Report) (Source, error) {
	p := newRTF(ctx, data, r)
	if err := p.read(); err != nil {
		return Source{}, err
	}
	src := Source{Format: "rtf", Title: strings.TrimSpace(p.title.String()), Blocks: p.flow.finish()}
	return talkOf(src, opts, r), nil
}

// rtfReader reads a file of groups { }, control words \word12 and text.
type rtfReader struct {
	ctx  context.Context
	data []byte
	at   int
	r    *Report
	flow *flow

	state   rtfState
	outer   []rtfState // states of the open groups
	fresh   bool       // nothing but \* was seen in the group
	starred bool       // \* was

	bytes []byte // text that is not decoded yet
	hex   bool   // it was written as \'xx
	high  rune   // the first half of a character in two \u
	skip  int    // characters still to be left out after a \u
	utf8  bool   // bytes beyond ASCII are UTF-8

	codepage int // of the file
	fonts    map[int]rtfFont
	font     int // being described in the table of fonts
	first    int // the font of the file
	style    rtfStyle
	title    strings.Builder

	tables  []rtfTables // of the text and of the notes and boxes that stand inside one another
	def     rtfRow
	nested  rtfRow
	hidden  strings.Builder
	deleted strings.Builder
	notes   int

	lastPar int // where the last paragraph may end
	lastEnd int // the byte after the last end of a group
	strays  int // groups that ended and did not begin
	ended   int // destinations without words that the text ended
}

// rtfState is what a group inherits and its end undoes.
type rtfState struct {
	dest    *rtfDest
	begins  bool // the group began the destination
	font    int
	uc      int // characters that stand after a \u for readers without Unicode
	bold    bool
	slanted bool
	lined   bool
	hidden  bool
	deleted bool
	para    rtfPara
	field   *rtfField
	shape   *rtfShape
	nested  bool   // the group describes a row of a table inside a cell
	close   string // what is written at the end of the group
}

// rtfPara is what is said of a paragraph.
type rtfPara struct {
	style  int
	level  int
	listed bool
	depth  int // how far in it stands in its list, from 0
	inside int // of how many tables
}

func newRTF(ctx context.Context, data []byte, r *Report) *rtfReader {
	p := &rtfReader{ctx: ctx, data: data, r: r, flow: newFlow(styleSheet{}, r), codepage: 1252, fonts: map[int]rtfFont{}, tables: []rtfTables{{}}}
	p.state = rtfState{dest: &rtfDest{kind: rtfText}, uc: 1}
	p.lastPar = bytes.LastIndex(data, []byte(`\par`))
	return p
}

// read goes through the file token by token.
func (p *rtfReader) read() error {
	if at := beyondASCII(p.data); at >= 0 && utf8.Valid(p.data) {
		p.utf8 = true
		p.r.Add("guessed", "bytes beyond ASCII read as UTF-8", 1, clip(string(p.data[at:min(at+60, len(p.data))]), 20))
	}
	for n := 0; p.at < len(p.data); n++ {
		if n%4096 == 0 && p.ctx.Err() != nil {
			return p.ctx.Err()
		}
		if err := p.token(); err != nil {
			return err
		}
		if len(p.outer) == 0 && p.at > p.lastPar {
			break
		}
	}
	if n := len(p.outer); n > 0 && p.lastEnd < len(bytes.TrimRight(p.data, "\x00 \t\r\n")) {
		return catalogue.Errorf("is a damaged RTF file (it ends in the middle, with %d groups open); check that it was copied whole, or open it in a word processor and save it again", n)
	}
	p.flush()
	p.endAll()
	if rest := strings.Trim(string(bytes.ToValidUTF8(p.data[p.at:], nil)), "\x00 \t\r\n"); rest != "" {
		p.flow.drop("what stands after the end of the RTF text", rest)
	}
	return nil
}

// endAll ends the groups that the file did not, and tells of the braces that were too few or too many.
func (p *rtfReader) endAll() {
	p.r.Add("warning", "groups that begin and do not end, as in a damaged file: read as if they ended with it; check that the text is whole", len(p.outer), "")
	for len(p.outer) > 0 {
		p.endGroup()
	}
	p.r.Add("warning", "groups that end and did not begin, as in a damaged file: passed over; check that the text is whole", p.strays, "")
	p.r.Add("warning", "lists of fonts, styles and the like that do not end before the text, as in a damaged file: ended there; check that the text is whole", p.ended, "")
}

// token reads one token: a brace, a control word, or a stretch of text.
func (p *rtfReader) token() error {
	switch c := p.data[p.at]; c {
	case '{':
		p.at++
		p.flush()
		p.skip = 0
		if len(p.outer) >= maxDepth {
			return catalogue.Errorf("nests its groups more than %d deep; it is no ordinary RTF file", maxDepth)
		}
		p.outer = append(p.outer, p.state)
		p.state.begins, p.state.close = false, ""
		p.fresh, p.starred = true, false
	case '}':
		p.at++
		p.flush()
		p.skip = 0
		p.lastEnd = p.at
		if len(p.outer) > 0 {
			p.endGroup()
		}
		if len(p.outer) == 0 && p.at <= p.lastPar { // the text goes on behind a brace too many
			p.strays++
			p.state.font = p.first
		}
	case '\\':
		return p.control()
	case '\r', '\n':
		p.at++
	default:
		p.plainText()
	}
	return nil
}

func (p *rtfReader) endGroup() {
	if p.state.close != "" {
		p.write(p.state.close)
	}
	if p.state.begins {
		p.endDest(p.state.dest)
	} else if len(p.outer) == 1 {
		p.endPara()
	}
	if f := p.state.field; f != nil && f != p.outer[len(p.outer)-1].field {
		if text := f.shown.end(p.flow, p.flow.put > f.put); text != "" {
			p.write(text)
		}
	}
	p.state = p.outer[len(p.outer)-1]
	p.outer = p.outer[:len(p.outer)-1]
	p.fresh = false
}

// plainText takes the characters up to the next mark.
func (p *rtfReader) plainText() {
	from := p.at
	for p.at < len(p.data) {
		if c := p.data[p.at]; c == '\\' || c == '{' || c == '}' || c == '\r' || c == '\n' {
			break
		}
		p.at++
	}
	if p.state.dest.kind == rtfNoWords {
		return
	}
	p.fresh = false
	text := p.data[from:p.at]
	if p.skip > 0 {
		n := min(p.skip, len(text))
		p.skip -= n
		text = text[n:]
	}
	if len(text) > 0 {
		p.take(text, false)
	}
}

// control reads what begins with a backslash.
func (p *rtfReader) control() error {
	p.at++
	if p.at >= len(p.data) {
		return nil
	}
	c := p.data[p.at]
	if c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' {
		word, value, given := p.keyword()
		if p.skip > 0 && rtfReplacements[word] {
			p.skip--
			return nil
		}
		p.skip = 0
		return p.word(word, value, given)
	}
	p.at++
	if c == '\'' {
		b, ok := p.hexByte()
		switch {
		case !ok || p.state.dest.kind == rtfNoWords:
		case p.skip > 0:
			p.skip--
		default:
			p.fresh = false
			p.take([]byte{b}, true)
		}
		return nil
	}
	if p.skip > 0 {
		p.skip--
		return nil
	}
	if c == '*' {
		p.starred = p.fresh
		return nil
	}
	p.flush()
	p.fresh = false
	switch c {
	case '\\', '{', '}':
		p.write(string(rune(c)))
	case '~':
		p.write("\u00a0")
	case '_':
		p.write("-")
	case '\r', '\n':
		p.endPara()
	case '\t':
		p.write("\t")
	}
	return nil
}
