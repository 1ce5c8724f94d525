package coding

import (
	"crosscase/corpus"
	"crosscase/corpus/query"
	"crosscase/corpus/words"
)

// Text is a document taken apart, as the machine coders need it.
type Text struct {
	*corpus.Document
	Text      *corpus.Text
	Structure corpus.Structure
}

// Rules are the find queries of a code book, ready for one language.
type Rules struct {
	language string
	sets     []ruleSet
}

type ruleSet struct {
	code  *Code
	unit  corpus.UnitKind
	says  []Says
	match []*query.Matcher
}

// NewRules prepares the rules of a code book for texts in a language. Fields in
// rules are answered by the resolver. Rules that cannot be read are left out; reading the code book
// has reported them.
func NewRules(book *Codebook, language string, resolver query.Resolver) *Rules {
	r := &Rules{language: language}
	for _, c := range book.All() {
		unit, err := corpus.ParseUnit(c.Unit)
		if err != nil {
			unit = corpus.Sentence
		}
		set := ruleSet{code: c, unit: unit}
		for _, rule := range c.rules() {
			if rule.err == nil {
				set.says = append(set.says, rule.says)
				set.match = append(set.match, rule.query.Matcher(language, resolver))
			}
		}
		if len(set.match) > 0 {
			r.sets = append(r.sets, set)
		}
	}
	return r
}

// Apply proposes codings of a document in the name of the machine coder rules:
// one for each unit in which a rule holds, over the whole unit. A code's rules look at
// what informants say and at text that nobody speaks, unless its speakers field
// says otherwise. What a rule finds denied in the unit is proposed as against, unless
// the rule says itself what it proposes ("for: …").
//
// The cost is one pass over the words per unit kind and rule.
func (r *Rules) Apply(d Text) []Coding {
	var out []Coding
	units := map[corpus.UnitKind][]corpus.Unit{}
	stretches := map[corpus.UnitKind][]*query.Stretch{}
	for _, set := range r.sets {
		list, ok := units[set.unit]
		if !ok {
			list = d.Structure.Units(d.Text, set.unit)
			units[set.unit] = list
			for _, u := range list {
				stretches[set.unit] = append(stretches[set.unit], query.NewStretch(d.Text, corpus.Passage{Document: d.Key, Span: u.Span}))
			}
		}
		for i, u := range list {
			if !looksAt(set.code.Speakers, d, u.Turn) {
				continue
			}
			at := corpus.Passage{Document: d.Key, Span: u.Span}
			if says, ok := set.holds(d.Text, at, stretches[set.unit][i], r.language); ok {
				out = append(out, Coding{Code: set.code.Key, Coder: RulesCoder, Says: says, Quote: d.Text.Slice(u.Span), Passage: at, Fate: corpus.Same})
			}
		}
	}
	sortCodings(out)
	return out
}

// holds tells whether any rule of the set holds in a passage, and what it says.
// A rule that names what it says goes before one that leaves it to the words.
func (s ruleSet) holds(t *corpus.Text, at corpus.Passage, x *query.Stretch, language string) (Says, bool) {
	found := Says("")
	held := false
	for i, m := range s.match {
		ok, places := m.MatchIn(x)
		if !ok {
			continue
		}
		held = true
		if s.says[i] != "" {
			return s.says[i], true
		}
		if found != For {
			found = For
			if denied(t, at, places, language) {
				found = Against
			}
		}
	}
	return found, held
}

func looksAt(speakers string, d Text, turn int) bool {
	if turn < 0 {
		return speakers != "interviewers"
	}
	interviewer := d.RoleOf(d.Structure.Turns[turn].Speaker) == corpus.Interviewer
	switch speakers {
	case "all":
		return true
	case "interviewers":
		return interviewer
	}
	return !interviewer
}

// denials are words that deny what stands near them, in any of the languages.
var denials = map[string]map[string]bool{
	"nb": set("ikke", "ikkje", "itte", "ingen", "aldri", "verken", "hverken", "nei",
		"uten", "utan", "ingenting", "intet", "inkje"),
	"en": set("not", "no", "never", "none", "neither", "nor", "don't", "doesn't", "didn't", "isn't", "aren't", "wasn't", "haven't", "hasn't", "won't", "can't",
		"wouldn't", "couldn't", "shouldn't", "cannot", "without", "nobody", "nothing"),
	"sv": set("inte", "ingen", "inga", "aldrig", "varken", "nej", "ej"),
	"da": set("ikke", "ingen", "aldrig", "hverken", "nej"),
	"de": set("nicht", "kein", "keine", "keinen", "nie", "weder", "nein"),
}

// harmless are words after a denial that take it back ("not only").
var harmless = set("bare", "bara", "kun", "minst", "only", "just", "nur", "least", "mindst")

func set(words ...string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[w] = true
	}
	return m
}

// denialReach is how many words before or after a match a denial may stand.
const denialReach = 5

// denied tells whether a word of denial stands within five words of a match, in
// the same sentence and outside the match itself.
func denied(t *corpus.Text, at corpus.Passage, places []corpus.Span, language string) bool {
	deny := denials[language]
	if language == "nn" || language == "no" {
		deny = denials["nb"]
	}
	for _, sentence := range corpus.Sentences(t, at.Span) {
		tokens := words.Tokens(t.Slice(sentence))
		base := t.Byte(sentence.Start)
		span := func(i int) corpus.Span {
			return corpus.Span{Start: t.Char(base + tokens[i].Start), End: t.Char(base + tokens[i].End)}
		}
		for _, p := range places {
			if !sentence.Contains(p) {
				continue
			}
			first, last := len(tokens), -1
			for i := range tokens {
				if span(i).Overlaps(p) {
					first, last = min(first, i), i
				}
			}
			for i := max(0, first-denialReach); i <= min(len(tokens)-1, last+denialReach); i++ {
				taken := i+1 < len(tokens) && harmless[tokens[i+1].Fold]
				if (i < first || i > last) && deny[tokens[i].Fold] && !taken {
					return true
				}
			}
		}
	}
	return false
}
