package convert

import (
	"strings"
	"time"
)

// parseNumbered reads a line that begins with the number of its turn.
func parseNumbered(s string) (opening, bool) {
	s = s[skipBlanks(s, 0):]
	n := digitsAt(s, 0, 5)
	if n == 0 || n > 4 || n == len(s) {
		return opening{}, false
	}
	i := n
	if s[i] == '.' || s[i] == ')' {
		i++
	}
	if j := skipBlanks(s, i); j > i && letterAt(s, j) {
		o, ok := parseOpening(s[j:])
		o.number = s[:n]
		return o, ok && !o.bare
	}
	return opening{}, false
}

// dropNumbered takes lines that begin with a number for turns only if the numbers
// rise by one from each to the next, as those of turns or of lines do.
func (rd *reading) dropNumbered() {
	n, steps, last := 0, 0, -1
	for i := range rd.lines {
		if l := &rd.lines[i]; l.could && l.open.number != "" {
			now := number(l.open.number)
			if n++; now == last+1 {
				steps++
			}
			last = now
		}
	}
	if n == 0 || n >= 4 && steps*5 >= (n-1)*4 {
		return
	}
	for i := range rd.lines {
		if l := &rd.lines[i]; l.open.number != "" {
			l.could, l.open = false, opening{}
		}
	}
}

// markClocks marks the lines that hold minutes and seconds and nothing else as
// times, if there are some and they are those of a recording: they rise and do
// not stand on the quarters of an hour.
func (rd *reading) markClocks() {
	n, odd, rises := 0, 0, 0
	var last time.Duration
	each := func(do func(l *line, at time.Duration)) {
		for i := range rd.lines {
			l := &rd.lines[i]
			if l.could || l.clock || l.block.Kind == Row || len(l.text) > 12 || l.text == "" {
				continue
			}
			if s := strings.TrimSpace(l.text); s != "" && isDigit(s[0]) {
				if at, size, _ := scanClock(s, false); size == len(s) {
					do(l, at)
				}
			}
		}
	}
	each(func(_ *line, at time.Duration) {
		if n++; at >= last {
			rises++
		}
		if at%(5*time.Second) != 0 {
			odd++
		}
		last = at
	})
	if n >= leastStamps && rises*5 >= n*4 && odd*2 >= n {
		each(func(l *line, at time.Duration) { l.at, l.clock = at, true })
	}
}

// markCues marks the numbers above the times of captions that were pasted into a
// text.
func (rd *reading) markCues() {
	n := 0
	isCue := func(i int) bool {
		l := &rd.lines[i]
		return i+1 < len(rd.lines) && l.text != "" && len(l.text) < 6 && l.block.Kind == Paragraph && digitsAt(l.text, 0, 6) == len(l.text) &&
			rd.lines[i+1].clock && strings.Contains(rd.lines[i+1].text, "-->")
	}
	for i := range rd.lines {
		if isCue(i) {
			n++
		}
	}
	for i := range rd.lines {
		if n >= leastStamps && isCue(i) {
			rd.lines[i].cue = true
		}
	}
}

// loneClock reads a line that is a time and nothing else.
func loneClock(s string) (time.Duration, bool) {
	if len(s) > longestWrapped+8 {
		return 0, false
	}
	s = strings.TrimSpace(strings.ReplaceAll(s, "*", ""))
	if at, rest, ok := cutClock(s); ok {
		return at, rest == ""
	}
	at, rest, parts, ok := cutBareClock(s)
	return at, ok && rest == "" && parts == 3
}

func isDigitOrWraps(s string) bool {
	return s != "" && (isDigit(s[0]) || closingOf(s[0]) != 0 || s[0] == '\\' || s[0] == '*')
}
