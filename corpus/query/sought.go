package query

import (
	"slices"
	"strings"
	"sync"

	"crosscase/corpus/words"
)

// sought is what one word of a query stands for in one language.
type sought struct {
	stems []string
	keys  []string           // of kin
	known map[string]verdict // on words of texts, where there are keys
	all   *sync.Map          // the same of all matchers that work side by side; nil for one alone
}

// verdict tells whether a word of a text is one that is looked for.
type verdict byte

const (
	other verdict = iota
	itself
	kinOf
)

// mostKnown bounds the memory of a matcher.
const mostKnown = 1 << 18

// seeker finds out what words stand for, in one language.
type seeker struct {
	analyser *words.Analyser
	kin      *words.Kin // nil in a narrow query, and in languages without
	synonyms [][]string
}

func (q *Query) seeker(language string) seeker {
	s := seeker{analyser: words.NewAnalyser(language)}
	if q.wide {
		s.kin, s.synonyms = words.NewKinBy(language, q.devices), q.synonyms
	}
	return s
}

// For returns what a word stands for: itself and its synonyms, with their kin.
func (s seeker) For(word string) *sought {
	out := &sought{known: map[string]verdict{}}
	stem := s.analyser.Stem(word)
	all := []string{word}
	for _, group := range s.synonyms {
		if slices.ContainsFunc(group, func(w string) bool { return s.analyser.Stem(strings.ToLower(w)) == stem }) {
			for _, w := range group {
				all = append(all, strings.ToLower(w))
			}
		}
	}
	for _, w := range all {
		found := words.Sought{Stems: []string{s.analyser.Stem(w)}}
		if s.kin != nil {
			found = s.kin.For(w)
		}
		for _, x := range found.Stems {
			if !slices.Contains(out.stems, x) {
				out.stems = append(out.stems, x)
			}
		}
		for _, x := range found.Keys {
			if !slices.Contains(out.keys, x) {
				out.keys = append(out.keys, x)
			}
		}
	}
	return out
}

// holds tells whether a word of a text is one that is looked for. stem returns its stem, and is asked for it only if
// nothing is known of the word.
func (x *sought) holds(s seeker, fold string, stem func() string) bool {
	if len(x.keys) == 0 || s.kin == nil {
		return slices.Contains(x.stems, stem())
	}
	v, seen := x.known[fold]
	if !seen {
		v = x.judge(s, fold, stem)
	}
	return v != other
}

// judge finds out about a word that was not met yet, and remembers it.
func (x *sought) judge(s seeker, fold string, stem func() string) verdict {
	if len(x.known) > mostKnown {
		clear(x.known)
	}
	if x.all != nil {
		if v, seen := x.all.Load(fold); seen {
			x.known[strings.Clone(fold)] = v.(verdict)
			return v.(verdict)
		}
	}
	v := other
	switch {
	case slices.Contains(x.stems, stem()):
		v = itself
	case slices.ContainsFunc(s.kin.Keys(fold), func(key string) bool { return slices.Contains(x.keys, key) }):
		v = kinOf
	}
	fold = strings.Clone(fold) // not part of a text, which is not to be held
	x.known[fold] = v
	if x.all != nil {
		x.all.Store(fold, v)
	}
	return v
}
