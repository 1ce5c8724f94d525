package cmd

import (
	"github.com/spf13/cobra"

	"crosscase/compare/qca"
	"crosscase/compare/table"
)

func newCompareMinimize(e *Env) *cobra.Command {
	var f configuration
	var solution string
	var robust bool
	c := &cobra.Command{
		Use:   "minimize",
		Short: "Print the configurations that lead to the outcome: every model, with its cases",
		Long: `  conservative   what was not seen is taken to be without the outcome
  parsimonious   what was not seen is taken as it makes the models shortest
  intermediate   only as --expect says: which conditions are expected to help, ~NAME if its absence does

All models of the smallest number of terms are found. Each term comes with consistency (inclS), PRI, raw and unique coverage, its
cases, those that no other term covers, and the deviant ones: in kind (in the term, not in the outcome), in degree (more in the
term than in the outcome); not covered are cases with the outcome and without any term. Two more tables hold every case's
membership, and the assumptions about what was not seen, with those that the negated outcome needs too.

With fewer than ten cases there is no solution to claim; --illustrative shows how the method would reason.`,
		Example: `  crosscase compare minimize --data lipset.csv --outcome SURV --solution parsimonious
  crosscase compare minimize --data lipset.csv --outcome SURV --solution intermediate --expect DEV,LIT,STB
  crosscase compare minimize --data lipset.csv --outcome SURV --negate --robust
  crosscase compare minimize --illustrative`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			f.spec.Solution = qca.Kind(solution)
			if err := checkKnown("solution", solution, "conservative", "parsimonious", "intermediate", "all"); err != nil {
				return err
			}
			if err := checkKnown("contradictions", f.spec.Contradictions, "negative", "positive", "free"); err != nil {
				return err
			}
			if robust && solution == "all" {
				return usagef("--robust looks at one solution\nhint: add --solution conservative, parsimonious or intermediate")
			}
			conf, err := f.read(c.Context(), e)
			if err != nil {
				return err
			}
			if robust {
				t, err := conf.Robust(c.Context())
				return f.print(e, []*table.Table{t}, err)
			}
			minimized := conf.Minimized
			if solution == "all" {
				minimized = conf.MinimizedThrice
			}
			tables, err := minimized(c.Context())
			return f.print(e, tables, err)
		},
	}
	f.flags(e, c)
	f.cuts(c)
	c.Flags().StringVar(&solution, "solution", string(qca.Conservative), "conservative, parsimonious, intermediate, or all three")
	c.Flags().StringSliceVar(&f.spec.Expect, "expect", nil, "directional expectations: NAME, ~NAME, NAME{1;2}")
	c.Flags().StringSliceVar(&f.spec.Exclude, "exclude", nil, "remainders that may not be supposed, as terms: A*~B")
	c.Flags().StringVar(&f.spec.Contradictions, "contradictions", "negative", "what rows with OUT C are: negative, positive, or free to be used")
	c.Flags().BoolVar(&f.spec.Larger, "larger", false, "models with more terms, of which none can be left out, too")
	c.Flags().IntVar(&f.spec.Models, "models", 10, "print at most so many models")
	c.Flags().BoolVar(&f.spec.Illustrative, "illustrative", false, "minimise fewer than ten cases all the same, as an illustration")
	c.Flags().BoolVar(&robust, "robust", false, "print what other cut-offs, moved anchors and left-out cases make of the solution")
	_ = c.RegisterFlagCompletionFunc("solution", cobra.FixedCompletions([]string{"conservative", "parsimonious", "intermediate", "all"}, cobra.ShellCompDirectiveNoFileComp))
	_ = c.RegisterFlagCompletionFunc("expect", completion(e, calibrationNames))
	return c
}
