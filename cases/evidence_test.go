package cases

import (
	"testing"

	"crosscase/corpus"
)

func TestCitationsTellSourcesApart(t *testing.T) {
	title := func(kind, title string) string {
		return "kind: " + kind + "\ntitle: " + title + "\n"
	}
	night := "kind: interview\ntitle: Nattvakta\nspeakers:\n  - label: Ann\n    role: interviewer\n  - label: Ola\n    role: informant\n"
	s := base().with(
		"cases/b.yaml", "key: b\nlabel: Kommune B\nmembers: [b-interview.txt, b-night.txt, b-plan.txt, b-old.txt, b-new.txt]\n",
		"documents/b-night.txt", interviewText, "documents/b-night.yaml", night,
		"documents/a-plan.yaml", title("plan", "PLAN FOR KOMMUNE A"),
		"documents/b-plan.txt", planText, "documents/b-plan.yaml", title("plan", "Plan for Kommune BC"),
		"documents/b-old.txt", planText, "documents/b-old.yaml", title("annual-report", "Årsrapport"),
		"documents/b-new.txt", planText, "documents/b-new.yaml", title("annual-report", "årsrapport"),
		"documents/nobody.txt", planText, "documents/nobody.yaml", title("annual-report", "Årsrapport"),
	).open(t)
	for document, want := range map[string]string{
		"a-interview.txt": "Kommune A, replikk 1", // its only conversation
		"b-interview.txt": "Kommune B, b-interview, replikk 1",
		"b-night.txt":     "Kommune B, Nattvakta, replikk 1",
		"a-plan.txt":      "PLAN FOR KOMMUNE A", // the title names the case
		"a-report.txt":    "Kommune A, a-report",
		"b-plan.txt":      "Kommune B, Plan for Kommune BC", // it names another
		"b-old.txt":       "Kommune B, Årsrapport (b-old)",
		"b-new.txt":       "Kommune B, årsrapport (b-new)",
		"nobody.txt":      "Årsrapport",
	} {
		if got := s.Cite(corpus.Passage{Document: document, Span: corpus.Span{Start: 6, End: 9}}); got != want {
			t.Errorf("%s is cited as %q, not %q", document, got, want)
		}
	}
}
