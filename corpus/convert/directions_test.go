package convert

import (
	"strings"
	"testing"

	"crosscase/corpus"
)

// speakersIn lists who speaks, with the number of their turns: "OH 7 interviewer".
func speakersIn(res Result) string {
	turns := map[string]int{}
	for _, turn := range corpus.Parse(corpus.NewText(res.Text), res.Speakers).Turns {
		turns[turn.Speaker]++
	}
	var out []string
	for _, s := range res.Speakers {
		out = append(out, s.Label+" "+string(rune('0'+turns[s.Label]))+" "+string(s.Role))
	}
	return strings.Join(out, ", ")
}

// What somebody does while speaking stands in brackets behind the label, changes from line to line and is no part of the name.
func TestDirectionsBehindLabels(t *testing.T) {
	const long = "Intervju med Kari Nordmann\nDato: 3. mai 2022\n\nOH: Kan du fortelle om museet?\nKN: Ja. Altså: det viktigste er dette: vi har for lite plass.\nOH (ler): Ja vel?\n" +
		"KN [etter en pause]: Nei, jeg vet ikke.\nOH: Hvor mange er dere?\nKN: Vi er fire.\nOH: Og de frivillige?\nKN (ler): De er åtte.\nOH: Hva med båtene?\nKN: De står ute.\n" +
		"OH (peker): Den der?\nKN: Ja, den også. Og så er det taket.\nOH: Taket?\nKN (sukker): Det lekker.\nOH: Takk.\nKN: Selv takk.\n"
	const short = "Transkripsjon\nInformant: Kari Nordmann (KN)\nIntervjuer: Ola Hansen (OH)\nDato: tirsdag 3. mai 2022\n\nOH: Kan du fortelle om museet?\nKN: Ja. Vi har for lite plass.\nOH: Mm.\n" +
		"KN: Direktøren sa det slik: \"Vi kutter.\"\nOH (ler): Ja vel?\nKN [etter en pause]: Nei, jeg vet ikke.\nKN: Alle hjelper.\n"
	const bold = "**Intervjuer:** Hva er det viktigste?\n**Informant 3:** At noen kommer.\n\n**Intervjuer:** Hvor mange kommer?\n**Informant 3:** Det kommer an på.\n**Informant 4 (avbryter):** 1400!\n**Intervjuer:** Ok.\n"
	for _, c := range []struct{ name, text, want, holds string }{
		{"long", long, "OH 8 interviewer, KN 8 informant", "\nOH: [ler] Ja vel?\nKN: [etter en pause] Nei, jeg vet ikke.\n"},
		{"short", short, "OH 3 interviewer, KN 4 informant", "\nOH: [ler] Ja vel?\n"},
		{"bold", bold, "Intervjuer 3 interviewer, Informant 3 2 informant, Informant 4 1 informant", "Informant 4: [avbryter] 1400!\n"},
		{"time", strings.ReplaceAll(long, "OH (ler): ", "OH (ler): [00:01:02] "), "OH 8 interviewer, KN 8 informant", "\nOH: [00:01:02] [ler] Ja vel?\n"},
		// two people with one label, somebody's office, and the place somebody comes from are parts of the name
		{"people", strings.Repeat("Intervjuer: Hva mener dere?\nElev (gutt): Ja, jeg vet ikke.\nElev (jente): Nei, ikke jeg heller.\n", 3), "Intervjuer 3 interviewer, Elev (gutt) 3 informant, Elev (jente) 3 informant", "\nElev (gutt): Ja"},
		{"place", strings.Repeat("Intervjuer: Hva mener dere?\nKari (Bergen): Ja, jeg vet ikke.\nKari (Oslo): Nei, ikke jeg heller.\n", 3), "Intervjuer 3 interviewer, Kari (Bergen) 3 informant, Kari (Oslo) 3 informant", "\nKari (Oslo): Nei"},
		{"office", titled("Gunnhild (dagleg leiar)"), "Intervjuar 1 3 interviewer, Gunnhild 3 informant, Olav 4 informant", "\nGunnhild (dagleg leiar): Eg har"},
	} {
		t.Run(c.name, func(t *testing.T) {
			res := convertText(t, "x.txt", c.text)
			accounted(t, res.Report)
			if got := speakersIn(res); got != c.want || !strings.Contains(res.Text, c.holds) {
				t.Errorf("%s, want %s\n%s\n%+v", got, c.want, res.Text, res.Report.Entries)
			}
			if moved := hasEntry(res.Report, "normalised", "brackets behind a label"); moved != strings.Contains(c.holds, "[") {
				t.Errorf("told %v in %+v", moved, res.Report.Entries)
			}
		})
	}
}

// titled is an interview with two, of whom one is introduced with a label of its own.
func titled(first string) string {
	return "Intervju med to på Alvdal museum\n\nIntervjuar 1: Kor lenge har de vore her?\n" + first + ": Eg har vore her sidan 1998.\nOlav: Eg kom i 2003. Eg måker snø.\n" +
		"Intervjuar 1: Er det nokon frivillige?\nGunnhild: Ja, åtte.\nOlav: Ni med meg.\nIntervjuar 1: Kva er vanskeleg?\nOlav: Taket.\nGunnhild: Ja, taket.\nOlav: Og kaka.\n"
}

// A title may stand behind a name and a comma where somebody speaks first.
func TestTitlesBehindNames(t *testing.T) {
	res := convertText(t, "x.txt", titled("Gunnhild, dagleg leiar"))
	accounted(t, res.Report)
	if got, want := speakersIn(res), "Intervjuar 1 3 interviewer, Gunnhild 3 informant, Olav 4 informant"; got != want || !strings.Contains(res.Text, "\nGunnhild, dagleg leiar: Eg har") {
		t.Errorf("%s, want %s\n%s\n%+v", got, want, res.Text, res.Report.Entries)
	}
	// somebody who is spoken to later is no speaker, and is told
	said := strings.Replace(titled("Gunnhild"), "Gunnhild: Ja, taket.\n", "Gunnhild: Ja, taket.\nOlav, kjære: Hjelp meg.\n", 1)
	res = convertText(t, "x.txt", said)
	accounted(t, res.Report)
	if got, want := speakersIn(res), "Intervjuar 1 3 interviewer, Gunnhild 3 informant, Olav 4 informant"; got != want || !hasEntry(res.Report, "guessed", "no speaker: Olav, kjære") {
		t.Errorf("%s, want %s\n%s\n%+v", got, want, res.Text, res.Report.Entries)
	}
}
