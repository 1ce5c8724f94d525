package table

import (
	"strings"
	"testing"
)

func TestCountIsTheLengthOfTheEvidence(t *testing.T) {
	var c Cell
	if _, ok := c.Count(); ok {
		t.Error("a cell that nobody counted has a count")
	}
	c.Evidence = []Evidence{{Source: "a:1"}}
	if _, ok := c.Count(); ok {
		t.Error("a cell that cites something, but was not counted, has a count")
	}
	c.SetEvidence(nil)
	if n, ok := c.Count(); !ok || n != 0 {
		t.Errorf("counted without passages: %d, %v", n, ok)
	}
	c.SetEvidence([]Evidence{{Source: "a:1"}, {Source: "a:2"}})
	if n, ok := c.Count(); !ok || n != 2 {
		t.Errorf("counted with two passages: %d, %v", n, ok)
	}
	c.Missing = "unread"
	if n, ok := c.Count(); ok || n != 0 {
		t.Errorf("a cell that is Missing has the count %d", n)
	}
}

func TestTableThatDoesNotHoldTogetherIsRefused(t *testing.T) {
	if err := sample().Check(); err != nil {
		t.Fatal(err)
	}
	for what, c := range map[string]struct {
		spoil func(*Table)
		want  string
	}{
		"a row too few":              {func(t *Table) { t.Cells = t.Cells[1:] }, "3 rows and 2 rows of cells"},
		"a cell too few":             {func(t *Table) { t.Cells[1] = t.Cells[1][1:] }, `row "Bruk | mål": 2 columns and 1 cells`},
		"a cell too many":            {func(t *Table) { t.Cells[2] = append(t.Cells[2], Cell{}) }, `row "Fri": 2 columns and 3 cells`},
		"evidence without a place":   {func(t *Table) { t.Cells[1][0].Evidence[0].Passage = "" }, `row "Bruk | mål", column "Kommune | A": a piece of evidence has no place`},
		"a proposal without a place": {func(t *Table) { t.Cells[1][1].Proposed[0].Passage = "" }, `column "Kommune B": a piece of evidence has no place`},
	} {
		table := sample()
		c.spoil(table)
		if err := table.Check(); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", what, err, c.want)
		}
	}
}
