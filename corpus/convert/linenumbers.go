package convert

import (
	"strings"
)

// leastNumberedLines is how many lines a text has at least whose lines are taken to be numbered.
const leastNumberedLines = 8

// withoutLineNumbers returns the blocks of a text without the numbers before its lines, as programs
// print transcripts for citing them by line: nearly every line has one, and each is one more than
// the one before. ok is false for any other text.
func withoutLineNumbers(blocks []Block, r *Report) (out []Block, ok bool) {
	lines, numbers, last := 0, 0, -1
	for i := range blocks {
		if blocks[i].Kind == Heading || blocks[i].Cells != nil {
			continue
		}
		for text := range strings.SplitSeq(blocks[i].Text, "\n") {
			if lines++; lines > leastNumberedLines && numbers*2 < lines {
				return nil, false
			}
			if n, _, ok := lineNumber(text); ok && (last < 0 || n == last+1) {
				numbers++
				last = n
			}
		}
	}
	if lines < leastNumberedLines || numbers*20 < lines*19 {
		return nil, false
	}
	last = -1
	for _, b := range blocks {
		if b.Kind != Heading && b.Cells == nil {
			var kept []string
			for text := range strings.SplitSeq(b.Text, "\n") {
				if n, rest, ok := lineNumber(text); ok && (last < 0 || n == last+1) {
					r.dropLate("numbers of lines", text[:len(text)-len(rest)])
					last, text = n, rest
				}
				kept = append(kept, text)
			}
			b.Text = strings.Join(kept, "\n")
			if b.Kind == Row && !strings.Contains(b.Text, "\t") {
				b.Kind = Paragraph // a tab stood behind the number
			}
		}
		out = append(out, b)
	}
	return out, true
}

// lineNumber parts a line into its number and its words.
func lineNumber(s string) (n int, rest string, ok bool) {
	i := skipBlanks(s, 0)
	d := digitsAt(s, i, 6)
	if d == 0 || d > 5 || i+d >= len(s) || s[i+d] != ' ' && s[i+d] != '\t' {
		return 0, s, false
	}
	n = number(s[i : i+d])
	return n, s[skipBlanks(s, i+d):], true
}
