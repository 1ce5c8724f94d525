package convert

import (
	"strings"
	"testing"
)

// wordTable is a table of Word's; "/" parts paragraphs in a cell.
func wordTable(rows ...[]string) string {
	var b strings.Builder
	b.WriteString("<w:tbl>")
	for _, cells := range rows {
		b.WriteString("<w:tr>")
		for _, c := range cells {
			b.WriteString("<w:tc>")
			for _, p := range strings.Split(c, "/") {
				b.WriteString(wordP(p))
			}
			b.WriteString("</w:tc>")
		}
		b.WriteString("</w:tr>")
	}
	return b.String() + "</w:tbl>"
}

// NVivo writes a transcript as a table of time spans, words and speakers, the
// columns in any order (transcripts.md §4).
func TestTablesOfTurns(t *testing.T) {
	four := "Kari|00:00:00|Hvordan går det?\nOla|00:00:15|Det går bra. Og takk.\nKari|00:01:10|Hvorfor?\nOla|01:02:03|Fordi vi øver."
	spoken := "Kari||Hvordan går det?\nOla||Det går bra. Og takk.\nKari||Hvorfor?\nOla||Fordi vi øver."
	for _, c := range []struct {
		name string
		rows [][]string
		want string
	}{
		{"NVivo", [][]string{{"", "Timespan", "Content", "Speaker"}, {"1", "0:00.0 - 0:15.3", "Hvordan går det?", "Kari"}, {"2", "0:15.3 - 1:10.0", "Det går bra./Og takk.", "Ola"}, {"3", "1:10,0 - 1:20,0", "Hvorfor?", "Kari"}, {"4", "1:02:03,1 - 1:02:09,0", "Fordi vi øver.", "Ola"}}, four},
		{"Norwegian, other order", [][]string{{"Taler", "Tidsrom", "Innhold"}, {"Kari", "00:00:00", "Hvordan går det?"}, {"Ola", "00:00:15", "Det går bra./Og takk."}, {"Taler", "Tidsrom", "Innhold"}, {"Kari", "00:01:10", "Hvorfor?"}, {"Ola", "01:02:03", "Fordi vi øver."}}, four},
		{"start and end", [][]string{{"Intervju", "", "", ""}, {"Start", "Slutt", "Navn:", "Tekst"}, {"[0:00:00]", "[0:00:15]", "Kari:", "Hvordan går det?"}, {"[0:00:15]", "[0:01:10]", "Ola:", "Det går bra./Og takk."}, {"[0:01:10]", "", "Kari:", "Hvorfor?"}, {"[1:02:03]", "", "Ola:", "Fordi vi øver."}}, four},
		{"labels among the words", [][]string{{"Timespan", "Content"}, {"0:00.0 - 0:15.3", "Kari: Hvordan går det?"}, {"0:15.3 - 1:10.0", "Ola: Det går bra./Og takk."}, {"1:10.0 - 1:20.0", "Kari: Hvorfor?"}, {"1:02:03.1 - 1:02:09.0", "Ola: Fordi vi øver."}}, four},
		{"two columns", [][]string{{"Kari", "Hvordan går det?"}, {"Ola", "Det går bra./Og takk."}, {"Kari:", "Hvorfor?"}, {"Ola", "Fordi vi øver."}}, "Kari||Hvordan går det?\nOla||Det går bra. Og takk.\nKari||Hvorfor?\nOla||Fordi vi øver."},
		{"two columns with a head", [][]string{{"Hvem", "Tekst"}, {"Kari", "Hvordan går det?"}, {"Ola", "Det går bra./Og takk."}, {"Kari", "Hvorfor?"}, {"", "Ja?"}, {"Ola", "Fordi vi øver."}}, "Kari||Hvordan går det?\nOla||Det går bra. Og takk.\nKari||Hvorfor? Ja?\nOla||Fordi vi øver."},
		{"numbered, with a head", [][]string{{"Nr", "Hvem", "Hva som ble sagt"}, {"1", "Kari", "Hvordan går det?"}, {"2", "Ola", "Det går bra./Og takk."}, {"3", "Kari", "Hvorfor?"}, {"4", "Ola", "Fordi vi øver."}}, spoken},
		{"numbered, with a head nobody knows", [][]string{{"Løpande", "Rolle i samtalen", "Det dei sa"}, {"1.", "Kari:", "Hvordan går det?"}, {"2.", "Ola:", "Det går bra./Og takk."}, {"3.", "Kari:", "Hvorfor?"}, {"4.", "Ola:", "Fordi vi øver."}}, spoken},
		{"numbered, no head", [][]string{{"1", "Kari", "Hvordan går det?"}, {"2", "Ola", "Det går bra./Og takk."}, {"3", "Kari", "Hvorfor?"}, {"4", "Ola", "Fordi vi øver."}}, spoken},
		{"numbers, times and words before the names", [][]string{{"1", "0:00:00", "Hvordan går det?", "Kari"}, {"2", "0:00:15", "Det går bra./Og takk.", "Ola"}, {"3", "0:01:10", "Hvorfor?", "Kari"}, {"4", "1:02:03", "Fordi vi øver.", "Ola"}}, four},
		{"the informant's role is no word for one", [][]string{{"1", "Intervjuer", "Hvordan går det?"}, {"2", "Leder", "Det går bra./Og takk."}, {"3", "Intervjuer", "Hvorfor?"}, {"4", "Leder", "Fordi vi øver."}},
			"Intervjuer||Hvordan går det?\nLeder||Det går bra. Og takk.\nIntervjuer||Hvorfor?\nLeder||Fordi vi øver."},
		{"questions and answers", [][]string{{"Nr.", "Spørsmål", "Svar"}, {"1", "Hvordan går det?", "Jeg har det bra./Og takk."}, {"2", "Hvorfor?", "Fordi jeg øver."}, {"3", "Noe mer?", ""}},
			"Interviewer||Hvordan går det?\nInformant||Jeg har det bra. Og takk.\nInterviewer||Hvorfor?\nInformant||Fordi jeg øver.\nInterviewer||Noe mer?"},
	} {
		t.Run(c.name, func(t *testing.T) {
			res := convertWord(t, "x.docx", zipOf(t, "word/document.xml", wordBody(wordP("Intervju om øving")+wordTable(c.rows...))))
			if got := strings.Join(turnsOf(res), "\n"); got != c.want {
				t.Errorf("got\n%s\nwant\n%s\n%s\n%+v", got, c.want, res.Text, res.Report.Entries)
			}
			if strings.Contains(res.Text, "\t") {
				t.Errorf("still a table:\n%s", res.Text)
			}
		})
	}
}

// A table of times and words without speakers is talk all the same.
func TestTimesWithoutSpeakers(t *testing.T) {
	rows := [][]string{{"Timestamp", "Content"}, {"0:03.1", "Hvordan går det?"}, {"0:15.3", "Det går bra."}}
	res := convertWord(t, "x.docx", zipOf(t, "word/document.xml", wordBody(wordTable(rows...))))
	if want := "[00:00:03] Hvordan går det?\n\n[00:00:15] Det går bra.\n"; res.Text != want {
		t.Errorf("got\n%s\n%+v", res.Text, res.Report.Entries)
	}
}

func TestTablesThatAreNoTalk(t *testing.T) {
	for name, rows := range map[string][][]string{
		"programme": {{"Tid", "Innhold", "Ansvarlig"}, {"09:00", "Velkommen", "Kari"}, {"09:15", "Budsjettet", "Ola"}, {"10:30", "Hva nå?", "Kari"}, {"11:00", "Slutt", "Ola"}},
		"agenda":    {{"Tid", "Innhold"}, {"09:00", "Velkommen"}, {"09:15", "Budsjettet"}, {"10:30", "Hva nå?"}},
		"plan":      {{"Mål", "Tiltak"}, {"Økonomi", "Kurs?"}, {"Samfunn", "Møter?"}, {"Økonomi", "Kurs"}, {"Samfunn", "Møter"}, {"Økonomi", "Kurs"}},
		"guide":     {{"Bakgrunn", "Hvem er du?"}, {"Arbeid", "Hva gjør du?"}, {"Framtid", "Hva nå?"}, {"Slutt", "Noe annet?"}},
		"backwards": {{"Timespan", "Content"}, {"0:15.3", "En"}, {"0:03.1", "To"}, {"0:01.1", "Tre"}},
		"measures":  {{"Nr", "Ansvarlig", "Tiltak"}, {"1", "Kari", "Skrive rutine"}, {"2", "Ola", "Kjøpe utstyr"}, {"3", "Kari", "Halde kurs"}, {"4", "Ola", "Evaluere"}, {"5", "Kari", "Melde frå"}},
		"faq":       {{"Spørsmål", "Svar"}, {"Hvor ligger kontoret?", "I rådhuset."}, {"Når er det åpent?", "Hver dag."}, {"Hvem kan søke?", "Alle som bor her."}, {"Hva koster det?", "Ingenting."}},
		"log":       {{"Time", "Content", "Cost"}, {"0:15.3", "En", "5"}, {"0:33.1", "To", "6"}},
	} {
		res := convertWord(t, "x.docx", zipOf(t, "word/document.xml", wordBody(wordTable(rows...))))
		if len(res.Speakers) > 0 || strings.Count(res.Text, "\t") < len(rows) {
			t.Errorf("%s: %+v\n%s", name, res.Speakers, res.Text)
		}
	}
}

// Names that stand in blocks are the groups of a list, not people who take turns.
func TestSortedTableIsNoTalk(t *testing.T) {
	var rows []Block
	for _, cells := range [][]string{{"Kari", "Hva sa du?"}, {"Kari", "Ja?"}, {"Kari", "Nei?"}, {"Ola", "Jo, jeg gjorde det."}, {"Ola", "Ja, du."}, {"Ola", "Nei."}} {
		rows = append(rows, Block{Kind: Row, Cells: cells})
	}
	if out, _ := tableTalk(rows, &Report{}); len(out) != 6 || out[0].Kind != Row {
		t.Errorf("%+v", out)
	}
}

// Rows of a table between those that name an interviewer are others' turns, whatever the words
// for them are; a row whose first cell is no label is told.
func TestRowsBetweenTurnsOfATable(t *testing.T) {
	text := "Intervjuer\tHvordan går det?\nLeder\tDet går bra, men det var tungt.\nLeder\tVeldig.\nLeder\tMen vi klarte det.\nIntervjuer\tHvorfor?\nLeder\tFordi vi øver.\nSvaret fra nattevakten den dagen\tIngen spurte oss.\n"
	res, err := Convert(t.Context(), "x.txt", []byte(text), Options{Speakers: true})
	if err != nil {
		t.Fatal(err)
	}
	if len(res.Speakers) != 2 || res.Speakers[1].Label != "Leder" || res.Turns != 6 {
		t.Errorf("%+v, %d turns\n%s", res.Speakers, res.Turns, res.Text)
	}
	if !res.Report.Warns("first cell is no speaker's name") {
		t.Errorf("no warning: %+v", res.Report.Entries)
	}
}

// A table pasted into a plain text keeps its columns, and the account of its characters is even.
func TestNumberedRowsOfAText(t *testing.T) {
	text := "1\tIntervjuer\tHvordan går det?\n2\tLeder\tDet går bra i 2021.\n3\tIntervjuer\tHvorfor?\n4\tLeder\tFordi vi øver.\n"
	res, err := Convert(t.Context(), "x.txt", []byte(text), Options{Speakers: true})
	if err != nil {
		t.Fatal(err)
	}
	if got, want := strings.Join(turnsOf(res), "\n"), "Intervjuer||Hvordan går det?\nLeder||Det går bra i 2021.\nIntervjuer||Hvorfor?\nLeder||Fordi vi øver."; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if res.Report.open(res.Report.Kept) != 0 || res.Report.Warns("accounted") {
		t.Errorf("the account is not even: %+v", res.Report)
	}
	for _, e := range res.Report.Entries {
		if e.What == timesEntry {
			t.Errorf("numbers of rows taken for times: %+v", e)
		}
	}
}
