package convert

import "strings"

// leftOut gathers the words of an element that is left out with all it holds.
type leftOut struct {
	depth  int // of the element; 0 if nothing is being left out
	what   string
	byLine bool // each paragraph is an entry of its own
	text   strings.Builder
}

// write adds words, or a blank.
func (l *leftOut) write(s string) { l.text.WriteString(s) }

// endPara ends a paragraph of what is left out.
func (l *leftOut) endPara(f *flow) {
	l.text.WriteByte('\n')
	if l.byLine {
		f.dropLine(l.what, &l.text)
	}
}

// end drops what was gathered.
func (l *leftOut) end(f *flow) {
	if l.byLine {
		f.dropLine(l.what, &l.text)
	} else {
		f.drop(l.what, l.text.String())
	}
	*l = leftOut{}
}

// dropLine drops the words gathered in line, if there are any, and empties it.
func (f *flow) dropLine(what string, line *strings.Builder) {
	if line.Len() == 0 {
		return
	}
	if s := line.String(); strings.TrimSpace(s) != "" {
		f.drop(what, s)
	}
	line.Reset()
}

// What the report calls things that more than one format leaves out.
const (
	deletedText  = "deleted and moved text of tracked changes"
	insertedText = "inserted text of tracked changes taken as accepted"
	hiddenText   = "hidden text"
	comments     = "comments in the margin"
	pageHeads    = "heads and feet of pages"
	contentsLine = "lines of the table of contents"
	indexLine    = "lines of the index"
	chartWords   = "words and figures in charts"
	rubyText     = "readings above the words (ruby)"
	fieldCodes   = "codes of fields (what they show is kept)"
)
