package cmd

import (
	"github.com/spf13/cobra"

	"crosscase/cases"
	"crosscase/corpus/plainfile"
)

func newCodingPlace(e *Env) *cobra.Command {
	return &cobra.Command{
		Use:     "place ID LOCATOR",
		Short:   "Say where a coding stands now: one that is unclear or lost since its text was corrected, or any other",
		Example: "  crosscase coding place k3f9q2m a-interview.txt:812-854",
		Args:    cobra.ExactArgs(2),
		RunE: func(c *cobra.Command, args []string) error {
			return e.change(c.Context(), "", func(s *cases.Study, dir plainfile.Dir) (string, error) {
				if err := e.sees(s, args[0]); err != nil {
					return "", err
				}
				placed, err := s.PlaceCoding(dir, args[0], args[1])
				if err != nil {
					return "", err
				}
				e.tell("%s (%s) stands at %s now: “%s”", args[0], placed.Code, placed.Passage, brief(placed.Quote))
				return "placed coding " + args[0], nil
			})
		},
	}
}
