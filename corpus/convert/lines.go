package convert

import (
	"strings"
	"time"
)

// line is one line of a block, read as the start of a turn where it can be.
type line struct {
	block *Block
	text  string
	was   string // the text, where brackets behind its label were moved; see moveDirections
	open  opening
	who   *tally // of the label; nil where the line opens nothing
	first bool   // of its block
	could bool   // open holds something
	head  bool   // of the head of the text, before the talk
	reply bool   // the other side of a text in which only one is labelled
	clock bool   // holds a time and nothing else: at
	cue   bool   // the number of a caption, above its time
	at    time.Duration
}

// linesOf cuts the blocks into lines. A table row of which the first cells could
// be a label and a time counts as a line.
func linesOf(blocks []Block) []line {
	n := 0
	for i := range blocks {
		n += 1 + strings.Count(blocks[i].Text, "\n")
	}
	out := make([]line, 0, n)
	for i := range blocks {
		b := &blocks[i]
		switch b.Kind {
		case Paragraph, ListItem:
			first := true
			for text := range strings.SplitSeq(b.Text, "\n") {
				l := line{block: b, text: text, first: first}
				if l.open, l.could = parseOpening(text); !l.could && text != "" && isDigitOrWraps(text[skipBlanks(text, 0):]) {
					if l.at, l.clock = loneClock(text); !l.clock {
						l.open, l.could = parseNumbered(text)
					}
				}
				out = append(out, l)
				first = false
			}
		case Row:
			l := line{block: b, text: b.Text, first: true}
			l.open, l.could = parseRow(b)
			out = append(out, l)
		default:
			l := line{block: b, text: b.Text, first: true}
			if b.Kind == Heading {
				if l.at, l.clock = loneClock(b.Text); !l.clock {
					// "### Speaker 1 (00:05)"
					if o, ok := parseOpening(b.Text); ok && o.alone && (o.hasTime || numberedVoice(o.label)) {
						l.open, l.could = o, true
					}
				}
			}
			out = append(out, l)
		}
	}
	return out
}

// parseRow reads a table row as a turn: "label TAB words", with or without a
// colon, perhaps with a time in a cell of its own before or after the label.
func parseRow(b *Block) (opening, bool) {
	cells := strings.Split(strings.TrimLeft(b.Text, " \t"), "\t")
	if len(cells) < 2 || len(cells) > 12 {
		return opening{}, false
	}
	var o opening
	for i := 0; i < len(cells) && i < 3; i++ {
		if at, ok := cellClock(cells[i]); ok && !o.hasTime && i < 2 {
			o.at, o.hasTime = at, true
			cells = append(cells[:i:i], cells[i+1:]...)
		}
	}
	label := strings.TrimSpace(cells[0])
	words := strings.TrimSpace(strings.Join(cells[1:], " "))
	if words == "" && !(o.hasTime && strings.HasSuffix(label, ":")) {
		return opening{}, false
	}
	if !strings.HasSuffix(label, ":") {
		if len(cells) > 2 || roleOfWord(label) == "" && !numberedVoice(label) && !o.hasTime {
			return opening{}, false
		}
		label += ":"
	}
	if o.hasTime {
		label = "[" + formatClock(o.at) + "] " + label
	}
	return parseOpening(strings.TrimSpace(label + " " + words))
}

// cellClock reads a cell that holds a time, or a span of them.
func cellClock(s string) (time.Duration, bool) {
	s = strings.TrimSpace(s)
	if at, rest, ok := cutClock(s); ok {
		return at, rest == ""
	}
	at, n, _ := scanSpan(s, false)
	return at, n > 0 && n == len(s)
}
