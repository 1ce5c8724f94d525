package cmd

import (
	"cmp"
	"strings"
	"unicode/utf8"

	"crosscase/cases"
	"crosscase/coding"
	"crosscase/corpus"
)

// show prints the proposal at hand in its place.
func (r *reviewing) show() {
	c := r.list[r.at]
	r.clear()
	head := r.beside("    ", r.say("%d of %d, %d waiting", r.at+1, len(r.list), r.left()), r.study.Cite(c.Passage), c.Passage.String()) + "\n" +
		r.codeHead(c.Code, c.Says, r.say("proposed by %s", c.Coder), c.Note)
	foot := ""
	if v := r.verdict(r.at); v != "" {
		foot += r.indented(v)
	}
	if mine := r.mine(c.Passage); mine != "" {
		foot += r.indented(r.say("coded here by you: %s", mine))
	}
	if r.note != "" {
		foot += r.indented(r.say("note") + ": " + r.note)
	}
	foot += "\n"
	if r.told != "" {
		foot += r.toldLines(r.told)
	}
	r.page(head, r.passage(c.Passage), foot+r.keyLine([][2]string{{"a", r.say("accept")}, {"d", r.say("decline")}, {"c", r.say("change it")}, {"o", r.say("note")},
		{"n", r.say("later")}, {"p", r.say("previous")}, {"u", r.say("undo")}, {"q", r.say("quit")}, {"?", r.say("help")}}))
}

// codeLines returns the lines that say which code is meant, how it is defined, and who says so.
func (s *screen) codeLines(code *coding.Code, key string, says coding.Says, by, note string) string {
	if code == nil {
		return s.beside("  ", s.bold(key), by) + "\n\n"
	}
	var b strings.Builder
	parts := []string{s.bold(code.Path()) + " (" + code.Key + ")"}
	if says != coding.For {
		parts = append(parts, s.bold(s.env.lang().Say(string(says))))
	}
	b.WriteString(s.beside("  ", append(parts, by)...) + "\n")
	for _, part := range [][2]string{{"", code.Definition}, {s.say("include") + ": ", code.Include}, {s.say("exclude") + ": ", code.Exclude}, {s.say("example") + ": ", code.Example}, {s.say("words") + ": ", note}} {
		if part[1] != "" {
			b.WriteString(wrap(part[0]+oneLine(part[1]), "  ", s.width()))
		}
	}
	return b.String() + "\n"
}

func (r *reviewing) codeHead(key string, says coding.Says, by, note string) string {
	return r.codeLines(r.study.Codebook.Code(key), key, says, by, note)
}

// mine returns the codes that the person has given to words of a passage.
func (r *reviewing) mine(p corpus.Passage) string {
	var out []string
	for _, c := range r.study.Codings.Over(p) {
		if c.Coder == r.who {
			out = append(out, c.Code)
		}
	}
	return strings.Join(out, ", ")
}

func (r *reviewing) passage(p corpus.Passage) string { return r.inContext(r.study, p) }

// contextLength is how many characters of a neighbouring turn or paragraph are shown.
const contextLength = 240

// inContext returns the turns or paragraphs over a passage, the passage marked, with the one
// before and the one behind, shortened.
func (s *screen) inContext(study *cases.Study, p corpus.Passage) string {
	t, err := study.Text(p.Document)
	if err != nil {
		return p.String() + "\n"
	}
	units := t.Structure.Units(t.Text, corpus.TurnUnit)
	first, last := -1, -1
	for i, u := range units {
		if u.Overlaps(p.Span) {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	if first < 0 {
		return wrap(s.env.marked(t.Text.Slice(p.Span)), "  ", s.width())
	}
	var b strings.Builder
	if first > 0 {
		words := oneLine(t.Text.Slice(units[first-1].Span))
		if short := []rune(words); len(short) > contextLength {
			words = "… " + string(short[len(short)-contextLength:])
		}
		b.WriteString(wrap(speaks(t, units[first-1])+words, "  ", s.width()))
	}
	for _, u := range units[first : last+1] {
		b.WriteString("\n" + wrap(speaks(t, u)+s.markedPart(t.Text, u.Span, p.Span), "  ", s.width()))
	}
	if last+1 < len(units) {
		words := oneLine(t.Text.Slice(units[last+1].Span))
		if short := []rune(words); len(short) > contextLength {
			words = string(short[:contextLength]) + " …"
		}
		b.WriteString("\n" + wrap(speaks(t, units[last+1])+words, "  ", s.width()))
	}
	return b.String()
}

// longUnit is from how many characters on either side a turn is cut to what stands near the passage.
const longUnit = 700

// markedPart returns a unit on one line with the words of the passage marked word by word, so that
// the mark survives the breaking of lines.
func (s *screen) markedPart(t *corpus.Text, unit, p corpus.Span) string {
	from, to := max(unit.Start, p.Start), min(unit.End, p.End)
	before := []rune(t.Slice(corpus.Span{Start: unit.Start, End: from}))
	after := []rune(t.Slice(corpus.Span{Start: to, End: unit.End}))
	head, tail := "", ""
	if len(before) > longUnit {
		before, head = before[len(before)-longUnit:], "… "
	}
	if len(after) > longUnit {
		after, tail = after[:longUnit], " …"
	}
	middle := oneLine(t.Slice(corpus.Span{Start: from, End: to}))
	if s.env.OutTerminal && s.env.Getenv("NO_COLOR") == "" {
		list := strings.Fields(middle)
		for i, w := range list {
			list[i] = s.env.marked(w)
		}
		middle = strings.Join(list, " ")
	} else {
		middle = s.env.marked(middle)
	}
	return head + oneLineEdges(string(before)) + middle + oneLineEdges(string(after)) + tail
}

// speaks returns the label and time before the words of a turn, "" outside one.
func speaks(t *coding.Text, u corpus.Unit) string {
	if u.Turn < 0 {
		return ""
	}
	turn := t.Structure.Turns[u.Turn]
	who := turn.Speaker
	if p, ok := t.SpeakerOf(turn.Speaker); ok {
		who = cmp.Or(p.Name, p.Label)
	}
	return who + stamped(turn.Time) + ": "
}

// wrap breaks text into lines of at most so many columns, each indented. Colours take no room.
func wrap(text, indent string, width int) string {
	var b strings.Builder
	column := 0
	for _, w := range strings.Fields(text) {
		n := visible(w)
		switch {
		case column == 0:
			b.WriteString(indent)
			column = utf8.RuneCountInString(indent)
		case column+1+n > width:
			b.WriteString("\n" + indent)
			column = utf8.RuneCountInString(indent)
		default:
			b.WriteString(" ")
			column++
		}
		b.WriteString(w)
		column += n
	}
	return b.String() + "\n"
}

// visible counts the characters of a word that are seen, without the colours around them.
func visible(w string) int {
	n, in := 0, false
	for _, r := range w {
		switch {
		case r == '\x1b':
			in = true
		case in:
			in = r != 'm'
		default:
			n++
		}
	}
	return n
}
