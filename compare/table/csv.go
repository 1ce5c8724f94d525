package table

import (
	"encoding/csv"
	"io"
	"slices"
	"strconv"
	"strings"
)

// csvFields are a promise to other programs, in this order.
var csvFields = []string{"row", "row_label", "column", "column_label", "state", "count", "text", "missing", "status", "case", "passage", "quote", "says", "coders", "codings", "cite", "source"}

// WriteCSV writes a line for every passage of every cell, and one for a cell
// without any, so that each number can be followed and pivoted anew.
func WriteCSV(w io.Writer, t *Table) error {
	out := csv.NewWriter(w)
	if err := out.Write(csvFields); err != nil {
		return err
	}
	line, none := make([]string, 0, len(csvFields)), make([]Evidence, 1)
	for i, row := range t.Cells {
		for j := range row {
			c := &row[j]
			if c.Empty() {
				continue
			}
			count := ""
			if n, ok := c.Count(); ok {
				count = strconv.Itoa(n)
			}
			text := c.Text
			if text == "" {
				text = strings.Join(c.Items, "; ")
			}
			line = append(line[:0], t.Rows[i].Key, t.Rows[i].Label, t.Columns[j].Key, t.Columns[j].Label, c.State, count, text, c.Missing)
			head := len(line)
			all := c.Evidence
			if len(c.Proposed) > 0 {
				all = slices.Concat(c.Evidence, c.Proposed)
			}
			if len(all) == 0 {
				all = none
			}
			for k := range all {
				e := &all[k]
				line = append(line[:head], e.Status, e.Case, e.Passage, e.Quote, e.Says, strings.Join(e.Coders, " "), strings.Join(e.Codings, " "), e.Cite, e.Source)
				if err := out.Write(line); err != nil {
					return err
				}
			}
		}
	}
	out.Flush()
	return out.Error()
}

// WriteGrid writes the table as it looks, as CSV: a line a row, a field a column.
func WriteGrid(w io.Writer, t *Table) error {
	out := csv.NewWriter(w)
	head := []string{"key", t.Corner}
	for _, c := range t.Columns {
		head = append(head, c.Label)
	}
	if t.hasNotes() {
		head = append(head, t.noteHead())
	}
	if err := out.Write(head); err != nil {
		return err
	}
	for i, row := range t.Cells {
		line := []string{t.Rows[i].Key, t.Rows[i].Label}
		for j := range row {
			line = append(line, row[j].printed())
		}
		if t.hasNotes() {
			line = append(line, t.Rows[i].Note)
		}
		if err := out.Write(line); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// noteHead is what stands over the notes of rows.
func (t *Table) noteHead() string {
	if t.NoteHead != "" {
		return t.NoteHead
	}
	return t.Language.Say("in-cases")
}

func (t *Table) hasNotes() bool {
	for _, r := range t.Rows {
		if r.Note != "" {
			return true
		}
	}
	return false
}

// printed is what a person sees of a cell.
func (c *Cell) printed() string {
	switch {
	case c.Text != "":
		return c.Text
	case len(c.Items) > 0:
		return strings.Join(c.Items, "\n")
	}
	return c.Missing
}
