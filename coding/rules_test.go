package coding

import (
	"fmt"
	"reflect"
	"testing"

	"crosscase/corpus"
	"crosscase/corpus/query"
)

const rulesText = `# Målstyring

Ann: Bruker dere måltall? Og styrer dere etter måltall?

Ola: Ja. Vi bruker måltall. Vi rapporterer hver måned.

Men måltall er ikke alt.

Ann: Nei.

Måltall står i planen.
`

// apply returns what rules propose in a text as "says quote".
func apply(t *testing.T, language, text string, code Code) []string {
	t.Helper()
	code.Key = "c"
	tx := corpus.NewText(text)
	speakers := []corpus.Speaker{{Label: "Ann", Role: corpus.Interviewer}, {Label: "Ola", Role: corpus.Informant}}
	d := Text{Document: &corpus.Document{Key: "a.txt", Language: language, Speakers: speakers}, Text: tx, Structure: corpus.Parse(tx, speakers)}
	var out []string
	for _, c := range NewRules(NewCodebook([]Code{code}), language, nobody{}).Apply(d) {
		if c.Coder != RulesCoder || c.Code != "c" || tx.Slice(c.Span) != c.Quote {
			t.Errorf("proposal %+v does not stand where it says", c)
		}
		out = append(out, fmt.Sprintf("%s %s", c.Says, c.Quote))
	}
	return out
}

type nobody struct{}

func (nobody) Holds(query.Field, corpus.Passage) (bool, []corpus.Span) { return false, nil }

func TestRuleCodesItsUnit(t *testing.T) {
	for _, c := range []struct {
		unit, find string
		want       []string
	}{
		{"", "for: måltall", []string{"for Vi bruker måltall.", "for Men måltall er ikke alt."}},
		{"sentence", "for: bruker rapporterer", nil},
		{"paragraph", "for: bruker rapporterer", []string{"for Ja. Vi bruker måltall. Vi rapporterer hver måned."}},
		{"turn", "for: bruker alt", []string{"for Ja. Vi bruker måltall. Vi rapporterer hver måned.\n\nMen måltall er ikke alt."}},
	} {
		if got := apply(t, "nb", rulesText, Code{Unit: c.unit, Find: c.find}); !reflect.DeepEqual(got, c.want) {
			t.Errorf("unit %q, %s: %q, want %q", c.unit, c.find, got, c.want)
		}
	}
}

func TestRuleLooksAtWhoItIsToldTo(t *testing.T) {
	text := "Heading måltall\n\nAnn: Måltall her?\n\nOla: Måltall der.\n"
	for speakers, want := range map[string][]string{
		"":             {"for Heading måltall", "for Måltall der."},
		"informants":   {"for Heading måltall", "for Måltall der."},
		"interviewers": {"for Måltall her?"},
		"all":          {"for Heading måltall", "for Måltall her?", "for Måltall der."},
	} {
		if got := apply(t, "nb", text, Code{Speakers: speakers, Find: "for: måltall"}); !reflect.DeepEqual(got, want) {
			t.Errorf("speakers %q: %q, want %q", speakers, got, want)
		}
	}
}

func TestWhatIsDeniedIsProposedAsAgainst(t *testing.T) {
	for _, c := range []struct {
		language, text string
		want           Says
	}{
		{"nb", "Vi bruker måltall.", For},
		{"nb", "Vi bruker ikke måltall.", Against},
		{"nb", "Måltall bruker vi aldri.", Against},
		{"nb", "Nei, måltall har vi ingen av.", Against},
		{"nb", "Vi styrer uten måltall.", Against},
		{"nb", "Ingenting tyder på måltall.", Against},
		{"nb", "Intet måltall er satt.", Against},
		{"nn", "Me brukar ikkje måltall.", Against},
		{"nn", "Me styrer utan måltall.", Against},
		{"nb", "Vi bruker ikke bare måltall.", For},
		{"nb", "Ikke minst bruker vi måltall.", For},
		{"nb", "Vi har ikke tid i dag, men i fjor og i år brukte vi måltall.", For}, // too far away
		{"nb", "Det er ikke slik. Vi bruker måltall.", For},                         // another sentence
		{"nb", "Vi bruker not måltall.", For},                                       // another language
		{"en", "We use måltall.", For},
		{"en", "We wouldn't use måltall.", Against},
		{"en", "We couldn’t use måltall.", Against},
		{"en", "We shouldn't use måltall.", Against},
		{"en", "We cannot use måltall.", Against},
		{"en", "We work without måltall.", Against},
		{"en", "Nobody uses måltall.", Against},
		{"en", "Nothing like måltall here.", Against},
		{"en", "We not only use måltall.", For},
		{"sv", "Vi använder inte måltall.", Against},
		{"da", "Vi bruger ikke måltall.", Against},
		{"de", "Wir haben keine måltall.", Against},
	} {
		got := apply(t, c.language, c.text, Code{Unit: "paragraph", Find: "=måltall"})
		if want := []string{string(c.want) + " " + c.text}; !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %q, want %q", c.language, got, want)
		}
	}
}

func TestDenialWithinTheMatchIsNoDenial(t *testing.T) {
	got := apply(t, "nb", "Vi bruker ikke måltall.", Code{Find: `"ikke måltall"`})
	if !reflect.DeepEqual(got, []string{"for Vi bruker ikke måltall."}) {
		t.Errorf("%q: the rule asks for the denial itself", got)
	}
}

func TestRuleThatSaysWhatItProposesIsBelieved(t *testing.T) {
	for _, c := range []struct{ find, want string }{
		{"måltall", "against"},
		{"for: måltall", "for"},
		{"for:måltall", "for"},
		{"against: måltall", "against"},
		{"qualified: måltall", "qualified"},
		{"måltall\nfor: bruker", "for"},               // the rule that says it goes first
		{"# against: måltall\n\nfor: måltall", "for"}, // a comment is no rule
		{"bruker\nqualified: finnes", "against"},      // a rule that does not hold says nothing
	} {
		got := apply(t, "nb", "Vi bruker ikke måltall.", Code{Find: c.find})
		if want := []string{c.want + " Vi bruker ikke måltall."}; !reflect.DeepEqual(got, want) {
			t.Errorf("%q: %q, want %q", c.find, got, want)
		}
	}
	if got := apply(t, "nb", "Vi bruker måltall.", Code{Find: "against: måltall"}); !reflect.DeepEqual(got, []string{"against Vi bruker måltall."}) {
		t.Errorf("against: is not believed: %q", got)
	}
}

func TestRuleThatCannotBeReadIsLeftOut(t *testing.T) {
	if got := apply(t, "nb", "Vi bruker måltall.", Code{Find: "(måltall\nfor: bruker"}); len(got) != 1 {
		t.Errorf("%q, want what the good rule finds", got)
	}
}

func TestUnitWithTwoMatchesIsOneProposal(t *testing.T) {
	if got := apply(t, "nb", "Vi bruker måltall og måltall.", Code{Find: "måltall\nbruker"}); len(got) != 1 {
		t.Errorf("%q", got)
	}
}
