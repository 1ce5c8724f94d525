package compare

import (
	"strings"
	"testing"

	"crosscase/cases"
	"crosscase/corpus/catalogue"
)

// A finding of a number of cases, which holds partly because a fourth case has it within a limit, does not hold any better once a case is left out: without the case it says another number.
func TestOneCaseOutHoldsLikeAgainstLike(t *testing.T) {
	f := files{}
	for name, text := range fiveMuseumFiles("en", false) {
		f[name] = text
	}
	f["codings/ann/d.jsonl"] = strings.Replace(f["codings/ann/d.jsonl"], `"says": "against"`, `"says": "qualified"`, 1)
	f["findings.yaml"] = "format: 1\nfindings:\n  - key: money\n    claim: Three of five lack money.\n    codes: [lack-of-money]\n    quantifier: 3 of 5\n    present: [a, b, c]\n"
	s := f.open(t)
	if got := Judge(s, StatementOf(s, s.Findings[0])).Verdict; got != Partly {
		t.Fatalf("the finding is %s", got)
	}
	table := build(t, s, cases.TableRecord{Form: "one-case-out"}, Options{})
	if got := rowNamed(t, table, "a")[1]; strings.Contains(got, "money") {
		t.Errorf("without Tinnfoss: %q", got)
	}
	if got := strings.Join(table.Notes, " "); !strings.Contains(got, "money") {
		t.Errorf("notes: %q", got)
	}
}

// One claim is not "1 claims".
func TestDraftCountsOneClaim(t *testing.T) {
	for language, want := range map[string]string{"en": "1 sentence; 1 claim found:", "nb": "1 setning; 1 påstand funnet:", "nn": "1 setning; 1 påstand funnen:"} {
		s := fiveMuseums(t, map[bool]string{true: "en", false: "nb"}[language == "en"], false)
		found, aside := Draft(s, []DraftSentence{{Text: "Tinnfoss lacks money.", Paragraph: 1, End: 21}}, "en")
		if got := DraftCounts(1, found, aside, catalogue.Language(language)); !strings.HasPrefix(got, want) {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
