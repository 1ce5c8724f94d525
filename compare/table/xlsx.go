package table

import (
	"math"
	"regexp"
	"strconv"
	"strings"

	"crosscase/corpus/sheet"
)

// cellLimit is how many characters of a cell are written: a cell of a spreadsheet holds 32,767 units.
const cellLimit = 16_000

// XLSX returns tables as an Excel workbook: a sheet for each, as it looks, and a sheet "evidence" with a row for every
// passage of every cell, to which the cells lead, and a sheet "about" that says how they were made. A cell that prints a number and no more holds the number, in full; every other is text, also where a quote begins
// like a formula.
func XLSX(tables ...*Table) ([]byte, error) {
	evidence := sheet.Table{Name: "evidence", Rows: [][]string{{"sheet", "row", "column", "text", "state", "status", "case", "quote", "says", "coders", "codings", "cite", "passage", "source", "by", "basis", "value", "when", "note"}}}
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
				if n, ok := c.asNumber(); ok {
					n.Row, n.Column = i+1, j+1
					s.Numbers = append(s.Numbers, n)
				}
				all := c.All()
				if len(all) > 0 {
					if line[j+1] == "" {
						line[j+1] = strconv.Itoa(len(c.Evidence))
					}
					s.Links = append(s.Links, sheet.Link{Row: i + 1, Column: j + 1, Sheet: len(tables), ToRow: len(evidence.Rows)})
				}
				for _, e := range all {
					evidence.Rows = append(evidence.Rows, []string{s.Name, t.Rows[i].Label, t.Columns[j].Label, whole(c.printed()), c.State, e.Status, e.Case, whole(e.Quote), e.Says,
						strings.Join(e.Coders, " "), strings.Join(e.Codings, " "), e.Cite, e.Passage, e.Source,
						strings.Join(e.By, "; "), strings.Join(e.Basis, "; "), strings.Join(e.Values, "; "), strings.Join(e.When, "; "), whole(strings.Join(e.Notes, "; "))})
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

var (
	wholeNumber = regexp.MustCompile(`^(?:0|-?[1-9]\d{0,14})$`)
	oneFigure   = regexp.MustCompile(`^[-−]?\d+(?:[.,](\d+))?( ?%)?$`)
)

// asNumber returns the number that a cell prints, ok if it prints nothing else.
func (c *Cell) asNumber() (n sheet.Number, ok bool) {
	text := strings.ReplaceAll(c.printed(), "\u00a0", " ")
	m := oneFigure.FindStringSubmatch(text)
	if m == nil || len(c.Items) > 0 {
		return n, false
	}
	printed, err := strconv.ParseFloat(strings.NewReplacer(",", ".", "−", "-", "%", "", " ", "").Replace(text), 64)
	n = sheet.Number{Value: printed, Decimals: len(m[1]), Percent: m[2] != ""}
	unit := math.Pow10(-n.Decimals)
	if n.Percent {
		n.Value, unit = printed/100, unit/100
	}
	if c.Number != nil && math.Abs(*c.Number-n.Value) <= unit {
		n.Value = *c.Number
		return n, err == nil
	}
	return n, err == nil && wholeNumber.MatchString(text)
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
