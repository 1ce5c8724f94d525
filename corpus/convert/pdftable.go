package convert

import "math"

// pdfRow is a table row: the lines of each cell.
type pdfRow struct {
	cells [][]pdfLine
	next  int // index of the line after it
}

// Limits that tell a cell from a column of running text.
const (
	cellLines   = 8
	columnSlack = 8.0 // points by which cells of a column may be shifted
)

// rowAt reads the lines from i on as one table row, cell after cell, each cell
// starting at the height of the first. ok is false if there is one cell only.
func rowAt(lines []pdfLine, i int) (row pdfRow, ok bool) {
	first := lines[i]
	if first.top-first.bottom <= 0 {
		return row, false
	}
	row.cells = [][]pdfLine{{first}}
	lowest := first.bottom
	j := i + 1
	for ; j < len(lines); j++ {
		l := lines[j]
		cell := row.cells[len(row.cells)-1]
		last := cell[len(cell)-1]
		right := 0.0
		for _, c := range cell {
			right = math.Max(right, c.x1)
		}
		switch {
		case sameRow(first, l) && l.x0 > right:
			row.cells = append(row.cells, []pdfLine{l})
		case l.page == first.page && l.top < last.bottom+0.5*(last.top-last.bottom) && math.Abs(l.x0-cell[0].x0) < columnSlack &&
			last.bottom-l.top < 1.2*(last.top-last.bottom) && len(cell) < cellLines && (len(row.cells) > 1 || leadsToCell(lines, j, first)):
			row.cells[len(row.cells)-1] = append(cell, l)
		default:
			row.next = j
			return row, len(row.cells) > 1
		}
		lowest = math.Min(lowest, l.bottom)
	}
	row.next = j
	return row, len(row.cells) > 1
}

// leadsToCell tells whether, after a few more lines of the first cell, another
// cell starts at the height of the first line.
func leadsToCell(lines []pdfLine, j int, first pdfLine) bool {
	for k := j; k < len(lines) && k < j+cellLines; k++ {
		if sameRow(first, lines[k]) && lines[k].x0 > first.x1 {
			return true
		}
		if math.Abs(lines[k].x0-first.x0) >= columnSlack {
			return false
		}
	}
	return false
}

// tableAt reads two rows or more of like columns from line i on; ok is false if
// there is no table. next is the line after it.
func tableAt(lines []pdfLine, i int) (rows []pdfRow, next int, ok bool) {
	next = i
	for next < len(lines) {
		row, isRow := rowAt(lines, next)
		if !isRow || bulletOnly(row) || len(rows) > 0 && !likeColumns(rows[0], row) && !likeColumns(rows[len(rows)-1], row) {
			break
		}
		rows = append(rows, row)
		next = row.next
	}
	return rows, next, len(rows) >= 2
}

// bulletOnly tells whether a row is a list item: a bullet or a number, and text.
func bulletOnly(row pdfRow) bool {
	return len(row.cells) == 2 && len(row.cells[0]) == 1 && marker.MatchString(row.cells[0][0].text) &&
		row.cells[1][0].x0-row.cells[0][0].x1 < 60
}

// likeColumns tells whether the cells of two rows start at the same places.
func likeColumns(a, b pdfRow) bool {
	same := 0
	for _, ca := range a.cells {
		for _, cb := range b.cells {
			// numbers may stand to the right of their column
			if math.Abs(ca[0].x0-cb[0].x0) < columnSlack || math.Abs(ca[0].x1-cb[0].x1) < columnSlack {
				same++
				break
			}
		}
	}
	return same >= 2 || same == min(len(a.cells), len(b.cells))
}
