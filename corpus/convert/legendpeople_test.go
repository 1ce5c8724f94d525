package convert

import "testing"

// The head of a transcript names its interviewers in many ways; each of them gets the role, and the informant stays one.
func TestInterviewersOfTheHead(t *testing.T) {
	const talk = "\n\nDato: 3. mars 2021\n\nLM: Kan du fortelle om målene i kommunen?\n\nRB: Vi har fire mål, og det er mye å ta tak i for oss.\n\nKH: Hvem bestemmer dem da?\n\nRB: Det gjør rådet om våren, og så går det sin gang derfra.\n\n" +
		"LM: Og hva er vanskelig?\n\nRB: Tiden er vanskelig, for vi har for lite av den.\n\nKH: Ja.\n\nRB: Det er slik det er hos oss.\n"
	both := map[string]string{"LM": "interviewer", "KH": "interviewer", "RB": "informant"}
	for _, c := range []struct {
		head string
		want map[string]string
	}{
		{"Intervjuere: LM, KH", both}, {"LM, KH (intervjuere)", both}, {"Interviewers: LM and KH", both}, {"Intervjuarar: LM og KH", both}, {"Intervjuare: LM, KH", both},
		{"Interviewere: LM & KH", both}, {"Interviewerinnen: LM und KH", both}, {"Intervjuer: LM/KH", both}, {"Intervjuere LM og KH", both}, {"Intervjuere (LM, KH)", both},
		{"Til stede: LM (intervjuer), KH (intervjuer), RB (rådmann)", both}, {"Deltakere: RB, LM og KH (intervjuere)", map[string]string{"LM": "interviewer", "KH": "interviewer"}},
		{"Närvarande: LM – intervjuare, KH – intervjuare, RB", both}, {"Deltakere: RB, leder\nIntervjuere: LM, KH", both}, {"Present: LM, interviewer, KH, interviewer, RB, director", both},
		{"Intervjuere: Lise Moe (LM) og Kari Hay (KH)\nInformant: Rolf Berg (RB), rådmann", both}, {"Moderatorer: Lise Moe, Kari Hay", both},
		{"Moderator: LM\nReferent: KH", map[string]string{"LM": "interviewer", "RB": "informant"}},
		{"Deltakere: LM, KH, RB", map[string]string{"RB": "informant"}},
	} {
		res := convertText(t, "x.txt", "Intervju med rådmannen\n\n"+c.head+talk)
		if res.Turns != 8 || len(res.Speakers) != 3 {
			t.Errorf("%s: %d turns, %+v", c.head, res.Turns, res.Speakers)
		}
		for _, s := range res.Speakers {
			if want := c.want[s.Label]; want != "" && string(s.Role) != want {
				t.Errorf("%s: %s is %s", c.head, s.Label, s.Role)
			}
		}
	}
}

// Short interviews without words that are only said are conversations where the head introduces the interviewer, where remarks in
// brackets stand between the turns, and where the head names who answers by the letters of the turns.
func TestShortInterviewsWithHeadsAndRemarks(t *testing.T) {
	q := []string{"Kva gjer de med måla i kommunen?", "Kven er det som avgjer kva mål som skal gjelde?", "Kva er vanskeleg med å måle det de gjer?"}
	a := []string{"Me har fire mål, og dei heng saman med økonomiplanen som kommunestyret vedtok.", "Det er rådmannen som kjem med framlegg, og så går dei til kommunestyret før jol.", "Tida er vanskelegast, for me har ikkje nok av ho, og tala kjem for seint."}
	talk := func(head, between string) string {
		for i := range q {
			head += "KH: " + q[i] + "\n\nRB: " + a[i] + "\n\n" + between
		}
		return head
	}
	for _, c := range []string{
		talk("Til stades: KH (intervjuar), RB (rådmann)\nDato: 25.4.2023\n\n", ""),
		talk("Dato: 25.4.2023\nIntervjuar: KH\nInformant: RB\n\n", ""),
		talk("Intervjuar: KH\n\n", "[Pause]\n\n"),
		talk("Intervjuar: KH\n\n", "((ler))\n\n"),
	} {
		res := convertText(t, "x.txt", c)
		if len(res.Speakers) != 2 || res.Turns != 6 || res.Speakers[0].Role != "interviewer" {
			t.Errorf("%d turns, %+v in\n%s", res.Turns, res.Speakers, c)
		}
	}
	// minutes name people likewise, and are none
	if res := convertText(t, "x.txt", "Til stede: Kari Hansen (H), Ola Berg (Ap)\n\nKH: 3 timer\n\nOB: 2 timer\n\nKH: 1 time\n\nOB: 4 timer\n"); res.Turns > 0 {
		t.Errorf("%d turns in a list of hours", res.Turns)
	}
}
