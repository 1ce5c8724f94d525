package convert

import (
	"fmt"
	"strings"
	"unicode"
)

// fold is the form in which labels are compared: case and blanks do not count.
func fold(label string) string { return strings.Join(strings.Fields(strings.ToLower(label)), " ") }

// tally is what speaks for a label being a speaker's.
type tally struct {
	label string // as first written
	lines int
	timed int
	asks  int
}

// mostSpeakers is how many people a conversation may have.
const mostSpeakers = 300

// acceptLabels decides which labels are speakers, by folded label. A label must
// recur or be a role word; and all turns together must cover a good part of
// the text and show that people talk: role words, times or questions.
func acceptLabels(lines []line, r *Report) map[string]bool {
	tallies := map[string]*tally{}
	var order []string
	for _, l := range lines {
		if !l.could {
			continue
		}
		key := fold(l.open.label)
		t := tallies[key]
		if t == nil {
			t = &tally{label: l.open.label}
			tallies[key] = t
			order = append(order, key)
		}
		t.lines++
		if l.open.hasTime {
			t.timed++
		}
		if strings.Contains(l.text, "?") {
			t.asks++
		}
	}
	accepted := map[string]bool{}
	for _, key := range order {
		if tallies[key].enough() {
			accepted[key] = true
		}
	}
	if len(accepted) > mostSpeakers {
		r.Add("warning", fmt.Sprintf("%d labels could be speakers: taken for something else; a conversation has at most %d", len(accepted), mostSpeakers), 1, "")
		return nil
	}
	for _, key := range order[:min(len(order), 20*mostSpeakers)] {
		if !accepted[key] && relative(key, accepted, tallies) {
			accepted[key] = true
		}
	}
	if !dialogue(lines, accepted, tallies) {
		return nil
	}
	refused := 0
	for _, key := range order {
		switch t := tallies[key]; {
		case accepted[key]:
			r.Add("guessed", "speaker "+t.label, t.lines, "")
		case (t.lines > 1 || named(t.label)) && refused < 20:
			refused++
			r.Add("guessed", "no speaker: "+t.label, t.lines, "")
		}
	}
	return accepted
}

// enough tells whether a label recurs as a speaker's does.
func (t *tally) enough() bool {
	switch {
	case roleOfWord(t.label) != "" && len(t.label) > 1:
		return true
	case named(t.label):
		return t.lines >= 2
	default:
		return t.lines >= 4 && len(strings.Fields(t.label)) <= 3
	}
}

// relative tells whether a label that stands once belongs to an accepted one:
// a typing error of it, or the next number (S3 beside S1 and S2).
func relative(key string, accepted map[string]bool, tallies map[string]*tally) bool {
	t := tallies[key]
	if t.timed == t.lines && named(t.label) {
		for other := range accepted {
			if o := tallies[other]; o.timed == o.lines {
				return true
			}
		}
	}
	stem := strings.TrimRightFunc(key, unicode.IsDigit)
	for other := range accepted {
		if stem != key && strings.TrimRightFunc(other, unicode.IsDigit) == stem {
			return true
		}
		if sameSpeaker(tallies[other].label, t.label, tallies[other].lines, t.lines) {
			return true
		}
	}
	return false
}

// dialogue tells whether the accepted labels make the text a conversation.
func dialogue(lines []line, accepted map[string]bool, tallies map[string]*tally) bool {
	turns, units, timed, asks, roles := 0, 0, 0, 0, 0
	for key := range accepted {
		t := tallies[key]
		turns += t.lines
		timed += t.timed
		asks += t.asks
		if roleOfWord(t.label) != "" {
			roles++
		}
	}
	for _, l := range lines {
		if l.block.Kind == Heading {
			continue
		}
		if l.first || l.could && accepted[fold(l.open.label)] {
			units++
		}
		// a question in the words after a label that stands alone
		if strings.Contains(l.text, "?") && !l.could {
			asks++
		}
	}
	if turns < 2 || turns*6 < units {
		return false
	}
	if roles > 0 || timed*2 >= turns {
		return true
	}
	return asks*12 >= turns && turns*3 >= units
}

// longLabel is the number of letters from which a typing error is likelier than
// another person.
const longLabel = 7

// sameSpeaker tells whether two labels are spellings of one: they differ in
// case, or in one letter of a long word, the rarer one standing seldom.
func sameSpeaker(a, b string, na, nb int) bool {
	fa, fb := fold(a), fold(b)
	if fa == fb {
		return true
	}
	ra, rb := []rune(fa), []rune(fb)
	if len(ra) < longLabel || len(rb) < longLabel || min(na, nb) > 2 || min(na, nb)*4 > max(na, nb) {
		return false
	}
	wa, wb := strings.Fields(fa), strings.Fields(fb)
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
