package cmd

import (
	"fmt"

	"github.com/spf13/cobra"

	"crosscase/cases"
	"crosscase/corpus/plainfile"
)

func newCodingConfirm(e *Env) *cobra.Command {
	var coder string
	c := &cobra.Command{
		Use:   "confirm ID …",
		Short: "Say that codings whose words changed when the text was corrected still stand",
		Long: `A coding whose words changed when the text was corrected keeps the old words beside the new ones until a
person has looked at it. crosscase coding list --changed shows them. Those of another coder are confirmed only if --coder names that coder.`,
		Example: "  crosscase coding list --changed\n  crosscase coding confirm k3f9q2m",
		Args:    cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			return e.change(c.Context(), coder, func(s *cases.Study, dir plainfile.Dir) (string, error) {
				if err := e.owns(s, &coder, args...); err != nil {
					return "", err
				}
				for i, id := range args {
					confirmed, err := s.ConfirmCoding(dir, id)
					if err != nil {
						return confirmedLine(i), err
					}
					e.tell("confirmed %s: %s at %s, by %s", id, confirmed.Code, confirmed.Passage, confirmed.Coder)
				}
				return confirmedLine(len(args)), nil
			})
		},
	}
	codingsOf(c, &coder)
	return c
}

func confirmedLine(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf("confirmed %d %s", n, plural(n, "coding", "codings"))
}
