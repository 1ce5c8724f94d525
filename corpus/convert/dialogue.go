package convert

import "crosscase/corpus"

// dialogue tells whether the accepted labels make the text a conversation.
func (rd *reading) dialogue() bool {
	persons, turns, timed, asks, certain, voices, named := 0, 0, 0, 0, 0, 0, true
	both, recurs := [2]bool{}, false // of the words for who takes part in an interview
	for _, t := range rd.order {
		if !t.accepted {
			continue
		}
		persons++
		turns += t.lines
		timed += t.timed
		asks += t.asks
		named = named && t.named
		if t.certain {
			certain++
			both[roleSide(t.label)] = true
			recurs = recurs || t.lines > 1
		}
		if numberedVoice(t.label) {
			voices++
		}
	}
	rd.units = rd.countUnits()
	if turns < 2 || turns*8 < rd.units {
		return false
	}
	clocked := rd.clocked && timed*2 >= turns || rd.sure && persons > 1 && turns*4 >= rd.units
	if persons == 1 || certain == persons && !(both[0] && both[1]) {
		if rd.oneSided() {
			return true
		}
	}
	if turns*4 < rd.units && !clocked && !rd.talkOutside() {
		return false
	}
	if persons == 1 {
		switch {
		case clocked || voices == 1:
			return true
		case turns < 3:
			return false
		case turns*3 >= rd.units*2:
			return certain > 0 || named && (asks*12 >= turns && rd.talk() >= 0.01 || rd.filled())
		default:
			return certain > 0 && rd.talk() >= 0.015 && !rd.guideLike()
		}
	}
	switch {
	case clocked || voices == persons:
		return true
	case recurs || both[0] && both[1] && turns > persons:
		return asks > 0 || both[0] && both[1] && turns >= 6 || rd.talk() >= 0.01
	case certain > 0:
		return asks > 0 && both[0] && both[1]
	case persons > 4 && rd.answersNumbered():
		return true
	case rd.formLike() || rd.switches()*4 < turns:
		return false
	case asks*3 >= turns && turns*2 >= rd.units:
		return rd.words(60) < 60 || rd.talk() >= 0.004 || !rd.latin() || turns >= 10 && turns*3 >= rd.units*2
	case asks*12 >= turns && turns*3 >= rd.units:
		return rd.words(60) < 60 || rd.talk() >= 0.008 || !rd.latin() || asks*6 >= turns && turns*3 >= rd.units*2 && persons <= 8 && turns >= 8
	}
	return turns >= 6 && turns*2 >= rd.units && rd.filled()
}

// roleSide returns 0 for a label of those who ask and 1 for one of those who
// answer.
func roleSide(label string) int {
	if roleOfWord(label) == corpus.Interviewer {
		return 0
	}
	return 1
}

// countUnits counts the paragraphs, and the turns that stand on a line inside
// one. The words after a label that stands alone belong to its line.
func (rd *reading) countUnits() int {
	units, waiting := 0, false
	for i := range rd.lines {
		l := &rd.lines[i]
		turn := l.who != nil && l.who.accepted
		switch {
		case l.block.Kind == Heading || l.head || l.clock || l.cue:
		case turn || l.first && !waiting:
			units++
		}
		waiting = turn && l.open.alone || waiting && (l.clock || l.cue)
	}
	return units
}

// formLike tells whether the labels follow each other as the fields of a form
// do: three or more, always in the same order. A heading above each form counts
// as one of its fields.
func (rd *reading) formLike() bool {
	var keys []string
	count := map[string]int{}
	most := 0
	for i := range rd.lines {
		t := rd.lines[i].who
		if t == nil && !shortHeading(&rd.lines[i]) {
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

// answersNumbered tells whether all accepted labels are numbered questions and
// answers.
func (rd *reading) answersNumbered() bool {
	for _, t := range rd.order {
		if t.accepted && numberedAnswer(t.key) == "" {
			return false
		}
	}
	return true
}

// shortHeading tells whether a line is one of a few words that end no sentence,
// above a form or a list.
func shortHeading(l *line) bool {
	return !l.head && l.text != "" && len(l.text) < 2*longestLabel && (l.first || l.block.Kind == Heading) && !endsTurn(l.text) && wordsUpTo(l.text, 8) < 8
}
