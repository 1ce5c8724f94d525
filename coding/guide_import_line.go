package coding

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"crosscase/corpus/pattern"
)

// guideLine is a line of a guide, or a part of a table's cell.
type guideLine struct {
	raw    string // as it stands, for those who are told that it was left out
	text   string // its words, without the mark
	mark   lineMark
	level  int    // of a heading, from 1; 0 if it is none
	indent int    // blanks before it; a tab counts as four
	gap    bool   // a blank line stands before it
	bold   bool   // all of it is in bold type
	headed bool   // a question that was a heading
	column role   // of the table that it stands in
	why    string // known already: why it is left out
}

var (
	guideHeading = pattern.Of(`^(#{1,6})\s+(.*\S)\s*$`)
	setextLine   = pattern.Of(`^(?:={3,}|-{3,})$`)
	pipeRow      = pattern.Of(`^\|.*\|$|^[^|]+\|[^|]+\|.*$`)
	pipeBar      = pattern.Of(`^\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?$`)
	lineBreak    = pattern.Of(`(?i)<br\s*/?>`)
	escaped      = pattern.Of(`\\([!-/:-@\[-` + "`" + `{-~])`)
	boldLine     = pattern.Of(`^(?:\*\*[^*]+\*\*|__[^_]+__):?$`)
	strong       = pattern.Of(`(^|[^\pL\pN_])__([^_\s](?:[^_]*[^_\s])?)__($|[^\pL\pN_])`)
	emphasis     = pattern.Of(`(^|[^\pL\pN*_])[*_]([^\s*_](?:[^*_]*[^\s*_])?)[*_]($|[^\pL\pN*_])`)
)

// guideLines parts a text into lines, and tables into the parts of their cells.
func guideLines(text string) []guideLine {
	var out []guideLine
	var table [][]string
	gap := true
	endTable := func() {
		out = append(out, tableLines(table)...)
		table = nil
	}
	for raw := range strings.SplitSeq(text, "\n") {
		raw = strings.TrimRightFunc(raw, unicode.IsSpace)
		body := strings.TrimLeft(raw, " \t\u00a0>")
		cells := rowOf(body)
		if tabs := len(raw) - len(strings.TrimLeft(raw, "\t")); tabs > 0 && !pipeRow.MatchString(body) { // the first cells are empty
			switch {
			case cells != nil:
				cells = append(make([]string, tabs), cells...)
			case len(table) > 0 && !gap:
				cells = append(make([]string, tabs), body)
			}
		}
		if cells == nil && len(table) > 0 && body != "" {
			endTable()
		}
		switch {
		case setextLine.MatchString(body) && len(out) > 0 && !gap && out[len(out)-1].mark.kind == noMark && out[len(out)-1].level == 0:
			out[len(out)-1].level = 2
			if body[0] == '=' {
				out[len(out)-1].level = 1
			}
		case cells != nil:
			table = append(table, cells)
		case strings.ContainsFunc(body, isWordRune):
			for i, part := range splitRun(lineOf(body, indentOf(raw[:len(raw)-len(body)]), gap)) {
				part.gap = gap && i == 0
				out = append(out, part)
			}
		}
		gap = body == ""
	}
	endTable()
	out = joinWrapped(out)
	markBareNumbers(out)
	return out
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// rowOf returns the cells of a table's row, nil if the line is none. A tab after a mark is no
// table: "1.<tab>How …?".
func rowOf(body string) []string {
	switch {
	case pipeBar.MatchString(body) && strings.Contains(body, "|"):
		return []string{}
	case pipeRow.MatchString(body):
		body = strings.ReplaceAll(strings.Trim(body, "|"), `\|`, "\x00")
		cells := strings.Split(body, "|")
		for i, c := range cells {
			cells[i] = strings.TrimSpace(strings.ReplaceAll(lineBreak.ReplaceAllString(c, "\n"), "\x00", "|"))
		}
		return cells
	}
	first, rest, tab := strings.Cut(body, "\t")
	if !tab {
		return nil
	}
	body = lineBreak.ReplaceAllString(body, "\n")
	if m, words := takeMark(strings.TrimSpace(first) + " x"); m.kind != noMark && words == "x" && !strings.Contains(rest, "\t") {
		return nil
	}
	return strings.Split(body, "\t")
}

func indentOf(blanks string) int {
	n := 0
	for _, r := range blanks {
		if r == '\t' {
			n += 4 - n%4
		} else {
			n++
		}
	}
	return n
}

// lineOf takes one line apart.
func lineOf(body string, indent int, gap bool) guideLine {
	body = strings.Join(strings.Fields(body), " ")
	l := guideLine{raw: body, indent: indent, gap: gap, bold: boldLine.MatchString(body)}
	if m := guideHeading.FindStringSubmatch(body); m != nil {
		l.level, l.text = len(m[1]), plainMarks(strings.TrimRight(m[2], "# "))
		l.raw = l.text
		return l
	}
	body = plainMarks(body)
	l.raw = body
	l.mark, l.text = takeMark(body)
	return l
}

// plainMarks takes the marks of bold and italic type and the backslashes before signs away.
func plainMarks(s string) string {
	if !strings.ContainsAny(s, `*_\`) {
		return strings.TrimSpace(s)
	}
	s = escaped.ReplaceAllStringFunc(s, func(m string) string { return string(rune(escapedBase) + rune(m[1])) })
	s = strong.ReplaceAllString(strings.ReplaceAll(s, "**", ""), "$1$2$3")
	s = emphasis.ReplaceAllString(s, "$1$2$3")
	return strings.TrimSpace(unescaped(s))
}

// escapedBase is where an escaped character waits while signs are looked for.
const escapedBase = 0xF0000

func unescaped(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= escapedBase && r < escapedBase+0x10000 {
			return r - escapedBase
		}
		return r
	}, s)
}

// splitRun parts a line in which several marks follow each other, "a) How? b) Why?", as lines that a
// converter took for one paragraph.
func splitRun(l guideLine) []guideLine {
	var out []guideLine
	for l.mark.kind == letterMark || l.mark.kind == numberMark && l.mark.depth == 1 {
		next := nextMark(l.mark)
		if next == "" {
			break
		}
		at := -1
		for _, sign := range []string{".", ")"} {
			for from := 0; at < 0; {
				i := strings.Index(l.text[from:], " "+next+sign+" ")
				if i < 0 {
					break
				}
				if i += from; i > 0 && strings.ContainsAny(l.text[i-1:i], ".?!;") {
					at = i
				}
				from = i + 1
			}
		}
		if at < 0 {
			break
		}
		rest := lineOf(l.text[at+1:], l.indent, l.gap)
		l.raw, l.text = strings.TrimSuffix(l.raw, l.text[at:]), l.text[:at]
		out, l = append(out, l), rest
	}
	return append(out, l)
}

// nextMark returns the letter or number after that of a mark, "" if there is none.
func nextMark(m lineMark) string {
	if m.kind == numberMark {
		n, err := strconv.Atoi(m.key)
		if err != nil {
			return ""
		}
		return strconv.Itoa(n + 1)
	}
	if len(m.key) != 1 || m.key == "z" {
		return ""
	}
	return string(m.key[0] + 1)
}

const (
	wrapsFrom = 40   // characters: a shorter line was not wrapped, it ends
	fullLine  = 64   // characters: a longer line goes on even if a capital letter follows
	longest   = 4000 // bytes of a line that others are joined to
)

// joinWrapped puts the lines of one paragraph together, and the words below a number that
// stands alone to it.
func joinWrapped(lines []guideLine) []guideLine {
	out := lines[:0]
	for _, l := range lines {
		if n := len(out); n > 0 && l.column == noRole && wraps(out[n-1], l) {
			last := &out[n-1]
			last.raw += " " + l.raw
			last.text = strings.TrimSpace(last.text + " " + l.text)
			continue
		}
		out = append(out, l)
	}
	return out
}

func wraps(before, l guideLine) bool {
	if l.level > 0 || l.mark.kind != noMark || before.column != noRole {
		return false
	}
	if before.text == "" && before.level == 0 {
		return true // the number stood alone
	}
	if l.gap || before.level > 0 || len(before.raw) > longest || strings.ContainsAny(before.raw[len(before.raw)-1:], ".?!:;)") {
		return false
	}
	long := utf8.RuneCountInString(before.raw)
	return long >= wrapsFrom && startsLower(l.text) || long >= fullLine
}
