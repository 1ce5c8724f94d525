package table

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	pretty "github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"
)

// Look says how a text table is to look.
type Look struct {
	Width int  // of the terminal in columns; 0: 100
	Why   bool // print the passages of every cell below the table
}

// WriteText writes the table for a terminal: columns wrapped to the width, or a section for each row
// or a few columns at a time where all of them would be too narrow to read; the passages of each cell below if asked for.
func WriteText(w io.Writer, t *Table, look Look) error {
	width := look.Width
	if width <= 0 {
		width = 100
	}
	if t.Record != "" {
		t = t.filled()
	}
	if t.Title != "" {
		fmt.Fprintln(w, t.Title)
		fmt.Fprintln(w)
	}
	if t.Banner != "" {
		fmt.Fprintf(w, "! %s\n\n", t.Banner)
	}
	fmt.Fprintln(w, t.laidOut(width))
	for _, n := range t.Notes {
		fmt.Fprintln(w, n)
	}
	if look.Why {
		t.writeWhy(w)
	}
	return nil
}

// filled returns a list without the columns in which no row has anything.
func (t *Table) filled() *Table {
	out := *t
	out.Columns, out.Cells = nil, make([][]Cell, len(t.Cells))
	for j, c := range t.Columns {
		if len(t.Cells) > 0 && !slices.ContainsFunc(t.Cells, func(row []Cell) bool { return !row[j].Empty() }) {
			continue
		}
		out.Columns = append(out.Columns, c)
		for i := range t.Cells {
			out.Cells[i] = append(out.Cells[i], t.Cells[i][j])
		}
	}
	return &out
}

// grid lays the table out. Each column takes the width that widths gives it. The lines
// of a cell stand below each other, the later pieces of a wrapped one set in; labels keep
// the indent of their depth on every line. Once a cell has more than one line, a thin
// rule stands between the rows.
func (t *Table) grid(widths []int) string {
	p := pretty.NewWriter()
	style := pretty.StyleLight
	style.Format.Header = text.FormatDefault
	style.Options.DrawBorder = false
	style.Options.SeparateColumns = true
	head := pretty.Row{wrap(t.Corner, widths[0], "", "")}
	for j, c := range t.Columns {
		head = append(head, wrap(c.Label, widths[j+1], "", ""))
	}
	if t.hasNotes() {
		head = append(head, wrap(t.noteHead(), widths[len(head)], "", ""))
	}
	p.AppendHeader(head)
	for i, row := range t.Cells {
		indent := indentOf(t.Rows[i])
		line := pretty.Row{wrap(t.Rows[i].Label, widths[0], indent, indent)}
		for j := range row {
			printed, set := row[j].printed(), ""
			if strings.Contains(printed, "\n") {
				set = "  "
			}
			line = append(line, wrap(printed, widths[j+1], "", set))
		}
		if t.hasNotes() {
			line = append(line, wrap(t.Rows[i].Note, widths[len(line)], "", ""))
		}
		for _, cell := range line {
			style.Options.SeparateRows = style.Options.SeparateRows || strings.Contains(cell.(string), "\n")
		}
		p.AppendRow(line)
	}
	p.SetStyle(style)
	return strings.TrimRight(trimLines(p.Render()), "\n") + "\n"
}

// indentOf sets a label in by its depth.
func indentOf(l Label) string { return strings.Repeat("  ", l.Depth) }

// trimLines removes blanks at line ends.
func trimLines(s string) string {
	lines := strings.Split(s, "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	return strings.Join(lines, "\n")
}

// widths shares the width among the columns: each takes what it needs, and what is
// too much is taken from the widest until all fit: first from those that are wider than
// their longest word, then, where that is not enough, from all, none going below 8. It also returns
// below which width of each column words break, or it becomes narrower than 8.
func (t *Table) widths(width int) (need, least []int) {
	n := len(t.Columns) + 1
	if t.hasNotes() {
		n++
	}
	need, least = make([]int, n), make([]int, n)
	word := make([]int, n)
	fit := func(i int, s string) {
		for _, l := range strings.Split(s, "\n") {
			need[i] = max(need[i], columns(l))
			for _, w := range strings.FieldsFunc(l, breaks) {
				word[i] = max(word[i], columns(w))
			}
		}
	}
	fit(0, t.Corner)
	for j, c := range t.Columns {
		fit(j+1, c.Label)
	}
	for i, row := range t.Cells {
		fit(0, indentOf(t.Rows[i])+t.Rows[i].Label)
		for j := range row {
			fit(j+1, row[j].printed())
		}
		if t.hasNotes() {
			fit(n-1, t.Rows[i].Note)
		}
	}
	for i := range need {
		least[i] = min(need[i], max(8, word[i]))
	}
	room := width - 3*n
	for _, floor := range [][]int{word, make([]int, n)} {
		for sum(need) > room {
			widest := -1
			for i := range need {
				if need[i] > max(8, floor[i]) && (widest < 0 || need[i] > need[widest]) {
					widest = i
				}
			}
			if widest < 0 {
				break
			}
			need[widest]--
		}
	}
	return need, least
}

func sum(ns []int) int {
	total := 0
	for _, n := range ns {
		total += n
	}
	return total
}

// writeWhy prints the passages behind every cell.
func (t *Table) writeWhy(w io.Writer) {
	for i, row := range t.Cells {
		for j := range row {
			c := &row[j]
			if c.Empty() || len(c.Evidence)+len(c.Aside)+len(c.Proposed)+len(c.Sources) == 0 {
				continue
			}
			fmt.Fprintf(w, "\n%s · %s: %s\n", t.Rows[i].Label, t.Columns[j].Label, strings.ReplaceAll(c.printed(), "\n", "; "))
			for _, e := range c.Told() {
				fmt.Fprint(w, t.why(e, ""))
			}
			for _, e := range c.Proposed {
				fmt.Fprint(w, t.why(e, t.Language.Say("proposed")))
			}
			for _, s := range c.Sources {
				if s.State != "evidence" {
					fmt.Fprintf(w, "  %s: %s\n", cmp.Or(s.Document, s.Kind), s.Became(t.Language))
				}
			}
		}
	}
}

func (t *Table) why(e Evidence, mark string) string {
	if e.Passage == "" {
		return "  " + e.Source + "\n"
	}
	tags := e.Marks(t.Language)
	if mark != "" {
		tags = append(tags, mark)
	}
	who := ""
	if len(e.By) == 0 { // else the marks name them
		tags = append(tags, e.Coders...)
	}
	if len(tags) > 0 {
		who = "[" + strings.Join(tags, ", ") + "]  "
	}
	return fmt.Sprintf("  %s\n    %s  %s%s\n", t.Language.Quote(e.Quote), e.Cite, who, e.Passage)
}
