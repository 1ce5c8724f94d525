package cases

import (
	"cmp"
	"fmt"
	"strings"

	"crosscase/coding"
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
	for i, k := range order {
		order[i] = fmt.Sprintf("%d %s", kinds[k], k)
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
	st.Lines = []StatusLine{
		{"cases", countOr(len(s.Cases), strings.Join(names, ", "))},
		{"documents", countOr(len(s.Documents), strings.Join(order, ", "))},
		{"guide", noneOr(len(s.Guide.Questions()), fmt.Sprintf("%s in %s", many(len(s.Guide.Questions()), "question"), many(len(s.Guide.Themes), "theme")))},
		{"codebook", noneOr(len(s.Codebook.All()), fmt.Sprintf("%s, %d with rules", many(len(s.Codebook.All()), "code"), rules))},
		{"tables", noneOr(len(s.Tables), fmt.Sprintf("%d of your own in tables/", len(s.Tables)))},
	}
	if line := s.claimStatus(); line != "" {
		st.Lines = append(st.Lines, StatusLine{"claims", line})
	}
	if len(s.Memos) > 0 {
		st.Lines = append(st.Lines, StatusLine{"memos", fmt.Sprintf("%d: %s", len(s.Memos), s.memoCount())})
	}
	for _, c := range s.Coders {
		if list := s.Assigned(c); list != nil {
			st.Lines = append(st.Lines, StatusLine{c.Name, s.assignment(c, list)})
		}
	}
	unread, open, proposed := "", "", 0
	for _, d := range s.Documents {
		ds := DocumentStatus{Key: d.Key, ReadBy: s.readBy(d.Key)}
		closed := d.Interview() && s.Coverage(d.Key).Closed // the guide's answers stand then
		for _, c := range s.Codings.In(d.Key) {
			if s.Counts(c) {
				ds.Coded++
			} else if !(c.Coder == coding.GuideCoder && closed) && s.Undecided(c) {
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
	if n := len(s.Findings); n > 0 {
		parts = append(parts, many(n, "finding"))
	}
	if n := len(s.Expectations); n > 0 {
		parts = append(parts, many(n, "expectation"))
	}
	stale := 0
	for _, r := range s.Resting() {
		if change, _, ok := s.Changed(r); ok && change.Stale() {
			stale++
		}
	}
	if stale > 0 {
		parts = append(parts, fmt.Sprintf("%d to look at again (crosscase cases confirm --stale)", stale))
	}
	return strings.Join(parts, ", ")
}

func countOr(n int, text string) string { return noneOr(n, fmt.Sprintf("%d: %s", n, text)) }

func noneOr(n int, text string) string {
	if n == 0 {
		return "none yet"
	}
	return text
}

// many counts things: "1 theme", "5 themes".
func many(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return fmt.Sprintf("%d %ss", n, thing)
}

// readBy returns the people who read a document, "(part)" behind those whose reading does
// not cover every code of today.
func (s *Study) readBy(document string) string {
	var out []string
	for _, l := range s.layersOf(document) {
		if coding.Machine(l.Coder) || len(l.Reads) == 0 {
			continue
		}
		all := true
		for _, c := range s.Codebook.All() {
			covered := false
			for _, r := range l.Reads {
				covered = covered || s.covers(r, c)
			}
			all = all && covered
		}
		name := l.Coder
		if !all {
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
	for _, l := range s.Layers {
		machine = machine || coding.Machine(l.Coder)
	}
	structural := false
	for _, c := range s.Codebook.All() {
		structural = structural || len(c.Questions) > 0
	}
	switch {
	case len(s.Cases) == 0:
		return `crosscase cases add KEY --label "…" names a case`
	case len(s.Documents) == 0:
		return "crosscase corpus add --case KEY FILE … takes texts in"
	case len(s.Guide.Questions()) == 0:
		return "crosscase guide import FILE reads the interview guide"
	case len(s.Codebook.All()) == 0 || !structural:
		return "crosscase codebook derive makes codes of the guide"
	case !machine:
		return "crosscase coding apply runs the guide matcher and the rules"
	case open != "":
		return "crosscase guide coverage shows what was asked; crosscase guide close " + open + " says that it stands"
	case unread != "":
		return "read " + unread + " (crosscase corpus show " + unread + "), code it (crosscase coding add), then crosscase coding read " + unread
	case proposed > 0:
		return fmt.Sprintf("crosscase quotes --proposed --coder rules shows %d proposals that wait for a verdict", proposed)
	}
	return "crosscase build rebuilds all tables; crosscase compare table NAME --why opens one"
}

// Waiting returns how many proposals of the rules in a document wait for a verdict.
func (s *Study) Waiting(document string) int {
	n := 0
	for _, c := range s.Codings.In(document) {
		if c.Coder == coding.RulesCoder && s.Undecided(c) {
			n++
		}
	}
	return n
}
