package margin

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const space = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`

// word makes a Word file of a body and, if there are any, comments.
func word(t testing.TB, body, comments string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	rels, types := "", ""
	if comments != "" {
		rels = `<Relationship Id="rId7" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="comments.xml"/>`
	}
	for _, p := range [][2]string{
		{"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` + types + `</Types>`},
		{"_rels/.rels", `<Relationships><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="/word/document.xml"/></Relationships>`},
		{"word/document.xml", `<?xml version="1.0"?><w:document ` + space + `><w:body>` + body + `</w:body></w:document>`},
		{"word/_rels/document.xml.rels", `<Relationships>` + rels + `</Relationships>`},
		{"word/styles.xml", `<w:styles/>`},
		{"word/comments.xml", comments},
	} {
		if p[1] == "" {
			continue
		}
		w, err := z.Create(p[0])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, p[1]); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func partOf(t testing.TB, data []byte, name string) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	r, err := z.Open(name)
	if err != nil {
		return ""
	}
	defer r.Close()
	s, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(s)
}

// covered returns the words between the marks of each comment, by its id, and checks that the part is XML.
func covered(t testing.TB, body string) map[string]string {
	t.Helper()
	out := map[string]string{}
	open := map[string]bool{}
	dec := xml.NewDecoder(strings.NewReader(body))
	inText := false
	for {
		token, err := dec.Token()
		if err == io.EOF {
			return out
		}
		if err != nil {
			t.Fatalf("%v in %s", err, body)
		}
		switch x := token.(type) {
		case xml.StartElement:
			id := ""
			for _, a := range x.Attr {
				if a.Name.Local == "id" {
					id = a.Value
				}
			}
			switch x.Name.Local {
			case "commentRangeStart":
				open[id] = true
			case "commentRangeEnd":
				delete(open, id)
			case "t":
				inText = true
			}
		case xml.EndElement:
			inText = inText && x.Name.Local != "t"
		case xml.CharData:
			for id := range open {
				if inText {
					out[id] += string(x)
				}
			}
		}
	}
}

const body = `<w:p><w:pPr><w:rPr><w:b/></w:rPr></w:pPr><w:r w:rsidR="00A"><w:rPr><w:i/></w:rPr><w:t>&#xC6;rlig &amp; &#x41; first. Sec</w:t></w:r><w:r><w:t xml:space="preserve">ond one. </w:t><w:tab/><w:t>Third.</w:t></w:r>` +
	`<w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:hyperlink><w:r><w:t>Linked.</w:t></w:r></w:hyperlink></w:p>` +
	`<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>Boxed.</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback><w:p><w:r><w:t>Old.</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>After.</w:t></w:r></w:p>`

func TestCommentsStandAtTheirWords(t *testing.T) {
	for _, old := range []string{"", `<w:comments ` + space + `><w:comment w:id="3" w:author="Ann"><w:p><w:r><w:t>mine</w:t></w:r></w:p></w:comment></w:comments>`, `<w:comments ` + space + `/>`} {
		data := word(t, body, old)
		f, err := Open(data)
		if err != nil {
			t.Fatal(err)
		}
		ps := f.Paragraphs()
		if len(ps) != 3 || ps[0] != "Ærlig & A first. Second one.  Third.Linked." || ps[1] != "After." || ps[2] != "Boxed." {
			t.Fatalf("paragraphs %q", ps)
		}
		var notes []Note
		for _, s := range []string{"Ærlig & A first.", "Second one.", "Third.", "Linked.", "A first. Second"} {
			at := strings.Index(ps[0], s)
			notes = append(notes, Note{0, at, at + len(s), []string{"on <" + s + ">", "two"}})
		}
		notes = append(notes, Note{2, 0, 6, []string{"box"}}, Note{1, 1, 5, []string{"in"}}, Note{9, 0, 1, nil}, Note{0, 5, 5, nil}, Note{0, 0, 999, nil})
		out, err := f.Write("crosscase", "cc", notes)
		if err != nil {
			t.Fatal(err)
		}
		again, _ := f.Write("crosscase", "cc", notes)
		if !bytes.Equal(out, again) {
			t.Error("the same notes give other bytes")
		}
		g, err := Open(out)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Join(g.Paragraphs(), "|") != strings.Join(ps, "|") {
			t.Errorf("the words changed: %q", g.Paragraphs())
		}
		first := 0
		if strings.Contains(old, "mine") {
			first = 4
			if !strings.Contains(partOf(t, out, "word/comments.xml"), `<w:comment w:id="3" w:author="Ann"><w:p><w:r><w:t>mine</w:t></w:r></w:p></w:comment>`) {
				t.Error("a comment that was there is gone")
			}
		}
		at := covered(t, partOf(t, out, "word/document.xml"))
		for i, want := range []string{"Ærlig & A first.", "Second one.", "Third.", "Linked.", "A first. Second", "Boxed.", "fter"} {
			if got := at[strconv.Itoa(first+i)]; got != want {
				t.Errorf("comment %d stands at %q, not at %q", first+i, got, want)
			}
		}
		comments := partOf(t, out, "word/comments.xml")
		covered(t, comments)
		if strings.Count(comments, `w:author="crosscase"`) != 7 || !strings.Contains(comments, "on &lt;Third.&gt;") {
			t.Errorf("comments %s", comments)
		}
		if rels := partOf(t, out, "word/_rels/document.xml.rels"); strings.Count(rels, "/comments\"") != 1 {
			t.Errorf("relationships %s", rels)
		}
		for _, name := range []string{"word/styles.xml", "_rels/.rels"} {
			if partOf(t, out, name) != partOf(t, data, name) {
				t.Errorf("%s changed", name)
			}
		}
	}
}

// The words of notes are paragraphs after those of the text, in the order in which it refers to them; a comment on one stands at the reference.
func TestNotes(t *testing.T) {
	refer := func(name, id string) string {
		return `<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:` + name + ` w:id="` + id + `"/></w:r>`
	}
	data := word(t, `<w:p><w:r><w:t>One</w:t></w:r>`+refer("footnoteReference", "2")+`<w:r><w:t> two.</w:t></w:r>`+refer("endnoteReference", "2")+refer("footnoteReference", "9")+`</w:p>`, "")
	note := func(name, words string) string {
		return `<w:` + name + `s ` + space + `><w:` + name + ` w:id="0"><w:p/></w:` + name + `><w:` + name + ` w:id="2"><w:p>` + words + `</w:p></w:` + name + `></w:` + name + `s>`
	}
	data = repacked(t, data, "word/footnotes.xml", note("footnote", `<w:r><w:t>In the &amp; foot</w:t></w:r><w:del><w:r><w:delText>x</w:delText><w:t>y</w:t></w:r></w:del><w:r><w:t>note.</w:t></w:r>`))
	data = repacked(t, data, "word/endnotes.xml", note("endnote", `<w:r><w:t>At the end.</w:t></w:r>`))
	f, err := Open(data)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := strings.Join(f.Paragraphs(), "|"), "One two.|In the & footnote.|At the end."; got != want {
		t.Fatalf("paragraphs %q, want %q", got, want)
	}
	if got, want := f.Kinds(), []Kind{Body, Footnote, Footnote}; !slices.Equal(got, want) {
		t.Errorf("kinds %v, want %v", got, want)
	}
	out, err := f.Write("crosscase", "cc", []Note{{0, 0, 8, []string{"a"}}, {1, 0, 6, []string{"b"}}, {1, 7, 9, []string{"c"}}, {2, 0, 3, []string{"d"}}})
	if err != nil {
		t.Fatal(err)
	}
	body := partOf(t, out, "word/document.xml")
	covered(t, body)
	for _, want := range []string{`<w:commentRangeStart w:id="1"/><w:commentRangeStart w:id="2"/>` + refer("footnoteReference", "2") + `<w:commentRangeEnd w:id="1"/>`, `<w:commentRangeStart w:id="3"/>` + refer("endnoteReference", "2") + `<w:commentRangeEnd w:id="3"/>`} {
		if !strings.Contains(body, want) {
			t.Errorf("%s\nlacks %s", body, want)
		}
	}
	if partOf(t, out, "word/footnotes.xml") != partOf(t, data, "word/footnotes.xml") {
		t.Error("the notes changed")
	}
}

// What a paragraph is, is told by the name of its style, of the style that one is based on, or by its outline level; ids are of the
// language of the program.
func TestKinds(t *testing.T) {
	styles := `<w:styles ` + space + `><w:style w:styleId="Overskrift1"><w:name w:val="heading 1"/></w:style><w:style w:styleId="Eget"><w:name w:val="Mitt"/><w:basedOn w:val="Overskrift1"/></w:style>` +
		`<w:style w:styleId="Bildetekst"><w:name w:val="caption"/></w:style><w:style w:styleId="INNH1"><w:name w:val="toc 1"/></w:style><w:style w:styleId="Sirkel"><w:name w:val="x"/><w:basedOn w:val="Sirkel"/></w:style></w:styles>`
	of := func(props string) string { return `<w:p><w:pPr>` + props + `</w:pPr><w:r><w:t>x</w:t></w:r></w:p>` }
	style := func(id string) string { return of(`<w:pStyle w:val="` + id + `"/>`) }
	data := word(t, style("Overskrift1")+style("Eget")+style("Bildetekst")+style("INNH1")+style("Sirkel")+style("Ukjent")+of("")+of(`<w:outlineLvl w:val="1"/>`)+of(`<w:outlineLvl w:val="9"/>`), "")
	f, err := Open(repacked(t, data, "word/styles.xml", styles))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := f.Kinds(), []Kind{Heading, Heading, Caption, Heading, Body, Body, Body, Heading, Body}; !slices.Equal(got, want) {
		t.Errorf("kinds %v, want %v", got, want)
	}
}

// repacked returns a Word file with another part of a name.
func repacked(t testing.TB, data []byte, name, part string) []byte {
	t.Helper()
	in, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, e := range in.File {
		if e.Name == name {
			continue
		}
		if err := z.Copy(e); err != nil {
			t.Fatal(err)
		}
	}
	w, err := z.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.WriteString(w, part); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func FuzzComment(f *testing.F) {
	f.Add(`<w:p><w:r><w:t>One. Two &amp; three.</w:t></w:r></w:p>`, 3, 7)
	f.Add(body, 0, 20)
	f.Fuzz(func(t *testing.T, body string, from, to int) {
		file, err := Open(word(t, body, ""))
		if err != nil {
			return
		}
		before := strings.Join(file.Paragraphs(), "|")
		if len(file.paragraphs) == 0 {
			return
		}
		out, err := file.Write("c", "c", []Note{{0, from, to, []string{"x"}}, {0, 0, len(file.paragraphs[0].text), []string{"y"}}})
		if err != nil {
			return
		}
		again, err := Open(out)
		if err != nil {
			t.Fatalf("what was written cannot be read: %v", err)
		}
		if after := strings.Join(again.Paragraphs(), "|"); after != before {
			t.Errorf("the words changed from %q to %q", before, after)
		}
	})
}
