package convert

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// weakness is a way to set a label off that is no colon, time or bracket. Such
// labels are looked for only where no others are found.
type weakness int

const (
	notWeak     weakness = iota
	semicolon            // "I; words"
	stop                 // "Q. Words"
	hyphen               // "Kari – words"
	onOwnLine            // "Kari Hansen", and the words on the next line
	cell                 // "Kari TAB words"
	clockInline          // "Kari 00:05 words"
	bar                  // "Kari | words"
	slash                // "I/ words"
	gap                  // "KARI    words"
	letterBlank          // "I words"
	mixed                // by its place, now so and now so: see acceptMixed
)

var weakWays = [...]struct {
	kind weakness
	how  string
}{
	{semicolon, "a semicolon"}, {stop, "a full stop"}, {hyphen, "a dash"}, {cell, "a cell of a table"}, {clockInline, "a time"}, {bar, "a bar"},
	{slash, "a slash"}, {gap, "several blanks"}, {onOwnLine, "a line of its own"}, {letterBlank, "a blank"},
}

// namesAlone reads a text once more whose labels were taken for those of one
// side, where these stand alone on lines: the other side's may stand so too, as a
// name without a colon.
func (rd *reading) namesAlone(r *Report) bool {
	for i := range rd.lines {
		if l := &rd.lines[i]; l.who != nil && l.who.accepted && !l.open.alone {
			return false
		}
	}
	other := &reading{lines: append([]line(nil), rd.lines...)}
	for i := range other.lines {
		l := &other.lines[i]
		l.reply = false
		if o, ok := parseWeak(l, onOwnLine); ok && !l.head && !l.could {
			l.open, l.could = o, true
		}
	}
	if !other.acceptThese(onOwnLine) {
		return false
	}
	*rd = *other
	rd.reportWeak("a line of its own", r)
	return true
}

// acceptWeak is accept for labels that are set off in a weak way. They have to
// recur, to be two at least, and people have to talk.
func (rd *reading) acceptWeak(r *Report) bool {
	strong, order := append([]line(nil), rd.lines...), rd.order
	for _, way := range weakWays {
		found := 0
		for i := range rd.lines {
			l := &rd.lines[i]
			l.could, l.who, l.open = false, nil, opening{}
			if l.head || l.clock || l.cue {
				continue
			}
			if l.open, l.could = parseWeak(l, way.kind); l.could {
				found++
			}
		}
		if found >= 4 && rd.acceptThese(way.kind) {
			rd.reportWeak(way.how, r)
			return true
		}
	}
	rd.lines, rd.order = strong, order
	return rd.acceptMixed(r)
}

func (rd *reading) reportWeak(how string, r *Report) {
	turns := 0
	for _, t := range rd.order {
		if t.accepted {
			turns += t.lines
		}
	}
	r.Add("guessed", "labels set off by "+how+" taken as speakers"+remedy, turns, "")
}

// acceptThese accepts the names and role words of the openings, all set off in one
// weak way, where they recur and take turns.
func (rd *reading) acceptThese(kind weakness) bool {
	rd.count()
	rd.clocked = rd.recorded()
	persons, turns := 0, 0
	for _, t := range rd.order {
		t.accepted = t.named && (t.lines >= 3 || t.lines >= 2 && roleOfWord(t.label) != "")
		if t.accepted {
			persons++
			turns += t.lines
		}
	}
	if kind == letterBlank && !rd.all(turns) {
		turns = 0
	}
	ok := persons >= 2 && persons <= 12 && turns >= 4 && rd.dialogue() && !rd.formLike() && rd.switches()*2 >= turns-1 &&
		(turns*2 >= rd.units || (kind == onOwnLine || kind == mixed) && turns*3 >= rd.units)
	if ok && rd.missing == "" && (rd.talk() >= 0.01 || !rd.latin() || rd.words(120) < 120) {
		return true
	}
	rd.missing = ""
	for _, t := range rd.order {
		t.accepted = false
	}
	return false
}

// all tells whether nearly every paragraph, and more than a few, begin a turn.
func (rd *reading) all(turns int) bool {
	units := rd.countUnits()
	return turns >= 6 && turns*10 >= units*9
}

// parseWeak reads a line as the start of a turn whose label is set off so.
func parseWeak(l *line, kind weakness) (o opening, ok bool) {
	if l.block.Kind == Heading || l.block.Kind == Row != (kind == cell) || l.text == "" {
		return o, false
	}
	s, _ := unstar(afterDash(l.text))
	if at, rest, found := cutClock(s); found {
		o.at, o.hasTime, s = at, true, rest
	}
	head := s[:min(len(s), 2*longestLabel)]
	end, size := -1, 1
	switch kind {
	case semicolon:
		end = strings.IndexByte(head, ';')
	case stop:
		if end = strings.IndexByte(head, '.'); end > 0 {
			// "Q. What" and "MARTHA. You", not "a. the first point"
			if label := s[:end]; label != "Q" && label != "A" && !certainRole(label) && !inCapitals(label) {
				return o, false
			}
			// "ENTREVISTADOR.- Bueno"
			if rest := s[end+1:]; strings.HasPrefix(rest, "- ") || strings.HasPrefix(rest, "– ") {
				size += strings.IndexByte(rest, ' ')
			} else if rest != "" && rest[0] != ' ' {
				return o, false
			}
		}
	case hyphen:
		for _, dash := range [...]string{" - ", " – ", " — "} {
			if i := strings.Index(head, dash); i > 0 && (end < 0 || i < end) {
				end, size = i, len(dash)
			}
		}
	case cell:
		if end = strings.IndexByte(head, '\t'); end > 0 && strings.Contains(s[end+1:], "\t") {
			return o, false
		}
	case bar:
		end = strings.IndexByte(head, '|')
	case clockInline:
		for i := 1; i < len(head)-3 && end < 0; i++ {
			if s[i-1] != ' ' && s[i-1] != '\t' {
				continue
			}
			if at, rest, ok := cutClock(s[i:]); ok && rest != "" {
				end, size, o.at, o.hasTime = i, len(s)-i-len(rest), at, true
				break
			}
			if !isDigit(s[i]) {
				continue
			}
			at, n, parts := scanClock(s[i:], false)
			if n == 0 || i+n >= len(s) || s[i+n] != ' ' {
				return o, false
			}
			end, size, o.at, o.hasTime, o.plain = i, n, at, true, parts < 3
		}
	case slash:
		if end = strings.IndexByte(head, '/'); end > 0 && end+1 < len(s) && s[end+1] != ' ' && s[end+1] != '\t' {
			return o, false // "og/eller"
		}
	case gap:
		if end = strings.Index(head, "   "); end < 0 {
			end = strings.IndexByte(head, '\t')
		}
	case letterBlank:
		// "I Kan du" and "B2 Ja", where every paragraph begins so
		for end = 1; end < len(s) && isDigit(s[end]) && end < 3; end++ {
		}
		if !upperAt(s, 0) || s[0] >= utf8.RuneSelf || end >= len(s) || s[end] != ' ' {
			return o, false
		}
	case onOwnLine:
		if end = len(s); end > longestLabel || !l.first {
			return o, false
		}
		size = 0
	}
	if end <= 0 {
		return o, false
	}
	o.label, o.words = clean(s[:end]), strings.TrimSpace(s[end+size:])
	o.bare, o.weak, o.alone = true, kind, o.words == ""
	if !looksLikeLabel(o.label) || !named(o.label) || wordsUpTo(o.label, 4) > 3 || o.alone != (kind == onOwnLine) {
		return o, false
	}
	c, _ := utf8.DecodeLastRuneInString(o.label)
	return o, unicode.IsLetter(c) || unicode.IsDigit(c) || c == '.' && kind != onOwnLine || c == ')'
}

// inCapitals tells whether a name or line of three letters or more stands in capitals.
func inCapitals(label string) bool {
	return utf8.RuneCountInString(label) > 2 && strings.ToUpper(label) == label && strings.ToLower(label) != label
}

// acceptSlips takes lines on which an accepted label is typed with a semicolon or
// a dash for the colon, or a role word without any sign.
func (rd *reading) acceptSlips(r *Report) {
	labels := map[string]*tally{}
	for _, t := range rd.order {
		if t.accepted {
			labels[t.key] = t
		}
	}
	turns, inside := 0, 0 // inside a paragraph, on lines of their own
	for i := range rd.lines {
		if l := &rd.lines[i]; l.who != nil && l.who.accepted {
			if turns++; !l.first {
				inside++
			}
		}
	}
	for i := range rd.lines {
		l := &rd.lines[i]
		if l.could || l.head || l.reply || !l.first && inside*2 < turns || l.block.Kind == Heading || l.block.Kind == Row || !letterAt(l.text, 0) {
			continue
		}
		o, ok := parseWeak(l, semicolon)
		if !ok {
			o, ok = parseWeak(l, hyphen)
		}
		if ok {
			if t := labels[fold(o.label)]; t != nil && t.lines >= 3 {
				l.open, l.could, l.who = o, true, t
				r.Add("guessed", "labels with a semicolon or a dash for the colon"+remedy, 1, clip(l.text, 40))
			}
			continue
		}
		end := strings.IndexByte(l.text[:min(len(l.text), longestLabel)], ' ')
		if end < 4 || end+1 >= len(l.text) {
			continue
		}
		if c, _ := utf8.DecodeRuneInString(l.text[end+1:]); !unicode.IsUpper(c) || !certainRole(l.text[:end]) {
			continue
		}
		for _, t := range labels {
			if t.label == l.text[:end] && t.lines >= 3 {
				l.open, l.could, l.who = opening{label: t.label, words: l.text[end+1:], bare: true, weak: onOwnLine}, true, t
				r.Add("guessed", "labels without a colon"+remedy, 1, clip(l.text, 40))
			}
		}
	}
}
