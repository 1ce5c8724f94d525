package cmd

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"crosscase/cases"
	"crosscase/coding"
	"crosscase/corpus/plainfile"
)

func newCodingRemove(e *Env) *cobra.Command {
	var coder string
	c := &cobra.Command{
		Use:     "remove ID …",
		Short:   "Take codings of people out",
		Long:    "Takes out your own codings. Those of another coder go only if --coder names that coder.",
		Example: "  crosscase coding remove k3f9q2m\n  crosscase coding remove k3f9q2m --coder ben        one of ben's",
		Args:    cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			return e.change(c.Context(), coder, func(s *cases.Study, dir plainfile.Dir) (string, error) {
				if coder != coding.ConsensusCoder {
					var err error
					if coder, err = e.coder(s, coder); err != nil {
						return "", err
					}
				}
				for _, id := range args {
					if err := s.OfCoder(id, coder); err != nil {
						return "", err
					}
				}
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
	c.Flags().StringVar(&coder, "coder", "", "whose codings (default CROSSCASE_CODER, else the study's only coder)")
	return c
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
