package convert

import "strings"

// flowTable is an open table.
type flowTable struct {
	rows    []flowRow
	row     flowRow // the open one
	inside  []Block // what all cells hold, for a table that is but a frame
	several bool    // some row has words in more than one cell
}

// flowRow is a row of cells. Where the format gives no count of the columns that a
// cell spans, edges gives the right edge of each cell.
type flowRow struct {
	cells  []string
	left   int
	edges  []int
	filled int    // cells with words
	inside int    // where the table's inside begins to be the row's
	gone   string // why the row is left out; "" if it is not
}

// mostColumns is how many columns a cell may span, or a row skip.
const mostColumns = 64

// mostTables is how deep tables may stand inside one another; the cells of those
// that stand deeper are read as paragraphs.
const mostTables = 50

func (f *flow) openTable() {
	if f.flat > 0 || f.deep >= mostTables {
		f.flat++
		return
	}
	f.settle()
	f.deep++
	f.top().table = &flowTable{}
}

// endTable ends what openTable began.
func (f *flow) endTable() {
	if f.flat > 0 {
		f.flat--
		return
	}
	f.closeTable()
}

// table returns the open table of the innermost stretch; nil if there is none.
func (f *flow) table() *flowTable {
	if f.flat > 0 {
		return nil
	}
	return f.top().table
}

// openCell begins a cell of the open table.
func (f *flow) openCell() {
	if f.flat > 0 {
		return
	}
	if f.top().table == nil {
		f.openTable()
	}
	f.stretches = append(f.stretches, &stretch{kind: cellStretch})
}

// closeCell ends the open cell, which spans so many columns.
func (f *flow) closeCell(span int) {
	if f.flat > 0 {
		return
	}
	f.closeStretch(cellStretch)
	f.skipColumns(span - 1)
}

// forgetCell takes the open cell back if nothing stands in it.
func (f *flow) forgetCell() bool {
	top := f.top()
	if f.flat > 0 || top.kind != cellStretch || len(top.blocks) > 0 || top.para != nil || top.joined != nil || top.table != nil {
		return false
	}
	f.stretches = f.stretches[:len(f.stretches)-1]
	return true
}

// take makes a cell of blocks. Its paragraphs are parted by line ends.
func (t *flowTable) take(blocks []Block) {
	var words []string
	for _, b := range blocks {
		words = append(words, b.Text)
	}
	t.inside = append(t.inside, blocks...)
	cell := strings.Join(words, "\n")
	if strings.TrimSpace(cell) != "" {
		t.row.filled++
	}
	t.row.cells = append(t.row.cells, cell)
}

// closeRow ends the open row, or leaves it out with its words.
func (f *flow) closeRow() {
	if t := f.table(); t != nil {
		f.addRow(t)
	}
}

func (f *flow) addRow(t *flowTable) {
	if t.row.gone != "" {
		for _, cell := range t.row.cells {
			if cell != "" {
				f.r.Drop(t.row.gone, cell)
			}
		}
		t.inside = t.inside[:t.row.inside]
	} else {
		t.several = t.several || t.row.filled > 1
		t.rows = append(t.rows, t.row)
	}
	t.row = flowRow{inside: len(t.inside)}
}

// closeTable writes the open table. One that has words in one cell of each row at
// most is a frame around text.
func (f *flow) closeTable() {
	top := f.top()
	t := top.table
	if t == nil {
		return
	}
	if len(t.row.cells) > 0 {
		f.addRow(t)
	}
	f.deep--
	top.table = nil
	if !t.several {
		f.emit(t.inside...)
		return
	}
	f.spread(t.rows)
	tight := false
	for _, row := range t.rows {
		if row.filled == 0 {
			continue
		}
		f.emit(Block{Kind: Row, Cells: row.cells, Text: strings.Join(row.cells, " "), Tight: tight})
		tight = true
	}
}

func (f *flow) emit(blocks ...Block) {
	top := f.top()
	top.blocks = append(top.blocks, blocks...)
}
