package convert

import (
	"slices"
	"strings"
)

// mostCopied is how many letters and digits repeated cells and rows may add.
const mostCopied = 1 << 17

// repeatCell lets the last cell stand n times in all.
func (f *flow) repeatCell(n int) {
	t := f.table()
	if n = min(n, mostColumns) - 1; n < 1 || t == nil || len(t.row.cells) == 0 {
		return
	}
	cell := t.row.cells[len(t.row.cells)-1]
	if !f.copies(n, cell) {
		return
	}
	for range n {
		t.row.cells = append(t.row.cells, cell)
		if strings.TrimSpace(cell) != "" {
			t.row.filled++
		}
	}
}

// repeatRow lets the last row stand n times in all.
func (f *flow) repeatRow(n int) {
	t := f.table()
	if n = min(n, mostCopied) - 1; n < 1 || t == nil || len(t.rows) == 0 || t.rows[len(t.rows)-1].filled == 0 {
		return
	}
	last := t.rows[len(t.rows)-1]
	if !f.copies(n, strings.Join(last.cells, "\n")) {
		return
	}
	inside := slices.Clone(t.inside[last.inside:])
	for range n {
		t.rows = append(t.rows, flowRow{cells: slices.Clone(last.cells), filled: last.filled})
		t.inside = append(t.inside, inside...)
	}
	t.row.inside = len(t.inside)
}

// copies accounts for n more of what a table repeats; it is false where that is
// too much.
func (f *flow) copies(n int, words string) bool {
	w := weigh(words)
	if f.copied += n * max(w, 1); f.copied > mostCopied {
		f.r.Add("warning", "cells that the file repeats very often are written once", 1, clip(words, 60))
		return false
	}
	if w > 0 {
		f.r.Gain("cells that the file repeats written each time", n, words)
	}
	return true
}
