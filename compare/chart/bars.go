package chart

import (
	"math"
	"slices"
	"strings"

	"crosscase/compare/table"
)

// bars draws a panel for each column with a bar for each row, as long as its count, the number at its end. What is not known is a question mark, never a bar of
// length 0. Columns that only sum up ("sum", "in", "against") are left out, and so are rows without anything, which are named below. Panels that do
// not fit beside each other stand in several bands.
func bars(t *table.Table) *Drawing {
	t, nothing := withoutNothing(t)
	l := rowLabels(t, .34)
	var columns []int
	most, unknown, widest := 1, false, measure("≥ 000", smallSize, false)
	for j, c := range t.Columns {
		if c.Key == "sum" || c.Key == "in" || c.Key == "against" {
			continue
		}
		columns = append(columns, j)
		for i := range t.Rows {
			if n, ok := t.Cells[i][j].Count(); ok {
				most = max(most, n)
				widest = max(widest, measure(t.Cells[i][j].Printed(), smallSize, false))
			}
		}
	}
	room := A4 - 2 - l.width
	bands := max(1, math.Ceil(float64(len(columns))/max(1, math.Floor(room/(widest+20)))))
	band := max(1, int(math.Ceil(float64(len(columns))/bands)))
	each := max(room/float64(band), widest+20)
	longest := each - widest - 8
	p := newPage(t, l.width+each*float64(band)+2)
	for columns := range slices.Chunk(columns, band) {
		var heads [][]string
		for _, j := range columns {
			heads = append(heads, wrapped(t.Columns[j].Label, each-6, labelSize, true))
		}
		h := headHeight(heads, false)
		var marks []Mark
		for k, lines := range heads {
			for m, s := range lines {
				marks = append(marks, text(l.width+each*float64(k), p.y+h-float64(len(lines)-m)*9+6, s, labelSize, true, ink))
			}
		}
		p.y += h
		top := p.y
		for i, row := range t.Cells {
			height := l.height(i, min(13, max(11.5, 560/float64(len(t.Rows)))))
			marks = append(marks, l.at(t, i, p.y, height)...)
			for k, j := range columns {
				c := &row[j]
				x := l.width + each*float64(k)
				if n, ok := c.Count(); ok {
					w := longest * float64(n) / float64(most)
					drawn := []Mark{text(x+w+2.5, p.y+height/2+2.5, c.Printed(), smallSize, false, ink)}
					if n > 0 {
						drawn = append(drawn, box(x, p.y+height/2-4, w, 8, strong, strong))
					} else {
						drawn = []Mark{text(x+2.5, p.y+height/2+2.5, c.Printed(), smallSize, false, grey)}
					}
					p.cell(i, j, drawn...)
				} else if !c.Empty() {
					unknown = true
					p.cell(i, j, text(x+2.5, p.y+height/2+2.5, "?", smallSize, true, ink))
				}
			}
			p.y += height
		}
		for k := range columns {
			x := l.width + each*float64(k)
			marks = append(marks, line(x, top, x, p.y, .6, grey))
		}
		p.plain(marks...)
		p.y += 6
	}
	p.y -= 4
	var legend []string
	if unknown {
		legend = append(legend, t.Language.Say("picture unknown"))
	}
	if len(nothing) > 0 {
		legend = append(legend, t.Language.Say("picture nothing", strings.Join(nothing, ", ")))
	}
	return p.finish(legend...)
}

// withoutNothing returns the table without the rows in which every count is known and 0, and their labels.
func withoutNothing(t *table.Table) (*table.Table, []string) {
	out := *t
	out.Rows, out.Cells = nil, nil
	var nothing []string
	for i, row := range t.Cells {
		some := false
		for j := range row {
			n, ok := row[j].Count()
			some = some || n > 0 || !ok && !row[j].Empty()
		}
		if some {
			out.Rows, out.Cells = append(out.Rows, t.Rows[i]), append(out.Cells, row)
		} else {
			nothing = append(nothing, t.Rows[i].Label)
		}
	}
	return &out, nothing
}
