package cmd

import (
	"github.com/spf13/cobra"

	"crosscase/cases"
	"crosscase/compare"
)

func newCodingList(e *Env) *cobra.Command {
	var out output
	var f cases.Filter
	var seen blindness
	c := &cobra.Command{
		Use:     "list",
		Short:   "List codings with their ids",
		Example: "  crosscase coding list --case a --kind challenge\n  crosscase coding list --proposed --code benchmarking",
		Args:    cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			if err := ofFilter(f); err != nil {
				return err
			}
			s, _, err := seen.open(c.Context(), e)
			if err != nil {
				return err
			}
			o, err := out.options(e, s)
			if err != nil {
				return err
			}
			if asksForMachines(f) {
				f.Proposed = true
			}
			list, err := s.Chosen(f)
			if err != nil {
				return err
			}
			return out.print(e, compare.Codings(s, list, o))
		},
	}
	out.flags(c)
	filterFlags(e, c, &f)
	seen.flags(c)
	c.Flags().BoolVar(&f.Proposed, "proposed", false, "only proposals that wait for a verdict")
	c.Flags().BoolVar(&f.Changed, "changed", false, "only codings whose words changed when the text was corrected")
	return c
}
