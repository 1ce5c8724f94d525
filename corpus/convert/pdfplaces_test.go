package convert

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// put writes words at a place of a page, in type of a size.
func put(x, y, size float64, words string) string {
	words = strings.NewReplacer("å", `\345`, "ø", `\370`, "æ", `\346`, "Å", `\305`, "Ø", `\330`, "•", `\225`).Replace(words)
	return fmt.Sprintf("BT /F %g Tf 1 0 0 1 %g %g Tm (%s) Tj ET\n", size, x, y, words)
}

// column writes lines below each other.
func column(x, y float64, lines ...string) string {
	var s strings.Builder
	for i, l := range lines {
		s.WriteString(put(x, y-13*float64(i), 11, l))
	}
	return s.String()
}

// What stands where on a page: each content of a page, and its text.
func TestPDFPlaces(t *testing.T) {
	left := []string{"Kommunen har satt seg mål for alle", "tjenester, og enhetene skal melde fra", "om hvordan det går hvert tertial og", "hva som bør endres i neste plan for", "området, slik at rådmannen kan legge", "det fram for kommunestyret i tide før", "budsjettet skal behandles om høsten,", "og slik at alle vet hva som gjelder."}
	right := []string{"Målekartet er for langt, sier mange av", "lederne, og de ønsker seg heller bedre", "mål som de selv kan ha nytte av i alt", "det daglige arbeidet sammen med dem", "som gjør jobben, framfor tall de samler", "fordi noen en gang har bestemt at det", "skulle være slik i kommunen, og som", "ingen lenger ser på etterpå."}
	running := strings.Join(left, " ") + "\n\n" + strings.Join(right, " ") + "\n"
	var rows strings.Builder
	for i := range left {
		rows.WriteString(put(72, 700-13*float64(i), 11, left[i]) + put(310, 700-13*float64(i), 11, right[i]))
	}
	for name, c := range map[string]struct{ content, want string }{
		"columns in order":       {column(72, 700, left...) + column(310, 700, right...), running},
		"right column first":     {column(310, 700, right...) + column(72, 700, left...), running},
		"line by line":           {rows.String(), running},
		"heading written last":   {column(72, 700, left...) + column(310, 700, right...) + put(72, 740, 20, "Mål og måling i kommunen"), "# Mål og måling i kommunen\n\n" + running},
		"heading between":        {put(72, 560, 20, "Videre arbeid i kommunen") + column(310, 540, right...) + column(72, 540, left...) + column(310, 700, right...) + column(72, 700, left...), running + "\n# Videre arbeid i kommunen\n\n" + running},
		"box in the margin":      {column(72, 700, left...) + column(400, 690, "Fakta", "Tre av fire", "mål er nådd.") + put(72, 590, 11, "Arbeidet går videre."), strings.Join(left, " ") + "\n\nFakta\n\nTre av fire mål er nådd.\n\nArbeidet går videre.\n"},
		"turned text":            {"BT /F 9 Tf 0 1 -1 0 40 300 Tm (Foto: Kari Berg) Tj ET\n" + column(72, 700, left...), strings.Join(left, " ") + "\n\nFoto: Kari Berg\n"},
		"slanting text":          {column(72, 700, left...) + "BT /F 60 Tf 0.7071 0.7071 -0.7071 0.7071 150 300 Tm (UTKAST NR 2) Tj ET\n", strings.Join(left, " ") + "\n\nUTKAST NR 2\n"},
		"upside down":            {column(72, 700, left...) + "BT /F 9 Tf -1 0 0 -1 400 300 Tm (Opp ned) Tj ET\n", strings.Join(left, " ") + "\n\nOpp ned\n"},
		"signs of numbers":       {put(72, 700, 11, "Drift") + put(200, 700, 11, "-1440") + put(300, 700, 11, "12") + put(72, 680, 11, "Lønn") + put(200, 680, 11, "-") + put(203.8, 680, 11, "96") + put(300, 680, 11, "-7"), "Drift\t-1440\t12\nLønn\t-96\t-7\n"},
		"letters set apart":      {"BT /F 11 Tf 4 Tc 72 700 Td (VEDLEGG) Tj 0 Tc 0 -40 Td (Her er det.) Tj ET", "VEDLEGG\n\nHer er det.\n"},
		"words set apart":        {"BT /F 11 Tf 3 Tc 72 700 Td (Vi gjorde det) Tj ET", "Vi gjorde det\n"},
		"letters and blanks":     {put(72, 700, 11, "V E D L E G G   T I L   S A K E N") + put(72, 660, 11, "Karakterene A B C D E F er gitt."), "VEDLEGG TIL SAKEN\n\nKarakterene A B C D E F er gitt.\n"},
		"printed twice":          {put(72, 700, 11, "Hele planen") + put(72.4, 700, 11, "Hele planen") + column(72, 660, left...), "Hele planen\n\n" + strings.Join(left, " ") + "\n"},
		"letters printed twice":  {"BT /F 11 Tf 72 700 Td (M) Tj 0.3 0 Td (M) Tj 9.2 0 Td (e) Tj 0.3 0 Td (e) Tj 5.9 0 Td (t) Tj 0.3 0 Td (t) Tj 2.8 0 Td (t) Tj 0.3 0 Td (t) Tj ET", "Mett\n"},
		"invisible text":         {"3 Tr " + put(72, 700, 11, "Lest av en maskin."), "Lest av en maskin.\n"},
		"kerned, no blanks":      {"BT /F 11 Tf 72 700 Td [(Vi) -300 (har) -290 (m) 20 (\345) 10 (l)] TJ ET", "Vi har mål\n"},
		"words that stand tight": {"BT /F 11 Tf 72 700 Td [(Et) -170 (stort) -170 (hopp) -170 (av) -121 (elever) -170 (kom) -170 (hit.)] TJ ET", "Et stort hopp av elever kom hit.\n"},
		"dots to a page number":  {"BT /F 11 Tf 72 700 Td [(2.1) -280 (M\\345l) -250 (og) -250 (tall) -400" + strings.Repeat(" (.) -400", 40) + " (7)] TJ ET", "2.1 Mål og tall ........................................ 7\n"},
		"a table of contents":    {column(72, 700, "Innledning om maal og tall "+strings.Repeat(".", 60)+" 3", "Prosess, del av det hele "+strings.Repeat(".", 60)+" iv", "Vedlegg "+strings.Repeat(".", 60)+" 20"), "Innledning om maal og tall " + strings.Repeat(".", 60) + " 3\n\nProsess, del av det hele " + strings.Repeat(".", 60) + " iv\n\nVedlegg " + strings.Repeat(".", 60) + " 20\n"},
		"bullets written last":   {column(90, 700, "Økonomi", "Samfunn") + put(76, 687, 11, "•") + put(76, 700, 11, "•"), "- Økonomi\n\n- Samfunn\n"},
		"raised figures":         {"BT /F 11 Tf 72 700 Td (Arealet er 20 m) Tj /F 6 Tf 4 Ts (2) Tj 0 Ts /F 11 Tf ( stort.) Tj /F 6 Tf 4 Ts (1) Tj 0 Ts /F 11 Tf ( Det er nok til alle i huset.) Tj ET\n" + put(72, 60, 8, "1 Målt i 2015 av enheten selv."), "Arealet er 20 m2 stort.[1] Det er nok til alle i huset.\n\n[1] Målt i 2015 av enheten selv.\n"},
		"raised before a note":   {"BT /F 11 Tf 72 700 Td (Det er nok.) Tj /F 6 Tf 4 Ts (1) Tj ET\n" + column(72, 660, left...) + put(72, 64, 5, "1") + put(86, 60, 8, "Målt i 2015 av enheten selv."), "Det er nok.[1]\n\n[1] Målt i 2015 av enheten selv.\n\n" + strings.Join(left, " ") + "\n"},
		"page number":            {column(72, 700, left...) + put(300, 40, 9, "14"), strings.Join(left, " ") + "\n"},
	} {
		t.Run(name, func(t *testing.T) {
			res, err := Convert(context.Background(), "x.pdf", pdfPageOf(c.content, ""), pdfOptions(t))
			if err != nil {
				t.Fatal(err)
			}
			checkText(t, res)
			balanced(t, res)
			if res.Text != c.want {
				t.Errorf("got\n%s\nwant\n%s", res.Text, c.want)
			}
		})
	}
}

// Characters printed twice are dropped and counted, the letters of a ligature, which
// share a place, are not. (The engine drops some of the former itself.)
func TestPDFPrintedTwice(t *testing.T) {
	var glyphs []glyph
	for of, shift := range []float64{0, 0.4} {
		for i, c := range "effekt" {
			x := []float64{72, 77.5, 77.5, 83, 88.5, 94}[i] + shift
			glyphs = append(glyphs, glyph{r: c, x0: x, x1: x + 5.5, bottom: 700, top: 708, index: len(glyphs), typeface: typeface{size: 11, of: uint64(of)}})
		}
	}
	lines, twice := linesOfPage(glyphs, 0)
	if len(lines) != 1 || lines[0].text != "effekt" || twice != "effekt" {
		t.Errorf("%+v, twice %q", lines, twice)
	}
}

// Pages of several kinds in one file: what is said of them, and where they begin.
func TestPDFPages(t *testing.T) {
	const scan = "q 500 0 0 700 40 60 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \xff EI Q\n"
	text := column(72, 700, "Kommunen har satt seg mål for alle", "tjenester, og enhetene skal melde fra", "om hvordan det går hvert tertial.")
	res, err := Convert(context.Background(), "x.pdf", pdfPagesOf(text, scan, scan+put(72, 800, 9, "Vedlegg 3"), "", text), pdfOptions(t))
	if err != nil {
		t.Fatal(err)
	}
	checkPDF(t, res)
	const one = "Kommunen har satt seg mål for alle tjenester, og enhetene skal melde fra om hvordan det går hvert tertial.\n"
	if res.Text != one+"\nVedlegg 3\n\n"+one {
		t.Errorf("%q", res.Text)
	}
	if want := []int{0, 108, 108, 119, 119}; !slices.Equal(res.Pages, want) {
		t.Errorf("pages %v, want %v", res.Pages, want)
	}
	for _, what := range []string{"page 2 holds a picture and no text", "page 3 holds a picture and few words"} {
		if !hasEntry(res.Report, "warning", what) {
			t.Errorf("no %q in %+v", what, res.Report)
		}
	}
	if hasEntry(res.Report, "warning", "page 4") {
		t.Errorf("an empty page is warned of: %+v", res.Report)
	}

	many := strings.Split(strings.Repeat(scan+"|", 30)+text, "|")
	if res, err = Convert(context.Background(), "x.pdf", pdfPagesOf(many...), pdfOptions(t)); err != nil {
		t.Fatal(err)
	}
	if !slices.Contains(res.Report.Entries, Entry{Did: "warning", What: "pages that hold a picture and no text", Count: 30, Example: "pages 1-30"}) {
		t.Errorf("%+v", res.Report)
	}

	_, err = Convert(context.Background(), "x.pdf", pdfPagesOf(scan, scan), pdfOptions(t))
	if err == nil || !strings.Contains(err.Error(), "holds pictures of its pages and no text (pages: 2, with a picture: 2); run text recognition (OCR) on it first, such as OCRmyPDF") {
		t.Errorf("%v", err)
	}
	if _, err = Convert(context.Background(), "x.pdf", pdfPagesOf("", ""), pdfOptions(t)); err == nil || !strings.Contains(err.Error(), "holds no text and no pictures (pages: 2); its letters may be drawn as shapes") {
		t.Errorf("%v", err)
	}
}

// Headings that stand at the top of every page are no running heads, nor are the
// figures in a last row page numbers; and a footnote goes on over the page.
func TestPDFHeads(t *testing.T) {
	var pages []string
	for i, unit := range []string{"Lia skole", "Solbakken sykehjem", "Kulturskolen", "Teknisk drift", "Servicetorget"} {
		note := put(72, 90, 8, fmt.Sprintf("%d Tallene er hentet fra regnskapet for", i+1)) + put(72, 79, 8, "hele året.")
		if i == 3 {
			note = put(72, 79, 8, "4 Tallene er hentet fra regnskapet for")
		} else if i == 4 {
			note = put(72, 79, 8, "hele året.")
		}
		pages = append(pages, put(72, 800, 9, "Fjellvik kommune")+put(72, 750, 16, "Status og videre arbeid")+
			column(72, 720, "Her står det som gjelder for "+unit+" dette året, og", "hva som er planlagt i det neste, slik at alle vet det.", "Slik er det gjort de siste årene.")+
			put(72, 640, 11, "Drift")+put(200, 640, 11, fmt.Sprint(100+i))+put(72, 620, 11, "Investering")+put(200, 620, 11, fmt.Sprint(200+7*i))+
			note+put(290, 30, 9, fmt.Sprintf("Side %d", i+1)))
	}
	res, err := Convert(context.Background(), "x.pdf", pdfPagesOf(pages...), pdfOptions(t))
	if err != nil {
		t.Fatal(err)
	}
	checkPDF(t, res)
	for what, n := range map[string]int{"# Status og videre arbeid\n": 5, "Investering\t2": 5, "Drift\t10": 5, "Fjellvik": 0, "Side ": 0, "Tallene er hentet fra regnskapet for hele året.\n": 4} {
		if got := strings.Count(res.Text, what); got != n {
			t.Errorf("%d times %q, want %d:\n%s", got, what, n, res.Text)
		}
	}
}

// A page that cannot be read is named, and the others are there.
func TestPDFBadPage(t *testing.T) {
	text := put(72, 700, 11, "Kommunen har satt seg klare mål.")
	data := pdfPagesOf(text, text, text)
	data = bytes.Replace(data, []byte("/Kids [6 0 R 8 0 R"), []byte("/Kids [6 0 R 99 0 R"), 1)
	res, err := Convert(context.Background(), "x.pdf", data, pdfOptions(t))
	if err != nil {
		t.Fatal(err)
	}
	if strings.Count(res.Text, "klare mål") != 2 || !hasEntry(res.Report, "warning", "page 2 cannot be read") || len(res.Pages) != 3 {
		t.Errorf("%q %+v %v", res.Text, res.Report, res.Pages)
	}

	// one that stops the engine, too: another engine reads the rest
	data = bytes.Replace(pdfPagesOf(text, "BOMB", text), []byte(streamOf("", "BOMB")), []byte(deflated(t, "q Q ", 300<<20)), 1)
	if res, err = Convert(context.Background(), "x.pdf", data, pdfOptions(t)); err != nil {
		t.Fatal(err)
	}
	if strings.Count(res.Text, "klare mål") != 2 || !hasEntry(res.Report, "warning", "page 2 cannot be read") || len(res.Pages) != 3 {
		t.Errorf("%q %+v %v", res.Text, res.Report, res.Pages)
	}
}

// A page that is turned reads like one that is not.
func TestPDFTurnedPage(t *testing.T) {
	lines := []string{"Kommunen har satt seg mål for alle", "tjenester, og enhetene skal melde fra", "om hvordan det går hvert tertial."}
	want := strings.Join(lines, " ") + "\n"
	for angle, matrix := range map[int]string{90: "0 1 -1 0 600 100", 180: "-1 0 0 -1 500 800", 270: "0 -1 1 0 0 700"} {
		content := "q " + matrix + " cm " + column(72, 500, lines...) + " Q"
		data := bytes.Replace(pdfPageOf(content, ""), []byte("/MediaBox"), fmt.Appendf(nil, "/Rotate %d /MediaBox", angle), 1)
		res, err := Convert(context.Background(), "x.pdf", data, pdfOptions(t))
		if err != nil || res.Text != want {
			t.Errorf("%d: %v %q", angle, err, res.Text)
		}
	}
}

// Ligatures and the bullets of symbol fonts are folded and accounted for.
func TestPDFSigns(t *testing.T) {
	data := pdfPageOf("BT /F 11 Tf 72 700 Td (E\001ektiv) Tj 0 -30 Td (\002 \003nans) Tj ET", "",
		streamOf("", "begincmap 1 begincodespacerange <00> <FF> endcodespacerange 3 beginbfchar <01> <00660066> <02> <F0B7> <03> <FB01> endbfchar 1 beginbfrange <20> <7E> <0020> endbfrange endcmap"))
	data = bytes.Replace(data, []byte("/BaseFont"), []byte("/ToUnicode 6 0 R /BaseFont"), 1)
	res, err := Convert(context.Background(), "x.pdf", data, pdfOptions(t))
	if err != nil {
		t.Fatal(err)
	}
	checkPDF(t, res)
	if res.Text != "Effektiv\n\n- finans\n" {
		t.Errorf("%q %+v", res.Text, res.Report)
	}
}

// pdfPagesOf writes a PDF of a page for each content.
func pdfPagesOf(contents ...string) []byte {
	objects := []string{"<< /Type /Catalog /Pages 2 0 R >>", "", "null", "null", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"}
	kids := ""
	for _, c := range contents {
		n := len(objects) + 1
		kids += fmt.Sprintf("%d 0 R ", n)
		objects = append(objects, fmt.Sprintf("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R /Resources << /Font << /F 5 0 R >> >> >>", n+1), streamOf("", c))
	}
	objects[1] = fmt.Sprintf("<< /Type /Pages /Kids [%s] /Count %d >>", strings.TrimSpace(kids), len(contents))
	return pdfOf(objects...)
}

// balanced fails the test where letters or digits went unaccounted for.
func balanced(t *testing.T, res Result) {
	t.Helper()
	for _, e := range res.Report.Entries {
		if strings.Contains(e.What, "not accounted for") {
			t.Errorf("%+v", e)
		}
	}
}
