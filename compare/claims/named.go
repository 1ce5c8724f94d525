package claims

import "slices"

// named returns the cases that the clause names, whether it says that it is they alone, and those that it excepts.
func (c *clause) named() (keys []string, only bool, except []string) {
	excepting := false
	last := -10
	for i := 0; i < len(c.tokens); i++ {
		if n := c.phrase(i, excepts); n > 0 {
			excepting = true
			c.use(i, n)
			i += n - 1
			continue
		}
		k, n := c.caseAt(i)
		if k < 0 {
			continue
		}
		if c.memberAt(i, n, last) {
			c.use(i, n)
			c.members = union(c.members, []string{c.l.keys[k]})
			last, i = i, i+n-1
			continue
		}
		if c.phraseBefore(i) {
			only = true
		}
		c.use(i, n)
		if c.nobodyElse(i) {
			only = true
		} else if comparing[c.word(i-1)] || comparing[c.word(i-2)] && (c.l.noun(c.word(i-1)) || prepositions[c.word(i-1)]) {
			if c.word(i-1) == "unlike" || c.word(i-2) == "unlike" {
				i = c.setApart(i)
				continue
			}
			i += n - 1 // "enn i C": the other side of a comparison
			continue
		}
		if c.contrasted(i) {
			i = c.setApart(i)
			continue
		}
		switch w := c.word(i + n); {
		case w == "alone", w == "alene", w == "åleine":
			only = true
		case excepted[w]:
			c.use(i+n, 1)
			except, i = append(except, c.l.keys[k]), i+n-1
			continue
		}
		if c.exceptedAt(i) {
			except, last, i = append(except, c.l.keys[k]), i, i+n-1
			continue
		}
		if c.word(i-1) == "but" && i > 1 || c.word(i-2) == "but" && i > 2 && prepositions[c.word(i-1)] {
			excepting = true
		}
		if excepting && (len(except) == 0 || i-last <= 3) {
			except = append(except, c.l.keys[k])
		} else if !slices.Contains(keys, c.l.keys[k]) {
			keys = append(keys, c.l.keys[k])
		}
		last = i
		i += n - 1
	}
	for i := range c.tokens {
		if n := c.phrase(i, alone); n > 0 && len(keys) > 0 {
			only = true
		}
	}
	return keys, only, except
}

// memberAt tells whether the name at token i, of n tokens, is given as one of the cases that the clause counts: "among them A", "including A and B",
// "A included". last is the token of the name before.
func (c *clause) memberAt(i, n, last int) bool {
	if counted[c.word(i+n)] && !c.used[i] {
		return true
	}
	if c.phraseEndsBefore(i, amongThem) {
		return true
	}
	if last < 0 || len(c.members) == 0 || i-last > 6 {
		return false
	}
	for j := last + 1; j < i; j++ { // the list goes on
		if w := c.word(j); !joiners[w] && !prepositions[w] && !theWords[w] && !c.l.noun(w) && !c.nameToken(j) {
			return false
		}
	}
	return true
}

// nameToken tells whether token j belongs to the name of a case.
func (c *clause) nameToken(j int) bool {
	for back := 0; back <= 4 && back <= j; back++ {
		if k, n := c.caseAt(j - back); k >= 0 && n > back {
			return true
		}
	}
	return false
}

// setApart takes the name at token i, and those that "and" joins to it, as cases that others are set against, and returns their last token.
func (c *clause) setApart(i int) int {
	for {
		k, n := c.caseAt(i)
		c.use(i, n)
		c.other = union(c.other, []string{c.l.keys[k]})
		end := i + n
		if i = end + 1; !joiners[c.word(end)] {
			return end - 1
		}
		for prepositions[c.word(i)] {
			i++
		}
		if k, _ = c.caseAt(i); k < 0 {
			return end - 1
		}
	}
}

// contrasted tells whether the name at token i is what others are set against: "i motsetning til A".
func (c *clause) contrasted(i int) bool {
	for back := 2; back <= 4; back++ {
		if n := c.phrase(i-back, contrasts); i-back >= 0 && n >= 2 && (n == back || n == back-1 && (c.l.noun(c.word(i-1)) || prepositions[c.word(i-1)])) {
			return true
		}
	}
	return false
}

// nobodyElse tells whether "no other than" leads up to the name at token i, and uses it up.
func (c *clause) nobodyElse(i int) bool {
	for back := 2; back <= 5 && back <= i; back++ {
		n := c.phrase(i-back, othersThan)
		if n == back || n == back-1 && (prepositions[c.word(i-1)] || c.l.noun(c.word(i-1))) && n > 0 {
			c.use(i-back, back)
			return true
		}
	}
	return false
}

var othersThan = phrases("ingen andre enn", "ingen annen enn", "ingen andre kommuner enn", "inga anna enn", "ingen andre case enn", "ingen unntatt", "none other than", "no other than", "no one but", "nobody but", "none but", "nowhere but", "nowhere else than", "no one other than", "ikke andre steder enn", "ingen steder utenom")

// phraseBefore tells whether "only in" or the like leads up to a name at token i, with what cases are called between.
func (c *clause) phraseBefore(i int) bool {
	if c.phrase(i-2, confined) > 0 {
		return true
	}
	for back := 1; back <= 5; back++ {
		w := c.word(i - back)
		if restricting[w] {
			return !negations[c.word(i-back-1)] // "not only"
		}

		if !prepositions[w] && !c.l.noun(w) && !speakers[w] && w != "av" && w != "the" {
			return false
		}
	}
	return false
}

var (
	prepositions = set("i", "hos", "ved", "for", "fra", "frå", "in", "at", "by", "from", "of", "med", "with", "blant", "among")
	restricting  = set("bare", "kun", "berre", "utelukkende", "only", "solely", "exclusively")
	confined     = phrases("unique to", "exclusive to", "peculiar to", "confined to", "limited to", "restricted to", "forbeholdt", "begrenset til", "avgrensa til", "unikt for", "særegent for")
	excepted     = set("excepted", "aside", "unntatt", "unnateke", "unnateken", "ekskludert")
	counted      = set("included", "inkludert", "medregnet", "medrekna", "iberegnet", "iberekna")
	amongThem    = phrases("among them", "amongst them", "among these", "including", "including both", "inclusive of", "blant dem", "blant disse", "blant annet", "deriblant", "heriblant", "herunder", "mellom dei", "blant dei", "medregnet", "medrekna", "inkludert", "inklusive", "iberegnet", "such as", "for example", "for instance", "notably", "for eksempel", "til dømes", "slik som", "slike som", "som for eksempel")
	comparing    = set("enn", "than", "unlike")
	excepts      = phrases("unntatt", "unnateke", "så nær", "minus", "bortsett fra", "bortsett frå", "med unntak av", "foruten", "utenom", "utanom", "unnateken", "forutan", "så nær som", "except", "except for", "except at", "apart from", "but for", "save for", "with the exception of")
	contrasts    = phrases("contrary to", "as against", "motsetning til", "motsetnad til", "forskjell fra", "skilnad frå", "contrast to", "opposed to", "rather than", "instead of", "stedet for", "staden for", "snarere enn", "framfor i", "heller enn")
	alone        = phrases("there alone", "there only", "only there", "bare der", "berre der", "kun der", "der alene", "alene om", "åleine om", "den eneste", "den einaste", "det eneste", "som eneste", "som einaste", "the only one", "is alone in", "the only")
)
