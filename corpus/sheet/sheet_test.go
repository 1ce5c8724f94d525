package sheet

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

func source(tb testing.TB, name string) []byte {
	tb.Helper()
	data, err := os.ReadFile(filepath.Join("..", "..", "testdata", "sheet", name))
	if err != nil {
		tb.Fatal(err)
	}
	return data
}

// TestKinds reads what LibreOffice wrote in its own format and in Excel's: the
// same table.
func TestKinds(t *testing.T) {
	want := []Table{
		{Name: "Kinds", Beside: []string{"C19: ask again"}, Rows: [][]string{
			{"what", "value"}, {"whole", "3"}, {"sum", "0.3"}, {"grouped", "-24500.50"}, {"padded", "0301"}, {"share", "93.5 %"}, {"money", "kr 1200"},
			{"date", "2016-02-19"}, {"month", "2016-02"}, {"date and time", "2016-02-19 13:45"}, {"time", "01:02:03"}, {"elapsed", "27:02:03"},
			{"truth", "TRUE"}, {"rich", "one two  three\nfour"}, {"formula as text", "=1+2"}, nil, nil, nil,
			{"merged", "", "with a comment"}, {"same", "same", "same"}}},
		{Name: "Notes", Hidden: true, Rows: [][]string{{"hidden words"}}},
	}
	for _, name := range []string{"kinds.xlsx", "kinds.ods"} {
		got, err := Read(name, source(t, name))
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s:\n%+v\nwant\n%+v", name, got, want)
		}
	}
}

func TestCSV(t *testing.T) {
	for _, c := range []struct {
		name, file, in string
		want           [][]string
	}{
		{"commas", "x.csv", "a,b\n1,\"x, y\"\n", [][]string{{"a", "b"}, {"1", "x, y"}}},
		{"semicolons and decimal commas", "x.csv", "a;b\n1,5;2,5\n3,1;4,2\n", [][]string{{"a", "b"}, {"1,5", "2,5"}, {"3,1", "4,2"}}},
		{"tabs", "x.csv", "a\tb\n1\tx, y\n", [][]string{{"a", "b"}, {"1", "x, y"}}},
		{"tabs in tsv", "x.tsv", "a, b\tc, d\n1, 2\t3\n", [][]string{{"a, b", "c, d"}, {"1, 2", "3"}}},
		{"tsv with semicolons", "x.tsv", "a;b\nc;d\n", [][]string{{"a", "b"}, {"c", "d"}}},
		{"prose in semicolons", "x.csv", "id;answer\n1;Yes, and no\n2;No, never, not at all\n", [][]string{{"id", "answer"}, {"1", "Yes, and no"}, {"2", "No, never, not at all"}}},
		{"heads with commas", "x.csv", "Name, surname;Age\nAsk, Embla;34\nLiv, Líf;41\n", [][]string{{"Name, surname", "Age"}, {"Ask, Embla", "34"}, {"Liv, Líf", "41"}}},
		{"one column", "x.csv", "Well, yes.\nNo\nPerhaps, or, well\n", [][]string{{"Well, yes."}, {"No"}, {"Perhaps, or, well"}}},
		{"a title above", "x.csv", "Survey\n\nid,a\n1,x\n2,y\n3,z\n4,v\n5,w\n6,q\n7,r\n8,s\n9,t\n", [][]string{{"Survey"}, nil, {"id", "a"}, {"1", "x"}, {"2", "y"}, {"3", "z"}, {"4", "v"}, {"5", "w"}, {"6", "q"}, {"7", "r"}, {"8", "s"}, {"9", "t"}}},
		{"named separator", "x.csv", "sep=;\r\na;b, c\r\n", [][]string{{"a", "b, c"}}},
		{"line breaks and marks", "x.csv", "a,b\r\n\"x\r\ny\",\"say \"\"no\"\"\"\r\n", [][]string{{"a", "b"}, {"x\ny", `say "no"`}}},
		{"lone marks", "x.csv", "a,b\n5\" nail,the \"big\" one\n\"he \"said\" so\",x\n\"never closed,y\n", [][]string{{"a", "b"}, {`5" nail`, `the "big" one`}, {`he "said" so`, "x"}, {`"never closed`, "y"}}},
		{"old line ends", "x.csv", "a,b\rc,d\r", [][]string{{"a", "b"}, {"c", "d"}}},
		{"blanks and empties", "x.csv", " a ,b,,\n,,\nc \u00a0,\n\n", [][]string{{" a", "b"}, nil, {"c"}}},
		{"byte order mark", "x.csv", "\xef\xbb\xbfå,b\n", [][]string{{"å", "b"}}},
		{"UTF-16", "x.csv", "\xff\xfe\xe5\x00,\x00b\x00\n\x00", [][]string{{"å", "b"}}},
		{"UTF-16 big endian", "x.csv", "\xfe\xff\x00\xe5\x00,\x00b", [][]string{{"å", "b"}}},
		{"Windows-1252", "x.csv", "bl\xe5;\x93r\xf8d\x94\n", [][]string{{"blå", "“rød”"}}},
		{"bars", "x.csv", "a|b, c\nd|e\n", [][]string{{"a", "b, c"}, {"d", "e"}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := Read(c.file, []byte(c.in))
			if err != nil {
				t.Fatal(err)
			}
			if len(got) != 1 || got[0].Name != "x" || !reflect.DeepEqual(got[0].Rows, c.want) {
				t.Errorf("got %+v\nwant %q", got, c.want)
			}
		})
	}
}

func TestUnreadable(t *testing.T) {
	xlsx := source(t, "kinds.xlsx")
	for _, c := range []struct{ file, data, want string }{
		{"x.csv", "", "is empty"},
		{"x.csv", "a,\x00b", "holds bytes that are no text"},
		{"x.txt", "a", `has the ending ".txt", which is no table`},
		{"x.xlsx", "a,b", "is no Excel workbook, or a damaged one"},
		{"x.xlsx", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "is an old or password-protected Office file"},
		{"x.xlsx", string(source(t, "kinds.ods")), "is a zip archive, but no Excel workbook"},
		{"x.ods", string(xlsx), "is a zip archive, but no OpenDocument sheet"},
		{"x.xlsx", string(xlsx[:len(xlsx)-100]), "is no Excel workbook, or a damaged one"},
		{"x.ods", string(odsOf(t, "<a><spreadsheet><table>")), "is a damaged OpenDocument sheet (content.xml: unexpected EOF)"},
		{"x.ods", string(odsOf(t, "<office:document-content><office:text/></office:document-content>")), "but no spreadsheet"},
		{"x.ods", string(zipOf(t, "content.xml", "x", "META-INF/manifest.xml", "<m><encryption-data/></m>")), "is protected by a password"},
		{"x.xlsx", string(xlsxOf(t, `<row><c t="s"><v>7</v></c></row>`, "", "")), "a cell refers to text 7 of 0"},
		{"x.xlsx", string(xlsxOf(t, `<row><c t="inlineStr"><is><t>a&nbsp;b</t></is></c></row>`, "", "")), "is a damaged Excel workbook"},
	} {
		if _, err := Read(c.file, []byte(c.data)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s %.20q: %v, want %q", c.file, c.data, err, c.want)
		}
	}
}
