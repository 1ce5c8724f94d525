package convert

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
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
	return strings.Trim(line, "*_ ")
}

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
