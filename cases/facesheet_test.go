package cases

import (
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"crosscase/corpus/catalogue"
	"crosscase/corpus/plainfile"
	"crosscase/corpus/sheet"
)

// rowsOf makes a sheet of rows whose cells are parted by bars.
func rowsOf(rows ...string) []sheet.Table {
	t := sheet.Table{Name: "One"}
	for _, r := range rows {
		t.Rows = append(t.Rows, strings.Split(r, "|"))
	}
	return []sheet.Table{t}
}

// TestExportedSheetChangesNothing writes the cases of the example studies out and takes
// them back, as a workbook and as CSV.
func TestExportedSheetChangesNothing(t *testing.T) {
	for example, cells := range map[string]int{"municipalities": 35, "libraries": 6} {
		root := filepath.Join(t.TempDir(), example)
		if err := os.CopyFS(root, os.DirFS(filepath.Join("..", "testdata", example))); err != nil {
			t.Fatal(err)
		}
		dir := plainfile.Dir{Root: root}
		s := openCases(t, dir)
		out := s.FaceSheetTable()
		book, err := sheet.WriteXLSX([]sheet.Table{out})
		if err != nil {
			t.Fatal(err)
		}
		for name, data := range map[string][]byte{"x.xlsx": book, "x.csv": sheet.WriteCSV(out)} {
			tables, err := sheet.Read(name, data)
			if err != nil {
				t.Fatal(err)
			}
			f, err := s.ReadFaceSheet(name, tables, FaceSheetOptions{Replace: true})
			if err != nil {
				t.Fatal(err)
			}
			if len(f.Added)+len(f.Kept)+len(f.Notes)+len(f.files) > 0 || f.Same < cells {
				t.Errorf("%s, %s: %d the same, added %q, kept %q, notes %q", example, name, f.Same, f.Added, f.Kept, f.Notes)
			}
		}
	}
}

// TestAnExportedWorkbookHoldsNumbers: the value of an attribute that is a number is one, where it is printed as it is written.
func TestAnExportedWorkbookHoldsNumbers(t *testing.T) {
	s := base().with("attributes.yaml", "format: 1\nattributes:\n  - {key: size, kind: number}\n  - {key: name, kind: text}\n",
		"cases/a.yaml", "key: a\nvalues: {size: \"12.50\", name: \"7\"}\n", "cases/b.yaml", "key: b\nvalues: {size: \"007\"}\n").open(t)
	if got, want := s.FaceSheetTable().Numbers, []sheet.Number{{Row: 1, Column: 2, Value: 12.5, Decimals: 2}}; !slices.Equal(got, want) {
		t.Errorf("numbers %v, want %v", got, want)
	}
}

// openCases opens a study whose documents are not there; only its cases are looked at.
func openCases(t *testing.T, dir plainfile.Dir) *Study {
	t.Helper()
	s, problems := Open(dir.FS())
	if s == nil {
		t.Fatal(problems)
	}
	return s
}

func TestGuessedKinds(t *testing.T) {
	for _, c := range []struct {
		cells  string
		kind   string
		values []string
	}{
		{"1998|2003|2011", Date, nil},
		{"19.02.2016|2016-03-04", Date, nil},
		{"31/12/2016|2016-03", Date, nil},
		{"2/3/2016|4/5/2016", Text, nil},
		{"1950|24500|310", Number, nil},
		{"24 500|1,5|−3", Number, nil},
		{"0301|1103", Text, nil},
		{"0|0,5|1", Number, nil},
		{"0x1p2|inf|nan", Text, nil},
		{"45 min|01:18:00", Duration, nil},
		{"45|50", Number, nil},
		{"day; night|day", List, nil},
		{"We wait; and then we ask again, for nobody answers the first time that one writes to them|No", Text, nil},
		{"They come late; then it is over.|No", Text, nil},
		{"ja|nei|ja|Ja", Enum, []string{"ja", "nei"}},
		{"yes|no", Text, nil},
		{"a|b|c|a", Text, nil},
		{"", Text, nil},
	} {
		var cells []string
		if c.cells != "" {
			cells = strings.Split(c.cells, "|")
		}
		kind, values := guessAttribute(cells)
		if kind != c.kind || !reflect.DeepEqual(values, c.values) {
			t.Errorf("%s: %s %q, want %s %q", c.cells, kind, values, c.kind, c.values)
		}
	}
}

func TestPlainNumbersAndDates(t *testing.T) {
	for in, want := range map[string]string{"1 234 567": "1234567", "24\u00a0500,5": "24500,5", "−5": "-5", "1'000": "1000", "12 34": "12 34", "1 2345": "1 2345"} {
		if got := plainNumber(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
	for in, want := range map[string]string{"19.2.2016": "2016-02-19", "02/19/2016": "2016-02-19", "19/02/2016": "2016-02-19", "2/2/2016": "2016-02-02", "2/3/2016": "2/3/2016",
		"2016-02-19 13:45": "2016-02-19", "19.02.2016 13:45": "2016-02-19", "2016": "2016", "spring": "spring"} {
		if got := plainDate(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestSubjectsOfAFaceSheet(t *testing.T) {
	for _, c := range []struct {
		name, by string
		rows     []string
		want     string // words of what was added
	}{
		{"the first column", "", []string{"whatever|Beds", "a|7"}, "cases/a.yaml: beds = 7"},
		{"a column headed case", "", []string{"Beds|Case", "7|a"}, "cases/a.yaml: beds = 7"},
		{"a Norwegian head", "", []string{"Nr|Kommune|Senger", "1|kommune a|7"}, "cases/a.yaml: senger = 7"},
		{"a head with a number", "", []string{"Sent|Kommune-ID|Beds", "2019|a|7"}, "cases/a.yaml: beds = 7"},
		{"a column that was named", "Who", []string{"Case|Who", "x1|Kommune B"}, "cases/b.yaml: case-2 = x1"},
		{"a head that is an attribute", "", []string{"Where|Size", "b|small"}, "cases/b.yaml: size = small"},
		{"documents by their names", "", []string{"Interview|Issuer", "a-interview|The clinic", "b-interview.txt|The clinic"}, "documents/b-interview.yaml: issuer = The clinic"},
		{"a title above", "", []string{"Cases of 2019", "", "Case|Beds|Rooms", "a|7|8"}, "cases/a.yaml: rooms = 8"},
		{"a county is no case", "", []string{"Clinic|County|Beds", "East|Viken|7", "West|Viken|8"}, "cases/east.yaml: county = Viken"},
		{"a column of known cases", "", []string{"Name|Where|Beds", "Ann|Kommune A|7", "Bo|b|8"}, "cases/b.yaml: beds = 8"},
		{"kinds and languages", "", []string{"File|Type|Language|Name", "a-plan|Budsjett|Engelsk|Ann"}, "documents/a-plan.yaml: language = en"},
		{"a key that a search needs", "", []string{"Case|Year", "a|blue"}, "attributes.yaml: new attribute year-2 (text)"},
		{"a long head", "", []string{"Case|How many inhabitants did the municipality have at the end of the year?", "a|blue"}, "cases/a.yaml: how-many-inhabitants-did-the = blue"},
		{"a case that is new", "", []string{"Case|Beds", "Kommune Ås|7"}, "cases/kommune-aas.yaml: new case Kommune Ås"},
		{"a case like another", "", []string{"Case|Beds", "aa-kommune|7", "aa-komune|7"}, "cases/aa-komune.yaml: new case aa-komune"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := openDir(t, base().write(t))
			f, err := s.ReadFaceSheet("x.csv", rowsOf(c.rows...), FaceSheetOptions{By: c.by})
			if err != nil {
				t.Fatal(err)
			}
			if !strings.Contains("\n"+strings.Join(inEnglish(f.Added), "\n")+"\n", "\n"+c.want+"\n") {
				t.Errorf("no %q in %q", c.want, f.Added)
			}
		})
	}
}

// TestSheetsOfAWorkbook takes the first sheet, and others that say what they are about.
func TestSheetsOfAWorkbook(t *testing.T) {
	dir := base().write(t)
	s := openDir(t, dir)
	tables := append(rowsOf("Case|Beds", "a|7"), rowsOf("Notes|x", "think|y")...)
	tables = append(tables, rowsOf("Document|Date", "a-plan.txt|19.02.2016")...)
	tables = append(tables, rowsOf("Case|Rooms", "a|3")...)
	tables[1].Name, tables[2].Name, tables[3].Name, tables[3].Hidden = "Notes", "Documents", "Old", true
	f, err := s.ReadFaceSheet("x.xlsx", tables, FaceSheetOptions{})
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"attributes.yaml: new attribute beds (number)", "cases/a.yaml: beds = 7", "documents/a-plan.yaml: date = 2016-02-19"}
	left := []string{`x.xlsx, sheet "Notes": left out, for none of its columns is headed case or document`, `x.xlsx, sheet "Old": left out, for the sheet is hidden`}
	if !reflect.DeepEqual(inEnglish(f.Added), want) || !reflect.DeepEqual(inEnglish(f.Notes), left) || f.Summary().String() != "1 attribute, 2 values" {
		t.Errorf("%q %q %s", f.Added, f.Notes, f.Summary())
	}
	if err := f.Write(dir); err != nil {
		t.Fatal(err)
	}
	v := openDir(t, dir).Case("a").Values["beds"].Items
	if len(v) != 1 || v[0].Text != "7" || v[0].Because[0].Source != `face sheet x.xlsx, sheet "One", row 2` {
		t.Errorf("%+v", v)
	}
}

// TestFaceSheetKilledAtAnyStepEndsTheSame stops the writing before every step and writes
// the sheet again.
func TestFaceSheetKilledAtAnyStepEndsTheSame(t *testing.T) {
	tables := rowsOf("Case|Beds|Founded", "a|7|1998", "c|8|2001", "d|9|2011")
	type stop struct{}
	write := func(dir plainfile.Dir) (stopped bool) {
		defer func() {
			if r := recover(); r != nil {
				if _, ok := r.(stop); !ok {
					panic(r)
				}
				stopped = true
			}
		}()
		f, err := openDir(t, dir).ReadFaceSheet("x.csv", tables, FaceSheetOptions{})
		if err != nil {
			t.Fatal(err)
		}
		if err := f.Write(dir); err != nil {
			t.Fatal(err)
		}
		return false
	}
	undisturbed := base().write(t)
	write(undisturbed)
	want := readAll(t, undisturbed)
	for n := 1; ; n++ {
		dir := base().write(t)
		left := n
		dir.Step = func(string) {
			if left--; left == 0 {
				panic(stop{})
			}
		}
		stopped := write(dir)
		dir.Step = nil
		write(dir)
		if err := dir.Sweep("."); err != nil {
			t.Fatal(err)
		}
		if err := dir.Sweep("cases"); err != nil {
			t.Fatal(err)
		}
		if d := differences(want, readAll(t, dir)); len(d) > 0 {
			t.Fatalf("stopped before step %d and done again, these differ: %v", n, d)
		}
		if !stopped {
			if n < 15 {
				t.Fatalf("only %d steps", n)
			}
			return
		}
	}
}

// TestFaceSheetReadsOnly holds a sheet against a study and looks whether anything was
// written or changed in memory.
func TestFaceSheetReadsOnly(t *testing.T) {
	dir := base().write(t)
	before := readAll(t, dir)
	s := openDir(t, dir)
	if _, err := s.ReadFaceSheet("x.csv", rowsOf("Case|Size|Beds", "a|small|7", "new|large|8"), FaceSheetOptions{}); err != nil {
		t.Fatal(err)
	}
	if d := differences(before, readAll(t, dir)); len(d) > 0 || len(s.Cases) != 2 || len(s.Attributes) != 1 {
		t.Errorf("changed %v; %d cases, %d attributes", d, len(s.Cases), len(s.Attributes))
	}
}

func FuzzFaceSheet(f *testing.F) {
	f.Add("Case,Size,New\na,small,1\nc,large,x; y\n", "")
	f.Add("document,case,date\na-plan.txt,a; new,2016\n", "")
	f.Add("x,Case\n\n,\nå,b\n", "x")
	root := f.TempDir()
	for name, text := range base() {
		if err := (plainfile.Dir{Root: root}).Write(name, []byte(text)); err != nil {
			f.Fatal(err)
		}
	}
	var fsys fs.FS = os.DirFS(root)
	f.Fuzz(func(t *testing.T, text, by string) {
		tables, err := sheet.Read("x.csv", []byte(text))
		if err != nil {
			return
		}
		s, _ := Open(fsys)
		face, err := s.ReadFaceSheet("x.csv", tables, FaceSheetOptions{By: by, Replace: true})
		if err != nil {
			return
		}
		for file, data := range face.files {
			var problems plainfile.Problems
			switch {
			case file == AttributesFile:
				readAttributes(data, &problems)
			case strings.HasPrefix(file, "cases/"):
				readCase(file, data, &problems)
			default:
				readSidecar(file, strings.TrimSuffix(filepath.Base(file), ".yaml")+".txt", data, &problems)
			}
			if len(problems) > 0 {
				t.Fatalf("%s: %v\n%s", file, problems, data)
			}
		}
	})
}

func inEnglish(messages []catalogue.Message) []string {
	var out []string
	for _, m := range messages {
		out = append(out, m.String())
	}
	return out
}
