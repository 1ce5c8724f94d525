package cmd

import (
	"strings"
	"unicode"
)

// folded returns text for a terminal of the environment's width, or for something else, where it stays as it is. Lines that are too wide are
// broken between words; what is broken off stands so many columns in, as far as its line for 0. A word wider than that stays whole.
func (e *Env) folded(text string, terminal bool, in int) string {
	if !terminal || e.Width <= 0 {
		return text
	}
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		lines[i] = fold(line, e.Width, in)
	}
	return strings.Join(lines, "\n")
}

func fold(line string, width, in int) string {
	if in == 0 {
		in = len(line) - len(strings.TrimLeft(line, " "))
	}
	var b strings.Builder
	rest := []rune(line)
	for len(rest) > width && in < width {
		at := width
		for at > in && !unicode.IsSpace(rest[at]) {
			at--
		}
		if at <= in {
			break
		}
		b.WriteString(strings.TrimRight(string(rest[:at]), " ") + "\n")
		rest = []rune(strings.Repeat(" ", in) + strings.TrimLeft(string(rest[at:]), " "))
	}
	return b.String() + string(rest)
}
