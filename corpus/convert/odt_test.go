package convert

import (
	"context"
	"strings"
	"testing"
)

func odtOf(tb testing.TB, body string) []byte {
	return zipOf(tb, "mimetype", "application/vnd.oasis.opendocument.text", "styles.xml", odtSheet, "content.xml", odtContent(body),
		"meta.xml", `<office:document-meta><office:meta><dc:title>Tittel</dc:title></office:meta></office:document-meta>`,
		"Object 1/content.xml", `<math><semantics><mrow><mi>E</mi><mo>=</mo><mfrac><mi>a</mi><msup><mi>b</mi><mn>2</mn></msup></mfrac></mrow><annotation>E = a over b</annotation></semantics></math>`,
		"Object 2/content.xml", `<office:document-content><office:chart><text:p>Fravær 2014</text:p></office:chart></office:document-content>`)
}

const odtSheet = `<office:document-styles><style:style style:name="Title" style:family="paragraph"/>` +
	`<style:style style:name="Fet" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>` +
	`<style:style style:name="Gjemt" style:family="text"><style:text-properties text:display="none"/></style:style>` +
	`<style:master-page><style:header><text:p>Kommunen<text:tab/>2014</text:p></style:header><style:footer><text:p/></style:footer></style:master-page></office:document-styles>`

func odtContent(body string) string {
	return `<office:document-content><office:automatic-styles><style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/></office:automatic-styles><office:body><office:text>` + body + `</office:text></office:body></office:document-content>`
}

func TestODTElements(t *testing.T) {
	for _, c := range []struct{ name, body, want string }{
		{"headings", `<text:p text:style-name="P1">Plan</text:p><text:h text:outline-level="2">Mål</text:h><text:h>Tiltak</text:h>`, "# Plan\n\n## Mål\n\n# Tiltak\n"},
		{"blanks", "<text:p>a\n  b<text:s text:c=\"3\"/>c<text:tab/>d<text:line-break/>e<text:soft-page-break/>f</text:p>", "a b c d\nef\n"},
		{"lists", `<text:list><text:list-header><text:p>hode</text:p></text:list-header><text:list-item><text:p>ett</text:p><text:p>mer</text:p><text:list><text:list-item><text:h text:outline-level="1">to</text:h></text:list-item></text:list></text:list-item></text:list><text:numbered-paragraph><text:p>tre</text:p></text:numbered-paragraph>`, "hode\n\n- ett\n\nmer\n\n# to\n\n- tre\n"},
		{"table", `<table:table><table:table-header-rows><table:table-row><table:table-cell table:number-columns-spanned="2"><text:p>a</text:p></table:table-cell><table:covered-table-cell/><table:table-cell><text:p>b</text:p></table:table-cell></table:table-row></table:table-header-rows><table:table-row><table:table-cell/><table:table-cell><text:p>c</text:p><text:p>d</text:p></table:table-cell><table:table-cell table:number-columns-repeated="16000"/></table:table-row></table:table>`, "a\t\tb\nc d\n"},
		{"repeated", `<table:table><table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="2"><text:p>0</text:p></table:table-cell><table:table-cell><text:p>a</text:p></table:table-cell></table:table-row><table:table-row table:number-rows-repeated="100000"><table:table-cell/></table:table-row></table:table>`, "0\t0\ta\n0\t0\ta\n"},
		{"notes", `<text:p>a<text:note text:note-class="endnote"><text:note-citation>i</text:note-citation><text:note-body><text:p>slutt</text:p></text:note-body></text:note> b<text:note><text:note-citation>1</text:note-citation><text:note-body><text:list><text:list-item><text:p>fot</text:p></text:list-item></text:list></text:note-body></text:note></text:p>`, "a[1] b[2]\n\n[1] slutt\n\n[2] fot\n"},
		{"boxes", `<text:p>a<draw:frame><draw:text-box><text:p>boks</text:p><table:table><table:table-row><table:table-cell><text:p>x</text:p></table:table-cell><table:table-cell><text:p>y</text:p></table:table-cell></table:table-row></table:table></draw:text-box></draw:frame> b<draw:custom-shape><text:p>figur</text:p></draw:custom-shape> c<draw:frame><draw:image><office:binary-data>QUJD</office:binary-data></draw:image><svg:title>Foto</svg:title></draw:frame></text:p>`, "a b c\n\nboks\n\nx\ty\n\nfigur\n"},
		{"hidden", `<text:p>a<text:span text:style-name="Gjemt">b<text:note><text:note-body><text:p>c</text:p></text:note-body></text:note></text:span></text:p><text:p>d<text:hidden-paragraph text:is-hidden="true"/></text:p><text:section text:display="none"><text:p>e</text:p></text:section><text:p><text:hidden-text text:is-hidden="true">f</text:hidden-text>g</text:p>`, "a\n\ng\n"},
		{"changes", `<text:tracked-changes><text:changed-region><text:deletion><office:change-info><dc:creator>Ola</dc:creator></office:change-info><text:p>gammelt</text:p></text:deletion></text:changed-region><text:changed-region><text:insertion><office:change-info><dc:date>2014</dc:date></office:change-info></text:insertion></text:changed-region></text:tracked-changes><text:p>nytt<text:change text:change-id="x"/></text:p>`, "nytt\n"},
		{"comments and contents", `<text:table-of-content><text:table-of-content-source><text:index-title-template>Innhold</text:index-title-template></text:table-of-content-source><text:index-body><text:index-title><text:p>Innhold</text:p></text:index-title><text:p>Mål<text:tab/>2</text:p></text:index-body></text:table-of-content><text:p>a<office:annotation><dc:creator>Ola</dc:creator><text:p>sjekk</text:p></office:annotation>b</text:p>`, "ab\n"},
		{"objects", `<text:p>Se <draw:frame><draw:object xlink:href="./Object 1"/></draw:frame> og <draw:frame><draw:object xlink:href="./Object 2"/><draw:image xlink:href="./ObjectReplacements/Object 2"/></draw:frame></text:p>`, "Se E=a/b^2 og\n"},
		{"ruby and field", `<text:p><text:ruby><text:ruby-base>ned</text:ruby-base><text:ruby-text>opp</text:ruby-text></text:ruby> side <text:page-number>7</text:page-number></text:p>`, "ned side 7\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			res := convertWord(t, "x.odt", odtOf(t, c.body))
			if res.Text != c.want {
				t.Errorf("got\n%q\nwant\n%q\n%+v", res.Text, c.want, res.Report.Entries)
			}
			if e := entry(res.Report, pageHeads); e.Characters != 12 || e.Count != 1 {
				t.Errorf("%+v", e)
			}
		})
	}
}

func TestODTTitle(t *testing.T) {
	if res := convertWord(t, "x.odt", odtOf(t, "<text:p>a</text:p>")); res.Title != "Tittel" || res.Format != "odt" {
		t.Errorf("%q %q", res.Title, res.Format)
	}
}

// A cell that stands a million times ends in a warning, and soon.
func TestODTRepeatedTooOften(t *testing.T) {
	cell := `<table:table-cell table:number-columns-repeated="9223372036854775807"><text:p>` + strings.Repeat("x", 1000) + `</text:p></table:table-cell>`
	row := `<table:table-row table:number-rows-repeated="9223372036854775807">` + cell + cell + `</table:table-row>`
	res, err := Convert(context.Background(), "x.odt", odtOf(t, "<table:table>"+strings.Repeat(row, 50)+"</table:table>"), Options{})
	if err != nil || entry(res.Report, "cells that the file repeats very often").Count == 0 || len(res.Text) > 1<<20 {
		t.Errorf("%v, %d bytes, %+v", err, len(res.Text), res.Report.Entries)
	}
	accountedFor(t, res)
}

// odtVocabulary is what the fuzz test builds documents of.
var odtVocabulary = []string{"text:p", "text:span", "text:p", "text:h", `text:h text:outline-level="2"`, "text:list", "text:list-item", "text:list-header", "table:table", "table:table-row", "table:table-cell",
	"table:covered-table-cell", `table:table-row table:number-rows-repeated="3"`, `table:table-cell table:number-columns-repeated="2"`, "text:note", "text:note-body", "text:note-citation", "draw:frame", "draw:text-box",
	"draw:custom-shape", "text:tracked-changes", "text:deletion", "text:insertion", "office:annotation", "dc:creator", "text:table-of-content", "text:index-body", `text:span text:style-name="Gjemt"`,
	`text:span text:style-name="Fet"`, `text:hidden-paragraph text:is-hidden="true"/`, `text:section text:display="none"`, "text:section", "text:s/", "text:tab/", "text:line-break/", `draw:object xlink:href="Object 1"/`,
	`draw:object xlink:href="Object 2"/`, "text:ruby-text", "text:numbered-paragraph", "office:text", "svg:desc", `text:p text:style-name="P1"`}

func FuzzODT(f *testing.F) {
	f.Add([]byte{0, 200, 14, 16, 201, 130, 15, 0, 202, 130, 130, 130, 130, 8, 9, 10, 0, 203, 130, 130, 13, 0, 204})
	f.Add([]byte{5, 6, 0, 205, 17, 18, 0, 206, 130, 130, 130, 130, 130, 0, 27, 207, 29})
	f.Add([]byte{20, 21, 0, 208, 130, 130, 130, 25, 26, 0, 209, 130, 130, 130, 0, 210, 23, 0, 211})
	f.Fuzz(func(t *testing.T, body []byte) {
		res, err := Convert(context.Background(), "x.odt", odtOf(t, xmlOf(body, odtVocabulary)), Options{Speakers: true})
		if err != nil {
			return
		}
		checkText(t, res)
		accountedFor(t, res)
	})
}

func BenchmarkODT(b *testing.B) {
	p := `<text:p text:style-name="P1">Intervjuer: Hvordan går det?</text:p><text:p>Rådmann: ` + strings.Repeat(`Det går bra med <text:span text:style-name="Fet">målekartet</text:span>, tror jeg. `, 20) + `</text:p>`
	benchmarkText(b, "x.odt", odtOf(b, strings.Repeat(p, 1200)))
}

// The numbers of headings and lists stand in no paragraph: they are made from the styles, also where
// a list begins anew, a heading has none, or a program says how the whole number looks.
func TestODTNumbers(t *testing.T) {
	level := func(name, n, form, more string) string {
		return `<text:` + name + ` text:level="` + n + `" style:num-format="` + form + `" ` + more + `/>`
	}
	styles := `<office:document-styles><office:styles><text:outline-style>` + level("outline-level-style", "1", "1", "") + level("outline-level-style", "2", "1", `text:display-levels="2"`) + `</text:outline-style></office:styles></office:document-styles>`
	content := `<office:document-content><office:automatic-styles><style:style style:name="P3" style:family="paragraph" style:parent-style-name="Heading_20_2" style:list-style-name=""/>` +
		`<text:list-style style:name="L">` + level("list-level-style-number", "1", "a", `style:num-suffix=")"`) + level("list-level-style-number", "2", "01, 02, 03, ...", `loext:num-list-format="§ %1%-%2%"`) + `</text:list-style></office:automatic-styles><office:body><office:text>` +
		`<text:h text:outline-level="1">Mål</text:h><text:h text:outline-level="2">Kvalitet</text:h><text:h text:outline-level="2" text:style-name="P3">Uten</text:h><text:h text:outline-level="2">Tid</text:h><text:h text:outline-level="1">Tiltak</text:h><text:h text:outline-level="2">Nå</text:h>` +
		`<text:list text:style-name="L"><text:list-item><text:p>en</text:p><text:list><text:list-item><text:p>inni</text:p></text:list-item></text:list></text:list-item><text:list-item><text:p>to</text:p></text:list-item><text:list-item text:start-value="1"><text:p>på nytt</text:p></text:list-item></text:list></office:text></office:body></office:document-content>`
	res := convertWord(t, "x.odt", zipOf(t, "content.xml", content, "styles.xml", styles))
	want := "# 1 Mål\n\n## 1.1 Kvalitet\n\n## Uten\n\n## 1.2 Tid\n\n# 2 Tiltak\n\n## 2.1 Nå\n\na) en\n\n§ a-01 inni\n\nb) to\n\na) på nytt\n"
	if res.Text != want {
		t.Errorf("got\n%s\nwant\n%s", res.Text, want)
	}
}
