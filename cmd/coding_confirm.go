package cmd

import (
	"fmt"

	"github.com/spf13/cobra"

	"crosscase/cases"
	"crosscase/corpus/plainfile"
)

func newCodingConfirm(e *Env) *cobra.Command {
	return &cobra.Command{
		Use:   "confirm ID …",
		Short: "Say that codings whose words changed when the text was corrected still stand",
		Long: `A coding whose words changed when the text was corrected keeps the old words beside the new ones until a
person has looked at it. crosscase coding list --changed shows them.`,
		Example: "  crosscase coding list --changed\n  crosscase coding confirm k3f9q2m",
		Args:    cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			return e.change(c.Context(), "", func(s *cases.Study, dir plainfile.Dir) (string, error) {
				if err := e.sees(s, args...); err != nil {
					return "", err
				}
				for i, id := range args {
					if _, err := s.ConfirmCoding(dir, id); err != nil {
						return confirmedLine(i), err
					}
				}
				return confirmedLine(len(args)), nil
			})
		},
	}
}

func confirmedLine(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf("confirmed %d %s", n, plural(n, "coding", "codings"))
}
