package convert

import (
	"regexp"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// opening is a line that may start a turn: a label, perhaps a time, the words.
type opening struct {
	label   string // cleaned: no stars, brackets or blanks around it
	at      time.Duration
	hasTime bool
	alone   bool // nothing follows the label on its line
	early   bool // a time in brackets stands before the label
	bare    bool // no colon: a name and a time, or a name in brackets
	words   string
}

// longestLabel is the length in characters above which nothing is a name.
const longestLabel = 40

var (
	dash          = regexp.MustCompile(`^[ \t]*(?:[-–—•*][ \t]+)?`)
	bracketLabel  = regexp.MustCompile(`^(?:\[([^\[\]:]{1,40})\]|<([^<>:/]{1,40})>)`)
	headOfPair    = regexp.MustCompile(`^(?i:dato|date|tid|time|sted|place|location|varighet|duration|length|lengde|til stede|present|tilstede|deltakere|deltagere|participants|attendees|kommune|case|prosjekt|project|tema|topic|title|tittel|emne|subject|referent|transkribert av|transkribert|transcribed by|transcriber|opptak|recording|fil|file|filnavn|filename|merknad|note|notes|obs|nb|kilde|kilder|source|sources|figur|figure|tabell|table|mål|delmål|hovedmål|tiltak|ansvar|ansvarlig|frist|status|kommentar|resultat|indikator|vedtak|vedlegg|sak|saksnr|goal|goals|action|actions|measure|responsible|deadline|cost|kostnad|budsjett|eksempel|example|dvs|f.eks|obs!|ps|http|https|www|e-post|epost|email|e-mail|telefon|tlf|phone|web|adresse|address|stilling|cargo|rolle|role|alder|age|kjønn|gender|språk|language|format|version|versjon|side|page|kapittel|chapter|legend|forkortelser|tegnforklaring|transcription conventions)$`)
	numbered      = regexp.MustCompile(`^(?i:speaker|taler|person|unknown|ukjent)[ _]?(?:speaker|taler|\d{1,2})?$`)
	capitalParts  = map[string]bool{"av": true, "von": true, "van": true, "de": true, "der": true, "da": true, "du": true, "af": true, "la": true, "le": true, "og": true, "and": true, "i": true, "den": true}
	sentenceMarks = ".,;!?\"«»“”/\\=…"
)

// parseOpening reads a line as the start of a turn; ok is false if it cannot be
// one. It judges the line alone: whether the label is a speaker's depends on
// the other lines.
func parseOpening(line string) (o opening, ok bool) {
	s := line[len(dash.FindString(line)):]
	s, starred := unstar(s)
	if at, rest, found := cutClock(s); found {
		o.at, o.hasTime, o.early, s = at, true, true, rest
	} else if at, rest, found := cutBareClock(s); found && rest != "" {
		o.at, o.hasTime, s = at, true, rest
	}
	if rest, more := unstar(s); more {
		s, starred = rest, true
	}
	if m := bracketLabel.FindStringSubmatch(s); m != nil {
		o.label = strings.TrimSpace(m[1] + m[2])
		return o.afterLabel(strings.TrimLeft(s[len(m[0]):], " \t"), starred, true)
	}
	if len(s) > 6*longestLabel {
		// a long line: only its head matters
	} else if m := trailingClock.FindStringSubmatch(s); m != nil && !o.hasTime {
		if at, fine := parseClock(m[2]); fine && looksLikeLabel(m[1]) {
			return opening{label: clean(m[1]), at: at, hasTime: true, alone: true, bare: true}, true
		}
	}
	end := labelEnd(s)
	if end < 0 && len(s) > 4*longestLabel {
		return o, false
	}
	if end < 0 {
		end = len(s)
	}
	o.label = clean(s[:end])
	return o.afterLabel(s[end:], starred, false)
}

// labelEnd returns the byte at which a label ends: at a colon, at a wrapped
// time or at closing stars; -1 if the line has none of them soon enough.
func labelEnd(s string) int {
	for i := 0; i < len(s) && i < 4*longestLabel; i++ {
		switch s[i] {
		case ':', '\n':
			return i
		case '[', '(', '{', '#', '\\':
			if _, _, ok := cutClock(s[i:]); ok {
				return i
			}
		case '*':
			if strings.HasPrefix(s[i:], "**") {
				return i
			}
		}
	}
	return -1
}

// afterLabel reads what stands between the label and the words: stars, a colon
// and a time, in any order.
func (o opening) afterLabel(s string, starred, bracketed bool) (opening, bool) {
	colon := false
	for {
		s = strings.TrimLeft(s, " \t")
		if rest, ok := strings.CutPrefix(s, "**"); ok && starred {
			s, starred = rest, false
			continue
		}
		if !colon && strings.HasPrefix(s, ":") {
			colon, s = true, s[1:]
			continue
		}
		if !o.hasTime {
			if at, rest, ok := cutClock(s); ok {
				o.at, o.hasTime, s = at, true, rest
				continue
			}
		}
		break
	}
	o.words = s
	o.alone = s == ""
	o.bare = !colon
	switch {
	case !looksLikeLabel(o.label):
		return o, false
	case colon:
		// a URL, a clock or a ratio is no turn
		return o, !strings.HasPrefix(s, "//") && !(endsInDigit(o.label) && startsWithDigit(s) && !o.hasTime && !strings.Contains(o.label, " ") && len(o.label) > 3)
	case o.early && !bracketed:
		// "[00:00:05] Fine" may be the words of a caption
		return o, o.alone && (roleOfWord(o.label) != "" && len(o.label) > 3 || numbered.MatchString(o.label))
	case bracketed || o.hasTime:
		return o, o.alone
	default:
		return o, o.alone && roleOfWord(o.label) != "" && len(o.label) > 3
	}
}

// unstar takes the stars that open bold type off the front of s.
func unstar(s string) (string, bool) {
	if rest, ok := strings.CutPrefix(s, "**"); ok {
		return strings.TrimLeft(rest, " \t"), true
	}
	return s, false
}

// clean takes stars, brackets and double blanks out of a label.
func clean(label string) string {
	label = strings.Trim(label, "* \t")
	return strings.Join(strings.Fields(label), " ")
}

// looksLikeLabel tells whether words could be a name: short, no sentence.
func looksLikeLabel(label string) bool {
	label = clean(label)
	n := utf8.RuneCountInString(label)
	first, _ := utf8.DecodeRuneInString(label)
	if n == 0 || n > longestLabel || !unicode.IsLetter(first) || strings.ContainsRune(label, '\n') || headOfPair.MatchString(label) {
		return false
	}
	core := label
	if i := strings.IndexAny(core, "(|[<"); i > 0 {
		core = strings.TrimSpace(core[:i])
	}
	words := strings.Fields(core)
	if len(words) > 5 || len(words) == 0 {
		return false
	}
	for i, w := range words {
		bare := strings.TrimSuffix(w, ".")
		if strings.ContainsAny(bare, sentenceMarks) && !initials(w) {
			return false
		}
		if i > 0 && w != bare && utf8.RuneCountInString(bare) > 2 {
			return false
		}
	}
	return true
}

// named tells whether every word of a label is written as in a name: with a
// capital or a digit, or a role word. Others must recur more often.
func named(label string) bool {
	if roleOfWord(label) != "" {
		return true
	}
	for _, w := range strings.Fields(label) {
		first, _ := utf8.DecodeRuneInString(strings.TrimLeft(w, "(["))
		if !unicode.IsUpper(first) && !unicode.IsDigit(first) && !capitalParts[w] && unicode.IsLower(first) {
			return false
		}
	}
	return true
}

// initials tells whether a word is made of single letters with stops: "J.P."
func initials(w string) bool {
	for i, c := range []rune(w) {
		if i%2 == 0 && !unicode.IsUpper(c) || i%2 == 1 && c != '.' {
			return false
		}
	}
	return true
}

func endsInDigit(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return unicode.IsDigit(r)
}

func startsWithDigit(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsDigit(r)
}
