package sheet

import (
	"strings"
	"testing"
	"unicode"
)

// letters counts what no separator and no quotation mark is.
func letters(s string) int {
	n := 0
	for _, c := range s {
		if unicode.IsLetter(c) || unicode.IsNumber(c) {
			n++
		}
	}
	return n
}

// checkTables fails the test where a table has what it should not have.
func checkTables(t *testing.T, tables []Table) {
	t.Helper()
	for _, table := range tables {
		for i, row := range table.Rows {
			if len(row) > 0 && row[len(row)-1] == "" || len(row) == 0 && i == len(table.Rows)-1 {
				t.Fatalf("row %d of %d ends in nothing: %q", i+1, len(table.Rows), row)
			}
			for _, cell := range row {
				if strings.TrimRight(cell, " \t\r\n\u00a0") != cell {
					t.Fatalf("blanks at the end of %q", cell)
				}
			}
		}
	}
}

func FuzzCSV(f *testing.F) {
	for _, s := range []string{"a,b\n1,\"x, y\"\n", "sep=;\na;b", "\"a\"b\",c\r\n\"d", "a\tb\n", "\"\"\"\"", "\xff\xfea\x00", "a;b,c\nd;e,f", "\"a\" ,b\n\"c\" x,d"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		tables, err := Read("x.csv", []byte(s))
		if err != nil {
			return
		}
		checkTables(t, tables)
		text, _ := decode([]byte(s))
		_, text = CutSeparator(text)
		n := 0
		for _, row := range tables[0].Rows {
			for _, cell := range row {
				n += letters(cell)
			}
		}
		if n != letters(text) {
			t.Fatalf("%d letters of %d: %q", n, letters(text), tables[0].Rows)
		}
		again, err := Read("x.csv", WriteCSV(tables[0]))
		if err != nil {
			t.Fatal(err)
		}
		checkTables(t, again)
	})
}

func FuzzXLSX(f *testing.F) {
	f.Add(`<row r="1"><c r="A1" t="s"><v>0</v></c><c s="1"><f>1</f><v>42419</v></c></row>`, `<si><t>a</t><r><t>b</t></r></si>`, `<numFmts><numFmt numFmtId="200" formatCode="0.0%"/></numFmts><cellXfs><xf numFmtId="200"/><xf numFmtId="14"/></cellXfs>`)
	f.Add(`<row><c t="inlineStr"><is><t>x<![CDATA[y]]></t></is></c><c t="b"><v>1</v></c></row><!-- z -->`, "", "")
	f.Fuzz(func(t *testing.T, rows, shared, styles string) {
		tables, err := Read("x.xlsx", xlsxOf(t, rows, shared, styles))
		if err == nil {
			checkTables(t, tables)
		}
	})
}

func FuzzODS(f *testing.F) {
	f.Add(`<table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="2" office:value-type="float" office:value="-1.5"><text:p>1,5</text:p></table:table-cell></table:table-row>`)
	f.Add(`<table:table-row><table:table-cell><office:annotation><text:p>a</text:p></office:annotation><text:p>b<text:s/></text:p><draw:frame><text:p>c</text:p></draw:frame></table:table-cell></table:table-row>`)
	f.Fuzz(func(t *testing.T, rows string) {
		tables, err := Read("x.ods", odsOf(t, "<d><office:spreadsheet><table:table>"+rows+"</table:table></office:spreadsheet></d>"))
		if err == nil {
			checkTables(t, tables)
		}
	})
}

func FuzzFormat(f *testing.F) {
	for _, s := range []string{"0.00%", `#,##0 "kr";[Red]-0`, "[h]:mm:ss.00", "yyyy-mm-dd", "m", "[$-414]d. mmmm", `\`, "_", "0.0,,"} {
		f.Add(s, 42419.5)
		f.Add(s, -0.001)
	}
	f.Fuzz(func(t *testing.T, code string, n float64) {
		readFormat(code).print(n, false)
		numberAsShown(code, n)
	})
}
