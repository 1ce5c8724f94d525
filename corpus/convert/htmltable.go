package convert

import "strings"

// Limits on tables; real ones stay far below.
const (
	maxTables = 20      // one inside the other
	maxSpan   = 200     // columns that a cell may span, and columns of which rows that a cell spans are known
	maxPads   = 100_000 // empty cells that are put in for cells that span others, in all
	longCell  = 30      // paragraphs from which a cell is a column of a page, not of a table
)

// htmlTable is an open table.
type htmlTable struct {
	rows   []htmlRow
	row    []htmlCell // the open row
	cell   htmlCell
	inCell bool
	layout bool  // says itself that it is no table
	spans  []int // how many rows a cell above goes on, by column
}

type htmlRow struct{ cells []htmlCell }

type htmlCell struct {
	blocks []Block
	cols   int
	lines  int  // rows that it spans
	nested bool // a table stands in it
}

func (p *htmlPage) openTable(e *htmlElement, a htmlAttributes) {
	if len(p.tables) >= maxTables || p.flat > 0 {
		e.flat = true
		p.flat++
		return
	}
	e.table = true
	p.tables = append(p.tables, &htmlTable{layout: a.role == "presentation" || a.role == "none"})
}

// table returns the table that is being filled; nil if there is none.
func (p *htmlPage) table() *htmlTable {
	if len(p.tables) == 0 || p.flat > 0 {
		return nil
	}
	return p.tables[len(p.tables)-1]
}

func (p *htmlPage) openRow() {
	if t := p.table(); t != nil {
		p.closeRow(t)
	}
}

func (p *htmlPage) openCell(e *htmlElement, a htmlAttributes) {
	t := p.table()
	if t == nil || t.inCell {
		return
	}
	e.cell, t.inCell = true, true
	t.cell = htmlCell{cols: min(max(attrNumber(a.colspan, 1), 1), maxSpan), lines: max(attrNumber(a.rowspan, 1), 1)}
}

func (p *htmlPage) closeCell() {
	p.releaseStamp()
	t := p.tables[len(p.tables)-1]
	t.inCell = false
	t.row = append(t.row, t.cell)
	t.cell = htmlCell{}
}

// closeRow ends the open row and puts empty cells where a cell spans columns,
// or rows from above.
func (p *htmlPage) closeRow(t *htmlTable) {
	if len(t.row) == 0 {
		return
	}
	var cells []htmlCell
	covered := func() {
		for len(cells) < len(t.spans) && t.spans[len(cells)] > 0 && p.pads < maxPads {
			t.spans[len(cells)]--
			cells = append(cells, htmlCell{})
			p.pads++
		}
	}
	for _, c := range t.row {
		covered()
		for k := range c.cols {
			if k > 0 && p.pads >= maxPads {
				break
			}
			if c.lines > 1 && len(cells) < maxSpan {
				for len(t.spans) <= len(cells) {
					t.spans = append(t.spans, 0)
				}
				t.spans[len(cells)] = c.lines - 1
			}
			if k == 0 {
				cells = append(cells, c)
			} else {
				cells = append(cells, htmlCell{})
				p.pads++
			}
		}
	}
	covered()
	t.rows, t.row = append(t.rows, htmlRow{cells}), nil
}

// closeTable ends a table. One of a single column, or one that is there for the
// looks, is a frame around its text; so is a row that holds tables or long text.
func (p *htmlPage) closeTable() {
	t := p.tables[len(p.tables)-1]
	p.closeRow(t)
	p.tables = p.tables[:len(p.tables)-1]
	table := false
	for _, row := range t.rows {
		table = table || row.filled() > 1
	}
	tight := false
	for _, row := range t.rows {
		switch {
		case row.filled() == 0:
		case !table || t.layout || row.frame():
			for _, c := range row.cells {
				for _, b := range c.blocks {
					p.emit(b, false)
				}
			}
			tight = false
		default:
			cells := make([]string, len(row.cells))
			for i, c := range row.cells {
				cells[i] = c.text()
			}
			p.emit(Block{Kind: Row, Cells: cells, Text: strings.Join(cells, " "), Tight: tight}, false)
			tight = true
		}
	}
	if table && len(p.tables) > 0 && p.tables[len(p.tables)-1].inCell {
		p.tables[len(p.tables)-1].cell.nested = true
	}
}

// filled returns how many cells of a row hold anything.
func (r htmlRow) filled() int {
	n := 0
	for _, c := range r.cells {
		if len(c.blocks) > 0 {
			n++
		}
	}
	return n
}

func (r htmlRow) frame() bool {
	for _, c := range r.cells {
		if c.nested || len(c.blocks) > longCell || len(c.blocks) > 1 && r.filled() == 1 {
			return true
		}
		for _, b := range c.blocks {
			if b.Speaker != "" || b.HasTime || b.Kind == Heading && len(c.blocks) > 1 {
				return true
			}
		}
	}
	return false
}

// text returns the words of a cell in one line.
func (c htmlCell) text() string {
	var words []string
	for _, b := range c.blocks {
		words = append(words, b.Text)
	}
	return strings.Join(words, " ")
}
