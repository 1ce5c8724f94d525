package table

import (
	"slices"
	"strings"
)

// Where a column of fewer than narrow characters makes a row of more than tall lines, it is read more easily as a block.
const (
	narrow = 16
	tall   = 15
)

// few lines of a cell are read easily in the grid of a table whose rows are read one by one.
const few = 4

// A cell of up to short characters, on two lines at most, is short.
const short = 36

// laidOut lays the table out for a width: as a grid where that can be read, else, if cells are short, a few columns at a
// time, else as a section for each row.
func (t *Table) laidOut(width int) string {
	widths, least := t.widths(width)
	if t.fits(width, widths, least) {
		return t.grid(widths)
	}
	if t.short() && !t.OneByOne {
		return t.panels(width)
	}
	return t.blocks(width)
}

// short tells whether all cells are short.
func (t *Table) short() bool {
	for _, row := range t.Cells {
		for j := range row {
			if s := row[j].printed(); longest(s) > short || strings.Count(s, "\n") > 1 {
				return false
			}
		}
	}
	return true
}

// panels lays the table out with as many columns at a time as fit beside the labels of the rows.
func (t *Table) panels(width int) string {
	whole := t.notesAsColumn()
	_, least := whole.widths(width)
	var out []string
	for from := 0; from < len(whole.Columns); {
		to, taken := from+1, least[0]+3+least[from+1]+3
		for to < len(whole.Columns) && taken+least[to+1]+3 <= width {
			taken += least[to+1] + 3
			to++
		}
		part := whole.slice(from, to)
		widths, _ := part.widths(width)
		out = append(out, part.grid(widths))
		from = to
	}
	return strings.Join(out, "\n")
}

// slice returns the table with some of its columns.
func (t *Table) slice(from, to int) *Table {
	out := &Table{Corner: t.Corner, Language: t.Language, Rows: t.Rows, Columns: t.Columns[from:to]}
	for _, row := range t.Cells {
		out.Cells = append(out.Cells, row[from:to])
	}
	return out
}

// notesAsColumn returns the table with the notes of its rows as a column like the others.
func (t *Table) notesAsColumn() *Table {
	if !t.hasNotes() {
		return t
	}
	out := &Table{Corner: t.Corner, Language: t.Language, Columns: append(slices.Clone(t.Columns), Label{Label: t.noteHead()})}
	for i, row := range t.Cells {
		out.Cells = append(out.Cells, append(slices.Clone(row), Cell{Text: t.Rows[i].Note}))
		label := t.Rows[i]
		label.Note = ""
		out.Rows = append(out.Rows, label)
	}
	return out
}

// fits tells whether the table can be read as a grid of a width, given the widths of its columns and below which they are too narrow: no word has to
// be broken, and no narrow column makes a row tall.
func (t *Table) fits(width int, widths, least []int) bool {
	if sum(widths) > width-3*len(widths) {
		return false
	}
	for i := range widths {
		if widths[i] < least[i] {
			return false
		}
	}
	for i, row := range t.Cells {
		lines := []string{t.Rows[i].Label}
		for j := range row {
			lines = append(lines, row[j].printed())
		}
		if t.hasNotes() {
			lines = append(lines, t.Rows[i].Note)
		}
		for k, s := range lines {
			lines := strings.Count(wrap(s, widths[k], "", ""), "\n") + 1
			if widths[k] < narrow && lines > tall || t.OneByOne && lines > few {
				return false
			}
		}
	}
	return true
}

// blocks lays the table out for a width that is too narrow for a grid: a section for each row, headed by its
// label, in which each column with something in it stands on lines of its own.
func (t *Table) blocks(width int) string {
	heads := t.Head()[1:]
	side := 0
	for _, h := range heads {
		side = max(side, columns(h))
	}
	side = min(side, max(8, width/3))
	room := max(20, width-side-4)
	var b strings.Builder
	for i, row := range t.Cells {
		indent := indentOf(t.Rows[i])
		label := wrap(t.Rows[i].Label, width, indent, indent)
		b.WriteString(label + "\n")
		said := make([]string, 0, len(heads))
		for j := range row {
			said = append(said, row[j].printed())
		}
		if t.hasNotes() {
			said = append(said, t.Rows[i].Note)
		}
		if strings.Join(said, "") != "" && !t.OneByOne {
			b.WriteString(indent + strings.Repeat("─", min(width, longest(label))-columns(indent)) + "\n")
		}
		for j, s := range said {
			if s != "" {
				writeBeside(&b, indent, wrap(heads[j], side, "", ""), side, s, room-columns(indent))
			}
		}
		b.WriteString("\n")
	}
	return strings.TrimRight(trimLines(b.String()), "\n") + "\n"
}

// writeBeside writes the head of a column beside what a cell says, set in by an indent.
func writeBeside(b *strings.Builder, indent, head string, side int, said string, room int) {
	set := ""
	if strings.Contains(said, "\n") {
		set = "  "
	}
	left, right := strings.Split(head, "\n"), strings.Split(wrap(said, room, "", set), "\n")
	for k := range max(len(left), len(right)) {
		l, r := "", ""
		if k < len(left) {
			l = left[k]
		}
		if k < len(right) {
			r = right[k]
		}
		b.WriteString(indent + " " + l + strings.Repeat(" ", max(0, side-columns(l))) + " │ " + r + "\n")
	}
}

// longest returns the width of the widest line.
func longest(s string) int {
	n := 0
	for _, l := range strings.Split(s, "\n") {
		n = max(n, columns(l))
	}
	return n
}
