package convert

import (
	"slices"
	"strings"
	"testing"
)

func TestDates(t *testing.T) {
	for line, want := range map[string]string{
		"Dato: 22. januar, 2016":             "2016-01-22",
		"Referat 21. januar 2015":            "2015-01-21",
		"2 abril 2024":                       "2024-04-02",
		"2 de abril de 2024":                 "2024-04-02",
		"19.02.2016":                         "2016-02-19",
		"19. 2. 2016":                        "2016-02-19",
		"04/03/2024":                         "2024-03-04",
		"3-Jul-20":                           "2020-07-03",
		"14.11.23":                           "2023-11-14",
		"Date: 12/04/23":                     "2023-04-12",
		"14.11.87":                           "1987-11-14",
		"04/25/2023":                         "2023-04-25",
		"25/4-2023":                          "2023-04-25",
		"Intervju på Alvdal museum 12/5-22":  "2022-05-12",
		"Sak 12/5-22":                        "",
		"31/2-22":                            "",
		"12-04-2023":                         "2023-04-12",
		"June 15th, 2026":                    "2026-06-15",
		"15 June 2026, 03:35am":              "2026-06-15",
		"2016-02-19":                         "2016-02-19",
		"1. März 2021":                       "2021-03-01",
		"12 décembre 2019":                   "2019-12-12",
		"den 3 maj 2020":                     "2020-05-03",
		"desember 2015":                      "2015-12",
		"31. februar 2016":                   "",
		"Version 2.14.23.1 av programmet":    "",
		"I 2016 og 2017 gjorde vi det samme": "",
		"Kl. 12.30":                          "",
	} {
		if got := dateIn(line); got != want {
			t.Errorf("%q: %q, want %q", line, got, want)
		}
	}
	for name, want := range map[string]string{
		"2016-02-19 intervju A.docx": "2016-02-19",
		"20160219_intervju.mp3.txt":  "2016-02-19",
		"Intervju 19.02.2016.docx":   "2016-02-19",
		"Årsrapport 2015.pdf":        "2015",
		"Økonomiplan 2016-2019.pdf":  "2016",
		"referat_21_januar_2015.odt": "2015-01-21",
		"intervju-a.txt":             "",
		"intervju 12-04-2023.txt":    "2023-04-12",
		"tlf 22123456.txt":           "",
	} {
		if got := DateInName(name).Date; got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}

// What is assumed of a date that can be read in two ways is said; of one that cannot, nothing is.
func TestAssumedDates(t *testing.T) {
	for line, want := range map[string][]string{
		"Date: 12/04/2023": {dayFirst}, "Date: 12/04/23": {dayFirst, shortYear}, "12-04-2023": {dayFirst}, "14.11.23": {shortYear}, "3-Jul-20": {shortYear},
		"12.04.2023": nil, "12/12/2023": nil, "25/04/2023": nil, "04/25/2023": nil, "2023-04-12": nil, "3 April 2023": nil,
	} {
		var got []string
		d := readDate(line)
		for _, e := range d.Assumed {
			got = append(got, e.What)
			if !strings.HasSuffix(e.Example, " → "+d.Date) {
				t.Errorf("%q: %+v", line, e)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", line, got, want)
		}
	}
	if d := DateInName("intervju 12_04_2023.txt"); len(d.Assumed) != 1 {
		t.Errorf("%+v", d)
	}
	if d := DateInName("intervju 12.04.2023.txt"); len(d.Assumed) != 0 {
		t.Errorf("%+v", d)
	}
}

// A date in what somebody says is that of the interview if it is of a day, and said to be guessed; a month or a year is of a story. What
// stands above the first turn counts as it did.
func TestDatesInSpeech(t *testing.T) {
	talk := "Berit: Det var i januar 2023, etter et vedtak.\n\nMari: Hva skjedde da?\n\nBerit: Vi måtte begynne på nytt.\n\nMari: Og så?\n\nBerit: Så gikk det bedre.\n"
	for text, want := range map[string]struct {
		date    string
		assumed int
	}{
		talk:                                {"", 0},
		"Mari: Kan du fortelle?\n\n" + talk: {"", 0},
		"Mari: Det er 12. mars 2024, og jeg sitter her med Berit.\n\n" + talk: {"2024-03-12", 1},
		"Intervju, mars 2024\n\n" + talk:                                      {"2024-03", 0},
		"Intervju 2024\n\n" + talk:                                            {"2024", 0},
		"Dato: 12.03.2024\n\n" + talk:                                         {"2024-03-12", 0},
	} {
		res := convertText(t, "a.txt", text)
		if res.Turns < 5 || res.Date != want.date || len(res.Assumed) != want.assumed {
			t.Errorf("%.40q: %d turns, date %q, %d assumed; want %q, %d", text, res.Turns, res.Date, len(res.Assumed), want.date, want.assumed)
		}
	}
	captions := "WEBVTT\n\n00:00:01.000 --> 00:00:04.000\n<v Mari>Hvordan begynte det?</v>\n\n00:00:05.000 --> 00:00:09.000\n<v Berit>Det var i januar 2023, etter et vedtak i ledergruppen.</v>\n\n00:00:09.000 --> 00:00:14.000\n<v Berit>Fylkeskommunen hadde sendt ut retningslinjer, og vi måtte gjøre noe.</v>\n"
	if res := convertText(t, "a.vtt", captions); res.Turns != 2 || res.Date != "" {
		t.Errorf("captions: %d turns, date %q", res.Turns, res.Date)
	}
}

// Offices are written short: "Ass.rektor" is a label in a table of turns and before a colon.
func TestOfficesInShort(t *testing.T) {
	for _, label := range []string{"Ass.rektor", "Adm.dir", "Avd.leder", "Ped.leder"} {
		table := "Nr\tTaler\tTekst\n1\tMS\tHva er rollen din?\n2\t" + label + "\tJeg har ansvar for elevmiljøet.\n3\tMS\tHele dagen?\n4\t" + label + "\tHele dagen, fra åtte til tre.\n"
		for _, text := range []string{table, strings.NewReplacer("Nr\tTaler\tTekst\n", "", "1\t", "", "2\t", "", "3\t", "", "4\t", "", "\t", ": ", "\n", "\n\n").Replace(table)} {
			if res := convertText(t, "a.txt", text); res.Turns != 4 || len(res.Speakers) != 2 || res.Speakers[1].Label != label {
				t.Errorf("%q: %d turns, %+v\n%s", label, res.Turns, res.Speakers, res.Text)
			}
		}
	}
	for _, words := range []string{"Bl.a", "nrk.no", "F.eks", "Slutt.Og", "Kommuneplan.Neste"} {
		if shortened(words) {
			t.Errorf("%q is taken for an office", words)
		}
	}
}

// A length that no word names, but that is said to be about so long, is read where it stands by itself in the head, and a year in a sentence is not that of the text.
func TestFactsOfHeads(t *testing.T) {
	const talk = "\n\nIntervjuar: Kor lenge har de vore her?\n\nGunnhild: Eg har vore her sidan 1998, eg.\n\nIntervjuar: Og du?\n\nGunnhild: Ja, ca. 50 min, altså.\n"
	for head, want := range map[string]struct {
		date    string
		minutes int
	}{
		"Intervju på Alvdal museum 12/5-22, ca. 50 min":                         {"2022-05-12", 50},
		"Intervju på Alvdal museum\n12/5-2022 (ca. 1 time og 5 min)":            {"2022-05-12", 65},
		"Intervju på Alvdal museum":                                             {"", 0},
		"Status\n\nVed utgangen av 2018 er 60 prosent av samlingen registrert.": {"", 0},
		"Intervju 2018":                  {"2018", 0},
		"Vi brukte ca. 50 min på bussen": {"", 0},
	} {
		res := convertText(t, "a.txt", head+talk)
		if res.Date != want.date || res.Minutes != want.minutes {
			t.Errorf("%q: date %q, %d min; want %q, %d", head, res.Date, res.Minutes, want.date, want.minutes)
		}
	}
}
