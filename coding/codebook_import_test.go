package coding

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"crosscase/corpus/plainfile"
	"crosscase/corpus/sheet"
)

// tree prints codes as the tests below write them down: a line for each, with the fields it has.
func tree(codes []Code) string {
	var out strings.Builder
	var walk func(codes []Code, depth int)
	walk = func(codes []Code, depth int) {
		for i := range codes {
			c := &codes[i]
			out.WriteString(strings.Repeat("  ", depth) + c.Title())
			for _, f := range codeFields {
				if s := f.get(c); s != "" && f.name != "label" && !(f.name == "key" && c.Label == "") {
					fmt.Fprintf(&out, " | %s %s", f.name, strings.ReplaceAll(s, "\n", " ¶ "))
				}
			}
			out.WriteByte('\n')
			walk(c.Children, depth+1)
		}
	}
	walk(codes, 0)
	return out.String()
}

func TestCodesOfManyTables(t *testing.T) {
	for _, c := range []struct {
		what string
		rows [][]string
		want string
	}{
		{"names set in by blanks", [][]string{{"Name", "Description", "Files", "References"}, {"Repair", "all of it", "6", "41"}, {"   Own tools", "", "3", "9"},
			{"      Spanner", "", "1", "1"}, {"   Borrowed", "", "2", "4"}, {"Waiting", "", "5", "12"}}, `Repair | definition all of it
  Own tools
    Spanner
  Borrowed
Waiting
`},
		{"names set in by columns", [][]string{{"Code", "", "", "Memo"}, {"Repair", "", "", "all of it"}, {"", "Own tools"}, {"", "", "Spanner"}, {"Waiting"}}, `Repair | definition all of it
  Own tools
    Spanner
Waiting
`},
		{"a hierarchical name beside the name", [][]string{{"Hierarchical Name", "Name", "Description"}, {`Nodes\\Repair`, "Repair", ""}, {`Nodes\\Repair\Own tools`, "Own tools", "theirs"}}, `Repair
  Own tools | definition theirs
`},
		{"levels with cells that are empty below the first", [][]string{{"Tema", "Undertema", "Kode", "Beskrivelse"}, {"Drift", "Folk", "Vikar", "d1"}, {"", "", "Sjåfør", "d2"}, {"", "Penger", "Tilskudd", "d3"}, {"Framtid", "", "Ti år", "d4"}}, `Drift
  Folk
    Vikar | definition d1
    Sjåfør | definition d2
  Penger
    Tilskudd | definition d3
Framtid
  Ti år | definition d4
`},
		{"levels that are written out, one empty", [][]string{{"Theme", "Code"}, {"Running", "Staff"}, {"Running", "Money"}, {"", "Alone"}, {"Future", "Ten years"}}, `Running
  Staff
  Money
Alone
Future
  Ten years
`},
		{"numbered levels", [][]string{{"Level 1", "Level 2", "Level 3", "Definition"}, {"A", "", "", "d"}, {"A", "B", "", ""}, {"A", "B", "C", "e"}}, `A | definition d
  B
    C | definition e
`},
		{"parents that come later, are a path, are themselves, or are nowhere", [][]string{{"Code", "Parent code"}, {"C", "A > B"}, {"A", ""}, {"X", "X"}, {"Y", "Nowhere"}}, `A
  B
    C
X
Nowhere
  Y
`},
		{"ids", [][]string{{"Id", "Parent Id", "Depth", "Title"}, {"7", "", "0", "A"}, {"9", "7", "1", "Other"}, {"11", "", "0", "B"}, {"12", "11", "1", "Other"}, {"13", "99", "1", "Lost"}}, `A
  Other
B
  Other
Lost
`},
		{"a short name beside the name", [][]string{{"Code", "Label", "Full definition", "When to use", "When not to use", "Example", "Brief definition"}, {"REP", "Repair", "long", "in", "out", "ex", "short"}},
			"Repair | key rep | definition long ¶  ¶ short | include in | exclude out | example ex\n"},
		{"a depth", [][]string{{"Code", "Level"}, {"A", "1"}, {"B", "2"}, {"C", "1"}}, "A\n  B\nC\n"},
		{"counts that are called questions", [][]string{{"Code", "Questions", "Values"}, {"A", "3", "known; used"}}, "A | values known; used\n"},
		{"no head", [][]string{{"Repair", "what people do when it breaks"}, {"Waiting", ""}}, "Repair | definition what people do when it breaks\nWaiting\n"},
		{"a head on each page", [][]string{{"Name", "Description"}, {"A", "a"}, {"Name", "Description"}, {"B", ""}}, "A | definition a\nB\n"},
		{"a code that stands twice", [][]string{{"Code", "Memo"}, {"A", ""}, {"B", "b"}, {"A", "late"}, {"B", "another"}}, "A | definition late\nB | definition b\n"},
		{"prefixes", [][]string{{"Code", "Grounded"}, {"REPAIR: own", "1"}, {"REPAIR: borrowed", "2"}, {"Note: alone", "3"}}, "REPAIR\n  own\n  borrowed\nNote: alone\n"},
	} {
		in, err := CodesOfTables([]sheet.Table{{Name: "codes", Rows: c.rows}})
		if err != nil {
			t.Errorf("%s: %v", c.what, err)
			continue
		}
		if got := tree(in.Codes); got != c.want {
			t.Errorf("%s:\n%swant\n%s%s", c.what, got, c.want, in.Notes)
		}
	}
}

func TestCodesOfManyTexts(t *testing.T) {
	for _, c := range []struct{ what, text, want string }{
		{"paths", "Repair > Own tools > Spanner\nRepair > Borrowed\nWaiting\n", "Repair\n  Own tools\n    Spanner\n  Borrowed\nWaiting\n"},
		{"dashes", "Repair\n-- Own tools\n---- Spanner\n-- Borrowed\nWaiting\n", "Repair\n  Own tools\n    Spanner\n  Borrowed\nWaiting\n"},
		{"bullets in bullets", "* Repair\n  * Own tools\n  * Borrowed\n* Waiting\n", "Repair\n  Own tools\n  Borrowed\nWaiting\n"},
		{"tabs", "Repair\n\tOwn tools\n\t\tSpanner\nWaiting\n", "Repair\n  Own tools\n    Spanner\nWaiting\n"},
		{"numbers", "1. Repair\n1.1 Own tools\n1.2 Borrowed\n2. Waiting\n", "Repair\n  Own tools\n  Borrowed\nWaiting\n"},
		{"colons", "Trust: what people say of those who mend things\nOthers: few\n", "Trust | definition what people say of those who mend things\nOthers: few\n"},
		{"dots", "trust\ntrust.own\nversion 2.0\n", "trust\n  own\nversion 2.0\n"},
		{"headings and bullets", "# Coding frame\n## Repair\n- Own tools: they own the tools themselves\n- Borrowed\n## Waiting\n", "Repair\n  Own tools | definition they own the tools themselves\n  Borrowed\nWaiting\n"},
		{"a table with tabs", "Kode\tForklaring\nTillit\tom å stole på\n", "Tillit | definition om å stole på\n"},
		{"a table that was converted", "Table 1\n\nTheme\tCode\tDefinition\nRepair\tOwn\td\n\tBorrowed\te\n", "Repair\n  Own | definition d\n  Borrowed | definition e\n"},
		{"carriage returns", "\ufeffA\r\n  B\r\nC\r\n", "A\n  B\nC\n"},
	} {
		in, err := CodesOfText(c.text)
		if err != nil {
			t.Errorf("%s: %v", c.what, err)
			continue
		}
		if got := tree(in.Codes); got != c.want {
			t.Errorf("%s:\n%swant\n%s%s", c.what, got, c.want, in.Form)
		}
	}
}

func TestNoHeadMeansTwoThings(t *testing.T) {
	seen := map[string]string{}
	add := func(field string, words []string) {
		for _, w := range words {
			if other, ok := seen[w]; ok {
				t.Errorf("%q is a head of %s and of %s", w, other, field)
			}
			seen[w] = field
			if got := columnOf(" " + strings.ToUpper(w) + ": "); got != field {
				t.Errorf("%q is read as %q, not %q", w, got, field)
			}
		}
	}
	for field, words := range codeColumns {
		add(field, words)
	}
	for i, words := range codeLevels {
		add(levelCol+string(rune('0'+i)), words)
	}
}

func TestColoursOfOtherPrograms(t *testing.T) {
	for in, want := range map[string]string{"#F80": "#ff8800", "#FF8000": "#ff8000", "#80FF8000": "#ff8000", "0xFF8000": "#ff8000", "ff8000": "#ff8000", "rgb(255, 128, 0)": "#ff8000",
		"rgba(255,128,0,0.5)": "#ff8000", "255,128,0": "#ff8000", "A=255, R=255, G=128, B=0": "#ff8000", "Color [A=255, R=1, G=2, B=3]": "#010203", "-32768": "#ff8000",
		"Red": "Red", "": "", "300,1,1": "300,1,1", "123": "123", "None": "None"} {
		if got := readColour(in); got != want {
			t.Errorf("%q is read as %q, want %q", in, got, want)
		}
	}
}

func TestListsInOneCell(t *testing.T) {
	for _, list := range [][]string{{"a", "b"}, {"a; b", `"c"`, " d ", "", "e\nf"}, {`""`}, {`"a"; b`}} {
		if got := splitList(joinList(list)); fmt.Sprintf("%q", got) != fmt.Sprintf("%q", list) {
			t.Errorf("%q is read back from %s as %q", list, joinList(list), got)
		}
	}
	if got := splitList("a;b\nc ; "); fmt.Sprintf("%q", got) != `["a" "b" "c"]` {
		t.Errorf("%q", got)
	}
}

// TestMergeKeepsWhatIsThere takes files in over a code book that somebody has worked on.
func TestMergeKeepsWhatIsThere(t *testing.T) {
	book := NewCodebook([]Code{
		{Key: "repair", Label: "Repairing", Definition: "edited", Children: []Code{{Key: "tools", Label: "Own tools", Was: []string{"own-tools"}}}},
		{Key: "other", Label: "Other"},
		{Key: "place", Label: "The place", Children: []Code{{Key: "moved", Label: "Moved here"}}},
	})
	in := []Code{
		{Label: "Repair", Definition: "as written", Children: []Code{{Label: "Own tools"}, {Label: "Other"}, {Label: "Borrowed", Children: []Code{{Label: "Other"}}}}},
		{Label: "Other"},
		{Label: "Moved here"},
		{Label: "Repair!"},
	}
	m := book.Merge(in)
	var got strings.Builder
	for _, d := range m.Add {
		fmt.Fprintf(&got, "below %q\n%s", d.Parent, tree([]Code{d.Code}))
	}
	for _, d := range m.Differs {
		fmt.Fprintf(&got, "%s, %s: %q, %q\n", d.Key, d.Field, d.Here, d.There)
	}
	want := `below "repair"
Other | key other-2
below "repair"
Borrowed | key borrowed
  Other | key other-3
below ""
Repair! | key repair-2
repair, label: "Repairing", "Repair"
repair, definition: "edited", "as written"
moved, parent: "place", ""
`
	if got.String() != want {
		t.Errorf("merged as\n%swant\n%s", got.String(), want)
	}
	data := []byte("# mine\nformat: 1\ncodes:\n  - key: repair # ours\n    label: Repairing\n    definition: edited\n    children:\n      - key: tools\n        label: Own tools\n        was: [own-tools]\n  - key: other\n    label: Other\n  - key: place\n    label: The place\n    children:\n      - key: moved\n        label: Moved here\n")
	out, err := EncodeCodes(data, book, m.Add)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(string(out), "# mine\n") || !strings.Contains(string(out), "- key: repair # ours\n") {
		t.Errorf("the comments are gone:\n%s", out)
	}
	again := bookOf(t, string(out)).Merge(in)
	if len(again.Add) != 0 || again.Same != 8 {
		t.Errorf("a second time adds %d codes, knows %d", again.Added, again.Same)
	}
}

func TestKeysOfAFileStay(t *testing.T) {
	in, err := CodesOfTables([]sheet.Table{{Rows: [][]string{{"key", "label", "parent"}, {"b1", "Trust", ""}, {"b2", "Trust", "b1"}, {"b1", "Again", ""}, {"Big Key", "Big", ""}}}})
	if err != nil {
		t.Fatal(err)
	}
	m := NewCodebook(nil).Merge(in.Codes)
	var got strings.Builder
	for _, d := range m.Add {
		got.WriteString(tree([]Code{d.Code}))
	}
	want := "Trust | key b1\n  Trust | key b2\nAgain | key b1-2\nBig | key big-key\n"
	if got.String() != want || len(m.Notes) != 1 || len(in.Notes) != 1 {
		t.Errorf("read as\n%swant\n%s%q %q", got.String(), want, in.Notes, m.Notes)
	}
}

func bookOf(t *testing.T, text string) *Codebook {
	t.Helper()
	var problems plainfile.Problems
	b := ReadCodebook([]byte(text), &problems)
	wantNoProblems(t, problems)
	return b
}

// TestCodesOfHostileFiles gives files that nobody writes in good faith: each ends soon, in codes or in
// an error.
func TestCodesOfHostileFiles(t *testing.T) {
	var deepXML, deepText strings.Builder
	deepXML.WriteString("<CodeBook><Codes>")
	for i := range 5000 {
		fmt.Fprintf(&deepXML, `<Code name="c%d">`, i)
		fmt.Fprintf(&deepText, "%sc%d\n", strings.Repeat(" ", i), i)
	}
	long := strings.Repeat("a > ", 100_000)
	chain := [][]string{{"Code", "Parent"}}
	for i := range 4000 {
		chain = append(chain, []string{fmt.Sprintf("c%d", i), fmt.Sprintf("c%d", i+1)})
	}
	circle := append(chain[:100:100], []string{"c99", "c0"})
	for name, data := range map[string]string{
		"deep.qdc": deepXML.String(), "entity.qdc": `<!DOCTYPE a [<!ENTITY b "c">]><CodeBook/>`, "torn.qdc": `<CodeBook><Codes><Code name="a`, "latin.qdc": `<?xml version="1.0" encoding="ISO-8859-1"?><CodeBook/>`,
		"none.qdc": "<a/>", "deep.txt": deepText.String(), "path.txt": long, "paths.txt": strings.Repeat("a > b > c\n", 50_000), "names.txt": manyLines(50_000), "same.txt": strings.Repeat("a\n", 200_000),
		"line.txt": strings.Repeat("x", 5_000_000), "headings.md": strings.Repeat("# a\n", 100_000), "fields.md": "# a\n" + strings.Repeat("Definition: b\n", 100_000), "empty.txt": "", "blank.csv": "\n\n",
		"marks.txt": strings.Repeat("- - - ", 100_000) + "\n" + strings.Repeat(">", 100_000),
		"chain.csv": string(sheet.WriteCSV(sheet.Table{Rows: chain})), "circle.csv": string(sheet.WriteCSV(sheet.Table{Rows: circle})),
	} {
		in, err := ImportCodes(name, []byte(data))
		if err == nil {
			NewCodebook(nil).Merge(in.Codes)
		}
		if n := CountCodes(in.Codes); err == nil && n > maxCodes {
			t.Errorf("%s: %d codes", name, n)
		}
		if strings.HasSuffix(name, ".qdc") && err == nil {
			t.Errorf("%s was read", name)
		}
	}
}

func manyLines(n int) string {
	var out strings.Builder
	for i := range n {
		fmt.Fprintf(&out, "code %d\n", i)
	}
	return out.String()
}

// FuzzImportCodes holds whatever is read to what a code book must be: every code has a name and a
// key that stands once, and the same file gives the same codes.
func FuzzImportCodes(f *testing.F) {
	files, err := filepath.Glob(filepath.Join("..", "testdata", "codebooks", "*"))
	if err != nil || len(files) == 0 {
		f.Fatal("no examples", err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		switch ext := filepath.Ext(file); ext {
		case ".csv", ".qdc", ".txt", ".md":
			f.Add(ext, data)
		}
	}
	f.Add(".txt", []byte("a >> b\n\tc: d e f g\n-- h"))
	f.Fuzz(func(t *testing.T, ext string, data []byte) {
		switch ext {
		case ".csv", ".qdc", ".txt", ".md", ".tsv":
		default:
			ext = ".txt"
		}
		in, err := ImportCodes("codes"+ext, data)
		if err != nil {
			return
		}
		m := NewCodebook(nil).Merge(in.Codes)
		var codes []Code
		for _, d := range m.Add {
			codes = append(codes, d.Code)
		}
		b := NewCodebook(codes)
		if n := CountCodes(codes); len(b.All()) != n || n != CountCodes(in.Codes) || n == 0 {
			t.Fatalf("%d codes read, %d to add, %d with a key of their own", CountCodes(in.Codes), n, len(b.All()))
		}
		for _, c := range b.All() {
			if strings.TrimSpace(c.Title()) == "" {
				t.Fatal("a code has no name")
			}
		}
		again, err := ImportCodes("codes"+ext, data)
		if err != nil || tree(again.Codes) != tree(in.Codes) {
			t.Fatal("a second time other codes are read", err)
		}
		if left := b.Merge(in.Codes); left.Added != 0 {
			t.Fatalf("taken in a second time it adds %d codes", left.Added)
		}
	})
}
