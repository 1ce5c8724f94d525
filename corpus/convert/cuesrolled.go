package convert

import "strings"

// unroll undoes captions that roll over the screen, as YouTube writes those it
// makes by itself: each caption shows the last line of the one before once more.
// A person may say a thing twice, so it takes a file in which half of the captions
// begin so, and several of them go on with a new line.
func unroll(captions []caption, r *Report) []caption {
	shown := make([][]string, len(captions))
	again := make([]int, len(captions)) // lines that the caption before has shown
	rolled, goingOn := 0, 0
	for i, c := range captions {
		shown[i] = shownLines(c)
		if i == 0 {
			continue
		}
		again[i] = shownAgain(shown[i-1], shown[i])
		if again[i] > 0 {
			rolled++
			if again[i] < len(shown[i]) {
				goingOn++
			}
		}
	}
	if goingOn < 3 || rolled*2 < len(captions)-1 {
		return captions
	}
	var out []caption
	for i, c := range captions {
		for _, l := range shown[i][:again[i]] {
			r.In += weigh(l)
			r.Drop("lines that a caption shows again from the one before", l)
		}
		if again[i] == len(shown[i]) && len(out) > 0 {
			out[len(out)-1].end = max(out[len(out)-1].end, c.end)
			continue
		}
		c.lines = linesAfter(c.lines, again[i])
		out = append(out, c)
	}
	return out
}

// shownLines returns the lines of a caption that hold words, without their tags.
func shownLines(c caption) []string {
	var out []string
	for _, l := range c.lines {
		if l = strings.TrimSpace(captionText(l)); l != "" {
			out = append(out, l)
		}
	}
	return out
}

// shownAgain returns how many lines at the end of a stand at the start of b.
func shownAgain(a, b []string) int {
	for n := min(len(a), len(b), 8); n > 0; n-- { // more lines no screen shows
		same := true
		for i := range n {
			if a[len(a)-n+i] != b[i] {
				same = false
				break
			}
		}
		if same {
			return n
		}
	}
	return 0
}

// linesAfter returns the lines after the first n that hold words.
func linesAfter(lines []string, n int) []string {
	for i, l := range lines {
		if n == 0 {
			return lines[i:]
		}
		if strings.TrimSpace(captionText(l)) != "" {
			n--
		}
	}
	return nil
}
