package cases

import (
	"testing"

	"crosscase/coding"
)

// TestAComment says what it codes, in which direction, and why.
func TestAComment(t *testing.T) {
	s := base().with("codebook.yaml", "format: 1\ncodes:\n  - key: time\n    label: Lack of time\n  - key: mål-og-tall\n    label: 'Mål, tall'\n").open(t)
	for comment, want := range map[string][3]string{
		"time":                             {"time", "", ""},
		"Lack of time: never enough of it": {"time", "", "never enough of it"},
		"Lack of time, against":            {"time", "against", ""},
		"lack of time (Against): strong":   {"time", "against", "strong"},
		"time: against":                    {"time", "against", ""},
		"time: qualified, only at night":   {"time", "qualified", "only at night"},
		"time: mot – hun har nok":          {"time", "against", "hun har nok"},
		"time: for they say so":            {"time", "", "for they say so"},
		"time: for, they say so":           {"time", "for", "they say so"},
		"time: against all odds":           {"time", "", "against all odds"},
		"Mål, tall":                        {"mål-og-tall", "", ""},
		"Mål, tall, mot: nei":              {"mål-og-tall", "against", "nei"},
		"time, often":                      {},
	} {
		code, says, note := s.codeOfComment(comment)
		key := ""
		if code != nil {
			key = code.Key
		}
		if key != want[0] || says != coding.Says(want[1]) || note != want[2] {
			t.Errorf("%q codes %q, %q, with the note %q", comment, key, says, note)
		}
	}
}
