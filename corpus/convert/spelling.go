package convert

import (
	"strings"
	"unicode"
)

// longLabel is the number of letters from which a typing error is likelier than
// another person.
const longLabel = 7

// sameSpeaker tells whether two folded labels are spellings of one: they are
// the same, or differ in one letter of a long word, the rarer one standing seldom or being a slip in a
// word for who takes part in an interview.
func sameSpeaker(a, b string, na, nb int) bool {
	if a == b {
		return true
	}
	if len(a) < longLabel || len(b) < longLabel || min(na, nb) > 2 {
		return false
	}
	// "interveiwer" is nobody's name where there is an interviewer
	if slip := certainRole(a) != certainRole(b); !slip && min(na, nb)*4 > max(na, nb) {
		return false
	}
	ra, rb := []rune(a), []rune(b)
	if len(ra) < longLabel || len(rb) < longLabel || len(ra)-len(rb) > 1 || len(rb)-len(ra) > 1 {
		return false
	}
	wa, wb := strings.Fields(a), strings.Fields(b)
	if len(wa) != len(wb) {
		return false
	}
	different := 0
	for i := range wa {
		if wa[i] == wb[i] {
			continue
		}
		different++
		if len([]rune(wa[i])) < 5 || strings.ContainsFunc(wa[i]+wb[i], unicode.IsDigit) || !oneEdit([]rune(wa[i]), []rune(wb[i])) {
			return false
		}
	}
	return different == 1
}

// oneEdit tells whether one letter more, less or other, or two letters
// swapped, make a into b.
func oneEdit(a, b []rune) bool {
	i := 0
	for i < len(a) && i < len(b) && a[i] == b[i] {
		i++
	}
	j := 0
	for j < len(a)-i && j < len(b)-i && a[len(a)-1-j] == b[len(b)-1-j] {
		j++
	}
	ma, mb := a[i:len(a)-j], b[i:len(b)-j]
	switch {
	case len(ma) <= 1 && len(mb) <= 1:
		return true
	case len(ma) == 2 && len(mb) == 2:
		return ma[0] == mb[1] && ma[1] == mb[0]
	}
	return false
}
