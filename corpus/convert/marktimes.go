package convert

import (
	"strings"
	"time"
)

// leads tells whether a line inside a block begins with a time of its own, and
// so is a paragraph of its own.
func (w *turnWriter) leads(l *line) bool {
	if w.cues || l.head || l.clock {
		return false
	}
	_, rest, ok := cutClock(l.text[skipBlanks(l.text, 0):])
	return ok && rest != ""
}

// takes gives the time that stands alone on line i to the turn that waits for
// its words, or to what comes next; it fails where that has a time of its own.
func (w *turnWriter) takes(i int) bool {
	l := &w.rd.lines[i]
	if w.cues || w.stamped {
		return false
	}
	if w.waiting {
		last := &w.out[len(w.out)-1]
		if last.HasTime {
			return false
		}
		last.Start, last.HasTime = l.at, true
		return true
	}
	if i+1 == len(w.rd.lines) {
		return false
	}
	next := &w.rd.lines[i+1]
	words := next.block.Kind == Paragraph || next.block.Kind == ListItem
	switch {
	case next.who != nil && next.who.accepted:
		if next.open.hasTime {
			return false
		}
	case !words || next.clock || next.head:
		return false
	default:
		if _, _, ok := cutClock(next.text[skipBlanks(next.text, 0):]); ok {
			return false
		}
	}
	w.stamp, w.stamped = l.at, true
	w.from = nil
	return true
}

// endClocks takes the times at the ends of paragraphs: those between #, which f4 sets when a paragraph ends, as the times at which the
// next one begins (the first begins at 0), those in brackets, where most turns have them, as the times of their turns.
func (w *turnWriter) endClocks() {
	var begins time.Duration
	known := true // when the paragraph at hand began
	ends := 0
	turns := 0
	for i := range w.out {
		b := &w.out[i]
		if b.Speaker != "" {
			turns++
		}
		if (b.Speaker != "" || b.Kind == Paragraph) && !b.HasTime {
			if _, rest, ok := cutEndClock(b.Text); ok && rest != "" {
				ends++
			}
		}
	}
	for i := range w.out {
		b := &w.out[i]
		if b.Kind != Paragraph && b.Kind != ListItem || b.HasTime || b.Text == "" {
			continue
		}
		at, rest, ok := cutEndClock(b.Text)
		sharp := strings.HasSuffix(strings.TrimRight(b.Text, " \t\n"), "#")
		if !ok || rest == "" && b.Speaker == "" || !sharp && (ends < 3 || ends*2 < turns) {
			known = known && b.Speaker == ""
			continue
		}
		if sharp {
			b.Text = rest
			if b.Start, b.HasTime = begins, known; known {
				w.r.Add("guessed", "time at the end of a paragraph taken as that at which the next one begins", 1, formatClock(at))
			}
			begins, known = at, true
			w.r.ends = at
			continue
		}
		b.Start, b.HasTime, b.Text = at, true, rest
		w.r.Add("guessed", "time at the end of a paragraph taken as the time of its turn", 1, formatClock(at))
	}
}
