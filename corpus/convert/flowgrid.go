package convert

import "slices"

// mostSkipped is how many cells a file may skip in all.
const mostSkipped = 1 << 20

// skipColumns leaves columns of the open row without a cell.
func (f *flow) skipColumns(n int) {
	if t := f.table(); t != nil {
		t.row.cells = f.pad(t.row.cells, len(t.row.cells)+min(n, mostColumns))
	}
}

// pad appends empty cells to a row until it has n.
func (f *flow) pad(cells []string, n int) []string {
	for len(cells) < n && f.skipped < mostSkipped {
		cells = append(cells, "")
		f.skipped++
	}
	return cells
}

// sameEdge is how far apart, in twentieths of a point, edges of one column may be.
const sameEdge = 30

// mostEdges is how many different edges a table may have before its rows stay as
// they are.
const mostEdges = 2000

// spread puts the cells of rows that know their edges into common columns.
func (f *flow) spread(rows []flowRow) {
	var grid []int
	seen := map[int]bool{}
	for _, row := range rows {
		if len(row.edges) == 0 {
			return
		}
		for _, edge := range append([]int{row.left}, row.edges...) {
			if !seen[edge] {
				seen[edge] = true
				grid = append(grid, edge)
			}
		}
		if len(grid) > mostEdges {
			return
		}
	}
	slices.Sort(grid)
	columns := grid[:0]
	for _, edge := range grid {
		if len(columns) == 0 || edge-columns[len(columns)-1] > sameEdge {
			columns = append(columns, edge)
		}
	}
	if len(columns) > mostColumns {
		return
	}
	for i, row := range rows {
		var cells []string
		left := row.left
		for k, cell := range row.cells {
			if k < len(row.edges) {
				column, _ := slices.BinarySearch(columns, left-sameEdge)
				cells = f.pad(cells, column)
				left = row.edges[k]
			}
			cells = append(cells, cell)
		}
		rows[i].cells = cells
	}
}
