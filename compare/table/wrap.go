package table

import (
	"strings"
	"unicode"

	"github.com/jedib0t/go-pretty/v6/text"
)

// wrap breaks each line of s at blanks, but not at no-break spaces, so that none is
// wider than width columns. The first piece of a line begins with first, the others
// with rest. A word that is wider than a line is broken.
func wrap(s string, width int, first, rest string) string {
	var out []string
	for _, line := range strings.Split(s, "\n") {
		lead, now := first, ""
		for _, word := range strings.FieldsFunc(line, breaks) {
			for {
				room := max(1, width-columns(lead))
				if now != "" && columns(now)+1+columns(word) <= room {
					now += " " + word
					break
				}
				if now != "" {
					out, lead, now = append(out, lead+now), rest, ""
					continue
				}
				if columns(word) <= room {
					now = word
					break
				}
				head := firstColumns(word, room)
				out, lead, word = append(out, lead+head), rest, word[len(head):]
			}
		}
		out = append(out, strings.TrimRight(lead+now, " "))
	}
	return strings.Join(out, "\n")
}

func breaks(r rune) bool { return unicode.IsSpace(r) && r != '\u00a0' && r != '\u202f' }

// columns returns the width of a text on a terminal.
func columns(s string) int { return text.StringWidthWithoutEscSequences(s) }

// firstColumns returns the beginning of s, which is wider, that fits into width
// columns: at least one character.
func firstColumns(s string, width int) string {
	end := 0
	for i := range s {
		if end > 0 && columns(s[:i]) > width {
			return s[:end]
		}
		end = i
	}
	if end == 0 {
		return s
	}
	return s[:end]
}
