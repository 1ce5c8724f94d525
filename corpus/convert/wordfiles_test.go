package convert

import (
	"archive/zip"
	"bytes"
	"context"
	"strings"
	"testing"
)

// accountedFor fails the test where letters or digits came or went without a line.
func accountedFor(t *testing.T, res Result) {
	t.Helper()
	for _, e := range res.Report.Entries {
		if strings.Contains(e.What, "not accounted for") {
			t.Errorf("%s: %d; report %+v\n%s", e.What, e.Characters, res.Report.Entries, res.Text)
		}
	}
}

// convertWord converts a word processor's file and checks the account.
func convertWord(t *testing.T, name string, data []byte) Result {
	t.Helper()
	res := convertText(t, name, string(data))
	accountedFor(t, res)
	return res
}

// entry returns the entry of a report that begins so.
func entry(r Report, what string) Entry {
	for _, e := range r.Entries {
		if strings.HasPrefix(e.What, what) {
			return e
		}
	}
	return Entry{}
}

// LibreOffice wrote one source in three formats: the text is the same, but for
// what it writes otherwise in RTF.
func TestSameTextFromAllFormats(t *testing.T) {
	want := convertWord(t, "plan.docx", source(t, "plan.docx"))
	odt := convertWord(t, "plan.odt", source(t, "plan.odt"))
	if odt.Text != want.Text {
		t.Errorf("odt\n%s\ndocx\n%s", odt.Text, want.Text)
	}
	rtf := convertWord(t, "plan.rtf", source(t, "plan.rtf"))
	// in RTF the head of the table of contents is a paragraph like any other
	if got := strings.Replace(rtf.Text, "Innholdsliste\n\n", "", 1); got != want.Text {
		t.Errorf("rtf\n%s\ndocx\n%s", got, want.Text)
	}
	for _, res := range []Result{want, odt, rtf} {
		if res.Title != "Plan for nærvær" || res.Date != "2026-03-04" {
			t.Errorf("%s: title %q, date %q", res.Format, res.Title, res.Date)
		}
		for what, characters := range map[string]int{deletedText: 10, hiddenText: 15, comments: 8, pageHeads: 24} {
			if e := entry(res.Report, what); e.Characters != characters {
				t.Errorf("%s: %s: %+v, want %d characters", res.Format, what, e, characters)
			}
		}
		if e := entry(res.Report, contentsLine); e.Count < 2 {
			t.Errorf("%s: %+v", res.Format, e)
		}
		if e := entry(res.Report, insertedText); e.Count != 1 {
			t.Errorf("%s: %+v", res.Format, e)
		}
	}
}

// Transcripts that LibreOffice wrote: bold type alone tells who speaks, or a table
// of time spans, as NVivo lays it out.
func TestTranscriptsOfLibreOffice(t *testing.T) {
	for _, name := range []string{"bold.docx", "bold.odt"} {
		res := convertWord(t, name, source(t, name))
		got := turnsOf(res)
		if len(got) != 10 || got[0] != "I||Hvor lenge har du arbeidet her?" || got[3] != "R||Ja, altså, vi satt plutselig seks på ett rom. Jeg måtte lære meg alles navn. Men det gikk, egentlig." {
			t.Errorf("%s: %q", name, got)
		}
	}
	for _, name := range []string{"spans.docx", "spans.rtf"} {
		res := convertWord(t, name, source(t, name))
		want := "Intervjuer|00:00:00|Skal vi begynne? Hva gjør du til daglig?\nVaktleder|00:00:07|Jeg styrer nøklene. Og listene, da.\nIntervjuer|00:00:21|Hvilke lister?\nVaktleder|00:00:25|De over hvem som har nøkler."
		if got := strings.Join(turnsOf(res), "\n"); got != want {
			t.Errorf("%s: got\n%s\nwant\n%s", name, got, want)
		}
	}
}

// A damaged, locked or foreign file is an error that says what to do.
func TestWordFileErrors(t *testing.T) {
	content := func(body string) string {
		return `<office:document-content><office:body>` + body + `</office:body></office:document-content>`
	}
	rtf := string(source(t, "plan.rtf"))
	odt := string(source(t, "plan.odt"))
	for _, c := range []struct{ file, data, want string }{
		{"x.odt", "hei", "does not begin like a"},
		{"x.odt", odt[:len(odt)/2], "is a damaged OpenDocument file"},
		{"x.odt", string(zipOf(t, "word/document.xml", "b")), "is a Word file, not an OpenDocument text; rename it to .docx"},
		{"x.odt", string(zipOf(t, "content.xml", "<office:text><text:p>a</text:h></office:text>")), "is a damaged OpenDocument file"},
		{"x.odt", string(zipOf(t, "content.xml", content(`<office:spreadsheet/>`))), "is an OpenDocument spreadsheet, not a text; rename it to .ods"},
		{"x.odt", string(zipOf(t, "content.xml", content(`<office:presentation/>`))), "is an OpenDocument presentation"},
		{"x.odt", string(zipOf(t, "content.xml", content(`<office:text><text:p/></office:text>`))), "holds no text"},
		{"x.odt", string(zipOf(t, "META-INF/manifest.xml", "<manifest:encryption-data/>", "content.xml", "\x01\x02")), "is locked with a password"},
		{"x.odt", string(zipOf(t, "encrypted-package", "\x01\x02")), "is locked with a password"},
		{"x.odt", string(zipOf(t, "content.xml", "<office:text>"+strings.Repeat("<text:list>", 2000))), "nests its parts more than"},
		{"x.rtf", "hei", "does not begin like a"},
		{"x.rtf", rtf[:len(rtf)/2], "ends in the middle"},
		{"x.rtf", `{\rtf1\ansi }`, "holds no text"},
		{"x.rtf", `{\rtf1 a\bin4000000 b}`, "ends in the middle"},
		{"x.rtf", `{\rtf1 ` + strings.Repeat("{", 100_000), "nests its groups more than"},
		{"x.docx", string(zipOf(t, "word/document.xml", `<w:p><w:r><w:t>a</w:r></w:t></w:p>`)), "ends what is not open"},
		{"x.docx", string(zipOf(t, "word/document.xml", `<!DOCTYPE x [<!ENTITY a "b">]><w:p><w:r><w:t>&a;</w:t></w:r></w:p>`)), "is a damaged Word file"},
	} {
		_, err := Convert(context.Background(), c.file, []byte(c.data), Options{Speakers: true})
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s %.40q: error %v, want %q", c.file, c.data, err, c.want)
		}
	}
}

// spoilt returns an archive in which a part is not as it was packed.
func spoilt(t *testing.T, data []byte, part string) []byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	out := bytes.Clone(data)
	for _, f := range z.File {
		if f.Name == part {
			at, err := f.DataOffset()
			if err != nil {
				t.Fatal(err)
			}
			for i := at; i < at+int64(f.CompressedSize64); i++ {
				out[i] ^= 0x5a
			}
			return out
		}
	}
	t.Fatalf("there is no part %s", part)
	return nil
}

// A part beside the text that is damaged, of the archive or of its XML, is left out with a warning; one of the text is an error.
func TestDamagedPartsAreLeftOut(t *testing.T) {
	const rels = `<Relationships><Relationship Id="rId1" Type="x/header" Target="header1.xml"/><Relationship Id="rId2" Type="x/chart" Target="charts/chart1.xml"/>` +
		`<Relationship Id="rId3" Type="x/diagramData" Target="diagrams/data1.xml"/><Relationship Id="rId4" Type="x/comments" Target="comments.xml"/></Relationships>`
	docx := zipOf(t, "word/document.xml", wordBody(wordP("Vi har et mål.")+`<w:p><w:r><w:drawing><dgm:relIds r:dm="rId3"/></w:drawing></w:r></w:p>`+wordP("Slutt.")),
		"word/_rels/document.xml.rels", rels, "word/styles.xml", wordStyles, "word/numbering.xml", `<w:numbering/>`, "word/header1.xml", "<w:hdr>"+wordP("Side")+"</w:hdr>",
		"word/charts/chart1.xml", `<c:chart><a:t>Fravær</a:t></c:chart>`, "word/diagrams/data1.xml", `<dgm:dataModel><dgm:pt><a:t>Råd</a:t></dgm:pt></dgm:dataModel>`,
		"word/comments.xml", "<w:comments/>", "docProps/core.xml", `<cp:coreProperties><dc:title>Tittel</dc:title></cp:coreProperties>`,
		"word/footnotes.xml", `<w:footnotes><w:footnote w:id="2">`+wordP("Fot.")+`</w:footnote></w:footnotes>`)
	odt := odtOf(t, `<text:p>Vi har et mål.</text:p><text:p><draw:object xlink:href="./Object 1"/></text:p><text:p>Slutt.</text:p>`)
	for _, c := range []struct {
		file  string
		data  []byte
		parts []string
	}{
		{"x.docx", docx, []string{"word/_rels/document.xml.rels", "word/styles.xml", "word/numbering.xml", "word/header1.xml", "word/charts/chart1.xml", "word/diagrams/data1.xml", "word/comments.xml", "docProps/core.xml"}},
		{"x.odt", odt, []string{"styles.xml", "meta.xml", "Object 1/content.xml"}},
	} {
		for _, part := range c.parts {
			res, err := Convert(context.Background(), c.file, spoilt(t, c.data, part), Options{})
			if err != nil {
				t.Errorf("%s: %v", part, err)
				continue
			}
			accountedFor(t, res)
			if e := entry(res.Report, "damaged parts of the file"); !strings.Contains(res.Text, "Vi har et mål.") || !strings.Contains(res.Text, "Slutt.") || e.Example != part || e.Count != 1 {
				t.Errorf("%s: %q %+v", part, res.Text, res.Report.Entries)
			}
		}
		if res := convertWord(t, c.file, c.data); res.Report.Warns("damaged") {
			t.Errorf("%s: %+v", c.file, res.Report.Entries)
		}
	}
	for file, part := range map[string]string{"x.docx": "word/footnotes.xml", "y.docx": "word/document.xml", "x.odt": "content.xml"} {
		data := docx
		if strings.HasSuffix(file, ".odt") {
			data = odt
		}
		if _, err := Convert(context.Background(), file, spoilt(t, data, part), Options{}); err == nil {
			t.Errorf("%s is damaged and was passed over", part)
		}
	}
}

// Tables that stand too deep in one another are read as paragraphs.
func TestTablesTooDeep(t *testing.T) {
	const deep = 70
	docx := wordBody(strings.Repeat("<w:tbl><w:tr><w:tc>"+wordP("a")+"</w:tc><w:tc>", deep) + wordP("innerst") + strings.Repeat("</w:tc></w:tr></w:tbl>", deep) + wordP("etter"))
	odt := strings.Repeat("<table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell><table:table-cell>", deep) + "<text:p>innerst</text:p>" + strings.Repeat("</table:table-cell></table:table-row></table:table>", deep) + "<text:p>etter</text:p>"
	rtf := `{\rtf1` + strings.Repeat(`\intbl a\cell{\footnote\intbl`, deep) + ` innerst` + strings.Repeat(`\cell\row}\cell\row`, deep) + `\pard etter}`
	for _, res := range []Result{
		convertWord(t, "x.docx", zipOf(t, "word/document.xml", docx)), convertWord(t, "x.odt", odtOf(t, odt)), convertWord(t, "x.rtf", []byte(rtf)),
	} {
		if strings.Count(res.Text, "a") < deep || !strings.Contains(res.Text, "innerst") || !strings.Contains(res.Text, "etter") {
			t.Errorf("%s: %s", res.Format, res.Text)
		}
	}
}

func TestOpenTablesAreBounded(t *testing.T) {
	f := newFlow(styleSheet{}, &Report{})
	for range 1000 {
		f.openTable()
		f.openCell()
	}
	if f.deep != mostTables || len(f.stretches) != mostTables+1 {
		t.Errorf("%d tables, %d stretches", f.deep, len(f.stretches))
	}
}

// xmlOf builds well-formed XML from any bytes: those below 128 open an element of
// the vocabulary, the next 64 close one, the others are words.
func xmlOf(data []byte, vocabulary []string) string {
	var b strings.Builder
	var open []string
	closeOne := func() {
		name, _, _ := strings.Cut(open[len(open)-1], " ")
		b.WriteString("</" + name + ">")
		open = open[:len(open)-1]
	}
	for i, c := range data {
		switch {
		case c < 128 && len(open) < 60:
			tag := vocabulary[int(c)%len(vocabulary)]
			if strings.HasSuffix(tag, "/") {
				b.WriteString("<" + tag + ">")
				continue
			}
			b.WriteString("<" + tag + ">")
			open = append(open, tag)
		case c < 192 && len(open) > 0:
			closeOne()
		default:
			b.WriteString([]string{"ord ", "I: ", "Hva?", "å", "7\t", "[1]", "# x", "\n", "0:05.3"}[(int(c)+i)%9])
		}
	}
	for len(open) > 0 {
		closeOne()
	}
	return b.String()
}
