package cmd

import (
	"strings"

	"github.com/spf13/cobra"

	"crosscase/compare"
)

func newCasesSheet(e *Env) *cobra.Command {
	var out output
	var seen blindness
	var proposed bool
	c := &cobra.Command{
		Use:   "sheet CASE",
		Short: "The account of one case: code by code its state, your summary, the quotes",
		Long: `The account follows the sections under account: in outline.yaml. Without them it follows the themes of the
guide: each holds the codes that answer its questions. Quotes are numbered and cited as people cite; codes
without a passage are named with the reason. A code that people used in several cases and that no section
names is reported.

  account:
    - heading: Background
      text: Words of your own, with passages as [a-interview.txt:812-854].
      codes: [history, money]

To write the attributes of all cases as a spreadsheet, use cases export.`,
		Example:           "  crosscase cases sheet a\n  crosscase cases sheet a -o case-a.docx",
		ValidArgsFunction: completion(e, caseNames),
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 1 {
				return nil
			}
			return usagef("which case?\nhint: crosscase cases sheet CASE tells of one case; crosscase cases export writes the attributes of all cases as a spreadsheet")
		},
		RunE: func(c *cobra.Command, args []string) error {
			s, _, err := seen.open(c.Context(), e)
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
			o.Proposed = proposed
			a := compare.AccountOf(s, k, o)
			if n := len(a.Missing); n > 0 {
				keys := make([]string, n)
				for i, c := range a.Missing {
					keys[i] = c.Key
				}
				e.tell("note: used across cases, but in no section of outline.yaml: %s", strings.Join(keys, ", "))
			}
			return out.printDocument(e, a.Manuscript(), a.Table())
		},
	}
	out.flags(c)
	seen.flags(c)
	c.Flags().BoolVar(&proposed, "proposed", false, "count proposals as well, under a banner")
	return c
}
