package claims

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"crosscase/corpus/words"
)

// Case is a case as a text may name it.
type Case struct {
	Key, Label string
	Values     []Value  // of its attributes with fixed answers
	Also       []string // other names of it
}

// Value is the answer that a case has for an attribute: size, "small".
type Value struct{ Attribute, Text string }

// Lexicon is the names by which a text may speak of the cases of a study. It must not be used by two
// goroutines at once.
type Lexicon struct {
	language string
	keys     []string
	names    [][]name // by case
	nouns    map[string]bool
	together map[string]bool     // of a word whether it is one of nouns, as far as was asked
	common   map[string]bool     // of these, those that any text may use of other things
	groups   map[string][]string // the cases by the stem of an attribute's value
	made     map[string]string   // the attribute that makes the group; several that use the same word are joined by a blank
	things   []thing             // the groups that stand for cases by themselves, "nursing homes", or are written as names, "Norway"
	declared []string            // the words for the cases that the study gives
	some     map[string]bool     // of these, by stem, words that may mean some of the cases only
	stem     *words.Analyser
	kin      *words.Kin // nil in English
}

// name is the words of one name of a case, in lower case.
type name struct {
	words  []string
	letter bool // a single letter or figure, to be written as a capital
}

// nouns are what cases of any study may be called together.
var nouns = map[string]string{
	"nb": "case caser casene tilfellene kommunecasene virksomhetene organisasjonene sted steder stedene",
	"nn": "case casa tilfella verksemdene organisasjonane stad stader stadene",
	"en": "case cases site sites organisation organisations organization organizations place places",
}

// NewLexicon returns the lexicon of some cases in a language: nb, nn or en. What several labels share ("Kommune",
// "library") is what the cases are called together, and so are the words of together; the rest of a label names the case, and so does
// its name alone, where only that label says what the case is ("Hilltop Academy" beside two schools).
func NewLexicon(cases []Case, together []string, language string) *Lexicon {
	if language == "no" {
		language = "nb"
	}
	l := &Lexicon{language: language, nouns: map[string]bool{}, together: map[string]bool{}, common: map[string]bool{}, groups: map[string][]string{}, made: map[string]string{}, some: map[string]bool{}, stem: words.NewAnalyser(language)}
	if language != "en" {
		l.kin = words.NewKin(language)
	}
	for _, w := range strings.Fields(nouns[language]) {
		l.nouns[l.stem.Stem(w)], l.common[l.stem.Stem(w)] = true, true
	}
	for _, w := range together {
		if f := words.Folds(w); len(f) == 1 {
			l.call(f[0])
			l.declared = append(l.declared, f[0])
		}
	}
	in := map[string]int{}
	for _, c := range cases {
		for _, t := range once(words.Tokens(c.Label)) {
			in[t]++
		}
	}
	heads := headsOf(cases)
	for head, of := range heads {
		l.call(head)
		if declared := slices.ContainsFunc(together, func(w string) bool { return l.same(w, head) }); !declared && !ofAll(cases, of) && !inAll(cases, func(w string) bool { return l.same(w, head) }) {
			l.some[l.stem.Stem(head)] = true
		}
	}
	for _, c := range cases {
		var own, all []string
		for _, t := range words.Tokens(c.Label) {
			all = append(all, t.Fold)
			if in[t.Fold] < 2 {
				own = append(own, t.Fold)
			} else if len(t.Fold) > 2 && heads[t.Fold] == nil {
				l.call(t.Fold)
				if declared := slices.ContainsFunc(together, func(w string) bool { return l.same(w, t.Fold) }); !declared && !inAll(cases, func(w string) bool { return l.same(w, t.Fold) }) {
					l.some[l.stem.Stem(t.Fold)] = true // two of five are called so by their labels: it cannot be told whether the others are
				}
			}
		}
		names := []name{{words: all}}
		if len(own) > 0 && len(own) < len(all) {
			names = append(names, name{own, len(own) == 1 && utf8.RuneCountInString(own[0]) == 1})
		}
		for _, b := range bare(c.Label, func(w string) bool { return in[w] > 1 }) {
			names = append(names, name{words: b})
		}
		for _, b := range c.otherNames(cases, in) {
			if !slices.ContainsFunc(names, func(n name) bool { return slices.Equal(n.words, b) }) {
				names = append(names, name{b, len(b) == 1 && utf8.RuneCountInString(b[0]) == 1})
			}
		}
		if len(all) == 1 && utf8.RuneCountInString(all[0]) == 1 {
			names[0].letter = true
		}
		l.keys, l.names = append(l.keys, c.Key), append(l.names, names)
		for _, v := range c.Values {
			l.addThing(v.Text, c.Key)
			if t := words.Tokens(v.Text); len(t) == 1 && utf8.RuneCountInString(t[0].Fold) > 2 {
				g := l.groupKey(t[0].Fold)
				l.groups[g] = union(l.groups[g], []string{c.Key})
				if !slices.Contains(strings.Fields(l.made[g]), v.Attribute) {
					l.made[g] += " " + v.Attribute
				}
			}
		}
	}
	for _, w := range together { // of several words: "nursing home"
		if f := words.Folds(w); len(f) > 1 && !slices.ContainsFunc(l.things, func(t thing) bool { return slices.Equal(t.words, f) }) {
			l.things = append(l.things, thing{words: f, keys: l.keys})
		}
	}
	l.nameThings()
	return l
}

// call makes a word what the cases are called together.
func (l *Lexicon) call(word string) {
	l.nouns[l.stem.Stem(word)] = true
	delete(l.common, l.stem.Stem(word))
	for _, w := range l.kin.Bokmaal(word) {
		l.nouns[w] = true
	}
}

// inAll tells whether the label of each case has a word of some kind.
func inAll(cases []Case, is func(word string) bool) bool {
	return !slices.ContainsFunc(cases, func(c Case) bool { return !slices.ContainsFunc(once(words.Tokens(c.Label)), is) })
}

func once(tokens []words.Token) []string {
	var out []string
	seen := map[string]bool{}
	for _, t := range tokens {
		if !seen[t.Fold] {
			seen[t.Fold] = true
			out = append(out, t.Fold)
		}
	}
	return out
}

// irregular are adjectives whose forms have no stem in common.
var irregular = map[string]string{
	"lita": "liten", "lite": "liten", "små": "liten", "mindre": "liten", "minste": "liten", "større": "stor", "største": "stor", "store": "stor", "stort": "stor",
	"smaller": "small", "smallest": "small", "larger": "large", "largest": "large", "big": "large", "bigger": "large",
	"gamle": "gammel", "gammalt": "gammel", "eldre": "gammel", "eldste": "gammel",
}

func (l *Lexicon) groupKey(word string) string {
	if base, ok := irregular[word]; ok {
		word = base
	}
	return l.stem.Stem(word)
}

// noun tells whether a word names the cases together. "kommune", "kommuner" and "kommunene" are one.
func (l *Lexicon) noun(word string) bool {
	is, known := l.together[word]
	if !known {
		is = l.isNoun(word)
		l.together[word] = is
	}
	return is
}

func (l *Lexicon) isNoun(word string) bool {
	if l.nouns[l.stem.Stem(word)] || slices.ContainsFunc(l.kin.Bokmaal(word), func(w string) bool { return l.nouns[w] }) {
		return true
	}
	if l.latin(word) {
		return true
	}
	for _, ending := range []string{"ene", "ane", "ne", "en", "et", "er", "ar", "a", "e"} { // of a Norwegian word in an English draft, too
		if base, ok := strings.CutSuffix(word, ending); ok && slices.ContainsFunc(l.declared, func(w string) bool { return w == base || w+w[len(w)-1:] == base }) {
			return true
		}
	}
	for _, first := range []string{"case", "studie", "utvalgs", "utvals", "intervju"} { // "casekommunene"
		if rest, ok := strings.CutPrefix(word, first); ok && len(rest) > 3 && l.language != "en" && l.noun(rest) {
			return true
		}
	}
	if base, ok := strings.CutSuffix(word, "mennene"); ok && l.nouns[l.stem.Stem(base+"mann")] { // rådmann, rådmennene
		return true
	}
	if base, ok := strings.CutSuffix(word, "menn"); ok && l.nouns[l.stem.Stem(base+"mann")] {
		return true
	}
	if l.language != "en" {
		for _, ending := range []string{"ene", "ane", "en", "er", "ar", "a"} {
			if base, ok := strings.CutSuffix(word, ending); ok && len(base) > 3 && (l.nouns[l.stem.Stem(base+"e")] || l.nouns[l.stem.Stem(base)]) {
				return true
			}
		}
	}
	return false
}

// Mentions tells whether a text names a case, or a group of them that an attribute makes.
func (l *Lexicon) Mentions(text string) bool {
	c := &clause{l: l, text: text, tokens: words.Tokens(text), used: map[int]bool{}, missized: -1}
	for i := range c.tokens {
		if k, _ := c.caseAt(i); k >= 0 {
			return true
		}
		if _, t, several := c.thingAt(i); t != nil && several {
			return true
		}
	}
	return false
}

// Noun tells whether a word is what the cases are called together, so that it says nothing of a code.
func (l *Lexicon) Noun(word string) bool { return l.noun(word) }

// caseAt returns the case whose name stands at token i and how many tokens it takes; -1 if none does.
func (c *clause) caseAt(i int) (int, int) {
	best, length := -1, 0
	for k, names := range c.l.names {
		for _, n := range names {
			if len(n.words) > length && c.stands(n, i) {
				best, length = k, len(n.words)
			}
		}
	}
	return best, length
}

func (c *clause) stands(n name, i int) bool {
	if i+len(n.words) > len(c.tokens) {
		return false
	}
	for j, w := range n.words {
		t := c.tokens[i+j].Fold
		if t != w && t != w+"'s" && (len([]rune(w)) < 3 || t != w+"s") {
			return false
		}
	}
	first, _ := utf8.DecodeRuneInString(c.text[c.tokens[i].Start:])
	if !n.letter {
		return unicode.IsUpper(first) || !unicode.IsLetter(first)
	}
	if unicode.IsLetter(first) && !unicode.IsUpper(first) {
		return false
	}
	article := n.words[0] == "i" || n.words[0] == "a" && c.l.language == "en"
	if !article && !unicode.IsDigit(first) {
		return true
	}
	// A letter that is also a word counts only beside what cases are called, or beside another case's name.
	for _, j := range []int{i - 1, i + 1, i + 2, i - 2} {
		if j < 0 || j >= len(c.tokens) || j == i {
			continue
		}
		if j == i-1 && c.l.noun(c.tokens[j].Fold) {
			return true
		}
		if c.joins(i, j) {
			return true
		}
	}
	return false
}

// joins tells whether token j is a single capital letter that names a case and is joined to token i by "and", "or" or a comma.
func (c *clause) joins(i, j int) bool {
	if j == i-1 || j == i+1 {
		between := c.text[min(c.tokens[i].End, c.tokens[j].End):max(c.tokens[i].Start, c.tokens[j].Start)]
		if strings.TrimSpace(between) != "," {
			return false
		}
	} else if !joiners[c.tokens[(i+j)/2].Fold] {
		return false
	}
	r, _ := utf8.DecodeRuneInString(c.text[c.tokens[j].Start:])
	if !unicode.IsUpper(r) {
		return false
	}
	for _, names := range c.l.names {
		for _, n := range names {
			if n.letter && n.words[0] == c.tokens[j].Fold {
				return true
			}
		}
	}
	return false
}

var joiners = set("og", "eller", "samt", "and", "or", "nor")

func set(ws ...string) map[string]bool {
	m := make(map[string]bool, len(ws))
	for _, w := range ws {
		m[w] = true
	}
	return m
}
