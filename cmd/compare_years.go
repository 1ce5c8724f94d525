package cmd

import (
	"github.com/spf13/cobra"

	"crosscase/cases"
	"crosscase/compare"
	"crosscase/compare/table"
)

func newCompareYears(e *Env) *cobra.Command {
	var f cases.Filter
	var structural bool
	return newCounting(e, counting{
		use: "years", short: "How often each code is spoken of in each year",
		long: `The year is that of a coding's "when", else that of its document's date. A year of which nothing was read for a code is unknown, not 0. A count is of what speaks
for the code; where somebody denies it, the year is marked.`,
		example: `  crosscase compare years --code challenges -o years.svg
  crosscase compare years --source annual-report --case a`,
		flags: func(c *cobra.Command) {
			codeFlag(e, c, &f)
			placeFlags(e, c, &f)
			structuralFlag(c, &structural)
		},
		check: func([]string) error { return nil },
		answer: func(a answering) ([]*table.Table, error) {
			t, err := compare.Years(a.study, f, structural, a.options)
			return []*table.Table{t}, err
		},
	})
}
