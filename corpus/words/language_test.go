package words

import "testing"

func TestLanguage(t *testing.T) {
	for _, c := range []struct{ want, text string }{
		{"nb", "Jeg vet ikke hva vi skal gjøre med det, men vi har jo prøvd noe av det før, og det ble ikke så bra som vi hadde håpet. Nå må vi bare se hvordan det går."},
		{"nn", "Eg veit ikkje kva me skal gjere med det, men me har jo prøvd noko av det før, og det vart ikkje så bra som me hadde vona. No må me berre sjå korleis det går."},
		{"da", "Jeg ved ikke hvad vi skal gøre med det, men vi har jo prøvet noget af det før, og det blev ikke så godt som vi havde håbet. Nu må vi bare se hvordan det går."},
		{"sv", "Jag vet inte vad vi ska göra med det, men vi har ju prövat något av det förut, och det blev inte så bra som vi hade hoppats. Nu måste vi bara se hur det går."},
		{"en", "I do not know what we are going to do about it, but we have tried some of that before, and it was not as good as we had hoped. Now we will just see how it goes."},
		{"de", "Ich weiß nicht, was wir damit machen sollen, aber wir haben es ja schon einmal probiert, und es war nicht so gut, wie wir gehofft hatten. Jetzt müssen wir sehen, wie es wird."},
		{"fr", "Je ne sais pas ce que nous allons faire avec ça, mais on a déjà essayé une partie, et ce n'était pas aussi bien que nous le pensions. Il est tard pour tout le monde."},
		{"", "Sum 12 13 14 15 totalt 5 6 7"},
		{"", ""},
	} {
		if got := Language(c.text); got != c.want {
			t.Errorf("%q: %s, want %s", c.text, got, c.want)
		}
	}
}

func BenchmarkLanguage(b *testing.B) {
	text := ""
	for range 2000 {
		text += "Jeg vet ikke hva vi skal gjøre med det, men vi har jo prøvd noe av det før. "
	}
	b.SetBytes(int64(len(text)))
	for range b.N {
		Language(text)
	}
}

// TestAWordTellsNoLanguage guesses from few words: one that is common in one language alone does not outweigh several of another.
func TestAWordTellsNoLanguage(t *testing.T) {
	for text, want := range map[string]string{
		"Dobbeltkontroll videreføres. Alle nye ansatte skal ha en dags opplæring.": "nb",
	} {
		if got := LikelyLanguage(text, "en"); got != want {
			t.Errorf("%q is taken for %q, want %q", text, got, want)
		}
	}
}
