package convert

import (
	"strings"
	"time"
)

// cutClock takes a wrapped time off the front of s: in brackets (escaped or
// not), in parentheses, in braces, in angle brackets or between #.
func cutClock(s string) (at time.Duration, rest string, ok bool) {
	i := 0
	if strings.HasPrefix(s, `\`) {
		i = 1
	}
	if i+5 > len(s) {
		return 0, s, false
	}
	closing := closingOf(s[i])
	if closing == 0 {
		return 0, s, false
	}
	j := skipBlanks(s, i+1)
	at, n, _ := scanSpan(s[j:], closing == ']')
	if n == 0 {
		return 0, s, false
	}
	j = skipBlanks(s, j+n)
	if j < len(s) && s[j] == '\\' {
		j++
	}
	if j >= len(s) || s[j] != closing {
		return 0, s, false
	}
	return at, s[skipBlanks(s, j+1):], true
}

func closingOf(c byte) byte {
	switch c {
	case '[':
		return ']'
	case '(':
		return ')'
	case '{':
		return '}'
	case '<':
		return '>'
	case '#':
		return '#'
	}
	return 0
}

// cutBareClock takes a time without brackets off the front of s. A blank comes
// after it, or the end; or, as MAXQDA has it, a name right after a time with
// hours.
func cutBareClock(s string) (at time.Duration, rest string, parts int, ok bool) {
	if s == "" || !isDigit(s[0]) {
		return 0, s, 0, false
	}
	at, n, parts := scanSpan(s, false)
	if n == 0 || n < len(s) && s[n] != ' ' && s[n] != '\t' && (parts < 3 || !letterAt(s, n)) {
		return 0, s, 0, false
	}
	return at, s[skipBlanks(s, n):], parts, true
}

// longestWrapped is the length in bytes of the longest wrapped time, a span.
const longestWrapped = 48

// cutEndClock takes a wrapped time off the end of s.
func cutEndClock(s string) (at time.Duration, rest string, ok bool) {
	s = strings.TrimRight(s, " \t\n")
	if len(s) < 6 {
		return 0, s, false
	}
	var opens byte
	switch s[len(s)-1] {
	case '#':
		opens = '#'
	case ']':
		opens = '['
	case ')':
		opens = '('
	case '}':
		opens = '{'
	default:
		return 0, s, false
	}
	from := max(0, len(s)-longestWrapped)
	i := strings.LastIndexByte(s[from:len(s)-1], opens)
	if i < 0 {
		return 0, s, false
	}
	i += from
	if i > 0 && s[i-1] == '\\' {
		i--
	}
	at, rest, ok = cutClock(s[i:])
	if !ok || rest != "" {
		return 0, s, false
	}
	return at, strings.TrimRight(s[:i], " \t\n"), true
}
