package sheet

import (
	"encoding/xml"
	"strconv"
	"strings"
)

func (r *odsReader) end(name xml.Name) error {
	if isAside(name) {
		if r.aside--; r.aside == 0 && r.words.Len() > 0 {
			return r.beside()
		}
		return nil
	}
	switch name.Local {
	case "p", "h":
		r.in--
	case "table-cell", "covered-table-cell":
		if r.depth == 1 && r.cell != nil {
			c := r.cell
			r.cell, r.column = nil, min(r.column+c.times, 1<<30)
			if c.value != "" || c.text.Len() > 0 {
				r.cells = append(r.cells, *c)
			} else if c.formula {
				r.tables[len(r.tables)-1].Unsaved += min(c.times, maxCells)
			}
		}
	case "table-row":
		if r.depth == 1 && r.grid != nil {
			return r.endRow()
		}
	case "table":
		if r.depth--; r.depth == 0 && r.grid != nil {
			r.tables[len(r.tables)-1].Rows = r.grid.rows
			if r.foreign { // what was once read from another file, for the formulas
				r.tables = r.tables[:len(r.tables)-1]
			}
			r.grid, r.foreign = nil, false
		}
	}
	return nil
}

// beside keeps the words of a comment or a text box.
func (r *odsReader) beside() error {
	words := strings.TrimSpace(r.words.String())
	r.words.Reset()
	if words == "" {
		return nil
	}
	if r.room.text -= len(words); r.room.text < 0 {
		return errText
	}
	if r.cell != nil {
		words = nameOf(r.row, r.column) + ": " + words
	}
	t := &r.tables[len(r.tables)-1]
	t.Beside = append(t.Beside, words)
	return nil
}

// nameOf returns the name of a cell, "AB12", from its row and column from 0.
func nameOf(row, column int) string {
	letters := ""
	for n := column + 1; n > 0; n = (n - 1) / 26 {
		letters = string(rune('A'+(n-1)%26)) + letters
	}
	return letters + strconv.Itoa(row+1)
}

// endRow writes the cells of a row, as often as it is repeated. Nothing repeats
// but what holds text.
func (r *odsReader) endRow() error {
	span := r.rowSpan
	if len(r.cells) > 0 {
		for row := r.row; row < r.row+span; row++ {
			for i := range r.cells {
				c := &r.cells[i]
				text := c.shown()
				for column := c.column; column < c.column+c.times && text != ""; column++ {
					if err := r.grid.put(row, column, text); err != nil {
						return err
					}
				}
			}
		}
	}
	r.row = min(r.row+span, 1<<30)
	return nil
}
