package coding

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"crosscase/corpus/words"
)

// Succession says what became of a question when a new form of the guide took the place of the one before.
type Succession struct {
	Was, Is Question // the zero Question for one that is new, or gone
}

// Reworded tells whether a question is asked in other words than before.
func (s Succession) Reworded() bool {
	return s.Was.Key != "" && s.Is.Key != "" && !slices.Equal(asked(s.Was), asked(s.Is))
}

// counted is a key that was given by counting. Any other is the question's own name.
var counted = regexp.MustCompile(`^q\d+$`)

// sameQuestion is the share of their words that two questions must have in common to be one question, reworded.
const sameQuestion = 0.5

// Succeed returns a new form of a guide with the keys of the one before, so that codings and askings stay with the question they were made for:
// by the question's own name where it has one, by its words, or by half of its words (Jaccard). A question that is new gets a key
// that no question has that is still asked, nor one that is gone and named tells to be named somewhere. What people wrote beside a question (topic, other ways to ask it, research questions) goes along where
// the new form says nothing of it, and the words before are another way to ask it. The successions are in the order of the new guide; after
// them come the questions that are gone.
func (g Guide) Succeed(next Guide, named func(question string) bool) (Guide, []Succession) {
	next.Themes = slices.Clone(next.Themes)
	var now []*Question
	taken := map[string]bool{}
	for t := range next.Themes {
		next.Themes[t].Questions = slices.Clone(next.Themes[t].Questions)
		taken[next.Themes[t].Key] = true
		for q := range next.Themes[t].Questions {
			now = append(now, &next.Themes[t].Questions[q])
		}
	}
	before := g.Questions()
	was := followed(before, now)
	for j, q := range before {
		if slices.Contains(was, j) || named(q.Key) {
			taken[q.Key] = true
		}
	}
	out := make([]Succession, 0, len(now))
	kept := map[string]bool{}
	n := 1
	for i, q := range now {
		if was[i] < 0 {
			if taken[q.Key] {
				for taken[fmt.Sprintf("q%d", n)] {
					n++
				}
				q.Key = fmt.Sprintf("q%d", n)
			}
			taken[q.Key] = true
			out = append(out, Succession{Is: *q})
			continue
		}
		o := before[was[i]]
		kept[o.Key] = true
		q.Key, q.Topic = o.Key, cmp.Or(q.Topic, o.Topic)
		if len(q.Answers) == 0 {
			q.Answers = o.Answers
		}
		s := Succession{o, *q}
		for _, words := range append(slices.Clone(o.Also), o.Ask) {
			same := func(other string) bool { return slices.Equal(folds(other), folds(words)) }
			if words != "" && !same(q.Ask) && !slices.ContainsFunc(q.Also, same) {
				q.Also = append(slices.Clone(q.Also), words)
			}
		}
		s.Is = *q
		out = append(out, s)
	}
	for _, o := range before {
		if !kept[o.Key] {
			out = append(out, Succession{Was: o})
		}
	}
	return next, out
}

// followed returns for each question of a new form the index of the one before that it is, -1 for none.
func followed(before []Question, now []*Question) []int {
	type pair struct {
		now, before int
		likeness    float64
	}
	var pairs []pair
	for i, q := range now {
		for j, o := range before {
			likeness := inCommon(asked(*q), asked(o))
			for _, also := range o.Also {
				likeness = max(likeness, inCommon(asked(*q), folds(also)))
			}
			switch {
			case q.Key == o.Key && !counted.MatchString(q.Key):
				likeness = 2 // its own name
			case q.Key == o.Key:
				likeness += 0.001 // of two that are as like, the one at the same place
			}
			if likeness >= sameQuestion {
				pairs = append(pairs, pair{i, j, likeness})
			}
		}
	}
	slices.SortStableFunc(pairs, func(a, b pair) int { return cmp.Compare(b.likeness, a.likeness) })
	out := make([]int, len(now))
	for i := range out {
		out[i] = -1
	}
	gone := map[int]bool{}
	for _, p := range pairs {
		if out[p.now] < 0 && !gone[p.before] {
			out[p.now], gone[p.before] = p.before, true
		}
	}
	return out
}

// asked returns the words of a question, those of its topic where it has no others.
func asked(q Question) []string { return folds(cmp.Or(q.Ask, q.Topic)) }

// folds returns the words of a question in lower case.
func folds(s string) (out []string) {
	for _, w := range words.Tokens(s) {
		out = append(out, strings.TrimSuffix(w.Fold, "'s"))
	}
	return out
}

// inCommon returns the share of their different words that two lists have in common (Jaccard 1901), 0 where both are empty.
func inCommon(a, b []string) float64 {
	in := map[string]int{}
	for _, w := range a {
		in[w] |= 1
	}
	for _, w := range b {
		in[w] |= 2
	}
	both := 0
	for _, n := range in {
		if n == 3 {
			both++
		}
	}
	if len(in) == 0 {
		return 0
	}
	return float64(both) / float64(len(in))
}
