package compare

import (
	"strings"
	"testing"

	"crosscase/cases"
	"crosscase/compare/table"
)

// cellText returns the cell of a row and a column of a table, with what is missing in brackets.
func cellText(t *testing.T, tb *table.Table, row, column string) string {
	t.Helper()
	for i, r := range tb.Rows {
		for j, c := range tb.Columns {
			if r.Key == row && c.Key == column {
				cell := tb.Cells[i][j]
				if cell.Missing != "" {
					return cell.Text + " [" + cell.Missing + "]"
				}
				return cell.Text
			}
		}
	}
	t.Fatalf("no row %q with a column %q", row, column)
	return ""
}

// In Town B nobody was asked about money, of Town C it is not closed: neither has 0, and neither is among the known.
func TestCountsLeaveOutWhatIsNotKnown(t *testing.T) {
	f := unasked()
	f["codings/ann/a.jsonl"] += coded("money", "in the schools perhaps")
	s := f.open(t)
	for _, by := range []string{"case", "document"} {
		tables, err := Frequencies(s, FrequencyQuestion{By: by, Unit: PassageUnit}, Options{Language: "en"})
		if err != nil {
			t.Fatal(err)
		}
		column := map[string]string{"case": "b", "document": "b.txt"}[by]
		if got := cellText(t, tables[0], "money", column); got != "– [not asked]" {
			t.Errorf("by %s: %q", by, got)
		}
		if got := cellText(t, tables[0], "money", "in"); !strings.HasPrefix(got, "1 of 1 known; ") || !strings.Contains(got, "not known: ") {
			t.Errorf("by %s: %q", by, got)
		}
	}
	u, err := codedUnitsOf(s, CaseUnit, cases.Filter{Codes: []string{"money"}})
	if err != nil {
		t.Fatal(err)
	}
	with, n, _, over := u.inGroup(0, s.Cases, Options{Language: "en"})
	if len(with) != 1 || n != 1 || !strings.Contains(strings.Join(over.unasked, ","), "Town B") {
		t.Errorf("%d of %d; not known: %v", len(with), n, over.unasked)
	}
}

// A person says that Town A has no money worries, whatever was coded there.
func TestCountsFollowAStateThatAPersonSet(t *testing.T) {
	f := unasked()
	f["codings/ann/a.jsonl"] += coded("money", "in the schools perhaps")
	f["cases/a.yaml"] += "states:\n  - code: money\n    state: absent\n    because: Only hearsay.\n"
	s := f.open(t)
	tables, err := Frequencies(s, FrequencyQuestion{By: "case", Unit: PassageUnit}, Options{Language: "en"})
	if err != nil {
		t.Fatal(err)
	}
	if a, in := cellText(t, tables[0], "money", "a"), cellText(t, tables[0], "money", "in"); a != "1" || !strings.HasPrefix(in, "0 of 1 known; ") {
		t.Errorf("%q, %q", a, in)
	}
	if notes := strings.Join(tables[0].Notes, "\n"); !strings.Contains(notes, "Money: Town A (absent)") {
		t.Error(notes)
	}
	f["codings/ann/a.jsonl"] += coded("targets", "We set targets every year") + coded("visits", "We visit other towns")
	s = f.open(t)
	pairs, err := Cooccurrence(s, CaseUnit, cases.Filter{}, false, true, false, Options{Language: "en"})
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range pairs[0].Rows {
		if strings.Contains(r.Key, "money") {
			t.Errorf("money stands with another code: %s", r.Key)
		}
	}
}
