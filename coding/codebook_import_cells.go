package coding

import (
	"fmt"
	"slices"

	"crosscase/corpus"
	"crosscase/corpus/catalogue"
)

// CellOf is a cell of an imported table that names keys.
type CellOf struct {
	Row    int    // of the table, from 1
	Column string // its head
	Code   string // the key or the name of the code of the row
	Keys   []string
}

// UnknownIn returns, cell by cell, where keys stand in the column questions that are not among those given.
func (in *ImportedCodes) UnknownIn(known []string) []CellOf {
	var out []CellOf
	for _, c := range in.Questions {
		c.Keys = slices.DeleteFunc(slices.Clone(c.Keys), func(k string) bool { return slices.Contains(known, k) })
		if len(c.Keys) > 0 {
			out = append(out, c)
		}
	}
	return out
}

// checkCells notes which cells of a row cannot be taken over, and which questions it names.
func (t *tableReader) checkCells(row int, c *Code) {
	name := c.Key
	if name == "" {
		name = c.Label
	}
	wrong := func(field, what string, err error) {
		t.in.Wrong = append(t.in.Wrong, catalogue.Errorf("row %d, column %s: code %q%s: %w", row, t.headOf(field), name, what, err))
	}
	for _, r := range parseRules(c.Find) {
		if r.err != nil {
			wrong("find", fmt.Sprintf(", rule %d", r.number), r.err)
		}
	}
	if _, err := corpus.ParseUnit(c.Unit); err != nil {
		wrong("unit", "", err)
	}
	if len(c.Questions) > 0 {
		t.in.Questions = append(t.in.Questions, CellOf{row, t.headOf("questions"), name, c.Questions})
	}
}

// headOf returns the head of the first column of a field.
func (t *tableReader) headOf(field string) string {
	if i := slices.Index(t.fields, field); i >= 0 {
		return t.heads[i]
	}
	return field
}
