package words

import (
	"slices"
	"strings"
	"testing"
)

// A verb is found in all its forms: participles that the ordbank holds as adjectives, and the strong forms of bokmål and nynorsk. What only
// looks like a form is none.
func TestFormsOfVerbs(t *testing.T) {
	k := NewKin("nb")
	for _, c := range []string{
		"bruke brukt", "lese lest leste las", "tenke tenkt", "vise vist", "kjøre kjørt", "spille spilt", "reise reist", "svare svart", "styre styrt", "like likt",
		"kjenne kjent kjend", "bygge bygd", "bo bodd bodde bor", "be ba bedt", "le lo", "tie tidde", "skrike skrek", "etablere etablert",
		"komme kjem kom kome", "ta tek tok", "fortelle fortalde fortalte", "bli vart vorten vert ble", "ligge låg lå", "sitte sat satt", "gråte gret",
		"bryte braut brøt", "skyte skaut", "fryse fraus", "finne funne fann", "drikke drukke", "slå slege", "brekke brakk", "vokse voks vaks",
		"dom dommen dommene", "is isen", "penger pengene pengar", "arbeidsgiver arbeidsgjevar", "sti stigen", "utvalg utvalet",
	} {
		word, forms, _ := strings.Cut(c, " ")
		sought := k.For(word).Keys
		for form := range strings.FieldsSeq(forms) {
			if !slices.ContainsFunc(k.Keys(form), func(key string) bool { return slices.Contains(sought, key) }) {
				t.Errorf("%s is not found by %s: %q, sought %q", form, word, k.Keys(form), sought)
			}
		}
	}
	for _, c := range []string{"skule skuld", "lyse lyst", "kose kost", "felle felt", "vinne vann", "dom ungdommen", "se så", "stjele stolen", "gå gangen", "sette sett"} {
		word, form, _ := strings.Cut(c, " ")
		sought := k.For(word).Keys
		if slices.ContainsFunc(k.Keys(form), func(key string) bool { return slices.Contains(sought, key) }) {
			t.Errorf("%s is found by %s: %q", form, word, k.Keys(form))
		}
	}
	for word, class := range map[string]string{"gjekk": "gå", "gikk": "gå", "gjer": "gjøre", "gjør": "gjøre", "fyrst": "først", "leder": "leder", "så": "så", "bruker": "bruker"} {
		if got := k.Class(word); got != class {
			t.Errorf("%s is counted with %s, want %s", word, got, class)
		}
	}
}
