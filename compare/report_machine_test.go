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
	if strings.Join(row, " ") != "2 0 1 0 1" {
		t.Errorf("%q", row)
	}
	if notes := strings.Join(tb.Notes, "\n"); !strings.Contains(notes, ": 1.") {
		t.Error(notes)
	}
}
