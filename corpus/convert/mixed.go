package convert

import (
	"strings"
	"unicode/utf8"
)

// acceptMixed reads labels that are set off by nothing but their place, now on a line of
// their own, now before the words, now in a cell beside them, as when a table without rules
// or a hanging label was made into a PDF. A label is a role word, or a name that stands alone
// at least twice; what follows it on its line begins with a capital.
func (rd *reading) acceptMixed(r *Report) bool {
	strong, order := append([]line(nil), rd.lines...), rd.order
	names := rd.standAlone()
	found := 0
	for i := range rd.lines {
		l := &rd.lines[i]
		l.could, l.who, l.open = false, nil, opening{}
		if l.head || l.clock || l.cue || l.block.Kind == Heading || !l.first {
			continue
		}
		if l.open, l.could = parseMixed(l.text, names); l.could {
			found++
		}
	}
	if found >= 4 && rd.acceptThese(mixed) {
		rd.reportWeak("their place", r)
		return true
	}
	rd.lines, rd.order = strong, order
	return false
}

// standAlone returns the names, folded, that stand alone on two lines at least.
func (rd *reading) standAlone() map[string]bool {
	count, names := map[string]int{}, map[string]bool{}
	for i := range rd.lines {
		l := &rd.lines[i]
		if l.head || !l.first || l.block.Kind != Paragraph {
			continue
		}
		if o, ok := parseWeak(l, onOwnLine); ok {
			key := fold(o.label)
			if count[key]++; count[key] == 2 {
				names[key] = true
			}
		}
	}
	return names
}

// parseMixed reads a line that begins with one of the names or with a role word.
func parseMixed(text string, names map[string]bool) (o opening, ok bool) {
	text = strings.TrimSpace(text)
	end := 0
	for range 3 { // words of a label at the most
		most := min(len(text), 2*longestLabel)
		if end >= most {
			return o, false
		}
		next := strings.IndexAny(text[end:most], " \t")
		last := next < 0
		if last {
			next = len(text) - end
		}
		end += next
		label := text[:end]
		if !last && utf8.RuneCountInString(label) > longestLabel {
			return o, false
		}
		rest := strings.TrimSpace(text[end:])
		known := names[fold(label)] || certainRole(label) && len(label) > 3 || numberedVoice(label) && endsInDigit(label)
		// "Participant 07 Yes": the number belongs to the label
		if known && (rest == "" || upperAt(rest, 0) || strings.ContainsRune("–-«“\"¿¡(", firstRune(rest))) {
			o = opening{label: label, words: afterDash(rest), alone: rest == "", bare: true, weak: mixed}
			return o, looksLikeLabel(label)
		}
		if last {
			return o, false
		}
		end++
	}
	return o, false
}

func firstRune(s string) rune {
	c, _ := utf8.DecodeRuneInString(s)
	return c
}
