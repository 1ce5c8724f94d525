package cmd

import (
	"strings"

	"github.com/spf13/cobra"

	"crosscase/compare"
	"crosscase/compare/frequency"
	"crosscase/compare/table"
)

func newCompareKeyness(e *Env) *cobra.Command {
	var q compare.KeynessQuestion
	return newCounting(e, counting{
		use: "keyness TARGET [REFERENCE]", short: "The words that some texts have more, and less, often than others",
		long: `TARGET and REFERENCE are fields of the search language: case:a, role:informant, source:plan, year:2015, size:small, or size=small. Without REFERENCE
the target is compared with all other text.

Two different figures go by the name G²: Dunning's of four cells (quanteda) and Rayson & Garside's of two (AntConc, Wmatrix). Both are printed; the log ratio
is the effect: 1 is twice as often.`,
		example: `  crosscase compare keyness case:a --role informant
  crosscase compare keyness size=small size=large --content
  crosscase compare keyness case:a case:b --top 10 --explain`,
		args: cobra.RangeArgs(1, 2),
		flags: func(c *cobra.Command) {
			placeFlags(e, c, &q.Filter)
			fl := c.Flags()
			fl.BoolVar(&q.Content, "content", false, "without function words (and, it, that)")
			fl.IntVar(&q.Least, "least", 3, "only words that stand so often in both together")
			fl.IntVar(&q.Top, "top", 15, "how many words of either side (0: all)")
			fl.StringVar(&q.Order, "order", "g2", "g2 (of four cells) or ratio")
			fl.StringVar(&q.Adjust, "adjust", "holm", "correction of the p values: "+strings.Join(frequency.Adjustments(), ", "))
			fl.IntVar(&q.Window, "window", 50, "words in the window of the moving type-token ratio (MATTR)")
			fl.BoolVar(&q.Explain, "explain", false, "print formulas, the numbers that went in, and papers")
			completeChoice(c, "order", "g2", "ratio")
			completeChoice(c, "adjust", frequency.Adjustments()...)
		},
		check: func([]string) error {
			if err := oneOf("order", q.Order, []string{"g2", "ratio"}); err != nil {
				return err
			}
			if err := oneOf("adjust", q.Adjust, frequency.Adjustments()); err != nil {
				return err
			}
			for _, n := range []struct {
				flag         string
				value, least int
			}{{"least", q.Least, 1}, {"top", q.Top, 0}, {"window", q.Window, 1}} {
				if err := atLeast(n.flag, n.value, n.least); err != nil {
					return err
				}
			}
			return nil
		},
		answer: func(a answering) ([]*table.Table, error) {
			asked := q
			asked.Target = a.args[0]
			if len(a.args) > 1 {
				asked.Reference = a.args[1]
			}
			return compare.Keyness(a.study, asked, a.options)
		},
	})
}
