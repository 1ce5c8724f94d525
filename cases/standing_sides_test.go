package cases

import (
	"reflect"
	"strings"
	"testing"
)

func standing(t *testing.T, f files, code string, subcodes bool) Standing {
	t.Helper()
	s := f.open(t)
	return s.Standing(s.Case("a"), s.Codebook.Code(code), subcodes)
}

func TestProposalsNeverMakeAState(t *testing.T) {
	for _, machine := range []string{rulesFile, guideCodings} {
		st := standing(t, allRead().with(machine, line("free", daily)+line("free", denied, "says", "against")), "free", false)
		if st.State != StateNone || len(st.Evidence) != 0 || len(st.Proposed) != 2 {
			t.Errorf("%s: %s with %d passages and %d proposals, want none with 0 and 2", machine, st.State, len(st.Evidence), len(st.Proposed))
		}
		st = standing(t, allRead(line("free", limited, "says", "qualified")).with(machine, line("free", daily)), "free", false)
		if st.State != StatePartial || len(st.Proposed) != 1 {
			t.Errorf("%s beside a person: %s with %d proposals, want partial with 1", machine, st.State, len(st.Proposed))
		}
	}
}

func TestProposalThatAPersonDecidedOnOrCodedDisappears(t *testing.T) {
	proposed := base().with(rulesFile, line("use", daily))
	verdict := func(v string) string {
		return `{"code": "use", "verdict": "` + v + `", "of": "rules", "quote": "` + daily + `"}` + "\n"
	}
	for _, c := range []struct {
		what  string
		files files
		want  int
	}{
		{"nobody decided", proposed, 1},
		{"declined", proposed.with("reviews/ann/a-interview.jsonl", verdict("declined")), 0},
		{"accepted", proposed.with("reviews/bo/a-interview.jsonl", verdict("accepted")), 0},
		{"another code declined", proposed.with("reviews/ann/a-interview.jsonl", strings.Replace(verdict("declined"), `"use"`, `"free"`, 1)), 1},
		{"part of it coded alike", proposed.with(annInterview, line("use", "hver dag", "says", "against")), 0},
		{"coded with another code", proposed.with(annInterview, line("free", "hver dag")), 1},
		{"declined under the code's earlier key", proposed.with("reviews/ann/a-interview.jsonl", verdict("declined"),
			rulesFile, line("usage", daily), "codebook.yaml", strings.Replace(bookText, "key: use\n", "key: usage\n    was: [use]\n", 1)), 0},
	} {
		s := c.files.open(t)
		st := s.Standing(s.Case("a"), s.Codebook.Code("use"), false)
		if len(st.Proposed) != c.want {
			t.Errorf("%s: %d proposals, want %d", c.what, len(st.Proposed), c.want)
		}
	}
}

const laterBook = bookText + "  - key: late\n    kind: challenge\n"

func snapshot(book string) (name, data string) {
	s, _ := base().with("codebook.yaml", book).openWith()
	return SnapshotFile(s.Codebook.Digest), book
}

func TestReadingCoversTheCodesOfItsDay(t *testing.T) {
	kept, data := snapshot(bookText)
	read := readLine(bookText)
	renamed := strings.Replace(bookText, "key: free\n", "key: freedom\n    was: [free]\n", 1)
	for _, c := range []struct {
		what  string
		files files
		code  string
		want  bool
	}{
		{"with the code book as it is", base().with(annInterview, read), "free", true},
		{"with a code book that was kept", base().with(annInterview, read, "codebook.yaml", laterBook, kept, data), "free", true},
		{"a code that came later", base().with(annInterview, read, "codebook.yaml", laterBook, kept, data), "late", false},
		{"read again since", base().with(annInterview, read+readLine(laterBook), "codebook.yaml", laterBook, kept, data), "late", true},
		{"by somebody else since", base().with(annInterview, read, boInterview, readLine(laterBook), "codebook.yaml", laterBook, kept, data), "late", true},
		{"a code renamed since", base().with(annInterview, read, "codebook.yaml", renamed, kept, data), "freedom", true},
		{"for the code alone", base().with(annInterview, `{"read": "free"}`), "free", true},
		{"for several codes", base().with(annInterview, `{"read": "budget free"}`), "free", true},
		{"for another code", base().with(annInterview, `{"read": "budget"}`), "free", false},
		{"for the code above", base().with(annInterview, `{"read": "use"}`), "daily", true},
		{"for the code below", base().with(annInterview, `{"read": "daily"}`), "use", false},
		{"for the code's earlier key", base().with(annInterview, `{"read": "free"}`, "codebook.yaml", renamed), "freedom", true},
		{"by a machine coder", base().with(rulesFile, read), "free", false},
		{"another document", base().with(annPlan, read), "free", false},
	} {
		s := c.files.open(t)
		if got := s.ReadFor("a-interview.txt", map[string]bool{c.code: true}); got != c.want {
			t.Errorf("%s: read is %v", c.what, got)
		}
	}
}

func TestReadingWithACodebookThatWasNotKeptCountsForNothing(t *testing.T) {
	s, problems := base().with(annInterview, readLine("format: 1\ncodes: []\n")).openWith()
	wantProblem(t, problems, annInterview, "was not kept")
	if s.ReadFor("a-interview.txt", map[string]bool{"free": true}) {
		t.Error("it counts as read")
	}
	kept, _ := snapshot(laterBook)
	s, problems = base().with(annInterview, readLine(laterBook), kept, laterBook+"# touched\n").openWith()
	wantProblem(t, problems, annInterview, "was not kept")
	if s.ReadFor("a-interview.txt", map[string]bool{"free": true}) {
		t.Error("a kept code book that was changed since counts")
	}
}

func TestRenamedCodeKeepsWhatWasSaid(t *testing.T) {
	kept, data := snapshot(bookText)
	before := allRead(line("free", daily), "{\"not-applicable\": \"budget\"}\n").with("cases/a.yaml",
		"key: a\nmembers: [a-interview.txt]\nstates:\n  - code: free\n    state: partial\n    because: seen\n")
	after := before.with("codebook.yaml", strings.NewReplacer("key: free\n", "key: freedom\n    was: [free]\n", "key: budget\n", "key: money\n    was: [budget]\n").Replace(bookText), kept, data)
	for _, pair := range [][2]string{{"free", "freedom"}, {"budget", "money"}, {"use", "use"}} {
		was, is := standing(t, before, pair[0], false), standing(t, after, pair[1], false)
		if was.State != is.State || was.Derived != is.Derived || len(was.Evidence) != len(is.Evidence) || sources(was) != sources(is) {
			t.Errorf("%s said %s (%s; %s), as %s it says %s (%s; %s)", pair[0], was.State, was.Derived, sources(was), pair[1], is.State, is.Derived, sources(is))
		}
	}
	if st := standing(t, after, "freedom", false); st.State != StatePartial || st.Derived != StatePresent || len(st.Evidence) != 1 {
		t.Errorf("freedom is %s, derived %s with %d passages", st.State, st.Derived, len(st.Evidence))
	}
}

func TestSetStateStandsBesideTheDerivedOne(t *testing.T) {
	st := standing(t, allRead(line("use", daily), line("use", denied, "says", "against")).with("cases/a.yaml",
		"key: a\nmembers: [a-interview.txt]\nstates:\n  - code: use\n    state: present\n    because: changed over time\n    on: 2026-03-02\n"), "use", false)
	if st.State != StatePresent || st.Derived != StateMixed || st.Set == nil || st.Set.Because != "changed over time" || st.Set.On != "2026-03-02" {
		t.Errorf("%s, derived %s, set %+v", st.State, st.Derived, st.Set)
	}
	_, problems := base().with("cases/a.yaml", "key: a\nstates:\n  - code: use\n    state: here\n").openWith()
	wantProblem(t, problems, "cases/a.yaml", `state "here" is not known`)
	wantProblem(t, problems, "cases/a.yaml", "is set without a reason")
}

func TestCellThatRestsOnHearsayAloneIsMarked(t *testing.T) {
	for _, c := range []struct {
		what  string
		lines []string
		want  bool
	}{
		{"no evidence", nil, false},
		{"hearsay", []string{line("use", daily, "basis", "hearsay")}, true},
		{"hearsay and inference", []string{line("use", daily, "basis", "hearsay"), line("use", limited, "basis", "inferred")}, true},
		{"hearsay and experience", []string{line("use", daily, "basis", "hearsay"), line("use", limited, "basis", "experience")}, false},
		{"hearsay and no ground given", []string{line("use", daily, "basis", "hearsay"), line("use", limited)}, false},
	} {
		if st := standing(t, allRead(c.lines...), "use", false); st.Weak != c.want {
			t.Errorf("%s: weak is %v", c.what, st.Weak)
		}
	}
	one := standing(t, allRead(line("use", daily, "basis", "hearsay")).with(boInterview, line("use", daily, "basis", "experience")), "use", false)
	if one.Weak || len(one.Evidence) != 1 {
		t.Errorf("one passage of which one coder heard at first hand: weak is %v, %d passages", one.Weak, len(one.Evidence))
	}
}

func TestOverlappingCodingsOfSeveralCodersAreOnePassage(t *testing.T) {
	f := allRead(line("use", "Vi bruker den hver dag", "note", "sier det", "value", "used"), line("use", limited)).
		with(boInterview, line("use", "den hver dag.", "note", "sier det"))
	st := standing(t, f, "use", false)
	if len(st.Evidence) != 2 {
		t.Fatalf("%d passages, want 2: %+v", len(st.Evidence), st.Evidence)
	}
	e := st.Evidence[0]
	if !reflect.DeepEqual(e.Coders, []string{"ann", "bo"}) || len(e.Codings) != 2 || e.Quote != "Vi bruker den hver dag." || !reflect.DeepEqual(e.Notes, []string{"sier det"}) || !reflect.DeepEqual(e.Values, []string{"used"}) {
		t.Errorf("%+v", e)
	}
	if e.Cite != "Kommune A, replikk 2" || e.Case != "a" {
		t.Errorf("cited as %q in case %q", e.Cite, e.Case)
	}
	// What one coder says two things of are two passages.
	st = standing(t, allRead(line("use", daily), line("use", daily, "says", "against")), "use", false)
	if len(st.Evidence) != 2 || st.State != StateMixed {
		t.Errorf("%d passages, %s", len(st.Evidence), st.State)
	}
	// Passages that only touch are two.
	st = standing(t, allRead(line("use", "Vi bruker"), line("use", " den hver")), "use", false)
	if len(st.Evidence) != 2 {
		t.Errorf("%d passages that touch, want 2", len(st.Evidence))
	}
}

func TestSubcodesCountAsTheCode(t *testing.T) {
	f := allRead(line("daily", daily), line("use", denied, "says", "against"))
	if st := standing(t, f, "use", false); st.State != StateAbsent {
		t.Errorf("alone: %s", st.State)
	}
	if st := standing(t, f, "use", true); st.State != StateMixed || len(st.Evidence) != 2 {
		t.Errorf("with subcodes: %s of %d", st.State, len(st.Evidence))
	}
	if st := standing(t, f, "daily", true); st.State != StatePresent {
		t.Errorf("the code below: %s", st.State)
	}
	// Read for the code above alone covers those below; read for one below does not cover all.
	read := base().with("cases/a.yaml", "key: a\nmembers: [a-interview.txt]\n", annInterview, `{"read": "daily"}`)
	if st := standing(t, read, "use", true); st.State != StateOpen {
		t.Errorf("read for a subcode only: %s", st.State)
	}
}

func TestMemberThatIsAPartHoldsOnlyItsPassages(t *testing.T) {
	f := allRead(line("use", daily), line("use", denied, "says", "against")).with("cases/a.yaml", "key: a\nmembers:\n  - document: a-interview.txt\n    at: 0-65\n")
	if st := standing(t, f, "use", false); st.State != StatePresent || len(st.Evidence) != 1 {
		t.Errorf("%s of %d, want present of 1", st.State, len(st.Evidence))
	}
	f = f.with("cases/a.yaml", "key: a\nmembers:\n  - a-interview.txt\n  - document: a-interview.txt\n    at: 0-65\n")
	if st := standing(t, f, "use", false); len(st.Evidence) != 2 {
		t.Errorf("a document and a part of it: %d passages, want 2", len(st.Evidence))
	}
}

func TestJoinPutsCasesTogether(t *testing.T) {
	f := allRead(line("use", daily)).with("codings/ann/b-interview.jsonl", readLine(bookText)+line("use", denied, "says", "against"),
		"cases/c.yaml", "key: c\nmembers: [a-plan.txt, b-interview.txt]\nstates:\n  - code: use\n    state: present\n    because: own\n")
	s := f.open(t)
	of := func(key, code string) Standing { return s.Standing(s.Case(key), s.Codebook.Code(code), false) }
	for _, c := range []struct {
		what  string
		parts []Standing
		state string
		n     int
	}{
		{"one case alone keeps the state that was set", []Standing{of("c", "use")}, StatePresent, 1},
		{"present and absent", []Standing{of("a", "use"), of("b", "use")}, StateMixed, 2},
		{"a set state does not stand in a group", []Standing{of("c", "use"), of("b", "use")}, StateAbsent, 1},
		{"a passage that two cases share counts once", []Standing{of("b", "use"), of("c", "use")}, StateAbsent, 1},
	} {
		st := Join(c.parts)
		if st.State != c.state || len(st.Evidence) != c.n {
			t.Errorf("%s: %s of %d, want %s of %d", c.what, st.State, len(st.Evidence), c.state, c.n)
		}
	}
	unread := base().with("codings/ann/b-interview.jsonl", readLine(bookText)+line("use", daily)).open(t)
	st := Join([]Standing{unread.Standing(unread.Case("a"), unread.Codebook.Code("use"), false), unread.Standing(unread.Case("b"), unread.Codebook.Code("use"), false)})
	if st.State != StateOpen || len(st.Evidence) != 1 {
		t.Errorf("one case is open: the group is %s of %d", st.State, len(st.Evidence))
	}
}

func TestJoinOfCodesCountsAPassageOnce(t *testing.T) {
	s := allRead(line("use", daily, "basis", "hearsay"), line("free", daily, "note", "fritt")).open(t)
	a := s.Case("a")
	parts := []Standing{s.Standing(a, s.Codebook.Code("use"), false), s.Standing(a, s.Codebook.Code("free"), false)}
	st := Join(parts)
	if len(st.Evidence) != 1 || len(st.Evidence[0].Codings) != 2 || st.Weak {
		t.Errorf("%+v", st.Evidence)
	}
	if got := sources(st); got != "interview* evidence, plan* not-found, report unread" {
		t.Errorf("sources %s", got)
	}
	if len(parts[0].Evidence[0].Codings) != 1 {
		t.Error("joining changed its arguments")
	}
}

func TestSilentOnlyWhenEverySourceWasHeard(t *testing.T) {
	source := func(state string, counts bool) Source { return Source{State: state, Counts: counts} }
	for _, c := range []struct {
		sources []Source
		want    bool
	}{
		{nil, false},
		{[]Source{source(AskedNotRaised, true)}, true},
		{[]Source{source(NotFound, true), source(Unmentioned, true)}, true},
		{[]Source{source(AskedNotRaised, true), source(Unread, false)}, true},
		{[]Source{source(AskedNotRaised, true), source(NotApplicable, true)}, true},
		{[]Source{source(NotApplicable, true)}, false},
		{[]Source{source(AskedNotRaised, true), source(Unread, true)}, false},
		{[]Source{source(AskedNotRaised, true), source(Unavailable, true)}, false},
		{[]Source{source(AskedNotRaised, true), source(NotAskedState, true)}, false},
		{[]Source{source(AskedNotRaised, true), source(NotClosed, true)}, false},
		{[]Source{source(AskedNotRaised, true), source(AskedNotAnswered, true)}, false},
		{[]Source{source(Unmentioned, false)}, false},
	} {
		st := Standing{Sources: c.sources}
		if st.Silent() != c.want {
			t.Errorf("%+v: silent is %v", c.sources, !c.want)
		}
	}
}
