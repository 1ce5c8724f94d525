package convert

import (
	"slices"
	"strings"
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
	head := m.head
	for i, row := range t.rows {
		b := m.row(row, t.page())
		if goesOn && i == 0 && slices.Equal(b.Cells, head) {
			m.r.Drop("heads of tables, printed once more on the next page", strings.Join(b.Cells, " | "))
			continue
		}
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
