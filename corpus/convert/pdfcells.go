package convert

import (
	"slices"
	"strings"
)

// pdfRow is a table row: the lines of each cell.
type pdfRow struct {
	cells [][]pdfLine
	next  int // index of the line after it
}

// pdfTable is a table of a page and where its first line stands among the lines.
type pdfTable struct {
	rows    []pdfRow
	at      int
	columns []float64 // left edges, to know its continuation by
}

// ruledTables finds the ruled tables among the lines of a page, and which lines
// are theirs.
func ruledTables(lines []pdfLine, rules []rule) (tables []pdfTable, taken map[int]bool) {
	taken = map[int]bool{}
	for _, g := range gridsOf(rules) {
		table, of, ok := g.fill(lines, taken)
		if !ok {
			continue
		}
		for _, i := range of {
			taken[i] = true
		}
		tables = append(tables, table)
	}
	return tables, taken
}

// fill puts the lines that stand in a grid into its cells. ok is false if that
// makes no table: one column, a frame around a text, a drawing.
func (g *grid) fill(lines []pdfLine, taken map[int]bool) (t pdfTable, of []int, ok bool) {
	cells := make([][]pdfLine, len(g.home))
	for i, l := range lines {
		if l.turned || taken[i] {
			continue
		}
		pieces := l.split(func(w pdfWord) int {
			if k := g.place((w.x0+w.x1)/2, l.base+0.3*l.size); k >= 0 {
				return g.home[k]
			}
			return -1
		})
		last := slices.MaxFunc(pieces, func(a, b piece) int { return a.key - b.key }).key
		if last < 0 {
			continue
		}
		of = append(of, i)
		for _, p := range pieces {
			if p.key < 0 { // a word that sticks out goes with its line
				p.key = last
			}
			cells[p.key] = append(cells[p.key], p.line)
		}
	}
	if len(of) == 0 {
		return t, nil, false
	}
	t.at, t.columns = of[0], g.xs
	columns := len(g.xs) - 1
	filled, most := 0, 0
	for row := 0; row < len(cells); row += columns {
		r, words := pdfRow{}, 0
		for k := row; k < row+columns; k++ {
			if g.home[k] >= row && g.home[k] != k {
				continue // a part of the cell before it
			}
			r.cells = append(r.cells, cells[k])
			most = max(most, len(cells[k]))
			if len(cells[k]) > 0 {
				words++
			}
		}
		if words > 0 {
			t.rows = append(t.rows, r)
		}
		if words > 1 {
			filled++
		}
	}
	return t, of, filled > 0 && most <= gridLines
}

// piece is a part of a line, and what a caller sorts it by.
type piece struct {
	key  int
	line pdfLine
}

// split cuts a line between words that have different keys.
func (l pdfLine) split(keyOf func(pdfWord) int) []piece {
	var out []piece
	from := 0
	for i, w := range l.words {
		key := keyOf(w)
		if i == 0 {
			out = append(out, piece{key: key})
		} else if last := &out[len(out)-1]; last.key != key {
			last.line = l.part(from, i)
			out = append(out, piece{key: key})
			from = i
		}
	}
	if len(out) == 0 {
		return []piece{{key: -1, line: l}}
	}
	out[len(out)-1].line = l.part(from, len(l.words))
	return out
}

// part returns the words from one to before another as a line.
func (l pdfLine) part(from, to int) pdfLine {
	out := l
	end := len(l.text)
	if to < len(l.words) {
		end = l.words[to].at
		out.hyphen = false
	}
	start := l.words[from].at
	out.text = strings.TrimSpace(l.text[min(start, end):end])
	out.words = nil
	for _, w := range l.words[from:to] {
		out.words = append(out.words, pdfWord{w.at - start, w.x0, w.x1, w.blank})
	}
	out.x0, out.x1 = l.words[from].x0, l.words[to-1].x1
	out.first = l.words[from].x1 - l.words[from].x0
	return out
}
