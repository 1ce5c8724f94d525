package cmd

import (
	"fmt"
	"strings"

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
						return removedLine(args[:done]), err
					}
					done++
					fmt.Fprintf(e.Stderr, "removed %s: %s at %s, by %s\n", id, gone.Code, gone.Passage, gone.Coder)
				}
				return removedLine(args[:done]), nil
			})
		},
	}
}

// removedLine is the line of the journal. It names the ids, by which a file that is put together with its
// conflict copy knows that they are not to come back.
func removedLine(ids []string) string {
	n := len(ids)
	if n == 0 {
		return ""
	}
	return fmt.Sprintf("removed %d %s: %s", n, plural(n, "coding", "codings"), strings.Join(ids, " "))
}
