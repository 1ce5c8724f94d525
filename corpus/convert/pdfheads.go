package convert

import (
	"math"
	"sort"
	"strconv"

	"crosscase/corpus/pattern"
)

// edgeLines is how many lines at the top and at the foot of a page may be
// running heads.
const edgeLines = 4

var (
	digits     = pattern.Of(`\d+`)
	pageNumber = pattern.Of(`^(?i)(?:side|page|s\.|p\.|sida|seite)?\s*[-–—|]?\s*(?:\d{1,4}|[ivxl]{1,6})\s*[-–—|]?(?:\s*(?:av|of|/|von)\s*\d{1,4})?$`)
	negative   = pattern.Of(`^[-–−]\d+$`)
)

// dropHeads takes out running heads and page numbers and counts them. They stand
// outermost on a page, set apart from the text, and stand so again on a page near
// it; a heading that recurs at the top of pages here and there does not.
func dropHeads(pages [][]pdfLine, r *Report) [][]pdfLine {
	h := headFinder{pages: pages, edges: make([][]bool, len(pages)), at: map[onPage][]pdfLine{}, count: map[string]int{}, headings: headingWords(pages)}
	for i, lines := range pages {
		h.edges[i] = edgeOf(lines)
		once := map[string]bool{}
		for j, l := range lines {
			if !h.edges[i][j] {
				continue
			}
			k := digits.ReplaceAllString(l.text, "#")
			h.at[onPage{i, k}] = append(h.at[onPage{i, k}], l)
			if !once[k] {
				once[k] = true
				h.count[k]++
			}
		}
	}
	out := make([][]pdfLine, len(pages))
	for i, lines := range pages {
		what := make([]string, len(lines))
		h.fromEdge(i, what, func(a, b pdfLine) bool { return a.top > b.top })
		h.fromEdge(i, what, func(a, b pdfLine) bool { return a.base < b.base })
		for j, l := range lines {
			if what[j] == "" {
				out[i] = append(out[i], l)
			} else {
				r.Drop(what[j], l.text)
			}
		}
	}
	return out
}

// headFinder finds running heads.
type headFinder struct {
	pages    [][]pdfLine
	edges    [][]bool // the lines that stand apart at the top or the foot
	at       map[onPage][]pdfLine
	count    map[string]int // on how many pages a text stands at the edge
	headings map[string]float64
}

// onPage is a text on a page, its digits written as #.
type onPage struct {
	page int
	text string
}

// fromEdge goes from one edge of page i inward, row by row, and says what is to be
// dropped, until a row is not.
func (h *headFinder) fromEdge(i int, what []string, before func(a, b pdfLine) bool) {
	lines := h.pages[i]
	var order []int
	for j := range lines {
		if h.edges[i][j] {
			order = append(order, j)
		}
	}
	sort.SliceStable(order, func(a, b int) bool { return before(lines[order[a]], lines[order[b]]) })
	usual := usualSize(lines) // a heading inside a running head belongs to the text, even on every page
	wide := 0.0               // what fills the page is text
	if len(lines) > 2*edgeLines {
		left, right := math.Inf(1), math.Inf(-1)
		for _, l := range lines {
			left, right = math.Min(left, l.x0), math.Max(right, l.x1)
		}
		wide = 0.85 * (right - left)
	}
	for from := 0; from < len(order); {
		to, found := from, false
		for to < len(order) && sameRow(lines[order[from]], lines[order[to]]) {
			j := order[to]
			if inside := from > 0; what[j] == "" && !(inside && weightedSize(lines[j]) > larger*usual) {
				what[j] = h.what(i, lines[j], wide, inside)
			}
			found = found || what[j] != ""
			to++
		}
		if !found {
			return
		}
		for _, j := range order[from:to] { // what recurs beside a running head is one
			if what[j] == "" && h.again(i, lines[j]) > 0 {
				what[j] = "running heads"
			}
		}
		from = to
	}
}

// what says what a line at the edge of page i is, "" if it is text. What stands
// inside another running head must recur more surely: it may be the head of a
// table at the top of two pages.
func (h *headFinder) what(i int, l pdfLine, wide float64, inside bool) string {
	n, enough := h.again(i, l), 1
	if inside {
		enough = max(1, min(2, len(h.pages)-1))
	}
	if pageNumber.MatchString(l.text) {
		if isPageNumber(h.pages[i], l, n >= enough) {
			return "page numbers"
		}
		return ""
	}
	all := h.count[digits.ReplaceAllString(l.text, "#")]
	switch {
	case inside && noteStart.MatchString(l.text): // a footnote, perhaps the same on many pages
	case n >= enough && all*5 >= min(len(h.pages), 15) && (headLike(l, wide) || all >= 3 && !l.hyphen && !endsSentence(l.text)),
		len(h.pages) > 1 && extreme(h.pages[i], l) && h.headings[letters(l.text)] > larger*weightedSize(l):
		return "running heads"
	}
	return ""
}

// again returns on how many of the pages near page i a line stands at the same
// height with the same words; figures may differ if they count on as the pages do.
func (h *headFinder) again(i int, l pdfLine) (n int) {
	const near = 2 // pages; left and right ones may differ
	k := digits.ReplaceAllString(l.text, "#")
	for d := -near; d <= near; d++ {
		if d == 0 {
			continue
		}
		for _, o := range h.at[onPage{i + d, k}] {
			if math.Abs(o.base-l.base) < 10 && countsOn(l.text, o.text, d) {
				n++
				break
			}
		}
	}
	return n
}

// countsOn tells whether the numbers in two texts are the same or d apart, as the
// pages are.
func countsOn(a, b string, d int) bool {
	if a == b {
		return true
	}
	from, to := digits.FindAllString(a, -1), digits.FindAllString(b, -1)
	for i := range min(len(from), len(to)) {
		v, errV := strconv.Atoi(from[i])
		w, errW := strconv.Atoi(to[i])
		if from[i] != to[i] && (errV != nil || errW != nil || w-v != d) {
			return false
		}
	}
	return true
}

// isPageNumber tells whether a line that could be the number of a page is it: it
// counts on as the pages do, or it stands alone at the very edge. The figures in
// the last row of a table do neither; that of a footnote has its words beside it.
func isPageNumber(lines []pdfLine, l pdfLine, countsOn bool) bool {
	alone := true
	for _, o := range lines {
		if !sameRow(o, l) || o.x0 == l.x0 {
			continue
		}
		if alone = false; o.x0 > l.x0 && o.x0-l.x1 < 3*l.size {
			return false
		}
	}
	return countsOn || alone && !negative.MatchString(l.text) && extreme(lines, l)
}
