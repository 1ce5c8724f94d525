package cmd

import (
	"github.com/spf13/cobra"

	"crosscase/compare"
	"crosscase/compare/likeness"
	"crosscase/compare/table"
)

func newCompareCluster(e *Env) *cobra.Command {
	var f alikeFlags
	var linkage string
	return newCounting(e, counting{
		use: "cluster", short: "Which cases form groups: a tree, the most alike first",
		long: `Each step joins the two nearest groups. Groups of fewer than eight cases say little; --illustrative makes them all the same.
Where two pairs are equally near the one whose cases come first is joined, and the step is marked with "=".`,
		example: `  crosscase compare cluster
  crosscase compare cluster --coefficient jaccard --linkage complete -o tree.svg
  crosscase compare cluster --illustrative`,
		flags: func(c *cobra.Command) {
			f.flags(e, c)
			c.Flags().StringVar(&linkage, "linkage", string(likeness.Average), "how far apart two groups are: single, complete, average or ward")
			c.Flags().BoolVar(&f.q.Illustrative, "illustrative", false, "group fewer than eight cases all the same, as an illustration")
			completeChoice(c, "linkage", spelled(likeness.Linkages())...)
		},
		check: func(args []string) error {
			if err := oneOf("linkage", linkage, spelled(likeness.Linkages())); err != nil {
				return err
			}
			return f.check(args)
		},
		answer: func(a answering) ([]*table.Table, error) {
			q := f.question()
			q.Linkage = likeness.Linkage(linkage)
			t, err := compare.Clusters(a.study, q, f.options(a.options))
			return []*table.Table{t}, err
		},
	})
}
