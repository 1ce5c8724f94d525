package coding

import (
	"strings"
	"testing"
)

// TestDenialsAreReadInTheirSentence holds what a rule proposes of sentences that deny its word, and of others in which something else is denied.
func TestDenialsAreReadInTheirSentence(t *testing.T) {
	for _, c := range []struct{ language, find, says, text string }{
		{"nb", "målekart", "against", "Vi har ikke målekart."},
		{"nb", "målekart", "against", "Målekart har vi ikke."},
		{"nb", "målekart", "for", "Vi har ikke kuttet ut målekartet."},
		{"nb", "målekart", "for", "Nei, målekartet har vi ikke sluttet med."},
		{"nb", "målekart", "for", "Målekartet er ikke lagt ned."},
		{"nb", "kutte*", "against", "Vi har ikke kuttet noe."},
		{"nb", "målekart", "against", "Nei, målekart bruker vi ikke."},
		{"nb", "målekart", "against", "Målekart, nei."},
		{"nb", "målekart", "for", "Vi bruker jo målekart, ikke sant."},
		{"nb", "målekart", "for", "Har vi målekart ennå, vet jeg ikke."},
		{"nb", "målekart", "for", "Alle bruker målekart, uten unntak."},
		{"nb", "målekart", "against", "De styrer uten målekart."},
		{"nb", "kontroll", "for", "De ser det som kontroll og ikke som hjelp."},
		{"nb", "hjelp", "against", "De ser det som kontroll og ikke som hjelp."},
		{"nb", "engasjert", "for", "Hun er engasjert, men ikke i dette."},
		{"nb", "farger", "for", "Vi har ingen terskler, men vi har farger."},
		{"nb", "måler", "for", "Vi måler så mye at vi ikke rekker å se på det."},
		{"nb", "bort", "for", "Vi tok bort alt som ikke blir brukt."},
		{"nb", "målekart", "against", "Målekart er noe som vi ikke bruker."},
		{"nb", "målekart", "against", "Målekart, som vi ikke bruker, koster mye."},
		{"nb", "rådmannen", "for", "Hvis ikke rådmannen spør, så dør det."},
		{"nb", "nådd", "for", "Målet er nådd eller ikke nådd."},
		{"nn", "motstand", "for", "I starten var det motstand, det skal eg ikkje leggje skjul på."},
		{"nn", "motstanden", "for", "Motstanden var det ikkje mogleg å oversjå."},
		{"nn", "motstanden", "for", "Motstanden har ikkje minka."},
		{"nn", "motstand", "for", "Utan motstand hadde vi ikkje lært noko."},
		{"nn", "pengar", "for", "Det er ikkje slik at vi manglar pengar."},
		{"nb", "motstand", "against", "Det var knapt motstand."},
		{"nb", "motstand", "against", "Vi klarte oss uten motstand."},
		{"en", "resistance", "against", "There was hardly any resistance."},
		{"nn", "målekart", "for", "Vi har ikkje slutta med målekart."},
		{"nn", "målekart", "against", "Vi har korkje målekart eller terskelverdiar."},
		{"en", "scorecard", "against", "We do not use a scorecard."},
		{"en", "scorecard", "for", "We have not dropped the scorecard."},
		{"en", "scorecard", "for", "We have never given up the scorecard."},
		{"en", "scorecard", "for", "Everybody has a scorecard, without exception."},
		{"en", "scorecard", "for", "Whether the scorecard helps, I don't know."},
		{"en", "scorecard", "against", "The scorecard is something that nobody uses."},
		{"en", "helps", "for", "It helps, but not everybody."},
		{"de", "Kennzahlen", "against", "Wir arbeiten ohne Kennzahlen."},
	} {
		text := c.text + "\n"
		got := apply(t, c.language, text, Code{Find: c.find})
		if len(got) != 1 || !strings.HasPrefix(got[0], c.says+" ") {
			t.Errorf("%s in %q: %q, want %s", c.find, c.text, got, c.says)
		}
	}
}

// TestRulesFindTheFormsOfAWord holds that a plain word of a rule finds its forms as a search does, and no compounds.
func TestRulesFindTheFormsOfAWord(t *testing.T) {
	for _, c := range []struct{ language, find, text string }{
		{"nb", "kurs", "De holdt kurset i mai."},
		{"nb", "bok", "Bøkene står der."},
		{"nb", "ansvar", "Ansvaret er delt."},
		{"nn", "kurs", "Kursa var gode."},
		{"en", "child", "The children came."},
	} {
		if got := apply(t, c.language, c.text+"\n", Code{Find: c.find}); len(got) != 1 {
			t.Errorf("%s is not found in %q", c.find, c.text)
		}
	}
	if got := apply(t, "nb", "Sykkelkurset var i mai.\n", Code{Find: "kurs"}); len(got) != 0 {
		t.Errorf("a rule found a compound: %q", got)
	}
}
