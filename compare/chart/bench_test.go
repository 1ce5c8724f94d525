package chart

import (
	"fmt"
	"io"
	"testing"

	"crosscase/compare/table"
)

// BenchmarkHeatMap draws 200 codes of 60 cases and writes the SVG.
func BenchmarkHeatMap(b *testing.B) {
	t := &table.Table{Title: "Large"}
	for i := range 200 {
		t.Rows = append(t.Rows, table.Label{Key: fmt.Sprint("code-", i), Label: fmt.Sprint("Bruk av styringsindikatorer ", i)})
		var cells []table.Cell
		for j := range 60 {
			c := table.Cell{State: states[(i*7+j*3)%len(states)]}
			c.SetEvidence([]table.Evidence{{Passage: "a.txt:1-9", Quote: "det ble bare videreført", Cite: "A, replikk 4"}})
			cells = append(cells, c)
		}
		t.Cells = append(t.Cells, cells)
	}
	for j := range 60 {
		t.Columns = append(t.Columns, table.Label{Key: fmt.Sprint("case-", j), Label: fmt.Sprint("Kommune ", j)})
	}
	b.ReportAllocs()
	for b.Loop() {
		if err := WriteSVG(io.Discard, Draw(t)); err != nil {
			b.Fatal(err)
		}
	}
}
