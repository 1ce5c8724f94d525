package sheet

import (
	"archive/zip"
	"bytes"
	"io"
	"reflect"
	"testing"
)

// zipOf makes an archive of its parts: name, content, name, content …
func zipOf(tb testing.TB, parts ...string) []byte {
	tb.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i+1 < len(parts); i += 2 {
		w, err := z.Create(parts[i])
		if err != nil {
			tb.Fatal(err)
		}
		if _, err := io.WriteString(w, parts[i+1]); err != nil {
			tb.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		tb.Fatal(err)
	}
	return b.Bytes()
}

// xlsxOf makes a workbook of one sheet.
func xlsxOf(tb testing.TB, rows, shared, styles string) []byte {
	return zipOf(tb, "_rels/.rels", `<Relationships><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml", `<workbook><sheets><sheet name="One" r:id="s1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels", `<Relationships><Relationship Id="s1" Type="x/worksheet" Target="worksheets/sheet1.xml"/>`+
			`<Relationship Id="s2" Type="x/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="s3" Type="x/styles" Target="/xl/styles.xml"/></Relationships>`,
		"xl/worksheets/sheet1.xml", "<worksheet><sheetData>"+rows+"</sheetData></worksheet>",
		"xl/sharedStrings.xml", "<sst>"+shared+"</sst>", `XL\Styles.xml`, "<styleSheet>"+styles+"</styleSheet>")
}

func TestCells(t *testing.T) {
	const styles = `<numFmts><numFmt numFmtId="200" formatCode="0.0%"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="200"/></cellXfs>`
	for _, c := range []struct {
		name, rows, shared string
		want               [][]string
	}{
		{"numbers", `<row><c><v>3.0</v></c><c t="n"><v>0.30000000000000004</v></c><c><v>1.5E3</v></c></row>`, "", [][]string{{"3", "0.3", "1500"}}},
		{"formats", `<row><c s="1"><v>42419</v></c><c s="2"><v>0.935</v></c><c s="9"><v>1</v></c></row>`, "", [][]string{{"2016-02-19", "93.5%", "1"}}},
		{"places", `<row r="3"><c r="B3"><v>1</v></c></row><row><c><v>2</v></c></row><row r="2"><c r="AA2"><v>3</v></c></row>`, "",
			[][]string{nil, append(make([]string, 26), "3"), {"", "1"}, {"2"}}},
		{"kinds", `<row><c t="b"><v>0</v></c><c t="e"><v>#N/A</v></c><c t="d"><v>2016-02-19T00:00:00</v></c><c t="str"><f>A1</f><v>a_x000D_&#10;b</v></c></row>`, "",
			[][]string{{"FALSE", "#N/A", "2016-02-19", "a\nb"}}},
		{"texts", `<row><c t="s"><v>1</v></c><c t="s"><v>0</v></c><c t="inlineStr"><is><r><t>x</t></r><r><t xml:space="preserve"> y</t></r></is></c></row>`,
			`<si><t>first</t><rPh><t>aside</t></rPh></si><si><r><t>se</t></r><r><t>cond_x005F_x0041_</t></r></si>`, [][]string{{"second_x0041_", "first", "x y"}}},
		{"two texts of one cell", `<row><c r="A1"><v>1</v></c></row><row r="1"><c r="A1"><v>2</v></c></row>`, "", [][]string{{"1\n2"}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := Read("x.xlsx", xlsxOf(t, c.rows, c.shared, styles))
			if err != nil {
				t.Fatal(err)
			}
			if !reflect.DeepEqual(got[0].Rows, c.want) {
				t.Errorf("got %q\nwant %q", got[0].Rows, c.want)
			}
		})
	}
}

func TestUnsavedFormulas(t *testing.T) {
	got, err := Read("x.xlsx", xlsxOf(t, `<row><c><f>1+2</f></c><c><f>1+2</f><v>3</v></c><c t="str"><f>""</f><v></v></c></row>`, "", ""))
	if err != nil || got[0].Unsaved != 1 {
		t.Errorf("%+v %v", got, err)
	}
}

func TestTextBoxes(t *testing.T) {
	got, err := Read("x.xlsx", zipOf(t, "xl/workbook.xml", `<workbook><sheets><sheet name="One" r:id="s1" state="veryHidden"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels", `<R><Relationship Id="s1" Type="x/worksheet" Target="w.xml"/></R>`,
		"xl/w.xml", "<w/>", "xl/_rels/w.xml.rels", `<R><Relationship Id="d" Type="x/drawing" Target="../xl/d.xml"/><Relationship Id="c" Type="x/comments" Target="c.xml"/></R>`,
		"xl/d.xml", `<d><txBody><p><r><t>one</t></r></p><p><r><t>two</t></r></p></txBody></d>`,
		"xl/c.xml", `<comments><authors><author>N. N.</author></authors><commentList><comment ref="B2"><text><t>ask</t></text></comment></commentList></comments>`))
	if want := []Table{{Name: "One", Hidden: true, Beside: []string{"B2: ask", "one\ntwo"}}}; err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("%+v %v", got, err)
	}
}
