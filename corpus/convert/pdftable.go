package convert

import "math"

// Limits that tell a cell from a column of running text.
const (
	cellLines   = 8
	columnSlack = 8.0 // points by which cells of a column may be shifted
	mostPieces  = 100
)

// rowAt reads the lines from i on as one table row, cell after cell, each cell
// starting at the height of the first. ok is false if there is one cell only.
func rowAt(lines []pdfLine, i int) (row pdfRow, ok bool) {
	first := lines[i]
	if first.top-first.bottom <= 0 || first.turned {
		return row, false
	}
	row.cells = [][]pdfLine{{first}}
	j := i + 1
	for ; j < len(lines) && len(row.cells) <= mostPieces; j++ {
		l := lines[j]
		cell := row.cells[len(row.cells)-1]
		last := cell[len(cell)-1]
		right := 0.0
		for _, c := range cell {
			right = math.Max(right, c.x1)
		}
		if sameRow(first, l) && l.x0 > right {
			row.cells = append(row.cells, []pdfLine{l})
			continue
		}
		if l.page != first.page || l.turned {
			break
		}
		if sameRow(last, l) && l.x0 > last.x1 && l.x0-last.x1 < 3*last.size && len(last.words) < mostPieces { // wide blanks in a cell
			cell[len(cell)-1].append(l)
			continue
		}
		if goesOnInCell(cell, l) && last.base-l.base < 1.9*math.Max(last.size, l.size) && (len(row.cells) > 1 || leadsToCell(lines, j, first)) {
			row.cells[len(row.cells)-1] = append(cell, l)
			continue
		}
		if c := row.cellAbove(l); c >= 0 && !leadsToCell(lines, j+1, l) {
			row.cells[c] = append(row.cells[c], l)
			continue
		}
		break
	}
	row.next = j
	return row, len(row.cells) > 1 && len(row.cells) <= mostPieces
}

// goesOnInCell tells whether a line stands below the last one of a cell, flush or
// centred.
func goesOnInCell(cell []pdfLine, l pdfLine) bool {
	last := cell[len(cell)-1]
	height := last.top - last.bottom
	flush := math.Abs(l.x0-cell[0].x0) < columnSlack
	centred := math.Abs(l.x0+l.x1-last.x0-last.x1) < columnSlack && math.Abs(l.size-last.size) < 0.1
	return l.top < last.bottom+0.5*height && (flush || centred) && len(cell) < cellLines
}

// cellAbove returns the cell that line l goes on with, where the file has the rest
// of it after the other cells; -1 if there is none.
func (r pdfRow) cellAbove(l pdfLine) int {
	for c, cell := range r.cells[:len(r.cells)-1] {
		last := cell[len(cell)-1]
		if math.Abs(l.x0-cell[0].x0) < 1 && last.base > l.base && last.base-l.base < 1.3*last.size && l.size == last.size &&
			len(cell) < cellLines && l.x1 < r.cells[c+1][0].x0 {
			return c
		}
	}
	return -1
}

// leadsToCell tells whether, after a few more lines of the first cell, another
// cell starts at the height of the first line.
func leadsToCell(lines []pdfLine, j int, first pdfLine) bool {
	for k := j; k < len(lines) && k < j+cellLines; k++ {
		if sameRow(first, lines[k]) && lines[k].x0 > first.x1 {
			return true
		}
		if math.Abs(lines[k].x0-first.x0) >= columnSlack && !sameRow(lines[k], lines[k-1]) {
			return false
		}
	}
	return false
}

// tableAt reads two rows or more of like columns from line i on; ok is false if
// there is no table. next is the line after it.
func tableAt(lines []pdfLine, i int) (t pdfTable, next int, ok bool) {
	next = i
	for next < len(lines) {
		row, isRow := rowAt(lines, next)
		if !isRow || bulletOnly(row) || len(t.rows) > 0 && !likeColumns(t.rows[0], row) && !likeColumns(t.rows[len(t.rows)-1], row) {
			break
		}
		t.rows = append(t.rows, row)
		next = row.next
	}
	if len(t.rows) < 2 {
		return t, next, false
	}
	t.at = i
	t.align()
	return t, next, true
}

// bulletOnly tells whether a row is a list item: a bullet or a number, and text.
func bulletOnly(row pdfRow) bool {
	return len(row.cells) == 2 && len(row.cells[0]) == 1 && marker.MatchString(row.cells[0][0].text) &&
		row.cells[1][0].x0-row.cells[0][0].x1 < 60
}

// likeColumns tells whether the cells of two rows stand at the same places: on
// one left or right edge, or on one middle.
func likeColumns(a, b pdfRow) bool {
	same := 0
	for _, ca := range a.cells {
		for _, cb := range b.cells {
			if likePlaces(ca[0], cb[0]) {
				same++
				break
			}
		}
	}
	return same >= 2 || same == min(len(a.cells), len(b.cells))
}

func likePlaces(a, b pdfLine) bool {
	return math.Abs(a.x0-b.x0) < columnSlack || math.Abs(a.x1-b.x1) < columnSlack || math.Abs(a.x0+a.x1-b.x0-b.x1) < columnSlack
}

// align puts the cells of all rows under each other, by the rows that have the
// most cells: a cell that covers two columns is cut between its words if they
// stand in both, and where a column is empty the row gets an empty cell.
func (t *pdfTable) align() {
	most := 0
	for _, r := range t.rows {
		most = max(most, len(r.cells))
	}
	type column struct{ x0, x1 float64 }
	columns := make([]column, most)
	for c := range columns {
		columns[c] = column{math.Inf(1), math.Inf(-1)}
	}
	for _, r := range t.rows {
		if len(r.cells) < most {
			continue
		}
		for c, cell := range r.cells {
			for _, l := range cell {
				columns[c].x0, columns[c].x1 = math.Min(columns[c].x0, l.x0), math.Max(columns[c].x1, l.x1)
			}
		}
	}
	for c := range columns {
		if c > 0 && columns[c].x0 <= columns[c-1].x1 {
			return // no clear columns
		}
		t.columns = append(t.columns, columns[c].x0)
	}
	nearest := func(x0, x1 float64) int {
		best, distance := 0, math.Inf(1)
		for c, col := range columns {
			d := math.Max(0, math.Max(col.x0-x1, x0-col.x1))
			if d < distance || d == distance && math.Abs(x0+x1-col.x0-col.x1) < math.Abs(x0+x1-columns[best].x0-columns[best].x1) {
				best, distance = c, d
			}
		}
		return best
	}
	for i, r := range t.rows {
		if len(r.cells) == most {
			continue
		}
		cells := make([][]pdfLine, most)
		for _, cell := range r.cells {
			for _, l := range cell {
				for _, p := range l.split(func(w pdfWord) int { return nearest(w.x0, w.x1) }) {
					c := p.key
					if c < 0 || !parts(l, p.line) {
						c = nearest(l.x0, l.x0)
					}
					cells[c] = append(cells[c], p.line)
				}
			}
		}
		t.rows[i].cells = cells
	}
}

// parts tells whether a piece of a line stands apart from the words beside it: by
// more than a blank, or by a gap where the file has none.
func parts(l, piece pdfLine) bool {
	for i := 1; i < len(l.words); i++ {
		a, b := l.words[i-1], l.words[i]
		if (b.x0 == piece.x0 || a.x1 == piece.x1) && b.blank && b.x0-a.x1 < 0.5*l.size {
			return false
		}
	}
	return true
}
