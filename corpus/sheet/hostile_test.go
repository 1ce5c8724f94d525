package sheet

import (
	"encoding/xml"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"
)

// TestHostile reads files that are made to fill the memory or to take for ever.
func TestHostile(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	const row = `<table:table-row table:number-rows-repeated="900000"><table:table-cell table:number-columns-repeated="16000"><text:p>x</text:p></table:table-cell></table:table-row>`
	ods := func(rows string) []byte {
		return odsOf(t, "<d><office:spreadsheet><table:table>"+rows+"</table:table></office:spreadsheet></d>")
	}
	far := func(i int) string {
		return `<row r="` + strings.Repeat("1", i) + `"><c r="XFD` + strings.Repeat("1", i) + `"><v>1</v></c></row>`
	}
	var sheets strings.Builder
	for range 20_000 {
		sheets.WriteString(`<table:table><table:table-row table:number-rows-repeated="1000000"/><table:table-row><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row></table:table>`)
	}
	var wide strings.Builder
	for i := range 1000 {
		fmt.Fprintf(&wide, `<row><c r="XFD%d"><v>1</v></c></row>`, i+1)
	}
	long := `<si><t>` + strings.Repeat("long ", 6_000) + `</t></si>`
	for _, c := range []struct {
		name, file string
		data       []byte
		want       string
	}{
		{"cells repeated", "x.ods", ods(row), "holds more than 8388608 cells"},
		{"texts repeated", "x.ods", ods(strings.Replace(row, "x<", strings.Repeat("x", 1_000_000)+"<", 1)), "MB of text"},
		{"sheets of a million rows", "x.ods", odsOf(t, "<d><office:spreadsheet>"+sheets.String()+"</office:spreadsheet></d>"), "holds more than 8388608 cells"},
		{"columns beyond the last", "x.ods", ods(`<table:table-row><table:table-cell table:number-columns-repeated="999999999"/><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row>`), "has more than 1048576 rows or 16384 columns"},
		{"rows beyond the last", "x.xlsx", xlsxOf(t, far(9), "", ""), "has more than 1048576 rows"},
		{"a row number that is none", "x.xlsx", xlsxOf(t, `<row r="-5"><c r="A-5"><v>1</v></c></row>`, "", ""), "has more than 1048576 rows"},
		{"cells far to the right", "x.xlsx", xlsxOf(t, wide.String(), "", ""), "holds more than 8388608 cells"},
		{"one text in many cells", "x.xlsx", xlsxOf(t, strings.Repeat(`<row><c t="s"><v>0</v></c></row>`, 10_000), long, ""), "holds more than 64 MB of text"},
		{"texts that no cell has", "x.xlsx", xlsxOf(t, "", many("<si><t>%020d</t></si>", 3_000_000), ""), "holds more than 64 MB of text"},
		{"texts without words", "x.xlsx", xlsxOf(t, "", strings.Repeat("<si/>", 8_000_000), ""), "unpacks to more than 200 times its size"},
		{"pieces of one text", "x.xlsx", xlsxOf(t, "", "<si>"+strings.Repeat("<t>"+strings.Repeat("long ", 100_000)+"</t>", 100)+"</si>", ""), "holds more than 4 MB of text in one cell"},
		{"pieces of one value", "x.xlsx", xlsxOf(t, "<row><c><v>"+strings.Repeat("<!-- -->"+strings.Repeat("1", 1_000_000), 20)+"</v></c></row>", "", ""), "holds more than 4 MB of text in one cell"},
		{"a tag of attributes", "x.xlsx", xlsxOf(t, "<row "+strings.Repeat(`a="" `, 1_000_000)+"/>", "", ""), "a tag of more than 1048576 bytes"},
		{"a tag behind a comment", "x.xlsx", xlsxOf(t, `<!-- > <a "--><row `+strings.Repeat(`a=">" `, 1_000_000)+"/>", "", ""), "a tag of more than 1048576 bytes"},
		{"a text without end", "x.xlsx", xlsxOf(t, `<row><c t="inlineStr"><is><t>`+strings.Repeat("a", 200<<20)+`</t></is></c></row>`, "", ""), "a text of more than 4194304 bytes"},
		{"blanks without end", "x.xlsx", xlsxOf(t, strings.Repeat(" ", 200<<20), "", ""), "a text of more than 4194304 bytes"},
		{"rows of words", "x.xlsx", xlsxOf(t, many("<row><c><v>%d</v></c></row>", 1_200_000), "", ""), "has more than 1048576 rows"},
		{"depth", "x.xlsx", xlsxOf(t, strings.Repeat("<a>", 500_000), "", ""), "is a damaged Excel workbook"},
		{"entities", "x.xlsx", xlsxOf(t, "<!DOCTYPE a [<!ENTITY b \"c\">]><row/>", "", ""), "a document type, which no spreadsheet has"},
		{"a long line", "x.csv", []byte(strings.Repeat("a", 50_000_000)), ""},
		{"a long line of separators", "x.csv", []byte(strings.Repeat(",", 50_000_000)), ""},
		{"a row of many cells", "x.csv", []byte(strings.Repeat("a,", 20_000)), "columns; split it"},
		{"marks that never close", "x.csv", []byte(strings.Repeat("\"a,\n", 300_000)), ""},
		{"formats", "x.xlsx", xlsxOf(t, "<row><c s=\"1\"><v>1</v></c></row>", "", `<numFmts><numFmt numFmtId="200" formatCode="`+strings.Repeat("0", 900_000)+`"/></numFmts><cellXfs>`+strings.Repeat(`<xf numFmtId="200"/>`, 500_000)+`</cellXfs>`), ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			var before, after runtime.MemStats
			runtime.GC()
			runtime.ReadMemStats(&before)
			start := time.Now()
			_, err := Read(c.file, c.data)
			runtime.ReadMemStats(&after)
			used := int(after.TotalAlloc-before.TotalAlloc) >> 20
			if t.Logf("took %v and %d MB", time.Since(start), used); used > 3000 {
				t.Errorf("%d MB", used)
			}
			if (err == nil) != (c.want == "") || err != nil && !strings.Contains(err.Error(), c.want) {
				t.Errorf("%v, want %q", err, c.want)
			}
		})
	}
}

// many writes tags with a number in each.
func many(tag string, n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, tag, i)
	}
	return b.String()
}

// TestBomb unpacks a part that is larger than what may still be unpacked.
func TestBomb(t *testing.T) {
	a, err := openArchive(xlsxOf(t, strings.Repeat(" ", 1_000_000), "", ""), "Excel workbook")
	if err != nil {
		t.Fatal(err)
	}
	a.left = 100_000
	if err := a.walk("xl/worksheets/sheet1.xml", func(xml.Token) error { return nil }); !errors.Is(err, errTooMuch) {
		t.Errorf("%v, want %v", err, errTooMuch)
	}
}

// TestTruncated reads every part of a file that was cut off.
func TestTruncated(t *testing.T) {
	for _, name := range []string{"kinds.xlsx", "kinds.ods"} {
		data := source(t, name)
		for n := 0; n < len(data); n += 7 {
			if _, err := Read(name, data[:n]); err == nil {
				t.Fatalf("%s: the first %d bytes were read", name, n)
			}
		}
	}
}
