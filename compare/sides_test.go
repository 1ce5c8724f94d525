package compare

import (
	"strings"
	"testing"

	"crosscase/cases"
	"crosscase/compare/chart"
)

// Town B only denies that money is a challenge: it is not among those that say it.
func TestContentsNameApartWhoDenies(t *testing.T) {
	contents := build(t, towns().open(t), cases.TableRecord{Form: "contents", Codes: []string{"money"}}, Options{})
	row := rowNamed(t, contents, "money")
	if row[0] != "Town A (partial); against: Town B" || !strings.HasPrefix(row[1], "0 of 3 known; partly in Town A") || row[2] != "2 (1 against, 1 qualified)" {
		t.Errorf("%q", row)
	}
}

// A place at which somebody denies a code has no ground in a portrait, and does not count.
func TestPortraitsTellDenialsApart(t *testing.T) {
	tb, err := Portraits(towns().open(t), []string{"b.txt"}, []string{"money"}, Options{Language: "en"})
	if err != nil {
		t.Fatal(err)
	}
	c := tb.Cells[0][0]
	if n, _ := c.Count(); n != 0 || c.Text != "0*" || len(c.Places) != 1 || !c.Places[0].Against {
		t.Errorf("%+v", c)
	}
}

// The picture of a checklist writes the sources that its table counts: Town A has two passages on targets in one source.
func TestPicturesShowTheNumbersOfTheirTable(t *testing.T) {
	f := towns()
	f["codings/ann/a.jsonl"] += coded("targets", "in the schools perhaps")
	s := f.open(t)
	words := func(r cases.TableRecord) string {
		tables, err := Tables(s, &r, Options{Language: "en"})
		if err != nil {
			t.Fatal(err)
		}
		var out []string
		for _, g := range chart.Draw(tables[0]).Groups {
			if g.Row == "targets" && strings.HasSuffix(g.Column, "a") {
				for _, m := range g.Marks {
					out = append(out, m.Words)
				}
			}
		}
		return strings.Join(out, "")
	}
	if got := words(cases.TableRecord{Form: "checklist", Codes: []string{"targets"}}); got != "1" {
		t.Errorf("checklist: %q", got)
	}
	if got := words(cases.TableRecord{Form: "contrast", By: "size", Codes: []string{"targets"}}); got != "2" {
		t.Errorf("contrast: %q", got)
	}
}
