package convert

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"crosscase/corpus/pattern"
)

// Limits of a line that names a document: it is short, and so are the lines
// under it if it has no paragraph of its own.
const (
	titleLongest   = 90 // characters
	titleMostWords = 14
	titleLineMost  = 60 // characters of the lines that stand under it in its paragraph
)

// firstLineTitle returns the first line of a text that has no headings, where it
// stands as people write a title: short, no sentence, no pair such as "Date: 2016",
// nobody's words, and by itself or above short lines. It returns "" for any other.
func firstLineTitle(src Source, blocks []Block) string {
	if src.Cues || src.Talk || src.Format == "eml" || len(blocks) == 0 || len(blocks) == 1 && !strings.Contains(blocks[0].Text, "\n") {
		return ""
	}
	b := &blocks[0]
	if b.Kind != Paragraph || b.Speaker != "" || b.HasTime || b.Cells != nil {
		return ""
	}
	lines := strings.Split(b.Text, "\n")
	line := strings.TrimSpace(lines[0])
	if len(lines) == 1 && len(blocks) > 1 && blocks[1].Tight && blocks[1].Speaker == "" {
		lines = append(lines, blocks[1].Text)
	}
	if !titleLike(line) || slices.ContainsFunc(lines[1:], func(l string) bool { return utf8.RuneCountInString(l) > titleLineMost }) {
		return ""
	}
	return strings.Join(append([]string{strings.Trim(line, "*_ ")}, restOfTitle(line, b.Text, blocks[1:])...), ", ")
}

// restOfTitle returns the lines that go on with a title: more lines in capitals below one in capitals, and
// the name and year of a report below that of a place.
func restOfTitle(line, first string, after []Block) []string {
	next := strings.Split(first, "\n")[1:]
	for _, b := range after {
		if len(next) >= titleLinesMost || b.Kind != Paragraph || b.Speaker != "" || b.HasTime || b.Cells != nil {
			break
		}
		next = append(next, strings.Split(b.Text, "\n")...)
	}
	place := wordsUpTo(line, 3) <= 2 && !hasYear.MatchString(line)
	var out []string
	for _, l := range next {
		l = strings.TrimSpace(l)
		goesOn := inCapitals(line) && inCapitals(l) && (len(out) == 0 || inCapitals(out[len(out)-1])) || place && len(out) == 0 && hasYear.MatchString(l)
		if len(out) == titleLinesMost-1 || !goesOn || !titleLike(l) {
			break
		}
		out = append(out, l)
	}
	return out
}

var hasYear = pattern.Of(`\b(19|20)\d\d\b`)

// titleLinesMost is how many lines make a title at most.
const titleLinesMost = 3

// titleLike tells whether a line could be a title by its own looks.
func titleLike(line string) bool {
	n := utf8.RuneCountInString(line)
	if n < 4 || n > titleLongest || wordsUpTo(line, titleMostWords+1) > titleMostWords || headPair(line) || afterDash(line) != line {
		return false
	}
	switch last, _ := utf8.DecodeLastRuneInString(line); last {
	case '.', '?', '!', ',', ';', ':', '…', '-', '–':
		return false
	}
	letters := 0
	for _, c := range line {
		if unicode.IsLetter(c) {
			letters++
		}
	}
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(line, `*_"«“'`))
	return letters*3 > n && (unicode.IsUpper(first) || unicode.IsDigit(first) || unicode.IsLetter(first) && !unicode.IsLower(first))
}
