package chart

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"crosscase/compare/table"
)

// caseMap draws cases by two coordinates, one unit as long in both directions.
func caseMap(t *table.Table) *Drawing {
	p := newPage(t, A4)
	x, y := columnOf(t, "x"), columnOf(t, "y")
	low, high := Point{math.Inf(1), math.Inf(1)}, Point{math.Inf(-1), math.Inf(-1)}
	for i := range t.Rows {
		a, b := *t.Cells[i][x].Number, *t.Cells[i][y].Number
		low.X, high.X, low.Y, high.Y = math.Min(low.X, a), math.Max(high.X, a), math.Min(low.Y, b), math.Max(high.Y, b)
	}
	const most, margin = 330., 34.
	w := p.d.Width - 24
	unit := (w - 2*margin) / math.Max(high.X-low.X, 1e-9)
	unit = math.Min(unit, (most-2*margin)/math.Max(high.Y-low.Y, 1e-9))
	if high.X-low.X < 1e-9 && high.Y-low.Y < 1e-9 {
		unit = 1
	}
	h := math.Max((high.Y-low.Y)*unit+2*margin, 120)
	frame := area{18, p.y, 18 + w, p.y + h}
	place := func(a, b float64) Point {
		return Point{(frame.x1+frame.x2)/2 + (a-(low.X+high.X)/2)*unit, (frame.y1+frame.y2)/2 - (b-(low.Y+high.Y)/2)*unit}
	}
	p.plain(box(frame.x1, frame.y1, w, h, white, grey))
	zero := place(0, 0)
	for _, l := range []Mark{line(frame.x1, zero.Y, frame.x2, zero.Y, .4, pale), line(zero.X, frame.y1, zero.X, frame.y2, .4, pale)} {
		if l.Dashed = true; extent(l).within(frame) {
			p.plain(l)
		}
	}
	p.scatter(frame, nil, x, y, func(i int) Point { return place(*t.Cells[i][x].Number, *t.Cells[i][y].Number) }, func(int) Colour { return strong })
	p.y = frame.y2 + 10
	p.plain(centred((frame.x1+frame.x2)/2, p.y, t.Columns[x].Label, smallSize, false, ink),
		upright(9, (frame.y1+frame.y2)/2+measure(t.Columns[y].Label, smallSize, false)/2, t.Columns[y].Label, smallSize, ink))
	p.y += 8
	return p.finish()
}

// scatter draws a point for each row and names it; rows at one place share a point, a little larger, and a label. Labels for which there is no room become numbers that are explained below.
func (p *page) scatter(frame area, rules [][2]Point, x, y int, place func(i int) Point, fill func(i int) Colour) {
	var spots []spot
	rows := [][]int{}
	for i := range p.t.Rows {
		at := place(i)
		found := false
		for k := range spots {
			if math.Hypot(spots[k].at.X-at.X, spots[k].at.Y-at.Y) < .5 {
				rows[k], found = append(rows[k], i), true
			}
		}
		if !found {
			spots, rows = append(spots, spot{at: at, radius: 2.6}), append(rows, []int{i})
		}
	}
	for k := range spots {
		var names []string
		for _, i := range rows[k] {
			names = append(names, p.t.Rows[i].Label)
		}
		if len(names) > 1 {
			spots[k].radius = 3.6
		}
		widest := math.Min(110, (frame.x2-frame.x1)*.45)
		if len(names) > 4 { // a block instead of a column
			spots[k].label = wrapped(strings.Join(names, ", "), widest, labelSize, false)
			continue
		}
		for _, name := range names {
			spots[k].label = append(spots[k].label, wrapped(name, widest, labelSize, false)...)
		}
	}
	labels := named(spots, area{frame.x1 + 2, frame.y1 + 2, frame.x2 - 2, frame.y2 - 2}, rules)
	for k, s := range spots {
		for n, i := range rows[k] {
			marks := []Mark{{Shape: Circle, Points: []Point{s.at}, Radius: s.radius, Fill: fill(i), Stroke: ink, Width: .8}}
			if n == 0 {
				marks = append(labels[k], marks...)
				if labels[k] == nil {
					number := fmt.Sprint(i + 1)
					marks = append(marks, centred(s.at.X, s.at.Y-8, number, smallSize, true, ink))
					if note := number + ": " + strings.Join(s.label, " "); !slices.Contains(p.crowded, note) {
						p.crowded = append(p.crowded, note)
					}
				}
			}
			p.cell(i, x, marks...)
			p.d.Groups[len(p.d.Groups)-1].Title += "\n" + p.says(i, y)
		}
	}
}

// planes draws for each set that a table of memberships has (all columns with figures but the outcome) the cases by
// their membership in it and in the outcome. A case on or above the diagonal fits the claim that the set is enough for the outcome, one on or below it
// (PlaneBelow) that the outcome needs the set: it is filled, the others are hollow.
func planes(t *table.Table) *Drawing {
	p := newPage(t, A4)
	outcome := columnOf(t, "outcome")
	var sets []int
	for j := range t.Columns {
		if j != outcome && t.Cells[0][j].Number != nil {
			sets = append(sets, j)
		}
	}
	const gap = 26.
	side := (p.d.Width-2*gap)/2 - 8
	if len(sets) == 1 {
		side = 300
	}
	for k, j := range sets {
		left := gap + float64(k%2)*(side+gap+8)
		head := wrapped(t.Columns[j].Label, side, labelSize, true)
		if k%2 == 0 {
			top := p.y
			for _, other := range sets[k:min(k+2, len(sets))] {
				p.y = math.Max(p.y, top+float64(len(wrapped(t.Columns[other].Label, side, labelSize, true)))*9.5+3)
			}
		}
		for m, s := range head {
			p.plain(text(left, p.y-float64(len(head)-m)*9.5+6, s, labelSize, true, ink))
		}
		frame := area{left, p.y, left + side, p.y + side}
		inner := side - 36 // the margin leaves labels room
		place := func(a, b float64) Point { return Point{frame.x1 + 18 + a*inner, frame.y2 - 18 - b*inner} }
		p.plain(box(frame.x1, frame.y1, side, side, white, grey))
		diagonal := line(place(0, 0).X, place(0, 0).Y, place(1, 1).X, place(1, 1).Y, .8, grey)
		p.plain(diagonal)
		rules := [][2]Point{{place(0, 0), place(1, 1)}, {place(.5, 0), place(.5, 1)}, {place(0, .5), place(1, .5)}}
		for _, half := range rules[1:] {
			l := line(half[0].X, half[0].Y, half[1].X, half[1].Y, .4, grey)
			l.Dashed = true
			p.plain(l)
		}
		for _, v := range []float64{0, .5, 1} {
			at := place(v, v)
			p.plain(centred(at.X, frame.y2+7, t.Language.Number(v), smallSize, false, ink), before(frame.x1-3, at.Y+2.5, t.Language.Number(v), smallSize, false, ink))
		}
		p.scatter(frame, rules, j, outcome, func(i int) Point { return place(*t.Cells[i][j].Number, *t.Cells[i][outcome].Number) }, func(i int) Colour {
			x, y := *t.Cells[i][j].Number, *t.Cells[i][outcome].Number
			if t.Picture == table.PlaneBelow {
				x, y = y, x
			}
			if x > y+1e-9 {
				return white
			}
			return strong
		})
		name := t.Columns[outcome].Label
		p.plain(upright(left-18, (frame.y1+frame.y2)/2+measure(name, smallSize, false)/2, name, smallSize, ink))
		if k%2 == 1 || k == len(sets)-1 {
			p.y = frame.y2 + 18
		}
	}
	if t.Picture == table.PlaneBelow {
		return p.finish(t.Language.Say("picture plane below"))
	}
	return p.finish(t.Language.Say("picture plane"))
}
