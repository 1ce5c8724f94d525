package cmd

import (
	"encoding/json"
	"fmt"
	"testing"
)

// TestSimilarityOfTable12 holds compare similarity on the example study against the figures of table 12 of the model study, to four decimals; those figures stand
// in testdata/published/likeness/table12.csv as well, where the package likeness is held against them.
func TestSimilarityOfTable12(t *testing.T) {
	study := madeExample(t, "municipalities")
	for coefficient, want := range map[string]map[string]float64{
		"simple-matching": {"a b": .8, "a c": .8, "a d": 1, "b c": .6, "b d": .8, "c d": .8},
		"jaccard":         {"a b": .8, "a c": .75, "a d": 1, "b c": .6, "b d": .8, "c d": .75},
		"russel-rao":      {"a b": .8, "a c": .6, "a d": .8, "b c": .6, "b d": .8, "c d": .6},
		"zeta":            {"a b": .8889, "a c": .875, "a d": 1, "b c": .75, "b d": .8889, "c d": .875},
	} {
		var answer struct {
			Rows, Columns []struct{ Key string }
			Cells         [][]struct {
				Number   *float64
				Evidence []struct{ Passage, Source string }
			}
		}
		if err := json.Unmarshal([]byte(inProcess(t, study, "compare", "similarity", "--attributes", "perspectives", "--coefficient", coefficient, "--format", "json")), &answer); err != nil {
			t.Fatal(err)
		}
		seen := 0
		for i, row := range answer.Rows {
			for j, column := range answer.Columns {
				x, ok := want[row.Key+" "+column.Key]
				if !ok {
					continue
				}
				seen++
				c := answer.Cells[i][j]
				if c.Number == nil || fmt.Sprintf("%.4f", *c.Number) != fmt.Sprintf("%.4f", x) || len(c.Evidence) == 0 {
					t.Errorf("%s of %s and %s: %v with %d pieces of evidence, want %.4f", coefficient, row.Key, column.Key, c.Number, len(c.Evidence), x)
				}
			}
		}
		if seen != len(want) {
			t.Errorf("%d pairs of %d", seen, len(want))
		}
	}
}
