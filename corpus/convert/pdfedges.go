package convert

import (
	"math"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// edgeOf marks the lines in the first and last rows of a page that stand apart
// from the text between them.
func edgeOf(lines []pdfLine) []bool {
	order := make([]int, len(lines))
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(a, b int) bool { return lines[order[a]].top > lines[order[b]].top })
	out := make([]bool, len(lines))
	usual, usualSize := usualPitch(lines, order), usualSize(lines)
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
		// small type at the very edge is set apart by its size
		for i := from; i >= 0 && i < len(order) && sameRow(lines[order[from]], lines[order[i]]) && lines[order[i]].size < 0.85*usualSize; i += step {
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

// usualSize returns the size of type of most lines of a page.
func usualSize(lines []pdfLine) float64 {
	if len(lines) == 0 {
		return 0
	}
	sizes := make([]float64, len(lines))
	for i, l := range lines {
		sizes[i] = l.size
	}
	return middle(sizes)
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

// headingWords returns the size of the type in which words stand by themselves, at
// its largest. A running head often names the chapter.
func headingWords(pages [][]pdfLine) map[string]float64 {
	size := map[string]float64{}
	for _, lines := range pages {
		for _, l := range lines {
			if len(l.text) > headingChars {
				continue
			}
			if k, s := letters(l.text), weightedSize(l); len(k) >= 4 && s > size[k] {
				size[k] = s
			}
		}
	}
	return size
}

// weightedSize is the size of the type of a line; bold type counts as larger.
func weightedSize(l pdfLine) float64 {
	if l.bold {
		return 1.2 * l.size
	}
	return l.size
}

// letters returns the letters of a text, small.
func letters(text string) string {
	return strings.Map(func(c rune) rune {
		if unicode.IsLetter(c) {
			return unicode.ToLower(c)
		}
		return -1
	}, text)
}
