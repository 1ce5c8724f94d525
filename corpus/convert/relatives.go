package convert

import (
	"strings"
	"unicode"
)

// acceptRelatives accepts labels that stand once and belong to an accepted one:
// a typing error of it, the full name of its initials, the next number (S3 beside
// S1 and S2), or another name that also has a time or stands in brackets.
func (rd *reading) acceptRelatives() {
	var accepted []*tally
	timed, brackets := false, 0
	stems := map[string]bool{}
	for _, t := range rd.order {
		if t.accepted {
			accepted = append(accepted, t)
			timed = timed || t.timed == t.lines
			if t.brackets > 0 {
				brackets++
			}
			if stem := withoutDigits(t.key); stem != t.key {
				stems[stem] = true
			}
		}
	}
	for _, t := range rd.order[:min(len(rd.order), 20*mostSpeakers)] {
		if t.accepted {
			continue
		}
		if t.brackets > 0 {
			t.accepted = t.named && brackets > 1
			continue
		}
		if t.timed == t.lines && t.named && timed && rd.clocked {
			t.accepted = true
			continue
		}
		if stem := withoutDigits(t.key); stem != t.key && stems[stem] {
			t.accepted = true
			continue
		}
		for _, o := range accepted {
			same := sameSpeaker(o.key, t.key, o.lines, t.lines)
			if same || t.named && shortFor(o.label, t.label) {
				t.accepted = true
				if same && o.certain {
					t.certain, t.role = true, o.role
				}
				break
			}
		}
	}
}

// acceptNumbered accepts questions and answers that are numbered: "Q1", "A1",
// "Q2", "A2" are two speakers, though each label stands once.
func (rd *reading) acceptNumbered() {
	count := map[string]int{}
	for _, t := range rd.order {
		if stem := numberedAnswer(t.key); stem != "" && t.lines == 1 {
			count[stem]++
		}
	}
	questions, answers := false, false
	for stem, n := range count {
		if n < 3 {
			return
		}
		questions, answers = questions || asking[stem], answers || giving[stem]
	}
	if len(count) != 2 || !questions || !answers {
		return
	}
	for _, t := range rd.order {
		t.accepted = t.accepted || numberedAnswer(t.key) != "" && t.lines == 1
	}
}

// numberedAnswer returns the word of a folded label such as "q1" or "svar 2"; ""
// if it is another.
func numberedAnswer(key string) string {
	stem := strings.TrimRight(withoutDigits(key), " ")
	if stem != key && (asking[stem] || giving[stem]) {
		return stem
	}
	return ""
}

func withoutDigits(s string) string { return strings.TrimRightFunc(s, unicode.IsDigit) }

// acceptSeldom accepts the names that stand before one turn only, where all but
// a few paragraphs of a conversation have a label: somebody who said one thing.
func (rd *reading) acceptSeldom(r *Report) {
	turns, labels, lower := 0, 0, false
	for _, t := range rd.order {
		if t.accepted {
			turns += t.lines
			labels++
			lower = lower || !t.named
		}
	}
	if turns < 8 || labels < 2 || lower || turns*10 < rd.units*9 {
		return
	}
	for i := range rd.lines {
		l := &rd.lines[i]
		if t := l.who; t != nil && !t.accepted && !l.head && t.named && t.lines == 1 && !l.open.bracket && beginsSpeech(l.open.words) {
			t.accepted = true
			r.Add("guessed", "speaker "+t.label+", who is named once"+remedy, 1, clip(l.text, 60))
		}
	}
}

// beginsSpeech tells whether words begin as a turn does, with a capital, and
// not as the rest of a sentence after a colon. What happened, "(laughter)", may stand first.
func beginsSpeech(words string) bool {
	if words != "" && (words[0] == '(' || words[0] == '[') {
		return true
	}
	for _, c := range words {
		switch {
		case unicode.IsLetter(c):
			return !unicode.IsLower(c)
		case unicode.IsDigit(c):
			return false
		}
	}
	return false
}
