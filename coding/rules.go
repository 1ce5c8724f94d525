package coding

import (
	"crosscase/corpus"
	"crosscase/corpus/query"
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
				set.match = append(set.match, rule.query.Inflected().Matcher(language, resolver))
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
