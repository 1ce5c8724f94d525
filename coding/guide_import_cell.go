package coding

import (
	"strings"
	"unicode/utf8"

	"crosscase/corpus/pattern"
)

var (
	partByNumber   = pattern.Of(`(?:^|[\s?.!])(\d{1,2}(?:\.\d{1,2})*[.)]\s+["«“]?\p{Lu})`)
	partByBullet   = pattern.Of(`\s([•●◦○▪■‣►➢→]\s*\S)`)
	partByQuestion = pattern.Of(`\?["”»)]*\s+(["“«(]?(?:\p{Lu}|[-–]\s))`)
	endsSentence   = pattern.Of(`[?.!:;]["”»)]*\s*$`)
)

// cutCell puts a line end where a part of a cell begins that stands in one line with the part before.
func cutCell(cell string) string {
	cuts := map[int]bool{}
	first, _ := takeNumber(strings.TrimSpace(cell))
	for _, at := range []*pattern.Pattern{partByNumber, partByBullet, partByQuestion} {
		if at == partByQuestion && first.kind == numberMark {
			break // a number says where a question begins
		}
		for _, m := range at.FindAllStringSubmatchIndex(cell, -1) {
			before := cell[max(0, m[2]-8):m[2]]
			if at != partByNumber || first.kind == numberMark || endsSentence.MatchString(before) {
				cuts[m[2]] = true
			}
		}
	}
	if len(cuts) == 0 {
		return cell
	}
	var b strings.Builder
	for i := range len(cell) {
		if cuts[i] {
			b.WriteByte('\n')
		}
		b.WriteByte(cell[i])
	}
	return b.String()
}

// cellLines parts a cell into the questions, or the probes, that it holds: line by line, at
// numbers and bullets, and after each question mark.
func cellLines(cell, number string, column role) []guideLine {
	cell = cutCell(cell)
	var out []guideLine
	for part := range strings.SplitSeq(cell, "\n") {
		if !strings.ContainsFunc(part, isWordRune) {
			continue
		}
		l := lineOf(strings.TrimLeft(part, " \t"), indentOf(part[:len(part)-len(strings.TrimLeft(part, " \t"))]), true)
		l.level, l.column = 0, column
		if number != "" && len(out) == 0 && l.mark.kind == noMark {
			if m, rest := takeMark(number + " x"); rest == "x" && m.kind != bulletMark {
				l.mark = m
			} else if utf8.RuneCountInString(number) < 8 {
				l.mark = lineMark{kind: numberMark, key: strings.Trim(number, ".) "), depth: 1}
			}
		}
		out = append(out, l)
	}
	if column == questionColumn {
		markQuestions(out)
	}
	return out
}

// markQuestions marks which parts of a cell are questions where no number says so: those that
// ask, else the bullets, else all of them. What stands between is a probe.
func markQuestions(parts []guideLine) {
	asking, bullets, indent := false, false, 0
	for _, l := range parts {
		switch l.mark.kind {
		case numberMark, idMark:
			return
		case bulletMark:
			if !bullets || l.indent < indent {
				bullets, indent = true, l.indent
			}
		case noMark:
			asking = asking || poses(l.text)
		}
	}
	for i, l := range parts {
		switch {
		case orders(l.text):
		case asking && l.mark.kind == noMark && poses(l.text), !asking && bullets && l.mark.kind == bulletMark && l.indent == indent, !asking && !bullets:
			parts[i].mark = lineMark{kind: idMark}
		}
	}
}
