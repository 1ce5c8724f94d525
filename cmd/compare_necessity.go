package cmd

import "github.com/spf13/cobra"

func newCompareNecessity(e *Env) *cobra.Command {
	var f configuration
	c := &cobra.Command{
		Use:   "necessity",
		Short: "Print which conditions are necessary for the outcome, and for its negation",
		Long: `Consistency (inclN) says how far every case in the outcome is in the condition, coverage (covN) how far the condition is in the
outcome, relevance (RoN) is low for what nearly every case has. Below it stand the conjunctions, and the disjunctions of
which no part passes by itself, that reach the cut-offs.`,
		Example: `  crosscase compare necessity
  crosscase compare necessity --data lipset.csv --outcome SURV --incl 0.95 --ron 0.6`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			conf, err := f.read(c.Context(), e)
			if err != nil {
				return err
			}
			tables, err := conf.Necessity(c.Context())
			return f.print(e, tables, err)
		},
	}
	f.flags(e, c)
	c.Flags().BoolVar(&f.spec.Negate, "negate", false, "the negation of the outcome first")
	c.Flags().Float64Var(&f.spec.Necessity.Incl, "incl", .9, "expressions: consistency of at least")
	c.Flags().Float64Var(&f.spec.Necessity.Cov, "cov", .6, "expressions: coverage of at least")
	c.Flags().Float64Var(&f.spec.Necessity.RoN, "ron", .5, "expressions: relevance of at least")
	c.Flags().IntVar(&f.spec.Necessity.Depth, "depth", 0, "expressions: of at most so many conditions (default any number)")
	return c
}
