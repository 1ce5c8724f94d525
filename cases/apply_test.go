package cases

import (
	"context"
	"strings"
	"testing"

	"crosscase/coding"
)

const ruleBook = `format: 1
codes:
  - key: use
    kind: adaptation
    find: |
      bruke*
  - key: budget
    kind: challenge
    find: |
      budsjett*
`

var bothMachines = []string{coding.GuideCoder, coding.RulesCoder}

func TestApplyingTwiceWritesTheSameBytes(t *testing.T) {
	dir := base().with("codebook.yaml", ruleBook, annInterview, line("use", daily, "id", "kkkkkkk", "note", "mitt")).write(t)
	person, _ := dir.Read(annInterview)
	run := func(version string) (files, []Applied) {
		applied, err := openDir(t, dir).Apply(context.Background(), dir, bothMachines, version, nil)
		if err != nil {
			t.Fatal(err)
		}
		return readAll(t, dir), applied
	}
	first, applied := run("one")
	if applied[1].Codings == 0 || applied[1].Changed == 0 || first[rulesFile] == "" {
		t.Fatalf("the rules propose nothing: %+v", applied)
	}
	second, applied := run("another") // another version, so that it runs at all
	if d := differences(first, second); len(d) != 0 || applied[0].Changed+applied[1].Changed != 0 {
		t.Errorf("a second run changed %v; it says %+v", d, applied)
	}
	if second[annInterview] != string(person) {
		t.Error("the person's file was touched")
	}
	s := openDir(t, dir)
	if _, err := s.Apply(context.Background(), dir, bothMachines, "version 2", nil); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Apply(context.Background(), dir, bothMachines, "version 3", nil); err != nil {
		t.Fatal(err)
	}
	if d := differences(first, readAll(t, dir)); len(d) != 0 {
		t.Errorf("two runs of one study changed %v", d)
	}
}

func TestApplyReplacesWhatRulesProposedBefore(t *testing.T) {
	dir := base().with("codebook.yaml", ruleBook).write(t)
	if _, err := openDir(t, dir).Apply(context.Background(), dir, bothMachines, "version 4", nil); err != nil {
		t.Fatal(err)
	}
	if err := dir.Write("codebook.yaml", []byte(strings.Replace(ruleBook, "bruke*", "stramt", 1))); err != nil {
		t.Fatal(err)
	}
	s := openDir(t, dir)
	if _, err := s.Apply(context.Background(), dir, bothMachines, "version 5", nil); err != nil {
		t.Fatal(err)
	}
	for _, c := range openDir(t, dir).Codings.All() {
		if c.Code == "use" && !strings.Contains(c.Quote, "stramt") {
			t.Errorf("still proposed: %q", c.Quote)
		}
	}
	for _, c := range s.Codings.In("a-interview.txt") {
		if c.Code == "use" {
			t.Errorf("the study in memory still has %q", c.Quote)
		}
	}
}

func TestDeclinedProposalStaysDeclinedAfterAnotherRun(t *testing.T) {
	dir := base().with("codebook.yaml", ruleBook).write(t)
	s := openDir(t, dir)
	if _, err := s.Apply(context.Background(), dir, bothMachines, "version 6", nil); err != nil {
		t.Fatal(err)
	}
	declined := s.Codings.In("a-plan.txt")[0]
	if _, err := s.Decide(dir, declined.ID, "ann", coding.Declined, NewCoding{}); err != nil {
		t.Fatal(err)
	}
	s = openDir(t, dir)
	if _, err := s.Apply(context.Background(), dir, bothMachines, "version 7", nil); err != nil {
		t.Fatal(err)
	}
	c, ok := s.Coding(declined.ID)
	if !ok || s.Undecided(c) {
		t.Errorf("proposed again (%v): %+v", ok, c)
	}
}

func TestRulesDoNotFeedOnProposals(t *testing.T) {
	book := "format: 1\ncodes:\n  - key: budget\n    find: budsjett*\n  - key: echo\n    find: code:budget\n"
	dir := base().with("codebook.yaml", book).write(t)
	for _, version := range []string{"one", "another"} {
		s := openDir(t, dir)
		if _, err := s.Apply(context.Background(), dir, bothMachines, version, nil); err != nil {
			t.Fatal(err)
		}
		for _, c := range s.Codings.All() {
			if c.Code == "echo" {
				t.Fatalf("%q was proposed because of another proposal", c.Quote)
			}
		}
	}
}

func TestApplyStopsWhenItIsTold(t *testing.T) {
	dir := base().with("codebook.yaml", ruleBook).write(t)
	before := readAll(t, dir)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := openDir(t, dir).Apply(ctx, dir, bothMachines, "version 9", nil); err == nil {
		t.Error("no error")
	}
	if d := differences(before, readAll(t, dir)); len(d) != 0 {
		t.Errorf("changed %v", d)
	}
}

func TestApplyRunsAgainWhenWhatRulesLookAtChanged(t *testing.T) {
	book := "format: 1\ncodes:\n  - key: budget\n    find: size:large budsjett*\n"
	dir := base().with("codebook.yaml", book).write(t)
	proposed := func() int {
		s, _ := Open(dir.FS()) // proposals in a text that changed are problems until the rules run
		applied, err := s.Apply(context.Background(), dir, []string{coding.RulesCoder}, "same", nil)
		if err != nil {
			t.Fatal(err)
		}
		if n := len(s.Codings.All()); n != applied[0].Codings || n != len(openDir(t, dir).Codings.All()) {
			t.Fatalf("%d proposals in the study, %d by the answer", n, applied[0].Codings)
		}
		return applied[0].Codings
	}
	for _, c := range []struct {
		what, file, data string
		want             int
	}{
		{"nothing", "crosscase.yaml", base()["crosscase.yaml"], 0},
		{"the case is large", "cases/a.yaml", base()["cases/a.yaml"] + "values:\n  size: large\n", 2},
		{"nothing since", "cases/a.yaml", base()["cases/a.yaml"] + "values:\n  size: large\n", 2},
		{"the text", "documents/a-plan.txt", strings.Replace(planText, "Budsjettet", "Lommeboken", 1), 1},
		{"the code book", "codebook.yaml", strings.Replace(book, "budsjett*", "kommunen", 1), 2},
	} {
		if err := dir.Write(c.file, []byte(c.data)); err != nil {
			t.Fatal(err)
		}
		if got := proposed(); got != c.want {
			t.Errorf("%s changed: %d proposals, want %d", c.what, got, c.want)
		}
	}
}

// An answer that begins with a no is proposed against a code that claims something; a code that only gathers the answers to a
// question has it like any other.
func TestTheGuideProposesADenialAgainst(t *testing.T) {
	dir := base().with(
		"guide.yaml", "format: 1\nthemes:\n  - key: all\n    questions:\n      - {key: q1, ask: \"Bruker dere frivillige i museet?\"}\n      - {key: q2, ask: \"Samarbeider museet med skoler?\"}\n",
		"codebook.yaml", "format: 1\ncodes:\n  - {key: volunteers, kind: adaptation, questions: [q1, q2]}\n",
		"documents/m.txt", "I: Bruker dere frivillige i museet?\n\nR: Nei, det gjør vi ikke.\n\nI: Samarbeider museet med skoler?\n\nR: Ja, med to.\n",
		"documents/m.yaml", "kind: interview\nspeakers:\n  - {label: I, role: interviewer}\n  - {label: R, role: informant}\n").write(t)
	for _, kind := range []string{"adaptation", "structural"} {
		if err := dir.Write("codebook.yaml", []byte("format: 1\ncodes:\n  - {key: volunteers, kind: "+kind+", questions: [q1, q2]}\n")); err != nil {
			t.Fatal(err)
		}
		if _, err := openDir(t, dir).Apply(context.Background(), dir, []string{coding.GuideCoder}, "version "+kind, nil); err != nil {
			t.Fatal(err)
		}
		var says []string
		for _, c := range openDir(t, dir).Layer(coding.GuideCoder, "m.txt").Codings {
			says = append(says, string(c.Says))
		}
		want := map[string]string{"adaptation": "against for", "structural": "for for"}[kind]
		if strings.Join(says, " ") != want {
			t.Errorf("%s: %q, want %q", kind, says, want)
		}
	}
}
