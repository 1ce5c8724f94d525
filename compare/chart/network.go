package chart

import (
	"math"

	"crosscase/compare/table"
)

// network draws codes around a circle, in the order of the code book, joined where they stand together: the thicker and darker a line, the more often. A node is
// as large as its code is frequent. Labels stand outside, in two columns.
func network(t *table.Table) *Drawing {
	n := len(t.Rows)
	most, largest := 1, 1
	count := func(i, j int) int { c, _ := t.Cells[i][j].Count(); return c }
	for i := range n {
		for j := range n {
			if i == j {
				largest = max(largest, count(i, i))
			} else {
				most = max(most, count(i, j))
			}
		}
	}
	const side = 118. // of a column of labels
	p := newPage(t, A4)
	radius := (p.d.Width - 2*side) / 2
	half := float64((n + 1) / 2)
	needed := make([]float64, 2)
	labels := make([][]string, n)
	for i := range n {
		labels[i] = wrapped(t.Rows[i].Label, side-14, labelSize, false)
		needed[min(1, i/int(math.Max(half, 1)))] += float64(len(labels[i]))*9 + 5
	}
	tall := math.Max(math.Max(needed[0], needed[1]), 2*radius-20)
	if n < 6 {
		tall = math.Max(math.Max(needed[0], needed[1]), 150)
	}
	cx, cy := p.d.Width/2, p.y+tall/2
	ry := tall/2 - 16
	rx := radius - 16
	at, rim := make([]Point, n), make([]Point, n)
	// The first half of the codes runs down the right side, the second up the left one.
	for i := range n {
		angle := -math.Pi/2 + 2*math.Pi*(float64(i)+.5)/float64(n)
		at[i] = Point{cx + rx*math.Cos(angle), cy + ry*math.Sin(angle)}
		rim[i] = Point{cx + (rx+10)*math.Cos(angle), cy + (ry+12)*math.Sin(angle)} // leaders go around the nodes
	}
	type edge struct{ i, j, n int }
	var edges []edge
	for i := range n {
		for j := i + 1; j < n; j++ {
			if c := count(i, j); c > 0 {
				edges = append(edges, edge{i, j, c})
			}
		}
	}
	// Of very many lines only the stronger can be told apart.
	least := 1
	for drawn := len(edges); least < most && drawn > max(40, 3*n); {
		least++
		drawn = 0
		for _, e := range edges {
			if e.n >= least {
				drawn++
			}
		}
	}
	for weight := least; weight <= most; weight++ { // the thick ones on top
		for _, e := range edges {
			if e.n != weight {
				continue
			}
			// Curves bend towards the middle, so that lines do not run along the rim.
			var points []Point
			for k := 0; k <= 32; k++ {
				s := float64(k) / 32
				a, b, c := (1-s)*(1-s), 2*s*(1-s), s*s
				mx, my := cx+((at[e.i].X+at[e.j].X)/2-cx)*.35, cy+((at[e.i].Y+at[e.j].Y)/2-cy)*.35
				points = append(points, Point{a*at[e.i].X + b*mx + c*at[e.j].X, a*at[e.i].Y + b*my + c*at[e.j].Y})
			}
			p.cell(e.i, e.j, Mark{Shape: Line, Points: points, Stroke: tie(e.n, most).Stroke, Width: tie(e.n, most).Width})
		}
	}
	// Labels of a side share its height evenly and are led to.
	for s := range 2 {
		var of []int
		for i := range n {
			if (at[i].X >= cx) == (s == 0) {
				of = append(of, i)
			}
		}
		if s == 1 {
			for a, b := 0, len(of)-1; a < b; a, b = a+1, b-1 {
				of[a], of[b] = of[b], of[a]
			}
		}
		y := make([]float64, len(of))
		for k, i := range of { // as near to the node as the labels above allow
			y[k] = at[i].Y
			if k > 0 {
				y[k] = math.Max(y[k], y[k-1]+(float64(len(labels[of[k-1]])+len(labels[i]))*9)/2+4)
			}
		}
		low := p.y + tall + 4
		for k := len(of) - 1; k >= 0; k-- { // and back up where they ran out below
			y[k] = math.Min(y[k], low-float64(len(labels[of[k]]))*4.5)
			low = y[k] - float64(len(labels[of[k]]))*4.5 - 4
		}
		for k, i := range of {
			r := 2.5 + 4.5*math.Sqrt(float64(count(i, i))/float64(largest))
			edgeX := p.d.Width - side + 6
			if s == 1 {
				edgeX = side - 6
			}
			marks := []Mark{{Shape: Line, Points: []Point{at[i], rim[i], {edgeX, y[k]}}, Stroke: grey, Width: .5},
				{Shape: Circle, Points: []Point{at[i]}, Radius: r, Fill: strong, Stroke: white, Width: 1}}
			for m, words := range labels[i] {
				by := y[k] + (float64(m)-float64(len(labels[i])-1)/2)*9 + labelSize*.35
				if s == 1 {
					marks = append(marks, before(edgeX-2, by, words, labelSize, false, ink))
				} else {
					marks = append(marks, text(edgeX+2, by, words, labelSize, false, ink))
				}
			}
			p.cell(i, i, marks...)
		}
	}
	p.y += tall + 12
	x := 1.
	var marks []Mark
	for _, c := range distinct(least, (least+most)/2, most) {
		label, sample := t.Language.Number(float64(c)), tie(c, most)
		marks = append(marks, line(x, p.y, x+24, p.y, sample.Width, sample.Stroke), text(x+28, p.y+2.5, label, smallSize, false, ink))
		x += 40 + measure(label, smallSize, false)
	}
	p.plain(append(marks, text(x, p.y+2.5, t.Language.Say("picture network"), smallSize, false, ink))...)
	p.y += 6
	if least > 1 {
		return p.finish(t.Language.Say("picture weak ties", least))
	}
	return p.finish()
}

// tie returns the width and the colour of a line between codes that stand together n times, of at most most.
func tie(n, most int) Mark {
	share := 0.
	if most > 1 {
		share = float64(n-1) / float64(most-1)
	}
	return Mark{Stroke: mix("#8fa9c2", strong, share), Width: .9 + 3.6*share}
}

// distinct leaves out numbers that were there before.
func distinct(list ...int) []int {
	var out []int
	for _, n := range list {
		if len(out) == 0 || out[len(out)-1] != n {
			out = append(out, n)
		}
	}
	return out
}
