package catalogue

import "strings"

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

// codeKinds are the kinds of code that have ready-made tables, and structural, each with the other words for it.
var codeKinds = []struct {
	kind string
	also []string
}{
	{"adaptation", []string{"adaptations", "tilpasning", "tilpasninger", "tilpassing", "tilpassingar"}},
	{"challenge", []string{"challenges", "utfordring", "utfordringer", "utfordringar"}},
	{"success-factor", []string{"success factor", "success-factors", "suksessfaktor", "suksessfaktorer", "suksessfaktorar"}},
	{"effect", []string{"effects", "effekt", "effekter", "effektar"}},
	{"context", []string{"contexts", "kontekst"}},
	{"structural", []string{"strukturell"}},
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
	if word == kind {
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
