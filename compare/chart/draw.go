package chart

import (
	"slices"

	"crosscase/compare/table"
)

// Drawable tells whether a table has a picture: one that it names, or a heat map, if there are states in its cells and none but
// those of a case on a code.
func Drawable(t *table.Table) bool {
	if t.Drawn != nil {
		return Drawable(t.Drawn)
	}
	if len(t.Rows) == 0 || len(t.Columns) == 0 || t.Picture == table.NoPicture {
		return false
	}
	if t.Picture == table.Plane || t.Picture == table.PlaneBelow {
		return len(t.Columns) > 1 // an outcome, and something to hold against it
	}
	if t.Picture != "" {
		return true
	}
	some := false
	for _, row := range t.Cells {
		for j := range row {
			if state := row[j].State; state != "" {
				if !slices.Contains(states, state) {
					return false
				}
				some = true
			}
		}
	}
	return some
}

// Drawn returns the pictures of those tables that have one, below each other; nil if none has.
func Drawn(tables ...*table.Table) *Drawing {
	var out *Drawing
	for _, t := range tables {
		if !Drawable(t) {
			continue
		}
		if d := Draw(t); out == nil {
			out = d
		} else {
			out.below(d)
		}
	}
	return out
}

// Draw draws a table as what its Picture says. It panics on a table that is not Drawable.
func Draw(t *table.Table) *Drawing {
	if t.Drawn != nil {
		return Draw(t.Drawn)
	}
	switch t.Picture {
	case table.Bars:
		return bars(t)
	case table.Dendrogram:
		return dendrogram(t)
	case table.CaseMap:
		return caseMap(t)
	case table.Plane, table.PlaneBelow:
		return planes(t)
	case table.Network:
		return network(t)
	case table.Portrait:
		return portrait(t)
	case table.TimeLine:
		return timeline(t)
	}
	if !Drawable(t) {
		panic("chart: the table " + t.Name + " has no picture")
	}
	return heatMap(t)
}
