package query

import (
	"slices"
	"strings"

	"crosscase/corpus/words"
)

// sought is what one word of a query stands for in one language.
type sought struct {
	stems []string
	keys  []string        // of kin
	known map[string]bool // words of texts, and whether they are kin
}

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
	out := &sought{known: map[string]bool{}}
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

// holds tells whether a word of a text, with its stem, is one that is looked for.
func (x *sought) holds(s seeker, fold, stem string) bool {
	if slices.Contains(x.stems, stem) {
		return true
	}
	if len(x.keys) == 0 || s.kin == nil {
		return false
	}
	held, seen := x.known[fold]
	if !seen {
		held = slices.ContainsFunc(s.kin.Keys(fold), func(key string) bool { return slices.Contains(x.keys, key) })
		x.known[strings.Clone(fold)] = held // not part of a text, which is not to be held
	}
	return held
}
