package catalogue

import "testing"

// TestDoneIsTold holds lines of journals against what a person reads of them.
func TestDoneIsTold(t *testing.T) {
	for line, want := range map[string]string{
		"split the code goals: 5 codings went to more":             "delte koden goals: 5 kodinger gikk til more",
		"took back: split the code goals: 1 coding went to more":   "tok tilbake: delte koden goals: 1 koding gikk til more",
		"took over 2 attributes, 1 case from the face sheet x.csv": "tok over 2 egenskaper, 1 case fra arket x.csv",
		"settled value at a.txt:1-2: not coded":                    "avgjorde value ved a.txt:1-2: ikke kodet",
		"settled value at a.txt:1-2: coded at a.txt:1-5":           "avgjorde value ved a.txt:1-2: kodet ved a.txt:1-5",
		"created the code value":                                   "laget koden value", // a key is no word of ours
		"took back: a.txt belongs to case north":                   "tok tilbake: a.txt hører til caset north",
		"did again: ben codes too":                                 "gjorde på nytt: ben koder også",
		"a.txt belongs to case north no more":                      "a.txt hører ikke til caset north lenger",
		"took back: marked q1 in a.txt as answered elsewhere":      "tok tilbake: merket q1 i a.txt som besvart et annet sted",
		"took in 3 documents":                                      "tok inn 3 dokumenter",
		"role of I: interviewer, by the label":                     "rollen til I: intervjuer, etter merket",
		"nobody has said this":                                     "nobody has said this",
	} {
		if got, _ := Done(line).Told("nb"); got != want {
			t.Errorf("%q is told as %q, want %q", line, got, want)
		}
	}
	named := func(part string) (string, bool) { return "Verdi", part == "value" }
	m, known := Done("took back: created the code value").With(named)
	if got, _ := m.Told("nn"); !known || got != "tok tilbake: laga koden Verdi" {
		t.Errorf("with names it is told as %q", got)
	}
	if m.String() != "took back: created the code Verdi" {
		t.Errorf("in English it is told as %q", m)
	}
}
