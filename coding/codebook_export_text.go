package coding

import (
	"fmt"
	"strings"

	"crosscase/corpus/pattern"
)

// codesMarkdown returns a code book as Markdown: a heading for each code, its level by the
// tree, and a line "Field: words" for each of its fields.
func codesMarkdown(b *Codebook) []byte {
	var out strings.Builder
	out.WriteString("# Code book\n")
	for _, c := range b.All() {
		fmt.Fprintf(&out, "\n%s %s\n\n", strings.Repeat("#", c.Depth+2), escapeMarks(oneLine(c.Title()), false))
		for _, f := range codeFields {
			text := strings.TrimRight(f.get(c), "\n")
			if f.name == "label" || text == "" {
				continue
			}
			lines := strings.Split(text, "\n")
			for i, l := range lines {
				lines[i] = escapeMarks(l, i > 0)
			}
			fmt.Fprintf(&out, "- %s: %s\n", strings.ToUpper(f.name[:1])+f.name[1:], strings.Join(lines, "\n  "))
		}
	}
	return []byte(out.String())
}

// codesText returns a code book as indented text: a line for each code, two blanks for each level,
// the definition behind a tab; a line end in it is written ¶.
func codesText(b *Codebook) []byte {
	var out strings.Builder
	if all := b.All(); len(all) > 0 && bookTitle.MatchString(all[0].Title()) {
		out.WriteString("Code book\n") // else its first code would be taken for a title
	}
	for _, c := range b.All() {
		out.WriteString(strings.Repeat("  ", c.Depth) + escapeOutline(oneLine(c.Title())))
		if d := strings.TrimRight(c.Definition, "\n"); d != "" {
			d = strings.NewReplacer(`\`, `\\`, "¶", `\¶`, "\t", " ").Replace(d)
			out.WriteString("\t" + strings.ReplaceAll(d, "\n", " ¶ "))
		}
		out.WriteByte('\n')
	}
	return []byte(out.String())
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

var (
	markdownMarks = pattern.Of("[\\\\`*_\\[\\]<>]")
	leadingMark   = pattern.Of(`^(\s*)([#\-+>=~|•]|\d{1,9}[.)])`)
)

// escapeMarks writes a text so that Markdown shows it as it stands; a line that would be read as
// the next field begins with a backslash.
func escapeMarks(s string, field bool) string {
	s = markdownMarks.ReplaceAllString(s, `\$0`)
	if m := leadingMark.FindStringSubmatchIndex(s); m != nil {
		at := m[4] // before the sign, or between a number and its sign
		if c := s[at]; c >= '0' && c <= '9' {
			at = m[5] - 1
		}
		return s[:at] + `\` + s[at:]
	}
	if field && fieldLine.MatchString(s) {
		at := strings.IndexByte(s, ':')
		return s[:at] + `\` + s[at:]
	}
	return s
}

// escapeOutline writes a name so that outlineRows takes it for one.
func escapeOutline(s string) string {
	var b strings.Builder
	for i, r := range s {
		if strings.ContainsRune(`\>:→»–—-`, r) || i == 0 && strings.ContainsRune(".•●◦○▪■‣►➢└├─│*#[(§", r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	out := b.String()
	if m, _ := takeMark(out); m.kind == numberMark { // "1. …"
		if at := strings.IndexAny(out, ".)"); at >= 0 {
			out = out[:at] + `\` + out[at:]
		}
	}
	return out
}
