package convert

import (
	"strings"

	"crosscase/corpus"
)

// formLike tells whether the labels follow each other as the fields of a form
// do: three or more, always in the same order. A heading above each form counts
// as one of its fields.
func (rd *reading) formLike() bool {
	var keys []string
	count := map[string]int{}
	most := 0
	for i := range rd.lines {
		t := rd.lines[i].who
		if t == nil && (!shortHeading(&rd.lines[i]) || remarkLine(rd.lines[i].text)) {
			continue
		}
		key := ""
		if t != nil {
			key = withoutDigits(t.key)
		}
		keys = append(keys, key)
		count[key]++
		most = max(most, count[key])
	}
	next := map[[2]string]int{}
	best := map[string]int{} // how often the field that mostly follows does
	last, steps := "", -1
	for _, key := range keys {
		if 2*count[key] < most {
			continue
		}
		if steps++; steps > 0 {
			pair := [2]string{last, key}
			next[pair]++
			best[last] = max(best[last], next[pair])
		}
		last = key
	}
	usual := 0
	for _, n := range best {
		usual += n
	}
	return len(best) >= 3 && steps >= 5 && usual*10 >= steps*9 && steps >= 2*len(best)-1
}

// shortHeading tells whether a line is one of a few words that end no sentence,
// above a form or a list.
func shortHeading(l *line) bool {
	return !l.head && l.text != "" && len(l.text) < 2*longestLabel && (l.first || l.block.Kind == Heading) && !endsTurn(l.text) && wordsUpTo(l.text, 8) < 8
}

// switches counts the turns at which another speaks than before: few in a list of
// what people said that is sorted by who they are.
func (rd *reading) switches() int {
	n := 0
	var last *tally
	for i := range rd.lines {
		if t := rd.lines[i].who; t != nil && t.accepted {
			if last != nil && t != last {
				n++
			}
			last = t
		}
	}
	return n
}

// takeTurns tells whether a few people ask and answer in turns all through the
// text: a conversation in a language whose words are not known.
func (rd *reading) takeTurns(e evidence) bool {
	return e.persons <= 8 && e.turns >= 10 && e.turns*10 >= rd.units*9 && e.asks*8 >= e.turns && rd.switches()*5 >= e.turns*4
}

// asking counts the turns with a question mark, of all and of each label.
func (rd *reading) asking() int {
	n := 0
	var last *line
	for _, t := range rd.order {
		t.asks = 0
	}
	rd.own(func(l *line, words string) {
		if l != last && asksIn(words) {
			n++
			l.who.asks++
			last = l
		}
	})
	return n
}

// remarkLine tells whether a line is a transcriber's remark in brackets and nothing else: "[Pause]", "((ler))".
func remarkLine(line string) bool {
	line = strings.TrimSpace(line)
	if len(line) < 3 || line[0] != '[' && line[0] != '(' || line[len(line)-1] != closingOf(line[0]) {
		return false
	}
	first, _, _ := strings.Cut(strings.Trim(line, "[]()"), " ")
	return isRemark(strings.Trim(line, "[]()")) || isRemark(strings.Trim(first, ",;:"))
}

// introduced tells whether the head of the text gives somebody who speaks the role of an interviewer: "Til stede: KH (intervjuer), RB".
func (rd *reading) introduced() bool {
	var head []Block
	for i := range rd.lines[:min(len(rd.lines), headMost)] {
		if rd.lines[i].head {
			head = append(head, Block{Text: rd.lines[i].text})
		}
	}
	said := legendOf(head)
	for _, t := range rd.order {
		if role, _ := said.roleOfPerson(t.label); t.accepted && role == corpus.Interviewer {
			return true
		}
	}
	return false
}

// countUnits counts the paragraphs, and the turns that stand on a line inside
// one. The words after a label that stands alone belong to its line.
func (rd *reading) countUnits() int {
	units, waiting := 0, false
	for i := range rd.lines {
		l := &rd.lines[i]
		turn := l.who != nil && l.who.accepted
		switch {
		case l.block.Kind == Heading || l.head || l.clock || l.cue || remarkLine(l.text):
		case turn || l.first && !waiting:
			units++
		}
		waiting = turn && l.open.alone || waiting && (l.clock || l.cue)
	}
	return units
}
