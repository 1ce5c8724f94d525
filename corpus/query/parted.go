package query

import "crosscase/corpus"

// Parted is a query in two parts, both of which have to hold: one that the words of a passage
// decide, and one that what is known of the passage decides.
type Parted struct {
	// Exact tells that a passage matches just when it fulfils Need in its language and
	// Fields hold: the text need not be looked at to know.
	Exact  bool
	query  *Query
	words  []node
	fields []node
}

// Parted parts the query.
func (q *Query) Parted() Parted {
	p := Parted{Exact: true, query: q}
	var part func(n node)
	part = func(n node) {
		switch x := n.(type) {
		case all:
			for _, c := range x.of {
				part(c)
			}
		default:
			if ofFields(n) {
				p.fields = append(p.fields, n)
				return
			}
			p.words = append(p.words, n)
			p.Exact = p.Exact && ofWords(n)
		}
	}
	part(q.root)
	return p
}

// ofFields tells whether fields alone decide a condition.
func ofFields(n node) bool {
	switch n := n.(type) {
	case field:
		return true
	case not:
		return ofFields(n.of)
	case all:
		return every(n.of, ofFields)
	case any:
		return every(n.of, ofFields)
	}
	return false
}

// ofWords tells whether it decides a condition which words stand in a passage, wherever they do.
func ofWords(n node) bool {
	switch n := n.(type) {
	case phrase:
		return len(n.words) == 1
	case not:
		return ofWords(n.of)
	case all:
		return every(n.of, ofWords)
	case any:
		return every(n.of, ofWords)
	}
	return false
}

func every(list []node, holds func(node) bool) bool {
	for _, n := range list {
		if !holds(n) {
			return false
		}
	}
	return true
}

// Need returns what a passage in a language must hold.
func (p Parted) Need(language string) Need {
	seekers := []seeker{p.query.seeker(language)}
	if !p.Exact {
		return need(p.query.root, seekers)
	}
	return exactNeed(all{p.words}, seekers)
}

func exactNeed(n node, seekers []seeker) Need {
	var out Need
	switch n := n.(type) {
	case phrase:
		return wordNeed(n.words[0], seekers)
	case not:
		inner := exactNeed(n.of, seekers)
		return Need{Not: &inner}
	case any:
		for _, c := range n.of {
			out.Any = append(out.Any, exactNeed(c, seekers))
		}
	case all:
		if len(n.of) == 0 {
			return Need{Anything: true}
		}
		for _, c := range n.of {
			out.All = append(out.All, exactNeed(c, seekers))
		}
	}
	return out
}

// HasFields tells whether any field stands in the query.
func (q *Query) HasFields() bool { return len(q.Fields()) > 0 }

// HasFields tells whether fields have to hold.
func (p Parted) HasFields() bool { return len(p.fields) > 0 }

// Fields tells whether the fields hold of a passage.
func (p Parted) Fields(r Resolver, at corpus.Passage) bool {
	m := &Matcher{resolver: r}
	ok, _ := m.eval(all{p.fields}, &Stretch{at: at})
	return ok
}
