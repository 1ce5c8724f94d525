package convert

import (
	"context"
	"strconv"
	"strings"
	"time"

	"crosscase/corpus/catalogue"
	"crosscase/corpus/pattern"
)

// caption is one timed piece of a SubRip or WebVTT file.
type caption struct {
	id         string
	start, end time.Duration // end is 0 if it cannot be read
	timed      bool          // false for what stands before the first time
	lines      []string
}

var (
	cueTimes      = pattern.Of(`^\s*((?:\d+:)?\d{1,2}:\d{2}(?:[.,]\d+)?)\s*-->\s*(\S+)`)
	captionNumber = pattern.Of(`^\d{1,9}$`)
	// Teams numbers the parts of an utterance: <uuid>/26-0, <uuid>/26-1
	teamsPart = pattern.Of(`^(\S+/\d+)-\d+$`)
)

// maxCaptionLine is the length in bytes of a line that no caption has.
const maxCaptionLine = 1 << 20

// captionLines gathers captions line by line: numbers and blank lines may be
// missing, which is why a time line begins a caption wherever it stands.
type captionLines struct {
	vtt bool
	r   *Report
	out []caption

	blank   bool   // the line before was
	block   string // NOTE, STYLE or REGION while inside one
	note    []string
	header  bool // lines under WEBVTT, before the first blank one
	last    int  // number of the last line of words
	lastNew bool // a blank line stood before it
}

// captionsOf cuts a SubRip or WebVTT file of LF lines into its captions. What
// stands before the first time is a caption without one. Notes and the lines
// under WEBVTT are dropped; numbers, identifiers, times and styles are no words.
func captionsOf(ctx context.Context, s string, vtt bool, r *Report) ([]caption, error) {
	p := &captionLines{vtt: vtt, r: r, blank: true, header: vtt}
	n := 0
	for l := range strings.SplitSeq(s, "\n") {
		if n++; n%4096 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if vtt && n == 1 {
			continue // WEBVTT itself
		}
		if err := p.line(strings.Trim(l, " \t\r\ufeff"), n); err != nil {
			return nil, err
		}
	}
	p.closeNote()
	return p.out, nil
}

func (p *captionLines) line(l string, n int) error {
	if len(l) > maxCaptionLine {
		return catalogue.Errorf("holds a line of %d MB, which no caption has; is the ending right?", len(l)>>20)
	}
	if l == "" {
		p.closeNote()
		p.blank, p.header = true, false
		return nil
	}
	newBlock := p.blank
	p.blank = false
	if strings.Contains(l, "-->") {
		if found, err := p.times(l, n); found || err != nil {
			return err
		}
	}
	if word, _, _ := strings.Cut(l, " "); p.vtt && newBlock && (word == "NOTE" || word == "STYLE" || word == "REGION") {
		p.block = word
	}
	switch {
	case p.block != "":
		p.note = append(p.note, l)
	case p.header:
		p.r.In += weigh(l)
		p.r.Drop("lines before the first caption", l)
	default:
		if len(p.out) == 0 {
			p.out = append(p.out, caption{})
		}
		c := &p.out[len(p.out)-1]
		c.lines = append(c.lines, l)
		p.last, p.lastNew = n, newBlock
	}
	return nil
}

// times begins a caption at its time line. A line that only holds an arrow is
// words in SubRip, and in a note.
func (p *captionLines) times(l string, n int) (bool, error) {
	m := cueTimes.FindStringSubmatch(l)
	if m == nil {
		before, _, _ := strings.Cut(l, "-->")
		if p.block != "" || !p.vtt && (before == "" || strings.Trim(before, "0123456789:., \t") != "") {
			return false, nil
		}
		return false, catalogue.Errorf("holds the time line %q, which cannot be read; write it as 00:01:02.000 --> 00:01:05.000", clip(l, 60))
	}
	start, ok := cueClock(m[1])
	if !ok {
		return false, catalogue.Errorf("holds the time %q, which cannot be read; write it as 00:01:02.000", clip(m[1], 40))
	}
	p.closeNote()
	p.header = false
	c := caption{start: start, timed: true, id: p.takeID(n)}
	if len(m[2]) < 20 {
		if end, ok := cueClock(m[2]); ok {
			c.end = end
		}
	}
	if c.id != "" && !captionNumber.MatchString(c.id) {
		p.r.Add("dropped", "identifiers of captions", 1, clip(c.id, 60))
	}
	p.out = append(p.out, c)
	return true, nil
}

// takeID takes the number or identifier before the time line n off the words of
// the caption before.
func (p *captionLines) takeID(n int) string {
	if len(p.out) == 0 {
		return ""
	}
	c := &p.out[len(p.out)-1]
	if len(c.lines) == 0 {
		return ""
	}
	l := c.lines[len(c.lines)-1]
	timed := len(p.out)
	if !p.out[0].timed {
		timed--
	}
	switch number := captionNumber.MatchString(l); {
	case p.last == n-1 && (number || p.vtt && p.lastNew || teamsPart.MatchString(l)):
	case number && l == strconv.Itoa(timed+1): // a blank line stands after the number
	default:
		return ""
	}
	c.lines = c.lines[:len(c.lines)-1]
	if !c.timed && len(c.lines) == 0 {
		p.out = p.out[:0]
	}
	return l
}

func (p *captionLines) closeNote() {
	if p.block == "" {
		return
	}
	text := strings.TrimSpace(strings.TrimPrefix(strings.Join(p.note, " "), p.block))
	if p.block == "NOTE" {
		p.r.In += weigh(text)
		p.r.Drop("NOTE blocks of the captions", text)
	} else {
		p.r.Add("dropped", p.block+" blocks of the captions", 1, clip(text, 60))
	}
	p.block, p.note = "", nil
}

// cueClock reads a time of a caption: hours may have any number of digits, but
// not be more than a text of ours can hold.
func cueClock(s string) (time.Duration, bool) {
	whole, fraction, _ := strings.Cut(strings.ReplaceAll(s, ",", "."), ".")
	if i := strings.IndexByte(whole, ':'); i > 2 {
		if h, err := strconv.Atoi(whole[:i]); err != nil || h > 99 {
			return 0, false
		}
		whole = whole[i-2:]
	}
	if strings.Contains(whole, "-") {
		return 0, false
	}
	d, ok := parseClock(whole)
	if !ok {
		return 0, false
	}
	ms, _ := strconv.Atoi((fraction + "000")[:3])
	return d + time.Duration(ms)*time.Millisecond, true
}
