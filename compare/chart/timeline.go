package chart

import (
	"fmt"
	"strings"

	"crosscase/compare/table"
)

// timeline draws a strip for each row with its count in each column, a year: a point at its height, its number above it with its marks, and a line between
// years that follow each other. A year of which nothing is known has a question mark and breaks the line.
func timeline(t *table.Table) *Drawing {
	l := rowLabels(t, .34)
	p := newPage(t, A4)
	most := 1
	for _, row := range t.Cells {
		for j := range row {
			if n, ok := row[j].Count(); ok {
				most = max(most, n)
			}
		}
	}
	var marks cellMarks
	width := (p.d.Width - l.width - 8) / float64(len(t.Columns))
	middle := func(j int) float64 { return l.width + width*(float64(j)+.5) }
	var shapes []Mark
	heads, turned := columnHeads(t, width)
	for j, lines := range heads {
		for k, words := range lines {
			if turned {
				x := middle(j) + (float64(k)-float64(len(lines)-1)/2)*9
				shapes = append(shapes, upright(x, p.y+headHeight(heads, turned)-3, words, labelSize, ink))
			} else {
				shapes = append(shapes, centred(middle(j), p.y+8-float64(len(lines)-1-k)*9+headHeight(heads, turned)-13, words, labelSize, true, ink))
			}
		}
	}
	p.y += headHeight(heads, turned) + 3
	top := p.y
	for i, row := range t.Cells {
		h := l.height(i, 30)
		base, room := p.y+h-5, h-17
		shapes = append(shapes, l.at(t, i, p.y, h)...)
		shapes = append(shapes, line(l.width, base, p.d.Width-8, base, .4, pale))
		place := func(n int) float64 { return base - room*float64(n)/float64(most) }
		for j := range row {
			n, ok := row[j].Count()
			if !ok {
				p.cell(i, j, centred(middle(j), base-5, "?", smallSize, true, grey))
				continue
			}
			if j > 0 {
				if last, known := row[j-1].Count(); known {
					shapes = append(shapes, line(middle(j-1), place(last), middle(j), place(n), 1, strong))
				}
			}
			point := Mark{Shape: Circle, Points: []Point{{middle(j), place(n)}}, Radius: 2.2, Fill: strong, Stroke: white, Width: .6}
			if n == 0 {
				point.Fill, point.Stroke = white, strong
			}
			p.cell(i, j, point, above(t, &row[j], middle(j), place(n)-7, width))
			marks.add(cellMarks{planned: marksOf(&row[j]).planned})
		}
		p.y += h
	}
	for j := range t.Columns {
		grid := line(middle(j), top, middle(j), p.y, .3, pale)
		grid.Dashed = true
		shapes = append([]Mark{grid}, shapes...)
	}
	p.d.Groups = append([]Group{{Marks: shapes}}, p.d.Groups...)
	p.y += 2
	if t.Count == "codes" { // of a table of saturation, in which everything is known
		return p.finish()
	}
	return p.finish(append([]string{t.Language.Say("picture timeline")}, marks.legend(t.Language)...)...)
}

// above writes the number of a year with what its text says beside it, such as that somebody denies it and what is only planned; short
// where there is no room between the years.
func above(t *table.Table, c *table.Cell, x, y, width float64) Mark {
	n, _ := c.Count()
	words := t.Language.Number(float64(n))
	if t.Count != "codes" {
		words = c.Printed()
	}
	size := func(words string) float64 { return smallSize * min(1, (width-2)/measure(words, smallSize, false)) }
	if planned := marksOf(c).planned; planned > 0 && size(words) < 6 {
		words = strings.Replace(words, " ("+t.Language.Say("n-planned", planned)+")", fmt.Sprintf(" (%dp)", planned), 1)
	}
	return centred(x, y, words, size(words), false, ink)
}
