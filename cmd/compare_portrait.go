package cmd

import (
	"github.com/spf13/cobra"

	"crosscase/compare"
	"crosscase/compare/table"
)

func newComparePortrait(e *Env) *cobra.Command {
	var codes []string
	return newCounting(e, counting{
		use: "portrait [DOCUMENT…]", short: "Where in a text each code stands: a strip a code, from the first word to the last",
		long: `Without a document, all interviews. As text it is a table of counts; the strips come with -o x.svg or x.png.`,
		example: `  crosscase compare portrait a-interview.txt -o portrait.svg
  crosscase compare portrait --code challenges -o interviews.png`,
		args: cobra.ArbitraryArgs, completes: completion(e, documentNames),
		flags: func(c *cobra.Command) {
			c.Flags().StringSliceVar(&codes, "code", nil, "only these codes, and those below them")
			_ = c.RegisterFlagCompletionFunc("code", completion(e, codeNames))
		},
		check: func([]string) error { return nil },
		answer: func(a answering) ([]*table.Table, error) {
			t, err := compare.Portraits(a.study, a.args, codes, a.options)
			return []*table.Table{t}, err
		},
	})
}
