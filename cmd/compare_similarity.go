package cmd

import (
	"github.com/spf13/cobra"

	"crosscase/compare"
	"crosscase/compare/likeness"
	"crosscase/compare/table"
)

func newCompareSimilarity(e *Env) *cobra.Command {
	var f alikeFlags
	return newCounting(e, counting{
		use: "similarity", short: "How alike the cases are, pair by pair, and in what they agree and differ",
		long: `Over what is known of both cases; n says how much that is. What is open, or was not asked, counts as neither yes nor no.

  simple-matching   (a+d)/(a+b+c+d)      a both have it, b and c only one, d neither
  jaccard           a/(a+b+c)            what neither has says nothing
  russel-rao        a/(a+b+c+d)
  zeta              (2a+d)/(2a+b+c+d)    Kuckartz and Rädiker
  phi               from -1 to 1; undefined where a case has everything or nothing`,
		example: `  crosscase compare similarity
  crosscase compare similarity --code challenges --coefficient jaccard --pairs
  crosscase compare similarity --attributes perspectives --coefficient zeta
  crosscase compare similarity -o likeness.svg`,
		flags: func(c *cobra.Command) {
			f.flags(e, c)
			c.Flags().BoolVar(&f.q.Pairs, "pairs", false, "list as well in what each pair of cases agrees and differs")
		},
		check: f.check,
		answer: func(a answering) ([]*table.Table, error) {
			return compare.Similarity(a.study, f.question(), f.options(a.options))
		},
	})
}

// alikeFlags say in what cases are compared, and by which coefficient.
type alikeFlags struct {
	q           compare.LikenessQuestion
	coefficient string
	cases       []string
}

func (f *alikeFlags) flags(e *Env, c *cobra.Command) {
	fl := c.Flags()
	fl.StringSliceVar(&f.q.Codes, "code", nil, "compare in these codes, and those below them (default all that have a kind but structural)")
	fl.StringSliceVar(&f.q.Attributes, "attributes", nil, "compare in the values of these attributes; with --code, in both")
	fl.StringVar(&f.coefficient, "coefficient", string(likeness.SimpleMatching), "simple-matching, jaccard, russel-rao, zeta or phi")
	casesFlag(e, c, &f.cases)
	_ = c.RegisterFlagCompletionFunc("code", completion(e, codeNames))
	_ = c.RegisterFlagCompletionFunc("attributes", completion(e, attributeNames))
	completeChoice(c, "coefficient", spelled(likeness.Coefficients())...)
}

func (f *alikeFlags) check([]string) error {
	return oneOf("coefficient", f.coefficient, spelled(likeness.Coefficients()))
}

func (f *alikeFlags) question() compare.LikenessQuestion {
	q := f.q
	q.Coefficient = likeness.Coefficient(f.coefficient)
	return q
}

func (f *alikeFlags) options(o compare.Options) compare.Options {
	o.Cases = f.cases
	return o
}

func spelled[W ~string](list []W) []string {
	out := make([]string, len(list))
	for i, w := range list {
		out[i] = string(w)
	}
	return out
}
