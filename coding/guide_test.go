package coding

import (
	"testing"

	"crosscase/corpus/plainfile"
)

func TestBadQuestionsAreReportedAndTheGoodOnesKept(t *testing.T) {
	var problems plainfile.Problems
	g := ReadGuide([]byte(`format: 1
themes:
  - key: use
    questions:
      - key: q1
        ask: How?
      - ask: No key
      - key: q1
        ask: Twice
      - key: q2
      - key: q3
        topic: Since when
  - label: Without a key
    questions:
      - key: q4
        ask: Why?
        answers: [rq1]
`), &problems)
	wantProblem(t, problems, 7, "a question has no key")
	wantProblem(t, problems, 8, `question "q1" stands twice`)
	wantProblem(t, problems, 10, `question "q2" has no words`)
	wantProblem(t, problems, 13, "a theme has no key")
	if len(problems) != 4 {
		t.Errorf("problems:\n%s", problems.Error())
	}
	if got := outline(g); got != "use: \n  q1: How?\n  q3: \nwithout-a-key: Without a key\n  q4: Why? -> rq1\n" {
		t.Errorf("kept\n%s", got)
	}
	if q, ok := g.Question("q3"); !ok || q.Label() != "Since when" {
		t.Errorf("q3 is %+v", q)
	}
	if _, ok := g.Question("q2"); ok {
		t.Error("q2 was kept")
	}
}
