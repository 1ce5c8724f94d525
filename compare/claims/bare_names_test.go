package claims

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
)

func hospitals() *Lexicon {
	var list []Case
	for _, c := range []struct{ key, label, size string }{{"g", "Granli sykehus", "stor"}, {"h", "Havna sykehus", "liten"}, {"k", "Kveldsund sjukehus", "liten"}, {"m", "Myrland sykehus", "stor"}} {
		list = append(list, Case{Key: c.key, Label: c.label, Values: []Value{{"size", c.size}}})
	}
	return NewLexicon(list, nil, "nb")
}

func schools() *Lexicon {
	var list []Case
	for _, c := range []struct{ key, label, size string }{{"h", "Hilltop Academy", "large"}, {"o", "Oakfield School", "large"}, {"r", "Riverside School", "small"}} {
		list = append(list, Case{Key: c.key, Label: c.label, Values: []Value{{"size", c.size}}})
	}
	return NewLexicon(list, []string{"school"}, "en")
}

// told prints what the claims of a sentence say: the cases of which it is claimed, their number, or why it was not understood.
func told(r Reading) string {
	var out []string
	for _, c := range r.Claims {
		text := ""
		for _, k := range slices.Sorted(maps.Keys(c.Claimed)) {
			text += map[string]string{"present": "+", "absent": "-", "none": "~", NotPresent: "/"}[c.Claimed[k]] + k
		}
		if c.Count.Kind != "" {
			text += c.Count.Kind
			if c.Count.N > 0 {
				text += fmt.Sprint(c.Count.N)
			}
		}
		if c.Denied {
			text += "!"
		}
		if c.Hedged {
			text += "?"
		}
		out = append(out, text)
	}
	for _, u := range r.Unread {
		out = append(out, u.Why+" "+u.Phrase)
	}
	return strings.Join(out, "; ")
}

type reads struct {
	l          *Lexicon
	text, want string
}

func holdTo(t *testing.T, list []reads) {
	t.Helper()
	for _, x := range list {
		if got := told(x.l.Read(x.text)); got != x.want {
			t.Errorf("%q: %q, want %q", x.text, got, x.want)
		}
	}
}

// A case is known by its bare name also where only its own label says what it is.
func TestBareNames(t *testing.T) {
	nb, en := hospitals(), schools()
	primary := NewLexicon([]Case{{Key: "v", Label: "Vik barneskole"}, {Key: "n", Label: "Nes barneskole"}}, nil, "nn")
	letters := NewLexicon([]Case{{Key: "a", Label: "Kommune A"}, {Key: "b", Label: "Kommune B"}, {Key: "d", Label: "Kommune D"}}, nil, "nb")
	kinds := NewLexicon([]Case{{Key: "x", Label: "Senter Øst"}, {Key: "y", Label: "Klinikk Vestby"}, {Key: "z", Label: "North Lyceum"}, {Key: "w", Label: "Dalby Lyseum for unge"}}, nil, "nb")
	holdTo(t, []reads{
		{nb, "Kveldsund hadde en ildsjel.", "+k"},
		{nb, "I Havna og Myrland justerte de terskelen, i Granli lot de den stå.", "+h+m; +g"},
		{nb, "Bare i Kveldsund var det ingen problem.", "+g+h-k+m"},
		{nb, "Både Granli og Kveldsund hadde en ildsjel.", "+g+k"},
		{nb, "Tre sykehus (Granli, Havna og Kveldsund) hadde en ildsjel.", "+g+h+k"},
		{nb, "Tre av fire sykehus – Granli, Kveldsund og Myrland – hadde en ildsjel.", "+g+k+m"},
		{nb, "Eldsjeler fantes i alle sjukehusa utanom Kveldsund.", "+g+h-k+m"},
		{primary, "Alle barneskulane hadde ei eldsjel.", "all"},
		{primary, "Alle skulane hadde ei eldsjel.", "unknown-noun Alle skulane"},
		{en, "Neither Hilltop nor Riverside measured anything.", "-h-r"},
		{en, "Hilltop did not measure anything.", "-h"},
		{en, "Hilltop Academy measured it.", "+h"},
		{letters, "Både A og D har det.", "+a+d"},
		{letters, "Kommune A har det.", "+a"},
		{kinds, "Både Vestby og Dalby har det.", "+w+y"},
		{kinds, "Senter for forskning har det.", ""},
		{kinds, "North har det.", ""},
	})
}

// A list with a name that is of no case is not the claim that is left without it.
func TestStrangersInAList(t *testing.T) {
	nb, en := hospitals(), schools()
	holdTo(t, []reads{
		{nb, "Både Granli og Molde hadde en ildsjel.", "unknown-name Molde"},
		{nb, "Molde og Granli hadde en ildsjel.", "unknown-name Molde"},
		{nb, "Tre sykehus (Granli, Havna og Molde) hadde en ildsjel.", "unknown-name Molde"},
		{nb, "To av sykehusene, Molde og Volda, hadde en ildsjel.", "unknown-name Molde"},
		{nb, "Alle sykehusene unntatt Molde hadde en ildsjel.", "unknown-name Molde"},
		{nb, "Granli, Molde sykehus og Havna hadde en ildsjel.", "+h; unknown-name Molde"},
		{en, "Neither Oakfield nor Westgate measured anything.", "unknown-name Westgate"},
		{en, "Both Westgate and Oakfield measured it.", "unknown-name Westgate"},
		{en, "However, Oakfield and Riverside used Excel.", "+o+r"},
		{nb, "Tre sykehus (Granli og Havna) hadde en ildsjel.", "unclear Granli"},
		{nb, "To av sykehusene samarbeidet med Havna.", "exactly2"},
		{nb, "Både Granli og Havna bruker Word og Excel.", "+g+h"},
		{nb, "IKT-avdelingen og Granli samarbeidet.", "+g"},
		{en, "Oakfield measured it in June and Riverside in July.", "+o+r"},
	})
}

// Groups of an attribute's values are all checked, and what is of no attribute is not guessed at.
func TestGroups(t *testing.T) {
	nb, en := hospitals(), schools()
	twice := NewLexicon([]Case{{Key: "a", Label: "Kommune A", Values: []Value{{"folk", "stor"}, {"budsjett", "liten"}}}, {Key: "b", Label: "Kommune B", Values: []Value{{"folk", "liten"}, {"budsjett", "stor"}}}}, nil, "nb")
	holdTo(t, []reads{
		{nb, "Både de store og de små sykehusene samarbeidet.", "+g+h+k+m"},
		{nb, "Samtlige store og små sykehus samarbeidet.", "+g+h+k+m"},
		{nb, "Alle de små sykehusene slet med det.", "+h+k"},
		{nb, "Begge de store sykehusene hadde motstand.", "+g+m"},
		{nb, "Ingen av de store sykehusene samarbeidet.", "-g-m"},
		{nb, "Både de store og de rike sykehusene samarbeidet.", "unknown-group rike"},
		{nb, "Både de rike og de store sykehusene samarbeidet.", "unknown-group rike"},
		{nb, "Alle de rike sykehusene samarbeidet.", "unknown-group rike"},
		{nb, "De største sykehusene samarbeidet.", "unknown-group største"},
		{nb, "To tredjedeler av sykehusene samarbeidet.", "no-whole To tredjedeler av sykehusene"},
		{nb, "Alle de undersøkte sykehusene samarbeidet.", "all"},
		{nb, "Alle de deltakende sykehusene samarbeidet.", "all"},
		{en, "Both the large and the small schools made exceptions.", "+h+o+r"},
		{en, "Large and small schools alike made exceptions.", ""},
		{en, "All the large and small schools made exceptions.", "+h+o+r"},
		{en, "All the rural schools made exceptions.", "unknown-group rural"},
		{en, "The small school made exceptions.", "+r"},
		{en, "The three participating schools made exceptions.", "all"},
		{twice, "De små kommunene samarbeidet.", "unknown-group små"},
	})
}
