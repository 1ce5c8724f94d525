package coding

import (
	"slices"
	"strings"

	"crosscase/corpus"
	"crosscase/corpus/words"
)

// denials are words that deny what stands near them, in any of the languages.
var denials = map[string]map[string]bool{
	"nb": set("ikke", "ikkje", "itte", "ingen", "inga", "aldri", "verken", "hverken", "korkje", "nei", "uten", "utan", "ingenting", "intet", "inkje", "knapt", "neppe"),
	"en": set("not", "no", "never", "none", "neither", "nor", "don't", "doesn't", "didn't", "isn't", "aren't", "wasn't", "weren't", "haven't", "hasn't", "hadn't", "won't", "can't",
		"wouldn't", "couldn't", "shouldn't", "cannot", "without", "nobody", "nothing", "hardly", "scarcely"),
	"sv": set("inte", "ingen", "inga", "inget", "ingenting", "aldrig", "varken", "nej", "ej", "utan", "knappast"),
	"da": set("ikke", "ingen", "intet", "ingenting", "aldrig", "hverken", "nej", "uden", "næppe"),
	"de": set("nicht", "nichts", "kein", "keine", "keinen", "keinem", "keiner", "keines", "nie", "niemals", "weder", "nein", "ohne", "kaum"),
}

var (
	// harmless are words after a denial that take it back ("not only", «ikke sant», "no doubt").
	harmless = set("bare", "berre", "bara", "kun", "minst", "alene", "aleine", "sant", "tvil", "only", "just", "merely", "nur", "least", "mindst", "doubt", "tvivl", "zweifel")
	// answers deny what was asked; beside another denial that is taken back they deny nothing («nei, vi har ikke kuttet ut …»).
	answers = set("nei", "no", "nej", "nein")
	// lacking denies what comes after it alone ("all of them, without exception").
	lacking = set("uten", "utan", "uden", "without", "ohne")
	// plainly deny by themselves, and what follows if they begin a part of a sentence ("control and not help").
	plainly = set("ikke", "ikkje", "itte", "not", "inte", "nicht")
	// knowing, denied, denies nothing else («det vet jeg ikke», "I don't know").
	knowing = set("vet", "veit", "visste", "know", "knew", "vet", "ved", "weiß", "husker", "hugsar", "remember")
	// ending are verbs of giving something up, of its passing and of overlooking it, with what one hides: where they are denied it is
	// there («har ikke kuttet ut målekartet», «har ikkje minka», «ikke legge skjul på»).
	ending = []string{"kutt", "slutt", "dropp", "avvikl", "fjern", "forlat", "glem", "gløym", "skrot", "sløyf", "stopp", "drop", "abandon", "remov", "abolish", "forg", "scrap", "discard", "ceas", "quit",
		"mink", "minsk", "forsvunn", "forsvinn", "diminish", "decreas", "vanish", "skjul", "unngå", "nekt", "benekt", "overlook", "ignor", "avoid", "hide", "hidden", "deny",
		"avtatt", "avtar", "avtok", "avteke", "oversjå"}
	// possible stand between a denial and the verb that it denies («ikkje mogleg å oversjå»).
	possible = set("mogleg", "mulig", "råd", "lett", "possible", "easy", "möjligt", "muligt", "möglich")
	// wanting are words for a lack: where they are denied it is there («ikkje slik at vi manglar pengar»).
	wanting = []string{"mangl", "lack", "sakna", "fehl"}
	// supposed are verbs behind what is thought away («uten motstand hadde vi ikke lært noe»).
	supposed = set("hadde", "ville", "kunne", "skulle", "had", "would", "could", "hade", "skulle", "kunde", "havde", "hätte", "hätten", "wäre", "würde", "könnte")
	// endingWith are verbs that give something up together with the word behind them.
	endingWith = map[string]map[string]bool{"ned": set("lagt", "legger", "legge", "la", "lagd"), "opp": set("gitt", "gir", "gi", "ga", "gav", "gjeve"), "bort": set("tatt", "tar", "ta", "tok", "teke"),
		"up": set("given", "give", "giving", "gave"), "out": set("cut", "cutting", "phased"), "away": set("done", "taken")}

	adversative  = set("men", "but", "sondern", "aber")
	adding       = set("og", "and", "och", "und")
	alternative  = set("eller", "or", "oder", "alternativt")
	conditional  = set("hvis", "dersom", "viss", "if", "unless", "falls", "wenn", "såfremt")
	subordinate  = set("at", "that", "dass", "att", "fordi", "because", "weil", "hvis", "dersom", "viss", "if", "wenn", "når", "when", "som", "which", "who")
	relative     = set("som", "that", "which", "who")
	standsForAny = set("noe", "noko", "something", "det", "ting", "thing", "it")
)

func set(words ...string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[w] = true
	}
	return m
}

// denialReach is how many words before or after a match a denial may stand.
const denialReach = 5

// denied tells whether a word of denial stands within five words of a match, in the same sentence and outside the match itself, so that it
// denies the match: not in another part of the sentence ("we count, but not that"; "so much that nobody looks"), not in a condition,
// and not where what is denied is that something was given up.
func denied(t *corpus.Text, at corpus.Passage, places []corpus.Span, language string) bool {
	deny := denials[language]
	if language == "nn" || language == "no" {
		deny = denials["nb"]
	}
	for _, sentence := range corpus.Sentences(t, at.Span) {
		text := t.Slice(sentence)
		s := sentenceWords{text: text, tokens: words.Tokens(text), deny: deny}
		base := t.Byte(sentence.Start)
		for _, p := range places {
			if !sentence.Contains(p) {
				continue
			}
			first, last := len(s.tokens), -1
			for i, tok := range s.tokens {
				if (corpus.Span{Start: t.Char(base + tok.Start), End: t.Char(base + tok.End)}).Overlaps(p) {
					first, last = min(first, i), i
				}
			}
			if s.denies(first, last) {
				return true
			}
		}
	}
	return false
}

// saysNo tells whether an answer begins with a no.
func saysNo(answer string) bool {
	first := words.Tokens(clipText(answer, 40))
	return len(first) > 0 && answers[first[0].Fold]
}

// sentenceWords is a sentence with its words.
type sentenceWords struct {
	text   string
	tokens []words.Token
	deny   map[string]bool
}

func (s sentenceWords) word(i int) string {
	if i < 0 || i >= len(s.tokens) {
		return ""
	}
	return s.tokens[i].Fold
}

// comma tells whether a comma or its like stands between a word and the one before.
func (s sentenceWords) comma(i int) bool {
	return i > 0 && i < len(s.tokens) && strings.ContainsAny(s.text[s.tokens[i-1].End:s.tokens[i].Start], ",;:–—")
}

// denies tells whether the words from first to last are denied.
func (s sentenceWords) denies(first, last int) bool {
	if lacking[s.word(first-1)] && supposed[s.word(last+1)] {
		return false // it is thought away, so it is there; what follows denies something else
	}
	for i := max(0, first-denialReach); i <= min(len(s.tokens)-1, last+denialReach); i++ {
		if (i < first || i > last) && s.deny[s.word(i)] && !s.takenBack(i, first, last) && !s.elsewhere(i, first, last) {
			return true
		}
	}
	return false
}

// takenBack tells whether a denial denies nothing, or something else than the words around it.
func (s sentenceWords) takenBack(i, first, last int) bool {
	outside := func(j int) bool { return j < first || j > last }
	switch w := s.word(i); {
	case harmless[s.word(i+1)], alternative[s.word(i-1)], conditional[s.word(i-1)], s.word(i-1) == "om":
		return true
	case answers[w]:
		return s.besideTakenBack(i, first, last)
	}
	for _, j := range []int{i - 2, i - 1, i + 1, i + 2} {
		if knowing[s.word(j)] && outside(j) {
			return true
		}
	}
	for j := i - 3; j < i; j++ {
		if conditional[s.word(j)] {
			return true
		}
	}
	near := i + 2
	if possible[s.word(i+1)] {
		near++
	}
	for j := i + 1; j <= near; j++ {
		if outside(j) && s.gaveUp(j) {
			return true
		}
	}
	for j := i + 1; j < first; j++ {
		if slices.ContainsFunc(wanting, func(stem string) bool { return strings.HasPrefix(s.word(j), stem) }) {
			return true
		}
	}
	return false
}

// besideTakenBack tells whether another word denies in the sentence that is no answer, and is taken back.
func (s sentenceWords) besideTakenBack(i, first, last int) bool {
	for j := range s.tokens {
		if j != i && s.deny[s.word(j)] && !answers[s.word(j)] && s.takenBack(j, first, last) {
			return true
		}
	}
	return false
}

// gaveUp tells whether a word is a verb of giving something up.
func (s sentenceWords) gaveUp(i int) bool {
	for _, stem := range ending {
		if strings.HasPrefix(s.word(i), stem) {
			return true
		}
	}
	return endingWith[s.word(i+1)][s.word(i)]
}

// elsewhere tells whether a denial stands in another part of the sentence than the words from first to last.
func (s sentenceWords) elsewhere(i, first, last int) bool {
	w := s.word(i)
	if i > last && (lacking[w] || plainly[w] && (adding[s.word(i-1)] || s.comma(i))) {
		return true
	}
	from, to := i+1, first
	if i > last {
		from, to = last+1, i
	}
	for j := from; j < to; j++ {
		switch w := s.word(j); {
		case adversative[w], adding[w] && s.comma(j):
			return true
		case i > last && subordinate[w] && !(relative[w] && (s.comma(j) || standsForAny[s.word(j-1)])):
			return true
		}
	}
	return false
}
