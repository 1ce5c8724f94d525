package convert

import (
	"strings"
	"testing"
)

// A file without words says whether it holds pictures, and how many, or nothing.
func TestAFileWithoutWordsSaysWhatItHolds(t *testing.T) {
	const (
		two     = "holds pictures and no text (pictures: 2); run text recognition"
		nothing = "holds no text; check that the file was saved whole"
		epub    = `<package><manifest><item id="1" href="a.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="1"/></spine></package>`
		sheet   = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/></worksheet>`
		book    = `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>`
		rels    = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`
		types   = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`
		root    = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`
		ods     = `<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"><office:body><office:spreadsheet><table:table table:name="A"/></office:spreadsheet></office:body></office:document-content>`
	)
	workbook := []string{"[Content_Types].xml", types, "_rels/.rels", root, "xl/workbook.xml", book, "xl/_rels/workbook.xml.rels", rels, "xl/worksheets/sheet1.xml", sheet}
	page := func(inside string) []byte {
		return zipOf(t, "mimetype", "application/epub+zip", "META-INF/container.xml", `<container><rootfiles><rootfile full-path="b.opf"/></rootfiles></container>`, "b.opf", epub, "a.xhtml", `<html><body>`+inside+`</body></html>`)
	}
	mail := func(kind string) []byte {
		return []byte("Content-Type: multipart/mixed; boundary=a\n\n--a\nContent-Type: " + kind + "; name=x\n\nxx\n--a\nContent-Type: " + kind + "; name=y\n\nxx\n--a--\n")
	}
	for _, c := range []struct {
		name, want string
		data       []byte
	}{
		{"pictures.docx", two, zipOf(t, "word/document.xml", wordBody(strings.Repeat(`<w:p><w:r><w:drawing><pic:pic/></w:drawing></w:r></w:p>`, 2)))},
		{"empty.docx", nothing, zipOf(t, "word/document.xml", wordBody(`<w:p/>`))},
		{"pictures.odt", two, odtOf(t, strings.Repeat(`<text:p><draw:frame><draw:image xlink:href="Pictures/a.png"/></draw:frame></text:p>`, 2))},
		{"empty.odt", nothing, odtOf(t, `<text:p/>`)},
		{"pictures.rtf", two, []byte(`{\rtf1{\pict\pngblip 89504e47}\par{\pict\pngblip 89504e47}\par}`)},
		{"empty.rtf", nothing, []byte(`{\rtf1\par}`)},
		{"pictures.html", two, []byte(`<html><body><img src=a.png><p><img src=b.png></body></html>`)},
		{"empty.html", nothing, []byte(`<html><body><p></p></body></html>`)},
		{"pictures.epub", two, page(`<img src="a.png"/><svg><image xlink:href="b.png"/></svg>`)},
		{"empty.epub", nothing, page(`<p/>`)},
		{"pictures.eml", two, mail("image/png")},
		{"pictures.xlsx", two, zipOf(t, append(workbook, "xl/media/image1.png", "x", "xl/media/image2.png", "x")...)},
		{"empty.xlsx", nothing, zipOf(t, workbook...)},
		{"pictures.ods", two, zipOf(t, "mimetype", "application/vnd.oasis.opendocument.spreadsheet", "content.xml", ods, "Pictures/a.png", "x", "Pictures/b.png", "x")},
		{"empty.ods", nothing, zipOf(t, "mimetype", "application/vnd.oasis.opendocument.spreadsheet", "content.xml", ods)},
		{"empty.txt", nothing, []byte(" \n\n")},
		{"empty.md", nothing, []byte("\n \n")},
		{"empty.csv", nothing, []byte(" \n \n")},
	} {
		_, err := Convert(t.Context(), c.name, c.data, Options{})
		if err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}
