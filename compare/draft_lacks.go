package compare

import (
	"slices"
	"strings"

	"crosscase/coding"
	"crosscase/compare/claims"
	"crosscase/corpus/words"
)

// What a text says of a code that is itself of a lack: that money is short affirms «Pengemangel», and that there is enough denies it. Which of the two
// it says is told by words for a lack, or for enough, that stand with the word for what is short. Where none does, it cannot be told.

// shortage is an expression by which a text says that something is short, or that there is enough of it.
type shortage struct {
	from, to int  // its tokens, to not among them
	enough   bool // it says that there is enough
}

// polarity is a place of a sentence, in bytes, that says which way it speaks of what some codes say is lacking.
type polarity struct {
	start, end int
	enough     bool           // it denies these codes
	codes      []*coding.Code // that are of the lack of it
}

// shortWords say that something is short, besides those of lacks; they do so only right beside what is.
var shortWords = wordSet("vantar vanta vantet skort skorter skortar skorta savn savner savna savnet sakn saknar sakna knapp knapt knappe knapphet knappheten knappheit utilstrekkelig utilstrekkelige utilstrekkeleg utilstrekkelege mangelfull mangelfullt mangelfulle mangelvare underskudd underskot svikt svikter sviktar sviktet svikta sviktende sviktande " +
	"shortage shortages short insufficient insufficiently inadequate scarce scarcity scarcer deficit deficits deficiency deficient")

// enoughWords say that there is enough.
var enoughWords = wordSet("nok tilstrekkelig tilstrekkelige tilstrekkeleg tilstrekkelege rikelig rikelege rikeleg romslig romsleg enough sufficient adequate plenty ample abundant")

// wellWords say that there is enough of what they stand right before: «god plass».
var wellWords = wordSet("god godt gode rikt")

// shortBefore say that something is short where they stand right before it: «lite penger», "no money".
var shortBefore = wordSet("lite lita få little few uten utan without ingen inga intet no any")

// shortPhrases are said of what is short, before it or after it.
var shortPhrases = phrasesOf("for lite", "for lita", "for liten", "for få", "for små", "for smått", "for trang", "for trangt", "for knapp", "for knappe", "for knapt", "altfor lite", "altfor lita", "altfor liten", "altfor få", "altfor små", "altfor trang", "altfor trangt", "alt for lite", "alt for liten", "alt for få", "alt for små", "too little", "too few", "too small", "too scarce", "far too little", "far too few", "far too small", "much too little", "in short supply", "short of", "short on", "low on", "ran out of", "run out of", "running out of", "runs out of", "tom for", "tomt for", "tomme for", "slutt på", "mangel på", "knapphet på", "knappheit på", "not nearly enough")

// enoughPhrases are said of what is not short.
var enoughPhrases = phrasesOf("mer enn nok", "meir enn nok", "more than enough", "godt med", "rikelig med", "rikeleg med", "plenty of", "enough of", "nok av", "stor nok", "stort nok", "store nok", "big enough", "large enough", "many enough", "mange nok")

// lackEndings are the ends of compounds of what is lacking: «plassmangel».
var lackEndings = []string{"mangelen", "mangel", "mangler", "knapphet", "knapphetene", "knappheten", "knappheit", "svikten", "svikt", "fraværet", "fravær", "fråværet", "fråvær", "underskuddet", "underskudd", "underskotet", "underskot", "nøden", "nød", "tørken", "tørke"}

func wordSet(list string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(list) {
		m[w] = true
	}
	return m
}

func phrasesOf(lines ...string) [][]string {
	var out [][]string
	for _, l := range lines {
		out = append(out, strings.Fields(l))
	}
	return out
}

// phraseAt returns how many tokens the longest of some phrases takes at token i, 0 if none stands there.
func phraseAt(tokens []words.Token, i int, phrases [][]string) int {
	best := 0
	for _, p := range phrases {
		if len(p) <= best || i+len(p) > len(tokens) {
			continue
		}
		same := true
		for j, w := range p {
			same = same && tokens[i+j].Fold == w
		}
		if same {
			best = len(p)
		}
	}
	return best
}

// shortagesIn returns the expressions in a text by which it says that something is short, or is not, in text order.
func shortagesIn(tokens []words.Token) []shortage {
	var out []shortage
	fold := func(i int) string {
		if i < 0 || i >= len(tokens) {
			return ""
		}
		return tokens[i].Fold
	}
	for i := 0; i < len(tokens); {
		s := shortage{from: i}
		switch n, m := phraseAt(tokens, i, shortPhrases), phraseAt(tokens, i, enoughPhrases); {
		case n > 0:
			s.to = i + n
		case m > 0:
			s.to, s.enough = i+m, true
		case lacks[fold(i)] || shortWords[fold(i)]:
			s.to = i + 1
			if next := fold(s.to); next == "på" || next == "of" || next == "av" || next == "in" || next == "i" || next == "with" || next == "med" {
				s.to++
			}
			if enoughWords[fold(s.to)] { // «mangler nok penger»
				s.to++
			}
		case enoughWords[fold(i)]:
			s.to, s.enough = i+1, true
		case wellWords[fold(i)]:
			s.to, s.enough = i+1, true
		case shortBefore[fold(i)] && fold(i-1) != "a" && fold(i-1) != "noen" && fold(i-1) != "nokre" && fold(i+1) != "av" && fold(i+1) != "of":
			s.to = i + 1
			if fold(i) == "any" {
				s.to = 0
			}
		}
		if s.to == 0 {
			i++
			continue
		}
		out = append(out, s)
		i = s.to
	}
	return out
}

// besides tells whether an expression says something only of what it stands right before.
func (s shortage) besides(tokens []words.Token) bool {
	return s.to == s.from+1 && (shortBefore[tokens[s.from].Fold] || wellWords[tokens[s.from].Fold])
}

// lacking returns what a name of a code says is lacking, each thing as a term: «penger» of «Pengemangel», "space" of "Lack of space". whole tells that the name
// says nothing else.
func (b *binder) lacking(name string, lexicon *claims.Lexicon) (things []labelTerm, whole bool) {
	tokens := words.Tokens(name)
	said := 0
	for _, t := range tokens {
		if b.content(t.Fold) {
			said++
		}
	}
	for _, t := range tokens {
		if first := lackOf(t.Fold); first != "" {
			return []labelTerm{b.firstPart(first)}, said == 1
		}
	}
	expressions := shortagesIn(tokens)
	for _, s := range expressions {
		if s.enough {
			continue
		}
		spoken := 0 // content words of the expression and of what it is said of
		for i := s.from; i < s.to; i++ {
			if b.content(tokens[i].Fold) {
				spoken++
			}
		}
		for i := range tokens {
			if (i < s.from || i >= s.to) && b.content(tokens[i].Fold) && !lexicon.Noun(tokens[i].Fold) && b.saidOf(tokens, s, i, name) {
				things = append(things, b.term(tokens[i].Fold))
				spoken++
			}
		}
		if len(things) > 0 {
			return things, spoken == said
		}
	}
	return nil, false
}

// lackOf returns what a compound says is lacking, "" if it is no such: penge of pengemangel.
func lackOf(word string) string {
	for _, ending := range lackEndings {
		if first, ok := strings.CutSuffix(word, ending); ok && len([]rune(first)) > 2 && !away[first] {
			return strings.TrimSuffix(first, "-")
		}
	}
	return ""
}

// away are those who are absent, where a compound does not say what is lacking: sykefravær.
var away = wordSet("syke sjuke skole skule elev")

// firstPart returns the first part of a compound as a term, by itself and without what joins it to the next: penge, tids.
func (b *binder) firstPart(part string) labelTerm {
	term := b.term(part)
	for _, joint := range []string{"s", "e"} {
		if base, ok := strings.CutSuffix(part, joint); ok && len(base) > 1 {
			other := b.term(base)
			term.keys = append(slices.Clip(term.keys), append(other.keys, "stem:"+other.stem)...)
		}
	}
	return term
}

// saidOf tells whether an expression is said of the word at token i: the word follows it, alone or in a list, with an adjective at most before it, or
// stands before it in the same clause.
func (b *binder) saidOf(tokens []words.Token, s shortage, i int, text string) bool {
	between := func(j int) string { return text[tokens[j-1].End:tokens[j].Start] }
	if i >= s.to {
		said := 0 // content words since the last that joins the list
		for j := s.to; j <= i; j++ {
			w := tokens[j].Fold
			if strings.ContainsAny(between(j), ".;:()") || opposed[w] {
				return false
			}
			if (w == "ikke" || w == "ikkje" || w == "not") && said == 0 {
				continue
			}
			if claims.Denies(w) {
				return false
			}
			comma := strings.Contains(between(j), ",")
			switch {
			case comma && (said == 0 || s.besides(tokens)):
				return false
			case said == 0 && joins[w] && w != "både" && w != "both":
				return false // "deficits or tight limits"
			case comma, joins[w]:
				if s.besides(tokens) && !joins[w] {
					return false
				}
				said = 0
				if joins[w] {
					continue
				}
			case !b.content(w):
				if said > 0 {
					return false // what the thing is for, or who has it
				}
				continue
			}
			if said++; said > 2 {
				return false
			}
		}
		return true
	}
	if s.besides(tokens) || i >= s.from {
		return false
	}
	for j := i + 1; j <= s.from; j++ {
		if strings.ContainsAny(between(j), ",.;:()") || j < s.from && (joins[tokens[j].Fold] || opposed[tokens[j].Fold]) {
			return false
		}
	}
	if enoughWords[tokens[s.from].Fold] && s.to == s.from+1 && s.from > i+1 { // «plass har de nok», "there is money enough": not «pengene er nok brukt opp»
		return s.to == len(tokens) || strings.ContainsAny(between(s.to), ",.;:()") || !b.content(tokens[s.to].Fold)
	}
	return s.from-i <= 6
}

var (
	joins   = wordSet("og eller både samt and or both as")
	opposed = wordSet("men mens medan but while whereas")
)

// shortCode is a code that says that something is lacking.
type shortCode struct {
	code   *coding.Code
	things []labelTerm
	whole  bool // its name says nothing else
}

// shortOf returns the code as one that says that something is lacking, by its names, or by what its definition begins with; nil if it says no such thing.
func (b *binder) shortOf(c *coding.Code, lexicon *claims.Lexicon) *shortCode {
	for _, name := range namesOf(c) {
		if things, whole := b.lacking(name, lexicon); len(things) > 0 {
			return &shortCode{c, things, whole}
		}
	}
	definition := c.Definition
	if s := words.Sentences(definition); len(s) > 0 {
		definition = definition[s[0][0]:s[0][1]]
	}
	tokens := words.Tokens(definition)
	if e := shortagesIn(tokens); len(e) > 0 && !e[0].enough && e[0].from < 3 && !e[0].besides(tokens) {
		if things, _ := b.lacking(definition[tokens[e[0].from].Start:], lexicon); len(things) > 0 {
			return &shortCode{c, things, false}
		}
	}
	return nil
}

// polarities returns the places of a sentence that tell which way it speaks of what codes say is lacking. A denial right before such a word says
// that it is lacking: «har ikke penger til», "has no money". undecided are the codes of whose thing it speaks without saying which.
//
// With codes, only these are asked.
func (b *binder) polarities(text string, of []*coding.Code) (places []polarity, undecided map[*coding.Code]bool, at map[*coding.Code]map[int]bool) {
	if len(b.short) == 0 {
		return nil, nil, nil
	}
	tokens := words.Tokens(text)
	var expressions []shortage
	var stems []string
	var keys [][]string
	undecided, at = map[*coding.Code]bool{}, map[*coding.Code]map[int]bool{}
	for i, t := range tokens {
		if !b.content(t.Fold) || lackOf(t.Fold) != "" || lacks[t.Fold] {
			continue
		}
		if stems == nil {
			stems, keys = b.sought(tokens, nil)
			expressions = shortagesIn(tokens)
		}
		for _, sc := range b.short {
			if of != nil && !slices.Contains(of, sc.code) {
				continue
			}
			if !slices.ContainsFunc(sc.things, func(term labelTerm) bool { return term.meets(stems[i], keys[i]) }) {
				continue
			}
			s, ok := b.nearest(tokens, expressions, i, text)
			if !ok {
				undecided[sc.code] = true
				continue
			}
			if at[sc.code] == nil {
				at[sc.code] = map[int]bool{}
			}
			at[sc.code][i] = true
			p := polarity{start: tokens[s.from].Start, end: tokens[s.to-1].End, enough: s.enough}
			if k := slices.IndexFunc(places, func(o polarity) bool { return o.start == p.start && o.end == p.end }); k >= 0 {
				if !slices.Contains(places[k].codes, sc.code) {
					places[k].codes = append(places[k].codes, sc.code)
				}
				continue
			}
			p.codes = []*coding.Code{sc.code}
			places = append(places, p)
		}
	}
	for code := range at {
		delete(undecided, code)
	}
	return places, undecided, at
}

// saidOfCode tells whether what stands at a place of a sentence is said of words of a code.
func (b *binder) saidOfCode(text string, p polarity, c *coding.Code) bool {
	tokens := words.Tokens(text)
	expressions := shortagesIn(tokens)
	k := slices.IndexFunc(expressions, func(s shortage) bool { return tokens[s.from].Start == p.start })
	if k < 0 {
		return true // a denial
	}
	for _, m := range b.matches(text, nil) {
		if m.code != c {
			continue
		}
		for i := range m.at {
			if !b.saidOf(tokens, expressions[k], i, text) {
				return false
			}
		}
		return len(m.at) > 0
	}
	return false
}

// meets tells whether a word with a stem and keys is a form of the term, or of the first part of a compound that it is.
func (t labelTerm) meets(stem string, keys []string) bool {
	return stem != "" && (t.met(stem, keys) || slices.Contains(t.keys, "stem:"+stem))
}

// nearest returns the expression that is said of the word at token i and stands nearest to it, or the denial right before it; ok is false if there is none.
func (b *binder) nearest(tokens []words.Token, expressions []shortage, i int, text string) (best shortage, ok bool) {
	distance := 0
	for _, s := range expressions {
		if !b.saidOf(tokens, s, i, text) {
			continue
		}
		d := i - s.to + 1
		if s.from > i {
			d = s.from - i
		}
		if ok && (s.besides(tokens) || best.besides(tokens)) {
			return best, false // «ingen penger mangler»
		}
		if !ok || d < distance {
			best, distance, ok = s, d, true
		}
	}
	if i > 0 && !ok {
		switch tokens[i-1].Fold {
		case "ikke", "ikkje", "not":
			return shortage{from: i - 1, to: i}, true
		}
	}
	return best, ok
}

// edited returns a sentence in which what affirms a lack is blank, so that it denies nothing, and what says that there is enough is a word that denies. Places
// stay the same.
func edited(text string, places []polarity) string {
	for _, p := range places {
		word := ""
		if p.enough {
			word = claims.Turned
		}
		text = text[:p.start] + word + strings.Repeat(" ", p.end-p.start-len(word)) + text[p.end:]
	}
	return text
}
