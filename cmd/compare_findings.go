package cmd

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"crosscase/cases"
	"crosscase/compare"
)

func newCompareFindings(e *Env) *cobra.Command {
	var out output
	c := &cobra.Command{
		Use:   "findings",
		Short: "Hold the claims of findings.yaml against the codings; exit code 1 if one fails",
		Long: `findings.yaml holds claims across cases: in which of them something is present, partial, absent or not raised, or in how many.
Each is answered per case, with the passages:

  supported      the coding says the same
  partly         the evidence sets the claim a limit, or speaks both ways
  unsupported    nobody says so; silence is no evidence either way
  contradicted   the evidence says otherwise
  open           a source that counts is unread

A verdict says whether a claim agrees with the coding, not whether it is true. Unsupported and contradicted fail.`,
		Example: "  crosscase compare findings\n  crosscase compare findings --why\n  crosscase compare findings --format md -o findings.md",
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
			if len(s.Findings) == 0 {
				return fmt.Errorf("there are no claims to check\nhint: write them into %s: key, claim, codes, present, absent or quantifier", cases.FindingsFile)
			}
			t, failed, err := compare.Findings(s, &cases.TableRecord{Name: "findings"}, o)
			if err != nil {
				return err
			}
			if err := out.print(e, t); err != nil {
				return err
			}
			if len(failed) > 0 {
				fmt.Fprintf(e.Stderr, "%d of %d %s: %s\n", len(failed), len(s.Findings), plural(len(failed), "fails", "fail"), strings.Join(failed, ", "))
				return errSilent
			}
			return nil
		},
	}
	out.flags(c)
	return c
}
