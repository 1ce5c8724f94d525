package catalogue

import (
	"fmt"
	"slices"
	"strings"
)

// documentKinds are the kinds of document that crosscase knows, each with the other words for it in English, bokmål and nynorsk.
var documentKinds = []struct {
	kind string
	also []string
}{
	{"interview", []string{"intervju", "interviews"}},
	{"annual-report", []string{"annual report", "årsrapport", "årsmelding", "årsberetning", "arsrapport", "aarsrapport", "arsmelding", "aarsmelding"}},
	{"budget", []string{"budgets", "budsjett"}},
	{"plan", []string{"plans", "planar"}},
	{"minutes", []string{"møteprotokoll", "protokoll", "referat", "møtereferat"}},
	{"document", []string{"dokument"}},
}

// codeKinds are the kinds of code that have ready-made tables, and structural, each with the other words for it, in the languages that
// have an analyser.
var codeKinds = []struct {
	kind string
	also []string
}{
	{"adaptation", []string{"adaptations", "tilpasning", "tilpasninger", "tilpassing", "tilpassingar", "anpassning", "anpassningar", "Anpassung", "Anpassungen"}},
	{"challenge", []string{"challenges", "utfordring", "utfordringer", "utfordringar", "utmaning", "utmaningar", "udfordring", "udfordringer", "Herausforderung", "Herausforderungen"}},
	{"success-factor", []string{"success factor", "success-factors", "suksessfaktor", "suksessfaktorer", "suksessfaktorar", "framgångsfaktor", "framgångsfaktorer", "succesfaktor", "succesfaktorer", "Erfolgsfaktor", "Erfolgsfaktoren"}},
	{"effect", []string{"effects", "effekt", "effekter", "effektar", "virkning", "virkninger", "verknad", "verknader", "verknadar", "Effekte", "Wirkung", "Wirkungen"}},
	{"context", []string{"contexts", "kontekst", "Kontext"}},
	{"structural", []string{"strukturell"}},
}

// meanings are words that a file of a study may write, each with the other words for it in bokmål and nynorsk.
type meanings []struct {
	word string
	also []string
}

func (m meanings) of(word string) string {
	for _, k := range m {
		if meant(word, k.word, k.also) {
			return k.word
		}
	}
	return word
}

var saysWords = meanings{
	{"against", []string{"mot", "imot"}},
	{"qualified", []string{"med forbehold", "forbehold", "med atterhald", "atterhald"}},
}

var stateWords = meanings{
	{"open", []string{"åpen", "åpent", "ope"}},
	{"present", []string{"til stede", "tilstede", "til stades"}},
	{"partial", []string{"delvis"}},
	{"absent", []string{"fraværende", "fråverande"}},
	{"mixed", []string{"blandet", "blanda"}},
	{"none", []string{"ingen"}},
}

var stageWords = meanings{
	{"before", []string{"før", "føre"}},
	{"after", []string{"etter"}},
}

var quantifierWords = meanings{
	{"all", []string{"alle", "samtlige", "samtlege"}},
	{"none", []string{"ingen"}},
	{"most", []string{"de fleste", "dei fleste", "fleste"}},
	{"some", []string{"noen", "nokon", "nokre"}},
	{"not all", []string{"ikke alle", "ikkje alle"}},
}

// Says returns what a passage says of a code by the word for it: "against" for mot. A word that means none is returned as it is.
func Says(word string) string { return saysWords.of(word) }

// State returns the state of a cell that a word means: "absent" for fråverande. A word that means none is returned as it is.
func State(word string) string { return stateWords.of(word) }

// Stage returns whether something was written before or after reading by the word for it: "before" for før. A word that means neither is
// returned as it is.
func Stage(word string) string { return stageWords.of(word) }

// Quantifier returns in English what is said of how many: "all" for alle, "3 of 4" for 3 av 4, "at least 2" for minst 2.
func Quantifier(words string) string {
	out := strings.Fields(strings.ToLower(words))
	for i, w := range out {
		switch w {
		case "av":
			out[i] = "of"
		case "minst":
			out[i] = "at least"
		case "høyst", "høgst", "maks":
			out[i] = "at most"
		}
	}
	return quantifierWords.of(strings.Join(out, " "))
}

// quantifiersSaid are the words of quantifiers in bokmål and nynorsk.
var quantifiersSaid = map[string][2]string{"all": {"alle", "alle"}, "none": {"ingen", "ingen"}, "most": {"de fleste", "dei fleste"}, "some": {"noen", "nokre"},
	"not all": {"ikke alle", "ikkje alle"}, "at least": {"minst", "minst"}, "at most": {"høyst", "høgst"}}

// Quantified says in a language what Quantifier returns: "minst 2 av 4" for "at least 2 of 4".
func (l Language) Quantified(english string) string {
	n := slices.Index([]Language{"nb", "nn"}, l)
	if n < 0 {
		return english
	}
	if said, ok := quantifiersSaid[english]; ok {
		return said[n]
	}
	for _, kind := range []string{"at least", "at most"} {
		if rest, ok := strings.CutPrefix(english, kind+" "); ok {
			english = quantifiersSaid[kind][n] + " " + rest
		}
	}
	return strings.ReplaceAll(english, " of ", " av ")
}

// DocumentKind returns the kind of document that a word means: "annual-report" for årsrapport. A word that means none is
// returned as it is.
func DocumentKind(word string) string {
	for _, k := range documentKinds {
		if meant(word, k.kind, k.also) {
			return k.kind
		}
	}
	return word
}

// CodeKind returns the kind of code that a word means: "challenge" for utfordring. A word that means none is returned as it is.
func CodeKind(word string) string {
	for _, k := range codeKinds {
		if meant(word, k.kind, k.also) {
			return k.kind
		}
	}
	return word
}

// DocumentKind returns the word for a kind of document, by the key under which the study has it: "årsrapport" for annual-report. One that is
// not known stands as it is.
func (l Language) DocumentKind(kind string) string {
	for _, k := range documentKinds {
		if k.kind == kind {
			return l.Say(kind)
		}
	}
	return kind
}

// DocumentKinds prints how many documents of a kind there are: "4 årsrapporter".
func (l Language) DocumentKinds(n int, kind string) string {
	if _, known := statusEntries["so many "+kind]; !known {
		return fmt.Sprintf("%d %s", n, kind)
	}
	return l.Count(n, kind)
}

// CodeKind returns the word for a kind of code, by the key under which the study has it: "utfordring" for challenge. One that is not known
// stands as it is.
func (l Language) CodeKind(kind string) string {
	if s := l.Say("code-kind " + kind); s != "code-kind "+kind {
		return s
	}
	return kind
}

// Role returns the word for what somebody is in an interview.
func (l Language) Role(role string) string {
	if role == "" {
		role = "unknown"
	}
	if s := l.Say("role " + role); s != "role "+role {
		return s
	}
	return role
}

// DocumentKinds returns the kinds of document with all words for them.
func DocumentKinds() []string {
	var out []string
	for _, k := range documentKinds {
		out = append(append(out, k.kind), k.also...)
	}
	return out
}

// CodeKinds returns the kinds of code with all words for them.
func CodeKinds() []string {
	var out []string
	for _, k := range codeKinds {
		out = append(append(out, k.kind), k.also...)
	}
	return out
}

func meant(word, kind string, also []string) bool {
	word = plain(word)
	if word == plain(kind) {
		return true
	}
	for _, a := range also {
		if word == plain(a) {
			return true
		}
	}
	return false
}

var hyphens = strings.NewReplacer(" ", "-", "_", "-")

func plain(word string) string { return hyphens.Replace(strings.ToLower(strings.TrimSpace(word))) }
