package claims

import (
	"slices"

	"crosscase/cases"
	"crosscase/corpus/words"
)

// What a sentence says of the cases that it does not name: "the other two", «resten av kommunene», "no one else".

// restWords are those that speak of the cases that are not named.
var restWords = set("third", "fourth", "fifth", "last", "tredje", "fjerde", "femte", "siste", "andre", "øvrige", "øvrege", "resterende", "resterande", "gjenværende", "others", "other", "remaining", "rest", "resten")

// onlyBeforeNouns are those of them that stand for cases by themselves only where no noun follows.
var onlyBeforeNouns = set("other", "remaining", "third", "fourth", "fifth", "last", "tredje", "fjerde", "femte", "siste")

var (
	nobodyElse = phrases("ingen andre", "ingen annen", "ingen øvrige", "inga anna", "ikke noen andre", "ikkje nokon andre", "no other", "no others", "no one else", "noone else", "nobody else", "none else", "nowhere else", "ingen andre steder", "ingen andre stader")
	// likewise are phrases by which a clause says of others what it says of the named cases, and joining what stands between the two.
	likewise = phrases("so have", "so has", "so had", "so do", "so does", "so did", "so are", "so is", "as have", "as has", "as had", "as do", "as does", "as did", "as are", "as is", "do the same", "did the same", "does the same", "gjør det samme", "gjorde det samme", "gjer det same", "gjorde det same", "slik som", "slik", "på samme måte", "på same måte")
	joining  = set("og", "samt", "eller", "and", "or", "nor", "as", "like", "som", "slik")
)

// others reads "the other two", «de øvrige kommunene», "none of the others", "no one else": the cases that the sentence does not name before,
// or beside.
func (c *clause) others(i int) (quantified, int, bool) {
	if n := c.phrase(i, nobodyElse); n > 0 {
		j := i + n
		switch next := c.word(j); {
		case comparing[next] || next == "but" || c.gap(j) && c.word(j-1) == "other":
			return quantified{}, 0, false
		case c.l.noun(next) && !c.gap(j):
			j++
		case c.word(j-1) == "other" || !c.ends(j) && !verbs[next] && pluralNoun(next, c.l.language):
			return quantified{}, 0, false // no other of something else
		}
		return c.left(i, j-i, 0, cases.None)
	}
	j, kind := i, cases.All
	switch w := c.word(i); {
	case noneWords[w] && ofWords[c.word(i+1)]:
		j, kind = i+2, cases.None
	case (allWords[w] || w == "both" || w == "begge") && (theWords[c.word(i+1)] || ofWords[c.word(i+1)]):
		j = i + 1
		if ofWords[c.word(j)] {
			j++
		}
	}
	if c.word(j) == "resten" && ofWords[c.word(j+1)] {
		if n, _, _, _, ok := c.tail(j + 1); ok {
			return c.left(i, j+1+n-i, 0, kind)
		}
		return quantified{}, 0, false
	}
	if c.word(j) == "resten" && verbs[c.word(j+1)] {
		return c.left(i, j+1-i, 0, kind)
	}
	if before := c.word(i - 1); !theWords[c.word(j)] || c.gap(j) || before == "fra" || before == "frå" || before == "on" || before == "til" && !c.setAgainst(i) || before == "to" && !c.setAgainst(i) || before != "unlike" && (comparing[before] || comparing[c.word(i-2)] && prepositions[before]) {
		return quantified{}, 0, false
	}
	j++
	number := 0
	if k, isNumber := c.number(j); isNumber {
		number = k
		j++
	}
	if !restWords[c.word(j)] {
		return quantified{}, 0, false
	}
	if number > 0 && c.word(j) == "rest" {
		return quantified{}, 0, false
	}
	j++
	if k, isNumber := c.number(j); isNumber && number == 0 {
		number = k
		j++
	}
	switch {
	case c.l.noun(c.word(j)) && !c.gap(j):
		j++
	case ofWords[c.word(j)] && c.l.noun(c.word(j+2)):
		j += 3
	case ofWords[c.word(j)] && !themWords[c.word(j+1)], !c.ends(j) && !verbs[c.word(j)] && (onlyBeforeNouns[c.word(j-1)] || pluralNoun(c.word(j), c.l.language) || auxiliary[c.word(j+1)]):
		return quantified{}, 0, false // the others of something else
	}
	return c.left(i, j-i, number, kind)
}

// setAgainst tells whether words before token i set against the named cases what begins there: "unlike the others", «i motsetning til de øvrige».
func (c *clause) setAgainst(i int) bool {
	return c.word(i-1) == "unlike" || c.phraseEndsBefore(i, contrasts)
}

// left returns the quantifier over the cases that neither earlier clauses nor this one name. Where this one names cases, it has to say
// whether it says the same of both.
func (c *clause) left(i, n, number int, kind string) (quantified, int, bool) {
	var here []string
	for at := range c.tokens {
		if k, _ := c.caseAt(at); k >= 0 {
			here = append(here, c.l.keys[k])
		}
	}
	for at := i; at < i+n; at++ {
		if c.l.someOnly(c.word(at)) { // "the other nursing homes": the cases that are none are not among them
			c.why, c.at, c.noun = UnknownGroup, i, c.word(at)
			return quantified{}, 0, false
		}
	}
	q := quantified{count: cases.Quantifier{Kind: kind}, none: kind == cases.None, sure: true, rest: true, beside: len(here) > 0}
	for _, k := range c.l.keys {
		if !slices.Contains(c.before, k) && !slices.Contains(here, k) {
			q.group = append(q.group, k)
		}
	}
	q.against = q.beside && (q.none || c.setAgainst(i))
	if len(c.before)+len(here) == 0 || len(q.group) == 0 || number > 0 && number != len(q.group) || q.beside && !q.against && !c.joined(i) {
		c.why, c.at = TheOthers, i
		return quantified{}, 0, false
	}
	return q, n, true
}

// joined tells whether the clause says the same of the others, which begin at token i, as of the cases it names.
func (c *clause) joined(i int) bool {
	if c.too() || c.phraseIn(likewise) >= 0 {
		return true
	}
	for prepositions[c.word(i-1)] {
		i--
	}
	return joining[c.word(i-1)]
}

// othersOf returns the noun of what "all the other", «de tre andre», "the rest of the", "no other" or the like at token i counts, "" if it counts
// cases, or if nothing of the kind stands there.
func (c *clause) othersOf(i int) string {
	counted := false
	j := i
	for allWords[c.word(j)] || noneWords[c.word(j)] || c.l.several(c.word(j)) || ofWords[c.word(j)] || theWords[c.word(j)] && !c.gap(j+1) {
		counted = counted || !ofWords[c.word(j)] && !theWords[c.word(j)]
		j++
	}
	switch {
	case !restWords[c.word(j)] || c.gap(j) && j > i:
		return ""
	case (c.word(j) == "rest" || c.word(j) == "resten") && ofWords[c.word(j+1)]:
		counted = true
		j++
	}
	if j++; c.l.several(c.word(j)) {
		counted = true
		j++
	}
	for ofWords[c.word(j)] || theWords[c.word(j)] {
		j++
	}
	w := c.word(j)
	if !counted || w == "" || c.gap(j) || verbs[w] || c.l.noun(w) || apparatus[w] || words.Function(w, c.l.language) || quantifying(w) {
		return ""
	}
	return w
}
