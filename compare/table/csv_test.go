package table

import (
	"bytes"
	"encoding/csv"
	"reflect"
	"strings"
	"testing"
)

func TestCSVHasThePromisedColumns(t *testing.T) {
	var b bytes.Buffer
	if err := WriteCSV(&b, sample()); err != nil {
		t.Fatal(err)
	}
	records, err := csv.NewReader(&b).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	want := strings.Fields("row row_label column column_label state count text missing status case passage quote says coders codings cite source by basis value when note")
	if !reflect.DeepEqual(records[0], want) {
		t.Errorf("columns %v, want %v", records[0], want)
	}
	// A line a passage, proposed ones too, and one for a cell without any; none for empty cells.
	var cells []string
	for _, r := range records[1:] {
		cells = append(cells, r[0]+" "+r[2]+" "+r[5]+" "+r[8]+" "+r[10]+r[16])
	}
	if want := []string{"use a 2 reviewed a.txt:5-29", "use a 2 reviewed a.txt:40-52", "use b 1 reviewed b.txt:0-4", "use b 1 aside plan.txt:0-9", "use b 1 proposed b.txt:6-9", "free a   cases/a.yaml:7", "free b   "}; !reflect.DeepEqual(cells, want) {
		t.Errorf("lines %q, want %q", cells, want)
	}
	if got := records[1][18:]; !reflect.DeepEqual(got, []string{"experience", "used", "2015", "a <note>"}) || records[2][17] != "ann qualified; bo against" || records[4][18] != "plan" {
		t.Errorf("what stands beside the passages: %q, %q, %q", got, records[2], records[4])
	}
	if records[1][11] != "Vi bruker\nden | hver <b>dag</b>" {
		t.Errorf("the quote became %q", records[1][11])
	}
}

func TestGridIsTheTableAsItLooks(t *testing.T) {
	var b bytes.Buffer
	if err := WriteGrid(&b, sample()); err != nil {
		t.Fatal(err)
	}
	records, err := csv.NewReader(&b).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	want := [][]string{
		{"key", "Kode", "Kommune | A", "Kommune B", "Finnes i"},
		{"top", "Overskrift", "", "", ""},
		{"use", "Bruk | mål", "blandet: 1 for, 1 ikke avgjort (ann med forbehold, bo mot)", "fraværende 1", "1 av 2 kjente: A"},
		{"free", "Fri", "first thing\nsecond thing that is so long that it has to be wrapped over lines", "ingen: ikke spurt", ""},
	}
	if !reflect.DeepEqual(records, want) {
		t.Errorf("%q", records)
	}
	plain := sample()
	plain.Rows[1].Note = ""
	b.Reset()
	if err := WriteGrid(&b, plain); err != nil || strings.Contains(b.String(), "Finnes i") {
		t.Errorf("a column for notes that nobody wrote: %v\n%s", err, b.String())
	}
}

// A field stands as encoding/csv writes it.
func TestFieldsOfCSV(t *testing.T) {
	for _, f := range []string{"", "a", "a b", " a", "\u00a0a", "a ", "a,b", `a"b`, `"`, `""a"`, "a\nb", "a\r\nb", `\.`, `\.a`, "å,", "\xff", "\u2028x", "=1+1", "\t"} {
		var want strings.Builder
		w := csv.NewWriter(&want)
		if err := w.Write([]string{"x", f, "y"}); err != nil {
			t.Fatal(err)
		}
		w.Flush()
		if got := string(csvLine(nil, "x", f, "y")) + "\n"; got != want.String() {
			t.Errorf("%q: %q, want %q", f, got, want.String())
		}
	}
}
