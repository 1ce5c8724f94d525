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
