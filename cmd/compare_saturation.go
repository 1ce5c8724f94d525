package cmd

import (
	"github.com/spf13/cobra"

	"crosscase/cases"
	"crosscase/compare"
	"crosscase/compare/table"
)

func newCompareSaturation(e *Env) *cobra.Command {
	var chosen []string
	p := compare.SaturationPlan{}
	return newCounting(e, counting{
		use: "saturation", short: "How many new codes each interview or case still brings (Guest, Namey and Chen 2020)",
		long: `Counts the codes that come from the material (origin: emergent) and that no interview before had. With U codes in the first --base
interviews and N new ones in the next --run, saturation is reached where N/U is at or below --threshold, and printed as the
number of interviews plus the run. As that depends on the order, it is also told over all orders (up to seven units) or a
sample of a thousand. Where nothing can be said, it says why instead of a number.`,
		example: "  crosscase compare saturation\n  crosscase compare saturation --by case --base 2 --run 1 --threshold 0",
		flags: func(c *cobra.Command) {
			casesFlag(e, c, &chosen)
			c.Flags().StringVar(&p.By, "by", "interview", "interview or case")
			c.Flags().IntVar(&p.Base, "base", 4, "interviews, or cases, of the base")
			c.Flags().IntVar(&p.Run, "run", 2, "interviews, or cases, of each run")
			c.Flags().Float64Var(&p.Threshold, "threshold", 0.05, "share of new codes at or below which it is reached")
			c.Flags().Uint64Var(&p.Seed, "seed", 1, "seed of the sample of orders")
		},
		check: func([]string) error {
			if p.By != "interview" && p.By != "case" || p.Base < 1 || p.Run < 1 || p.Threshold < 0 || p.Threshold > 1 {
				return usagef("saturation is told by interview or case, with a base and a run of at least 1 and a threshold from 0 to 1\nhint: leave the flags out for 4, 2 and 0.05")
			}
			return nil
		},
		answer: func(a answering) ([]*table.Table, error) {
			a.options.Cases = chosen
			t, err := compare.Saturation(a.study, &cases.TableRecord{Name: "saturation"}, p, a.options)
			return []*table.Table{t}, err
		},
	})
}
