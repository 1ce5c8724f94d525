package query

import (
	"cmp"
	"slices"
	"strings"

	"crosscase/corpus"
)

// Term is a word, phrase or regular expression of a query that is looked for: not what stands
// under NOT or after WITHOUT, and no field.
type Term struct {
	Text   string // as it can be typed again
	Places []corpus.Span
}

// AnyOf returns the query for any of some words in all their forms, however they are written.
func AnyOf(words []string) *Query {
	of := make([]node, len(words))
	texts := make([]string, len(words))
	for i, w := range words {
		of[i] = phrase{[]word{{kind: stemmed, text: w}}}
		texts[i] = w
	}
	return &Query{Text: strings.Join(texts, " OR "), root: any{of}}
}

// Terms returns the terms of the query, each once, with their places in a stretch,
// wherever the query as a whole may hold.
func (m *Matcher) Terms(x *Stretch) []Term {
	var out []Term
	seen := map[string]bool{}
	terms(m.query.root, func(n node) {
		text := termText(n)
		if seen[text] {
			return
		}
		seen[text] = true
		_, places := m.eval(n, x)
		out = append(out, Term{text, merge(places, x.at.Span)})
	})
	return out
}

// terms visits what a query looks for, in the order it stands.
func terms(n node, visit func(node)) {
	switch n := n.(type) {
	case phrase, regex:
		visit(n)
	case all:
		for _, c := range n.of {
			terms(c, visit)
		}
	case any:
		for _, c := range n.of {
			terms(c, visit)
		}
	case near:
		terms(n.a, visit)
		terms(n.b, visit)
	case inside:
		terms(n.of, visit)
	case relation:
		terms(n.a, visit)
		if n.name != "WITHOUT" {
			terms(n.b, visit)
		}
	}
}

// termText writes a term as it can be typed again.
func termText(n node) string {
	if r, ok := n.(regex); ok {
		return "/" + strings.ReplaceAll(strings.TrimPrefix(r.re.String(), "(?i)"), "/", `\/`) + "/"
	}
	p := n.(phrase)
	parts := make([]string, len(p.words))
	for i, w := range p.words {
		parts[i] = w.text
		switch {
		case w.kind == fuzzy && w.slips == 1:
			parts[i] += "~"
		case w.kind == fuzzy:
			parts[i] += "~2"
		case w.kind == exact && len(p.words) == 1:
			parts[i] = "=" + w.text
		}
	}
	if len(parts) > 1 && p.words[0].kind == stemmed {
		return strings.Join(parts, "-")
	}
	if len(parts) > 1 {
		return `"` + strings.Join(parts, " ") + `"`
	}
	return parts[0]
}

// And returns the query for what both hold.
func (q *Query) And(other *Query) *Query {
	both := *q
	both.Text, both.root = "("+q.Text+") ("+other.Text+")", all{[]node{q.root, other.root}}
	return &both
}

// Nearest returns the number of words in the shortest part of a stretch that holds a place of each
// term that has any; 0 with fewer than two such terms.
func (x *Stretch) Nearest(found []Term) int {
	type at struct {
		placed
		term int
	}
	var row []at
	kinds := 0
	for i, t := range found {
		if len(t.Places) > 0 {
			kinds++
		}
		for _, p := range x.placed(t.Places) {
			row = append(row, at{p, i})
		}
	}
	if kinds < 2 {
		return 0
	}
	slices.SortFunc(row, func(a, b at) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End), cmp.Compare(a.term, b.term))
	})
	shortest, have, from := 0, make([]int, len(found)), 0
	missing := kinds
	for _, r := range row {
		if have[r.term]++; have[r.term] == 1 {
			missing--
		}
		for missing == 0 {
			if n := r.last - row[from].first + 1; shortest == 0 || n < shortest {
				shortest = max(1, n)
			}
			if have[row[from].term]--; have[row[from].term] == 0 {
				missing++
			}
			from++
		}
	}
	return shortest
}

// Words returns the number of words in the stretch.
func (x *Stretch) Words() int { return len(x.tokens) }
