package cmd

import (
	"github.com/spf13/cobra"

	"crosscase/cases"
	"crosscase/compare"
)

func newCompareAirtime(e *Env) *cobra.Command {
	var out output
	var chosen []string
	c := &cobra.Command{
		Use:   "airtime",
		Short: "How much of the guide was asked, and how much was said, by theme and case",
		Long: `For each theme of the guide and each case: how many of its questions were asked or answered, how many words informants said from
there until the next question, and the share of these among all their words.`,
		Example: "  crosscase compare airtime\n  crosscase compare airtime --case a,b --why",
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
			o.Cases = chosen
			t, err := compare.Airtime(s, &cases.TableRecord{Name: "airtime"}, o)
			if err != nil {
				return err
			}
			return out.print(e, t)
		},
	}
	out.flags(c)
	c.Flags().StringSliceVar(&chosen, "case", nil, "only these cases, in this order")
	completeCases(e, c, "case")
	return c
}
