package claims

import (
	"regexp"
	"slices"
)

// doubt returns why the clause is not to be held against cases, "" if it is, or says nothing of how many; ok tells that it was
// read as a claim.
func (c *clause) doubt(ok bool) string {
	if c.why != "" {
		return c.why
	}
	if !ok {
		return c.uncounted()
	}
	for _, d := range []struct {
		why string
		at  int
	}{
		{UnknownName, c.stranger()},
		{Apparatus, c.apparatusAt()},
		{UnknownGroup, c.pickedOut()},
		{UnknownGroup, c.limitedAt()},
		{UnknownGroup, c.frontedLimit()},
		{GroupSize, c.missizedAt()},
		{UnknownGroup, c.restricted()},
		{Unclear, c.occasional()},
		{Comparison, c.compared()},
		{Condition, c.conditionAt()},
		{Condition, c.phraseIn(expected)},
		{NotNow, c.beforeYear()},
		{NotNow, c.phraseIn(notNow)},
		{Norm, c.wordIn(norms)},
		{Degree, c.wordIn(degrees)},
		{Degree, c.phraseIn(ifAny)},
		{UnknownNoun, c.countedBeside()},
		{Unclear, c.crossed()},
		{Unclear, c.countedTwice()},
		{UnknownGroup, c.leftOver()},
	} {
		if d.at >= 0 {
			c.at = d.at
			return d.why
		}
	}
	return ""
}

// uncounted returns why a quantifier in a clause that is no claim was not made out, "" if it has none.
func (c *clause) uncounted() string {
	for i := range c.tokens {
		if c.inPhrase(i) {
			continue
		}
		if noun := c.othersOf(i); noun != "" && len(c.before) > 0 {
			c.at, c.noun = i, noun
			return UnknownNoun
		}
		if why, noun := c.counting(i); why != "" {
			c.at, c.noun = i, noun
			return why
		}
	}
	return ""
}

// inPhrase tells whether token i is one of the first three words of a phrase in which a word that counts does not.
func (c *clause) inPhrase(i int) bool {
	return c.phrase(i, fixed) > 0 || c.phrase(i-1, fixed) > 1 || c.phrase(i-2, fixed) > 2
}

// apparatusAt returns the token at which the claim speaks of the cases only to say whose figures or interviews are spoken of; -1 if it does not.
func (c *clause) apparatusAt() int {
	for i := range c.tokens {
		if c.used[i] && !c.used[i-1] && c.apparatusOf(i) {
			return i
		}
	}
	return -1
}

// wordIn and phraseIn return the first token that is, or begins, one of some words or phrases; -1 if none does.
func (c *clause) wordIn(list map[string]bool) int {
	return slices.IndexFunc(c.words(), func(w string) bool { return list[w] })
}

func (c *clause) phraseIn(list [][]string) int {
	for i := range c.tokens {
		if c.phrase(i, list) > 0 {
			return i
		}
	}
	return -1
}

func (c *clause) words() []string {
	out := make([]string, len(c.tokens))
	for i, t := range c.tokens {
		out[i] = t.Fold
	}
	return out
}

var (
	// notNow are phrases of what is not yet, or no more. What the coding says of it cannot be told from them.
	notNow = phrases("plan to", "plans to", "planned to", "planning to", "intend to", "intends to", "intended to", "hope to", "hopes to", "considered", "considering", "thinking of", "thinking about", "used to have", "used to be",
		"ended its", "ended their", "ended the", "put an end to", "removed", "scrapped", "got rid of", "did away with", "phased out", "fjernet", "fjerna", "skrotet", "skrota", "faset ut", "fasa ut", "avskaffet", "avskaffa", "avsluttet", "avslutta", "la ned", "lagt ned",
		"stopped", "ceased", "abandoned", "discontinued", "gave up", "given up", "dropped the idea", "dropped the plan",
		"planlegger", "planlegg", "planla", "har planer om", "har planar om", "vurderer å", "vurderte", "vurdert å", "ønsker å", "ønskjer å", "håper å", "håpar å", "sluttet med", "slutta med", "har sluttet", "har slutta", "avviklet", "avvikla", "ga opp", "gav opp", "gitt opp", "gjeve opp")
	// conditional is how a sentence begins that says what would be, or asks whether it is.
	conditional = regexp.MustCompile(`(?i)^\s*(?:if|whether|suppose|supposing|provided|unless|had|were|should|hvis|dersom|viss|om|såfremt|med mindre|hvorvidt)\s`)
	conditions  = set("if", "whether", "unless", "hvis", "dersom", "viss", "hvorvidt")
	// expected are words for what somebody thought, which does not say that it is so.
	expected    = phrases("expect", "expects", "expected", "anticipated", "assumed", "the claim that", "the idea that", "the view that", "wrong to", "forventer", "forventar", "forventet", "forventa", "antok", "gikk ut fra", "gjekk ut frå", "påstanden om at", "galt å si", "gale å seie")
	ifAny       = phrases("if any", "om noen", "om nokon")
	noCondition = phrases("as if", "even if", "if not", "if any", "if anything", "whether or not")
	sayings     = set("said", "says", "say", "told", "explained", "remarked", "added", "recalled", "put", "puts", "sa", "sier", "seier", "fortalte", "forteller", "fortel", "forklarte", "forklarer", "forklarar", "uttrykte", "uttrykker", "uttrykkjer")
)

// conditionAt returns the token from which the clause says what would be, or asks whether it is; -1 if it does not.
func (c *clause) conditionAt() int {
	if c.condition {
		return 0
	}
	i := c.wordIn(conditions)
	if i >= 0 && c.phrase(i, noCondition)+c.phrase(i-1, noCondition) > 0 {
		return -1
	}
	return i
}

// beforeYear returns the token of "before" with a year, where the clause says only what was then; -1 if it does not. "Not before 2012" says since when
// it is.
func (c *clause) beforeYear() int {
	for i, w := range c.words() {
		if next := c.word(i + 1); (w == "before" || w == "før") && len(next) == 4 && next >= "1000" && next <= "2999" && !slices.ContainsFunc(c.words()[max(0, i-4):i], Denies) {
			return i
		}
	}
	return -1
}

// says tells whether the clause says who said something.
func (c *clause) says() bool { return c.wordIn(sayings) >= 0 }

// speaksOfCases tells whether the clause speaks of the cases together.
func (c *clause) speaksOfCases() bool { return slices.ContainsFunc(c.words(), c.l.noun) }

// pickedOut returns the token of a word that picks out some of the cases, it cannot be told which; -1 if there is none.
func (c *clause) pickedOut() int {
	if v := c.vague; v > 0 && (c.used[v] || c.used[v-1]) {
		return v
	}
	return -1
}

// missizedAt returns the token after which a number is said that is not that of the group; -1 if none is.
func (c *clause) missizedAt() int {
	if m := c.missized; m >= 0 && (c.used[m] || c.used[m-1]) {
		return max(0, m-1)
	}
	return -1
}

// occasional returns the token of a noun that the claim counts and that may mean no more than "times"; -1 if there is none.
func (c *clause) occasional() int {
	if c.loose > 0 && c.used[c.loose] {
		return c.loose
	}
	return -1
}

// compared returns the token of "than" where the clause says of a case that it is more so, or less, than others; -1 if it does not.
func (c *clause) compared() int {
	for i := 1; i < len(c.tokens); i++ {
		j := i + c.phrase(i, thans)
		if j == i || c.used[i] || c.phrase(i-1, contrasts) > 0 {
			continue
		}
		for prepositions[c.word(j)] || theWords[c.word(j)] || c.l.noun(c.word(j)) {
			if k, _ := c.caseAt(j); k >= 0 {
				break
			}
			j++
		}
		if k, _ := c.caseAt(j); k >= 0 || theWords[c.word(j-1)] && (restWords[c.word(j)] || c.l.groups[c.l.groupKey(c.word(j))] != nil) {
			return i
		}
	}
	return -1
}

var thans = phrases("than", "enn", "compared to", "compared with", "sammenlignet med", "sammenliknet med", "samanlikna med")

var (
	restrictives = set("that", "who", "which", "where", "whose", "som", "der", "hvor", "with", "without", "med", "uten", "utan")
	copulas      = set("is", "are", "was", "were", "er", "var", "ble", "blei", "vart")
)

// restricted returns the token of what cases are called, or of their number, where a clause that follows picks out some of them:
// "two of the libraries that have no cameras"; -1 if none does. It may say which they are: "there are two that", "the two that do not are A
// and B", "A is the only one that"; and that they were studied holds of all.
func (c *clause) restricted() int {
	for i := range c.tokens {
		if c.pointedOut(i) {
			return -1
		}
		j := i + 1
		if !c.used[i] || c.gap(j) || !c.l.noun(c.word(i)) && !c.l.several(c.word(i)) && c.word(i) != "those" && c.word(i) != "ones" {
			continue
		}
		if prepositions[c.word(j)] && c.word(j+1) == "which" {
			j++
		}
		if k, _ := c.caseAt(j + 1); !restrictives[c.word(j)] || k >= 0 || c.used[j] || c.identified(i) {
			continue
		}
		if slices.ContainsFunc(c.words()[j:min(j+5, len(c.tokens))], visited) {
			continue
		}
		return i
	}
	return -1
}

// pointedOut tells whether "there is" or "it is" begins at token i: what a relative clause after it says is said of the cases.
func (c *clause) pointedOut(i int) bool {
	w, v := c.word(i), c.word(i+1)
	if w != "det" && w != "it" && w != "there" {
		w, v = v, w
	}
	return (w == "det" || w == "it" || w == "there") && (copulas[v] || v == "finnes" || v == "finst")
}

// identified tells whether the clause says by name which cases token i speaks of: "A is the library that", "the two that … are A and B".
func (c *clause) identified(i int) bool {
	for j := range c.tokens {
		if !copulas[c.word(j)] {
			continue
		}
		k := j + 1
		for prepositions[c.word(k)] || c.word(k) == "both" || c.word(k) == "både" {
			k++
		}
		if named, _ := c.caseAt(k); named >= 0 || j < i && j > 0 && c.nameEndsBefore(j-1, false) {
			return true
		}
	}
	return false
}

// crossed returns a token by which a clause with names says of some of them other than of the rest, so that it cannot be told what it says of
// which: "A, not B", "A and B … respectively", "the exception is A"; -1 if there is none.
func (c *clause) crossed() int {
	first := -1
	for i := range c.tokens {
		if k, _ := c.caseAt(i); k >= 0 && first < 0 {
			first = i
		}
	}
	if first < 0 {
		return -1
	}
	said := -1
	for i, w := range c.words() {
		j := i + 1
		if prepositions[c.word(j)] {
			j++
		}
		if k, _ := c.caseAt(j); k >= 0 && i > first && (w == "not" || w == "ikke" || w == "ikkje") {
			return i
		}
		if i > first && copulas[w] && c.nameEndsBefore(i-1, false) && c.l.number(c.word(j)) == 1 && ofWords[c.word(j+1)] { // "A is one of two"
			return i
		}
		if i > first && (w == "yes" || w == "no" || w == "ja" || w == "nei") && c.nameEndsBefore(i-1, false) && (c.gap(i+1) || c.word(i+1) == "") || c.phrase(i, inTurn) > 0 {
			return i
		}
		if w == "that" && c.l.language == "en" || w == "at" && c.l.language != "en" {
			said = i // "A thinks that most libraries do"
		}
		if said > first && c.used[i] && i > said && (c.l.noun(w) || c.l.several(w)) {
			return said
		}
		if asides[w] && !c.used[i] && c.phrase(i-1, noDenials) == 0 {
			return i
		}
	}
	return -1
}

var inTurn = phrases("in that order", "in turn", "i den rekkefølgen", "i den rekkefølgja")

var asides = set("respectively", "henholdsvis", "høvesvis", "exception", "exceptions", "unntak", "unntaket", "unntaka")

// countedBeside returns the token of a quantifier over what is not known to be cases that stands in a part of its own beside the names, so that it may
// well be the cases: "all the services have it, and A has four", "as in A, all the others do". What it says of people or things at a named
// case ("all the nurses at A") is no such; -1 if there is none.
func (c *clause) countedBeside() int {
	for i, w := range c.words() {
		if c.used[i] || c.inPhrase(i) {
			continue
		}
		if noun := c.othersOf(i); noun != "" && (c.partedFromNames(i) || len(c.names) > 0 && (allWords[w] || c.gapBetween(0, i))) {
			c.noun = noun
			return i
		}
		why, noun := c.counting(i)
		if why != UnknownNoun || noneWords[w] && !pluralNoun(noun, c.l.language) {
			continue
		}
		if c.partedFromNames(i) {
			c.noun = noun
			return i
		}
	}
	return -1
}

// partedFromNames tells whether a comma, or an "and" before the name, stands between token i and the name that follows it, or else the one before it.
func (c *clause) partedFromNames(i int) bool {
	for k := i + 1; k < len(c.tokens); k++ {
		if named, _ := c.caseAt(k); named >= 0 {
			return c.gapBetween(i, k) || joiners[c.word(k-1)]
		}
	}
	for k := i - 1; k >= 0; k-- {
		if named, n := c.caseAt(k); named >= 0 {
			return c.gapBetween(k+n-1, i) && slices.ContainsFunc(c.words()[k:i], func(w string) bool { return verbs[w] })
		}
	}
	return false
}

// gapBetween tells whether a mark of punctuation stands between two tokens.
func (c *clause) gapBetween(i, j int) bool {
	for k := i + 1; k <= j; k++ {
		if c.gap(k) {
			return true
		}
	}
	return false
}

// countedTwice returns the token of a second quantifier over the cases, or of a name right behind the one that was read ("all libraries bar A"),
// so that it cannot be told what is said of which; -1 if there is none.
func (c *clause) countedTwice() int {
	last := -1
	for i := range c.tokens {
		if k, _ := c.caseAt(i); c.used[i] && k < 0 && (c.l.noun(c.word(i)) || c.l.several(c.word(i)) || themWords[c.word(i)]) {
			last = i
		}
	}
	if last < 0 {
		return -1
	}
	for i := 0; i < last && !c.used[i]; i++ { // "most of the users in two of the libraries"
		if why, _ := c.counting(i); why == UnknownNoun || parts[c.word(i)] > 0 && ofWords[c.word(i+1)] {
			return i
		}
	}
	rest := *c
	rest.used = map[int]bool{}
	for i := last + 1; i < len(c.tokens); i++ {
		if c.used[i] {
			continue
		}
		q, _, ok := rest.quantifierAt(i)
		if ok && q.count.Kind != "" || c.l.several(c.word(i)) && (restWords[c.word(i+1)] || verbs[c.word(i+1)]) {
			return i
		}
	}
	if k, _ := c.caseAt(last + 2); k >= 0 && allWords[c.word(0)] && !c.gap(last+1) && !c.gap(last+2) && !c.used[last+1] {
		return last + 2
	}
	return -1
}

// added tells whether "and" or "as well as" puts the named cases beside a group that they are not of: "both small libraries as well as Station".
func (c *clause) added(named, group []string) bool {
	for i := range c.tokens {
		k, _ := c.caseAt(i)
		if k < 0 || !slices.Contains(named, c.l.keys[k]) {
			continue
		}
		beside := false
		for back := 1; back <= 3; back++ {
			w := c.word(i - back)
			beside = beside || joiners[w] || w == "well"
		}
		if !beside || slices.Contains(group, c.l.keys[k]) {
			return false
		}
	}
	return true
}
