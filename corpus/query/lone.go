package query

import "unicode/utf8"

// Lone is a word of a query that is looked for by itself, not in a phrase.
type Lone struct {
	Text  string // in lower case
	Slips int    // how many are allowed, 0 for a word in its forms or in one spelling
}

// Lone returns the words that a query looks for by themselves, each once; not what stands under NOT, and no pattern.
func (q *Query) Lone() []Lone {
	var out []Lone
	seen := map[string]bool{}
	terms(q.root, func(n node) {
		p, ok := n.(phrase)
		if !ok || len(p.words) != 1 || p.words[0].kind == pattern || seen[p.words[0].text] {
			return
		}
		seen[p.words[0].text] = true
		out = append(out, Lone{p.words[0].text, p.words[0].slips})
	})
	return out
}

// Near returns within how many slips another word is near this one: 1, from six letters on 2, and 0 for words so short that any other is near.
func (l Lone) Near() int {
	switch n := utf8.RuneCountInString(l.Text); {
	case n < 4:
		return 0
	case n < 6:
		return 1
	}
	return 2
}
