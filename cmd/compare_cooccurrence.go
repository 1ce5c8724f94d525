package cmd

import (
	"strings"

	"github.com/spf13/cobra"

	"crosscase/cases"
	"crosscase/compare"
	"crosscase/compare/table"
)

func newCompareCooccurrence(e *Env) *cobra.Command {
	var f cases.Filter
	var structural bool
	var unit string
	var pairs, explain bool
	return newCounting(e, counting{
		use: "cooccurrence", short: "Which codes stand together: codes by codes, with the unit that is counted",
		long: `A cell counts the units with both codes, with the c-coefficient (Jaccard) behind it. "!" warns where one code is more than five times as
frequent as the other: c is small then whatever the rarer one does.`,
		example: `  crosscase compare cooccurrence
  crosscase compare cooccurrence --unit turn --pairs --why
  crosscase compare cooccurrence --unit case --code challenges`,
		flags: func(c *cobra.Command) {
			codeFlag(e, c, &f)
			placeFlags(e, c, &f)
			structuralFlag(c, &structural)
			c.Flags().StringVar(&unit, "unit", compare.OverlapUnit, "what is counted: "+strings.Join(compare.CooccurrenceUnits(), ", "))
			c.Flags().BoolVar(&pairs, "pairs", false, "a list of the pairs, the most frequent first, instead of codes by codes")
			c.Flags().BoolVar(&explain, "explain", false, "print the formula, the numbers that went in, and the paper")
			completeChoice(c, "unit", compare.CooccurrenceUnits()...)
		},
		check: func([]string) error { return oneOf("unit", unit, compare.CooccurrenceUnits()) },
		answer: func(a answering) ([]*table.Table, error) {
			return compare.Cooccurrence(a.study, unit, f, structural, pairs, explain, a.options)
		},
	})
}
