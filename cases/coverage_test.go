package cases

import (
	"strings"
	"testing"
)

func TestCoverageOfAnInterview(t *testing.T) {
	const (
		first  = `{"asked": "q1", "quote": "Hvordan bruker dere modellen?"}` + "\n"
		second = `{"asked": "q2", "quote": "Og budsjettet?"}` + "\n"
		closed = `{"coverage": "closed"}` + "\n"
	)
	silent := strings.ReplaceAll(interviewText, "Ola: Vi bruker den hver dag.\n\n", "")
	nobody := "Ann: Hvordan bruker dere modellen?\n\nAnn: Og budsjettet?\n"
	for _, c := range []struct {
		what     string
		files    files
		question string
		want     string
		byPerson bool
	}{
		{"nothing known", base(), "q1", QuestionUnclear, false},
		{"found by the matcher", base().with(guideCodings, first+second), "q1", Answered, false},
		{"nobody speaks before the next question", base().with(guideCodings, first+second, "documents/a-interview.txt", silent), "q1", AskedOnly, false},
		{"not found, not closed", base().with(guideCodings, first), "q3", QuestionUnclear, false},
		{"not found, closed", base().with(guideCodings, first, annInterview, closed), "q3", QuestionNotAsked, false},
		{"closed with another guide", base().with(guideCodings, first, annInterview, `{"coverage": "closed", "guide": "sha256:0"}`), "q3", QuestionUnclear, false},
		{"closed by a machine coder", base().with(guideCodings, first+closed), "q3", QuestionUnclear, false},
		{"a person says not asked", base().with(guideCodings, first, annInterview, `{"not-asked": "q1"}`), "q1", QuestionNotAsked, true},
		{"a person says answered elsewhere", base().with(guideCodings, first, annInterview, `{"answered-elsewhere": "q3"}`), "q3", AnsweredElsewhere, true},
		{"a person names the place", base().with(annInterview, second), "q2", Answered, true},
		{"a person's place nobody answers", base().with(annInterview, first+second, "documents/a-interview.txt", silent), "q1", AskedOnly, true},
		{"a person names no place", base().with(annInterview, `{"asked": "q3"}`), "q3", Answered, true},
		{"a person names no place, and nobody but the interviewer speaks", base().with(annInterview, `{"asked": "q3"}`, "documents/a-interview.txt", nobody), "q3", AskedOnly, true},
		{"a machine names no place", base().with(guideCodings, `{"asked": "q3"}`), "q3", AskedOnly, false},
		{"asked twice, answered once", base().with(guideCodings, first+`{"asked": "q1", "quote": "Og budsjettet?"}`, "documents/a-interview.txt", silent), "q1", Answered, false},
	} {
		s := c.files.open(t)
		got := s.Coverage("a-interview.txt").Questions[c.question]
		if got.State != c.want || got.ByPerson != c.byPerson {
			t.Errorf("%s: %s, by a person %v; want %s, %v", c.what, got.State, got.ByPerson, c.want, c.byPerson)
		}
		for _, p := range got.Passages {
			if text, _ := s.Text(p.Document); !strings.HasSuffix(text.Text.Slice(p.Span), "?") {
				t.Errorf("%s: cites %s, where no question stands", c.what, p)
			}
		}
	}
}

func TestClosedOnlyByAPersonWithTheGuideAsItIs(t *testing.T) {
	guide := base().open(t).Guide.Digest
	for _, c := range []struct {
		file, line string
		want       bool
	}{
		{annInterview, `{"coverage": "closed", "guide": "` + guide + `"}`, true},
		{annInterview, `{"coverage": "closed"}`, true},
		{annInterview, `{"coverage": "closed", "guide": "sha256:0"}`, false},
		{guideCodings, `{"coverage": "closed", "guide": "` + guide + `"}`, false},
		{annPlan, `{"coverage": "closed"}`, false},
	} {
		if got := base().with(c.file, c.line).open(t).Coverage("a-interview.txt").Closed; got != c.want {
			t.Errorf("%s in %s: closed is %v", c.line, c.file, got)
		}
	}
}

func TestClosingMakesTheMatchersFindsThePersonsOwn(t *testing.T) {
	dir := base().with(guideCodings, `{"asked": "q1", "quote": "Hvordan bruker dere modellen?"}`+"\n"+`{"asked": "q2", "quote": "Og budsjettet?"}`,
		annInterview, `{"not-asked": "q2"}`).write(t)
	s := openDir(t, dir)
	if err := s.CloseCoverage(dir, s.Layer("ann", "a-interview.txt"), "2026-03-02"); err != nil {
		t.Fatal(err)
	}
	if err := dir.Remove(guideCodings); err != nil {
		t.Fatal(err)
	}
	c := openDir(t, dir).Coverage("a-interview.txt")
	if !c.Closed || c.Questions["q1"].State != Answered || c.Questions["q2"].State != QuestionNotAsked || c.Questions["q3"].State != QuestionNotAsked {
		t.Errorf("%+v", c)
	}
}
