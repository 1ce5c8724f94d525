package convert

import "crosscase/corpus"

// evidence is what the accepted labels show together.
type evidence struct {
	persons, turns int
	timed, asks    int // turns with a time, with a question mark
	voices         int // labels that a program gave
	named          bool
	certain        int     // labels that are words for who takes part in an interview
	certainTurns   int     // and their turns
	recurs         bool    // one of them stands more than once
	both           [2]bool // some are for who asks, some for who answers
	askers, asking int     // turns of those who ask, and those with a question mark
	numbered       bool    // all labels are numbered questions and answers
	written        bool    // all labels are whole words for questions and answers
}

func (rd *reading) evidence() evidence {
	e := evidence{asks: rd.asking(), named: true, numbered: true, written: true}
	stems := map[string]bool{} // "Question 1" and "Question 2" are one voice
	for _, t := range rd.order {
		if !t.accepted {
			continue
		}
		stem := numberedAnswer(t.key)
		if stem == "" || !stems[stem] {
			e.persons++
			stems[stem] = true
		}
		e.numbered = e.numbered && stem != ""
		e.written = e.written && len(t.key) > 2 && !t.certain && roleOfWord(t.label) != ""
		e.turns += t.lines
		e.timed += t.timed
		e.named = e.named && t.named
		if numberedVoice(t.label) {
			e.voices++
		}
		if t.certain {
			e.certain++
			e.certainTurns += t.lines
			e.recurs = e.recurs || t.lines > 1
			side := roleSide(t.role)
			e.both[side] = true
			if side == 0 {
				e.askers += t.lines
				e.asking += t.asks
			}
		}
	}
	return e
}

// dialogue tells whether the accepted labels make the text a conversation. They
// have to cover a good part of it; then times of a recording, or labels that a
// program gave, are enough. Words for who takes part in an interview have to
// recur, and the interviewer has to ask; names have to take turns with questions
// and with words that are only said.
func (rd *reading) dialogue() bool {
	e := rd.evidence()
	rd.units = rd.countUnits()
	if e.turns < 2 || e.turns*8 < rd.units {
		return false
	}
	clocked := rd.clocked && e.timed*2 >= e.turns || rd.sure && e.persons > 1 && e.turns*4 >= rd.units
	oneSide := e.persons == 1 || e.certain == e.persons && e.both[0] != e.both[1]
	switch {
	case oneSide && rd.oneSided():
		return true
	case e.turns*4 < rd.units && !clocked && !rd.talkOutside():
		return false
	case e.persons == 1:
		return rd.monologue(e, clocked)
	case clocked || e.voices == e.persons:
		return true
	case e.both[0] && e.both[1] && e.certainTurns*5 >= e.turns*4:
		return e.asks > 0 || e.turns >= 6
	case (e.recurs || e.both[0] && e.both[1] && e.turns > e.persons) && e.certainTurns*4 >= e.turns:
		if e.askers >= 3 && e.asking*2 >= e.askers && e.askers*4 >= e.turns && rd.switches()*5 >= e.turns*3 {
			return true // whatever words they use
		}
		// in a guide the interviewer is told what to do, and does not ask
		return (e.asks > 0 && e.asking*5 >= e.askers || rd.filled()) && rd.talkative(0.007)
	case e.written && rd.words(40) >= 40 && rd.fills().hits*200 < rd.fills().words:
		return false // questions and answers that somebody wrote for readers
	case e.persons == 2 && e.numbered:
		return true
	case rd.formLike() || rd.switches()*4 < e.turns || e.turns*2 < e.persons*3 || e.turns > 5 && e.asks*10 >= e.turns*9:
		return false
	case e.asks*12 >= e.turns && e.turns*2 >= rd.units && rd.introduced():
		return true
	case e.asks*12 >= e.turns && e.turns*3 >= rd.units:
		return rd.talkative(0.015) || rd.takeTurns(e)
	}
	return e.turns >= 6 && e.turns*2 >= rd.units && rd.filled()
}

// monologue is dialogue for a single label: a whole room under one name, or one
// side where the other has no label and does not show.
func (rd *reading) monologue(e evidence, clocked bool) bool {
	switch {
	case clocked || e.voices == 1:
		return true
	case e.turns < 3:
		return false
	case e.turns*3 >= rd.units*2:
		return e.certain > 0 || e.named && (e.asks*12 >= e.turns && rd.talkative(0.015) || rd.filled())
	}
	return e.certain > 0 && rd.talk() >= 0.015 && !rd.guideLike()
}

// roleSide returns 0 for a label of those who ask and 1 for one of those who
// answer.
func roleSide(label string) int {
	if roleOfWord(label) == corpus.Interviewer {
		return 0
	}
	return 1
}
