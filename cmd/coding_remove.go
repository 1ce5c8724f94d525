package cmd

import (
	"fmt"

	"github.com/spf13/cobra"

	"crosscase/cases"
	"crosscase/corpus/plainfile"
)

func newCodingRemove(e *Env) *cobra.Command {
	return &cobra.Command{
		Use:     "remove ID …",
		Short:   "Take codings of people out",
		Example: "  crosscase coding remove k3f9q2m",
		Args:    cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			return e.change(c.Context(), "", func(s *cases.Study, dir plainfile.Dir) (string, error) {
				done := 0
				for _, id := range args {
					gone, err := s.RemoveCoding(dir, id)
					if err != nil {
						return removedLine(done), err
					}
					done++
					fmt.Fprintf(e.Stderr, "removed %s: %s at %s, by %s\n", id, gone.Code, gone.Passage, gone.Coder)
				}
				return removedLine(done), nil
			})
		},
	}
}

func removedLine(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf("removed %d %s", n, plural(n, "coding", "codings"))
}
