package cases

import (
	"slices"
	"sort"
	"strings"

	"crosscase/coding"
	"crosscase/corpus"
	"crosscase/corpus/catalogue"
)

// The states of a cell, case × code.
const (
	StateOpen    = "open"    // a source that counts is unread, holds only proposals, or a coding that lost its place
	StatePresent = "present" // only passages for
	StatePartial = "partial" // only qualified passages
	StateAbsent  = "absent"  // only passages against: somebody says so
	StateMixed   = "mixed"   // passages of more than one kind
	StateNone    = "none"    // no evidence, though every source that counts was read
)

var states = []string{StateOpen, StatePresent, StatePartial, StateAbsent, StateMixed, StateNone}

// What became of a source, document × code.
const (
	Unread           = "unread"
	PlaceLost        = "place-lost" // read, and a coding of it is not found again since the text was corrected
	Unavailable      = "unavailable"
	NotApplicable    = "not-applicable"
	NotAskedState    = "not-asked"          // closed by a person
	AskedNotRaised   = "asked-not-raised"   // asked and answered, but not about this
	AskedNotAnswered = "asked-not-answered" // asked, and nothing was said
	NotClosed        = "not-closed"         // read and not raised; nobody has closed what was asked
	Unmentioned      = "unmentioned"        // read and not raised; no question asks for it
	NotFound         = "not-found"          // a document, read
	HasEvidence      = "evidence"
)

// Source is one source of a case and what became of it for a code.
type Source struct {
	Document string // "" for one that is unavailable
	Kind     string
	State    string
	Counts   bool   // whether the cell waits for it
	Why      string // of one that is unavailable or not applicable
}

// Standing is what the evidence of a case says on a code.
type Standing struct {
	State    string // the one that a person set, else the derived one
	Derived  string
	Set      *SetState
	Evidence []Evidence // what people coded, in the order of documents and places, without Aside
	Aside    []Evidence // what of that only tells of a plan and says otherwise than those that tell how it is: no figure counts it
	Proposed []Evidence // what machine coders propose and nobody has decided on
	Sources  []Source   // in the order of the members
	Weak     bool       // all evidence rests on hearsay or inference
}

// Standing derives the state of a case on a code by the rules of the design: it is
// open while a source that counts is unread; then present, partial or absent
// if all passages speak one way, mixed if they do not, and none without any. Passages that tell of a plan only
// (Evidence.Planned) decide where there are no others.
// Passages are those of people; proposals never make a state. With subcodes the
// codes below count as the code itself.
//
// Interviews of the case count, and documents of the kinds that the code names as
// its sources; another document counts once somebody has read it for the code or coded it. The standing of a Heading
// is always that of the codes below it.
func (s *Study) Standing(c *Case, code *coding.Code, subcodes bool) Standing {
	return s.NewReadings().Standing(c, code, subcodes)
}

// Standing derives the state of a case on a code, as Study.Standing does.
func (rd *Readings) Standing(c *Case, code *coding.Code, subcodes bool) Standing {
	s, of := rd.study, rd.askedOf(code, subcodes)
	st := Standing{Sources: make([]Source, 0, len(c.Members))}
	for i, m := range c.Members {
		if m.Document == "" {
			kind := catalogue.DocumentKind(m.Kind)
			counts := m.Kind == "" || kind == corpus.KindInterview || contains(of.kinds, kind)
			st.Sources = append(st.Sources, Source{Kind: m.Kind, State: Unavailable, Counts: counts, Why: m.Unavailable})
			continue
		}
		d := s.Document(m.Document)
		if d == nil || slices.ContainsFunc(c.Members[:i], func(o Member) bool { return o.Document == m.Document && o.At == m.At }) {
			continue
		}
		people, machines := rd.codingsOf(m, of.keys)
		var where *around
		if len(people)+len(machines) > 0 {
			where = rd.around(m.Document)
		}
		evidence := decided(s.gather(people, c.Key, where))
		st.Evidence = withEvidence(st.Evidence, evidence)
		st.Proposed = withEvidence(st.Proposed, s.gather(machines, c.Key, where))
		st.Sources = append(st.Sources, rd.source(d, code, of.keys, of.questions, of.kinds, len(evidence) > 0))
	}
	st.derive()
	for i := range c.States {
		if set := &c.States[i]; s.Codebook.Code(set.Code) == code && set.Because != "" {
			st.Set, st.State = set, set.State
		}
	}
	return st
}

// derive sets the derived state from sources and evidence.
func (st *Standing) derive() {
	st.setAside()
	st.Weak = len(st.Evidence) > 0
	for _, e := range st.Evidence {
		st.Weak = st.Weak && e.Weak
	}
	st.Derived = bySides(st.says())
	if st.waits() {
		st.Derived = StateOpen
	}
	st.State = st.Derived
}

// says returns the sides that passages make a state by: those that tell how it is or was. What only tells of a plan
// decides where nothing else is said.
func (st *Standing) says() map[coding.Says]bool {
	says, planned := map[coding.Says]bool{}, map[coding.Says]bool{}
	for i := range st.Evidence {
		e, of := &st.Evidence[i], says
		if e.Planned {
			of = planned
		}
		for _, side := range e.Sides() {
			of[side] = true
		}
	}
	if len(says) == 0 {
		return planned
	}
	return says
}

// setAside parts the evidence: what only tells of a plan and says otherwise than what decides stands aside.
func (st *Standing) setAside() {
	all := st.All()
	st.Evidence, st.Aside = all, nil
	says := st.says()
	aside := func(e Evidence) bool {
		return e.Planned && !slices.ContainsFunc(e.Sides(), func(side coding.Says) bool { return says[side] })
	}
	if !slices.ContainsFunc(all, aside) {
		return
	}
	st.Evidence = nil
	for _, e := range all {
		if aside(e) {
			st.Aside = append(st.Aside, e)
		} else {
			st.Evidence = append(st.Evidence, e)
		}
	}
}

// All returns what people coded: the evidence, and what stands aside. The list is not to be changed.
func (st *Standing) All() []Evidence {
	if len(st.Aside) == 0 {
		return st.Evidence
	}
	return slices.Concat(st.Evidence, st.Aside)
}

// bySides returns the state that passages make by the sides they speak for.
func bySides(says map[coding.Says]bool) string {
	switch {
	case len(says) > 1:
		return StateMixed
	case says[coding.For]:
		return StatePresent
	case says[coding.Qualified]:
		return StatePartial
	case says[coding.Against]:
		return StateAbsent
	}
	return StateNone
}

// CountProposed counts proposals as if people had made them. A cell that waits for a
// reader stays open, and a state that a person set stands.
func (st *Standing) CountProposed() {
	if len(st.Proposed) == 0 {
		return
	}
	st.Evidence = slices.Concat(st.Evidence, st.Aside, st.Proposed)
	sort.SliceStable(st.Evidence, func(i, j int) bool { return st.Evidence[i].Passage.Before(st.Evidence[j].Passage) })
	st.Aside, st.Proposed = nil, nil
	st.setAside()
	if st.Derived != StateOpen {
		st.Derived = bySides(st.says())
	}
	if st.Set == nil {
		st.State = st.Derived
	}
}

// waits tells whether somebody has to look before the cell can close: a source that counts is unread, or what was
// coded there has lost its place.
func (st *Standing) waits() bool {
	for _, src := range st.Sources {
		if src.Counts && (src.State == Unread || src.State == PlaceLost) {
			return true
		}
	}
	return false
}

// Unread returns the keys of the documents that the cell waits for.
func (st *Standing) Unread() []string {
	var out []string
	for _, src := range st.Sources {
		if src.Counts && src.State == Unread {
			out = append(out, src.Document)
		}
	}
	return out
}

// Silent tells whether every source that counts was there, was read, and, where
// it is an interview, was asked or would have been heard: only then is no evidence a
// count of 0 and not an unknown one.
func (st *Standing) Silent() bool {
	counted := false
	for _, src := range st.Sources {
		if !src.Counts {
			continue
		}
		switch src.State {
		case AskedNotRaised, NotFound, Unmentioned, HasEvidence:
			counted = true
		case NotApplicable:
		default:
			return false
		}
	}
	return counted
}

// Known tells whether the cell says something: it is not open, and if it has no evidence, a person said
// so or every source was there, was read and was asked. A case that is not known lacks nothing.
func (st *Standing) Known() bool {
	return st.State != StateOpen && (st.State != StateNone || st.Set != nil || st.Silent())
}

// Has tells whether it is there: present, partial or mixed.
func (st *Standing) Has() bool {
	return st.State == StatePresent || st.State == StatePartial || st.State == StateMixed
}

// OnlyPlanned tells whether it is there by plans alone: somebody intends it, and nobody says that it is so.
func (st *Standing) OnlyPlanned() bool {
	return st.Has() && st.Set == nil && len(st.Evidence) > 0 && !slices.ContainsFunc(st.Evidence, func(e Evidence) bool { return !e.Planned })
}

// Only returns what some of the evidence and some of the sources say: derived anew, without the
// state that a person set. A source in which only others raised it is unmentioned.
func (st *Standing) Only(evidence func(Evidence) bool, source func(document string) bool) Standing {
	var out Standing
	for _, e := range st.All() {
		if evidence(e) {
			out.Evidence = append(out.Evidence, e)
		}
	}
	for _, e := range st.Proposed {
		if evidence(e) {
			out.Proposed = append(out.Proposed, e)
		}
	}
	for _, src := range st.Sources {
		if src.Document == "" || !source(src.Document) {
			continue
		}
		if src.State == HasEvidence && !slices.ContainsFunc(out.Evidence, func(e Evidence) bool { return e.Passage.Document == src.Document }) {
			src.State = Unmentioned
		}
		out.Sources = append(out.Sources, src)
	}
	out.derive()
	return out
}

// codingsOf returns the codings of some codes in a member, people's and the
// undecided ones of machine coders. A proposal on a passage that a person has
// coded alike, or decided on, is no proposal any more.
func (rd *Readings) codingsOf(m Member, keys map[string]bool) (people, machines []*coding.Coding) {
	all := rd.study.Codings.In(m.Document)
	for _, i := range rd.places(m.Document, keys) {
		c := &all[i]
		switch {
		case !m.Holds(c.Passage):
		case rd.study.Counts(*c) || rd.answer(*c):
			people = append(people, c)
		case rd.study.Undecided(*c):
			machines = append(machines, c)
		}
	}
	return people, machines
}

// answer tells whether a coding of the guide matcher marks the answer to a question as a person has it: the code is structural, the
// coverage of the interview is closed with the question answered, and nobody declined the coding or settled its place.
func (rd *Readings) answer(c coding.Coding) bool {
	code := rd.study.Codebook.Code(c.Code)
	if c.Coder != coding.GuideCoder || code == nil || code.Kind != coding.Structural || coding.Decided(c, rd.study.Reviews) != "" {
		return false
	}
	coverage := rd.coverageOf(c.Document)
	if _, settled := rd.study.Settled(c.Code, c.Passage); settled || !coverage.Closed {
		return false
	}
	return slices.ContainsFunc(code.Questions, func(q string) bool {
		state := coverage.Questions[q].State
		return state == Answered || state == AnsweredElsewhere
	})
}

// Undecided tells whether a coding is a machine coder's proposal that still waits
// for a person: nobody has given a verdict on it, nobody has coded
// the same passage, or part of it, with the same code, and it is not the guide matcher's in an interview whose coverage
// somebody closed.
func (s *Study) Undecided(c coding.Coding) bool {
	if !coding.Machine(c.Coder) || coding.Decided(c, s.Reviews) != "" || c.Coder == coding.GuideCoder && s.Closed(c.Document) {
		return false
	}
	if _, settled := s.Settled(c.Code, c.Passage); settled {
		return false
	}
	for _, o := range s.Codings.Over(c.Passage) {
		if o.Code == c.Code && !coding.Machine(o.Coder) && !coding.IsAgain(o.Coder) {
			return false
		}
	}
	return true
}

// source says what became of one document for a code.
func (rd *Readings) source(d *corpus.Document, code *coding.Code, keys map[string]bool, questions, kinds []string, evidence bool) Source {
	src := Source{Document: d.Key, Kind: d.Kind}
	read := rd.readFor(d.Key, keys)
	src.Counts = d.Interview() || contains(kinds, d.Kind) || read || evidence
	if why, ok := rd.notApplicable(d.Key, code.Key); ok {
		src.State, src.Why = NotApplicable, why
		return src
	}
	switch {
	case !read:
		src.State = Unread
	case evidence:
		src.State = HasEvidence
	case rd.lostIn(d.Key, keys):
		src.State = PlaceLost
	case !d.Interview():
		src.State = NotFound
	case len(questions) == 0:
		src.State = Unmentioned
	default:
		src.State = rd.askedState(d.Key, questions)
	}
	return src
}

// lostIn tells whether a person's coding of one of the codes is kept without its place.
func (rd *Readings) lostIn(document string, keys map[string]bool) bool {
	for _, l := range rd.layersOf(document) {
		for _, c := range l.Unplaced {
			if code := rd.study.Codebook.Code(c.Code); code != nil && keys[code.Key] {
				return true
			}
		}
	}
	return false
}

// ReadFor tells whether a person has read a document with all of these codes in
// the code book: by "all" with the code book as it was then, or by naming a code or one above it.
func (s *Study) ReadFor(document string, keys map[string]bool) bool {
	return s.NewReadings().readFor(document, keys)
}

func (rd *Readings) readFor(document string, keys map[string]bool) bool {
	for key := range keys {
		if !rd.readForOne(document, key) {
			return false
		}
	}
	return true
}

func (rd *Readings) readForOne(document, key string) bool {
	code := rd.study.Codebook.Code(key)
	for _, l := range rd.layersOf(document) {
		for _, r := range l.Reads {
			if rd.study.covers(r, code) {
				return true
			}
		}
	}
	return false
}

func (s *Study) covers(r coding.Reading, code *coding.Code) bool {
	if code == nil {
		return false
	}
	if r.Codes == "all" {
		then := s.codebookAt(r.Codebook)
		if then == nil {
			return false
		}
		return then.Code(code.Key) != nil || slices.ContainsFunc(code.Was, func(was string) bool { return then.Code(was) != nil })
	}
	for _, key := range strings.Fields(r.Codes) {
		for up := code; up != nil; up = up.Parent {
			if named := s.Codebook.Code(key); named == up {
				return true
			}
		}
	}
	return false
}

func (rd *Readings) notApplicable(document, key string) (string, bool) {
	for _, l := range rd.layersOf(document) {
		for _, n := range l.NotApplicable {
			if code := rd.study.Codebook.Code(n.Code); code != nil && code.Key == key {
				return n.Note, true
			}
		}
	}
	return "", false
}

// askedState says of an interview that raises nothing on a code whether the code's
// questions were put. It is the best that any of them reached.
func (rd *Readings) askedState(document string, questions []string) string {
	coverage := rd.coverageOf(document)
	if !coverage.Closed {
		return NotClosed
	}
	best := NotAskedState
	for _, q := range questions {
		switch coverage.Questions[q].State {
		case Answered, AnsweredElsewhere:
			return AskedNotRaised
		case AskedOnly:
			best = AskedNotAnswered
		}
	}
	return best
}

// Join puts the standings of several cases or codes together: open if one of them is
// open, else by what all passages say; a passage that several of them hold counts once. A state that a person set stands only if there is nothing
// to join it with.
func Join(parts []Standing) Standing {
	if len(parts) == 1 {
		return parts[0]
	}
	var st Standing
	for _, p := range parts {
		st.Evidence = addEvidence(st.Evidence, p.All())
		st.Proposed = addEvidence(st.Proposed, p.Proposed)
		for _, src := range p.Sources {
			if src.Document == "" || !slices.Contains(st.Sources, src) {
				st.Sources = append(st.Sources, src)
			}
		}
	}
	st.derive()
	return st
}

// withEvidence is addEvidence to a list that is the caller's own, of evidence that nobody else holds.
func withEvidence(list, more []Evidence) []Evidence {
	if len(list) == 0 {
		return more
	}
	return addEvidence(list, more)
}

// addEvidence adds evidence to a list; a passage that is there already and says the same,
// because cases share it or two codes name it, stays one passage.
func addEvidence(list, more []Evidence) []Evidence {
	for _, e := range more {
		i := slices.IndexFunc(list, func(o Evidence) bool { return o.Passage == e.Passage && o.Says == e.Says })
		if i < 0 {
			list = append(list, e)
			continue
		}
		o := &list[i]
		o.take(e)
	}
	return list
}

// Inputs returns the digests of the files a table is made of, sorted: the plans, the cases,
// the codings, the texts with codings or citations, and the table's own records; tables, calibrations and the outline
// are inputs only where they are among these.
func (s *Study) Inputs(records ...string) []string {
	var out []string
	for file, digest := range s.inputs {
		if (file == OutlineFile || strings.HasPrefix(file, "tables/") || strings.HasPrefix(file, "calibration/") || strings.HasPrefix(file, "memos/")) && !contains(records, file) {
			continue
		}
		out = append(out, digest)
	}
	sort.Strings(out)
	return out
}
