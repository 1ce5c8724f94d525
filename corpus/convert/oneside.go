package convert

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"crosscase/corpus"
)

// Labels that are put before the paragraphs of the side that has none.
const (
	putInformant   = "Informant"
	putInterviewer = "Interviewer"
)

// oneSided finds out whether the accepted labels are those of one side only, so
// that the paragraphs between its turns are the other's, and marks these as
// replies. A paragraph without a label usually goes on with the turn before; here
// the labelled ones mostly ask and the others do not, or the other way round.
func (rd *reading) oneSided() bool {
	tight, fits := rd.tightReplies()
	if !fits {
		return false
	}
	s := rd.sides(tight)
	if s.turns < 3 || s.answered*10 < s.turns*6 || s.answered < 3 {
		return false
	}
	role := rd.roleOfAccepted()
	least := 0.0
	if rd.words(200) >= 200 && rd.latin() {
		least = 0.004
	}
	asks, replyAsks, asking := share(s.asks, s.turns), share(s.replyAsks, s.replies), share(s.asking, s.answered)
	switch {
	case rd.talk() < least:
		return false
	case role != corpus.Informant && s.replyWords*10 >= s.words*7 && (role != "" && asks >= 0.3 && replyAsks <= 0.34 || s.turns >= 4 && asks >= 0.6 && replyAsks <= 0.25):
		rd.missing = putInformant
		for _, run := range s.runs {
			rd.lines[run.answer(rd.lines)].reply = true
		}
	case role != corpus.Interviewer && (role != "" && asking >= 0.5 && asks <= 0.34 || s.turns >= 4 && asks <= 0.15 && asking >= 0.6):
		rd.missing = putInterviewer
		for _, run := range append(s.runs, s.before...) {
			if i := run.question(rd.lines); i >= 0 {
				rd.lines[i].reply = true
			}
		}
	default:
		return false
	}
	return true
}

func share(n, of int) float64 { return float64(n) / float64(max(of, 1)) }

// run is the paragraphs without a label between two turns: indexes of lines.
type run struct {
	paragraphs []int
	asked      bool // the labelled turn before asks
}

// answer returns the paragraph with which the other side begins: the first, or
// the second where the first is the question to which the turn before led up.
func (u run) answer(lines []line) int {
	if !u.asked && len(u.paragraphs) > 1 && endsAsking(lines[u.paragraphs[0]].text) {
		return u.paragraphs[1]
	}
	return u.paragraphs[0]
}

// question returns the paragraph in which the other side asks its question: the
// first that does; -1 if none does.
func (u run) question(lines []line) int {
	for _, i := range u.paragraphs {
		if asksIn(lines[i].text) {
			return i
		}
	}
	return -1
}

// sideCount compares the labelled turns with the paragraphs between them.
type sideCount struct {
	turns, asks, words int // labelled turns, those that ask, their bytes
	answered, asking   int // runs of paragraphs without a label, those with a question
	replies, replyAsks int // paragraphs without a label, those that end in a question
	replyWords         int
	runs, before       []run // before: above the first turn
}

func (rd *reading) sides(tight bool) sideCount {
	var s sideCount
	var cur run
	own := false // the next line is the turn's own: its label stood alone
	flush := func() {
		if len(cur.paragraphs) == 0 {
			return
		}
		if s.turns == 0 {
			s.before = append(s.before, run{paragraphs: cur.paragraphs[len(cur.paragraphs)-1:]})
		} else {
			s.runs = append(s.runs, cur)
			s.answered++
			if cur.question(rd.lines) >= 0 {
				s.asking++
			}
			for _, i := range cur.paragraphs {
				s.replies++
				if endsAsking(rd.lines[i].text) {
					s.replyAsks++
				}
			}
		}
		cur = run{}
	}
	for i := range rd.lines {
		l := &rd.lines[i]
		switch {
		case l.head || l.clock || l.cue:
		case l.block.Kind == Heading:
			flush()
		case l.who != nil && l.who.accepted:
			flush()
			s.turns++
			cur.asked = asksIn(l.open.words)
			if cur.asked {
				s.asks++
			}
			s.words += len(l.open.words)
			own = l.open.alone
		case own:
			own = false
			if asksIn(l.text) {
				cur.asked = true
				s.asks++
			}
			s.words += len(l.text)
		case l.block.Kind != Paragraph && l.block.Kind != ListItem:
		case l.first || tight:
			cur.paragraphs = append(cur.paragraphs, i)
			s.replyWords += len(l.text)
		case len(cur.paragraphs) > 0:
			s.replyWords += len(l.text)
		default:
			s.words += len(l.text)
			if !cur.asked && asksIn(l.text) {
				cur.asked = true
				s.asks++
			}
		}
	}
	flush()
	return s
}

// tightReplies tells whether the replies stand on the lines under the labelled
// ones, without a blank line between; fits is false where those lines may as
// well be the labelled turn's own, broken at the edge of a page.
func (rd *reading) tightReplies() (tight, fits bool) {
	under, clean, apart := 0, 0, 0
	after := false
	for i := range rd.lines {
		l := &rd.lines[i]
		if l.who != nil && l.who.accepted {
			after = !l.open.alone
			continue
		}
		if after && l.first {
			apart++
		} else if after {
			under++
			if endsTurn(rd.lines[i-1].text) && beginsSpeech(l.text) {
				clean++
			}
		}
		after = false
	}
	if under == 0 || under*4 < apart {
		return false, true
	}
	return true, clean*5 >= under*4 && apart*4 < under
}

// endsTurn tells whether a line ends as a sentence does.
func endsTurn(s string) bool {
	s = strings.TrimRight(s, " \t\"»”’)]")
	c, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".?!…؟？", c) && !unicode.IsLetter(c)
}

func endsAsking(s string) bool {
	s = strings.TrimRight(s, " \t\"»”’)]")
	return strings.HasSuffix(s, "?") || strings.HasSuffix(s, "؟") || strings.HasSuffix(s, "？")
}

// roleOfAccepted returns the role that all accepted labels have in common; ""
// where they say none. A single letter may be anything.
func (rd *reading) roleOfAccepted() corpus.Role {
	role := corpus.Role("")
	for _, t := range rd.order {
		if t.accepted && utf8.RuneCountInString(t.label) > 1 {
			role = roleOfWord(t.label)
		}
	}
	return role
}
