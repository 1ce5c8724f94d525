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
	run := func() (files, []Applied) {
		applied, err := openDir(t, dir).Apply(context.Background(), dir, bothMachines, "test", nil)
		if err != nil {
			t.Fatal(err)
		}
		return readAll(t, dir), applied
	}
	first, applied := run()
	if applied[1].Codings == 0 || applied[1].Changed == 0 || first[rulesFile] == "" {
		t.Fatalf("the rules propose nothing: %+v", applied)
	}
	second, applied := run()
	if d := differences(first, second); len(d) != 0 || applied[0].Changed+applied[1].Changed != 0 {
		t.Errorf("a second run changed %v; it says %+v", d, applied)
	}
	if second[annInterview] != string(person) {
		t.Error("the person's file was touched")
	}
	s := openDir(t, dir)
	if _, err := s.Apply(context.Background(), dir, bothMachines, "test", nil); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Apply(context.Background(), dir, bothMachines, "test", nil); err != nil {
		t.Fatal(err)
	}
	if d := differences(first, readAll(t, dir)); len(d) != 0 {
		t.Errorf("two runs of one study changed %v", d)
	}
}

func TestApplyReplacesWhatRulesProposedBefore(t *testing.T) {
	dir := base().with("codebook.yaml", ruleBook).write(t)
	if _, err := openDir(t, dir).Apply(context.Background(), dir, bothMachines, "test", nil); err != nil {
		t.Fatal(err)
	}
	if err := dir.Write("codebook.yaml", []byte(strings.Replace(ruleBook, "bruke*", "stramt", 1))); err != nil {
		t.Fatal(err)
	}
	s := openDir(t, dir)
	if _, err := s.Apply(context.Background(), dir, bothMachines, "test", nil); err != nil {
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
	if _, err := s.Apply(context.Background(), dir, bothMachines, "test", nil); err != nil {
		t.Fatal(err)
	}
	declined := s.Codings.In("a-plan.txt")[0]
	if _, err := s.Decide(dir, declined.ID, "ann", coding.Declined, NewCoding{}); err != nil {
		t.Fatal(err)
	}
	s = openDir(t, dir)
	if _, err := s.Apply(context.Background(), dir, bothMachines, "test", nil); err != nil {
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
	for range 2 {
		s := openDir(t, dir)
		if _, err := s.Apply(context.Background(), dir, bothMachines, "test", nil); err != nil {
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
	if _, err := openDir(t, dir).Apply(ctx, dir, bothMachines, "test", nil); err == nil {
		t.Error("no error")
	}
	if d := differences(before, readAll(t, dir)); len(d) != 0 {
		t.Errorf("changed %v", d)
	}
}
