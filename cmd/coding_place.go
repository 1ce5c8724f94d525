package cmd

import (
	"github.com/spf13/cobra"

	"crosscase/cases"
	"crosscase/coding"
	"crosscase/corpus/plainfile"
)

func newCodingPlace(e *Env) *cobra.Command {
	var coder string
	c := &cobra.Command{
		Use:     "place ID LOCATOR",
		Short:   "Say where a coding stands now: one that is unclear or lost since its text was corrected, or any other",
		Long:    "Places your own codings. Those of another coder are placed only if --coder names that coder.",
		Example: "  crosscase coding place k3f9q2m a-interview.txt:812-854\n  crosscase coding place k3f9q2m a-interview.txt:812-854 --coder ben        one of ben's",
		Args:    cobra.ExactArgs(2),
		RunE: func(c *cobra.Command, args []string) error {
			return e.change(c.Context(), coder, func(s *cases.Study, dir plainfile.Dir) (string, error) {
				if err := e.owns(s, &coder, args[:1]...); err != nil {
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
	codingsOf(c, &coder)
	return c
}

// codingsOf is the flag of a command that changes codings of one coder.
func codingsOf(c *cobra.Command, coder *string) {
	c.Flags().StringVar(coder, "coder", "", "whose codings (default CROSSCASE_CODER, else the study's only coder)")
}

// owns finds out whose codings are to be changed, and refuses those of others.
func (e *Env) owns(s *cases.Study, coder *string, ids ...string) error {
	if *coder != coding.ConsensusCoder {
		var err error
		if *coder, err = e.coder(s, *coder); err != nil {
			return err
		}
	}
	if err := s.SeesCodings(*coder, ids...); err != nil {
		return err
	}
	for _, id := range ids {
		if err := s.OfCoder(id, *coder); err != nil {
			return err
		}
	}
	return nil
}
