package convert

import (
	"strings"
	"testing"
	"time"

	"crosscase/corpus"
)

// What people say of a service is no notice of it.
func TestNoticesInSpeech(t *testing.T) {
	text := "I: How did you write it down?\n\nB: It was transcribed by Otter, https://otter.ai, I think.\n\nI: And the other one?\n\n" +
		"B: By hand. Somebody said: go unlimited with TurboScribe.\n\nThis transcript was made by my sister, with errors.\n"
	res := convertText(t, "x.txt", text)
	if res.Text != text || res.Turns != 4 {
		t.Errorf("%d turns\n%s", res.Turns, res.Text)
	}
	// a file that is a notice and nothing else is not emptied
	if res := convertText(t, "x.txt", "Transcribed by https://otter.ai\n"); res.Text != "Transcribed by https://otter.ai\n" {
		t.Errorf("%q", res.Text)
	}
}

// Where the evidence is thin the report says what was assumed and what to do.
func TestThinEvidence(t *testing.T) {
	long := strings.Repeat("Og så gikk vi videre til neste sak, ja, og det var greit. ", 3)
	for _, c := range []struct{ name, text, did, what string }{
		{"roles by questions", "Kari: Hva?\n\nOla: Det var slik at vi måtte.\n\nKari: Når?\n\nOla: Nå og da, egentlig alltid.\n",
			"guessed", "role of Kari: interviewer, by more questions in shorter turns" + remedy},
		{"no interviewer", "Speaker 1: Det var slik.\n\nSpeaker 2: Ja.\n\nSpeaker 1: Og så gikk vi.\n\nSpeaker 2: Ja, vi gikk.\n",
			"guessed", "role of Speaker 1: informant, for no sign of an interviewer" + remedy},
		{"one side", "J: Hva gjør du her?\n\nJeg er leder, egentlig, og har vært det lenge.\n\nJ: Hvor lenge?\n\nI ni år, tror jeg, eller ti.\n\nJ: Liker du det?\n\nJa, det gjør jeg jo.\n\nJ: Hva nå?\n\nNå går jeg hjem, altså.\n",
			"guessed", `paragraphs without a label between the turns of one side taken as the other's, "Informant"` + remedy},
		{"paragraphs without a label", strings.Repeat("Moderator: "+long+"\n\n"+long+"\n\n", 4),
			"guessed", "paragraphs without a label taken as part of the turn before" + remedy},
		{"no labels", strings.Repeat("Ja, altså, hva tenker du om det? Mm. Nei, jeg vet ikke, liksom.\n\n", 20),
			"warning", "looks like talk, but no speaker was found"},
	} {
		t.Run(c.name, func(t *testing.T) {
			res := convertText(t, "x.txt", c.text)
			accounted(t, res.Report)
			if !hasEntry(res.Report, c.did, c.what) {
				t.Errorf("no %q in %+v\n%s", c.what, res.Report.Entries, res.Text)
			}
		})
	}
}

// Numbers before labels are those of turns only if they rise by one.
func TestNumbersThatAreNoTurns(t *testing.T) {
	text := "1. Kari: Kan jeg få lista?\n\n1. Ola: Ja, den kommer.\n\n4. Kari: Når da?\n\n2. Ola: Jeg ringer deg.\n\n9. Kari: Takk, ja?\n\n1. Ola: Ja, hei.\n"
	if res := convertText(t, "x.txt", text); res.Turns > 0 || res.Text != text {
		t.Errorf("%d turns\n%s", res.Turns, res.Text)
	}
}

// Who took part stands above the talk, and is no turn.
func TestPairsAboveTheTalk(t *testing.T) {
	talk := strings.Repeat("I: Hva gjorde du da?\n\nOB: Jeg gikk hjem, egentlig.\n\n", 3)
	for _, head := range []string{
		"Intervjuer: Kari Lunde\n\nInformant: Ola Bakke (OB), leder\n\n",
		"Dato: 3. mai\nIntervjuer: Kari Lunde\nInformant: Ola Bakke\n\n",
		"# Intervju\n\n- Sted: Rådhuset\n- Informant: Ola Bakke\n\n",
	} {
		res := convertText(t, "x.txt", head+talk)
		if res.Turns != 6 || len(res.Speakers) != 2 || res.Speakers[0].Role != corpus.Interviewer || res.Speakers[1].Role != corpus.Informant {
			t.Errorf("%d turns of %+v in\n%s", res.Turns, res.Speakers, res.Text)
		}
	}
}

// Nobody is made the interviewer of a group in which all ask seldom.
func TestGroupWithoutInterviewer(t *testing.T) {
	text := strings.Repeat("Anna: Ja, det var sånn det var.\n\nBo: Jeg tror det.\n\nCarl: Nei, jeg vet ikke.\n\n", 4) + "Anna: Hva da?\n\nBo: Ja.\n\nAnna: Hvem?\n\nCarl: Bo.\n\nAnna: Ja.\n"
	res := convertText(t, "x.txt", text)
	if len(res.Speakers) != 3 {
		t.Errorf("%+v", res.Speakers)
	}
	for _, s := range res.Speakers {
		if s.Role != corpus.Informant {
			t.Errorf("%+v", s)
		}
	}
}

// A letter or a plan is not told that it has no speakers.
func TestNothingToSay(t *testing.T) {
	res := convertText(t, "x.txt", "Mål: Bedre tjenester.\nTiltak: Kurs.\n\nHelse: Et år.\n\nSkole: Et år.\n\nHelse: Et år til.\n\nSkole: Et år til.\n")
	if len(res.Report.Entries) > 0 {
		t.Errorf("%+v", res.Report.Entries)
	}
}

// Texts that are made to take long must not.
func TestHostileTurns(t *testing.T) {
	names := "Kari Ås: ja?\nOla By: nei\nKari Ås: jo?\nOla By: nei\n"
	for _, s := range []string{
		"&" + strings.Repeat("amp;", 1<<18),
		strings.Repeat("&amp;", 1<<18),
		names + strings.Repeat("x Kari Ås: ", 1<<17),
		names + strings.Repeat("xKari Ås: ", 1<<17),
		strings.Repeat("[00:01]\n", 1<<16),
		strings.Repeat("1\n00:00:01,000 --> 00:00:02,000\na\n\n", 1<<14),
		strings.Repeat("Kari\t0:01\ta\n", 1<<15),
		"Timespan\tContent\tSpeaker\n" + strings.Repeat("Timespan\tContent\tSpeaker\n", 1<<14),
		strings.Repeat("a ", 1<<20) + ":",
		strings.Repeat("(", 1<<18),
		strings.Repeat("0:0:0 --> ", 1<<16),
	} {
		at := time.Now()
		res := convertText(t, "x.txt", s)
		accounted(t, res.Report)
		t.Logf("%.30q… %v", s, time.Since(at))
	}
}
