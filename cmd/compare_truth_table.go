package cmd

import (
	"github.com/spf13/cobra"

	"crosscase/compare/table"
)

func newCompareTruthTable(e *Env) *cobra.Command {
	var f configuration
	c := &cobra.Command{
		Use:   "truth-table",
		Short: "Print the combinations of conditions with their cases, consistency and outcome",
		Long: `A row holds the cases that are more in the combination than out (above .5); its consistency counts the membership of all. OUT is
1 or 0 by the cut-offs, ? for a row with fewer cases than --n, C between two cut-offs. --why opens each row to what its cases rest
on. With fewer than ten cases the table shows the cases and carries no solution.`,
		Example: `  crosscase compare truth-table
  crosscase compare truth-table --data lipset.csv --outcome SURV --incl 0.8 --pri 0.6 --complete
  crosscase compare truth-table --negate`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			conf, err := f.read(c.Context(), e)
			if err != nil {
				return err
			}
			t, err := conf.TruthTable()
			return f.print(e, []*table.Table{t}, err)
		},
	}
	f.flags(e, c)
	f.cuts(c)
	c.Flags().BoolVar(&f.spec.Complete, "complete", false, "rows without cases too")
	return c
}
