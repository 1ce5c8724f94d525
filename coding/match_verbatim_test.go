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
		{words.Folds("Hvem andre bør vi snakke med her?")}, {words.Folds("Hvem andre bør vi snakke med der?")}, {words.Folds("Hvorfor det?")}, {words.Folds("Er det verdt det, synes du?")}}
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
		"Hva har vært vanskeligst for deg?":                           "",
	} {
		text := corpus.NewText(said)
		got := ""
		for _, v := range asksInWordsOf(text, corpus.Span{End: text.Len()}, asked) {
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
