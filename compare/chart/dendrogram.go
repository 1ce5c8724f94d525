package chart

import (
	"math"
	"strings"

	"crosscase/compare/table"
)

// dendrogram draws the tree that a table of steps tells: cases on the left, joined at their distance. Each fork stands for the height of a step; "=" marks one that was tied.
func dendrogram(t *table.Table) *Drawing {
	type node struct{ x, y float64 }
	height := columnOf(t, "height")
	joined, with := columnOf(t, "joined"), columnOf(t, "with")
	type leaf struct{ row, column int }
	var leaves []leaf
	steps := map[string]int{}
	greatest := 0.
	for i := range t.Rows {
		steps["step "+t.Rows[i].Key] = i
		greatest = math.Max(greatest, *t.Cells[i][height].Number)
	}
	// The leaves in the order of the tree: the last step is its root.
	at := map[string]int{}
	var walk func(i, j int)
	walk = func(i, j int) {
		names := t.Cells[i][j].Names
		if k, ok := steps[names]; ok {
			walk(k, joined)
			walk(k, with)
			return
		}
		at[names] = len(leaves)
		leaves = append(leaves, leaf{i, j})
	}
	last := len(t.Rows) - 1
	walk(last, joined)
	walk(last, with)
	labelWidth := 0.
	var names [][]string
	for _, f := range leaves {
		labelWidth = math.Max(labelWidth, measure(t.Cells[f.row][f.column].Text, labelSize, false))
	}
	labelWidth = math.Min(labelWidth, A4*.35) + 8
	for _, f := range leaves {
		names = append(names, wrapped(t.Cells[f.row][f.column].Text, labelWidth-8, labelSize, false))
	}
	p := newPage(t, A4)
	left, right := labelWidth, p.d.Width-14
	place := func(h float64) float64 {
		if greatest == 0 {
			return left
		}
		return left + (right-left)*h/greatest
	}
	y := make([]float64, len(leaves))
	top := p.y
	for k, f := range leaves {
		h := math.Max(17, float64(len(names[k]))*9.5+4)
		y[k] = p.y + h/2
		var marks []Mark
		for m, s := range names[k] {
			marks = append(marks, before(left-5, y[k]+labelSize*.35+(float64(m)-float64(len(names[k])-1)/2)*9.5, s, labelSize, false, ink))
		}
		p.cell(f.row, f.column, marks...)
		p.y += h
	}
	nodes := map[string]node{}
	end := func(i, j int) node {
		name := t.Cells[i][j].Names
		if n, ok := nodes[name]; ok {
			return n
		}
		return node{y: y[at[name]], x: left}
	}
	for i := range t.Rows {
		a, b := end(i, joined), end(i, with)
		x := place(*t.Cells[i][height].Number)
		fork := []Mark{{Shape: Line, Points: []Point{{a.x, a.y}, {x, a.y}, {x, b.y}, {b.x, b.y}}, Stroke: strong, Width: 1.2}}
		if strings.HasSuffix(t.Cells[i][height].Text, "=") {
			fork = append(fork, text(x+2, (a.y+b.y)/2+3, "=", labelSize, true, ink))
		}
		p.cell(i, height, fork...)
		nodes["step "+t.Rows[i].Key] = node{x: x, y: (a.y + b.y) / 2}
	}
	axis := p.y + 3
	marks := []Mark{line(left, axis, right, axis, .6, grey)}
	for _, tick := range ticks(greatest) {
		x := place(tick)
		marks = append(marks, line(x, axis, x, axis+3, .6, grey), centred(x, axis+9, t.Language.Number(tick), smallSize, false, ink))
		grid := line(x, top, x, axis, .4, pale)
		grid.Dashed = true
		marks = append([]Mark{grid}, marks...)
	}
	marks = append(marks, centred((left+right)/2, axis+19, t.Columns[height].Label, smallSize, false, ink))
	p.d.Groups = append([]Group{{Marks: marks}}, p.d.Groups...)
	p.y = axis + 24
	return p.finish()
}

// columnOf returns the column with a key. It panics if there is none.
func columnOf(t *table.Table, key string) int {
	for j, c := range t.Columns {
		if c.Key == key {
			return j
		}
	}
	panic("chart: the table " + t.Name + " has no column " + key)
}

// ticks returns some four or five even numbers from 0 up to the greatest.
func ticks(greatest float64) []float64 {
	if greatest <= 0 {
		return []float64{0}
	}
	step := math.Pow(10, math.Floor(math.Log10(greatest)))
	for greatest/step < 3 {
		step /= 2
	}
	for greatest/step > 6 {
		step *= 2
	}
	var out []float64
	for k := 0; float64(k)*step <= greatest*(1+1e-9); k++ {
		out = append(out, math.Round(float64(k)*step*1e9)/1e9)
	}
	return out
}
