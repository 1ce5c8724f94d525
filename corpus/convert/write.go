package convert

import (
	"strings"
	"unicode/utf8"

	"crosscase/corpus/pattern"
)

// startsHeading is a line that our form would read as a heading.
var startsHeading = pattern.Of(`^#{1,6}[ \t]+\S`)

// write puts the blocks together: a blank line between them, unless one stands
// tight; and returns the character at which each of the pages starts.
func write(blocks []Block, pages int, r *Report) (string, []int) {
	var b strings.Builder
	chars := 0
	var starts []int
	size := 0
	for i := range blocks {
		size += len(blocks[i].Speaker) + len(blocks[i].Text) + 20 // of the time and the line ends
	}
	b.Grow(size)
	put := func(s string) {
		if pages == 0 && !strings.ContainsRune(s, pageMark) { // nobody asks where the pages start
			b.WriteString(s)
			return
		}
		for i, part := range strings.Split(s, string(pageMark)) {
			if i > 0 && len(starts) < pages {
				starts = append(starts, chars)
			}
			b.WriteString(part)
			chars += utf8.RuneCountInString(part)
		}
	}
	for _, block := range blocks {
		if b.Len() > 0 {
			put("\n")
			if !block.Tight {
				put("\n")
			}
		}
		for len(starts) < min(block.Page, pages) {
			starts = append(starts, chars)
		}
		put(rendered(block, r))
	}
	put("\n")
	for len(starts) < pages {
		starts = append(starts, chars)
	}
	return b.String(), starts
}

// rendered returns a block as it stands in the text, without its line end.
func rendered(b Block, r *Report) string {
	switch {
	case b.Kind == Heading:
		return strings.Repeat("#", min(max(b.Level, 1), 6)) + " " + numbered(b, r)
	case b.Speaker != "":
		label := b.Speaker + ":"
		if b.HasTime {
			label += " [" + formatClock(b.Start) + "]"
		}
		if b.Text == "" {
			return label
		}
		return escapeLines(label+" "+b.Text, r)
	case b.HasTime:
		return escapeLines("["+formatClock(b.Start)+"] "+b.Text, r)
	}
	text := b.Text
	if b.Kind == ListItem && weigh(b.mark) > 0 {
		text = numbered(b, r)
	} else if b.Kind == ListItem && !strings.HasPrefix(text, "- ") {
		text = "- " + text
	}
	if strings.HasPrefix(text, "#") {
		r.Add("normalised", `paragraphs that begin with # → \#`, 1, clip(text, 40))
		text = `\` + text
	}
	return escapeLines(text, r)
}

// ownNumbers names the numbers of lists and headings that a word processor counts by itself.
const ownNumbers = "numbers of lists and headings, which the program counts by itself, written out"

// numbered returns the words of a block after the number that the program counts for it.
func numbered(b Block, r *Report) string {
	if weigh(b.mark) == 0 {
		return b.Text
	}
	r.Gain(ownNumbers, 1, b.mark)
	return b.mark + " " + b.Text
}

// escapeLines marks the inner lines of a block that would be read as headings.
func escapeLines(s string, r *Report) string {
	if !strings.Contains(s, "\n#") {
		return s
	}
	lines := strings.Split(s, "\n")
	for i, l := range lines {
		if i > 0 && startsHeading.MatchString(l) {
			lines[i] = `\` + l
			r.Add("normalised", `paragraphs that begin with # → \#`, 1, clip(l, 40))
		}
	}
	return strings.Join(lines, "\n")
}
