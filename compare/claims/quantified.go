package claims

import (
	"strconv"
	"strings"

	"crosscase/cases"
	"crosscase/corpus/words"
)

// quantified is a number of cases that a clause speaks of.
type quantified struct {
	count cases.Quantifier
	group []string // the cases of a group that an attribute makes, nil for all
	none  bool     // "none of …": the clause denies
	sure  bool     // it says the number of the cases, or "the" or "of the" cases
	only  bool     // of the group and of no others
	rest  bool     // the group is of those that the sentence does not name: "the others"

	beside, against bool // the clause names cases too; it says the opposite of them
}

// numbers are the words for one, two and so on in English and in Norwegian: "to" is a number in one of them only.
var numbers = map[bool]map[string]int{
	true:  numbered("one", "two both", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
	false: numbered("én ett ein éin eitt en ei", "to begge", "tre", "fire", "fem", "seks", "sju syv", "åtte", "ni", "ti", "elleve", "tolv"),
}

func numbered(lists ...string) map[string]int {
	m := map[string]int{}
	for i, list := range lists {
		for _, w := range strings.Fields(list) {
			m[w] = i + 1
		}
	}
	return m
}

func (l *Lexicon) number(w string) int { return numbers[l.language == "en"][w] }

var (
	allWords  = set("alle", "samtlige", "samtlege", "all", "every", "each", "hver", "hvert", "kvar", "kvart", "enhver")
	noneWords = set("ingen", "none", "no", "neither", "inga")
	someWords = set("noen", "nokre", "nokon", "enkelte", "flere", "fleire", "mange", "any", "some", "several", "many")
	mostWords = set("fleste", "most", "flertallet", "flertall", "fleirtal", "fleirtalet", "flesteparten", "majority", "mesteparten", "majoritet", "majoriteten", "hovedparten", "hovudparten", "brorparten", "storparten", "bulk")
	fewest    = set("færreste", "minority", "mindretall", "mindretal", "mindretallet", "mindretalet", "fåtall", "fåtal")
	fewWords  = set("få", "few")
	ofWords   = set("av", "of")
	theWords  = set("de", "dei", "den", "det", "the", "disse", "desse", "våre", "these", "those", "our", "dem", "them")
	themWords = set("dem", "dei", "them")
	occasions = set("cases", "places", "tilfeller", "tilfelle", "steder", "stader") // "in most cases" may mean no more than most often
	generic   = set("norske", "norwegian", "andre", "other", "slike", "such", "offentlige", "public", "danske", "danish", "nordiske", "nordic", "europeiske", "european", "svenske", "swedish")
)

func (c *clause) number(i int) (int, bool) {
	w := c.word(i)
	if n := c.l.number(w); n > 0 {
		return n, true
	}
	n, err := strconv.Atoi(w)
	return n, err == nil && n >= 0 && n <= 99
}

// tail reads what may follow a quantifier at token i: "av de fire små kommunene", "of the three", "kommuner". It returns
// the number of tokens, the number it says (0 if none), the group, and whether it speaks of the cases at all.
func (c *clause) tail(i int) (n, number int, group []string, definite, ok bool) {
	j := i
	of := false
	if intensive[c.word(j)] || c.word(j) == "one" && ofWords[c.word(j+1)] && j > 0 && allWords[c.word(j-1)] { // "every single", "every one of"
		j++
	}
	if c.word(j) == "out" && ofWords[c.word(j+1)] {
		j++
	}
	if ofWords[c.word(j)] {
		of = true
		j++
	}
	the := theWords[c.word(j)] && !c.gap(j)
	if the {
		if of && themWords[c.word(j)] && !c.l.noun(c.word(j+1)) && !restWords[c.word(j+1)] {
			if k, isNumber := c.number(j + 1); isNumber {
				number = k
				return c.afterNumber(j+2, i, number, of, true)
			}
			if c.word(j) != "dei" || c.word(j+1) == "" || !c.follows(j+1) {
				return j + 1 - i, 0, nil, true, true
			}
		}
		j++
	}
	if k, isNumber := c.number(j); isNumber && !c.gap(j) && (j == i || of || the || true) {
		number = k
		return c.afterNumber(j+1, i, number, of, the)
	}
	return c.afterNumber(j, i, 0, of, the)
}

// follows tells whether a number, a group or a noun stands at token j.
func (c *clause) follows(j int) bool {
	_, isNumber := c.number(j)
	return isNumber || c.l.noun(c.word(j)) || c.l.groups[c.l.groupKey(c.word(j))] != nil
}

func (c *clause) afterNumber(j, i, number int, of, the bool) (n, num int, group []string, definite, ok bool) {
	if theWords[c.word(j)] && !c.gap(j) && c.l.groups[c.l.groupKey(c.word(j+1))] != nil { // "begge de store kommunene"
		j++
		the = true
	}
	if k, isNumber := c.number(j); isNumber && number == 0 {
		number = k
		j++
	}
	m, g, alone := c.groupsAt(j)
	if g != nil && !c.gap(j) && (alone || c.l.noun(c.word(j+m)) || of && the || the && (c.word(j+m) == "ones" || verbs[c.word(j+m)])) {
		group = g
		j += m
		if c.word(j) == "ones" {
			j++
		}
		c.sized(i, number, group)
		if alone {
			end, group := c.limited(i, j, group)
			return end - i, number, group, of || the || number > 0, true
		}
	}
	if generic[c.word(j)] {
		return 0, 0, nil, false, false
	}
	if (the || number > 0) && !c.gap(j) && !c.gap(j+1) && !c.l.noun(c.word(j)) && c.l.noun(c.word(j+1)) && !words.Function(c.word(j), c.l.language) {
		if k, _ := c.caseAt(j + 1); k < 0 {
			c.partOf(j)
			j++ // "alle de undersøkte kommunene", "the three participating libraries"
		}
	}
	if c.l.noun(c.word(j)) && !(j > i && c.gap(j)) {
		if k, _ := c.caseAt(j); k >= 0 { // "Kommune A" names one
			return 0, 0, nil, false, false
		}
		if before := c.word(i - 1); occasions[c.word(j)] && !of && !the && group == nil && before != "each" && before != "every" {
			c.loose = j
		}
		if group == nil && number != len(c.l.keys) && c.l.someOnly(c.word(j)) {
			c.vague = max(c.vague, j) // «sykehjemmene», where other cases may be none
		}
		j++
		if c.l.noun(c.word(j)) && !c.gap(j) { // "the case libraries"
			j++
		}
		if c.word(j) == "out" && ofWords[c.word(j+1)] && number == 0 {
			j++
		}
		if number == 0 && (ofWords[c.word(j)] || c.word(j) == "in") { // "two libraries of three", "one library in three", "two sites out of three"
			if k, isNumber := c.number(j + 1); isNumber && k > 1 && !c.l.noun(c.word(j+2)) && (c.word(j) != "in" || c.ends(j+2)) {
				number = k
				j += 2
			}
		}
		whole := group
		if j, group = c.limited(i, j, group); len(group) != len(whole) {
			c.sized(i, number, group)
		}
		return j - i, number, group, of || the || number > 0 || group != nil, true
	}
	if !c.counts(j) && number > 1 && number <= len(c.l.keys) && (of || the || group != nil) || group != nil {
		if j, group = c.limited(i, j, group); group != nil {
			c.sized(i, number, group)
		}
		return j - i, number, group, true, true
	}
	return j - i, number, nil, false, false
}

// sized takes note that a number, said after token i, is not that of the group which it is said of: "the four nursing homes", where there are three.
func (c *clause) sized(i, number int, group []string) {
	if number > 0 && number != len(group) {
		c.missized = max(c.missized, i)
	}
}

// ends tells whether what token j begins is no noun that a number before it would count.
func (c *clause) ends(j int) bool {
	return c.word(j) == "" || c.gap(j) || words.Function(c.word(j), c.l.language)
}

// quantified finds the first quantifier over the cases in the clause.
func (c *clause) quantified() (quantified, bool) {
	if q, ok := c.extent(); ok || c.why != "" {
		return q, ok
	}
	for i := range c.tokens {
		if q, n, ok := c.others(i); ok || c.why != "" {
			if ok {
				c.use(i, n)
			}
			return q, ok
		}
		if q, n, ok := c.quantifierAt(i); ok {
			c.use(i, n)
			if restricting[c.word(i-1)] {
				c.used[i-1] = true
			}
			return c.fronted(q), true
		}
	}
	return quantified{}, false
}

func (c *clause) quantifierAt(i int) (quantified, int, bool) {
	w := c.word(i)
	total := len(c.l.keys)
	switch {
	case (w == "ikke" || w == "ikkje" || w == "not") && (c.word(i+1) == "alle" || c.word(i+1) == "all" || c.word(i+1) == "every" || c.word(i+1) == "samtlige"):
		if n, number, group, _, ok := c.tail(i + 2); ok || number == total {
			return quantified{count: cases.Quantifier{Kind: cases.NotAll}, group: group, sure: true}, n + 2, true
		}
	case (w == "ikke" || w == "ikkje" || w == "not") && c.gap(i+1):
	case (w == "ikke" || w == "ikkje" || w == "not") && singles[c.word(i+1)] && (ofWords[c.word(i+2)] || intensive[c.word(i+2)] || c.l.noun(c.word(i+2))):
		k := i + 2
		if intensive[c.word(k)] {
			k++
		}
		if c.word(k) == "one" {
			k++
		}
		if n, number, group, _, ok := c.tail(k); ok || number == total && number > 1 {
			return quantified{count: cases.Quantifier{Kind: cases.None}, group: group, none: true, sure: true}, n + k - i, true
		}
	case (w == "ikke" || w == "ikkje" || w == "not") && (c.word(i+1) == "noen" || c.word(i+1) == "nokon" || c.word(i+1) == "any"):
		if n, _, group, definite, ok := c.tail(i + 2); ok {
			return quantified{count: cases.Quantifier{Kind: cases.None}, group: group, none: true, sure: definite}, n + 2, true
		}
	case allWords[w] || w == "both" || w == "begge":
		n, number, group, definite, ok := c.tail(i + 1)
		if w == "both" || w == "begge" {
			if !ok || group == nil && total != 2 && !(number == 2) {
				return quantified{}, 0, false
			}
			if group == nil && total != 2 {
				return quantified{}, 0, false
			}
		}
		if c.measures(i, n+1) && w != "each" && w != "every" {
			return quantified{}, 0, false
		}
		if !ok && number == total && number > 1 && !c.counts(i+1+n) { // "alle fire", "all three"
			return quantified{count: cases.Quantifier{Kind: cases.All}, sure: true}, n + 1, true
		}
		if ok {
			q := quantified{count: cases.Quantifier{Kind: cases.All}, group: group, sure: definite}
			if nearly[c.word(i-1)] { // "nearly all"
				q.count.Kind = cases.Most
			}
			if q.count.Kind == cases.All && (c.deniedBefore(i) || c.phrase(i-2, farFrom) > 0) { // "they were not involved in every library"
				q.count.Kind = cases.NotAll
			}
			return q, n + 1, true
		}
	case noneWords[w]:
		n, number, group, definite, ok := c.tail(i + 1)
		if ok || number == total && number > 1 && !c.counts(i+1+n) {
			return quantified{count: cases.Quantifier{Kind: cases.None}, group: group, none: true, sure: definite}, n + 1, true
		}
	case w == "more" && c.word(i+1) == "than" && c.word(i+2) == "half", w == "over" && c.word(i+1) == "halvparten", w == "mer" && c.word(i+1) == "enn" && c.word(i+2) == "halvparten":
		m := 2
		if w != "over" {
			m = 3
		}
		if n, _, group, definite, ok := c.tail(i + m); ok {
			return quantified{count: cases.Quantifier{Kind: cases.Most}, group: group, sure: definite}, n + m, true
		}
	case w == "half" || w == "halvparten":
		if n, _, group, definite, ok := c.tail(i + 1); ok {
			return c.share(i, n+1, 1, 2, group, definite)
		}
	case mostWords[w]:
		if n, _, group, definite, ok := c.tail(i + 1); ok {
			return quantified{count: cases.Quantifier{Kind: cases.Most}, group: group, sure: definite}, n + 1, true
		}
	case fewest[w], fewWords[w] && c.word(i-1) != "a" && c.word(i-1) != "noen" && c.word(i-1) != "nokre" && !theWords[c.word(i-1)]: // fewer than half
		if n, _, group, definite, ok := c.tail(i + 1); ok && (w != "få" && w != "few" || ofWords[c.word(i+1)] || c.heads(i)) {
			return quantified{count: cases.Quantifier{Kind: cases.AtMost, N: (c.size(group) - 1) / 2}, group: group, sure: definite}, n + 1, true
		}
	case someWords[w], w == "few":
		if n, _, group, definite, ok := c.tail(i + 1); ok {
			kind := cases.Quantifier{Kind: cases.Some}
			if w == "flere" || w == "fleire" || w == "several" || w == "many" || w == "mange" {
				kind = cases.Quantifier{Kind: cases.AtLeast, N: 2}
			}
			if (w == "noen" || w == "nokon" || w == "nokre" || w == "any") && c.deniedBefore(i) {
				return quantified{count: cases.Quantifier{Kind: cases.None}, group: group, none: true, sure: definite}, n + 1, true
			}
			return quantified{count: kind, group: group, sure: definite}, n + 1, true
		}
	}
	if k, isNumber := c.number(i); isNumber && (k > 0 || w == "0") {
		return c.numbered(i, k)
	}
	if c.counted && c.heads(i) && byThemselves[w] && verbs[c.word(i+1)] { // "two of the libraries do, while none has"
		return allOrNone(w), 1, true
	}
	if n, group, alone := c.groupsAt(i); alone && !theWords[c.word(i-1)] && (restricting[c.word(i-1)] || c.onlyBefore(i) || c.l.language != "en" && definite(c.word(i), c.l.language) && !c.gap(i+n)) && len(group) < total {
		end, group := c.limited(i, i+n, group) // "only in hospital wards", «i sykehuspostene»
		return quantified{group: group, sure: true, only: c.onlyBefore(i)}, end - i, true
	}
	if theWords[w] { // "de små kommunene", "de fire kommunene", "the large library"
		n, number, group, _, ok := c.tail(i)
		switch {
		case c.measures(i, n):
		case ok && group != nil:
			if joiners[c.word(i-1)] && theWords[c.word(i-3)] && !c.used[i-2] { // «både de rike og de små kommunene»
				c.vague = i - 2
				c.use(i-2, 1)
			}
			return quantified{group: group, sure: true, only: c.onlyBefore(i)}, n, true
		case ok && number == total && number > 1:
			return quantified{count: cases.Quantifier{Kind: cases.All}, sure: true}, n, true
		case ok && number == 0 && n > 1 && plural(c.word(i)) && c.l.noun(c.word(i+n-1)):
			// "the libraries", «kommunene»: of all, though no word says so; too weak to be a claim
			return quantified{}, 0, false
		}
	}
	return quantified{}, 0, false
}

var (
	singles = set("en", "én", "ein", "éin", "ei", "ett", "eitt", "one", "a")
	farFrom = phrases("far from", "langt fra", "langt frå", "by no means", "på langt nær")
	// byThemselves stand for the cases without a noun.
	byThemselves = set("alle", "samtlige", "samtlege", "ingen", "none", "all")
	nearly       = set("nesten", "nærmest", "omtrent", "bortimot", "nær", "som", "almost", "nearly", "virtually", "practically") // "så godt som alle"
)

// counts tells whether a number before token i counts other things than cases: «alle fire perspektivene». A definite noun tells so.
func (c *clause) counts(i int) bool {
	w := c.word(i)
	if apparatus[w] && !c.gap(i) || apparatus[c.word(i+1)] && !c.gap(i) && !c.gap(i+1) && !words.Function(w, c.l.language) {
		return true
	}
	if c.l.language == "en" || c.gap(i) || c.l.noun(w) {
		return false
	}
	return len(w) > 5 && (strings.HasSuffix(w, "ene") || strings.HasSuffix(w, "ane"))
}

// measures tells the same of English and a number of several: "the three measures". No verb of several ends in -s.
func (c *clause) measures(i, n int) bool {
	w := c.word(i + n)
	if c.counts(i+n) && !c.l.noun(c.word(i+n-1)) {
		return true
	}
	if c.l.language != "en" || c.l.noun(c.word(i+n-1)) || c.gap(i+n) || len(w) <= 3 || words.Function(w, c.l.language) || c.l.noun(w) {
		return false
	}
	return strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss")
}

// onlyBefore tells whether "only" leads up to token i, with a preposition between.
func (c *clause) onlyBefore(i int) bool {
	w := c.word(i - 1)
	return restricting[w] || (w == "av" || w == "by" || prepositions[w]) && restricting[c.word(i-2)]
}

func plural(w string) bool { return w == "de" || w == "dei" || w == "the" }

// numbered reads "two of the four", "to kommuner", "minst to av dem", "only one of the libraries".
func (c *clause) numbered(i, k int) (quantified, int, bool) {
	w := c.word(i)
	n, number, group, definite, ok := c.tail(i + 1)
	if !ok && !c.counts(i+1+n) && (ofWords[c.word(i+1)] || c.word(i+1) == "out") && number > 1 && number <= len(c.l.keys) { // "tre av fire"
		ok, definite = true, true
	}
	article := w == "en" || w == "ei" || w == "ein" || w == "ett" || w == "one" && !ofWords[c.word(i+1)]
	if article && number == 0 && !ofWords[c.word(i+1)] && !restricting[c.word(i-1)] && w != "ett" && !comparing[c.word(i-1)] && c.word(i-1) != "minst" && c.word(i-1) != "least" {
		return quantified{}, 0, false
	}
	if !ok || k > 1 && c.measures(i, n+1) || k > len(c.l.keys) || number > len(c.l.keys) || number == 0 && c.l.common[c.l.stem.Stem(c.word(i+1))] {
		return quantified{}, 0, false // more than there are, or "three cases" of something else
	}
	if group != nil && k > len(group) {
		c.sized(i+1, k, group)
	}
	count := cases.Quantifier{Kind: cases.Exactly, N: k, Of: number}
	switch {
	case group != nil:
		count.Of = 0
	case number == 0 && definite: // "three of the libraries": of all that are studied
		count.Of = len(c.l.keys)
	}
	bounded := false
	for _, b := range []struct {
		phrase string
		kind   string
		add    int
	}{{"minst", cases.AtLeast, 0}, {"at least", cases.AtLeast, 0}, {"up to", cases.AtMost, 0}, {"inntil", cases.AtMost, 0}, {"opptil", cases.AtMost, 0}, {"høyst", cases.AtMost, 0}, {"høgst", cases.AtMost, 0}, {"maksimalt", cases.AtMost, 0}, {"at most", cases.AtMost, 0},
		{"mer enn", cases.AtLeast, 1}, {"meir enn", cases.AtLeast, 1}, {"more than", cases.AtLeast, 1}, {"fler enn", cases.AtLeast, 1}, {"færre enn", cases.AtMost, -1}, {"fewer than", cases.AtMost, -1}} {
		ps := phrases(b.phrase)
		if l := len(ps[0]); i >= l && c.phrase(i-l, ps) == l {
			count.Kind, count.N, bounded = b.kind, k+b.add, true
			c.use(i-l, l)
		}
	}
	if k == 1 && !c.onlyBefore(i) && !bounded { // "one of them" may be one of several
		count.Kind = cases.AtLeast
	}
	if k == len(c.l.keys) && !bounded && (number == 0 || number == k) && definite && theWords[c.word(i-1)] {
		count = cases.Quantifier{Kind: cases.All}
	}
	return quantified{count: count, group: group, sure: true}, n + 1, true
}
