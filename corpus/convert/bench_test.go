package convert

import (
	"context"
	"strings"
	"testing"
)

// The bytes a second are those of the text that comes out.
func benchmarkText(b *testing.B, name string, data []byte) {
	var size int
	b.ReportAllocs()
	for b.Loop() {
		res, err := Convert(context.Background(), name, data, Options{Speakers: true})
		if err != nil {
			b.Fatal(err)
		}
		size = len(res.Text)
	}
	b.SetBytes(int64(size))
}

func BenchmarkTxt(b *testing.B) {
	turn := "Intervjuer [00:00:04]: Hvordan går det med målene?\n\nRådmann [00:00:09]: " + strings.Repeat("Det går bra med målekartet, tror jeg. ", 20) + "\n\n"
	benchmarkText(b, "x.txt", []byte(strings.Repeat(turn, 1200)))
}

func BenchmarkDocx(b *testing.B) {
	p := `<w:p><w:pPr><w:pStyle w:val="a"/></w:pPr><w:r><w:t xml:space="preserve">Intervjuer: Hvordan går det?</w:t></w:r></w:p><w:p><w:r><w:t>Rådmann: ` +
		strings.Repeat("Det går bra med målekartet, </w:t></w:r><w:r><w:t>tror jeg. ", 20) + `</w:t></w:r></w:p>`
	benchmarkText(b, "x.docx", zipOf(b, "word/document.xml", "<w:document><w:body>"+strings.Repeat(p, 1200)+"</w:body></w:document>"))
}
