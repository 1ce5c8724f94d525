package convert

import (
	"fmt"
	"strings"
)

// reading is a text on its way to turns: its lines, and what speaks for each
// label being a speaker's.
type reading struct {
	lines   []line
	order   []*tally // in order of first mention
	missing string   // the label for the side that has none
	units   int      // paragraphs, and turns that stand on a line inside one
	clocked bool     // the times are those of a recording
	sure    bool     // the format says that it is one
}

// tally is what speaks for a label being a speaker's.
type tally struct {
	label    string // as first written
	key      string // folded
	lines    int
	timed    int
	asks     int // turns with a question mark, once they were counted
	brackets int
	certain  bool   // a word for somebody who takes part in an interview, or a slip in one
	role     string // that word
	named    bool
	accepted bool
}

// mostSpeakers is how many people a conversation may have.
const mostSpeakers = 300

// count gathers the tallies of the lines that could open a turn.
func (rd *reading) count() {
	rd.order = nil
	raw := map[string]*tally{}
	byKey := map[string]*tally{}
	for i := range rd.lines {
		l := &rd.lines[i]
		l.who = nil
		if l.could && !l.head {
			t := raw[l.open.label]
			if t == nil {
				key := fold(l.open.label)
				if t = byKey[key]; t == nil {
					t = &tally{label: l.open.label, key: key, named: named(l.open.label), certain: certainRole(l.open.label), role: l.open.label}
					byKey[key] = t
					rd.order = append(rd.order, t)
				}
				raw[l.open.label] = t
			}
			t.lines++
			if l.open.hasTime {
				t.timed++
			}
			if l.open.bracket && l.open.bare && !l.open.alone {
				t.brackets++
			}
			l.who = t
		}
	}
}

// accept decides which labels are speakers. A label must recur or be a role
// word; and all turns together must cover a good part of the text and show that
// people talk: role words, times, questions or words that are only said.
func (rd *reading) accept(r *Report) bool {
	rd.count()
	rd.clocked = rd.recorded()
	accepted := 0
	for _, t := range rd.order {
		if t.accepted = t.enough(); t.accepted {
			accepted++
		}
	}
	if accepted > mostSpeakers {
		r.Add("warning", fmt.Sprintf("%d labels could be speakers: taken for something else; a conversation has at most %d", accepted, mostSpeakers), 1, "")
		for _, t := range rd.order {
			t.accepted = false
		}
		return false
	}
	rd.acceptBeside()
	rd.acceptRelatives()
	rd.acceptNumbered()
	rd.dropHeadPairs()
	rd.dropTitle()
	if !rd.dialogue() {
		for _, t := range rd.order {
			t.accepted = false
		}
		return rd.acceptPair(r)
	}
	rd.acceptSeldom(r)
	return true
}

// acceptBeside takes a label that is written as no name for a speaker's, though it stands seldom, where each of its
// lines follows one of an interviewer: "Dagleg leiar" in a short interview.
func (rd *reading) acceptBeside() {
	after := map[*tally]int{}
	var last *tally
	for i := range rd.lines {
		t := rd.lines[i].who
		if t == nil {
			continue
		}
		if last != nil && last.accepted && last.certain && roleSide(last.role) == 0 && last.lines > 1 {
			after[t]++
		}
		last = t
	}
	for t, n := range after {
		if !t.accepted && !t.named && n > 1 && n == t.lines && len(strings.Fields(t.label)) <= 3 {
			t.accepted = true
		}
	}
}

// dropTitle takes the first line for a title where it stands alone like a label, comes
// back nowhere and others do: "int4" above the talk of S01 and S02.
func (rd *reading) dropTitle() {
	recurring := 0
	for _, t := range rd.order {
		if t.accepted && t.lines > 1 {
			recurring++
		}
	}
	if recurring < 2 || len(rd.lines) == 0 {
		return
	}
	if l := &rd.lines[0]; l.who != nil && l.who.accepted && l.who.lines == 1 && l.open.alone && l.open.bare && !l.open.hasTime {
		l.head, l.who.accepted, l.who = true, false, nil
	}
}

// report writes down who was taken as a speaker and who was not.
func (rd *reading) report(r *Report) {
	refused := 0
	for _, t := range rd.order {
		switch {
		case t.accepted:
			r.Add("guessed", "speaker "+t.label, t.lines, "")
		case (t.lines > 1 || t.named) && refused < 20:
			refused++
			r.Add("guessed", "no speaker: "+t.label, t.lines, "")
		}
	}
}

// reportUnlabelled says what becomes of paragraphs without a label where most are.
func (rd *reading) reportUnlabelled(r *Report) {
	turns, without, persons, example := 0, 0, 0, ""
	for _, t := range rd.order {
		if t.accepted {
			persons++
		}
	}
	waiting := false
	for i := range rd.lines {
		l := &rd.lines[i]
		switch {
		case l.who != nil && l.who.accepted:
			turns++
			waiting = l.open.alone
		case l.reply:
			return // what they are is said elsewhere
		case turns > 0 && l.first && !waiting && !l.clock && !l.cue && (l.block.Kind == Paragraph || l.block.Kind == ListItem):
			if without++; without == 1 {
				example = clip(l.text, 60)
			}
		default:
			waiting = waiting && (l.clock || l.cue)
		}
	}
	if without > 2*turns || persons == 1 && without > 2 {
		r.Add("guessed", "paragraphs without a label taken as part of the turn before"+remedy, without, example)
	}
}

// enough tells whether a label recurs as a speaker's does.
func (t *tally) enough() bool {
	switch {
	case t.brackets > 0 && t.brackets == t.lines && !numberedVoice(t.label):
		return t.lines >= 3
	case t.certain:
		return true
	case t.named:
		return t.lines >= 2
	default:
		return t.lines >= 4 && len(strings.Fields(t.label)) <= 3
	}
}
