package convert

import "time"

// Kind tells what a block is.
type Kind int

// The kinds of block.
const (
	Paragraph Kind = iota
	Heading
	ListItem
	Row  // of a table; Cells holds its cells
	Note // a footnote, an endnote or a comment
)

// Block is one piece of a source file, in reading order.
type Block struct {
	Kind    Kind
	Level   int    // of a heading, from 1; of an item of a list how far in it stands, from 1, if the format says so
	Text    string // the words; a line break inside is "\n"
	Cells   []string
	Speaker string        // when the format itself names the speaker (WebVTT <v>)
	Start   time.Duration // when the format itself gives a time
	HasTime bool
	Page    int    // from 1; 0 if the format has no pages
	Tight   bool   // stands on the line after the block before, without a blank line; of a caption: no pause before it
	bold    bool   // all its words stand in bold type
	slanted bool   // all its words stand in italics
	lined   bool   // all its words are underlined
	mark    string // the number of an item of a list or of a heading, "2." or "b)", that its words do not hold
}

// Source is a file taken apart by the reader of its format.
type Source struct {
	Format string // txt, md, docx, pdf, vtt …
	Name   string // of the part, where a file holds several documents; "" else
	Title  string // if the file says so
	Dated  Dated  // if the file says so
	Blocks []Block
	Cues   bool // blocks are the captions of a recording: a turn is cut over many of them
	Pages  int  // how many pages the file has; 0 if the format has no pages
	// Talk says that the file is a recording's transcript, whatever it looks like.
	Talk bool
	// Parts are the documents of a file that holds several; the Source itself then
	// holds none.
	Parts []Source

	text      string // that the blocks were cut from, where it is plain
	wholeRows bool   // a row of a table of which one cell is filled is to stay one, with that cell in its place
}
