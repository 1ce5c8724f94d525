package cases

import (
	"sort"
	"strconv"
	"strings"

	"crosscase/corpus"
	"crosscase/corpus/catalogue"
)

// around is what stands around the passages of one document: looked up once, where many of them are cited.
type around struct {
	study    *Study
	key      string
	document *corpus.Document // nil if it is not in the study, or cannot be read
	turns    corpus.Structure // without blocks, it may be
	room     []corpus.Turn    // for the turns of one document after the other
	in       []membership
	turn     [2]string // what stands before and behind the number of a turn
	last     struct {
		of           *Case
		conversation bool
		source       string
	}
}

func (s *Study) around(document string) *around {
	a := s.aroundAny()
	turns, err := s.turns(document)
	a.put(document, turns, err)
	return a
}

// aroundAny is around for one who goes to many documents, one after the other.
func (s *Study) aroundAny() *around {
	a := &around{study: s}
	a.turn[0], a.turn[1], _ = strings.Cut(catalogue.In(s.Language).Say("turn"), "%d")
	return a
}

// Around tells what stands around passages. It is for one who asks of many, those of one document one after the other.
type Around struct{ of *around }

// Around returns what tells what stands around the study's passages.
func (s *Study) Around() Around { return Around{s.aroundAny()} }

func (a Around) at(p corpus.Passage) *around {
	a.of.goTo(p.Document)
	return a.of
}

// Cite is Study.Cite.
func (a Around) Cite(p corpus.Passage) string { return a.at(p).cite(p) }

// Cases is Study.CasesAt.
func (a Around) Cases(p corpus.Passage) []*Case { return a.at(p).cases(p) }

// Speaker is Study.Speaker.
func (a Around) Speaker(p corpus.Passage) (corpus.Speaker, bool) { return a.at(p).speaker(p) }

// goTo looks up what stands around the passages of another document.
func (a *around) goTo(document string) {
	if a.key != document {
		turns, err := a.study.turnsIn(&a.room, document)
		a.put(document, turns, err)
	}
}

func (a *around) put(document string, turns corpus.Structure, err error) {
	a.key, a.in, a.document = document, a.study.membersOf(document), nil
	a.last.source = ""
	if err == nil {
		a.turns, a.document = turns, a.study.Document(document)
	}
}

// cited fills in the citation of a piece of evidence, and its quote where no coding has it, and puts its coders in order.
func (a *around) cited(e *Evidence) {
	if e.Quote == "" {
		if t, err := a.study.Text(a.key); err == nil {
			e.Quote = t.Text.Slice(e.Passage.Span)
		}
	}
	e.Cite = a.cite(e.Passage)
	for i := range e.Voices {
		e.Voices[i].Name = a.study.CoderTitle(e.Voices[i].Coder)
	}
	if len(e.Coders) > 1 {
		sort.Strings(e.Coders)
	}
}

// cite returns a passage as people cite it.
func (a *around) cite(p corpus.Passage) string {
	if a.document == nil {
		return p.String()
	}
	turn := a.turns.TurnAt(p.Start)
	cite := a.source(a.onlyCase(p), turn >= 0)
	if turn >= 0 {
		cite += ", " + a.turn[0] + strconv.Itoa(turn+1) + a.turn[1]
		if stamp := a.turns.Turns[turn].Time; stamp != "" {
			cite += ", " + strings.TrimPrefix(stamp, "00:")
		}
	} else if page := a.document.Page(p.Start); page > 0 {
		cite += ", " + catalogue.In(a.study.Language).Say("page", page)
	}
	return cite
}

// source is sourceOf; mostly all passages of a document are cited by the same.
func (a *around) source(of *Case, conversation bool) string {
	if a.last.source == "" || a.last.of != of || a.last.conversation != conversation {
		a.last.of, a.last.conversation, a.last.source = of, conversation, a.study.sourceOf(a.document, of, conversation)
	}
	return a.last.source
}

// onlyCase returns the case to which a passage belongs, nil if it is none or several.
func (a *around) onlyCase(p corpus.Passage) *Case {
	var only *Case
	for _, m := range a.in {
		if m.of != only && m.of.Members[m.member].Holds(p) {
			if only != nil {
				return nil
			}
			only = m.of
		}
	}
	return only
}

// cases returns the cases to which a passage belongs.
func (a *around) cases(p corpus.Passage) []*Case {
	var out []*Case
	for _, m := range a.in {
		if (len(out) == 0 || out[len(out)-1] != m.of) && m.of.Members[m.member].Holds(p) {
			out = append(out, m.of)
		}
	}
	return out
}

// speaker returns who speaks at the beginning of a passage; false if nobody does.
func (a *around) speaker(p corpus.Passage) (corpus.Speaker, bool) {
	i := a.turns.TurnAt(p.Start)
	if i < 0 || a.document == nil {
		return corpus.Speaker{}, false
	}
	return a.document.SpeakerOf(a.turns.Turns[i].Speaker)
}
