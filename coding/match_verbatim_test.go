package coding

import (
	"fmt"
	"testing"

	"crosscase/corpus"
	"crosscase/corpus/words"
)

// A question in the words of the guide is asked, however few words of weight it has, and whatever else the interview is about; so is one of which
// only the last words are left out.
func TestQuestionsAskedWordByWordAreFound(t *testing.T) {
	asked := [][][]string{{words.Folds("Kan du fortelle om reglene?")}, {words.Folds("Hva har vært vanskeligst?"), words.Folds("Kva har vore vanskelegast?")}, {words.Folds("Hva ville du gjort annerledes i dag?")},
		{words.Folds("Hvem andre bør vi snakke med her?")}, {words.Folds("Hvem andre bør vi snakke med der?")}, {words.Folds("Hvorfor det?")}, {words.Folds("Er det verdt det, synes du?")},
		{words.Folds("Hvordan er økonomien?")}, {words.Folds("Hva slags utdanning har du?")}, {words.Folds("Hvor lenge har du jobbet ved museet?")},
		{words.Folds("Hvor stor er samlingen, og hvor mye av den er registrert?")}, {words.Folds("Er det slik?")}}
	for said, want := range map[string]string{
		"Hva har vært vanskeligst?":                                   "1",
		"Og hva har vært vanskeligst?":                                "1",
		"Kva har vore vanskelegast?":                                  "1",
		"Fint. Hva har vært vanskeligst? Kan du fortelle om reglene?": "1 0",
		"Hva ville du gjort annerledes?":                              "2",
		"Hva har vært?":                                               "",
		"Hvem andre bør vi snakke med?":                               "", // it begins two
		"Hvem andre bør vi snakke med der?":                           "4",
		"Er det verdt det?":                                           "",
		"Hvorfor det?":                                                "", // it follows anything
		"Er det slik?":                                                "", // so does this
		"Hvordan er økonomien?":                                       "7",
		"Ja. Hvordan er økonomien?":                                   "7",
		"Hva slags utdanning har du, og hvor lenge har du jobbet ved museet?":                      "8 9",
		"Hvor lenge har du jobbet ved museet, og hva slags utdanning har du?":                      "9 8",
		"Hvor stor er samlingen, og hvor mye av den er registrert?":                                "10",
		"Hva slags utdanning har du, og hvor stor er samlingen, og hvor mye av den er registrert?": "8 10",
		"Hva slags utdanning har du, og hva liker du best?":                                        "8",
		"Hva har vært vanskeligst for deg?":                                                        "",
	} {
		text := corpus.NewText(said)
		got := ""
		for _, v := range asksInWordsOf(text, corpus.Span{End: text.Len()}, asked, words.NewAnalyser("nb")) {
			if got != "" {
				got += " "
			}
			got += fmt.Sprint(v.question)
		}
		if got != want {
			t.Errorf("%q asks %q, want %q", said, got, want)
		}
	}
}
