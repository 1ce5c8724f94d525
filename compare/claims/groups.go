package claims

import (
	"slices"
	"strings"
)

// groupsAt returns the cases of the groups that begin at token j, and how many tokens name them: "large", "large and the small".
// Where the word of a group stands for two attributes, or what is joined to it is no group, the clause is not to be made out.
func (c *clause) groupsAt(j int) (n int, group []string) {
	for {
		key := c.l.groupKey(c.word(j + n))
		g := c.l.groups[key]
		if g == nil {
			return n, group
		}
		if len(strings.Fields(c.l.made[key])) > 1 || len(g) > 1 && superlatives[c.word(j+n)] {
			c.vague = max(c.vague, j+n)
		}
		group = union(group, g)
		n++
		next := j + n
		if !joiners[c.word(next)] {
			return n, group
		}
		next++
		if theWords[c.word(next)] {
			next++
		}
		if c.l.groups[c.l.groupKey(c.word(next))] == nil {
			if c.l.noun(c.word(next+1)) && !c.l.noun(c.word(next)) {
				c.vague = max(c.vague, next)
				return next + 1 - j, group
			}
			return n, group
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
