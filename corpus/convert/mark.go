package convert

import (
	"strings"
	"time"
)

// turnWriter writes the lines of a reading as blocks.
type turnWriter struct {
	rd      *reading
	r       *Report
	cues    bool
	out     []Block
	from    *Block   // the block of the file to which the last of out belongs
	more    []string // lines that go on in the last block
	waiting bool     // the last block is a turn whose words have not come yet
	put     int      // labels put in
	date    string   // of the day of a chat
	rewrote int      // turns that were not written our way, and the first of them
	example string
	stamp   time.Duration
	stamped bool // stamp is the time of what comes next
}

// mark rewrites the lines that open a turn of an accepted label, and gives
// every time that stands alone or leads a line to its paragraph.
func (rd *reading) mark(cues bool, r *Report) []Block {
	w := &turnWriter{rd: rd, r: r, cues: cues, out: make([]Block, 0, len(rd.lines))}
	for i := range rd.lines {
		l := &rd.lines[i]
		isTurn := l.who != nil && l.who.accepted
		words := l.block.Kind == Paragraph || l.block.Kind == ListItem
		switch {
		case l.cue:
			w.r.dropLate("numbers of captions", l.text)
			w.from = nil
		case isTurn:
			w.turn(l)
		case l.clock && !l.head && w.takes(i):
		case w.waiting && words:
			w.firstWords(l)
		case l.reply:
			w.reply(l)
		case l.first || l.block != w.from || w.stamped || w.leads(l):
			w.paragraph(l, words)
		default:
			w.more = append(w.more, w.textOf(l))
		}
	}
	w.flush()
	r.Add("normalised", `turns written as "Speaker: [hh:mm:ss] words"`, w.rewrote, w.example)
	w.endClocks()
	if w.put > 0 {
		r.Gain("labels put before paragraphs without one", w.put, rd.missing)
		r.Add("guessed", `paragraphs without a label between the turns of one side taken as the other's, "`+rd.missing+`"`+remedy, w.put, "")
	}
	return w.out
}

// flush gives the last block the lines that go on in it.
func (w *turnWriter) flush() {
	if len(w.more) == 0 {
		return
	}
	last := &w.out[len(w.out)-1]
	if last.Text != "" {
		w.more = append([]string{last.Text}, w.more...)
	}
	last.Text, w.more = strings.Join(w.more, "\n"), w.more[:0]
}

// add appends a block that begins with line l. It stands tight if something of
// the same block of the file stands before it.
func (w *turnWriter) add(b Block, l *line) *Block {
	w.flush()
	b.Tight = l.block.Tight
	if !l.first && w.from == l.block {
		b.Tight = true
	}
	if w.stamped && !w.cues {
		if !b.HasTime {
			b.Start, b.HasTime = w.stamp, true
		}
		w.stamped = false
	}
	w.out = append(w.out, b)
	w.from = l.block
	return &w.out[len(w.out)-1]
}

func (w *turnWriter) turn(l *line) {
	words := strings.TrimSpace(l.open.words)
	if l.open.number != "" {
		w.r.dropLate("numbers of turns", l.open.number)
	}
	if l.open.address != "" {
		w.r.dropLate("addresses of a chat around the name", l.open.address)
	}
	if w.waiting && !w.cues && (l.open.date == "" || l.open.date == w.date) {
		if last := &w.out[len(w.out)-1]; last.Speaker == l.open.label {
			// a label that stands twice before its words, as Sonix has it
			w.r.dropLate("labels written twice", l.open.label)
			if l.open.date != "" {
				w.day(l)
			}
			if l.open.hasTime && !last.HasTime {
				last.Start, last.HasTime = l.open.at, true
			}
			last.Text, w.waiting, w.from = words, words == "", l.block
			return
		}
	}
	if l.open.date != "" {
		w.day(l)
	}
	b := Block{Text: words, Speaker: l.open.label, Page: l.block.Page}
	if !w.cues || l.open.hasTime {
		b.HasTime, b.Start = l.open.hasTime, l.open.at
	} else {
		b.HasTime, b.Start = l.block.HasTime, l.block.Start
	}
	last := w.add(b, l)
	w.waiting = last.Text == ""
	w.layout(l, last)
}

// day puts the date of a chat's line above it as a heading, once a day.
func (w *turnWriter) day(l *line) {
	if l.open.date != w.date {
		w.date = l.open.date
		w.flush()
		w.out = append(w.out, Block{Kind: Heading, Level: 2, Text: w.date, Page: l.block.Page})
		w.from = nil
		w.r.Add("normalised", "dates of a chat written as headings", 1, w.date)
	} else {
		w.r.dropLate("dates on the lines of a chat that stand in a heading", w.date)
	}
}

// layout says how a turn was written where it was not our way.
func (w *turnWriter) layout(l *line, b *Block) {
	rest, ok := strings.CutPrefix(l.text, b.Speaker)
	if ok {
		rest, ok = strings.CutPrefix(rest, ":")
	}
	if ok && b.HasTime {
		rest, ok = strings.CutPrefix(rest, " ["+formatClock(b.Start)+"]")
	}
	if !ok || b.Text == "" || !strings.HasPrefix(rest, " ") {
		if w.rewrote++; w.rewrote == 1 {
			w.example = clip(strings.TrimSpace(l.text), 60)
		}
	}
}

// firstWords gives a turn whose label stands alone its words.
func (w *turnWriter) firstWords(l *line) {
	last := &w.out[len(w.out)-1]
	text := strings.TrimSpace(l.text)
	if at, rest, ok := cutClock(text); ok && !last.HasTime && rest != "" {
		last.Start, last.HasTime, text = at, true, afterDash(rest)
	}
	last.Text, w.waiting, w.from = afterDash(text), false, l.block
}

// reply puts the label of the missing side before a paragraph.
func (w *turnWriter) reply(l *line) {
	text := strings.TrimSpace(l.text)
	b := Block{Text: text, Speaker: w.rd.missing, Page: l.block.Page}
	if at, rest, ok := cutClock(text); ok && rest != "" {
		b.Start, b.HasTime, b.Text = at, true, rest
	}
	w.add(b, l)
	w.put++
}

func (w *turnWriter) paragraph(l *line, words bool) {
	b := *l.block
	if !l.first {
		b.mark = ""
	}
	inner := !l.first && w.from == l.block
	w.waiting = false
	if !words {
		w.add(b, l)
		return
	}
	b.Text = w.textOf(l)
	if !w.cues && !l.head {
		if at, rest, ok := cutClock(strings.TrimLeft(l.text, " \t")); ok && rest != "" {
			b.Start, b.HasTime, b.Text = at, true, afterDash(rest)
		}
	}
	last := w.add(b, l)
	if inner {
		last.Tight = false
	}
}

// textOf returns a line as it stands in the text. One of the head that would
// read as a turn gets a dash.
func (w *turnWriter) textOf(l *line) string {
	if l.head && l.could && w.label(l.open.label) && strings.HasPrefix(l.text, l.open.label) {
		w.r.Add("normalised", `lines of the head that are no turns written with "- "`, 1, clip(l.text, 60))
		return "- " + l.text
	}
	return l.text
}

// label tells whether a label is one of the text's speakers.
func (w *turnWriter) label(label string) bool {
	if label == w.rd.missing {
		return true
	}
	key := fold(label)
	for _, t := range w.rd.order {
		if t.accepted && t.key == key {
			return true
		}
	}
	return false
}
