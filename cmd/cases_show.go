package cmd

import (
	"github.com/spf13/cobra"

	"crosscase/compare"
)

func newCasesShow(e *Env) *cobra.Command {
	var out output
	c := &cobra.Command{
		Use:               "show CASE",
		Short:             "What is known of a case, and its documents",
		Example:           "  crosscase cases show a --why",
		Args:              cobra.ExactArgs(1),
		ValidArgsFunction: completion(e, caseNames),
		RunE: func(_ *cobra.Command, args []string) error {
			s, _, err := e.open()
			if err != nil {
				return err
			}
			k := s.CaseNamed(args[0])
			if k == nil {
				return s.UnknownCase(args[0])
			}
			o, err := out.options(e, s)
			if err != nil {
				return err
			}
			return out.print(e, compare.ValuesOfCase(s, k, o))
		},
	}
	out.flags(c)
	return c
}
