package cmd

import (
	"fmt"

	"github.com/spf13/cobra"

	"crosscase/cases"
	"crosscase/compare"
	"crosscase/compare/table"
)

func newCompareExpectations(e *Env) *cobra.Command {
	var out output
	var chosen []string
	c := &cobra.Command{
		Use:   "expectations",
		Short: "Hold what the literature led one to expect against the cases",
		Long: `expectations.yaml holds what one expects of the cases, by which works (literature.bib or literature.ris), when it was written,
and whether before or after reading. Three tables answer:

  the expectations    per case: confirmed, partly, not seen, contradicted, unknown; with the literal replication (the same
                      result where the same is expected) and the theoretical one (another, for a reason)
  the works           per expectation: agrees, conflicts, extends, not seen; and in which cases
  what the cases add  codes with passages that no expectation names`,
		Example: "  crosscase compare expectations\n  crosscase compare expectations --why --case a,b",
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
			if len(s.Expectations) == 0 {
				return fmt.Errorf("there is nothing expected to compare\nhint: write it into %s: key, expect, works, on, stage, codes", cases.ExpectationsFile)
			}
			var tables []*table.Table
			for _, form := range []string{"expectations", "literature", "additions"} {
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
