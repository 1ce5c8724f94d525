package convert

import (
	"context"
	"strings"
	"testing"
)

// Answers in a form, words typed onto a page and stamps stand where the page shows them,
// whether the file says how they look or not; what is hidden stands nowhere, and comments
// are counted.
func TestPDFUpon(t *testing.T) {
	look := func(words string) string {
		return streamOf("/Type /XObject /Subtype /Form /BBox [0 0 200 16] /Resources << /Font << /F 5 0 R >> >>", "BT /F 11 Tf 2 4 Td ("+words+") Tj ET")
	}
	file := func(upon string, more ...string) []byte {
		data := string(pdfPageOf(put(72, 700, 11, "Kommune:")+put(72, 660, 11, "Innbyggere:")+put(72, 620, 11, "Mål i bruk:"), "XX", more...))
		return []byte(strings.Replace(data, "XX >>", ">> /Annots ["+upon+"]", 1))
	}
	field := func(rest string) string {
		return "<< /Type /Annot /Subtype /Widget /FT /Tx /F 4 " + rest + " >>"
	}
	for name, c := range map[string]struct {
		data []byte
		want string
	}{
		"shown": {file(field("/V (Lia) /Rect [150 696 350 712] /AP << /N 6 0 R >>")+field("/V (4100) /Rect [150 656 350 672] /AP << /N 7 0 R >>"), look("Lia"), look("4100")),
			"Kommune: Lia\nInnbyggere: 4100\n\nMål i bruk:\n"},
		"without a look": {file(field("/V (Lia) /Rect [130 698 350 708]") + field("/V (4100) /Rect [140 658 350 668]") + field("/V /Off /Rect [140 618 160 628]")),
			"Kommune: Lia\n\nInnbyggere: 4100\n\nMål i bruk:\n"},
		"scrolled out of view, in boxes": {file(field("/V (Vi sluttet med det i 2014, for ingen leste tallene, og de som leste dem, visste dem fra f\\370r.) /Rect [150 696 350 712] /AP << /N 6 0 R >>")+field("/V (4100) /Rect [150 656 350 672] /AP << /N 7 0 R >>"), look("Vi sluttet med det"), look("4 1 0 0")),
			"Kommune: Vi sluttet med det i 2014, for ingen leste tallene, og de som leste dem, visste dem fra før.\nInnbyggere: 4100\n\nMål i bruk:\n"},
		"chosen":           {file(field("/V (3) /Opt [[(3) (Lia)]] /Rect [130 696 350 712] /AP << /N 6 0 R >>"), look("Lia")), "Kommune: Lia\n\nInnbyggere:\n\nMål i bruk:\n"},
		"typed":            {file("<< /Type /Annot /Subtype /FreeText /F 4 /Contents (Lia) /Rect [130 696 350 712] /AP << /N 6 0 R >> >>", look("Lia")), "Kommune: Lia\n\nInnbyggere:\n\nMål i bruk:\n"},
		"typed, no look":   {file("<< /Type /Annot /Subtype /FreeText /F 4 /Contents (Lia) /Rect [130 698 350 708] >>"), "Kommune: Lia\n\nInnbyggere:\n\nMål i bruk:\n"},
		"stamp":            {file("<< /Type /Annot /Subtype /Stamp /F 4 /Rect [72 500 350 516] /AP << /N 6 0 R >> >>", look("Godkjent i utvalget")), "Kommune:\n\nInnbyggere:\n\nMål i bruk:\n\nGodkjent i utvalget\n"},
		"hidden":           {file("<< /Type /Annot /Subtype /Widget /FT /Tx /F 2 /V (Lia) /Rect [130 696 350 712] /AP << /N 6 0 R >> >>", look("Lia")), "Kommune:\n\nInnbyggere:\n\nMål i bruk:\n"},
		"comment, no look": {file("<< /Type /Annot /Subtype /Text /F 4 /Contents (Sjekk tallet) /Rect [72 500 92 520] >>"), "Kommune:\n\nInnbyggere:\n\nMål i bruk:\n"},
	} {
		t.Run(name, func(t *testing.T) {
			res, err := Convert(context.Background(), "x.pdf", c.data, pdfOptions(t))
			if err != nil {
				t.Fatal(err)
			}
			checkText(t, res)
			balanced(t, res)
			if got := strings.ReplaceAll(res.Text, "\t", " "); got != c.want {
				t.Errorf("got\n%s\nwant\n%s\n%+v", got, c.want, res.Report)
			}
			if comment := strings.HasPrefix(name, "comment"); comment != hasEntry(res.Report, "dropped", "comments in the margin") {
				t.Errorf("%+v", res.Report)
			}
			if read := !strings.HasPrefix(name, "comment") && name != "hidden"; read != hasEntry(res.Report, "normalised", "fields of a form") {
				t.Errorf("%+v", res.Report)
			}
		})
	}
}

// A page with nothing but an answered form has text.
func TestPDFOnlyUpon(t *testing.T) {
	data := strings.Replace(string(pdfPageOf("", "XX")), "XX >>", ">> /Annots [<< /Type /Annot /Subtype /Widget /FT /Tx /F 4 /V (Vi sluttet med det i 2014.) /Rect [72 600 300 620] >>]", 1)
	res, err := Convert(context.Background(), "x.pdf", []byte(data), pdfOptions(t))
	if err != nil || res.Text != "Vi sluttet med det i 2014.\n" {
		t.Errorf("%q %v", res.Text, err)
	}
}

// The one page of a short file has no running heads: what stands at its edge is its text,
// also beside the number of the page.
func TestPDFOnePage(t *testing.T) {
	for _, c := range []struct{ content, want string }{
		{put(72, 780, 11, "Vi har ikke mål for alt.") + put(300, 40, 9, "1"), "Vi har ikke mål for alt.\n"},
		{put(500, 800, 9, "Side 1 av 1") + put(72, 760, 11, "Til kommunestyret") + put(72, 60, 11, "Med hilsen"), "Til kommunestyret\n\nMed hilsen\n"},
		{put(72, 780, 20, "Lia skole") + column(72, 700, "Vi har ikke mål for alt.", "Det er nok av dem.") + put(72, 60, 11, "Lia skole"), "# Lia skole\n\nVi har ikke mål for alt. Det er nok av dem.\n\nLia skole\n"},
	} {
		res, err := Convert(context.Background(), "x.pdf", pdfPageOf(c.content, ""), pdfOptions(t))
		if err != nil {
			t.Error(err)
			continue
		}
		if res.Text != c.want {
			t.Errorf("got\n%s\nwant\n%s\n%+v", res.Text, c.want, res.Report)
		}
	}
}
