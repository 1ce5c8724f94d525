package table

import (
	"bufio"
	"cmp"
	"encoding/csv"
	"io"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// csvFields are a promise to other programs, in this order.
var csvFields = []string{"row", "row_label", "column", "column_label", "state", "count", "text", "missing", "status", "case", "passage", "quote", "says", "coders", "codings", "cite", "source", "by", "basis", "value", "when", "note"}

// WriteCSV writes a line for every passage of every cell, and one for a cell
// without any, so that each number can be followed and pivoted anew.
func WriteCSV(w io.Writer, t *Table) error {
	out := bufio.NewWriterSize(w, 1<<16)
	if _, err := out.Write(append(csvLine(nil, csvFields...), '\n')); err != nil {
		return err
	}
	var line []byte
	none := make([]Evidence, 1)
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
			text := cmp.Or(c.Key, c.Text)
			if text == "" {
				text = strings.Join(c.Items, "; ")
			}
			line = csvLine(line[:0], t.Rows[i].Key, t.Rows[i].Label, t.Columns[j].Key, t.Columns[j].Label, c.State, count, text, c.Missing)
			head := len(line) // the same for all passages of the cell
			all := c.All()
			if len(all) == 0 {
				all = none
			}
			for k := range all {
				e := &all[k]
				line = append(line[:head], ',')
				line = csvLine(line, e.Status, e.Case, e.Passage, e.Quote, e.Says, strings.Join(e.Coders, " "), strings.Join(e.Codings, " "), e.Cite, e.Source, strings.Join(e.By, "; "), strings.Join(e.Basis, "; "), strings.Join(e.Values, "; "), strings.Join(e.When, "; "), strings.Join(e.Notes, "; "))
				line = append(line, '\n')
				if _, err := out.Write(line); err != nil {
					return err
				}
			}
		}
	}
	return out.Flush()
}

// csvLine appends fields with commas between them, each as encoding/csv writes it. A table of all codes by all documents
// has millions of them, and most need no quotation marks.
func csvLine(to []byte, fields ...string) []byte {
	for i, f := range fields {
		if i > 0 {
			to = append(to, ',')
		}
		to = csvField(to, f)
	}
	return to
}

func csvField(to []byte, f string) []byte {
	if !quotedInCSV(f) {
		return append(to, f...)
	}
	to = append(to, '"')
	for {
		i := strings.IndexByte(f, '"')
		if i < 0 {
			return append(append(to, f...), '"')
		}
		to = append(append(to, f[:i]...), `""`...)
		f = f[i+1:]
	}
}

// quotedInCSV tells whether a field stands in quotation marks: one with a comma, a quotation mark or the end of a line, one
// that begins with white space, and the \. that ends the data of some databases.
func quotedInCSV(f string) bool {
	if f == "" {
		return false
	}
	for i := range len(f) { // most are short: one look at each byte is less than four searches
		switch f[i] {
		case ',', '"', '\n', '\r':
			return true
		}
	}
	first, _ := utf8.DecodeRuneInString(f)
	return f == `\.` || unicode.IsSpace(first)
}

// WriteRecords writes a list as CSV: a line a row, a field a column, under the keys of the columns.
func WriteRecords(w io.Writer, t *Table) error {
	out := csv.NewWriter(w)
	head := []string{t.Record}
	for _, c := range t.Columns {
		head = append(head, strings.ReplaceAll(c.Key, "-", "_"))
	}
	if err := out.Write(head); err != nil {
		return err
	}
	for i, row := range t.Cells {
		line := []string{t.Rows[i].Key}
		for j := range row {
			line = append(line, row[j].printed())
		}
		if err := out.Write(line); err != nil {
			return err
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
			line = append(line, cmp.Or(row[j].Key, row[j].printed()))
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
