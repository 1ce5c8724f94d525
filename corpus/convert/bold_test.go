package convert

import (
	"strings"
	"testing"

	"crosscase/corpus"
)

// boldP is a paragraph of Word's of which the parts between stars are bold.
func boldP(s string) string {
	var b strings.Builder
	b.WriteString("<w:p>")
	for i, part := range strings.Split(s, "*") {
		props := ""
		if i%2 == 1 {
			props = "<w:rPr><w:b/></w:rPr>"
		}
		b.WriteString(`<w:r>` + props + `<w:t xml:space="preserve">` + part + `</w:t></w:r>`)
	}
	return b.String() + "</w:p>"
}

func boldDocx(t *testing.T, paragraphs ...string) []byte {
	var b strings.Builder
	for _, p := range paragraphs {
		if p == "#" {
			b.WriteString(`<w:p><w:pPr><w:pStyle w:val="Overskrift1"/></w:pPr><w:r><w:t>Tema</w:t></w:r></w:p>`)
			continue
		}
		b.WriteString(boldP(p))
	}
	return zipOf(t, "word/document.xml", wordBody(b.String()), "word/styles.xml", wordStyles)
}

// Numbered bold questions and plain answers, no labels at all (transcripts.md,
// mess 5).
var boldInterview = []string{"*Intervju med en enhetsleder*", "Gjort i mars.",
	"*1. Hvor lenge har du vært her?*", "Jeg kom i 2009.", "Først som vikar.",
	"*2. Hva var det første du gjorde?*", "*Og hvem var med?*", "Nei, altså, vi måtte rydde. Jeg og to til.",
	"*3. Fortell om møtene.*", "De var korte.", "*4. Hva lærte du?*", "Å vente.", "*5. Noe annet?*", "Nei."}

func TestBoldQuestions(t *testing.T) {
	want := "Intervju med en enhetsleder\n\nGjort i mars.\n\nI: 1. Hvor lenge har du vært her?\n\nR: Jeg kom i 2009.\n\nFørst som vikar.\n\n" +
		"I: 2. Hva var det første du gjorde?\n\nOg hvem var med?\n\nR: Nei, altså, vi måtte rydde. Jeg og to til.\n\nI: 3. Fortell om møtene.\n\nR: De var korte.\n\n" +
		"I: 4. Hva lærte du?\n\nR: Å vente.\n\nI: 5. Noe annet?\n\nR: Nei.\n"
	check := func(name string, data []byte) {
		t.Helper()
		res := convertWord(t, name, data)
		if res.Text != want {
			t.Errorf("%s: got\n%s\nwant\n%s", name, res.Text, want)
		}
		if len(res.Speakers) != 2 || res.Speakers[0].Role != corpus.Interviewer || res.Speakers[1].Role != corpus.Informant || res.Turns != 10 {
			t.Errorf("%s: %d turns of %+v", name, res.Turns, res.Speakers)
		}
		if e := entry(res.Report, "bold paragraphs taken for"); e.Did != "guessed" || e.Count != 10 {
			t.Errorf("%s: %+v", name, e)
		}
		if e := entry(res.Report, "labels for bold and plain"); e.Characters != -10 {
			t.Errorf("%s: %+v", name, e)
		}
	}
	check("x.docx", boldDocx(t, boldInterview...))
	// the same by a style, in OpenDocument and in RTF
	var styled, odt, rtf strings.Builder
	for _, p := range boldInterview {
		words := strings.Trim(p, "*")
		switch {
		case strings.HasPrefix(p, "*"):
			styled.WriteString(`<w:p><w:pPr><w:pStyle w:val="Sporsmal"/></w:pPr><w:r><w:t>` + words + `</w:t></w:r></w:p>`)
			odt.WriteString(`<text:p><text:span text:style-name="Fet">` + words + `</text:span> </text:p>`)
			rtf.WriteString(`\pard{\b ` + words + `}\par`)
		default:
			styled.WriteString(wordP(p))
			odt.WriteString(`<text:p>` + p + `</text:p>`)
			rtf.WriteString(`\pard ` + p + `\par`)
		}
	}
	check("x.docx", zipOf(t, "word/document.xml", wordBody(styled.String()), "word/styles.xml", wordStyles))
	check("x.odt", odtOf(t, odt.String()))
	check("x.rtf", []byte(`{\rtf1`+rtf.String()+`}`))

	res, err := Convert(t.Context(), "x.docx", boldDocx(t, boldInterview...), Options{})
	if err != nil || len(res.Speakers) > 0 {
		t.Errorf("speakers that nobody asked for: %v %+v", err, res.Speakers)
	}
}

func TestBoldThatIsNoTalk(t *testing.T) {
	long := "Kommunen har i planperioden lagt vekt på samordning av tjenestene, og tallene viser en jevn bedring i de fleste enhetene. Rådmannen legger fram en ny plan for utvalget i juni. "
	for name, paragraphs := range map[string][]string{
		"run-in heads":      {"*Mål.* Bedre tjenester?", "*Tiltak.* Kurs?", "*Ansvar.* Rådmannen?", "*Frist.* Juni?", "*Status.* Ute?"},
		"heads":             {"*Mål*", "Bedre.", "*Tiltak*", "Kurs.", "*Ansvar*", "Rådmannen.", "*Frist*", "Juni.", "*Hva nå?*", "Vi venter."},
		"three questions":   {"*Hva?*", "Det.", "*Når?*", "Nå.", "*Hvem?*", "Vi."},
		"no answers":        {"*Hva?*", "*Når?*", "*Hvem?*", "*Hvor?*", "*Hvorfor?*", "Slutt."},
		"a plan that asks":  {"*Hvor er vi?*", long + long, "*Hvor skal vi?*", long + long, "*Hvordan?*", long + long, "*Når er vi framme?*", long + long},
		"labels":            {"*I: Hva?*", "B: Det.", "*I: Når?*", "B: Nå.", "*I: Hvem?*", "B: Vi.", "*I: Hvor?*", "B: Her."},
		"seldom answered":   {"*Hva?*", "Det.", "*Når?*", "Nå.", "*Hvem?*", "Vi.", "*Hvor?*", "Her.", "*Da?*", "#", "*Slik?*", "#", "*Og?*", "#", "*Så?*"},
		"mostly heads":      {"#", "*Hva?*", "Det.", "#", "*Når?*", "Nå.", "#", "*Hvem?*", "Vi.", "#", "*Hvor?*", "Her."},
		"plain all through": {"Hva?", "Det.", "Når?", "Nå.", "Hvem?", "Vi.", "Hvor?", "Her."},
	} {
		res := convertWord(t, "x.docx", boldDocx(t, paragraphs...))
		if entry(res.Report, "bold paragraphs").Count > 0 {
			t.Errorf("%s: taken for talk:\n%s", name, res.Text)
		}
	}
}

// A request before the first question is the interviewer's too; a bold note on the transcript is not.
func TestBoldRequestFirst(t *testing.T) {
	talk := []string{"*Hvordan gikk det?*", "Bra.", "*Hva var vanskelig?*", "Tid.", "*Noe annet?*", "Nei."}
	res := convertWord(t, "request.docx", boldDocx(t, append([]string{"*Fortell litt om stillingen din.*", "Jeg er leder her."}, talk...)...))
	if want := "I: Fortell litt om stillingen din.\n\nR: Jeg er leder her.\n\nI: Hvordan gikk det?"; !strings.HasPrefix(res.Text, want) || res.Turns != 8 {
		t.Errorf("%d turns of\n%s", res.Turns, res.Text)
	}
	talk = append(talk, "*Og nå?*", "Vi får se.")
	res = convertWord(t, "note.docx", boldDocx(t, append([]string{"*Navn er byttet ut i teksten.*", "Gjort i mars."}, talk...)...))
	if want := "Navn er byttet ut i teksten.\n\nGjort i mars.\n\nI: Hvordan gikk det?"; !strings.HasPrefix(res.Text, want) || res.Turns != 8 {
		t.Errorf("%d turns of\n%s", res.Turns, res.Text)
	}
}
