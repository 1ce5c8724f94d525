package compare

import (
	"slices"
	"strings"

	"crosscase/cases"
	"crosscase/coding"
	"crosscase/compare/claims"
	"crosscase/compare/table"
	"crosscase/corpus/catalogue"
)

// The verdicts on a claim.
const (
	Supported    = "supported"
	Partly       = "partly"       // the evidence sets it a limit, or speaks both ways
	Unsupported  = "unsupported"  // nobody says so; silence is no evidence either way
	Contradicted = "contradicted" // the evidence says otherwise
	Open         = "open"         // a source that counts is unread
)

// Statement is a claim across cases as it can be held against the codings.
type Statement struct {
	Codes   []*coding.Code    // read as one, as in a row of a table
	Claimed map[string]string // by case: present, partial, absent, none, or claims.NotPresent
	Count   cases.Quantifier  // of how many it is claimed; the zero Quantifier if of none
	Denied  bool              // Count is of the cases where it is absent
	Partial bool              // Count is of the cases where it is within a limit
	Among   []*cases.Case     // the cases that Count speaks of
	Without string            // a document that is left out, "" for none
}

// Judged is a statement held against the codings.
type Judged struct {
	Cases   []JudgedCase // every case of Among, and every one claimed of, in the order of the study
	Verdict string       // the worst of the cases and the count
	Count   string       // the verdict on the count, "" without one
	Present []string     // keys of the cases where it is, with or without a limit
	Limited []string     // of these, where it is partial, mixed or only planned
	Planned []string     // of these, where it is only planned
	Absent  []string
	None    []string // read, asked and not raised
	Unasked []string // not raised and not known: not asked, or a source is not there
	Unread  []string
}

// JudgedCase is what a claim says of one case, and what the codings say.
type JudgedCase struct {
	Case     *cases.Case
	Claimed  string // "" if the claim only counts
	Verdict  string // "" if nothing is claimed of the case by itself
	Standing cases.Standing
}

// Judge holds a statement against the codings of a study. A claim of all or none of the cases is
// one of each. The verdict on a case is
//
//	claimed      present       partial       absent         mixed    none           open
//	present      supported     partly        contradicted   partly   unsupported    open
//	partial      partly        supported     contradicted   partly   unsupported    open
//	absent       contradicted  contradicted  supported      partly   unsupported    open
//	none         contradicted  contradicted  contradicted   contra.  supported      open
//	not present  contradicted  contradicted  supported      partly   partly         open
//
// A claim that it was not raised holds only partly where nobody asked. Where it is only planned, a claim that it is there holds
// partly, and none that it is not is contradicted: nobody has said how it is.
//
// and that on a count holds it against the cases where it is: supported if it fits, partly if it fits only
// by counting, or leaving out, cases with a limit, or would not if it were also in those of which it is not known, open if unread sources could make it fit, unsupported if only silent
// cases could, and contradicted else.
func Judge(s *cases.Study, st Statement) Judged {
	var out Judged
	claimed := map[string]string{}
	for key, state := range st.Claimed {
		claimed[key] = state
	}
	for _, c := range st.Among {
		if claimed[c.Key] != "" {
			continue
		}
		switch st.Count.Kind {
		case cases.All:
			claimed[c.Key] = cases.StatePresent
			if st.Partial {
				claimed[c.Key] = cases.StatePartial
			}
		case cases.None:
			claimed[c.Key] = cases.StateAbsent
		}
	}
	among := map[string]bool{}
	for _, c := range st.Among {
		among[c.Key] = true
	}
	out.Verdict = Supported
	for _, c := range s.Cases {
		claim := claimed[c.Key]
		if claim == "" && !among[c.Key] {
			continue
		}
		j := JudgedCase{Case: c, Claimed: claim, Standing: standingOf(s, []*cases.Case{without(c, st.Without)}, st.Codes, false, Options{}).Standing}
		if claim != "" {
			j.Verdict = verdict(claim, j.Standing.State)
			if j.Standing.OnlyPlanned() {
				j.Verdict = verdictOnPlan(claim)
			}
			if claim == cases.StateNone && j.Verdict == Supported && !j.Standing.Known() {
				j.Verdict = Partly
			}
			out.Verdict = worse(out.Verdict, j.Verdict)
		}
		out.Cases = append(out.Cases, j)
		if !among[c.Key] && st.Count.Kind != "" {
			continue
		}
		if j.Standing.OnlyPlanned() {
			out.Present, out.Limited, out.Planned = append(out.Present, c.Key), append(out.Limited, c.Key), append(out.Planned, c.Key)
			continue
		}
		switch j.Standing.State {
		case cases.StatePresent:
			out.Present = append(out.Present, c.Key)
		case cases.StatePartial, cases.StateMixed:
			out.Present, out.Limited = append(out.Present, c.Key), append(out.Limited, c.Key)
		case cases.StateAbsent:
			out.Absent = append(out.Absent, c.Key)
		case cases.StateNone:
			if j.Standing.Known() {
				out.None = append(out.None, c.Key)
			} else {
				out.Unasked = append(out.Unasked, c.Key)
			}
		default:
			out.Unread = append(out.Unread, c.Key)
		}
	}
	if st.Count.Kind != "" && st.Count.Kind != cases.All && st.Count.Kind != cases.None {
		partial := 0
		if st.Partial {
			for _, j := range out.Cases {
				if among[j.Case.Key] && j.Standing.State == cases.StatePartial && !j.Standing.OnlyPlanned() {
					partial++
				}
			}
		}
		out.Count = out.count(st, partial, len(st.Among))
		out.Verdict = worse(out.Verdict, out.Count)
	}
	return out
}

// without returns a case without one of its documents.
func without(c *cases.Case, document string) *cases.Case {
	if document == "" {
		return c
	}
	out := *c
	out.Members = slices.DeleteFunc(slices.Clone(c.Members), func(m cases.Member) bool { return m.Document == document })
	return &out
}

// verdict holds what is claimed of a case against its state.
func verdict(claimed, state string) string {
	if state == cases.StateOpen {
		return Open
	}
	switch claimed {
	case state:
		return Supported
	case cases.StatePresent, cases.StatePartial:
		switch state {
		case cases.StateAbsent:
			return Contradicted
		case cases.StateNone:
			return Unsupported
		}
		return Partly
	case cases.StateAbsent:
		switch state {
		case cases.StateMixed:
			return Partly
		case cases.StateNone:
			return Unsupported
		}
	case claims.NotPresent:
		switch state {
		case cases.StateAbsent:
			return Supported
		case cases.StateMixed, cases.StateNone:
			return Partly
		}
	}
	return Contradicted
}

// verdictOnPlan holds what is claimed of a case against a plan alone.
func verdictOnPlan(claimed string) string {
	switch claimed {
	case cases.StatePresent, cases.StatePartial, claims.NotPresent:
		return Partly
	case cases.StateAbsent:
		return Unsupported
	}
	return Contradicted
}

// count holds a number of cases, of total, against those where it is, or where it is within a limit: partial of them.
func (j *Judged) count(st Statement, partial, total int) string {
	q := st.Count
	known := total - len(j.Unread) - len(j.Unasked)
	if q.Of > 0 && q.Of != total && q.Of != known {
		return Contradicted
	}
	whole, within, open, silent := len(j.Present)-len(j.Limited), len(j.Present), len(j.Unread), len(j.None)+len(j.Unasked)
	unknown := len(j.Unasked)
	switch {
	case st.Denied:
		whole = len(j.Absent)
		within = whole + len(j.Limited)
	case st.Partial:
		whole, within = partial, len(j.Limited)
	}
	if q.Of > 0 && q.Of == known && q.Of != total {
		open, silent, unknown = 0, len(j.None), 0 // the claim speaks of the known cases only
		total = known
	}
	low, high := q.N, q.N // how many cases make the claim true
	switch q.Kind {
	case cases.AtLeast:
		high = total
	case cases.AtMost:
		low = 0
	case cases.Most:
		low, high = total/2+1, total
	case cases.Some:
		low, high = 1, total
	case cases.NotAll:
		low, high = 0, total-1
	}
	fits := func(n int) bool { return low <= n && n <= high }
	between := func(from, to int) bool { return from <= high && low <= to }
	switch {
	case whole == within && open == 0 && fits(whole) && !fits(whole+unknown):
		return Partly
	case whole == within && open == 0 && fits(whole):
		return Supported
	case fits(whole) && fits(within) && fits(within+open+unknown) && fits(whole+open):
		return Supported
	case open == 0 && between(whole, within):
		return Partly
	case between(whole, within+open):
		return Open
	case between(whole, within+open+silent):
		return Unsupported
	}
	return Contradicted
}

var badness = map[string]int{Supported: 0, Partly: 1, Open: 2, Unsupported: 3, Contradicted: 4}

func worse(a, b string) string {
	if badness[b] > badness[a] {
		return b
	}
	return a
}

// Fails tells whether a verdict is one that a text should not be left with.
func Fails(verdict string) bool { return verdict == Unsupported || verdict == Contradicted }

// titles returns the labels of cases by their keys.
func titles(s *cases.Study, keys []string) string {
	var out []string
	for _, key := range keys {
		if c := s.Case(key); c != nil {
			out = append(out, c.Title())
		}
	}
	return strings.Join(out, ", ")
}

// Carried says in words where it is and where not: "in A, B; with a limit in C; only planned in F; denied in D; not raised in E; not known of G".
func (j *Judged) Carried(s *cases.Study, l catalogue.Language) string {
	var parts []string
	add := func(key string, list []string) {
		if len(list) > 0 {
			parts = append(parts, l.Say(key, titles(s, list)))
		}
	}
	var whole, limited []string
	for _, key := range j.Present {
		switch {
		case containsString(j.Planned, key):
		case containsString(j.Limited, key):
			limited = append(limited, key)
		default:
			whole = append(whole, key)
		}
	}
	add("in", whole)
	add("limited-in", limited)
	add("planned-in", j.Planned)
	add("denied-in", j.Absent)
	add("not-raised-in", j.None)
	add("not-known-in", j.Unasked)
	add("unread-in", j.Unread)
	return strings.Join(parts, "; ")
}

func containsString(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

// Weaknesses says what the cases in which it is claimed to be rest on, where that is little: "rests on hearsay or
// inference in B", "one informant speaks for A", "one source in C". Of a claim that names cases, only these are asked.
func (j *Judged) Weaknesses(s *cases.Study, l catalogue.Language) []string {
	var hearsay, one, single []string
	named := slices.ContainsFunc(j.Cases, func(c JudgedCase) bool { return c.Claimed != "" })
	for _, c := range j.Cases {
		if named && c.Claimed == "" {
			continue // the claim does not speak of it
		}
		if len(c.Standing.Evidence) == 0 || c.Claimed == cases.StateNone {
			continue
		}
		documents, voices, written := map[string]bool{}, map[string]bool{}, false
		for _, e := range c.Standing.Evidence {
			documents[e.Passage.Document] = true
			if sp, ok := s.Speaker(e.Passage); ok {
				voices[sp.Label] = true
			} else {
				written = true
			}
		}
		switch {
		case c.Standing.Weak:
			hearsay = append(hearsay, c.Case.Key)
		case !written && len(voices) == 1:
			one = append(one, c.Case.Key)
		case len(documents) == 1:
			single = append(single, c.Case.Key)
		}
	}
	var out []string
	for _, w := range []struct {
		key  string
		list []string
	}{{"hearsay-in", hearsay}, {"one-informant-in", one}, {"one-source-in", single}} {
		if len(w.list) > 0 {
			out = append(out, l.Say(w.key, titles(s, w.list)))
		}
	}
	return out
}

// verdictCell prints the verdict on a case with its state and passages.
func verdictCell(j JudgedCase, l catalogue.Language) table.Cell {
	c := table.Cell{State: j.Verdict}
	for _, src := range j.Standing.Sources {
		c.Sources = append(c.Sources, sourceOf(src, &j.Standing))
	}
	c.Proposed, c.Aside = evidenceOf(j.Standing.Proposed), asideOf(j.Standing.Aside)
	if len(j.Standing.Evidence) > 0 || j.Standing.Silent() {
		c.SetEvidence(evidenceOf(j.Standing.Evidence))
	} else {
		c.Missing = missing(&j.Standing, l)
	}
	shown := j.Standing
	if shown.State != cases.StateOpen {
		shown.Proposed = nil // the cell has them; the verdict does not
	}
	seen := stateText(&shown, &c, l)
	c.Text = seen
	if j.Verdict != "" && j.Verdict != shown.State { // "open" is said once
		c.Text = l.Say(j.Verdict) + " · " + seen
	}
	return c
}
