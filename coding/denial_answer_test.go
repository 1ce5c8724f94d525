package coding

import "testing"

func TestSaysNo(t *testing.T) {
	for answer, want := range map[string]bool{
		"Nei, vi bruker ikke frivillige.": true,
		"No. We never did.":               true,
		"Nja, nei, det vet jeg ikke.":     false,
		"Ja, men nei.":                    false,
		"Noe gjør vi.":                    false,
		"":                                false,
	} {
		if saysNo(answer) != want {
			t.Errorf("%q: %v", answer, !want)
		}
	}
}
