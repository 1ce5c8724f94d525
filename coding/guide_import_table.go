package coding

import (
	"slices"
	"strings"

	"crosscase/corpus/pattern"
)

// role is what a column of a guide's table holds.
type role int

const (
	noRole role = iota
	themeColumn
	questionColumn
	probeColumn
	numberColumn
	researchColumn
	otherColumn
)

// columnWords tell the role of a column by its head; the first that fits holds, so the
// narrower words come first.
var columnWords = []struct {
	role  role
	words *pattern.Pattern
}{
	{researchColumn, pattern.Of(`(?i)forsk(?:n)?ings?spørsmål|problemstilling|research question|^(?:rq|fs)s?\.?$|^answers$|svarer på`)},
	{probeColumn, pattern.Of(`(?i)oppfølg|oppfylg|utdyp|stikkord|nøkkelord|underspørsmål|hjelpespørsmål|tilleggsspørsmål|lytt etter|follow|probe|probing|prompt|keyword|listen for|cue|sub-?questions?`)},
	{questionColumn, pattern.Of(`(?i)spørsmål|spørgsmål|spørjing|questions?|fråg|frage|^ask$|^item$`)},
	{themeColumn, pattern.Of(`(?i)tema|område|emne|bolk|kategori|dimensjon|theme|topic|area|section|domain|dimension|categor|subject|^del$|^part$`)},
	{numberColumn, pattern.Of(`(?i)^(?:nr|no|id|nummer|number|#|n)\.?$`)},
}

// tableLines returns the parts of a table's cells as lines, each with the role of its column.
// Roles come from the words of the first row, else from what the columns hold.
func tableLines(table [][]string) []guideLine {
	var rows [][]string
	width := 0
	for _, r := range table {
		if strings.ContainsFunc(strings.Join(r, ""), isWordRune) {
			rows, width = append(rows, r), max(width, len(r))
		}
	}
	if len(rows) == 0 {
		return nil
	}
	for i, r := range rows { // every row as wide as the widest
		rows[i] = append(make([]string, 0, width), r...)[:len(r):width]
		for len(rows[i]) < width {
			rows[i] = append(rows[i], "")
		}
	}
	var out []guideLine
	roles, head := rolesByHead(rows[0]), rows[0]
	if roles != nil {
		out = append(out, guideLine{raw: strings.Join(nonEmpty(rows[0]), " | "), why: whyHead, column: otherColumn})
		rows = rows[1:]
		if !slices.Contains(roles, themeColumn) {
			for c, r := range roles { // research questions in full stand above the questions as themes do
				if r == researchColumn && slices.ContainsFunc(rows, func(row []string) bool { return row[c] != "" && researchKeys(row[c]) == nil }) {
					roles[c] = themeColumn
				}
			}
		}
		for c := range roles { // a column without a head, to the right of the questions
			if c > 0 && roles[c-1] == questionColumn && strings.TrimSpace(head[c]) == "" && asksIn(rows, c) {
				roles[c] = questionColumn
			}
		}
	} else {
		roles = rolesByContent(rows)
	}
	theme := ""
	for _, r := range rows {
		out = append(out, rowLines(r, roles, &theme)...)
	}
	return out
}

func asksIn(rows [][]string, c int) bool {
	return slices.ContainsFunc(rows, func(r []string) bool { return endsAsking(r[c]) })
}

func nonEmpty(cells []string) []string {
	var out []string
	for _, c := range cells {
		if c != "" {
			out = append(out, strings.Join(strings.Fields(c), " "))
		}
	}
	return out
}

// rolesByHead returns the roles that the words of a head row give, nil if it is none.
func rolesByHead(head []string) []role {
	roles := make([]role, len(head))
	found := map[role]int{}
	for i, cell := range head {
		cell = plainMarks(strings.TrimLeft(strings.Join(strings.Fields(cell), " "), "# "))
		if strings.Contains(cell, "?") || len(strings.Fields(cell)) > 5 {
			return nil
		}
		roles[i] = otherColumn
		for _, c := range columnWords {
			if c.words.MatchString(cell) && (found[c.role] == 0 || c.role == probeColumn) {
				roles[i] = c.role
				break
			}
		}
		found[roles[i]]++
	}
	if found[questionColumn] == 0 {
		return nil
	}
	return roles
}

// rolesByContent gives the columns of a table without a head their roles: numbers; then
// theme, questions and probes from left to right, without a theme where the first
// column holds questions itself.
func rolesByContent(rows [][]string) []role {
	roles := make([]role, len(rows[0]))
	var words []int // columns that hold words
	asks := make([]int, len(roles))
	for c := range roles {
		filled, numbers := 0, 0
		for _, r := range rows {
			cell := strings.TrimSpace(r[c])
			if cell == "" {
				continue
			}
			filled++
			if m, rest := takeMark(cell + " x"); m.kind != noMark && rest == "x" || !strings.ContainsFunc(strings.TrimLeft(cell, "0123456789.)( "), isWordRune) {
				numbers++
			}
			if strings.Contains(cell, "?") {
				asks[c]++
			}
		}
		switch {
		case filled == 0:
			roles[c] = otherColumn
		case numbers == filled:
			roles[c] = numberColumn
		default:
			words = append(words, c)
		}
	}
	order := []role{themeColumn, questionColumn, probeColumn}
	if len(words) == 1 || len(words) > 1 && asks[words[0]] > 0 && asks[words[0]]*2 >= asks[words[1]] {
		order = order[1:] // the first column of words asks already
	}
	for i, c := range words {
		roles[c] = otherColumn
		if i < len(order) {
			roles[c] = order[i]
		}
	}
	return roles
}

// rowLines returns the lines of one row: its theme, if another than that of the row above,
// its questions, and the probes of the last of them.
func rowLines(row []string, roles []role, theme *string) []guideLine {
	var out []guideLine
	number := ""
	for _, want := range []role{themeColumn, numberColumn, researchColumn, questionColumn, probeColumn, otherColumn} {
		for c, cell := range row {
			if roles[c] != want || !strings.ContainsFunc(cell, isWordRune) {
				continue
			}
			switch want {
			case themeColumn:
				label := plainMarks(strings.TrimLeft(strings.Join(strings.Fields(cell), " "), "# "))
				if label != *theme {
					*theme = label
					out = append(out, guideLine{raw: label, text: label, level: tableLevel, column: want})
				}
			case numberColumn:
				number = strings.TrimSpace(cell)
			case researchColumn:
				out = append(out, guideLine{raw: cell, text: strings.Join(strings.Fields(cell), " "), column: want})
			case questionColumn:
				out = append(out, cellLines(cell, number, want)...)
			case probeColumn:
				out = append(out, cellLines(cell, "", want)...)
			default:
				out = append(out, guideLine{raw: strings.Join(strings.Fields(cell), " "), why: whyColumn, column: want})
			}
		}
	}
	return out
}

// tableLevel is the level of a theme that a table names: below all headings.
const tableLevel = 9
