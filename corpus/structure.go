package corpus

import (
	"regexp"
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"
)

// BlockKind tells headings, paragraphs and table rows apart.
type BlockKind int

// The kinds of block.
const (
	Paragraph BlockKind = iota
	Heading
	Row // cells separated by tabs
)

// Block is a heading, a paragraph or a table row. Its span holds the words:
// not the "# " of a heading, the label of a speaker or the time before a turn.
type Block struct {
	Kind  BlockKind
	Level int // of a heading, from 1
	Span  Span
	Turn  int // index into Structure.Turns, -1 outside a turn
}

// Turn is what one speaker says until the next one speaks. Its span runs from
// the first word to the last, over several paragraphs where there are any.
type Turn struct {
	Speaker string // the label, in its main spelling
	Time    string // hh:mm:ss, "" if the text has none
	Span    Span
}

// Structure is a text taken apart, in text order.
type Structure struct {
	Blocks []Block
	Turns  []Turn
}

var (
	timeMark    = regexp.MustCompile(`^\[(\d{1,2}):(\d{2}):(\d{2})(?:[.,]\d{1,3})?\][ \t]*`)
	headingMark = regexp.MustCompile(`^(#{1,6})[ \t]+`)
)

// Parse takes a text apart. A blank line ends a paragraph; a line that begins
// with "# " is a heading; a line with a tab is a table row; a line that begins
// with the label of one of the speakers and a colon starts a turn, with a time
// as [hh:mm:ss] before or after the label. A heading ends a turn.
func Parse(t *Text, speakers []Speaker) Structure {
	labels := labelsOf(speakers)
	p := parser{text: t, open: -1}
	char := 0
	for _, line := range strings.SplitAfter(t.s, "\n") {
		p.line(line, char, labels)
		char += utf8.RuneCountInString(line)
	}
	p.closeBlock()
	return p.out
}

func labelsOf(speakers []Speaker) map[string]string {
	labels := map[string]string{}
	for _, s := range speakers {
		labels[s.Label] = s.Label
		for _, a := range s.Also {
			labels[a] = s.Label
		}
	}
	return labels
}

// Times returns the times at which the first and the last of the turns that have one begin, as "hh:mm:ss"; "" where
// none has. It reads no more of the text than that takes.
func Times(text string, speakers []Speaker) (first, last string) {
	labels := labelsOf(speakers)
	timed := func(line string) string {
		_, _, stamp, _ := turnStart(strings.TrimRight(line, "\r\n"), labels)
		return stamp
	}
	for line := range strings.Lines(text) {
		if first = timed(line); first != "" {
			break
		}
	}
	for rest := text; first != "" && rest != "" && last == ""; {
		cut := strings.LastIndexByte(strings.TrimSuffix(rest, "\n"), '\n') + 1
		rest, last = rest[:cut], timed(rest[cut:])
	}
	return first, last
}

// parser keeps the block and the turn that the next line may continue.
type parser struct {
	text *Text
	out  Structure
	open int // index of the turn that goes on, -1 for none
	cur  *Block
}

func (p *parser) line(line string, char int, labels map[string]string) {
	body := strings.TrimRight(line, " \t\r\n")
	lead := len(body) - len(strings.TrimLeft(body, " \t"))
	if strings.TrimSpace(body) == "" {
		p.closeBlock()
		return
	}
	at := func(b int) int { return char + utf8.RuneCountInString(line[:b]) }
	if m := headingMark.FindString(body); m != "" && len(m) < len(body) {
		p.closeBlock()
		p.open = -1
		p.add(Block{Kind: Heading, Level: strings.Count(m, "#"), Span: Span{at(len(m)), at(len(body))}, Turn: -1})
		return
	}
	if label, start, stamp, ok := turnStart(body, labels); ok {
		p.closeBlock()
		p.out.Turns = append(p.out.Turns, Turn{Speaker: label, Time: stamp, Span: Span{at(start), at(start)}})
		p.open = len(p.out.Turns) - 1
		if start < len(body) {
			p.start(Block{Kind: Paragraph, Span: Span{at(start), at(len(body))}, Turn: p.open})
		}
		return
	}
	if strings.Contains(strings.TrimLeft(body, " \t"), "\t") {
		p.closeBlock()
		p.add(Block{Kind: Row, Span: Span{at(lead), at(len(body))}, Turn: p.open})
		return
	}
	if p.cur != nil {
		p.cur.Span.End = at(len(body))
		return
	}
	start := lead
	if m := timeMark.FindString(body[start:]); m != "" && start+len(m) < len(body) {
		start += len(m)
	} else if strings.HasPrefix(body[start:], `\#`) {
		start++
	}
	p.start(Block{Kind: Paragraph, Span: Span{at(start), at(len(body))}, Turn: p.open})
}

func (p *parser) start(b Block) { p.cur = &b }

func (p *parser) add(b Block) {
	if b.Turn >= 0 {
		turn := &p.out.Turns[b.Turn]
		if turn.Span.Len() == 0 {
			turn.Span = b.Span
		} else {
			turn.Span = turn.Span.Union(b.Span)
		}
	}
	p.out.Blocks = append(p.out.Blocks, b)
}

func (p *parser) closeBlock() {
	if p.cur != nil {
		p.add(*p.cur)
		p.cur = nil
	}
}

// turnStart tells whether a line starts a turn: which label, at which byte the
// words begin, and the time. The time may stand before or after the label.
func turnStart(line string, labels map[string]string) (label string, start int, stamp string, ok bool) {
	rest := line
	if m := timeMark.FindStringSubmatch(rest); m != nil {
		stamp, rest = clock(m), rest[len(m[0]):]
	}
	i := strings.IndexByte(rest, ':')
	if i <= 0 {
		return "", 0, "", false
	}
	label, ok = labels[strings.TrimSpace(rest[:i])]
	if !ok {
		return "", 0, "", false
	}
	after := rest[i+1:]
	if after != "" && after[0] != ' ' && after[0] != '\t' {
		return "", 0, "", false
	}
	after = strings.TrimLeft(after, " \t")
	if m := timeMark.FindStringSubmatch(after); m != nil {
		stamp, after = clock(m), strings.TrimLeft(after[len(m[0]):], " \t")
	}
	return label, len(line) - len(after), stamp, true
}

// LabelBefore returns what stands as a label, with a colon, before the words that begin at a character, on their line; ok is false where nothing
// does. Nobody need know the label.
func LabelBefore(t *Text, char int) (label string, ok bool) {
	text, at := t.String(), t.Byte(char)
	line := text[strings.LastIndexByte(text[:at], '\n')+1:]
	line, _, _ = strings.Cut(line, "\n")
	words := len(line) - len(text[at:at+strings.IndexByte(text[at:]+"\n", '\n')])
	rest := line
	if m := timeMark.FindString(rest); m != "" {
		rest = rest[len(m):]
	}
	i := strings.IndexByte(rest, ':')
	if i <= 0 {
		return "", false
	}
	label = strings.TrimSpace(rest[:i])
	_, start, _, ok := turnStart(line, map[string]string{label: label})
	return label, ok && start <= words
}

func clock(m []string) string {
	h, _ := strconv.Atoi(m[1])
	return pad(h) + ":" + m[2] + ":" + m[3]
}

func pad(n int) string {
	if n < 10 {
		return "0" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}

// TurnAt returns the index of the turn in which a character stands, -1 if none.
func (s *Structure) TurnAt(char int) int {
	i := sort.Search(len(s.Turns), func(i int) bool { return s.Turns[i].Span.Start > char }) - 1
	if i >= 0 && char < s.Turns[i].Span.End {
		return i
	}
	return -1
}
