package convert

import (
	"math"
	"strings"
)

// raisedToLines puts small raised figures that the engine took for a line of their
// own to the words that they stand at: behind those before them, or, at the
// beginning of a footnote, before its words.
func raisedToLines(lines []pdfLine) []pdfLine {
	out := lines[:0]
	for i := 0; i < len(lines); i++ {
		l := lines[i]
		if n := len(out); n > 0 && raisedBy(l, out[n-1]) && l.x0 > out[n-1].x1-1 && l.x0 < out[n-1].x1+0.3*out[n-1].size && !out[n-1].hyphen {
			a := &out[n-1]
			a.text += string(noteBegin) + l.text + string(noteEnd)
			a.x1 = l.x1
			a.words[len(a.words)-1].x1 = l.x1
			if i+1 < len(lines) && onOneRow(*a, lines[i+1]) && lines[i+1].x0 > a.x1-1 && lines[i+1].x0 < a.x1+cellGap*a.size {
				a.append(lines[i+1])
				i++
			}
			continue
		}
		if i+1 < len(lines) && raisedBy(l, lines[i+1]) && l.x1 < lines[i+1].x0+1 && l.x1 > lines[i+1].x0-2*lines[i+1].size {
			next := lines[i+1]
			l.base, l.bottom, l.top, l.size = next.base, next.bottom, next.top, next.size
			l.append(next)
			i++
		}
		out = append(out, l)
	}
	return out
}

// raisedBy tells whether l is a small number that stands raised beside the words
// of a line.
func raisedBy(l, line pdfLine) bool {
	return len(l.text) <= 3 && strings.Trim(l.text, "0123456789") == "" && l.size < 0.92*line.size &&
		l.base > line.base+0.15*line.size && l.base < line.base+0.7*line.size
}

func onOneRow(a, b pdfLine) bool { return math.Abs(a.base-b.base) < 0.1*a.size }

// append puts the words of another line behind those of a line.
func (l *pdfLine) append(next pdfLine) {
	at := len(l.text) + 1
	l.text += " " + next.text
	for _, w := range next.words {
		w.at += at
		l.words = append(l.words, w)
	}
	l.x1, l.hyphen, l.bold, l.slanted = next.x1, next.hyphen, l.bold && next.bold, l.slanted && next.slanted
}
