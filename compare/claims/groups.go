package claims

import (
	"slices"
	"strings"
)

// groupsAt returns the cases of the groups that begin at token j, how many tokens name them, and whether they stand for the cases by themselves:
// "large", "large and the small", "small nursing homes". Where the word of a group stands for two attributes, or what is joined to it is no group,
// the clause is not to be made out.
func (c *clause) groupsAt(j int) (n int, group []string, alone bool) {
	for {
		m, g, stands := c.groupAt(j + n)
		if m == 0 {
			return n, group, alone
		}
		for !stands {
			k, narrower, by := c.groupAt(j + n + m)
			if k == 0 || c.gap(j+n+m) {
				break
			}
			g = slices.DeleteFunc(slices.Clone(g), func(key string) bool { return !slices.Contains(narrower, key) })
			m, stands = m+k, by
			if len(g) == 0 {
				c.vague = max(c.vague, j+n)
			}
		}
		group, alone = union(group, g), stands
		n += m
		next := j + n
		if !joiners[c.word(next)] {
			return n, group, alone
		}
		next++
		if theWords[c.word(next)] {
			next++
		}
		if m, _, _ := c.groupAt(next); m == 0 {
			if c.l.noun(c.word(next+1)) && !c.l.noun(c.word(next)) || alone && pluralNoun(c.word(next), c.l.language) && !verbs[c.word(next)] && !Denies(c.word(next)) {
				c.vague = max(c.vague, next)
				return next + 1 - j, group, alone
			}
			return n, group, alone
		}
		n = next - j
	}
}

// superlatives pick out of a group those that are most so.
var superlatives = set("største", "minste", "eldste", "nyeste", "largest", "biggest", "smallest", "oldest", "newest")

// partOf takes note that token j describes the cases of which the clause speaks by a word of which it is not known whether it holds of
// all: «de rike kommunene». That they were studied or visited holds of all.
func (c *clause) partOf(j int) {
	w := c.word(j)
	if quantifying(w) || restWords[w] {
		return
	}
	if !visited(w) {
		c.vague = max(c.vague, j)
	}
}

// visited tells whether a word says of cases that they were studied.
func visited(w string) bool {
	return w == "we" || w == "vi" || slices.ContainsFunc(studied, func(s string) bool { return strings.HasPrefix(w, s) })
}

var studied = strings.Fields("undersøk undersøkt studer delta deltok deltatt aktuell utvalgt utvald valgt valde nevnt nemnt omtalt besøkt inkluder medvirkende medvirket intervju participat studied selected chosen sampled involved visited interviewed included investigated examined researched case")
