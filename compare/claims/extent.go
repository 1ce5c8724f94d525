package claims

import (
	"strings"

	"crosscase/cases"
)

// Quantifiers that stand in more than one word, or beside their noun rather than before it.

var (
	everywhere = phrases("everywhere", "overalt", "alle steder", "alle stader", "in every place", "at every site", "hele veien")
	nowhere    = phrases("nowhere", "ingen steder", "ingen stader", "ingen sted", "ingensteds", "intet sted", "ikke noe sted")
	nobodyLeft = phrases("uten unntak", "utan unntak", "without exception", "uten noe unntak", "to a library", "felles for")
	acrossAll  = phrases("på tvers av", "across", "gjennomgående i", "throughout")
	varying    = set("varierer", "varierte", "variert", "ulikt", "forskjellig", "forskjeller", "skilnader", "differ", "differs", "differed", "vary", "varies", "varied", "varying", "differences", "variation", "variasjon", "samarbeid", "cooperation", "compare", "compared", "comparison", "sammenlignet", "sammenlikner", "sammenligne", "sammenlikning")
	parts      = map[string]int{"half": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4, "fifth": 5, "fifths": 5, "tredel": 3, "tredjedel": 3, "tredeler": 3, "tredjedeler": 3, "tredelar": 3, "tredjedelar": 3, "firedel": 4, "fjerdedel": 4, "firedeler": 4, "fjerdedeler": 4, "firedelar": 4, "fjerdedelar": 4, "femdel": 5, "femtedel": 5, "femdeler": 5, "femtedeler": 5}
	percent    = set("prosent", "percent", "pct")
	auxiliary  = set("har", "hadde", "er", "ble", "var", "blir", "må", "vil", "kan", "skal", "måtte", "ville", "vart", "have", "had", "are", "were", "will", "can", "do", "did")
)

// extent finds a quantifier of one of these kinds.
func (c *clause) extent() (quantified, bool) {
	for i := range c.tokens {
		for _, e := range []struct {
			phrases [][]string
			kind    string
		}{{everywhere, cases.All}, {nowhere, cases.None}} {
			if n := c.phrase(i, e.phrases); n > 0 {
				c.use(i, n)
				return quantified{count: cases.Quantifier{Kind: e.kind}, none: e.kind == cases.None, sure: true}, true
			}
		}
		if n := c.phrase(i, nobodyLeft); n > 0 && c.plainly() {
			c.use(i, n)
			return quantified{count: cases.Quantifier{Kind: cases.All}, sure: true}, true
		}
		if n := c.phrase(i, acrossAll); n > 0 {
			if q, m, ok := c.across(i, n); ok || c.why != "" {
				c.use(i, m)
				return q, ok
			}
		}
		if q, n, ok := c.fraction(i); ok || c.why != "" {
			c.use(i, n)
			return q, ok
		}
		if q, n, ok := c.allBut(i); ok {
			c.use(i, n)
			return q, ok
		}
		if q, n, ok := c.floating(i); ok || c.why != "" {
			c.use(i, n)
			return q, ok
		}
	}
	return quantified{}, false
}

// plainly tells whether the clause names the cases together, all of them: "the libraries", «kommunene».
func (c *clause) plainly() bool {
	for i := range c.tokens {
		if c.l.noun(c.word(i)) && !c.l.someOnly(c.word(i)) && (theWords[c.word(i-1)] || strings.HasSuffix(c.word(i), "ene") || strings.HasSuffix(c.word(i), "ane") || c.l.language != "en" && c.l.latin(c.word(i)) && strings.HasSuffix(c.word(i), "a")) {
			return true
		}
	}
	return false
}

// across reads "across the three libraries", «på tvers av casene», which say that something holds of all; not "differs across".
func (c *clause) across(i, n int) (quantified, int, bool) {
	m, number, group, definite, ok := c.tail(i + n)
	if !ok {
		if allWords[c.word(i+n)] {
			m, number, group, definite, ok = c.tail(i + n + 1)
			m++
		}
		if !ok {
			return quantified{}, 0, false
		}
	}
	for _, t := range c.tokens {
		if varying[t.Fold] {
			c.why, c.at = Unclear, i
			return quantified{}, 0, false
		}
	}
	last := c.word(i + n + m - 1)
	if i > 1 && number == 0 && !c.l.common[c.l.stem.Stem(last)] && !allWords[c.word(i+n)] {
		c.why, c.at = Unclear, i
		return quantified{}, 0, false
	}
	return quantified{count: cases.Quantifier{Kind: cases.All}, group: group, sure: definite || number > 0}, n + m, true
}

// fraction reads "two thirds of the libraries", «75 prosent av kommunene», if they come to a whole number of cases.
func (c *clause) fraction(i int) (quantified, int, bool) {
	k, isNumber := c.number(i)
	if !isNumber && singles[c.word(i)] {
		k, isNumber = 1, true
	}
	if c.word(i) == "100" {
		k, isNumber = 100, true
	}
	of := parts[c.word(i+1)]
	next := i + 2
	switch {
	case isNumber && c.word(i+1) == "in" && c.l.several(c.word(i+2)) && c.l.noun(c.word(i+3)): // "one in three libraries"
		of, _ = c.number(i + 2)
		return c.share(i, 4, k, of, nil, false)
	case isNumber && percent[c.word(i+1)]:
		of = 100
	case isNumber && strings.HasPrefix(strings.TrimSpace(c.text[c.tokens[i].End:]), "%"):
		of, next = 100, i+1
	}
	if !isNumber || of == 0 || !ofWords[c.word(next)] {
		return quantified{}, 0, false
	}
	n, _, group, definite, ok := c.tail(next)
	if !ok {
		return quantified{}, 0, false
	}
	q, m, ok := c.share(i, next+n-i, k, of, group, definite)
	return q, m, ok
}

// share returns the quantifier for k parts out of some of a group; where that is no whole number of cases it cannot be held against them.
func (c *clause) share(i, n, k, of int, group []string, definite bool) (quantified, int, bool) {
	size := c.size(group)
	if size*k%of != 0 {
		c.why, c.at, c.noun = NoWhole, i, c.word(i+n-1)
		return quantified{}, 0, false
	}
	q := quantified{count: cases.Quantifier{Kind: cases.Exactly, N: size * k / of}, group: group, sure: definite}
	if group == nil {
		q.count.Of = size
	}
	if q.count.N == size {
		q.count = cases.Quantifier{Kind: cases.All}
	}
	return q, n, true
}

func (c *clause) size(group []string) int {
	if group != nil {
		return len(group)
	}
	return len(c.l.keys)
}

// allBut reads "all but Station", "every library except one", «med ett unntak»; the names themselves are read with the others.
func (c *clause) allBut(i int) (quantified, int, bool) {
	w := c.word(i)
	if (w == "med" || w == "with") && singles[c.word(i+1)] && (c.word(i+2) == "unntak" || c.word(i+2) == "exception") {
		if k := c.wordIn(allWords); k >= 0 {
			if n, _, _, _, ok := c.tail(k + 1); ok {
				c.use(k, n+1)
				return quantified{count: c.lacking(1), sure: true}, 3, true
			}
		}
		return quantified{count: c.lacking(1), sure: true}, 3, c.plainly()
	}
	if !allWords[w] && w != "everyone" && !noneWords[w] {
		return quantified{}, 0, false
	}
	j := i + 1
	n, number, _, _, ok := c.tail(j)
	if ok || number == len(c.l.keys) && number > 1 {
		j += n
	}
	m := c.phrase(j, excepts)
	if m == 0 && c.word(j) == "but" {
		m = 1
	}
	if m == 0 && c.ends(j) && c.phrase(0, excepts) > 0 && (allWords[w] || noneWords[w] || w == "everyone") { // "apart from A, all …"
		return allOrNone(w), 1, true
	}
	if k, isNumber := c.number(j + m); m > 0 && isNumber && k > 0 && k < len(c.l.keys) && allWords[w] && (ok || ofWords[c.word(j+m+1)] || c.ends(j+m+1) || c.l.noun(c.word(j+m+1))) {
		end := j + m + 1
		if t, _, _, _, of := c.tail(end); of {
			end += t
		}
		return quantified{count: c.lacking(k), sure: true}, end - i, true
	}
	if m == 0 {
		return quantified{}, 0, false
	}
	for k := j + m; k <= j+m+2; k++ {
		if at, _ := c.caseAt(k); at >= 0 && !ok {
			return allOrNone(w), j - i, true
		}
	}
	return quantified{}, 0, false
}

// allOrNone is the quantifier of a word for all or for none.
func allOrNone(w string) quantified {
	if noneWords[w] {
		return quantified{count: cases.Quantifier{Kind: cases.None}, none: true, sure: true}
	}
	return quantified{count: cases.Quantifier{Kind: cases.All}, sure: true}
}

// lacking is the quantifier for all cases but k.
func (c *clause) lacking(k int) cases.Quantifier {
	return cases.Quantifier{Kind: cases.Exactly, N: len(c.l.keys) - k, Of: len(c.l.keys)}
}

// floating reads a quantifier that stands after its noun: "the libraries have all lowered", «kommunene har alle». Where it may
// as well count what comes after it («kommunene bruker alle verktøyene»), it is not read.
func (c *clause) floating(i int) (quantified, int, bool) {
	w := c.word(i)
	if !c.l.noun(w) || c.gap(i+1) || !(theWords[c.word(i-1)] || c.l.groups[c.l.groupKey(c.word(i-1))] != nil || c.l.several(c.word(i-1)) || strings.HasSuffix(w, "ene") || strings.HasSuffix(w, "ane")) {
		return quantified{}, 0, false
	}
	for back := 1; back <= 4 && back <= i; back++ {
		if v := c.word(i - back); allWords[v] || noneWords[v] || mostWords[v] || ofWords[v] || someWords[v] {
			return quantified{}, 0, false // its own quantifier stands before it
		}
	}
	for j := i + 1; j <= i+3 && j < len(c.tokens) && !c.gap(j); j++ {
		v := c.word(j)
		if v != "alle" && v != "all" && v != "each" && v != "samtlige" {
			continue
		}
		next := c.word(j + 1)
		sure := next != "but" && c.l.language == "en" && (v == "all" || v == "each") && (j == i+1 || auxiliary[c.word(j-1)]) && !theWords[next] && next != "of"
		if c.l.language != "en" {
			sure = auxiliary[c.word(j-1)] && (strings.HasSuffix(next, "t") || strings.HasSuffix(next, "tt") || prepositions[next] || singles[next] || strings.HasSuffix(next, "d") || strings.HasSuffix(next, "a"))
		}
		if !sure {
			if c.word(j+1) == "but" || c.phrase(j+1, excepts) > 0 || theWords[next] || ofWords[next] {
				return quantified{}, 0, false
			}
			c.why, c.at = Unclear, j
			return quantified{}, 0, false
		}
		var group []string
		if g := c.l.groups[c.l.groupKey(c.word(i-1))]; g != nil {
			group = g
		} else if n, g, alone := c.groupEndingAt(i); alone {
			c.use(i+1-n, n)
			group = g
		} else if c.l.someOnly(w) {
			c.why, c.at = UnknownGroup, i
			return quantified{}, 0, false
		}
		c.use(j, 1)
		return quantified{count: cases.Quantifier{Kind: cases.All}, group: group, sure: true}, 1, true
	}
	return quantified{}, 0, false
}
