package convert

import (
	"context"
	"strings"
	"testing"
)

// TestTheHeadThatOtterWritesIsNobodysWords takes in a transcript with the head of Otter's text export: title, date and length,
// keywords that it made, and a list of speakers.
func TestTheHeadThatOtterWritesIsNobodysWords(t *testing.T) {
	turns := "\n\nLena Marsh  00:00\nThank you for the time.\n\nPriya Nair  00:08\nYes, the scanner is here at last.\n\nLena Marsh  00:10\nSince when?\n\nPriya Nair  00:12\nSince May.\n"
	for head, want := range map[string]string{
		"Pharmacist\nWed, Mar 29, 2023 2:04PM • 41:10\nSUMMARY KEYWORDS\nward, pharmacist, scanner\nSPEAKERS\nLena Marsh, Priya Nair":           "Pharmacist\nWed, Mar 29, 2023 2:04PM • 41:10\n",
		"Pharmacist\nWed, Mar 29, 2023 2:04PM • 1:01:10\n\nSUMMARY KEYWORDS\n\nward, pharmacist, scanner\n\nSPEAKERS\n\nLena Marsh, Priya Nair": "Pharmacist\nWed, Mar 29, 2023 2:04PM • 1:01:10\n",
	} {
		res, err := Convert(context.Background(), "x_otter_ai.txt", []byte(head+turns), Options{Speakers: true})
		if err != nil {
			t.Fatal(err)
		}
		if !strings.HasPrefix(res.Text, want+"\nLena Marsh: [00:00:00] Thank") {
			t.Errorf("the text begins %q", res.Text[:120])
		}
		if n := map[bool]int{true: 61, false: 41}[strings.Contains(head, "1:01:10")]; res.Minutes != n || res.Date != "2023-03-29" || len(res.Speakers) != 2 {
			t.Errorf("%d minutes, of %s, speakers %v", res.Minutes, res.Date, res.Speakers)
		}
		if entry(res.Report, "keywords that Otter made").Count != 2 {
			t.Errorf("the report says %+v", res.Report.Entries)
		}
		accounted(t, res.Report)
	}
	said := "I: What do you see here?\n\nR: SUMMARY KEYWORDS\nward, pharmacist\n\nI: And below?\n\nR: Names.\n"
	if res, err := Convert(context.Background(), "x.txt", []byte(said), Options{Speakers: true}); err != nil || !strings.Contains(res.Text, "ward, pharmacist") {
		t.Errorf("what somebody read aloud is gone: %q, %v", res.Text, err)
	}
}

// TestALoneFigureKeepsItsColumn takes in a table with rows in which only one cell is filled.
func TestALoneFigureKeepsItsColumn(t *testing.T) {
	res, err := Convert(context.Background(), "budget.csv", []byte("Post;2022;2023\nPay;5;6\n;;8\n;(1 200);\nSum;;\n;note;\n"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if want := "Post\t2022\t2023\nPay\t5\t6\n–\t–\t8\n–\t(1 200)\n"; !strings.HasPrefix(res.Text, want) || strings.Contains(res.Text, "–\tnote") {
		t.Errorf("the table is\n%s", res.Text)
	}
	if e := entry(res.Report, "empty cells before a figure that stands alone in its row, written as –"); e.Count != 2 {
		t.Errorf("the report says %+v", res.Report.Entries)
	}
	accounted(t, res.Report)
}
