package query

import "crosscase/corpus/words"

// Need is what a passage must hold for the query to have a chance: a condition
// that an index can answer and that never leaves out a match. What it lets
// through, a Matcher decides.
type Need struct {
	Anything bool     // nothing is known: every passage may match
	Stems    []string // one of these stems
	Word     string   // this spelling
	Wild     string   // a spelling with * and ?
	Near     string   // a spelling with at most Slips slips
	Slips    int
	All, Any []Need
}

// Need returns what a passage must hold, with the stems of the given languages.
func (q *Query) Need(languages []string) Need {
	analysers := make([]*words.Analyser, len(languages))
	for i, l := range languages {
		analysers[i] = words.NewAnalyser(l)
	}
	return need(q.root, analysers)
}

func need(n node, analysers []*words.Analyser) Need {
	switch n := n.(type) {
	case phrase:
		out := Need{}
		for _, w := range n.words {
			if x := wordNeed(w, analysers); !x.Anything {
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
			if x := need(c, analysers); !x.Anything {
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
			x := need(c, analysers)
			if x.Anything {
				return x
			}
			out.Any = append(out.Any, x)
		}
		return out
	case inside:
		return need(n.of, analysers)
	case near:
		return need(all{[]node{n.a, n.b}}, analysers)
	case relation:
		if n.name == "WITHOUT" {
			return need(n.a, analysers)
		}
		return need(all{[]node{n.a, n.b}}, analysers)
	}
	return Need{Anything: true}
}

func wordNeed(w word, analysers []*words.Analyser) Need {
	switch w.kind {
	case exact:
		return Need{Word: w.text}
	case pattern:
		return Need{Wild: w.text}
	case fuzzy:
		if w.slips > 1 {
			return Need{Anything: true} // an engine that knows no swaps would miss two of them
		}
		return Need{Near: w.text, Slips: w.slips}
	}
	stems := map[string]bool{}
	out := Need{}
	for _, a := range analysers {
		if s := a.Stem(w.text); !stems[s] {
			stems[s] = true
			out.Stems = append(out.Stems, s)
		}
	}
	if len(out.Stems) == 0 {
		return Need{Word: w.text}
	}
	return out
}
