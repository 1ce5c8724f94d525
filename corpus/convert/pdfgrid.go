package convert

import (
	"math"
	"slices"
	"sort"
)

// grid is a table whose cells are ruled: where its lines stand, from left to right
// and from the top down.
type grid struct {
	xs, ys []float64
	rules  []rule
	home   []int // of each place, row by row: the first place of the cell it is part of
}

// Limits of a ruled table.
const (
	ruleSlack = 3.0 // points by which rules may miss each other
	maxRules  = 3000
	maxGrids  = 50
	maxPlaces = 4000
	gridLines = 12 // lines of a cell; more are a text in a frame
)

// gridsOf finds the ruled tables of a page.
func gridsOf(rules []rule) []grid {
	rules = joined(rules)
	if len(rules) > maxRules {
		return nil
	}
	var out []grid
	for _, group := range touching(rules) {
		g := grid{rules: group}
		for _, r := range group {
			if r.level() {
				g.ys = append(g.ys, (r.y0+r.y1)/2)
			} else {
				g.xs = append(g.xs, (r.x0+r.x1)/2)
			}
		}
		if len(g.ys) < 2 || len(g.xs) < 1 {
			continue
		}
		for _, r := range group { // a table may be open at its sides
			if r.level() {
				g.xs = append(g.xs, r.x0, r.x1)
			} else {
				g.ys = append(g.ys, r.y0, r.y1)
			}
		}
		g.xs, g.ys = apart(g.xs), apart(g.ys)
		slices.Reverse(g.ys)
		if len(g.xs) >= 3 && len(g.ys) >= 2 && len(g.xs)*len(g.ys) < maxPlaces && len(out) < maxGrids {
			g.joinPlaces()
			out = append(out, g)
		}
	}
	return out
}

// apart sorts places and leaves out those that are nearly the same.
func apart(places []float64) []float64 {
	sort.Float64s(places)
	out := places[:1]
	for _, p := range places[1:] {
		if p-out[len(out)-1] > ruleSlack {
			out = append(out, p)
		}
	}
	return out
}

// joined puts together rules that continue each other: many programs draw the
// border of each cell by itself.
func joined(rules []rule) []rule {
	place := func(r rule) (across, from, to float64) {
		if r.level() {
			return (r.y0 + r.y1) / 2, r.x0, r.x1
		}
		return (r.x0 + r.x1) / 2, r.y0, r.y1
	}
	rules = slices.Clone(rules)
	sort.SliceStable(rules, func(i, j int) bool {
		if rules[i].level() != rules[j].level() {
			return rules[i].level()
		}
		a, from, _ := place(rules[i])
		b, other, _ := place(rules[j])
		if ra, rb := math.Round(a), math.Round(b); ra != rb {
			return ra < rb
		}
		return from < other
	})
	var out []rule
	for _, r := range rules {
		if n := len(out); n > 0 && out[n-1].level() == r.level() {
			last := &out[n-1]
			a, _, end := place(*last)
			b, from, _ := place(r)
			if math.Abs(a-b) < 1.5 && from <= end+ruleSlack {
				if r.level() {
					last.x1 = math.Max(last.x1, r.x1)
				} else {
					last.y1 = math.Max(last.y1, r.y1)
				}
				continue
			}
		}
		out = append(out, r)
	}
	return out
}

// touching groups rules that meet.
func touching(rules []rule) [][]rule {
	group := make([]int, len(rules))
	for i := range group {
		group[i] = i
	}
	find := func(i int) int {
		for group[i] != i {
			group[i] = group[group[i]]
			i = group[i]
		}
		return i
	}
	for i, a := range rules {
		for j := range i {
			b := rules[j]
			if a.level() != b.level() && a.x0 <= b.x1+ruleSlack && b.x0 <= a.x1+ruleSlack && a.y0 <= b.y1+ruleSlack && b.y0 <= a.y1+ruleSlack {
				group[find(i)] = find(j)
			}
		}
	}
	of := map[int][]rule{}
	var order []int
	for i, r := range rules {
		k := find(i)
		if of[k] == nil {
			order = append(order, k)
		}
		of[k] = append(of[k], r)
	}
	var out [][]rule
	for _, k := range order {
		out = append(out, of[k])
	}
	return out
}

// joinPlaces finds the places that are one cell because no rule parts them.
func (g *grid) joinPlaces() {
	rows, columns := len(g.ys)-1, len(g.xs)-1
	left, above := make([]float64, rows*columns), make([]float64, rows*columns) // how much of a side is ruled
	for _, r := range g.rules {
		for row := range rows {
			for column := range columns {
				k := row*columns + column
				x0, x1, y0, y1 := g.xs[column], g.xs[column+1], g.ys[row+1], g.ys[row]
				if r.level() && math.Abs((r.y0+r.y1)/2-y1) <= ruleSlack {
					above[k] += math.Max(0, math.Min(r.x1, x1)-math.Max(r.x0, x0)) / (x1 - x0)
				} else if !r.level() && math.Abs((r.x0+r.x1)/2-x0) <= ruleSlack {
					left[k] += math.Max(0, math.Min(r.y1, y1)-math.Max(r.y0, y0)) / (y1 - y0)
				}
			}
		}
	}
	g.home = make([]int, rows*columns)
	for k := range g.home {
		switch row, column := k/columns, k%columns; {
		case column > 0 && left[k] <= 0.5:
			g.home[k] = g.home[k-1]
		case row > 0 && above[k] <= 0.5:
			g.home[k] = g.home[k-columns]
		default:
			g.home[k] = k
		}
	}
}

// place returns the place, row by row, in which a point is; -1 outside.
func (g *grid) place(x, y float64) int {
	row, column := -1, -1
	for i := 1; i < len(g.xs) && column < 0; i++ {
		if x >= g.xs[i-1] && x < g.xs[i] {
			column = i - 1
		}
	}
	for i := 1; i < len(g.ys) && row < 0; i++ {
		if y <= g.ys[i-1] && y > g.ys[i] {
			row = i - 1
		}
	}
	if row < 0 || column < 0 {
		return -1
	}
	return row*(len(g.xs)-1) + column
}
