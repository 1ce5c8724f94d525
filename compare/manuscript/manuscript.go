package manuscript

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"crosscase/corpus/catalogue"
)

// Manuscript is a document.
type Manuscript struct {
	Title    string
	Subtitle string
	Byline   string
	Language catalogue.Language // of the words that the program adds
	Contents bool               // a title page and a table of contents stand before the text
	Blocks   []Block
}

// Add puts blocks at the end.
func (m *Manuscript) Add(blocks ...Block) { m.Blocks = append(m.Blocks, blocks...) }

// Block is one of Heading, Paragraph, Quote, List, Table, Picture and Notes.
type Block interface{ block() }

// Run is a stretch of words. A run with To points at the block or note with this ID; without
// words of its own it prints how that is named: "table 3", "section 2.1".
type Run struct {
	Words    string
	Strong   bool
	Emphasis bool
	Code     bool // a locator, a command
	Open     bool // somebody still has to write this
	Footnote Text
	To       string
	Language string // of words in another language than the manuscript's
}

// Text is words in order.
type Text []Run

// Plain returns words without marks.
func Plain(words string) Text { return Text{{Words: words}} }

// String returns the words of a text alone.
func (t Text) String() string {
	var b strings.Builder
	for _, r := range t {
		b.WriteString(r.Words)
	}
	return b.String()
}

// Heading begins a part; Level counts from 1. A heading that is not Numbered heads an appendix or the like.
type Heading struct {
	Level    int
	Text     string
	ID       string
	Numbered bool
}

// Paragraph is a paragraph of running text. A Small one stands in smaller type.
type Paragraph struct {
	Text  Text
	Small bool
	Box   bool // a warning: it is set apart
	Keep  bool // it stays on the page of what follows
}

// Quote is what somebody said, set in, with its source. A Mark is its number, at which runs point by the ID.
type Quote struct {
	ID, Mark string
	Text     string
	Source   Text
	Language string
}

// List is items, each with a bullet or a number.
type List struct {
	Items   []Text
	Ordered bool
}

// Table is a table with a caption. Every row has as many cells as the head.
type Table struct {
	ID      string
	Caption string // without the number
	Head    []string
	Rows    []Row
	Notes   []Text // below it
}

// Row is a row of a table; a Head row heads those below it.
type Row struct {
	Cells []Cell
	Head  bool
}

// Cell is the lines of a cell. Indent sets a label in by its depth in a tree.
type Cell struct {
	Lines  []Text
	Indent int
	State  string // present, open, …, for its colour on screen; "" for none
}

// Picture is a drawing with a caption: as PNG for DOCX, as SVG for HTML. Width and Height are
// centimetres. Words says what is to be seen, for those who cannot.
type Picture struct {
	ID, Caption   string
	PNG           []byte
	SVG           string
	Width, Height float64
	Words         string
}

// Notes is a list of numbered notes that runs point at by their ID.
type Notes []Note

// Note is one of them; Mark is its number as printed.
type Note struct {
	ID, Mark string
	Text     Text
}

func (Heading) block()   {}
func (Paragraph) block() {}
func (Quote) block()     {}
func (List) block()      {}
func (Table) block()     {}
func (Picture) block()   {}
func (Notes) block()     {}

// numbers are what the blocks of a manuscript are called.
type numbers struct {
	heading  map[int]string // by the index of the block: "2.1", "" for one without a number
	table    map[int]int
	picture  map[int]int
	name     map[string]string // by ID: "table 3"
	footnote []Text            // in order
	language catalogue.Language
}

// number numbers headings, tables and pictures.
func (m *Manuscript) number() *numbers {
	n := &numbers{heading: map[int]string{}, table: map[int]int{}, picture: map[int]int{}, name: map[string]string{}, language: m.Language}
	var count []int
	tables, pictures := 0, 0
	for i, b := range m.Blocks {
		switch b := b.(type) {
		case Heading:
			if !b.Numbered {
				n.name[b.ID] = b.Text
				continue
			}
			for len(count) < b.Level {
				count = append(count, 0)
			}
			count = count[:b.Level]
			count[b.Level-1]++
			parts := make([]string, len(count))
			for k, c := range count {
				parts[k] = strconv.Itoa(c)
			}
			n.heading[i] = strings.Join(parts, ".")
			n.name[b.ID] = m.Language.Say("ms-section", n.heading[i])
		case Table:
			if b.Caption == "" {
				continue
			}
			tables++
			n.table[i] = tables
			n.name[b.ID] = m.Language.Say("ms-table", tables)
		case Picture:
			pictures++
			n.picture[i] = pictures
			n.name[b.ID] = m.Language.Say("ms-picture", pictures)
		}
	}
	return n
}

// words returns what a run prints.
func (n *numbers) words(r Run) string {
	if r.Words == "" && r.To != "" {
		return n.name[r.To]
	}
	return r.Words
}

// note gives a footnote its number, from 1.
func (n *numbers) note(t Text) int {
	n.footnote = append(n.footnote, t)
	return len(n.footnote)
}

// tag returns a language as documents name it: nb-NO, nn-NO, en-GB.
func tag(language string) string {
	switch language {
	case "nb", "no":
		return "nb-NO"
	case "nn":
		return "nn-NO"
	case "en":
		return "en-GB"
	case "sv":
		return "sv-SE"
	case "da":
		return "da-DK"
	case "de":
		return "de-DE"
	}
	return language
}

// Widths shares a line among the columns of a table, in parts of 1: each gets what its longest
// word needs, and the rest is shared by how much there is to read. Of many columns the longest words give way first.
func (t *Table) Widths() []float64 {
	n := len(t.Head)
	word, load, most := make([]float64, n), make([]float64, n), make([]float64, n)
	fit := func(j int, s string) {
		for _, w := range strings.Fields(s) {
			word[j] = max(word[j], min(float64(len([]rune(w))), 18))
		}
	}
	for j, h := range t.Head {
		fit(j, h)
	}
	for _, r := range t.Rows {
		if r.Head {
			continue
		}
		for j, c := range r.Cells {
			length := 0
			for _, l := range c.Lines {
				s := l.String()
				fit(j, s)
				length += len([]rune(s))
			}
			load[j] += min(float64(length), 400)
			most[j] = max(most[j], min(float64(length), 400))
		}
	}
	line, longest := 110.0, math.Inf(1) // characters of small type; words
	if n >= WideColumns {
		line = 160 // on its side
		longest = room(word, (.7*line-2*float64(n))/1.1)
	}
	base, mean, out := 0.0, 0.0, make([]float64, n)
	for j := range out {
		word[j] = 1.1*min(word[j], longest) + 2
		// By the square root, so that a column of long texts does not leave the others in ribbons.
		load[j] = math.Sqrt(load[j]/float64(max(1, len(t.Rows))) + most[j]/3)
		base += word[j]
		mean += load[j]
	}
	spare := max(.35*line, line-base) // longer words are hyphenated where there is no room
	for j := range out {
		out[j] = word[j]
		if mean > 0 {
			out[j] += spare * load[j] / mean
		} else {
			out[j] += spare / float64(n)
		}
	}
	total := 0.0
	for _, w := range out {
		total += w
	}
	for j := range out {
		out[j] /= total
	}
	return out
}

// room returns the length to which words have to be cut so that together they are no longer than all.
func room(words []float64, all float64) float64 {
	sorted := slices.Sorted(slices.Values(words))
	for i, w := range sorted {
		if left := float64(len(sorted) - i); w*left > all {
			return max(1, all/left)
		}
		all -= w
	}
	return math.Inf(1)
}
