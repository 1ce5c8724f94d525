package cases

import (
	"cmp"
	"fmt"
	"strings"

	"crosscase/coding"
	"crosscase/corpus/catalogue"
)

// Status says what is in a study, what is left, and what comes next.
type Status struct {
	Lines     []StatusLine
	Documents []DocumentStatus
	Next      string
}

// StatusLine is one fact of the study.
type StatusLine struct{ What, Text string }

// DocumentStatus is how far one document has come.
type DocumentStatus struct {
	Key             string
	ReadBy          string // "-" if by nobody; with "(part)" if codes came later
	Coded, Proposed int
	Coverage        string // of an interview: closed or open
}

// Status looks at the whole study.
func (s *Study) Status() Status {
	var st Status
	kinds := map[string]int{}
	var order []string
	for _, d := range s.Documents {
		kind := cmp.Or(d.Kind, "document")
		if kinds[kind] == 0 {
			order = append(order, kind)
		}
		kinds[kind]++
	}
	l := s.words()
	for i, k := range order {
		order[i] = l.DocumentKinds(kinds[k], k)
	}
	rules := 0
	for _, c := range s.Codebook.All() {
		if c.Find != "" {
			rules++
		}
	}
	var names []string
	for _, c := range s.Cases {
		names = append(names, c.Title())
	}
	line := func(what string, n int, text string) {
		if n == 0 {
			text = l.Say("status none")
		}
		st.Lines = append(st.Lines, StatusLine{l.Say("status " + what), text})
	}
	line("cases", len(s.Cases), fmt.Sprintf("%d: %s", len(s.Cases), strings.Join(names, ", ")))
	line("documents", len(s.Documents), fmt.Sprintf("%d: %s", len(s.Documents), strings.Join(order, ", ")))
	questions, codes := len(s.Guide.Questions()), len(s.Codes())
	line("guide", questions, l.Say("status in", l.Count(questions, "question"), l.Count(len(s.Guide.Themes), "theme")))
	line("codebook", codes, l.Say("status rules", l.Count(codes, "code"), rules))
	line("tables", len(s.Tables), l.Say("status own", len(s.Tables)))
	if text := s.claimStatus(); text != "" {
		line("claims", 1, text)
	}
	if text := s.wordsStatus(); text != "" {
		line("codings", 1, text)
	}
	if len(s.Memos) > 0 {
		line("memos", len(s.Memos), fmt.Sprintf("%d: %s", len(s.Memos), s.memoCount()))
	}
	for _, c := range s.Coders {
		if list := s.Assigned(c); list != nil {
			st.Lines = append(st.Lines, StatusLine{c.Name, s.assignment(c, list)})
		}
	}
	unread, open, proposed := "", "", 0
	readings := s.NewReadings()
	for _, d := range s.Documents {
		ds := DocumentStatus{Key: d.Key, ReadBy: s.readBy(d.Key, readings)}
		closed := d.Interview() && s.Closed(d.Key)
		for _, c := range s.Codings.In(d.Key) {
			if s.Counts(c) {
				ds.Coded++
			} else if s.Undecided(c) {
				ds.Proposed++
			}
		}
		proposed += ds.Proposed
		if d.Interview() {
			ds.Coverage = "open"
			if closed {
				ds.Coverage = "closed"
			} else if open == "" {
				open = d.Key
			}
		}
		if ds.ReadBy == "-" && unread == "" {
			unread = d.Key
		}
		st.Documents = append(st.Documents, ds)
	}
	st.Next = s.next(unread, open, proposed)
	return st
}

// claimStatus says how many findings and expectations there are, and of how much that rests on evidence the evidence changed.
func (s *Study) claimStatus() string {
	var parts []string
	if n := len(s.Findings) + len(s.UnreadFindings); n > 0 {
		parts = append(parts, s.words().Count(n, "finding"))
	}
	if n := len(s.Expectations) + len(s.UnreadExpectations); n > 0 {
		parts = append(parts, s.words().Count(n, "expectation"))
	}
	stale := 0
	for _, r := range s.Resting() {
		if change, _, ok := s.Changed(r); ok && change.Stale() {
			stale++
		}
	}
	if stale > 0 {
		parts = append(parts, s.words().Say("status stale", stale))
	}
	return strings.Join(parts, ", ")
}

// wordsStatus says how many codings of people stand on words that a correction of the text changed, how many have lost theirs, and on how many passages the coders differ; "" for none.
func (s *Study) wordsStatus() string {
	changed, lost := 0, 0
	for _, l := range s.Layers() {
		if coding.Machine(l.Coder) {
			continue
		}
		lost += len(l.Unplaced)
		for _, c := range l.Codings {
			if c.Was != "" {
				changed++
			}
		}
	}
	var parts []string
	if changed > 0 {
		parts = append(parts, s.words().Say("status changed", s.words().Count(changed, "coding")))
	}
	if n := len(s.UnsettledPassages()); n > 0 {
		parts = append(parts, s.words().Say("status unsettled", s.words().Count(n, "passage")))
	}
	if lost > 0 {
		parts = append(parts, s.words().Say("status lost", s.words().Count(lost, "coding")))
	}
	return strings.Join(parts, ", ")
}

// words returns the language in which the study's own facts are told.
func (s *Study) words() catalogue.Language { return catalogue.In(s.Language) }

// readBy returns the people who read a document, "(part)" behind those whose reading does
// not cover every code of today.
func (s *Study) readBy(document string, readings *Readings) string {
	var out []string
	for _, l := range s.layersOf(document) {
		if coding.Machine(l.Coder) || len(l.Reads) == 0 {
			continue
		}
		name := l.Coder
		if len(readings.Uncovered(l)) > 0 {
			name += " (part)"
		}
		out = append(out, name)
	}
	if len(out) == 0 {
		return "-"
	}
	return strings.Join(out, ", ")
}

func (s *Study) next(unread, open string, proposed int) string {
	machine := false
	for _, l := range s.Layers() {
		machine = machine || coding.Machine(l.Coder)
	}
	structural := false
	for _, c := range s.Codebook.All() {
		structural = structural || len(c.Questions) > 0
	}
	l := s.words()
	switch {
	case len(s.Cases) == 0:
		return l.Say("next case")
	case len(s.Documents) == 0:
		return l.Say("next document")
	case len(s.Guide.Questions()) == 0:
		return l.Say("next guide")
	case len(s.Codebook.All()) == 0 || !structural:
		return l.Say("next codebook")
	case !machine:
		return l.Say("next apply")
	case open != "":
		return l.Say("next coverage", open)
	case unread != "":
		return l.Say("next read", unread)
	case proposed > 0:
		return l.Say("next proposals", proposed)
	}
	return l.Say("next build")
}

// Waiting returns how many proposals in a document wait for a verdict.
func (s *Study) Waiting(document string) int {
	n := 0
	for _, c := range s.Codings.In(document) {
		if s.Undecided(c) {
			n++
		}
	}
	return n
}
