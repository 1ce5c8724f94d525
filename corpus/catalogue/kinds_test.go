package catalogue

import (
	"strings"
	"testing"
)

func TestKindsMeanTheSameInThreeLanguages(t *testing.T) {
	for word, want := range map[string]string{"årsrapport": "annual-report", "Årsmelding": "annual-report", "annual report": "annual-report", "budsjett": "budget",
		"intervju": "interview", "utviklingsplan": "utviklingsplan", "notat": "notat", "": ""} {
		if got := DocumentKind(word); got != want {
			t.Errorf("%s: %s, want %s", word, got, want)
		}
	}
	for word, want := range map[string]string{"utfordringar": "challenge", "Suksessfaktor": "success-factor", "success factor": "success-factor", "effekt": "effect", "virkning": "effect", "verknader": "effect", "barriere": "barriere"} {
		if got := CodeKind(word); got != want {
			t.Errorf("%s: %s, want %s", word, got, want)
		}
	}
	for word, want := range map[string]string{"mot": "against", "Med atterhald": "qualified", "for": "for", "kanskje": "kanskje"} {
		if got := Says(word); got != want {
			t.Errorf("%s: %s, want %s", word, got, want)
		}
	}
	for word, want := range map[string]string{"fråverande": "absent", "til stede": "present", "partial": "partial", "borte": "borte"} {
		if got := State(word); got != want {
			t.Errorf("%s: %s, want %s", word, got, want)
		}
	}
	for word, want := range map[string]string{"før": "before", "Etter": "after", "before": "before", "under": "under"} {
		if got := Stage(word); got != want {
			t.Errorf("%s: %s, want %s", word, got, want)
		}
	}
	for word, want := range map[string]string{"3 av 5": "3 of 5", "minst 2 av 4": "at least 2 of 4", "Dei fleste": "most", "ikke alle": "not all", "not all": "not all", "Alle": "all", "": ""} {
		if got := Quantifier(word); got != want {
			t.Errorf("%s: %s, want %s", word, got, want)
		}
	}
	seen := map[string]string{}
	for _, word := range DocumentKinds() {
		if other, twice := seen[word]; twice {
			t.Errorf("%s means %s as well", word, other)
		}
		seen[word] = DocumentKind(word)
	}
}

// What a quantifier is called in Norwegian is read as the same again.
func TestQuantified(t *testing.T) {
	for _, english := range []string{"", "all", "none", "most", "some", "not all", "3", "3 of 5", "at least 2", "at most 1 of 4"} {
		if got := Language("en").Quantified(english); got != english {
			t.Errorf("in English %q is %q", english, got)
		}
		for _, l := range []Language{"nb", "nn"} {
			said := l.Quantified(english)
			if Quantifier(said) != english || strings.ContainsAny(english, "lmoa") && said == english {
				t.Errorf("%s: %q is said %q, and read as %q", l, english, said, Quantifier(said))
			}
		}
	}
	if got := Language("nn").Quantified("at most 1 of 4"); got != "høgst 1 av 4" {
		t.Errorf("%q", got)
	}
}
