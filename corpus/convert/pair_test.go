package convert

import (
	"strings"
	"testing"

	"crosscase/corpus"
)

func TestInterviewOfTwoTurns(t *testing.T) {
	for _, text := range []string{
		"I: Hva tenker du om måltavla som kommunen bruker?\n\nR: Den er nyttig for oss på enheten, der ser vi hvor vi ligger.\n",
		"Intervju med en rådmann\n\nDato: 3. mars 2016\n\nIntervjuer: Hva tenker du om måltavla?\n\nIP: Ja, altså, den er nyttig for oss på enheten.\n\nDet er ikke alltid lett.\n",
		"# Pilot\n\nI: And the score card? Do you use it?\n\nB: We look at it now and then, in the spring mostly.\n",
		"Intervjuar: Kva gjer du då?\nInformant: Eg går til rådmannen med det, som oftast same dag.\n",
	} {
		res, err := Convert(t.Context(), "two.txt", []byte(text), Options{Speakers: true})
		if err != nil {
			t.Fatal(err)
		}
		checkText(t, res)
		if res.Turns != 2 || len(res.Speakers) != 2 || res.Speakers[0].Role != corpus.Interviewer || res.Speakers[1].Role != corpus.Informant {
			t.Errorf("%d turns of %+v in\n%s", res.Turns, res.Speakers, res.Text)
		}
	}
	res, err := Convert(t.Context(), "two.txt", []byte("I: Hva mener du om det?\n\nR: Jeg er ikke så sikker på at vi trenger den.\n"), Options{Speakers: true})
	if err != nil || entry(res.Report, "a question and an answer taken for").Did != "guessed" {
		t.Errorf("%v: nothing says what was assumed: %+v", err, res.Report.Entries)
	}
}

func TestPairsThatAreNoInterview(t *testing.T) {
	const answer = "Den er nyttig for oss på enheten, der ser vi hvor vi ligger."
	for name, text := range map[string]string{
		"written for readers":   "Q: What is a plan?\n\nA: A plan is a document that we write for all of you to read.\n",
		"spelled out":           "Spørsmål: Hva tenker du om måltavla?\n\nSvar: " + answer + "\n",
		"nobody speaks":         "I: Innsats?\n\nR: Kommunens resultater for perioden, slik de framgår av regnskapet for året.\n",
		"a heading":             "I: Hva gjorde dere?\n\nR: Resultater\n",
		"nobody asks":           "I: Fortell.\n\nR: " + answer + "\n",
		"an answer first":       "R: " + answer + "\n\nI: Hva tenker du om den?\n",
		"another label":         "I: Hva tenker du om måltavla?\n\nR: " + answer + "\n\nT: Og tiltak har vi, mener jeg.\n",
		"part of a report":      strings.Repeat("Kommunen har i planperioden lagt vekt på samordning av tjenestene.\n\n", 5) + "I: Hva tenker du?\n\nR: " + answer + "\n",
		"with a heading inside": "I: Hva tenker du om måltavla?\n\n## Svar\n\nR: " + answer + "\n",
	} {
		res, err := Convert(t.Context(), "pair.md", []byte(text), Options{Speakers: true})
		if err != nil {
			t.Fatal(err)
		}
		if res.Turns > 0 {
			t.Errorf("%s: %d turns of %+v in\n%s", name, res.Turns, res.Speakers, res.Text)
		}
	}
}
