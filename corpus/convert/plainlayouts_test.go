package convert

import (
	"fmt"
	"strings"
	"testing"
)

// The layouts here have no space between their paragraphs, as a word processor leaves it. The files
// are LibreOffice's (see TestMakePDFs).

// askedIn returns an invented interview without labels in which the questions stand between two of mark.
func askedIn(mark string) []string {
	out := []string{"Intervju med en enhetsleder", "Gjort i mars."}
	for i, pair := range [][2]string{
		{"Hvor lenge har du vært leder her i kommunen?", "Jeg kom i 2009, først som vikar. Så ble jeg jo værende, for det var ingen andre som ville ha jobben, og etter et par år følte jeg vel at det var min enhet også."},
		{"Hva var det første du gjorde med målekartet?", "Nei, altså, vi måtte rydde. Jeg og to til satt en hel uke med det, og da vi var ferdige, var det ni mål igjen av førti."},
		{"Hvem var med på det?", "Økonomisjefen og han fra Lia."},
		{"Hvordan brukes tallene i møtene deres i dag, når alle enhetslederne er samlet rundt bordet hos rådmannen?", "De er korte, møtene. Vi tar tallene til slutt."},
		{"Hva har du lært av det?", "Å vente. Det tar to år før noen tror på det."},
	} {
		out = append(out, fmt.Sprintf("%s%d. %s%s", mark, i+1, pair[0], mark), pair[1])
	}
	return out
}

// linesOfTalk returns an invented interview, most turns on a line each, in a layout.
func linesOfTalk(layout string) []string {
	out := []string{"Intervju i Fjellvik"}
	for i, turn := range []string{
		"Kan du si litt om hvordan dere bruker tallene?", "Vi ser på dem en gang i måneden, når alle er samlet.", "Hvem er det?", "Enhetslederne, økonomisjefen og jeg.",
		"Og hva skjer da?", "Da går vi gjennom avvikene og blir enige om hvem som skal følge dem opp til neste gang.",
		"Er det nyttig?", "Ja, altså, det er jo det eneste møtet der vi snakker om de samme tingene alle sammen.", "Takk.", "Bare hyggelig.",
	} {
		at, names := 9+7*i, [][2]string{{"Kari", "I"}, {"Ola", "R"}}[i%2]
		switch layout {
		case "dash":
			turn = fmt.Sprintf("[00:%02d:%02d] %s – %s", at/60, at%60, names[0], turn)
		case "times":
			turn = fmt.Sprintf("[00:%02d:%02d] %s", at/60, at%60, turn)
		case "number":
			turn = fmt.Sprintf("%d. %s: %s", i+5, names[1], turn)
		}
		out = append(out, turn)
	}
	return out
}

// shortTables returns tables of two rows without rules, between paragraphs.
func shortTables() []string {
	const text = "Kommunen har i løpet av året arbeidet med økonomien, og resultatene viser en bedring på flere områder sammenliknet med året før. Enhetslederne rapporterer at målekartet blir brukt i de månedlige møtene, men at tallene ofte kommer for sent til å påvirke prioriteringene."
	return []string{
		text, "Mål\tResultat 2014\tResultat 2015\nNærvær\t93 %\t94 %",
		text, "Navn\tKari Berg\nStilling\tRådmann",
		text, "Tiltak\tAnsvar\nFelles innkjøp sammen med tre nabokommuner i regionen, og en ny avtale om vikarer til hele helsesektoren\tRådmannen, sammen med innkjøpssjefen og de tillitsvalgte i alle enhetene som er berørt av avtalen",
		text, "Hva er det viktigste dere har lært av å bruke målekartet i enheten deres de siste årene?\tAt det tar tid før noen tror på tallene, og at det er møtene som gjør forskjellen, ikke skjemaene.\n" +
			"Hva ville du gjort annerledes dersom du skulle begynt på nytt i en annen kommune?\tJeg ville begynt med tre mål og latt enhetene velge dem selv, og så ventet et år før jeg la til mer.",
		text,
	}
}

// plainODT writes paragraphs as a flat ODF text: what stands between two * in bold type, between two _ in italics,
// and one with tabs as a table without rules.
func plainODT(paragraphs []string) string {
	var s strings.Builder
	s.WriteString(`<?xml version="1.0" encoding="UTF-8"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text"><office:styles>` +
		`<style:default-style style:family="paragraph"><style:text-properties style:font-name="Liberation Serif" fo:font-size="11pt" fo:language="nb" fo:country="NO"/></style:default-style><style:style style:name="Standard" style:family="paragraph"/></office:styles><office:automatic-styles>` +
		`<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style><style:style style:name="I" style:family="text"><style:text-properties fo:font-style="italic"/></style:style></office:automatic-styles><office:body><office:text>`)
	para := func(p string) string {
		span := ""
		switch {
		case strings.HasPrefix(p, "*"):
			span = "B"
		case strings.HasPrefix(p, "_"):
			span = "I"
		}
		if p = xmlText(strings.Trim(p, "*_")); span != "" {
			p = `<text:span text:style-name="` + span + `">` + p + `</text:span>`
		}
		return `<text:p text:style-name="Standard">` + p + `</text:p>`
	}
	for i, p := range paragraphs {
		if !strings.Contains(p, "\t") {
			s.WriteString(para(p))
			continue
		}
		rows := strings.Split(p, "\n")
		fmt.Fprintf(&s, `<table:table table:name="T%d"><table:table-column table:number-columns-repeated="%d"/>`, i, 1+strings.Count(rows[0], "\t"))
		for _, row := range rows {
			s.WriteString("<table:table-row>")
			for cell := range strings.SplitSeq(row, "\t") {
				s.WriteString("<table:table-cell>" + para(cell) + "</table:table-cell>")
			}
			s.WriteString("</table:table-row>")
		}
		s.WriteString("</table:table>")
	}
	return s.String() + `</office:text></office:body></office:document>`
}

// Questions that bold type or italics alone tell are read alike in every format in which type is seen.
func TestQuestionsInAnotherTypeInEveryFormat(t *testing.T) {
	var want strings.Builder
	for i, p := range askedIn("") {
		label := ""
		if i > 1 {
			label = []string{"I: ", "R: "}[i%2]
		}
		want.WriteString(label + p + "\n\n")
	}
	for _, name := range []string{"made-bold.pdf", "made-bold.html", "made-bold.epub", "made-italic.pdf"} {
		res := convertPDF(t, name)
		if got := strings.TrimSpace(res.Text); got != strings.TrimSpace(want.String()) || res.Turns != 10 {
			t.Errorf("%s: %d turns in\n%s", name, res.Turns, res.Text)
		}
		if e := entry(res.Report, map[bool]string{false: "bold", true: "italic"}[strings.Contains(name, "italic")]+" paragraphs taken for"); e.Did != "guessed" || e.Count != 10 {
			t.Errorf("%s: %+v", name, res.Report.Entries)
		}
	}
}

// A time in brackets and the number of a turn begin a paragraph of a PDF, though the line before was full.
func TestTurnsOfALineInAPDF(t *testing.T) {
	for _, layout := range []string{"dash", "number", "times"} {
		res := convertPDF(t, "made-"+layout+".pdf")
		lines := linesOfTalk("")
		for i, words := range lines[1:] {
			before := map[string]string{"dash": []string{"Kari: ", "Ola: "}[i%2], "number": []string{"I: ", "R: "}[i%2]}[layout]
			if layout != "number" {
				before += fmt.Sprintf("[00:%02d:%02d] ", (9+7*i)/60, (9+7*i)%60)
			}
			if !strings.Contains(res.Text, "\n\n"+before+words+"\n") {
				t.Errorf("%s: no paragraph %q in\n%s", layout, before+words, res.Text)
			}
		}
		if want := map[string]int{"dash": 10, "number": 10}[layout]; res.Turns != want {
			t.Errorf("%s: %d turns", layout, res.Turns)
		}
	}
}

// A time that stands in the middle of paragraphs begins none where it comes to stand at the beginning of a line.
func TestTimesInsideAParagraphOfAPDF(t *testing.T) {
	var lines []string
	for range 3 {
		lines = append(lines, "Vi ser på tallene en gang i måneden, og da er [00:01:12] alle samlet,", "[00:01:19] også de som ikke har noe med dem å gjøre ellers, og det er [00:01:25] jo,", "når jeg tenker på det, [00:01:31] altså den eneste gangen i måneden at vi er")
	}
	res, err := Convert(t.Context(), "inside.pdf", pdfPageOf(column(72, 700, lines...), ""), pdfOptions(t))
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(res.Text, "\n[00:01:19]") || strings.Count(res.Text, "[00:01:19]") != 3 {
		t.Errorf("cut at a time:\n%s", res.Text)
	}
}

func TestTablesOfTwoRowsWithoutRulesInAPDF(t *testing.T) {
	res := convertPDF(t, "made-rows.pdf")
	if want := strings.Join(shortTables(), "\n\n") + "\n"; res.Text != want {
		t.Errorf("got\n%s\nwant\n%s", res.Text, want)
	}
}
