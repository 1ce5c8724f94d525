package coding

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"crosscase/corpus/pattern"
)

// headingMark is what numbers a heading.
var headingMark = pattern.Of(`^(?:\d+(?:\.\d+)*[.)]?|[IVX]+[.)]|[A-ZÆØÅ][.)])\s+`)

// takeTitle finds the title of a guide and returns the other lines: the heading that alone has
// the highest level, or a first line that calls itself a guide.
func takeTitle(lines []guideLine) (title string, rest []guideLine) {
	levels := map[int]int{}
	first := -1
	for i, l := range lines {
		if l.level > 0 && l.level < tableLevel {
			levels[l.level]++
			if first < 0 {
				first = i
			}
		}
	}
	at := -1
	switch {
	case first >= 0 && levels[lines[first].level] == 1 && len(levels) > 1 && highest(levels) == lines[first].level:
		at = first
	case first >= 0 && titleLine.MatchString(lines[first].text) && !endsAsking(lines[first].text):
		at = first
	case len(lines) > 0 && lines[0].level == 0 && lines[0].mark.kind == noMark && lines[0].column == noRole && !endsAsking(lines[0].raw) &&
		utf8.RuneCountInString(lines[0].raw) <= 120 && titleLine.MatchString(lines[0].raw):
		at = 0
	}
	if at < 0 {
		return "", lines
	}
	return strings.TrimRight(lines[at].text, ":"), append(append([]guideLine{}, lines[:at]...), lines[at+1:]...)
}

func highest(levels map[int]int) int {
	for l := 1; ; l++ {
		if levels[l] > 0 {
			return l
		}
	}
}

// findThemes makes headings of the lines that name a theme without being one, and questions of
// the headings that ask.
func findThemes(lines []guideLine) {
	headings := 0
	for _, l := range lines {
		if l.level > 0 && l.level < tableLevel {
			headings++
		}
	}
	if headings > 0 {
		headingsThatAsk(lines)
	} else {
		marksOfThemes(lines)
	}
	numbers := 0
	for _, l := range lines {
		if l.mark.kind == numberMark || l.mark.kind == idMark {
			numbers++
		}
	}
	for i := range lines {
		if namesTheme(lines, i, headings > 0, numbers > 1) {
			lines[i].level = 1
			lines[i].text = strings.TrimSuffix(lines[i].raw, ":")
		}
	}
}

// headingsThatAsk makes questions of headings that ask or bear an id, unless numbered
// questions stand below them.
func headingsThatAsk(lines []guideLine) {
	top := 0
	for _, l := range lines {
		if l.level > 0 && !endsAsking(l.text) && (top == 0 || l.level < top) {
			top = l.level
		}
	}
	for i := range lines {
		l := &lines[i]
		m, words := takeNumber(l.text)
		if l.level == 0 || l.level == tableLevel || l.level <= top || !endsAsking(l.text) && m.kind != idMark {
			continue
		}
		below := false
		for _, next := range lines[i+1:] {
			if next.level > 0 {
				break
			}
			below = below || (next.mark.kind == numberMark || next.mark.kind == idMark) && endsAsking(next.text)
		}
		if !below {
			if m.kind == noMark {
				m.kind = idMark
			}
			l.level, l.mark, l.text, l.headed = 0, m, words, true
		}
	}
}

// marksOfThemes makes headings of the lines with one kind of mark (A., II., 1.) where these do not
// ask and most have lines below them that do, or that are numbered within them.
func marksOfThemes(lines []guideLine) {
	for _, kind := range []markKind{romanMark, upperMark, numberMark} {
		count, asking, above := 0, 0, 0
		is := func(l guideLine) bool {
			return l.mark.kind == kind && (kind != numberMark || l.mark.depth == 1) && l.indent < 4 && l.column == noRole
		}
		for i, l := range lines {
			if !is(l) || l.text == "" {
				continue
			}
			count++
			if poses(l.text) || len(strings.Fields(l.text)) > 10 {
				asking++
			}
			if hasQuestionsBelow(lines[i+1:], is) {
				above++
			}
		}
		if count == 0 || asking*5 > count || above*5 < count*3 {
			continue
		}
		for i, l := range lines {
			if is(l) && !poses(l.text) {
				lines[i].level = 1
			}
		}
		return
	}
}

// hasQuestionsBelow tells whether a line up to the next of the same kind is numbered, or half of
// them ask.
func hasQuestionsBelow(lines []guideLine, same func(guideLine) bool) bool {
	n, asking := 0, 0
	for _, l := range lines {
		if same(l) || l.level > 0 {
			break
		}
		if isNumbered(l) {
			return true
		}
		n++
		if poses(l.text) {
			asking++
		}
	}
	return n > 0 && asking*2 >= n
}

const (
	themeWords = 8  // at most, of a plain line that names a theme
	themeChars = 70 // at most
)

// namesTheme tells whether a plain line names a theme: by its words ("Theme 2: …", "Consent"), by
// capitals or bold type, or, in a guide without headings, because it is short and questions follow.
func namesTheme(lines []guideLine, i int, headings, numbers bool) bool {
	l := lines[i]
	if l.level > 0 || l.mark.kind != noMark || l.column != noRole || l.why != "" || endsAsking(l.text) || orders(l.text) {
		return false
	}
	if _, labelled := asProbe(l.text); labelled {
		return false
	}
	words := len(strings.Fields(l.text))
	if themeLine.MatchString(l.text) && words <= 14 {
		return true
	}
	if headings || words > themeWords || utf8.RuneCountInString(l.text) > themeChars || formLine.MatchString(l.text) || guideResearch.MatchString(l.text) ||
		strings.ContainsAny(l.text[len(l.text)-1:], ".,;!") {
		return false
	}
	if l.bold || allCapitals(l.text) || partOf(strings.TrimSuffix(l.text, ":")) != askPart && words <= 5 {
		return i+1 < len(lines)
	}
	if l.indent > 0 || startsLower(l.text) || i+1 == len(lines) || imperatives.MatchString(l.text) {
		return false
	}
	next := lines[i+1]
	switch next.mark.kind {
	case numberMark, idMark:
		return true
	case noMark:
		return next.level == 0 && endsAsking(next.text) && !numbers
	}
	return next.level == 0 && !numbers
}

func allCapitals(s string) bool {
	n := 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			if unicode.IsLower(r) {
				return false
			}
			n++
		}
	}
	return n > 2
}
