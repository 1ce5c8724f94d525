package convert

import (
	"strings"

	"crosscase/corpus"
)

// pairAnswers are the letters under which somebody answers. They may be anything else, and so may
// "I", under which somebody asks: they are believed only as the two of a pair.
var pairAnswers = wordSet("r b ip io")

// ownWords are words with which people speak of themselves, beside those that are only said.
var ownWords = wordSet("vi oss vår vårt våre min mine mitt os vores mig våra i we us our ours my mine wir uns unser unsere mein meine nous notre nos mon ma mes")

// Limits of an interview of two turns.
const (
	pairAnswerWords = 8 // the answer has at least
	pairTitleLines  = 3 // stand above it at most, beside the head
)

// acceptPair takes a text for an interview of two turns that is nothing but, under a title, a question and an
// answer in which somebody speaks of himself, under labels for those who ask and who answer. Nothing recurs
// in it that could tell more. Questions and answers under those words ("Q:", "Svar:") may be written for readers.
func (rd *reading) acceptPair(r *Report) bool {
	var ask, answer *line
	above, asked := 0, false
	words, own := 0, 0
	for i := range rd.lines {
		l := &rd.lines[i]
		switch {
		case l.head || ask == nil && l.block.Kind == Heading || strings.TrimSpace(l.text) == "":
			continue
		case l.block.Kind != Paragraph:
			return false
		case ask == nil && l.who == nil:
			if above++; above > pairTitleLines {
				return false
			}
			continue
		case l.who == nil:
		case ask == nil && pairSide(l.open) == corpus.Interviewer:
			ask = l
		case ask != nil && answer == nil && pairSide(l.open) == corpus.Informant:
			answer = l
		default:
			return false // more than two, or another's
		}
		if answer == nil {
			asked = asked || asksIn(l.text)
			continue
		}
		said := l.text
		if l == answer {
			said = l.open.words
		}
		n, talks := countTalk(said, talkWords, sampleWords)
		_, owns := countTalk(said, ownWords, sampleWords)
		words, own = words+n, own+talks+owns
	}
	if answer == nil || !asked || words < pairAnswerWords || own == 0 {
		return false
	}
	ask.who.accepted, answer.who.accepted = true, true
	r.Add("guessed", "a question and an answer taken for an interview of two turns"+remedy, 1, clip(ask.text, 60))
	return true
}

// pairSide returns the role for which a label stands in an interview of two turns, "" if it may stand for none.
func pairSide(o opening) corpus.Role {
	switch {
	case o.bare || o.weak != notWeak:
		return ""
	case certainRole(o.label):
		return roleOfWord(o.label)
	case o.label == "I":
		return corpus.Interviewer
	case pairAnswers[strings.ToLower(o.label)] && strings.ToUpper(o.label) == o.label:
		return corpus.Informant
	}
	return ""
}
