package cmd

import (
	"strings"

	"github.com/spf13/cobra"

	"crosscase/compare"
	"crosscase/compare/table"
)

func newCompareCollocations(e *Env) *cobra.Command {
	var q compare.CollocationQuestion
	return newCounting(e, counting{
		use: "collocations [WORD]", short: "Words that seek each other: PMI, t, G², Dice, logDice, lambda",
		example: `  crosscase compare collocations --content
  crosscase compare collocations styring --within sentence --content
  crosscase compare collocations --order logdice --least 3 --top 20`,
		args: cobra.MaximumNArgs(1),
		flags: func(c *cobra.Command) {
			placeFlags(e, c, &q.Filter)
			fl := c.Flags()
			fl.StringVar(&q.Within, "within", "adjacent", "adjacent (neighbours, in this order) or sentence")
			fl.BoolVar(&q.Content, "content", false, "without function words (and, it, that); what stands around them become neighbours")
			fl.IntVar(&q.Least, "least", 2, "only pairs that stand so often")
			fl.IntVar(&q.Top, "top", 20, "how many pairs (0: all)")
			fl.StringVar(&q.Order, "order", "g2", strings.Join(compare.CollocationOrders(), ", "))
			fl.BoolVar(&q.Explain, "explain", false, "print formulas, the numbers that went in, and papers")
			completeChoice(c, "within", "adjacent", "sentence")
			completeChoice(c, "order", compare.CollocationOrders()...)
		},
		check: func([]string) error {
			if err := oneOf("within", q.Within, []string{"adjacent", "sentence"}); err != nil {
				return err
			}
			if err := oneOf("order", q.Order, compare.CollocationOrders()); err != nil {
				return err
			}
			if err := atLeast("least", q.Least, 1); err != nil {
				return err
			}
			return atLeast("top", q.Top, 0)
		},
		answer: func(a answering) ([]*table.Table, error) {
			asked := q
			if len(a.args) > 0 {
				asked.Word = strings.ToLower(a.args[0])
			}
			return compare.Collocations(a.study, asked, a.options)
		},
	})
}
