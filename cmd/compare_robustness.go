package cmd

import (
	"github.com/spf13/cobra"

	"crosscase/compare/table"
)

func newCompareRobustness(e *Env) *cobra.Command {
	var chosen []string
	return newCounting(e, counting{
		use: "robustness", short: "What would change without one case or one source, what speaks against each other, whose words carry it",
		long: `Four tables: the rows that are in all, some or none of the known cases and change when one case is left out, with the findings
that change; the cells and findings that change when one document is left out; the passages that speak against each other, by
code; and how the coded passages are shared among cases, informants and documents, beside their share of the words.`,
		example: "  crosscase compare robustness\n  crosscase compare robustness --case a,b --format html -o robustness.html",
		flags: func(c *cobra.Command) {
			casesFlag(e, c, &chosen)
		},
		answer: func(a answering) ([]*table.Table, error) {
			return answerForms(a, chosen, "one-case-out", "one-source-out", "opposing", "shares")
		},
	})
}
