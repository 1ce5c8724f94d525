package convert

import (
	"strings"
	"unicode"
)

// titleWords is how many words a title behind a name has at most: "Olav, vaktmeister og reinhaldar".
const titleWords = 4

// acceptTitled takes a line for a turn of a speaker whose name it has with a title behind a comma, where it is the first
// that has the name: "Olav, vaktmeister: Eg kom i 2003." above the turns of "Olav". Behind a later one somebody may be spoken to: it is told.
func (rd *reading) acceptTitled(r *Report) {
	accepted, seen := map[string]*tally{}, map[string]bool{}
	for _, t := range rd.order {
		if t.accepted {
			accepted[t.key] = t
		}
	}
	titled := map[string]*tally{}
	for i := range rd.lines {
		l := &rd.lines[i]
		if l.head || l.clock || l.cue {
			continue
		}
		if l.who != nil {
			seen[l.who.key] = true
			continue
		}
		o, name, ok := titledOpening(l)
		base := accepted[fold(name)]
		if !ok || l.could || l.reply || base == nil {
			continue
		}
		t := titled[fold(o.label)]
		if t == nil && seen[base.key] {
			r.Add("guessed", "no speaker: "+o.label, 1, "")
			continue
		}
		if t == nil {
			t = &tally{label: o.label, key: fold(o.label), named: true, accepted: true, role: base.role}
			titled[t.key] = t
			rd.order = append(rd.order, t)
		}
		t.lines++
		l.open, l.could, l.who = o, true, t
	}
}

// titledOpening reads a line that begins with a name, a comma, a title in small letters and a colon.
func titledOpening(l *line) (o opening, name string, ok bool) {
	if l.block.Kind != Paragraph && l.block.Kind != ListItem {
		return o, "", false
	}
	head := l.text[:min(len(l.text), 4*longestLabel)]
	colon := strings.Index(head, ": ")
	if colon < 0 || !letterAt(head, 0) {
		return o, "", false
	}
	name, title, found := strings.Cut(head[:colon], ", ")
	if !found || !nameOf(name) || strings.ContainsFunc(title, func(c rune) bool { return !unicode.IsLetter(c) && c != ' ' && c != '-' }) || wordsUpTo(title, titleWords+1) > titleWords {
		return o, "", false
	}
	for i, w := range strings.Fields(title) {
		if i == 0 && upperAt(w, 0) || sentenceWords[w] {
			return o, "", false
		}
	}
	if title == "" || strings.TrimSpace(title) != title || strings.Contains(title, "  ") || strings.TrimRight(name, " ") != name {
		return o, "", false
	}
	o = opening{label: head[:colon], words: strings.TrimSpace(l.text[colon+2:])}
	return o, name, o.words != "" && beginsSpeech(o.words) && len(o.label) <= 2*longestLabel
}
