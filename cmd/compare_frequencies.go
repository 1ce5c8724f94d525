package cmd

import (
	"strings"

	"github.com/spf13/cobra"

	"crosscase/compare"
	"crosscase/compare/table"
)

func newCompareFrequencies(e *Env) *cobra.Command {
	var q compare.FrequencyQuestion
	return newCounting(e, counting{
		use: "frequencies", short: "How often each code stands in each case or document, in which unit",
		long: `Counts what people coded; proposals do not count. A count is of what speaks for the code; what denies it ("nei, det har vi
ikke") stands in a column of its own. A case that is unread for a code has no count, not 0. Codes that only mark the answers to
questions of the guide are left out unless --structural or --code asks for them.`,
		example: `  crosscase compare frequencies
  crosscase compare frequencies --unit turn --by document
  crosscase compare frequencies --code trust --format csv -o trust.csv`,
		flags: func(c *cobra.Command) {
			codeFlag(e, c, &q.Filter)
			placeFlags(e, c, &q.Filter)
			c.Flags().StringVar(&q.By, "by", "case", "columns: case or document")
			c.Flags().StringVar(&q.Unit, "unit", compare.PassageUnit, "what is counted: "+strings.Join(compare.CountingUnits(), ", "))
			structuralFlag(c, &q.Structural)
			c.Flags().BoolVar(&q.Explain, "explain", false, "print what a count is, and the numbers")
			completeChoice(c, "by", "case", "document")
			completeChoice(c, "unit", compare.CountingUnits()...)
		},
		check: func([]string) error {
			if err := oneOf("by", q.By, []string{"case", "document"}); err != nil {
				return err
			}
			return oneOf("unit", q.Unit, compare.CountingUnits())
		},
		answer: func(a answering) ([]*table.Table, error) {
			return compare.Frequencies(a.study, q, a.options)
		},
	})
}
