package convert

import "math"

// maxRegions is how many pieces a page may have; what has more is a drawing.
const maxRegions = 250

// region is lines that follow each other in the file and stand below each other.
type region struct {
	lines               []pdfLine
	x0, x1, top, bottom float64
}

func (g *region) add(l pdfLine) {
	if len(g.lines) == 0 {
		g.x0, g.x1, g.top, g.bottom = l.x0, l.x1, l.top, l.bottom
	}
	g.x0, g.x1 = math.Min(g.x0, l.x0), math.Max(g.x1, l.x1)
	g.top, g.bottom = math.Max(g.top, l.top), math.Min(g.bottom, l.bottom)
	g.lines = append(g.lines, l)
}

// inReadingOrder puts the lines of a page in the order in which they are read. That
// is nearly always the order of the file; only where it contradicts the page, by
// going up to what stands above or left to an earlier column, the page decides.
func inReadingOrder(lines []pdfLine, r *Report) []pdfLine {
	lines = bulletsToLines(lines)
	var regions []region
	if interleaved(lines) {
		for _, l := range lines {
			var g region
			g.add(l)
			regions = append(regions, g)
		}
	} else if regions = regionsOf(lines); !contradicts(regions) {
		return lines
	}
	out := make([]pdfLine, 0, len(lines))
	for _, g := range byColumns(regions, 0) {
		out = append(out, g.lines...)
	}
	r.Add("guessed", "pages whose pieces were put in reading order", 1, "")
	return out
}

// regionsOf cuts the lines of a page where the file jumps.
func regionsOf(lines []pdfLine) []region {
	var out []region
	for i, l := range lines {
		if i > 0 {
			last, g := lines[i-1], &out[len(out)-1]
			down := last.base - l.base
			overlap := math.Min(g.x1, l.x1) > math.Max(g.x0, l.x0)
			if sameRow(last, l) && l.x0 >= last.x1-1 || down > 0 && down < 4*math.Max(last.size, l.size) && overlap {
				g.add(l)
				continue
			}
		}
		var g region
		g.add(l)
		out = append(out, g)
	}
	return out
}

// contradicts tells whether a later region must be read before an earlier one.
func contradicts(regions []region) bool {
	if len(regions) > maxRegions {
		return false
	}
	for i, a := range regions {
		for _, b := range regions[i+1:] {
			wide := math.Min(a.x1, b.x1) - math.Max(a.x0, b.x0)
			high := math.Min(a.top, b.top) - math.Max(a.bottom, b.bottom)
			above := b.bottom > a.top-1 && wide > 0.3*math.Min(a.x1-a.x0, b.x1-b.x0)
			left := b.x1 < a.x0 && high > 0.5*math.Min(a.top-a.bottom, b.top-b.bottom) && textColumn(a) && textColumn(b)
			if above || left {
				return true
			}
		}
	}
	return false
}

// textColumn tells whether a region is several lines of running text.
func textColumn(g region) bool {
	long := 0
	for _, l := range g.lines {
		if len(l.words) >= 3 {
			long++
		}
	}
	return long >= 4 && 2*long > len(g.lines)
}

// bulletsToLines moves bullets that stand by themselves before the lines that they
// begin: some programs write all of them at the end of a page.
func bulletsToLines(lines []pdfLine) []pdfLine {
	lone := func(l pdfLine) bool {
		return len(l.text) <= 3 && bullet.MatchString(l.text) && len([]rune(l.text)) == 1
	}
	if len(lines) > 2000 {
		return lines // a drawing
	}
	misplaced := map[int]int{} // the bullet of a line
	used := map[int]bool{}
	for i, b := range lines {
		if !lone(b) || i+1 < len(lines) && sameRow(b, lines[i+1]) && lines[i+1].x0 >= b.x1-1 {
			continue
		}
		for k, l := range lines {
			if _, has := misplaced[k]; !has && !lone(l) && sameRow(b, l) && l.x0 >= b.x1-1 && l.x0-b.x1 < 4*math.Max(l.size, 6) {
				misplaced[k], used[i] = i, true
				break
			}
		}
	}
	if len(used) == 0 {
		return lines
	}
	out := make([]pdfLine, 0, len(lines))
	for i, l := range lines {
		if b, ok := misplaced[i]; ok {
			out = append(out, lines[b])
		}
		if !used[i] {
			out = append(out, l)
		}
	}
	return out
}
