package sheet

import (
	"bytes"
	"reflect"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

func TestWriteXLSX(t *testing.T) {
	tables := []Table{
		{Name: "Cases: a/b", Rows: [][]string{{"case", "=head"}, {"nord", "=1+2", "+47 12", "-", "@x"}, nil, {"0301", "2016-02-19", "1,5", "TRUE", "a\nb", "_x0041_ <&>\"", "æøå 😀"}}},
		{Name: "cases  A B", Rows: [][]string{{"x"}}},
		{Hidden: true, Rows: [][]string{{"hidden"}}},
		{Name: strings.Repeat("long", 20)},
		{Name: strings.Repeat("long", 20)},
	}
	first, err := WriteXLSX(tables)
	if err != nil {
		t.Fatal(err)
	}
	got, err := Read("x.xlsx", first)
	if err != nil {
		t.Fatal(err)
	}
	for i, name := range []string{"Cases a b", "cases A B 2", "Sheet", strings.Repeat("long", 7) + "lon", strings.Repeat("long", 7) + "l 2"} {
		if got[i].Name != name || got[i].Hidden != tables[i].Hidden || !reflect.DeepEqual(got[i].Rows, tables[i].Rows) {
			t.Errorf("got %+v\nwant %+v", got[i], tables[i])
		}
	}
	for range 10 {
		if again, err := WriteXLSX(tables); err != nil || !bytes.Equal(first, again) {
			t.Fatalf("other bytes for the same tables (%v)", err)
		}
	}
}

func TestWriteXLSXForPrint(t *testing.T) {
	data, err := WriteXLSX([]Table{{Name: "Ann's", Rows: [][]string{{"a", "b"}, {"x", "0.5"}}, Numbers: []Number{{Row: 1, Column: 1, Value: 1.0 / 3, Decimals: 2}}}})
	if err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if kind, _ := f.GetCellType("Ann's", "B2"); kind != excelize.CellTypeUnset && kind != excelize.CellTypeNumber {
		t.Errorf("the number is of type %v", kind)
	}
	if raw, _ := f.GetCellValue("Ann's", "B2", excelize.Options{RawCellValue: true}); !strings.HasPrefix(raw, "0.3333333") {
		t.Errorf("the number is %q", raw)
	}
	if shown, _ := f.GetCellValue("Ann's", "B2"); shown != "0.33" {
		t.Errorf("the number is shown as %q", shown)
	}
	layout, err := f.GetPageLayout("Ann's")
	if err != nil || *layout.Orientation != "landscape" || *layout.FitToWidth != 1 || *layout.FitToHeight != 0 {
		t.Errorf("layout %+v, %v", layout, err)
	}
	if names := f.GetDefinedName(); len(names) != 1 || names[0].RefersTo != "'Ann''s'!$1:$1" {
		t.Errorf("names %+v", names)
	}
}

func TestWriteRefuses(t *testing.T) {
	for _, c := range []struct {
		row  []string
		want string
	}{
		{[]string{"", strings.Repeat("å", 32_768)}, "row 1, column 2: 32768 characters, more than the 32767 of a cell; write it as .csv"},
		{make([]string, maxColumns+1), "columns; split it"},
	} {
		if _, err := WriteXLSX([]Table{{Name: "One", Rows: [][]string{c.row}}}); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%v, want %q", err, c.want)
		}
	}
	if _, err := WriteXLSX([]Table{{Rows: [][]string{{strings.Repeat("å", 32_767)}}}}); err != nil {
		t.Error(err)
	}
}

func TestWriteCSV(t *testing.T) {
	table := Table{Name: "x", Rows: [][]string{{"a", "b"}, nil, {"=1+2", "say \"no\"\nand go", "x, y; z"}}}
	const want = "\ufeffa,b\n\n=1+2,\"say \"\"no\"\"\nand go\",\"x, y; z\"\n"
	data := WriteCSV(table)
	if string(data) != want {
		t.Errorf("%q", data)
	}
	got, err := Read("x.csv", data)
	if err != nil || !reflect.DeepEqual(got, []Table{table}) {
		t.Errorf("%+v %v", got, err)
	}
}

// FuzzWrite writes cells and reads them again.
func FuzzWrite(f *testing.F) {
	f.Add("=1+2", " a\n", "_x0041_")
	f.Add("\x01\ufffe", "'", "12")
	f.Fuzz(func(t *testing.T, a, b, c string) {
		data, err := WriteXLSX([]Table{{Name: a, Rows: [][]string{{a, b}, {c, "end"}}}})
		if err != nil {
			t.Fatal(err)
		}
		got, err := Read("x.xlsx", data)
		if err != nil {
			t.Fatal(err)
		}
		shown := func(s string) string { return strings.TrimRight(clean(s), " \t\r\n\u00a0") }
		want := [][]string{{shown(a), shown(b)}, {shown(c), "end"}}
		for len(want[0]) > 0 && want[0][len(want[0])-1] == "" {
			want[0] = want[0][:len(want[0])-1]
		}
		if len(want[0]) == 0 {
			want[0] = nil
		}
		if !reflect.DeepEqual(got[0].Rows, want) {
			t.Errorf("got %q\nwant %q", got[0].Rows, want)
		}
	})
}
