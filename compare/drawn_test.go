package compare

import (
	"strings"
	"testing"

	"crosscase/cases"
)

// A finding that names cases is drawn by its verdicts, one that only counts them by the signs of their states; both with the passages.
func TestTheLedgerIsDrawnCaseByCase(t *testing.T) {
	f := towns()
	f["findings.yaml"] = "format: 1\nfindings:\n  - {key: named, claim: A and B, codes: [steering], present: [a, b]}\n  - {key: counted, claim: Most, codes: [steering], quantifier: most}\n"
	s := f.open(t)
	ledger, _, err := Findings(s, &cases.TableRecord{}, Options{Language: "en"})
	if err != nil {
		t.Fatal(err)
	}
	drawn := ledger.Drawn
	if err := drawn.Check(); err != nil {
		t.Fatal(err)
	}
	if c := drawn.Cells[0][0]; c.State != Supported || len(c.Evidence) == 0 {
		t.Errorf("named: %+v", c)
	}
	if c := drawn.Cells[1][0]; c.State != "" || c.Text != "●" || len(c.Evidence) == 0 {
		t.Errorf("counted: %+v", c)
	}
	if c := drawn.Cells[1][3]; c.Text != "?" {
		t.Errorf("open: %+v", c)
	}
	for i, row := range ledger.Cells {
		if last := len(row) - 1; drawn.Cells[i][last].State != row[last].State {
			t.Errorf("the whole is %q and drawn as %q", row[last].State, drawn.Cells[i][last].State)
		}
	}
}

// The picture of a contrast holds its rows and the attributes that divide the cases the same way, each case under its group.
func TestAContrastIsDrawnWithItsRivals(t *testing.T) {
	f := towns()
	f["attributes.yaml"] += "  - {key: beds, label: Beds, kind: number}\n"
	for i, key := range []string{"a", "b", "c", "d"} {
		name := "cases/" + key + ".yaml"
		side := 10
		if strings.Contains(f[name], "large") {
			side = 500
		}
		f[name] = strings.Replace(f[name], "values:\n", "values:\n  beds: "+itoa(side+i)+"\n", 1)
	}
	s := f.open(t)
	ts, err := Tables(s, &cases.TableRecord{Form: "contrast", By: "size"}, Options{Language: "en"})
	if err != nil {
		t.Fatal(err)
	}
	drawn, rivals := ts[0].Drawn, ts[len(ts)-1]
	last := len(drawn.Rows) - 1
	if len(rivals.Rows) != 1 || drawn.Rows[last].Key != "beds" || !drawn.Rows[last-1].Head || drawn.Rows[last-1].Label != "What else divides the cases the same way" {
		t.Fatalf("%+v\n%+v", rivals.Rows, drawn.Rows)
	}
	for j, c := range drawn.Columns {
		if c.Group == "" || strings.Contains(c.Label, c.Group) || drawn.Cells[last][j].Text == "" {
			t.Errorf("%+v: %+v", c, drawn.Cells[last][j])
		}
	}
}
