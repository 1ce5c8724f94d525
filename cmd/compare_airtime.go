package cmd

import (
	"github.com/spf13/cobra"

	"crosscase/compare/table"
)

func newCompareAirtime(e *Env) *cobra.Command {
	var chosen []string
	return newCounting(e, counting{
		use: "airtime", short: "How much of the guide was asked, and how much was said, by theme and case",
		long: `For each theme of the guide and each case: how many of its questions were asked or answered, how many words informants said from
there until the next question, and the share of these among all their words. What stands in square brackets is the transcriber's and not counted.`,
		example: "  crosscase compare airtime\n  crosscase compare airtime --case a,b --why",
		flags: func(c *cobra.Command) {
			casesFlag(e, c, &chosen)
		},
		answer: func(a answering) ([]*table.Table, error) {
			return answerForms(a, chosen, "airtime")
		},
	})
}
