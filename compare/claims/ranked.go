package claims

import "strings"

// ranked returns the token from which a clause that names cases says how they stand to others: that something is most so in one of them
// ("most common at A", «A har høyest …»), or as much so as in another ("as common at A as at B"); -1 if it does not. The codings can tell only
// that it is there. What ranks within a case is no such thing: "the most common problem at A is", «viktigst i A er».
func (c *clause) ranked() int {
	for i, w := range c.words() {
		switch {
		case c.used[i] || c.phrase(i, fixed) > 0 || c.phrase(i-1, fixed) > 1:
		case definiteRankings[w]:
			if theWords[c.word(i-1)] && having[c.word(i-2)] {
				return i // «har den høyeste arbeidsroen»
			}
		case highest[w] || lowest[w] || strings.HasSuffix(w, "ligst") || strings.HasSuffix(w, "legast"):
			if c.ranksCases(i) {
				return i
			}
		case equals[w] && c.asMuch(i):
			return i
		}
	}
	return -1
}

// ranksLow tells whether the word at token i says that something is least so: "the fewest", «minst». Whether it is there cannot be told from that.
func (c *clause) ranksLow(i int) bool { return lowest[c.word(i)] }

// ranksCases tells whether the superlative at token i ranks cases, and neither things within one ("the most common", «viktigst i A er») nor
// counts ("at least", «minst to», «ikke minst»).
func (c *clause) ranksCases(i int) bool {
	before, after := c.word(i-1), c.word(i+1)
	_, counts := c.number(i + 1)
	switch {
	case before == "the":
		return having[c.word(i-2)]
	case unranked[before], unrankedBehind[after], counts, after == "of":
		return false
	case i == 0:
		return !prepositions[after] && !copulas[after]
	}
	return true
}

// asMuch tells whether "as" or «like» at token i begins a comparison of cases: "as common at A as at B". "As well as" sets them side by side.
func (c *clause) asMuch(i int) bool {
	second := map[bool]string{true: "as", false: "som"}[c.word(i) == "as"]
	if unequal[c.word(i+1)] {
		return false
	}
	for j := i + 2; j < len(c.tokens); j++ {
		if c.word(j) != second {
			continue
		}
		for k := j + 1; k <= j+3; k++ {
			if named, _ := c.caseAt(k); named >= 0 {
				return true
			}
		}
	}
	return false
}

var (
	highest = set("most", "highest", "largest", "biggest", "greatest", "strongest", "best", "worst", "longest", "furthest",
		"mest", "flest", "høyest", "høgast", "høgst", "størst", "sterkest", "sterkast", "best", "verst", "lengst", "oftest", "oftast", "viktigst", "viktigast", "tettest", "tettast", "klarest", "klarast")
	lowest           = set("least", "lowest", "smallest", "weakest", "fewest", "shortest", "minst", "færrest", "lavest", "lågast", "svakest", "svakast", "dårligst", "dårlegast", "minste", "laveste", "lågaste", "svakeste", "svakaste", "dårligste", "dårlegaste")
	definiteRankings = set("meste", "minste", "høyeste", "høgaste", "laveste", "lågaste", "største", "sterkeste", "sterkaste", "svakeste", "svakaste", "beste", "dårligste", "dårlegaste")
	having           = set("has", "have", "had", "shows", "showed", "reports", "reported", "har", "hadde", "viser", "viste", "melder", "meldte")
	unranked         = set("at", "not", "ikke", "ikkje", "som", "alt", "den", "det", "de", "dei")
	unrankedBehind   = set("mulig", "mogleg", "practice", "practices", "like")
	equals           = set("as", "like")
	unequal          = set("well", "long", "soon", "far", "fullt", "som")
)
