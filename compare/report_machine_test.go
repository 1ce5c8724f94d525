package compare

import (
	"strings"
	"testing"
)

// Of the two proposals of d one is declined; a verdict on a third, that the rules do not make any more, is none of theirs.
func TestVerdictsAddUpToTheProposals(t *testing.T) {
	f := towns()
	f["reviews/ann/d.jsonl"] = `{"code": "money", "quote": "And money?", "of": "rules", "verdict": "declined"}` + "\n" +
		`{"code": "visits", "quote": "We visit other towns.", "of": "rules", "verdict": "accepted"}` + "\n"
	r := &Report{study: f.open(t), options: Options{Language: "en"}, l: "en"}
	tb := r.machineTable()
	row := rowNamed(t, tb, "rules")
	if strings.Join(row, " ") != "2 0 1 0 0 1" {
		t.Errorf("%q", row)
	}
	if notes := strings.Join(tb.Notes, "\n"); !strings.Contains(notes, ": 1.") {
		t.Error(notes)
	}
}

// Nobody accepted what the guide matcher proposes in an interview by closing its coverage: the answers under a question's own code
// stand by that, other proposals count as nothing.
func TestClosedCoverageAcceptsNothing(t *testing.T) {
	f := towns()
	f["codebook.yaml"] += "  - key: answers\n    label: Answers\n    kind: structural\n    questions: [q1]\n"
	delete(f, "codings/ann/b.jsonl")
	delete(f, "codings/ann/c.jsonl")
	f["codings/ann/a.jsonl"] = "{\"coverage\": \"closed\"}\n"
	f["codings/guide/a.jsonl"] += coded("answers", "We set targets every year") + coded("visits", "We visit other towns")
	r := &Report{study: f.open(t), options: Options{Language: "en"}, l: "en"}
	tb := r.machineTable()
	if row := strings.Join(rowNamed(t, tb, "guide"), " "); row != "2 0 0 0 1 0" {
		t.Errorf("%q", row)
	}
	if notes := strings.Join(tb.Notes, "\n"); !strings.Contains(notes, "closed: 1.") {
		t.Error(notes)
	}
}

// What is printed as coded in a document is what counts in tables, as status has it; second codings are told apart.
func TestCodingsOfADocumentAreThoseThatCount(t *testing.T) {
	f := towns()
	f["codings/ann.again/d.jsonl"] = coded("money", "And money?")
	f["codings/ann/d.jsonl"] = read() + coded("money", "And money?")
	r := &Report{study: f.open(t), options: Options{Language: "en"}, l: "en"}
	tb := r.readTable()
	if row := rowNamed(t, tb, "d.txt"); row[len(row)-1] != "1" {
		t.Errorf("%q", row)
	}
	if notes := strings.Join(tb.Notes, "\n"); !strings.Contains(notes, "made a second time, or settled otherwise by the coders: 1 coding.") {
		t.Error(notes)
	}
}
