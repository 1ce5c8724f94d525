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
	Level   int    // of a heading, from 1
	Text    string // the words; a line break inside is "\n"
	Cells   []string
	Speaker string        // when the format itself names the speaker (WebVTT <v>)
	Start   time.Duration // when the format itself gives a time
	HasTime bool
	Page    int  // from 1; 0 if the format has no pages
	Tight   bool // stands on the line after the block before, without a blank line
}

// Source is a file taken apart by the reader of its format.
type Source struct {
	Format string // txt, md, docx, pdf, vtt
	Title  string // if the file says so
	Blocks []Block
	Cues   bool // blocks are the captions of a recording: a turn is cut over many of them
	Pages  int  // how many pages the file has; 0 if the format has no pages
}

// Entry is one line of a report: what was done, how often, and an example.
type Entry struct {
	Did     string `json:"did"`   // normalised, guessed, dropped, warning
	What    string `json:"what"`  // a short phrase: "line ends CRLF → LF"
	Count   int    `json:"count"` // how often
	Example string `json:"example,omitempty"`
}

// Report gathers what was normalised, guessed and dropped, in order of first mention.
type Report struct{ Entries []Entry }

// Add counts n more of what was done; the first example given is kept.
func (r *Report) Add(did, what string, n int, example string) {
	if n == 0 {
		return
	}
	for i := range r.Entries {
		if e := &r.Entries[i]; e.Did == did && e.What == what {
			e.Count += n
			return
		}
	}
	r.Entries = append(r.Entries, Entry{did, what, n, example})
}
