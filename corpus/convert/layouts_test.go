package convert

import (
	"context"
	"strings"
	"testing"

	"crosscase/corpus"
)

// convertText converts a text file and fails the test on an error.
func convertText(t *testing.T, name, text string) Result {
	t.Helper()
	res, err := Convert(context.Background(), name, []byte(text), Options{Speakers: true})
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	again, err := Convert(context.Background(), "again.txt", []byte(res.Text), Options{Speakers: true})
	if err != nil {
		t.Fatalf("%s: its own output: %v", name, err)
	}
	if again.Text != res.Text {
		t.Errorf("%s: not the same again:\n%s\n---\n%s", name, res.Text, again.Text)
	}
	if again.Turns != res.Turns && res.Format != "vtt" {
		t.Errorf("%s: %d turns, again %d", name, res.Turns, again.Turns)
	}
	return res
}

// turnsOf lists the turns as "speaker|time|words", as the text is parsed.
func turnsOf(res Result) []string {
	text := corpus.NewText(res.Text)
	var out []string
	for _, turn := range corpus.Parse(text, res.Speakers).Turns {
		words := strings.Join(strings.Fields(text.Slice(turn.Span)), " ")
		out = append(out, turn.Speaker+"|"+turn.Time+"|"+words)
	}
	return out
}

func TestLayouts(t *testing.T) {
	plainTurns := []string{"Intervjuer||Hvordan går det?", "Rådmann||Det går bra.", "Intervjuer||Hvorfor?", "Rådmann||Fordi vi øver."}
	timed := func(label1, label2 string) []string {
		return []string{label1 + "|00:00:04|Hvordan går det?", label2 + "|00:00:09|Det går bra.", label1 + "|00:01:10|Hvorfor?", label2 + "|01:02:03|Fordi vi øver."}
	}
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"label and colon", "Intervjuer: Hvordan går det?\n\nRådmann: Det går bra.\n\nIntervjuer: Hvorfor?\n\nRådmann: Fordi vi øver.\n", plainTurns},
		{"a turn a line", "Intervjuer: Hvordan går det?\nRådmann: Det går bra.\nIntervjuer: Hvorfor?\nRådmann: Fordi vi øver.\n", plainTurns},
		{"no blank after the colon", "Intervjuer:Hvordan går det?\n\nRådmann:Det går bra.\n\nIntervjuer:Hvorfor?\n\nRådmann:Fordi vi øver.\n", plainTurns},
		{"blank before the colon", "Intervjuer : Hvordan går det?\n\nRådmann : Det går bra.\n\nIntervjuer :Hvorfor?\n\nRådmann : Fordi vi øver.\n", plainTurns},
		{"dash", "- Intervjuer: Hvordan går det?\n- Rådmann: Det går bra.\n- Intervjuer: Hvorfor?\n- Rådmann: Fordi vi øver.\n", plainTurns},
		{"stars", "**Intervjuer:** Hvordan går det?\n\n**Rådmann:** Det går bra.\n\n**Intervjuer**: Hvorfor?\n\n**Rådmann**: Fordi vi øver.\n", plainTurns},
		{"tabs", "Intervjuer:\tHvordan går det?\nRådmann:\tDet går bra.\nIntervjuer:\tHvorfor?\nRådmann:\tFordi vi øver.\n", plainTurns},
		{"label alone", "Intervjuer:\nHvordan går det?\n\nRådmann:\nDet går bra.\n\nIntervjuer:\n\nHvorfor?\n\nRådmann:\n\nFordi vi øver.\n", plainTurns},
		{"wrapped", "Intervjuer: Hvordan\ngår det?\n\nRådmann: Det\ngår\nbra.\n\nIntervjuer: Hvorfor?\n\nRådmann: Fordi\nvi øver.\n", plainTurns},
		{"windows line ends", "\ufeffIntervjuer: Hvordan går det?\r\n\r\nRådmann: Det går bra.\r\nIntervjuer: Hvorfor?\r\nRådmann: Fordi vi øver.\r\n", plainTurns},
		{"not composed", "Intervjuer: Hvordan ga\u030ar det?\n\nRa\u030admann: Det ga\u030ar bra.\n\nIntervjuer: Hvorfor?\n\nRådmann: Fordi vi øver.\n", plainTurns},
		{"time after the label", "Kari Ås [00:00:04]: Hvordan går det?\n\nOla [00:09]: Det går bra.\n\nKari Ås [1:10]: Hvorfor?\n\nOla [1:02:03]: Fordi vi øver.\n", timed("Kari Ås", "Ola")},
		{"time before the label", "[00:00:04] Kari: Hvordan går det?\n[00:00:09] Ola: Det går bra.\n[00:01:10] Kari: Hvorfor?\n[01:02:03] Ola: Fordi vi øver.\n", timed("Kari", "Ola")},
		{"time after the colon", "Kari: [00:00:04] Hvordan går det?\n\nOla: (00:00:09) Det går bra.\n\nKari: {1:10} Hvorfor?\n\nOla: [01:02:03.5] Fordi vi øver.\n", timed("Kari", "Ola")},
		{"bare time before", "00:00:04 Kari: Hvordan går det?\n00:00:09 Ola: Det går bra.\n00:01:10 Kari: Hvorfor?\n01:02:03 Ola: Fordi vi øver.\n", timed("Kari", "Ola")},
		{"Otter", "Kari  0:04  \nHvordan går det?\n\nOla  0:09  \nDet går bra.\n\nKari  1:10  \nHvorfor?\n\nOla  1:02:03  \nFordi vi øver.\n", timed("Kari", "Ola")},
		{"Word for the web", "00:00:04 Kari\nHvordan går det?\n\n00:00:09 Ola\nDet går bra.\n\n00:01:10 Kari\nHvorfor?\n\n01:02:03 Ola\nFordi vi øver.\n", timed("Kari", "Ola")},
		{"Rev", "Speaker 1 (00:00:04):\nHvordan går det?\n\nSpeaker 2 (00:00:09):\nDet går bra.\n\nSpeaker 1 (00:01:10):\nHvorfor?\n\nSpeaker 2 (01:02:03):\nFordi vi øver.\n", timed("Speaker 1", "Speaker 2")},
		{"WhisperX", "**[00:04] SPEAKER_01:** Hvordan går det?\n\n**[00:09] SPEAKER_02:** Det går bra.\n\n**[01:10] SPEAKER_01:** Hvorfor?\n\n**[01:02:03] SPEAKER_02:** Fordi vi øver.\n", timed("SPEAKER_01", "SPEAKER_02")},
		{"f4", "I: Hvordan går det? #00:00:04-3#\n\nB: Det går bra. #00:00:09-0#\n\nI: Hvorfor? #00:01:10-1#\n\nB: Fordi vi øver. #01:02:03-9#\n", // set where a paragraph ends
			[]string{"I|00:00:00|Hvordan går det?", "B|00:00:04|Det går bra.", "I|00:00:09|Hvorfor?", "B|00:01:10|Fordi vi øver."}},
		{"TurboScribe", "[Speaker 1]\nHvordan går det?\n\n[Speaker 2]\nDet går bra.\n\n[Speaker 1]\nHvorfor?\n\n[Speaker 2]\nFordi vi øver.\n",
			[]string{"Speaker 1||Hvordan går det?", "Speaker 2||Det går bra.", "Speaker 1||Hvorfor?", "Speaker 2||Fordi vi øver."}},
		{"Q and A", "Q: Hvordan går det?\nA: Det går bra.\nQ: Hvorfor?\nA: Fordi vi øver.\n",
			[]string{"Q||Hvordan går det?", "A||Det går bra.", "Q||Hvorfor?", "A||Fordi vi øver."}},
		{"a group", "S1: Hvordan går det?\nS2: Det går bra.\nS1: Hvorfor?\nS3: Fordi vi øver.\nS2: Ja.\n",
			[]string{"S1||Hvordan går det?", "S2||Det går bra.", "S1||Hvorfor?", "S3||Fordi vi øver.", "S2||Ja."}},
		{"two paragraphs", "Intervjuer: Hvordan går det?\n\nRådmann: Det går bra.\n\nDet er én ting som er viktig: vi øver.\n\nIntervjuer: Hvorfor?\n\nRådmann: Ja.\n",
			[]string{"Intervjuer||Hvordan går det?", "Rådmann||Det går bra. Det er én ting som er viktig: vi øver.", "Intervjuer||Hvorfor?", "Rådmann||Ja."}},
	} {
		t.Run(c.name, func(t *testing.T) {
			res := convertText(t, "x.txt", c.text)
			got, want := strings.Join(turnsOf(res), "\n"), strings.Join(c.want, "\n")
			if got != want {
				t.Errorf("got\n%s\nwant\n%s\ntext\n%s", got, want, res.Text)
			}
			if res.Turns != len(c.want) {
				t.Errorf("Turns = %d, want %d", res.Turns, len(c.want))
			}
		})
	}
}

func TestNoSpeakers(t *testing.T) {
	for name, text := range map[string]string{
		"plan":                 "# Plan\n\nMål: Bedre tjenester.\nTiltak: Kurs.\nAnsvar: Rådmannen.\n\nMål: Lavere fravær.\nTiltak: Samtaler.\nAnsvar: Enhetsleder.\n\nMål: Nærvær?\nTiltak: Samtaler.\nAnsvar: Enhetsleder.\n",
		"recurring heads":      "Skole: Her er målet å bli bedre.\n\nTeksten går videre.\n\nSkole: Det samme gjelder i år.\n\nOg enda en.\n\nHelse: Her er det vanskeligere.\n\nHelse: Likevel.\n",
		"header":               "Dato: 19.02.2016\nTid: 12:30\nSted: Rådhuset\nVarighet: 45 min\nDato: 20.02.2016\nTid: 13:30\n",
		"clock and address":    "12:30 møtte vi opp.\n12:45 gikk vi.\nhttp://example.org/a\nhttp://example.org/b\nKl. 12:30 var vi der?\n",
		"sentences":            "Det er én ting som er viktig: vi må øve.\n\nDet er én ting som er viktig: vi må øve?\n\nDet er én ting som er viktig: hva?\n\nDet er én ting som er viktig: det.\n",
		"two colons in a page": "Vi spør: hva nå?\n\nVi spør: hva nå?\n\nEn lang tekst følger.\n\nEn til.\n\nEn til.\n\nEn til.\n\nEn til.\n\nEn til.\n\nEn til.\n\nEn til.\n\nEn til.\n\nEn til.\n\nEn til.\n",
	} {
		t.Run(name, func(t *testing.T) {
			res := convertText(t, "x.txt", text)
			if len(res.Speakers) > 0 || res.Turns > 0 {
				t.Errorf("speakers %+v in\n%s", res.Speakers, res.Text)
			}
			if res.Text != text {
				t.Errorf("changed:\n%s", res.Text)
			}
		})
	}
}

func TestColonInSpeech(t *testing.T) {
	res := convertText(t, "x.txt", "I: Hva er viktig?\n\nB: Én ting: å øve.\n\nViktig: det må gjøres.\n\nI: Og når?\n\nB: Klokka 12:30. Og så: ferdig.\n\nDet er én ting som er viktig: ro.\n")
	if len(res.Speakers) != 2 || res.Turns != 4 {
		t.Errorf("speakers %+v, %d turns", res.Speakers, res.Turns)
	}
}

func TestRoles(t *testing.T) {
	role := func(text, label string) corpus.Role {
		t.Helper()
		res := convertText(t, "x.txt", text)
		for _, s := range res.Speakers {
			if s.Label == label {
				return s.Role
			}
		}
		t.Errorf("no speaker %s among %+v", label, res.Speakers)
		return ""
	}
	for _, c := range []struct {
		text, label string
		want        corpus.Role
	}{
		{"I: Hva?\n\nB: Det.\n\nI: Når?\n\nB: Nå.\n", "I", corpus.Interviewer},
		{"I: Hva?\n\nB: Det.\n\nI: Når?\n\nB: Nå.\n", "B", corpus.Informant},
		{"Kari: Hva?\n\nOla: Det var slik at vi måtte.\n\nKari: Når?\n\nOla: Nå og da, egentlig alltid.\n", "Kari", corpus.Interviewer},
		{"Kari: Hva?\n\nOla: Det var slik at vi måtte.\n\nKari: Når?\n\nOla: Nå og da, egentlig alltid.\n", "Ola", corpus.Informant},
		{"(A = intervjuer, I = informant)\n\nA: Hva?\n\nI: Det.\n\nA: Når?\n\nI: Nå.\n", "I", corpus.Informant},
		{"(A = intervjuer, I = informant)\n\nA: Hva?\n\nI: Det.\n\nA: Når?\n\nI: Nå.\n", "A", corpus.Interviewer},
		{"F: Hva?\n\nI: Det var slik at vi måtte.\n\nF: Når?\n\nI: Nå og da, egentlig alltid.\n", "I", corpus.Informant},
		{"A: Hva da?\n\nK: Det var slik at vi måtte.\n\nA: Når?\n\nK: Nå og da, egentlig alltid.\n", "A", corpus.Interviewer},
		{"A: Hva da?\n\nK: Det var slik at vi måtte.\n\nA: Når?\n\nK: Nå og da, egentlig alltid.\n", "K", corpus.Informant},
		{"I   (interviewer)\nP1  (nurse)\n\nI: What?\n\nP1: That.\n\nI: When?\n\nP1: Now.\n", "I", corpus.Interviewer},
		{"INTERVIEWER 1: What?\n\nLibrarian: That.\n\nINTERVIEWER 1: When?\n\nLibrarian: Now.\n", "INTERVIEWER 1", corpus.Interviewer},
	} {
		if got := role(c.text, c.label); got != c.want {
			t.Errorf("%s is %q, want %q, in\n%s", c.label, got, c.want, c.text)
		}
	}
}

func TestSpellings(t *testing.T) {
	text := "Moderator: Hva?\n\nParticipant: Det.\n\nMODERATOR: Når?\n\nParticpant: Nå.\n\n" +
		strings.Repeat("Moderator: Og?\n\nParticipant: Ja.\n\n", 5)
	res := convertText(t, "x.txt", text)
	if len(res.Speakers) != 2 || len(res.Speakers[0].Also) != 1 || len(res.Speakers[1].Also) != 1 {
		t.Errorf("speakers %+v", res.Speakers)
	}
	// numbers, letters and short names are not typing errors
	res = convertText(t, "x.txt", "Informant 1: Hva?\n\nInformant 2: Det.\n\nAnne: Og?\n\nAnna: Ja.\n\nAnne: Nei?\n\nAnna: Nei.\n\nInformant 1: Jo.\n\nInformant 2: Ja.\n")
	if len(res.Speakers) != 4 {
		t.Errorf("speakers %+v", res.Speakers)
	}
}

func TestOneSpeakerWarning(t *testing.T) {
	res := convertText(t, "x.txt", strings.Repeat("Moderator: "+strings.Repeat("ord ", 100)+"\n\n", 16))
	found := false
	for _, e := range res.Report.Entries {
		found = found || e.Did == "warning" && strings.HasPrefix(e.What, "one speaker only")
	}
	if !found {
		t.Errorf("no warning in %+v", res.Report)
	}
}

// Where a format says when the talk ended, that is how long it was, begun minutes counted.
func TestLengthByTheLastTime(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		want int
	}{
		"x.txt": {"I: Hvordan går det? #00:00:04-3#\n\nB: Det går bra. #00:00:09-0#\n\nI: Hvorfor? #00:01:10-1#\n\nB: Fordi vi øver. #01:02:03-9#\n", 63},
		"x.vtt": {"WEBVTT\n\n00:00:01.000 --> 00:00:04.000\n<v Kari>Hvordan går det?\n\n00:00:05.000 --> 00:41:30.000\n<v Ola>Det går bra.\n", 42},
		"x.srt": {"1\n00:00:01,000 --> 00:00:04,000\nKari: Hvordan går det?\n\n2\n00:00:05,000 --> 00:41:00,000\nOla: Det går bra.\n", 41},
		"y.txt": {"Varighet: 50 min\n\nI: Hvordan går det? #00:00:04-3#\n\nB: Det går bra. #00:00:09-0#\n\nI: Hvorfor? #00:01:10-1#\n\nB: Fordi vi øver. #01:02:03-9#\n", 50},
	} {
		if res := convertText(t, name, c.text); res.Minutes != c.want {
			t.Errorf("%s: %d min, want %d", name, res.Minutes, c.want)
		}
	}
}
