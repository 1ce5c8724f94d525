package cmd

import (
	"github.com/spf13/cobra"

	"crosscase/compare"
)

func newGuideCoverage(e *Env) *cobra.Command {
	var out output
	c := &cobra.Command{
		Use:   "coverage",
		Short: "Which question was asked in which interview, with the passages",
		Long: `Prints question × interview: answered, asked, answered elsewhere, not asked, or not found. What the guide
matcher found is a proposal until guide close says that an interview's coverage stands.`,
		Example: "  crosscase guide coverage --why",
		Args:    cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			s, _, err := e.open()
			if err != nil {
				return err
			}
			o, err := out.options(e, s)
			if err != nil {
				return err
			}
			t, err := compare.GuideCoverage(s, o)
			if err != nil {
				return err
			}
			return out.print(e, t)
		},
	}
	out.flags(c)
	return c
}
