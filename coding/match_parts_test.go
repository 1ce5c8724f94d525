package coding

import (
	"strings"
	"testing"
)

func TestClauses(t *testing.T) {
	for _, c := range []struct{ language, in, want string }{
		{"nb", "Hvem er med på det, og hvordan følges det opp?", "Hvem er med på det|, og hvordan følges det opp?"},
		{"nb", "Når gjelder det, og er det noen som bryr seg?", "Når gjelder det|, og er det noen som bryr seg?"},
		{"nb", "Da lurer jeg på hvem som eier det, og hvor lenge.", "Da lurer jeg på hvem som eier det|, og hvor lenge."},
		{"nb", "Du sa at det kostet penger, og hva mener du med det?", "Du sa at det kostet penger, og hva mener du med det?"},
		{"nn", "Kva skjer då, og kven tek seg av det?", "Kva skjer då|, og kven tek seg av det?"},
		{"en", "What did it cost, and do you get anything back?", "What did it cost|, and do you get anything back?"},
		{"en", "Tell me what you make, and roughly how big you are.", "Tell me what you make|, and roughly how big you are."},
		{"en", "Who comes and how do they find you?", "Who comes| and how do they find you?"},
		{"sv", "Vem kommer, och hur hittar de hit?", "Vem kommer|, och hur hittar de hit?"},
	} {
		if got := strings.Join(clausesOf(c.in, c.language), "|"); got != c.want {
			t.Errorf("%s: %q is parted into %q, not %q", c.language, c.in, got, c.want)
		}
	}
}
