package coding

import (
	"strconv"
	"strings"
	"unicode"

	"crosscase/corpus/pattern"
)

// markKind is what stands before the words of a line in a guide.
type markKind int

const (
	noMark     markKind = iota
	idMark              // [Q2.1], Q3, Spørsmål 3:
	numberMark          // 1., 1), (1), 1.2
	upperMark           // A.
	letterMark          // a), (a)
	romanMark           // ii., IV)
	bulletMark          // -, •
)

// lineMark is the mark of a line.
type lineMark struct {
	kind  markKind
	key   string // of an id or a number: "Q2.1", "1.2"
	depth int    // of a number: 2 for 1.2
	rank  int    // of a bullet: 1 for those that word processors give a first level, then 2 and 3
}

var (
	idInBrackets = pattern.Of(`^\[\s*(\pL{0,3}\d{1,4}(?:[.\-]\d+)*[a-z]?)\s*\]\s*[:.)–-]?\s*(.*)$`)
	idInWords    = pattern.Of(`(?i)^(?:hovud|hoved|main )?(?:spørsmål|spørgsmål|spm\.?|fråga|frage|question)\s*(?:nr\.?\s*)?(\d{1,3}(?:\.\d{1,3})*[a-z]?)\s*(?:[:.)–-]\s*|\s+|$)(.*)$`)
	idLetter     = pattern.Of(`^(?:[QS]p?\.?\s?(\d{1,3}(?:[.\-]\d{1,3})*[a-z]?)(?:\s*[:.)–-]\s*|\s+|$)|[qs]p?\.?\s?(\d{1,3}(?:[.\-]\d{1,3})*[a-z]?)\s*[:.)]\s*)(.*)$`)
	numbered     = pattern.Of(`^(?:\((\d{1,3}(?:\.\d{1,3})*)\)\s*|(\d{1,3}(?:\.\d{1,3})*)[.):]+(?:\s+|$|(\pL|["«“(]))|(\d{1,3}(?:\.\d{1,3})*)\s+[–—-]\s+(\pL)|(\d{1,2}(?:\.\d{1,3})+)\s+(\p{Lu}|["«“])|(\d{1,2})\s+(\p{Lu}\pL+\s.*\?)$)`)
	idOfPart     = pattern.Of(`^([A-ZÆØÅ]\d{1,2}(?:\.\d{1,2})*[a-z]?)\s*[:.)–-]\s*(\S.*)$`)
	subLetter    = pattern.Of(`^(\d{1,2}[a-z])[.):]+\s+(\S.*)$`)
	bareNumber   = pattern.Of(`^(\d{1,2})\s+(\p{Lu}.*)$`)
	monthAfter   = pattern.Of(`(?i)^(?:jan|feb|mar|apr|ma[iy]|jun|jul|aug|sep|o[kc]t|nov|de[sc])\pL*\.?,?\s+\d{4}`)
	upperLetter  = pattern.Of(`^([A-ZÆØÅ])[.):]\s+(\S.*)$`)
	lowerLetter  = pattern.Of(`^\(?([a-zæøå])(?:\)\s*|\.\s+)(\S.*)$`)
	romanNumber  = pattern.Of(`^\(?([ivx]{1,5}|[IVX]{1,5})[.)]\s+(\S.*)$`)
	asciiBullet  = pattern.Of(`^(?:[-*+–—]|o)\s+(?:\[[ xX]?\]\s*)?(\S.*)$`)
)

// bulletRanks gives the bullets that word processors use for inner levels.
var bulletRanks = map[rune]int{'•': 1, '●': 1, '·': 1, '∙': 1, '‣': 1, '▸': 1, '►': 1, '➢': 1, '➤': 1, '→': 1, '✓': 1, '✔': 1, '☐': 1, '▢': 1, '□': 1,
	'◦': 2, '○': 2, 'o': 2, '▪': 3, '■': 3, '§': 3}

// takeMark parts a line into its mark and its words.
func takeMark(s string) (lineMark, string) {
	if m, rest := takeNumber(s); m.kind != noMark {
		return m, rest
	}
	if m := romanNumber.FindStringSubmatch(s); m != nil {
		return lineMark{kind: romanMark, key: m[1]}, m[2]
	}
	if m := upperLetter.FindStringSubmatch(s); m != nil {
		return lineMark{kind: upperMark, key: m[1]}, m[2]
	}
	if m := lowerLetter.FindStringSubmatch(s); m != nil {
		return lineMark{kind: letterMark, key: m[1]}, m[2]
	}
	first, rest := firstRune(s)
	rank := bulletRanks[first]
	switch m := asciiBullet.FindStringSubmatch(s); {
	case m != nil:
		rest, rank = m[1], max(rank, 1)
	case rank == 0 || first == 'o' || rest == "":
		return lineMark{}, s
	}
	rest = strings.TrimSpace(rest)
	if m, inner := takeNumber(rest); m.kind != noMark { // "- 1. …", "- [Q2.1] …"
		return m, inner
	}
	return lineMark{kind: bulletMark, rank: rank}, rest
}

// takeNumber parts off an id or a number.
func takeNumber(s string) (lineMark, string) {
	if m := idInBrackets.FindStringSubmatch(s); m != nil {
		return lineMark{kind: idMark, key: m[1]}, m[2]
	}
	if m := idInWords.FindStringSubmatch(s); m != nil {
		return lineMark{kind: idMark, key: "q" + m[1]}, m[2]
	}
	if m := idLetter.FindStringSubmatch(s); m != nil {
		return lineMark{kind: idMark, key: "q" + m[1] + m[2]}, m[3]
	}
	if m := idOfPart.FindStringSubmatch(s); m != nil { // A1. …
		return lineMark{kind: idMark, key: m[1]}, m[2]
	}
	if m := subLetter.FindStringSubmatch(s); m != nil { // 1a) …
		return lineMark{kind: numberMark, key: m[1], depth: 2}, m[2]
	}
	at := numbered.FindStringSubmatchIndex(s)
	if at == nil {
		return lineMark{}, s
	}
	rest := s[at[1]:]
	for _, group := range []int{3, 5, 7, 9} { // letters that were looked at belong to the words
		if from := at[2*group]; from >= 0 {
			rest = s[from:]
		}
	}
	key := ""
	for _, group := range []int{1, 2, 4, 6, 8} {
		if at[2*group] >= 0 {
			key = s[at[2*group]:at[2*group+1]]
		}
	}
	if monthAfter.MatchString(rest) {
		return lineMark{}, s // 12. mai 2016
	}
	return lineMark{kind: numberMark, key: key, depth: 1 + strings.Count(key, ".")}, strings.TrimSpace(rest)
}

// markBareNumbers marks the lines that are numbered without a sign behind the number, if at least three
// count up from one.
func markBareNumbers(lines []guideLine) {
	var at []int
	last := 0
	for i, l := range lines {
		m := bareNumber.FindStringSubmatch(l.raw)
		if m == nil || l.level > 0 || l.column != noRole || l.mark.kind != noMark && l.mark.depth != 1 {
			continue
		}
		n, _ := strconv.Atoi(m[1])
		if n != last+1 && n != 1 {
			return
		}
		last = n
		at = append(at, i)
	}
	if len(at) < 3 {
		return
	}
	for _, i := range at {
		m := bareNumber.FindStringSubmatch(lines[i].raw)
		lines[i].mark, lines[i].text = lineMark{kind: numberMark, key: m[1], depth: 1}, m[2]
	}
}

func firstRune(s string) (first rune, rest string) {
	for i, r := range s {
		if i > 0 {
			return first, s[i:]
		}
		first = r
	}
	return first, ""
}

// startsLower tells whether the first letter of a text is a small one.
func startsLower(s string) bool {
	for _, r := range s {
		if unicode.IsLetter(r) {
			return unicode.IsLower(r)
		}
	}
	return false
}
