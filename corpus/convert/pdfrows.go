package convert

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// put adds a finished block.
func (m *pdfMaker) put(b Block, size float64, bold bool) {
	m.blocks, m.sizes, m.bolds = append(m.blocks, b), append(m.sizes, size), append(m.bolds, bold)
	m.last = nil
}

// table adds a table. One that goes on from the page before stands on without a
// blank line, and without the head that is printed once more.
func (m *pdfMaker) table(t pdfTable) {
	if len(m.open) > 0 {
		m.flush()
	}
	goesOn := m.last != nil && m.last.page() < t.page() && m.last.continuedBy(t)
	head, first := m.head, true // first: no row of this page has been taken yet
	for i, row := range t.rows {
		b := m.row(row, t.page())
		if goesOn && i == 0 && slices.Equal(b.Cells, head) {
			m.r.Drop("heads of tables, printed once more on the next page", strings.Join(b.Cells, " | "))
			continue
		}
		if goesOn && first && m.goOnInRow(b) {
			first = false
			continue
		}
		first = false
		b.Tight = i > 0 || goesOn
		if !b.Tight {
			head = b.Cells
		}
		m.put(b, 0, false)
		m.r.Add("guessed", "table rows, by cells that stand in columns", 1, clip(strings.Join(b.Cells, " | "), 60))
	}
	if goesOn {
		m.r.Add("normalised", "tables that go on over a page break put together", 1, clip(strings.Join(head, " | "), 60))
	}
	m.last, m.head = &t, head
}

// goOnInRow puts the cells of a row behind those of the row before, if a page break went through
// it: its first cell is empty, and what stands in the others goes on in the middle of a sentence.
func (m *pdfMaker) goOnInRow(b Block) bool {
	if len(m.blocks) == 0 || len(b.Cells) < 2 || b.Cells[0] != "" {
		return false
	}
	last := &m.blocks[len(m.blocks)-1]
	if last.Kind != Row || len(last.Cells) != len(b.Cells) {
		return false
	}
	cut := false
	for i, cell := range b.Cells {
		if cell == "" {
			continue
		}
		before := last.Cells[i]
		if before == "" || endsTurn(before) {
			return false
		}
		c, _ := utf8.DecodeRuneInString(cell)
		cut = cut || unicode.IsLower(c)
	}
	if !cut {
		return false
	}
	for i, cell := range b.Cells {
		if cell != "" {
			last.Cells[i] += " " + cell
		}
	}
	last.Text = strings.Join(last.Cells, "\t")
	m.r.Add("normalised", "rows of tables that a page break went through put together", 1, clip(strings.Join(b.Cells, " "), 60))
	return true
}

// row returns a table row as a block.
func (m *pdfMaker) row(row pdfRow, page int) Block {
	b := Block{Kind: Row, Page: page}
	for _, cell := range row.cells {
		b.Cells = append(b.Cells, strings.ReplaceAll(m.join(cell), string(pageMark), ""))
	}
	b.Text = strings.Join(b.Cells, "\t")
	return b
}

// page returns the page of a table; 0 if it has no lines.
func (t *pdfTable) page() int {
	for _, r := range t.rows {
		for _, c := range r.cells {
			if len(c) > 0 {
				return c[0].page
			}
		}
	}
	return 0
}

// continuedBy tells whether a table on the next page has the same columns.
func (t *pdfTable) continuedBy(next pdfTable) bool {
	if t.page()+1 != next.page() || len(t.columns) != len(next.columns) {
		return false
	}
	for i, x := range t.columns {
		if d := x - next.columns[i]; d > columnSlack || d < -columnSlack {
			return false
		}
	}
	return len(t.columns) > 0
}
