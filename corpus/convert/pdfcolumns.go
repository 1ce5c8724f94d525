package convert

import (
	"math"
	"slices"
	"sort"
	"unicode"
)

// byColumns orders regions: columns from left to right, and what crosses them
// between what stands above and what stands below it.
func byColumns(regions []region, depth int) []region {
	x, ok := gutter(regions)
	if !ok || depth > 20 {
		regions = slices.Clone(regions)
		sort.SliceStable(regions, func(i, j int) bool {
			a, b := regions[i], regions[j]
			if rowA, rowB := math.Round(a.top/4), math.Round(b.top/4); rowA != rowB {
				return rowA > rowB
			}
			return a.x0 < b.x0
		})
		return regions
	}
	var across, left, right, out []region
	for _, g := range regions {
		switch {
		case g.x1 <= x:
			left = append(left, g)
		case g.x0 >= x:
			right = append(right, g)
		default:
			across = append(across, g)
		}
	}
	sort.SliceStable(across, func(i, j int) bool { return across[i].top > across[j].top })
	above := func(from []region, y float64) (above, rest []region) {
		for _, g := range from {
			if g.bottom >= y {
				above = append(above, g)
			} else {
				rest = append(rest, g)
			}
		}
		return above, rest
	}
	for i := 0; i <= len(across); i++ {
		y := math.Inf(-1)
		if i < len(across) {
			y = across[i].top - 1
		}
		var l, r []region
		l, left = above(left, y)
		r, right = above(right, y)
		out = append(append(out, byColumns(l, depth+1)...), byColumns(r, depth+1)...)
		if i < len(across) {
			out = append(out, across[i])
		}
	}
	return out
}

// gutter returns the place between two columns: where as many lines as possible
// stand wholly to its left and to its right, and what crosses it stands beside
// none of them.
func gutter(regions []region) (x float64, ok bool) {
	if len(regions) > maxRegions {
		return 0, false
	}
	best := 2 // lines at least on the smaller side, less one
	for _, c := range regions {
		at := c.x1 + 1
		left, right := 0, 0
		var across []region
		next := math.Inf(1)
		for _, g := range regions {
			switch {
			case g.x1 <= at:
				left += len(g.lines)
			case g.x0 >= at:
				right += len(g.lines)
				next = math.Min(next, g.x0)
			default:
				across = append(across, g)
			}
		}
		if n := min(left, right); n > best && next-c.x1 > 5 && !besides(across, regions, at) {
			best, x, ok = n, at, true
		}
	}
	return x, ok
}

// besides tells whether a region that crosses x stands beside one that does not.
func besides(across, regions []region, x float64) bool {
	for _, a := range across {
		for _, g := range regions {
			if (g.x1 <= x || g.x0 >= x) && math.Min(a.top, g.top)-math.Max(a.bottom, g.bottom) > 1 {
				return true
			}
		}
	}
	return false
}

// interleaved tells whether a page has two columns of running text that the file
// gives line by line, from the left edge to the right one.
func interleaved(lines []pdfLine) bool {
	const enough = 8 // rows
	rows, full := 0, 0
	gapLeft, gapRight := math.Inf(-1), math.Inf(1)
	for i := 1; i < len(lines); i++ {
		l, r := lines[i-1], lines[i]
		if !sameRow(l, r) || r.x0 <= l.x1 {
			continue
		}
		left, right := math.Max(gapLeft, l.x1), math.Min(gapRight, r.x0)
		if right-left < 5 || len(l.words) < 3 || len(r.words) < 3 {
			if rows >= enough && 10*full >= 6*rows {
				return true
			}
			rows, full, gapLeft, gapRight = 0, 0, math.Inf(-1), math.Inf(1)
			continue
		}
		rows, gapLeft, gapRight = rows+1, left, right
		if goesOn(l) && goesOn(r) {
			full++
		}
	}
	return rows >= enough && 10*full >= 6*rows
}

// goesOn tells whether a line looks like one of running text: it ends in a hyphen
// or in a word in small letters.
func goesOn(l pdfLine) bool {
	last := []rune(l.text)
	return l.hyphen || len(last) > 0 && (unicode.IsLower(last[len(last)-1]) || last[len(last)-1] == ',' || last[len(last)-1] == '.')
}
