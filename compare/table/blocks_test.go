package table

import (
	"fmt"
	"strings"
	"testing"
)

// wide returns a table of columns whose cells say something.
func wide(columns int, says string) *Table {
	t := &Table{Corner: "Kode"}
	for j := range columns {
		t.Columns = append(t.Columns, Label{Label: fmt.Sprintf("Kommune%d", j)})
	}
	for i := range 3 {
		t.Rows = append(t.Rows, Label{Label: fmt.Sprintf("Brukerundersøkelsene%d", i), Note: fmt.Sprintf("i %d av %d kjente", i, columns)})
		row := make([]Cell, columns)
		for j := range row {
			row[j].Text = fmt.Sprintf("%s%d.%d", says, i, j)
		}
		t.Cells = append(t.Cells, row)
	}
	return t
}

func TestNoWordIsBrokenAndNothingLeftOutWhereColumnsAreTooMany(t *testing.T) {
	for name, table := range map[string]*Table{
		"a few columns at a time": wide(60, "til-stede"),
		"many narrow columns":     wide(11, "0,54 – 0,"),
		"a section a row":         wide(8, "ingen: spurt, ikke nevnt; lest, ikke funnet: resultatene-"),
		"narrow and tall":         wide(5, strings.Repeat("lest, ikke funnet, ", 12)),
	} {
		for _, width := range []int{60, 80, 120} {
			out := table.laidOut(width)
			for _, l := range strings.Split(out, "\n") {
				if columns(l) > width {
					t.Errorf("%s, width %d: a line of %d columns: %s", name, width, columns(l), l)
				}
			}
			for i, row := range table.Cells {
				words := strings.Fields(table.Rows[i].Label)
				for j := range row {
					fields := strings.Fields(row[j].Text)
					words = append(words, table.Columns[j].Label, fields[len(fields)-1])
				}
				for _, word := range words {
					if !strings.Contains(out, word) {
						t.Errorf("%s, width %d: %q is broken or left out:\n%s", name, width, word, out)
					}
				}
			}
			if !strings.Contains(out, "i 2 av") {
				t.Errorf("%s, width %d: the note of a row is left out", name, width)
			}
		}
	}
}

func TestShortCellsStandAFewColumnsAtATimeAndOthersInSections(t *testing.T) {
	if out := wide(20, "x").laidOut(80); strings.Count(out, "Brukerundersøkelsene1") < 2 || !strings.Contains(out, "┼") {
		t.Errorf("short cells:\n%s", out)
	}
	if out := wide(8, "ingen: spurt, ikke nevnt; lest, ikke funnet: resultatene-").laidOut(80); strings.Count(out, "Brukerundersøkelsene1\n─") != 1 || strings.Contains(out, "┼") {
		t.Errorf("long cells:\n%s", out)
	}
}

// A table that is read row by row stands as blocks where a grid would break its cells over many lines, and as a grid where it would not.
func TestRowsThatAreReadOneByOne(t *testing.T) {
	long := wide(3, strings.Repeat("til stede i Granli, Havna og Kveldsund ", 4))
	grid := long.laidOut(100)
	long.OneByOne = true
	blocks := long.laidOut(100)
	if !strings.Contains(grid, "┼") || strings.Contains(blocks, "┼") {
		t.Errorf("as a grid:\n%s\nrow by row:\n%s", grid, blocks)
	}
	if strings.Count(blocks, "\n") >= strings.Count(grid, "\n") || !strings.Contains(blocks, "\nBrukerundersøkelsene1\n Kommune0 │ til stede") {
		t.Errorf("row by row:\n%s", blocks)
	}
	short := wide(3, "til stede")
	short.OneByOne = true
	if out := short.laidOut(100); !strings.Contains(out, "┼") {
		t.Errorf("short cells:\n%s", out)
	}
}
