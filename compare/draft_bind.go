package compare

import (
	"maps"
	"math"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"crosscase/cases"
	"crosscase/coding"
	"crosscase/compare/claims"
	"crosscase/corpus"
	"crosscase/corpus/words"
)

// binder finds the codes that words of a draft speak of, by the terms of the code book: the words of a label, in all their
// forms and, in Norwegian, in compounds, and the rules of a code. It must not be used by two goroutines at once.
type binder struct {
	study    *cases.Study
	language string
	stem     *words.Analyser
	kin      *words.Kin
	rules    *coding.Rules
	codes    []boundCode
	short    []shortCode        // codes of what is lacking
	weight   map[string]float64 // of a term, by its stem: the rarer among labels, the heavier
}

// boundCode is a code with the ways to name it, each a list of terms that have to be met.
type boundCode struct {
	code *coding.Code
	ways []labelWay
}

// labelWay is one way to name a code.
type labelWay struct {
	terms []labelTerm
	deny  []labelTerm // its words that deny ("users without help", "lack of time")
}

type labelTerm struct {
	stem string
	keys []string // of its kin
}

// enough is the share of a label's weight that has to be met, and surely the share at which a second code is
// bound beside the first.
const (
	enough = 0.6
	surely = 0.99
	ruled  = 0.75 // what a rule that holds is worth
)

// newBinder returns the binder of a study for texts in a language. Codes that only mark answers to questions, and those that only
// head others, are left out.
func newBinder(s *cases.Study, language string, lexicon *claims.Lexicon) *binder {
	b := &binder{study: s, language: language, stem: words.NewAnalyser(language), kin: words.NewKin(language), weight: map[string]float64{}}
	b.rules = coding.NewRules(s.Codebook, language, s)
	in := map[string]int{}
	for _, c := range s.Codebook.All() {
		if c.Kind == coding.Structural || c.Kind == "" && len(c.Children) > 0 || s.Heading(c) {
			continue
		}
		bc := boundCode{code: c}
		counted := map[string]bool{}
		for _, label := range namesOf(c) {
			way := labelWay{b.terms(label, lexicon), b.denials(label)}
			if len(way.terms) > 0 {
				bc.ways = append(bc.ways, way)
			}
			for _, t := range way.terms {
				if !counted[t.stem] {
					counted[t.stem] = true
					in[t.stem]++
				}
			}
		}
		b.codes = append(b.codes, bc)
		if sc := b.shortOf(c, lexicon); sc != nil {
			b.short = append(b.short, *sc)
		}
	}
	for stem, n := range in {
		b.weight[stem] = math.Log(1 + float64(len(b.codes))/float64(n))
	}
	return b
}

// namesOf returns the ways to name a code: its label; each side of an "or" in it; each side of an "and" where that joins two
// words and no more; and its key.
func namesOf(c *coding.Code) []string {
	out := []string{c.Title()}
	for _, or := range []string{" eller ", " or "} {
		if parts := strings.Split(c.Title(), or); len(parts) > 1 {
			out = append(out, parts...)
		}
	}
	for _, and := range []string{" og ", " and "} {
		if parts := strings.Split(c.Title(), and); len(parts) == 2 && !strings.Contains(parts[0], " ") && !strings.Contains(parts[1], " ") {
			out = append(out, parts...)
		}
	}
	return append(out, strings.ReplaceAll(c.Key, "-", " "))
}

// terms returns the words of a name of a code that say what it is, each once.
func (b *binder) terms(label string, lexicon *claims.Lexicon) []labelTerm {
	var out []labelTerm
	for _, t := range words.Tokens(label) {
		if !b.content(t.Fold) && !telling[t.Fold] && directions[t.Fold] == "" || lexicon.Noun(t.Fold) {
			continue
		}
		term := b.term(t.Fold)
		if !slices.ContainsFunc(out, func(o labelTerm) bool { return o.stem == term.stem }) {
			out = append(out, term)
		}
	}
	return out
}

// denials returns the words of a name of a code that deny.
func (b *binder) denials(label string) []labelTerm {
	var out []labelTerm
	for _, t := range words.Tokens(label) {
		if claims.Denies(t.Fold) || lacks[t.Fold] {
			out = append(out, b.term(t.Fold))
		}
	}
	return out
}

// term returns a word as a term. All words for a lack are forms of one, and so are all for a rise, for a fall, for what is better and for what is worse.
func (b *binder) term(word string) labelTerm {
	if lacks[word] {
		return labelTerm{stem: lack}
	}
	if way := directions[word]; way != "" {
		return labelTerm{stem: way}
	}
	term := labelTerm{stem: b.stem.Stem(word)}
	if b.kin != nil {
		term.keys = b.kin.For(word).Keys
		if verb, ok := strings.CutSuffix(word, "ing"); ok && utf8.RuneCountInString(verb) > 2 { // «rangering» is meant by «har rangert» too
			term.keys = append(slices.Clip(term.keys), b.kin.For(verb+"e").Keys...)
		}
	}
	return term
}

// met tells whether a word with a stem and keys is a form of the term.
func (t labelTerm) met(stem string, keys []string) bool {
	return stem == t.stem || slices.ContainsFunc(keys, func(key string) bool { return slices.Contains(t.keys, key) })
}

// lacks are the words for a lack.
var lacks = map[string]bool{"lack": true, "lacks": true, "lacked": true, "lacking": true, "missing": true, "absence": true, "absent": true,
	"mangel": true, "mangelen": true, "mangle": true, "mangla": true, "mangler": true, "manglar": true, "manglet": true, "manglende": true, "manglande": true, "fravær": true, "fråvær": true, "fraværende": true, "fråverande": true}

const lack = "\x00lack"

// directions are the words by which something is more, less, better or worse than it was. A text that says the one where a label says the other
// denies what the label says.
var directions = directed(map[string]string{
	wentUp:    "more higher rise rises rose risen rising grow grows grew grown increase increases increased increasing doubled mer meir flere fleire høyere høyare høgare øker økte økt økning auka auke aukar auking vokste vokst voks vakse steg steget stige doblet dobla",
	wentDown:  "less fewer lower fall falls fell fallen falling drop drops dropped decline declines declined decrease decreases decreased decreasing reduced shrank shrunk mindre færre lavere lågare falt fall sank sunket sokke synker minket minka minkar nedgang redusert reduserte",
	gotBetter: "better improved improves improvement stronger strengthened bedre betre forbedret forbedra forbetra sterkere sterkare styrket styrka",
	gotWorse:  "worse worsened poorer weaker weakened deteriorated dårligere dårlegare verre svakere svakare svekket svekka forverret forverra",
})

const (
	wentUp    = "\x00up"
	wentDown  = "\x00down"
	gotBetter = "\x00better"
	gotWorse  = "\x00worse"
)

var opposites = map[string]string{wentUp: wentDown, wentDown: wentUp, gotBetter: gotWorse, gotWorse: gotBetter}

func directed(lists map[string]string) map[string]string {
	m := map[string]string{}
	for way, list := range lists {
		for _, w := range strings.Fields(list) {
			m[w] = way
		}
	}
	return m
}

// directionAt returns the way in which token i says that something went, "" if it says none: "rose", «gått ned».
func directionAt(tokens []words.Token, i int) string {
	if i > 0 && going[tokens[i-1].Fold] {
		switch tokens[i].Fold {
		case "up", "opp":
			return wentUp
		case "down", "ned":
			return wentDown
		}
	}
	return directions[tokens[i].Fold]
}

var going = map[string]bool{"go": true, "goes": true, "going": true, "gone": true, "went": true, "går": true, "gå": true, "gått": true, "gikk": true, "gjekk": true}

// telling are words of a label that say something, though elsewhere they are little words: "all units", "own idea".
var telling = map[string]bool{"all": true, "own": true, "new": true, "alle": true, "egen": true, "ny": true}

func (b *binder) content(word string) bool {
	return utf8.RuneCountInString(word) > 1 && !words.Function(word, b.language)
}

// match is how well a code fits some words.
type match struct {
	code   *coding.Code
	share  float64 // of the label's weight that was met, or what a rule is worth
	weight float64 // that was met
	at     map[int]bool
	whole  bool // every term of the label was met
	turned bool // the label denies, and nothing of the text does by the same word: it may say the opposite; or it does, by a word for the other way
}

// matches returns the codes of which the words of a text speak, the best first. used are the places of words that name cases.
func (b *binder) matches(text string, used map[int]bool) []match {
	tokens := words.Tokens(text)
	stems, keys := b.sought(tokens, used)
	ruled := b.ruled(text)
	_, undecided, short := b.polarities(text, nil)
	var out []match
	for _, bc := range b.codes {
		m := b.named(bc, tokens, stems, keys)
		if ruled[bc.code.Key] {
			m.share, m.turned = math.Max(m.share, ruledShare(m.share)), false
		}
		m.turned = m.turned || slices.ContainsFunc(bc.ways, func(w labelWay) bool { return w.opposed(tokens, stems, keys) })
		switch {
		case len(short[bc.code]) > 0:
			m = b.lackMet(bc, m, short[bc.code])
		case undecided[bc.code] && !m.whole:
			m.turned = true // of money, and not whether it is short
		}
		if m.share >= enough {
			out = append(out, m)
		}
	}
	sort.SliceStable(out, func(i, j int) bool {
		if out[i].share != out[j].share {
			return out[i].share > out[j].share
		}
		return out[i].weight > out[j].weight
	})
	return out
}

// lackMet returns the match of a code that is of a lack, where a text says whether what it is of is lacking. at are the words for that.
func (b *binder) lackMet(bc boundCode, m match, at map[int]bool) match {
	m.turned = false
	i := slices.IndexFunc(b.short, func(sc shortCode) bool { return sc.code == bc.code })
	if !b.short[i].whole || m.whole {
		return m
	}
	m.share, m.whole, m.at, m.weight = 1, true, maps.Clone(at), 0
	for _, t := range bc.ways[0].terms {
		m.weight += b.weight[t.stem]
	}
	return m
}

// sought returns the stems and the keys of words that may be of a label, empty for all others.
func (b *binder) sought(tokens []words.Token, used map[int]bool) (stems []string, keys [][]string) {
	stems, keys = make([]string, len(tokens)), make([][]string, len(tokens))
	for i, t := range tokens {
		if used[t.Start] {
			continue
		}
		if stems[i] = directionAt(tokens, i); stems[i] != "" || !b.content(t.Fold) && !telling[t.Fold] {
			continue
		}
		if stems[i] = b.stem.Stem(t.Fold); lacks[t.Fold] {
			stems[i] = lack
		} else if b.kin != nil {
			keys[i] = b.kin.Keys(t.Fold)
		}
	}
	return stems, keys
}

// named holds the names of a code against the words of a text: the one that fits best.
func (b *binder) named(bc boundCode, tokens []words.Token, stems []string, keys [][]string) match {
	m := match{code: bc.code}
	for _, w := range bc.ways {
		if way := b.way(w.terms, stems, keys); way.share > m.share || way.share == m.share && way.weight > m.weight {
			m.share, m.weight, m.at, m.whole = way.share, way.weight, way.at, way.whole
			m.turned = len(w.deny) > 0 && b.denialIn(w, tokens) < 0
		}
	}
	return m
}

// opposed tells whether a text speaks of what the way names, and says that it went the other way, "visits fell" beside "more visits"; or says
// both, and denies one: "did not fall but rose".
func (w labelWay) opposed(tokens []words.Token, stems []string, keys [][]string) bool {
	turned := false
	denied := slices.ContainsFunc(tokens, func(t words.Token) bool { return claims.Denies(t.Fold) })
	for _, t := range w.terms {
		if opposites[t.stem] == "" {
			continue
		}
		if slices.Contains(stems, t.stem) && !denied {
			return false
		}
		turned = turned || slices.Contains(stems, opposites[t.stem])
	}
	for i := 0; turned && i < len(stems); i++ {
		if stems[i] != "" && opposites[stems[i]] == "" && slices.ContainsFunc(w.terms, func(t labelTerm) bool { return t.met(stems[i], keys[i]) }) {
			return true
		}
	}
	return false
}

// denialIn returns the first of some tokens by which a way to name a code denies, -1 if none does.
func (b *binder) denialIn(way labelWay, tokens []words.Token) int {
	return slices.IndexFunc(tokens, func(t words.Token) bool {
		if !claims.Denies(t.Fold) && !lacks[t.Fold] {
			return false
		}
		term := b.term(t.Fold)
		return slices.ContainsFunc(way.deny, func(d labelTerm) bool { return d.met(term.stem, term.keys) })
	})
}

// way holds one way to name a code against the words of a text.
func (b *binder) way(terms []labelTerm, stems []string, keys [][]string) match {
	m := match{at: map[int]bool{}, whole: true}
	total := 0.0
	for k, term := range terms {
		w := b.weight[term.stem]
		if k == 0 {
			w *= 1.3 // the head of a name says most
		}
		total += w
		met := false
		for i := range stems {
			if stems[i] != "" && term.met(stems[i], keys[i]) {
				met = true
				m.at[i] = true
			}
		}
		if met {
			m.weight += w
		}
		m.whole = m.whole && met
	}
	if total > 0 {
		m.share = m.weight / total
	}
	return m
}

// ruledShare is what a rule that holds adds to the words of the label.
func ruledShare(share float64) float64 { return math.Min(1, ruled+share/4) }

// ruled returns the codes whose rules propose something of a text.
func (b *binder) ruled(text string) map[string]bool {
	t := corpus.NewText(text + "\n")
	d := coding.Text{Document: &corpus.Document{Key: "draft.txt", Language: b.language}, Text: t, Structure: corpus.Parse(t, nil)}
	out := map[string]bool{}
	for _, c := range b.rules.Apply(d) {
		out[c.Code] = true
	}
	return out
}

// bind returns the codes of which a text speaks: the one that fits best, and others that fit wholly by words of their own.
// Where two fit alike by the same words it returns none and names both. turned tells that the text may say the opposite of the code; mixed that words of several codes and of cases take turns, so
// that it cannot be told which is said of which: "theft at A and noise at B".
func (b *binder) bind(text string, used map[int]bool) (codes []*coding.Code, candidates []string, turned, mixed bool) {
	found := b.matches(text, used)
	if len(found) == 0 {
		return nil, nil, false, false
	}
	if len(found) > 1 && found[0].share == found[1].share && found[0].weight == found[1].weight && sameWords(found[0].at, found[1].at) {
		return nil, []string{found[0].code.Key, found[1].code.Key}, false, false
	}
	of := make([]int, len(words.Tokens(text))) // of each token the code that it is a word of, from 1
	for i, t := range words.Tokens(text) {
		if used[t.Start] {
			of[i] = aCase
		} else if claims.Denies(t.Fold) {
			of[i] = aDenial
		}
	}
	for i := range found[0].at {
		of[i] = 1
	}
	taken := found[0].at
	codes, turned = []*coding.Code{found[0].code}, found[0].turned
	for _, m := range found[1:] {
		if m.share < surely || !m.whole || overlap(m.at, taken) {
			continue
		}
		codes = append(codes, m.code)
		for i := range m.at {
			taken[i], of[i] = true, len(codes)
		}
	}
	return codes, nil, turned, takesTurns(of)
}

// What a word is that is of no code.
const (
	aCase   = -1 // it says of which cases
	aDenial = -2
)

// takesTurns tells whether words of one code, of cases, of another code and of cases again follow each other, or the other way round; or a
// denial stands between two codes: "has cameras and no alarm".
func takesTurns(of []int) bool {
	var turns []int
	for _, x := range of {
		if x != 0 && (len(turns) == 0 || turns[len(turns)-1] != x) {
			turns = append(turns, x)
		}
	}
	for i := 0; i+2 < len(turns); i++ {
		if turns[i+1] == aDenial && turns[i] > 0 && turns[i+2] > 0 && turns[i] != turns[i+2] {
			return true
		}
	}
	turns = slices.Compact(slices.DeleteFunc(turns, func(x int) bool { return x == aDenial }))
	for i := 0; i+3 < len(turns); i++ {
		if a, b := turns[i], turns[i+2]; a > 0 && b > 0 && a != b && turns[i+1] < 0 && turns[i+3] < 0 || a < 0 && b < 0 && turns[i+1] > 0 && turns[i+3] > 0 && turns[i+1] != turns[i+3] {
			return true
		}
	}
	return false
}

func sameWords(a, b map[int]bool) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if !b[i] {
			return false
		}
	}
	return true
}

func overlap(a, b map[int]bool) bool {
	for i := range a {
		if b[i] {
			return true
		}
	}
	return false
}

// ownDenials returns the words of a sentence, as bytes, that deny as part of the label of a code that it names ("older users without help"), so that they
// do not deny the claim. Of some codes it is known by other words which way the sentence speaks.
func (b *binder) ownDenials(sentence string, except map[*coding.Code]map[int]bool) [][2]int {
	tokens := words.Tokens(sentence)
	var stems []string // looked up once a label's denial stands there, which is rare
	var keys [][]string
	var out [][2]int
	for _, bc := range b.codes {
		for _, way := range bc.ways {
			if len(way.deny) == 0 || len(except[bc.code]) > 0 {
				continue
			}
			i := b.denialIn(way, tokens)
			if i < 0 {
				continue
			}
			if stems == nil {
				stems, keys = b.sought(tokens, nil)
			}
			if b.way(way.terms, stems, keys).whole {
				out = append(out, [2]int{tokens[i].Start, tokens[i].End})
				break
			}
		}
	}
	return out
}

// blanked returns a text with blanks in some places.
func blanked(text string, places [][2]int) string {
	for _, p := range places {
		text = text[:p[0]] + strings.Repeat(" ", p[1]-p[0]) + text[p[1]:]
	}
	return text
}

// restored returns a part of a text from start on, with the words back that were blanked in it.
func restored(part string, start int, text string, places [][2]int) string {
	for _, p := range places {
		if a, z := p[0]-start, p[1]-start; a >= 0 && z <= len(part) {
			part = part[:a] + text[p[0]:p[1]] + part[z:]
		}
	}
	return part
}
