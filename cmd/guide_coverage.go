package cmd

import (
	"github.com/spf13/cobra"

	"crosscase/compare"
	"crosscase/compare/table"
)

func newGuideCoverage(e *Env) *cobra.Command {
	return newCounting(e, counting{
		use: "coverage", short: "Which question was asked in which interview, with the passages",
		long: `Prints question × interview: answered, asked, answered elsewhere, not asked, or not found. What the guide
matcher found is a proposal until guide close says that an interview's coverage stands.`,
		example: "  crosscase guide coverage --why",
		answer: func(a answering) ([]*table.Table, error) {
			t, err := compare.GuideCoverage(a.study, a.options)
			return []*table.Table{t}, err
		},
	})
}
