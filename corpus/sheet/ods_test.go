package sheet

import (
	"reflect"
	"testing"
)

func odsOf(tb testing.TB, content string) []byte { return zipOf(tb, "content.xml", content) }

func TestODSBeside(t *testing.T) {
	const content = `<office:spreadsheet><table:table table:name="'file:///x'#$A"><table:table-source xlink:href="x"/><table:table-row><table:table-cell><text:p>cached</text:p></table:table-cell></table:table-row></table:table>` +
		`<table:table table:name="One"><table:shapes><draw:g><draw:ellipse><text:p>round</text:p></draw:ellipse></draw:g></table:shapes><table:table-row><table:table-cell/><table:table-cell><office:annotation><dc:creator>N. N.</dc:creator><text:p>ask</text:p><text:p>again</text:p></office:annotation><text:p>a <text:date>today</text:date></text:p></table:table-cell></table:table-row></table:table></office:spreadsheet>`
	got, err := Read("x.ods", odsOf(t, content))
	if want := []Table{{Name: "One", Rows: [][]string{{"", "a today"}}, Beside: []string{"round", "B1: ask\nagain"}}}; err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("%+v %v", got, err)
	}
}

func TestODS(t *testing.T) {
	const open, end = `<office:document-content><office:body><office:spreadsheet><table:tracked-changes><table:cell-content-change><text:p>old</text:p></table:cell-content-change></table:tracked-changes><table:table table:name="One">`, `</table:table></office:spreadsheet></office:body></office:document-content>`
	for _, c := range []struct {
		name, rows string
		want       [][]string
	}{
		{"texts", `<table:table-row><table:table-cell office:value-type="string"><text:p>a<text:s text:c="2"/>b<text:tab/>c<text:line-break/>d</text:p>
			<text:p>e
				f</text:p></table:table-cell></table:table-row>`, [][]string{{"a  b\tc\nd\ne f"}}},
		{"repeated", `<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="2"/><table:table-cell table:number-columns-repeated="2"><text:p>x</text:p></table:table-cell></table:table-row>
			<table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row><table:table-header-rows><table:table-row><table:table-cell><text:p>y</text:p></table:table-cell></table:table-row></table:table-header-rows>`,
			[][]string{{"", "", "x", "x"}, {"", "", "x", "x"}, nil, nil, {"y"}}},
		{"values", `<table:table-row><table:table-cell office:value-type="float" office:value="3"/><table:table-cell office:value-type="float" office:value="1234.5"><text:p>1 234,5 stk.</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="0.5"><text:p>1/2</text:p></table:table-cell><table:table-cell office:value-type="date" office:date-value="2016-02-19"><text:p>2016</text:p></table:table-cell><table:table-cell office:value-type="string" office:string-value="q"/><table:table-cell office:value-type="float" office:value="1234"><text:p>1,234</text:p></table:table-cell></table:table-row>`,
			[][]string{{"3", "1234.5 stk.", "1/2", "2016", "q", "1234"}}},
		{"a text box in a cell", `<table:table-row><table:table-cell><draw:frame><draw:text-box><text:p>box</text:p></draw:text-box></draw:frame><text:p>cell</text:p></table:table-cell></table:table-row>`, [][]string{{"cell"}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := Read("x.ods", odsOf(t, open+c.rows+end))
			if err != nil {
				t.Fatal(err)
			}
			if !reflect.DeepEqual(got[0].Rows, c.want) {
				t.Errorf("got %q\nwant %q", got[0].Rows, c.want)
			}
		})
	}
}
