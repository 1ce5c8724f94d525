package table

import (
	"strconv"
	"strings"

	"crosscase/corpus/sheet"
)

// cellLimit is how many characters of a cell are written: a cell of a spreadsheet holds 32,767 units.
const cellLimit = 16_000

// XLSX returns tables as an Excel workbook: a sheet for each, as it looks, and a sheet "evidence" with a row for every
// passage of every cell, to which the cells lead, and a sheet "about" that says how they were made. Every cell is text, also where a quote begins like a formula.
func XLSX(tables ...*Table) ([]byte, error) {
	evidence := sheet.Table{Name: "evidence", Rows: [][]string{{"sheet", "row", "column", "text", "state", "status", "case", "quote", "says", "coders", "codings", "cite", "passage", "source"}}}
	about := sheet.Table{Name: "about", Rows: [][]string{{"sheet", "what", "text"}}}
	var book []sheet.Table
	for _, t := range tables {
		s := sheet.Table{Name: t.Name, Rows: [][]string{t.Head()}}
		if s.Name == "" {
			s.Name = t.Title
		}
		for i, row := range t.Cells {
			line := []string{indentOf(t.Rows[i]) + t.Rows[i].Label}
			for j := range row {
				c := &row[j]
				line = append(line, whole(c.printed()))
				all := append(append([]Evidence{}, c.Evidence...), c.Proposed...)
				if len(all) > 0 {
					if line[j+1] == "" {
						line[j+1] = strconv.Itoa(len(c.Evidence))
					}
					s.Links = append(s.Links, sheet.Link{Row: i + 1, Column: j + 1, Sheet: len(tables), ToRow: len(evidence.Rows)})
				}
				for _, e := range all {
					evidence.Rows = append(evidence.Rows, []string{s.Name, t.Rows[i].Label, t.Columns[j].Label, whole(c.printed()), c.State, e.Status, e.Case, whole(e.Quote), e.Says,
						strings.Join(e.Coders, " "), strings.Join(e.Codings, " "), e.Cite, e.Passage, e.Source})
				}
			}
			if t.hasNotes() {
				line = append(line, t.Rows[i].Note)
			}
			s.Rows = append(s.Rows, line)
		}
		for _, line := range t.about() {
			about.Rows = append(about.Rows, append([]string{s.Name}, line...))
		}
		book = append(book, s)
	}
	return sheet.WriteXLSX(append(book, evidence, about))
}

// about returns what stands beside a table: its title, a warning, its notes, how it was made.
func (t *Table) about() [][]string {
	out := [][]string{{"title", t.Title}}
	if t.Banner != "" {
		out = append(out, []string{"warning", t.Banner})
	}
	for _, n := range t.Notes {
		out = append(out, []string{"note", n})
	}
	return append(out, []string{"command", t.How.Command}, []string{"version", t.How.Version})
}

// whole cuts a text that no cell holds; where that happened it says so.
func whole(s string) string {
	runes := []rune(s)
	if len(runes) <= cellLimit {
		return s
	}
	return string(runes[:cellLimit]) + " …"
}
