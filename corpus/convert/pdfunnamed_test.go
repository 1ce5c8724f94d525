package convert

import (
	"context"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
)

// shapesOf writes words as the numbers of their shapes, in hexadecimal, in a font whose
// shapes are off by so much from ASCII, and by the Macintosh's order beyond it.
func shapesOf(words string, off int) string {
	var s strings.Builder
	for _, c := range words {
		n := int(c) - off
		if c > 0x7F {
			b, _ := charmap.Macintosh.EncodeRune(c)
			n = int(b) - 30
		}
		s.WriteString("00")
		const digits = "0123456789ABCDEF"
		s.WriteByte(digits[n>>4])
		s.WriteByte(digits[n&15])
	}
	return "<" + s.String() + ">"
}

// Fonts that say only the numbers of their shapes are read by the order of these.
func TestPDFUnnamed(t *testing.T) {
	const words = "Vi målte også før Åse kom, men ikke sånn som nå."
	font := []string{
		"<< /Type /Font /Subtype /Type0 /BaseFont /Fjellvik /Encoding /Identity-H /DescendantFonts [7 0 R] >>",
		"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Fjellvik /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 500 /FontDescriptor 8 0 R >>",
		"<< /Type /FontDescriptor /FontName /Fjellvik /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 >>",
	}
	for _, c := range []struct {
		words, want string
		off         int
		guessed     bool
	}{
		{words, words, 29, true},
		{"Vi har ikke noe mer enn det som er sagt her.", "Vi har ikke noe mer enn det som er sagt her.", 28, true},
		{"KONKLUSJON", "KONKLUSJON", 29, true},
		{"Vi har ikke noe mer enn det som er sagt her.", "Vi har ikke noe mer enn det som er sagt her.", 0, false},
		{"0D 2014", "0D 2014", 0, false},
	} {
		data := pdfPageOf("BT /G 11 Tf 72 700 Td "+shapesOf(c.words, c.off)+" Tj ET", "/Font << /G 6 0 R >>", font...)
		res, err := Convert(context.Background(), "x.pdf", data, pdfOptions(t))
		if err != nil {
			t.Error(err)
			continue
		}
		balanced(t, res)
		if res.Text != c.want+"\n" || c.guessed != hasEntry(res.Report, "guessed", "characters that the file does not name") {
			t.Errorf("%q, want %q: %+v", res.Text, c.want, res.Report)
		}
	}
	data := pdfPageOf("BT /G 11 Tf 72 700 Td <01E101FC01F101FA002001D301EF01EF01F101FF01FF> Tj ET", "/Font << /G 6 0 R >>", font...)
	if res, err := Convert(context.Background(), "x.pdf", data, pdfOptions(t)); err != nil || !hasEntry(res.Report, "warning", "characters that the file does not name") {
		t.Errorf("%v %+v", err, res)
	}
}
