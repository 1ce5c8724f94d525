package convert

import (
	"math"
	"regexp"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// edgeLines is how many lines at the top and at the foot of a page may be
// running heads.
const edgeLines = 4

var (
	digits     = regexp.MustCompile(`\d+`)
	pageNumber = regexp.MustCompile(`^(?i)(?:side|page|s\.|p\.|sida|seite)?\s*[-–—|]?\s*(?:\d{1,4}|[ivxl]{1,6})\s*[-–—|]?(?:\s*(?:av|of|/|von)\s*\d{1,4})?$`)
)

// dropHeads takes out running heads and bare page numbers, which recur at the
// same place of the pages, and counts them.
func dropHeads(pages [][]pdfLine, r *Report) [][]pdfLine {
	type seen struct {
		text string
		y    int
	}
	count := map[seen]int{}
	key := func(l pdfLine) seen {
		return seen{digits.ReplaceAllString(l.text, "#"), int(math.Round((l.top + l.bottom) / 16))}
	}
	edges := make([][]bool, len(pages))
	for i, lines := range pages {
		edges[i] = edgeOf(lines)
		once := map[seen]bool{}
		for j, l := range lines {
			if k := key(l); edges[i][j] && !once[k] {
				once[k] = true
				count[k]++
			}
		}
	}
	out := make([][]pdfLine, len(pages))
	for i, lines := range pages {
		wide := 0.0 // what fills the page is text
		if len(lines) > 2*edgeLines {
			left, right := math.Inf(1), math.Inf(-1)
			for _, l := range lines {
				left, right = math.Min(left, l.x0), math.Max(right, l.x1)
			}
			wide = 0.85 * (right - left)
		}
		for j, l := range lines {
			k := key(l)
			near := count[k] + max(count[seen{k.text, k.y - 1}], count[seen{k.text, k.y + 1}])
			switch {
			case edges[i][j] && pageNumber.MatchString(l.text) && (len(pages) == 1 || near > 1 || extreme(lines, l)):
				r.Add("dropped", "page numbers", 1, l.text)
			case edges[i][j] && headLike(l, wide) && near >= 2 && near*5 >= min(len(pages), 15):
				r.Add("dropped", "running heads", 1, clip(l.text, 60))
			default:
				out[i] = append(out[i], l)
			}
		}
	}
	return out
}

// headLike tells whether a line may be a running head by its words: no piece
// of a sentence, which is never dropped however often it stands there.
// Nor is a line as wide as the page (wide, in points; 0 if not known).
func headLike(l pdfLine, wide float64) bool {
	if wide > 0 && l.x1-l.x0 > wide {
		return false
	}
	first, _ := utf8.DecodeRuneInString(l.text)
	address := strings.ContainsAny(l.text, "/@") && !strings.Contains(l.text, " ")
	return !l.hyphen && (address || !unicode.IsLower(first) && !endsSentence(l.text) && !strings.HasSuffix(l.text, ","))
}

// edgeOf marks the lines in the first and last rows of a page that stand apart
// from the text between them.
func edgeOf(lines []pdfLine) []bool {
	order := make([]int, len(lines))
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(a, b int) bool { return lines[order[a]].top > lines[order[b]].top })
	out := make([]bool, len(lines))
	usual := usualPitch(lines, order)
	// the rows outside the last wide gap near an edge; without a gap, none: it
	// may be text that goes on
	mark := func(from, step int) {
		rows, last := 1, -1
		for i := from; i+step >= 0 && i+step < len(order) && rows <= edgeLines; i += step {
			a, b := lines[order[i]], lines[order[i+step]]
			if sameRow(a, b) {
				continue
			}
			if d := math.Abs(a.base - b.base); d > 1.3*usual && d > 1.4*math.Min(a.size, b.size) {
				last = i
			}
			rows++
		}
		for i := from; last >= 0 && i != last+step; i += step {
			out[order[i]] = true
		}
	}
	mark(0, 1)
	mark(len(order)-1, -1)
	marked := 0
	for _, m := range out {
		if m {
			marked++
		}
	}
	if marked > edgeLines*50 {
		return make([]bool, len(lines)) // a drawing, not a page of text
	}
	return out
}

// usualPitch returns the distance of rows that is usual on a page.
func usualPitch(lines []pdfLine, order []int) float64 {
	var pitches []float64
	for i := 1; i < len(order); i++ {
		if a, b := lines[order[i-1]], lines[order[i]]; !sameRow(a, b) {
			pitches = append(pitches, a.base-b.base)
		}
	}
	if len(pitches) < 6 {
		return 0
	}
	sort.Float64s(pitches)
	return pitches[len(pitches)/2]
}

// extreme tells whether nothing stands above or nothing below a line.
func extreme(lines []pdfLine, l pdfLine) bool {
	above, below := false, false
	for _, o := range lines {
		if sameRow(o, l) {
			if o.text != l.text && !strings.Contains(o.text, l.text) && len(o.text) > 60 {
				return false
			}
			continue
		}
		above = above || o.bottom >= l.top
		below = below || o.top <= l.bottom
	}
	return above != below
}
