package convert

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// opening is a line that may start a turn: a label, perhaps a time, the words.
type opening struct {
	label   string // cleaned: no stars, brackets or blanks around it
	words   string
	at      time.Duration
	hasTime bool
	alone   bool   // nothing follows the label on its line
	bare    bool   // no colon: a name and a time, or a name in brackets
	bracket bool   // the label stands in [] or <>
	loose   bool   // a name and a time that may be something else: judged by the lines around
	plain   bool   // the time stands without brackets and hours, as that of a programme
	early   bool   // a time stands before the label
	number  string // of the turn, before the label
	date    string // of a chat's line: "12/03/2024"
	address string // words of a chat that go: "From … to Everyone", "pm"
	// weak says that the label is set off as labels seldom are; see parseWeak.
	weak weakness
}

// parseOpening reads a line as the start of a turn; ok is false if it cannot be
// one. It judges the line alone: whether the label is a speaker's depends on
// the other lines.
func parseOpening(line string) (o opening, ok bool) {
	s, mark := unstar(afterDash(line))
	if s == "" {
		return o, false
	}
	if c, rest, found := cutChatStamp(s); found {
		o.at, o.hasTime, o.date, o.address, s = c.at, true, c.date, c.half, rest
	} else if at, rest, found := cutClock(s); found {
		o.at, o.hasTime, o.early, s = at, true, true, rest
	} else if at, rest, parts, found := cutBareClock(s); found && rest != "" {
		o.at, o.hasTime, o.early, o.plain, s = at, true, true, parts < 3, rest
	}
	if o.hasTime {
		s = afterDash(s)
	}
	if rest, more := unstar(s); more != "" {
		s, mark = rest, more
	}
	if o.hasTime {
		if label, rest, address := cutAddress(s); address != "" {
			o.label, o.address = label, o.address+address
			return o.afterLabel(rest, "")
		}
	}
	if label, rest, found := cutBracketLabel(s); found {
		o.label, o.bracket = label, true
		return o.afterLabel(rest, mark)
	}
	if !letterAt(s, 0) {
		return o, false
	}
	if !o.hasTime && len(s) < 6*longestLabel {
		if head, fine := parseHead(s); fine {
			return head, true
		}
	}
	end := labelEnd(s)
	switch {
	case end == noLabel || end < 0 && len(s) > 4*longestLabel:
		return o, false
	case end < 0:
		end = len(s)
	}
	o.label = clean(s[:end])
	return o.afterLabel(s[end:], mark)
}

// afterDash returns s without the blanks, the dash or the bullet before it.
func afterDash(s string) string {
	s = s[skipBlanks(s, 0):]
	for _, dash := range [...]string{"-", "–", "—", "•", "*"} {
		if rest, ok := strings.CutPrefix(s, dash); ok && rest != "" && (rest[0] == ' ' || rest[0] == '\t') {
			return rest[skipBlanks(rest, 0):]
		}
	}
	return s
}

// unstar takes the marks that open bold or slanted type off the front of s, and
// returns them: "**", "__", "*" or "_".
func unstar(s string) (rest, mark string) {
	for _, mark := range [...]string{"**", "__", "*", "_"} {
		if rest, ok := strings.CutPrefix(s, mark); ok {
			if len(mark) == 2 {
				return rest[skipBlanks(rest, 0):], mark
			}
			if letterAt(rest, 0) || rest != "" && (rest[0] == '[' || rest[0] == '(') {
				return rest, mark
			}
		}
	}
	return s, ""
}

// parseHead reads a line that is a name and a time and nothing else, as Otter
// and Teams head a turn. With two blanks between them it can hardly be anything
// else; with one, a dash or a comma it is loose.
func parseHead(s string) (opening, bool) {
	s = strings.TrimRight(s, " \t")
	if s == "" || !isDigit(s[len(s)-1]) {
		return opening{}, false
	}
	i := strings.LastIndexAny(s, " \t")
	if i < 0 {
		return opening{}, false
	}
	at, n, parts := scanClock(s[i+1:], false)
	if n == 0 || i+1+n != len(s) {
		return opening{}, false
	}
	name := strings.TrimRight(s[:i], " \t")
	sure := i+1-len(name) > 1 || s[i] == '\t'
	if !sure {
		for _, mark := range [...]string{",", "-", "–", "—", "|", "·"} {
			name = strings.TrimRight(strings.TrimSuffix(name, mark), " \t")
		}
	}
	if !looksLikeLabel(name) {
		return opening{}, false
	}
	return opening{label: clean(name), at: at, hasTime: true, alone: true, bare: true, loose: !sure, plain: !sure && parts < 3}, true
}

// afterLabel reads what stands between the label and the words: stars, a colon
// and a time, in any order.
func (o opening) afterLabel(s, mark string) (opening, bool) {
	colon, glued := false, false // glued: something stands right after the colon
	within := false              // a time stands between the label and the words, and no colon
	for {
		s = s[skipBlanks(s, 0):]
		if s == "" {
			break
		}
		if rest, ok := strings.CutPrefix(s, mark); ok && mark != "" {
			s, mark = rest, ""
			continue
		}
		if !colon && s[0] == ':' {
			colon, s = true, s[1:]
			glued = s != "" && s[0] != ' ' && s[0] != '\t'
			continue
		}
		if rest, ok := strings.CutPrefix(s, wideColon); ok && !colon {
			colon, s = true, rest
			continue
		}
		if !o.hasTime {
			if at, rest, ok := cutClock(s); ok {
				o.at, o.hasTime, s = at, true, rest
				within = !colon
				continue
			}
			if at, rest, parts, ok := cutBareClock(s); ok && colon && parts == 3 && rest != "" {
				o.at, o.hasTime, s = at, true, rest
				continue
			}
			if at, n, parts := scanSpan(s, false); n > 0 && !colon {
				o.at, o.hasTime, o.loose, o.plain, s = at, true, true, parts < 3, strings.TrimPrefix(s[n:], mark)
				if !closesHead(s) {
					within, s = true, afterDash(s)
				}
				mark = ""
				continue
			}
		}
		break
	}
	o.words = s
	o.alone = s == ""
	o.bare = !colon
	if !looksLikeLabel(o.label) {
		return o, false
	}
	if colon {
		o.loose = false
		return o, !glued || !notTalk(o.label, s)
	}
	// "Fine." is none, and "Speaker 1" may stand alone as "Interviewer" may
	if c, _ := utf8.DecodeLastRuneInString(o.label); !unicode.IsLetter(c) && !unicode.IsDigit(c) && c != ')' {
		return o, false
	}
	role := roleOfWord(o.label) != "" && len(o.label) > 3 || numberedVoice(o.label) && endsInDigit(o.label)
	switch {
	case o.bracket:
		// "[Speaker 2]" and "<Livia> Yes" are turns, "[laughs] yes" is none
		return o, !isRemark(o.label) && (o.alone || named(o.label))
	case !o.hasTime:
		return o, o.alone && role && !strings.Contains(o.label, "(")
	}
	// "[00:00:05] Fine" may be the words of a caption, "12:30 Lunch" a programme's
	o.loose = o.loose || o.early && !role && !numberedVoice(o.label)
	if within && role {
		o.loose = false // "Intervjuer 00:00:05 Hei"; names are judged by clockInline
		return o, true
	}
	return o, o.alone
}

// notTalk tells whether a colon is that of an address, a clock or a ratio, by
// what stands right before and after it.
func notTalk(label, words string) bool {
	return strings.HasPrefix(words, "//") || words != "" && isDigit(words[0]) && endsInDigit(label) && !numberedVoice(label) && roleOfWord(label) == ""
}

func upperAt(s string, i int) bool {
	c, _ := utf8.DecodeRuneInString(s[i:])
	return unicode.IsUpper(c)
}

func letterAt(s string, i int) bool {
	if i >= len(s) {
		return false
	}
	if c := s[i]; c < utf8.RuneSelf {
		return c|0x20 >= 'a' && c|0x20 <= 'z'
	}
	c, _ := utf8.DecodeRuneInString(s[i:])
	return unicode.IsLetter(c)
}
