package catalogue

import "testing"

func TestKindsMeanTheSameInThreeLanguages(t *testing.T) {
	for word, want := range map[string]string{"årsrapport": "annual-report", "Årsmelding": "annual-report", "annual report": "annual-report", "budsjett": "budget",
		"intervju": "interview", "utviklingsplan": "utviklingsplan", "notat": "notat", "": ""} {
		if got := DocumentKind(word); got != want {
			t.Errorf("%s: %s, want %s", word, got, want)
		}
	}
	for word, want := range map[string]string{"utfordringar": "challenge", "Suksessfaktor": "success-factor", "success factor": "success-factor", "effekt": "effect", "barriere": "barriere"} {
		if got := CodeKind(word); got != want {
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
