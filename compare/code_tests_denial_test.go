package compare

import "testing"

// Town B is coded with money, but says that money never was a problem: it has not the code.
func TestCodesByGroupCountsNoDenials(t *testing.T) {
	tables, err := CodesByGroup(towns().open(t), TestQuestion{By: "size", Unit: CaseUnit, Adjust: "holm", Draws: 100}, Options{Language: "en"})
	if err != nil {
		t.Fatal(err)
	}
	row := rowNamed(t, tables[0], "money")
	for i, c := range tables[0].Columns {
		if c.Key == "size=large" && row[i] != "0 of 1 (0%)" && row[i] != "0 of 1 (0 %)" {
			t.Errorf("large towns with money: %q, want 0 of 1", row[i])
		}
	}
}
