package query

import (
	"slices"
	"strings"

	"crosscase/corpus/words"
)

// Need is what a passage must hold for the query to have a chance: a condition
// that an index can answer and that never leaves out a match. What it lets
// through, a Matcher decides.
type Need struct {
	Anything bool     // nothing is known: every passage may match
	Stems    []string // one of these stems, or a word with one of these keys
	Keys     []string // of words.Kin
	Word     string   // this spelling
	Wild     string   // a spelling with * and ?
	Near     string   // a spelling with at most Slips slips
	Slips    int
	Not      *Need // of Parted alone
	All, Any []Need
}

// Spelling tells whether a need is for words that have to be gone through one by one.
func (n Need) Spelling() bool { return n.Wild != "" || n.Near != "" }

// Fits tells whether a word is one of those.
func (n Need) Fits(word string) bool {
	if n.Wild != "" {
		return wild(n.Wild, word)
	}
	return words.Distance(word, n.Near, n.Slips) <= n.Slips
}

// Begins returns how all the words that fit begin.
func (n Need) Begins() string { return n.Wild[:max(0, strings.IndexAny(n.Wild, "*?"))] }

// Need returns what a passage must hold, with the stems of the given languages.
func (q *Query) Need(languages []string) Need {
	seekers := make([]seeker, len(languages))
	for i, l := range languages {
		seekers[i] = q.seeker(l)
	}
	return need(q.root, seekers)
}

func need(n node, seekers []seeker) Need {
	switch n := n.(type) {
	case phrase:
		out := Need{}
		for _, w := range n.words {
			if x := wordNeed(w, seekers); !x.Anything {
				out.All = append(out.All, x)
			}
		}
		if len(out.All) == 0 {
			return Need{Anything: true}
		}
		if len(out.All) == 1 {
			return out.All[0]
		}
		return out
	case all:
		out := Need{}
		for _, c := range n.of {
			if x := need(c, seekers); !x.Anything {
				out.All = append(out.All, x)
			}
		}
		if len(out.All) == 0 {
			return Need{Anything: true}
		}
		return out
	case any:
		out := Need{}
		for _, c := range n.of {
			x := need(c, seekers)
			if x.Anything {
				return x
			}
			out.Any = append(out.Any, x)
		}
		return out
	case inside:
		return need(n.of, seekers)
	case near:
		return need(all{[]node{n.a, n.b}}, seekers)
	case relation:
		if n.name == "WITHOUT" {
			return need(n.a, seekers)
		}
		return need(all{[]node{n.a, n.b}}, seekers)
	}
	return Need{Anything: true}
}

func wordNeed(w word, seekers []seeker) Need {
	switch w.kind {
	case exact:
		return Need{Word: w.text}
	case pattern:
		return Need{Wild: w.text}
	case fuzzy:
		return Need{Near: w.text, Slips: w.slips}
	}
	out := Need{}
	for _, a := range seekers {
		x := a.For(w.text)
		for _, stem := range x.stems {
			if !slices.Contains(out.Stems, stem) {
				out.Stems = append(out.Stems, stem)
			}
		}
		for _, key := range x.keys {
			if !slices.Contains(out.Keys, key) {
				out.Keys = append(out.Keys, key)
			}
		}
	}
	if len(out.Stems)+len(out.Keys) == 0 {
		return Need{Word: w.text}
	}
	return out
}
