package chart

import (
	"math"

	"crosscase/compare/table"
)

// portrait draws for each column, a document, where in it the passages of each row, a code, stand: from the first character on the left to the last on the right.
func portrait(t *table.Table) *Drawing {
	l := rowLabels(t, .36)
	p := newPage(t, A4)
	var used cellMarks
	widest := 18.
	for _, row := range t.Cells {
		for j := range row {
			widest = max(widest, measure(behind(t, &row[j]), smallSize, false))
		}
	}
	width := p.d.Width - l.width - 4 - widest
	for j, column := range t.Columns {
		p.y += 3
		for _, s := range wrapped(column.Label, p.d.Width-2, labelSize, true) {
			p.y += 10
			p.plain(text(1, p.y, s, labelSize, true, ink))
		}
		p.y += 4
		top := p.y
		var marks []Mark
		drawn := 0
		for i := range t.Rows {
			c := &t.Cells[i][j]
			if len(c.Places) == 0 {
				continue
			}
			h := l.height(i, 12)
			if drawn%2 == 0 {
				p.plain(Mark{Shape: Polygon, Points: rectangle(l.width, p.y, width, h), Fill: paler})
			}
			drawn++
			p.plain(l.at(t, i, p.y, h)...)
			var stretches []Mark
			for _, at := range c.Places {
				from, to := float64(at.Start)/float64(at.Of), float64(at.End)/float64(at.Of)
				w := math.Max((to-from)*width, 1.2)
				x := math.Min(l.width+from*width, l.width+width-w)
				stretch := Mark{Shape: Polygon, Points: rectangle(x, p.y+2, w, h-4), Fill: strong}
				if at.Against {
					stretch.Fill, stretch.Stroke, stretch.Width = white, strong, .6
				}
				stretches = append(stretches, stretch)
				if at.Planned && !at.Against {
					stretches[len(stretches)-1].Fill, stretches[len(stretches)-1].Stroke, stretches[len(stretches)-1].Width = medium, strong, .6
					stretches = append(stretches, hatch(x, p.y+2, w, h-4, 3, false, strong)...)
				}
			}
			p.cell(i, j, append(stretches, text(l.width+width+4, p.y+h/2+2.5, behind(t, c), smallSize, false, ink))...)
			used.add(cellMarks{planned: marksOf(c).planned})
			p.y += h
		}
		if drawn == 0 {
			p.paragraph(t.Language.Say("picture uncoded"), smallSize, false)
			continue
		}
		for k := 0; k <= 4; k++ {
			x := l.width + width*float64(k)/4
			tick := line(x, top, x, p.y, .4, grey)
			tick.Dashed = k != 0 && k != 4
			marks = append(marks, tick, centred(x, p.y+6, t.Language.Percent(float64(k)/4), smallSize, false, ink))
		}
		p.plain(marks...)
		p.y += 12
	}
	legend := []string{t.Language.Say("picture portrait")}
	if used.planned > 0 {
		legend = append(legend, t.Language.Say("picture hatched"))
	}
	return p.finish(append(legend, used.legend(t.Language)...)...)
}

// behind returns the number that stands behind the stretches of a cell, of the passages that do not deny, and how many of them only tell of a plan.
func behind(t *table.Table, c *table.Cell) string {
	n := 0
	for _, at := range c.Places {
		if !at.Against {
			n++
		}
	}
	return cellMarks{planned: marksOf(c).planned}.words(t.Language.Number(float64(n)), t.Language, true)
}
