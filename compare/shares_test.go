package compare

import (
	"strings"
	"testing"

	"crosscase/cases"
)

// Two coders on overlapping words with one code are one passage with both of them; a heading is no informant.
func TestSharesCountAPassageOnce(t *testing.T) {
	f := towns()
	f["documents/a.txt"] = "Talk with Eva\nDate: 10 February\n\n" + f["documents/a.txt"]
	shares := build(t, f.open(t), cases.TableRecord{Form: "shares"}, Options{})
	if got := cellText(t, shares, "a", "passages"); got != "3" { // targets by two, visits, money
		t.Errorf("%q passages in Town A", got)
	}
	for i, row := range shares.Rows {
		if row.Key == "a/a.txt/" {
			t.Errorf("the heading of the interview has a row")
		}
		if row.Key == "a" {
			var coders []string
			for _, e := range shares.Cells[i][0].Evidence {
				coders = append(coders, strings.Join(e.Coders, "+"))
			}
			if got := strings.Join(coders, " "); got != "ann+bo ann ann" {
				t.Error(got)
			}
		}
	}
}

// A question that a person says was asked, without its place, is named.
func TestAirtimeNamesQuestionsWithoutAPlace(t *testing.T) {
	f := towns()
	f["codings/ann/a.jsonl"] += `{"asked": "q2"}` + "\n"
	notes := strings.Join(build(t, f.open(t), cases.TableRecord{Form: "airtime"}, Options{}).Notes, "\n")
	if !strings.Contains(notes, "Town A: q2.") || strings.Contains(notes, "Town B: ") {
		t.Error(notes)
	}
}
