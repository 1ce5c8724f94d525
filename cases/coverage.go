package cases

import (
	"slices"

	"crosscase/coding"
	"crosscase/corpus"
)

// The states of a question in an interview.
const (
	Answered          = "answered"           // asked, and something was said
	AskedOnly         = "asked"              // asked, and nothing was said before the next question
	AnsweredElsewhere = "answered-elsewhere" // answered before it was asked, or under another question
	QuestionNotAsked  = "not-asked"          // a person says so, or closed the coverage without it
	QuestionUnclear   = "not-found"          // the matcher did not find it, and nobody has closed the coverage
)

// Coverage is which question of the guide was asked in an interview.
type Coverage struct {
	Document  string
	Closed    bool // a person went through it with the guide as it is now
	Questions map[string]QuestionState
}

// QuestionState is how one question stands to an interview.
type QuestionState struct {
	State    string
	Passages []corpus.Passage // where it was asked or answered, in text order
	ByPerson bool
}

// Coverage returns which question was asked in an interview: what the guide matcher
// found, overridden by what a person wrote. A person's line that a question was asked,
// without a place, makes it answered if informants speak at all. A question that nobody found is not-found until a
// person closes the coverage, and not-asked from then on.
func (s *Study) Coverage(document string) Coverage {
	out := Coverage{Document: document, Closed: s.Closed(document), Questions: map[string]QuestionState{}}
	asks := s.asks(document)
	for _, q := range s.Guide.Questions() {
		out.Questions[q.Key] = s.questionState(document, q.Key, asks, out.Closed)
	}
	return out
}

// Closed tells whether a person went through what was asked in an interview, with the guide as it is now. What the guide matcher
// coded there is decided on then.
func (s *Study) Closed(document string) bool { return len(s.ClosedBy(document)) > 0 }

// ClosedBy returns who closed what was asked in an interview, with the guide as it is now.
func (s *Study) ClosedBy(document string) []string {
	var out []string
	for _, l := range s.layersOf(document) {
		if !coding.Machine(l.Coder) && slices.ContainsFunc(l.Covered, func(c coding.Coverage) bool { return c.Guide == "" || c.Guide == s.Guide.Digest }) {
			out = append(out, l.Coder)
		}
	}
	return out
}

// asks returns every place at which any question was asked, in text order.
func (s *Study) asks(document string) []corpus.Span {
	var out []corpus.Span
	for _, l := range s.layersOf(document) {
		for _, a := range l.Asked {
			if a.How == coding.WasAsked && a.Anchor.Len() > 0 {
				out = append(out, a.Anchor.Span)
			}
		}
	}
	return out
}

// NextGuide returns a new form of the study's guide, whose questions keep their keys (coding.Guide.Succeed).
func (s *Study) NextGuide(g coding.Guide) (coding.Guide, []coding.Succession) {
	return s.Guide.Succeed(g, func(question string) bool {
		asked, codes := s.Naming(question)
		return asked+codes > 0
	})
}

// Naming returns how often a question was found in interviews or marked there by people, and how many codes look for it.
func (s *Study) Naming(question string) (asked, codes int) {
	for _, l := range s.Layers() {
		for _, a := range l.Asked {
			if a.Question == question {
				asked++
			}
		}
	}
	for _, c := range s.Codebook.Codes {
		if slices.Contains(c.Questions, question) {
			codes++
		}
	}
	return asked, codes
}

func (s *Study) questionState(document, question string, asks []corpus.Span, closed bool) QuestionState {
	var person, machine []coding.Asked
	for _, l := range s.layersOf(document) {
		for _, a := range l.Asked {
			switch {
			case a.Question != question:
			case coding.Machine(l.Coder):
				machine = append(machine, a)
			default:
				person = append(person, a)
			}
		}
	}
	lines, st := machine, QuestionState{}
	if len(person) > 0 {
		lines, st.ByPerson = person, true
	}
	if len(lines) == 0 {
		st.State = QuestionUnclear
		if closed {
			st.State = QuestionNotAsked
		}
		return st
	}
	for _, a := range lines {
		if a.Anchor.Len() > 0 {
			st.Passages = append(st.Passages, corpus.Passage{Document: document, Span: a.Anchor.Span})
		}
		switch a.How {
		case coding.NotAsked:
			st.State = QuestionNotAsked
		case coding.AnsweredElsewhere:
			st.State = AnsweredElsewhere
		default:
			if st.State != Answered {
				st.State = AskedOnly
			}
			heard := st.ByPerson && s.informantsSpeak(document) // a line without a place speaks of the whole interview
			if a.Anchor.Len() > 0 {
				heard = s.answered(document, a.Anchor.Span, asks)
			}
			if heard {
				st.State = Answered
			}
		}
	}
	return st
}

// answered tells whether somebody other than an interviewer speaks between a
// question and the next one.
func (s *Study) answered(document string, ask corpus.Span, asks []corpus.Span) bool {
	t, err := s.Text(document)
	if err != nil {
		return false
	}
	next := t.Text.Len()
	for _, a := range asks {
		if a.Start >= ask.End && a.Start < next && t.Structure.TurnAt(a.Start) != t.Structure.TurnAt(ask.Start) {
			next = a.Start
		}
	}
	for _, turn := range t.Structure.Turns {
		if turn.Span.Start > ask.Start && turn.Span.Start < next && t.RoleOf(turn.Speaker) != corpus.Interviewer && turn.Span.Len() > 0 {
			return true
		}
	}
	return false
}

// informantsSpeak tells whether somebody other than an interviewer says anything.
func (s *Study) informantsSpeak(document string) bool {
	t, err := s.Text(document)
	if err != nil {
		return false
	}
	for _, turn := range t.Structure.Turns {
		if t.RoleOf(turn.Speaker) != corpus.Interviewer && turn.Span.Len() > 0 {
			return true
		}
	}
	return false
}
