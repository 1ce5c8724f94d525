package cmd

import (
	"github.com/spf13/cobra"

	"crosscase/cases"
	"crosscase/compare"
	"crosscase/compare/table"
)

func newCompareRobustness(e *Env) *cobra.Command {
	var out output
	var chosen []string
	c := &cobra.Command{
		Use:   "robustness",
		Short: "What would change without one case or one source, what speaks against each other, whose words carry it",
		Long: `Four tables: the rows that are in all, some or none of the known cases and change when one case is left out, with the findings
that change; the cells and findings that change when one document is left out; the passages that speak against each other, by
code; and how the coded passages are shared among cases, informants and documents, beside their share of the words.`,
		Example: "  crosscase compare robustness\n  crosscase compare robustness --case a,b --format html -o robustness.html",
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
			var tables []*table.Table
			for _, form := range []string{"one-case-out", "one-source-out", "opposing", "shares"} {
				t, err := compare.Build(s, &cases.TableRecord{Name: form, Form: form}, o)
				if err != nil {
					return err
				}
				tables = append(tables, t)
			}
			return out.print(e, tables...)
		},
	}
	out.flags(c)
	c.Flags().StringSliceVar(&chosen, "case", nil, "only these cases, in this order")
	completeCases(e, c, "case")
	return c
}
