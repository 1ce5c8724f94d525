package convert

import (
	"strings"
	"unicode/utf8"
)

// noLabel is what labelEnd returns where the line cannot begin with a label.
const noLabel = -2

// labelEnd returns the byte at which a label ends: at a colon, at a time or at
// closing stars; -1 if the line has none of them soon enough, noLabel if what
// stands there is a sentence.
func labelEnd(s string) int {
	words, inside := 1, false // inside: brackets have opened, anything may stand there
	for i := 0; i < len(s) && i < 4*longestLabel; i++ {
		switch c := s[i]; c {
		case ':', '\n':
			return i
		case '[', '(', '{', '#', '\\', '<':
			if _, _, ok := cutClock(s[i:]); ok {
				return i
			}
			inside = true
		case '|':
			inside = true
		case '*':
			if strings.HasPrefix(s[i:], "**") {
				return i
			}
		case ' ', '\t':
			if i+1 < len(s) && s[i+1] != ' ' && s[i+1] != '\t' {
				if words++; words > mostWords+1 && !inside {
					return noLabel
				}
			}
		case ',':
			// "Hansen, Kari" may be a name
			if !inside && (i+2 >= len(s) || s[i+1] != ' ' || !upperAt(s, i+2)) {
				return noLabel
			}
		case ';', '!', '?', '"', '=', '/':
			if !inside {
				return noLabel
			}
		case 0xEF: // a colon as wide as a Chinese character
			if strings.HasPrefix(s[i:], wideColon) {
				return i
			}
		default:
			if isDigit(c) && i > 0 && (s[i-1] == ' ' || s[i-1] == '\t') {
				if _, n, _ := scanSpan(s[i:], false); n > 0 {
					return i // its colons end no label
				}
			}
		}
	}
	return -1
}

// closesHead tells whether nothing or a colon follows a time after a name.
func closesHead(s string) bool {
	return strings.TrimRight(s, " \t") == "" || s[0] == ':' && (len(s) == 1 || s[1] == ' ' || s[1] == '\t' || s[1] == '*')
}

const wideColon = "："

// cutBracketLabel takes a label in brackets off the front of s: [id1], \[id1\],
// <Livia>, or (I) where it is short.
func cutBracketLabel(s string) (label, rest string, ok bool) {
	t := strings.TrimPrefix(s, `\`)
	if t == "" || t[0] != '[' && t[0] != '<' && t[0] != '(' {
		return "", s, false
	}
	end := strings.IndexByte(t[:min(len(t), 4*longestLabel)], closingOf(t[0]))
	if end < 2 {
		return "", s, false
	}
	inside := strings.TrimSuffix(t[1:end], `\`)
	if t[0] == '(' && len(inside) > 4 && !certainRole(inside) && !numberedVoice(inside) {
		return "", s, false
	}
	if strings.ContainsAny(inside, "[]<>():/") || utf8.RuneCountInString(inside) > longestLabel {
		return "", s, false
	}
	return clean(inside), t[end+1:], true
}
