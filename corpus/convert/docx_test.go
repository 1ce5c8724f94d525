package convert

import (
	"context"
	"strings"
	"testing"
	"unicode/utf16"
)

// wordP is a paragraph of Word's with one run for each text.
func wordP(texts ...string) string {
	var b strings.Builder
	b.WriteString("<w:p>")
	for _, s := range texts {
		b.WriteString(`<w:r><w:t xml:space="preserve">` + s + `</w:t></w:r>`)
	}
	return b.String() + "</w:p>"
}

func fieldMarks(code, result string) string {
	return `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">` + code +
		`</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>` + result + `<w:r><w:fldChar w:fldCharType="end"/></w:r>`
}

// What Word writes, element by element: the body and the text that comes of it.
func TestDocxElements(t *testing.T) {
	cell := func(props string, texts ...string) string {
		s := "<w:tc><w:tcPr>" + props + "</w:tcPr>"
		for _, x := range texts {
			s += wordP(x)
		}
		return s + "</w:tc>"
	}
	for _, c := range []struct{ name, body, want string }{
		{"content control", `<w:sdt><w:sdtPr><w:dropDownList><w:listItem w:displayText="Ja" w:value="1"/></w:dropDownList></w:sdtPr><w:sdtContent>` + wordP("Valgt: Ja") + `</w:sdtContent></w:sdt><w:p><w:r><w:t>I linja: </w:t></w:r><w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>kommune B</w:t></w:r></w:sdtContent></w:sdt></w:p>`, "Valgt: Ja\n\nI linja: kommune B\n"},
		{"smart tag and link", `<w:p><w:smartTag w:element="place"><w:r><w:t>Å</w:t></w:r></w:smartTag><w:hyperlink r:id="rId9"><w:r><w:t> se her</w:t></w:r></w:hyperlink></w:p>`, "Å se her\n"},
		{"simple field", `<w:p><w:fldSimple w:instr=" PAGE "><w:r><w:t>7</w:t></w:r></w:fldSimple><w:r><w:t> sider</w:t></w:r></w:p>`, "7 sider\n"},
		{"field", `<w:p>` + fieldMarks(` REF _Ref1 \h `, `<w:r><w:t>kapittel 2</w:t></w:r>`) + `<w:r><w:t> sier</w:t></w:r></w:p>`, "kapittel 2 sier\n"},
		{"field in a field's codes", `<w:p>` + strings.Replace(fieldMarks(` IF x `, `<w:r><w:t>ut</w:t></w:r>`), `</w:instrText></w:r>`, `</w:instrText></w:r>`+fieldMarks("DATE", `<w:r><w:t>skjult svar</w:t></w:r>`), 1) + `</w:p>`, "ut\n"},
		{"field without an end", `<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText></w:r></w:p>` + wordP("Resten."), "Resten.\n"},
		{"contents as a field", `<w:p>` + strings.TrimSuffix(fieldMarks(` TOC \o "1-2" `, `<w:r><w:t>Mål</w:t><w:tab/><w:t>2</w:t></w:r></w:p><w:p><w:r><w:t>Tiltak</w:t><w:tab/><w:t>3</w:t></w:r>`), "") + `<w:r><w:t>Teksten.</w:t></w:r></w:p>`, "Teksten.\n"},
		{"contents as a control", `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>` + wordP("Innhold") + wordP("Mål 2") + `</w:sdtContent></w:sdt>` + wordP("Teksten."), "Teksten.\n"},
		{"contents without an end", `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>Mål 2</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val="Overskrift1"/></w:pPr><w:r><w:t>Mål</w:t></w:r></w:p>` + wordP("Teksten."), "# Mål\n\nTeksten.\n"},
		{"old form", `<w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="Nei"/><w:listEntry w:val="Delvis"/></w:ddList></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMDROPDOWN </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p><w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t> møtt</w:t></w:r></w:p>`, "Delvis\n\n☒ møtt\n"},
		{"breaks and signs", `<w:p><w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t><w:softHyphen/><w:t>e</w:t><w:sym w:font="Symbol" w:char="F061"/><w:sym w:font="Wingdings" w:char="F04A"/><w:sym w:font="Wingdings" w:char="F0E0"/></w:r><w:r><w:br w:type="page"/></w:r></w:p>`, "a\nb c-deα☺→\n"},
		{"symbol font", "<w:p><w:r><w:rPr><w:rFonts w:ascii=\"Symbol\"/></w:rPr><w:t>\uf062a</w:t></w:r><w:r><w:t>\uf0b7</w:t></w:r></w:p>", "βa•\n"},
		{"codes that show themselves", `<w:p>` + fieldMarks(`MACROBUTTON Ingen Skriv her`, "") + ` ` + fieldMarks(`SYMBOL 119 \f "Symbol" \s 10`, "") + fieldMarks(`MACROBUTTON Ingen Skriv her`, `<w:r><w:t>!</w:t></w:r>`) + `</w:p>`, "Skriv herω!\n"},
		{"merged cells", `<w:tbl><w:tr>` + cell("", "a") + cell(`<w:gridSpan w:val="2"/>`, "b") + cell("", "c") + `</w:tr><w:tr>` + cell(`<w:vMerge w:val="restart"/>`, "d") + cell("", "e", "f") + cell("", "g") + cell("", "h") + `</w:tr><w:tr>` + cell(`<w:vMerge/>`, "") + cell("", "i") + cell("", "j") + cell("", "k") + `</w:tr></w:tbl>`, "a\tb\t\tc\nd\te f\tg\th\n\ti\tj\tk\n"},
		{"columns skipped", `<w:tbl><w:tr>` + cell("", "a") + cell("", "b") + `</w:tr><w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>` + cell("", "c") + cell("", "d") + `</w:tr></w:tbl>`, "a\tb\n\tc\td\n"},
		{"table in a table", `<w:tbl><w:tr>` + cell("", "a") + `<w:tc><w:p/><w:tbl><w:tr>` + cell("", "b") + cell("", "c") + `</w:tr></w:tbl>` + wordP("d") + `</w:tc></w:tr></w:tbl>`, "a\tb c d\n"},
		{"frame", `<w:tbl><w:tr>` + cell("", "a", "b") + `</w:tr><w:tr>` + cell("", "c") + `</w:tr></w:tbl>`, "a\n\nb\n\nc\n"},
		{"frame of two columns", `<w:tbl><w:tr>` + cell("", "") + cell("", "a", "b") + `</w:tr></w:tbl>`, "a\n\nb\n"},
		{"formula", `<w:p><w:r><w:t>Se </w:t></w:r><m:oMath><m:f><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:r><m:t>b</m:t></m:r></m:den></m:f><m:d><m:e><m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:e></m:d><m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr><m:sub/><m:sup><m:r><m:t>n</m:t></m:r></m:sup></m:nary></m:oMath></w:p>`, "Se a/b(x^2)∑^n\n"},
		{"text box of old", `<w:p><w:r><w:t>a</w:t><w:pict><v:shape><v:textbox><w:txbxContent>` + wordP("boks") + `</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>`, "a\n\nboks\n"},
		{"text box only in the fallback", `<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing/></mc:Choice><mc:Fallback><w:pict><w:txbxContent>` + wordP("boks") + `</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`, "boks\n"},
		{"paragraph mark deleted", `<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:r><w:t xml:space="preserve">Først </w:t></w:r></w:p>` + wordP("og så.") + wordP("Ny."), "Først og så.\n\nNy.\n"},
		{"moved text", `<w:p><w:moveFrom><w:r><w:t>flyttet</w:t></w:r></w:moveFrom><w:r><w:t>står</w:t></w:r></w:p><w:p><w:moveTo><w:r><w:t>flyttet</w:t></w:r></w:moveTo></w:p>`, "står\n\nflyttet\n"},
		{"row deleted", `<w:tbl><w:tr>` + cell("", "a") + cell("", "b") + `</w:tr><w:tr><w:trPr><w:del w:id="1"/></w:trPr>` + cell("", "c") + cell("", "d") + `</w:tr></w:tbl>`, "a\tb\n"},
		{"large first letter", `<w:p><w:pPr><w:framePr w:dropCap="drop"/></w:pPr><w:r><w:t>D</w:t></w:r></w:p>` + wordP("et var en gang."), "Det var en gang.\n"},
		{"hidden by a style", `<w:p><w:r><w:rPr><w:rStyle w:val="Gjemt"/></w:rPr><w:t>bort</w:t></w:r><w:r><w:rPr><w:rStyle w:val="Gjemt"/><w:vanish w:val="0"/></w:rPr><w:t>her</w:t></w:r></w:p>`, "her\n"},
		{"reading above the words", `<w:p><w:ruby><w:rt><w:r><w:t>opp</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>ned</w:t></w:r></w:rubyBase></w:ruby></w:p>`, "ned\n"},
		{"line ends of the file", "<w:p><w:r><w:t>a\n  b</w:t></w:r></w:p>", "a b\n"},
		{"words outside a paragraph", "<w:r><w:t>løs</w:t></w:r>" + wordP("fast"), "løs\n\nfast\n"},
		{"list and heading with a number", `<w:p><w:pPr><w:pStyle w:val="Overskrift1"/><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>Mål</w:t></w:r></w:p><w:p><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr><w:r><w:t>ett</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val="Liste"/></w:pPr><w:r><w:t>to</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val="Liste"/><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr><w:r><w:t>tre</w:t></w:r></w:p>`, "# Mål\n\n- ett\n\n- to\n\ntre\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			res := convertWord(t, "x.docx", zipOf(t, "word/document.xml", wordBody(c.body), "word/styles.xml", wordStyles))
			if res.Text != c.want {
				t.Errorf("got\n%q\nwant\n%q", res.Text, c.want)
			}
		})
	}
}

func wordBody(s string) string {
	return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="w" xmlns:m="m" xmlns:mc="mc" xmlns:v="v" xmlns:r="r"><w:body>` + s + `<w:sectPr><w:pgSz w:w="11906"/></w:sectPr></w:body></w:document>`
}

const wordStyles = `<w:styles xmlns:w="w"><w:style w:type="paragraph" w:styleId="Overskrift1"><w:name w:val="heading 1"/><w:rPr><w:b/></w:rPr></w:style>` +
	`<w:style w:type="paragraph" w:styleId="Liste"><w:name w:val="List Bullet"/><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>` +
	`<w:style w:type="paragraph" w:styleId="Sporsmal"><w:name w:val="Spørsmål"/><w:rPr><w:b/></w:rPr></w:style>` +
	`<w:style w:type="character" w:styleId="Gjemt"><w:name w:val="Gjemt"/><w:rPr><w:vanish/></w:rPr></w:style></w:styles>`

// What stands in other parts is found by the relations, whatever the parts' names.
func TestDocxParts(t *testing.T) {
	const rels = `<Relationships><Relationship Id="rId1" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/footnotes" Target="noter2.xml"/>` +
		`<Relationship Id="rId2" Type="x/relationships/header" Target="header1.xml"/><Relationship Id="rId3" Type="x/relationships/comments" Target="/word/comments.xml"/>` +
		`<Relationship Id="rId4" Type="x/relationships/aFChunk" Target="afchunk.htm"/><Relationship Id="rId5" Type="x/relationships/diagramData" Target="diagrams/data1.xml"/>` +
		`<Relationship Id="rId6" Type="x/relationships/chart" Target="charts/chart1.xml"/><Relationship Id="rId7" Type="x/relationships/hyperlink" Target="http://x/" TargetMode="External"/></Relationships>`
	body := wordBody(`<w:p><w:r><w:t>Organiseringen</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:del><w:r><w:footnoteReference w:id="3"/></w:r></w:del><w:r><w:drawing><dgm:relIds r:dm="rId5"/></w:drawing></w:r></w:p><w:altChunk r:id="rId4"/>`)
	data := zipOf(t, "_rels/.rels", `<Relationships><Relationship Id="a" Type="x/officeDocument" Target="word/document2.xml"/></Relationships>`,
		"word/document2.xml", body, "word/_rels/document2.xml.rels", rels,
		"word/noter2.xml", `<w:footnotes><w:footnote w:type="separator" w:id="0">`+wordP("---")+`</w:footnote><w:footnote w:id="2">`+wordP(" Ny i 2014.")+`</w:footnote><w:footnote w:id="3">`+wordP("Ingen peker hit.")+`</w:footnote></w:footnotes>`,
		"word/header1.xml", `<w:hdr>`+wordP("Side", " 1")+`</w:hdr>`,
		"word/comments.xml", `<w:comments><w:comment w:id="1" w:author="Ann">`+wordP("Sjekk!")+`</w:comment><w:comment w:id="2">`+wordP("Enig.")+wordP("Men når?")+`</w:comment></w:comments>`,
		"word/diagrams/data1.xml", `<dgm:dataModel><dgm:pt><dgm:t><a:p><a:r><a:t>Råd</a:t></a:r><a:r><a:t>mann</a:t></a:r></a:p></dgm:t></dgm:pt><dgm:pt><dgm:t><a:p/></dgm:t></dgm:pt></dgm:dataModel>`,
		"word/charts/chart1.xml", `<c:chart><a:t>Fravær</a:t><c:pt><c:v>2014</c:v></c:pt></c:chart>`,
		"docProps/core.xml", `<cp:coreProperties><dc:title>Tittel</dc:title></cp:coreProperties>`)
	res := convertWord(t, "x.docx", data)
	if want := "Organiseringen[1]\n\nRådmann\n\n[1] Ny i 2014.\n"; res.Text != want || res.Title != "Tittel" {
		t.Errorf("%q got\n%q\nwant\n%q", res.Title, res.Text, want)
	}
	for what, count := range map[string]int{"notes that nothing mentions": 1, comments: 2, pageHeads: 1, chartWords: 1, "a file inside the file (altChunk)": 1} {
		if e := entry(res.Report, what); e.Count != count || e.Example == "" {
			t.Errorf("%s: %+v, want %d", what, e, count)
		}
	}
}

// Word itself opens parts in UTF-16, and so do we; a .docm or .dotx is read once
// it is renamed.
func TestDocxEncodings(t *testing.T) {
	text := strings.Replace(wordBody(wordP("Blåbær 😀")), "UTF-8", "UTF-16", 1)
	for name, head := range map[string]string{"little": "\xff\xfe", "big": "\xfe\xff", "none": ""} {
		var b strings.Builder
		b.WriteString(head)
		for _, u := range utf16.Encode([]rune(text)) {
			if name == "big" {
				b.WriteByte(byte(u >> 8))
			}
			b.WriteByte(byte(u))
			if name != "big" {
				b.WriteByte(byte(u >> 8))
			}
		}
		if res := convertWord(t, "x.docx", zipOf(t, "word/document.xml", b.String())); res.Text != "Blåbær 😀\n" {
			t.Errorf("%s: %q", name, res.Text)
		}
	}
	old := strings.Replace(wordBody(wordP("Bl\xe5b\xe6r")), "UTF-8", "ISO-8859-1", 1)
	if res := convertWord(t, "x.docx", zipOf(t, "word/document.xml", old)); res.Text != "Blåbær\n" {
		t.Errorf("%q", res.Text)
	}
	macro := zipOf(t, "[Content_Types].xml", `<Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/>`, "word/document.xml", wordBody(wordP("Makro.")), "word/vbaProject.bin", "x")
	if res := convertWord(t, "x.docx", macro); res.Text != "Makro.\n" {
		t.Errorf("%q", res.Text)
	}
}

// wordVocabulary is what the fuzz test builds documents of.
var wordVocabulary = []string{"w:p", "w:r", "w:t", "w:p", "w:r", "w:t", "w:tbl", "w:tr", "w:tc", "w:trPr", "w:del", "w:ins", "w:delText", "w:pPr", "w:rPr", "w:txbxContent",
	"mc:AlternateContent", "mc:Choice", "mc:Fallback", "w:sdt", "w:sdtContent", `w:docPartGallery w:val="Table of Contents"/`, `w:footnoteReference w:id="1"/`, `w:endnoteReference w:id="2"/`,
	`w:footnote w:id="1"`, `w:endnote w:id="2"`, `w:footnote w:type="separator"`, "w:comment", "w:vanish/", "w:b/", `w:pStyle w:val="Overskrift1"/`, `w:pStyle w:val="TOC1"/`, `w:framePr w:dropCap="drop"/`,
	`w:fldChar w:fldCharType="begin"/`, `w:fldChar w:fldCharType="separate"/`, `w:fldChar w:fldCharType="end"/`, "w:instrText", `w:fldSimple w:instr="REF a"`, `w:gridSpan w:val="3"/`, `w:gridBefore w:val="2"/`,
	"w:tab/", "w:br/", `w:sym w:font="Symbol" w:char="F061"/`, "w:ruby", "w:rt", "m:oMath", "m:d", "m:den", `dgm:relIds r:dm="rId5"/`, "w:sectPr", `w:listEntry w:val="Ja"/`, `w:outlineLvl w:val="1"/`, `w:rStyle w:val="Gjemt"/`}

// Any document and notes: an error, or a text with its account.
func FuzzDocxAccount(f *testing.F) {
	f.Add([]byte{0, 1, 2, 200, 130, 130, 22, 130, 10, 1, 12, 201, 130, 130, 130}, []byte{24, 0, 1, 2, 203})
	f.Add([]byte{6, 7, 8, 0, 1, 2, 202, 130, 130, 130, 130, 8, 38, 0, 1, 2, 203, 130}, []byte{25, 0, 1, 2, 204})
	f.Add([]byte{0, 1, 33, 36, 205, 130, 34, 2, 206, 130, 35, 2, 207, 130, 130, 16, 17, 15, 0, 1, 2, 208, 130, 130, 130, 130, 130, 18, 2, 208}, []byte{27, 0, 1, 2, 203})
	f.Fuzz(func(t *testing.T, body, notes []byte) {
		other := xmlOf(notes, wordVocabulary)
		data := zipOf(t, "word/document.xml", "<w:body>"+xmlOf(body, wordVocabulary)+"</w:body>", "word/styles.xml", wordStyles,
			"word/footnotes.xml", "<w:footnotes>"+other+"</w:footnotes>", "word/endnotes.xml", "<w:endnotes>"+other+"</w:endnotes>", "word/comments.xml", "<w:comments>"+other+"</w:comments>")
		res, err := Convert(context.Background(), "x.docx", data, Options{Speakers: true})
		if err != nil {
			return
		}
		checkText(t, res)
		accountedFor(t, res)
	})
}

// Numbers that Word counts by itself stand in no run: they are made from the forms of its lists.
func TestDocxNumbers(t *testing.T) {
	level := func(n, form, text, more string) string {
		return `<w:lvl w:ilvl="` + n + `"><w:start w:val="1"/>` + form + more + `<w:lvlText w:val="` + text + `"/></w:lvl>`
	}
	form := func(s string) string { return `<w:numFmt w:val="` + s + `"/>` }
	numbering := `<w:numbering xmlns:w="w" xmlns:mc="mc">` +
		`<w:abstractNum w:abstractNumId="0">` + level("0", form("decimal"), "%1", "") + level("1", form("decimal"), "%1.%2", "") + level("2", form("decimal"), "%1.%2.%3", "") + `</w:abstractNum>` +
		`<w:abstractNum w:abstractNumId="1">` + level("0", form("lowerLetter"), "%1)", "") + level("1", form("lowerRoman"), "%2.", "") + `</w:abstractNum>` +
		`<w:abstractNum w:abstractNumId="2">` + level("0", form("bullet"), "\uf0b7", "") + `</w:abstractNum>` +
		`<w:abstractNum w:abstractNumId="3">` + level("0", form("upperRoman"), "Del %1", "") + level("1", form("decimal"), "§ %1-%2", "<w:isLgl/>") +
		level("2", `<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001"/></mc:Choice><mc:Fallback><w:numFmt w:val="decimalZero"/></mc:Fallback></mc:AlternateContent>`, "%3", "") + `</w:abstractNum>` +
		`<w:abstractNum w:abstractNumId="4"><w:numStyleLink w:val="Tall"/></w:abstractNum>` +
		`<w:abstractNum w:abstractNumId="5"><w:styleLink w:val="Tall"/>` + level("0", form("upperLetter"), "%1.", "") + level("1", form("none"), "", "") + `</w:abstractNum>` +
		`<w:abstractNum w:abstractNumId="6">` + level("0", form("decimal"), "%1.", "") + level("1", form("cardinalText"), "Tiltak %2", `<w:lvlRestart w:val="0"/>`) + `</w:abstractNum>` +
		`<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num><w:num w:numId="4"><w:abstractNumId w:val="3"/></w:num>` +
		`<w:num w:numId="5"><w:abstractNumId w:val="4"/></w:num><w:num w:numId="6"><w:abstractNumId w:val="6"/></w:num>` +
		`<w:num w:numId="7"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num></w:numbering>`
	styles := `<w:styles xmlns:w="w">` +
		`<w:style w:type="paragraph" w:styleId="O1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>` +
		`<w:style w:type="paragraph" w:styleId="O2"><w:name w:val="heading 2"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="1"/></w:pPr></w:style>` +
		`<w:style w:type="paragraph" w:styleId="O3"><w:name w:val="heading 3"/><w:basedOn w:val="O2"/><w:pPr><w:numPr><w:ilvl w:val="2"/></w:numPr><w:outlineLvl w:val="2"/></w:pPr></w:style></w:styles>`
	styled := func(style, props, text string) string {
		return `<w:p><w:pPr><w:pStyle w:val="` + style + `"/>` + props + `</w:pPr><w:r><w:t>` + text + `</w:t></w:r></w:p>`
	}
	item := func(list, depth, text string) string {
		return `<w:p><w:pPr><w:numPr><w:ilvl w:val="` + depth + `"/><w:numId w:val="` + list + `"/></w:numPr></w:pPr><w:r><w:t>` + text + `</w:t></w:r></w:p>`
	}
	body := styled("O1", "", "Innledning") + styled("O2", "", "Bakgrunn") + styled("O3", "", "Kommunen") + styled("O3", "", "Historie") + styled("O2", "", "Formål") +
		styled("O1", "", "Mål") + styled("O2", "", "Kvalitet") + styled("O2", `<w:numPr><w:numId w:val="0"/></w:numPr>`, "Uten") +
		item("2", "0", "en") + item("2", "0", "to") + item("2", "1", "inni") + item("2", "0", "tre") + item("7", "0", "på nytt") + item("3", "0", "kule") +
		item("4", "0", "Først") + item("4", "1", "Lov") + item("4", "2", "Nuller") + item("4", "0", "Så") + item("4", "1", "Lov") +
		item("5", "0", "lenket") + item("5", "1", "uten tall") + item("6", "0", "A") + item("6", "1", "gjør") + item("6", "0", "B") + item("6", "1", "gjør mer") +
		`<w:tbl><w:tr><w:tc>` + item("7", "0", "") + `</w:tc><w:tc>` + wordP("første rad") + `</w:tc></w:tr><w:tr><w:tc>` + item("7", "0", "") + `</w:tc><w:tc>` + wordP("andre rad") + `</w:tc></w:tr></w:tbl>`
	res := convertWord(t, "x.docx", zipOf(t, "word/document.xml", wordBody(body), "word/styles.xml", styles, "word/numbering.xml", numbering))
	want := "# 1 Innledning|## 1.1 Bakgrunn|### 1.1.1 Kommunen|### 1.1.2 Historie|## 1.2 Formål|# 2 Mål|## 2.1 Kvalitet|## Uten|a) en|b) to|i. inni|c) tre|a) på nytt|- kule|" +
		"Del I Først|§ 1-1 Lov|01 Nuller|Del II Så|§ 2-1 Lov|A. lenket|- uten tall|1. A|Tiltak 1 gjør|2. B|Tiltak 2 gjør mer|b)\tførste rad|c)\tandre rad"
	if got := strings.Join(strings.FieldsFunc(res.Text, func(c rune) bool { return c == '\n' }), "|"); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if res.Title != "Innledning" {
		t.Errorf("the title is %q", res.Title)
	}
	if e := entry(res.Report, ownNumbers); e.Count != 24 {
		t.Errorf("%+v", e)
	}
}
