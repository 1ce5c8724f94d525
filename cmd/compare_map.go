package cmd

import (
	"github.com/spf13/cobra"

	"crosscase/compare"
	"crosscase/compare/table"
)

func newCompareMap(e *Env) *cobra.Command {
	var f alikeFlags
	return newCounting(e, counting{
		use: "map", short: "A map of the cases: those that are alike lie near each other",
		long: `Classical scaling of the distances that compare similarity gives. The notes say how much of them two dimensions show.`,
		example: `  crosscase compare map -o map.svg
  crosscase compare map --code adaptations --coefficient jaccard
  crosscase compare map --attributes size,perspectives`,
		flags: func(c *cobra.Command) { f.flags(e, c) },
		check: f.check,
		answer: func(a answering) ([]*table.Table, error) {
			t, err := compare.CaseMap(a.study, f.question(), f.options(a.options))
			return []*table.Table{t}, err
		},
	})
}
