package cmd

import (
	"fmt"

	"github.com/spf13/cobra"

	"crosscase/cases"
	"crosscase/coding"
	"crosscase/corpus/plainfile"
)

func newCodingAccept(e *Env) *cobra.Command {
	return verdictCommand(e, coding.Accepted, "accept", "Accept proposals: the same codings, in your name", true)
}

// verdictCommand is accept or decline.
func verdictCommand(e *Env, v coding.Verdict, name, short string, says bool) *cobra.Command {
	var coder string
	var n cases.NewCoding
	c := &cobra.Command{
		Use:     name + " ID …",
		Short:   short,
		Example: "  crosscase coding " + name + " k3f9q2m k8m2xqd",
		Args:    cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			if err := ofSaysAndBasis([]string{n.Says}, ""); err != nil {
				return err
			}
			return e.change(c.Context(), coder, func(s *cases.Study, dir plainfile.Dir) (string, error) {
				who, err := e.coder(s, coder)
				if err != nil {
					return "", err
				}
				n.On = e.today()
				for _, id := range args {
					if err := s.IsProposal(id); err != nil {
						return "", err
					}
				}
				for i, id := range args {
					p, err := s.Decide(dir, id, who, v, n)
					if err != nil {
						if i == 0 {
							return "", err
						}
						return fmt.Sprintf("%s %s", v, counted(i, "proposal", "proposals")), err
					}
					fmt.Fprintf(e.Stderr, "%s %s: %s at %s\n", v, id, p.Code, p.Passage)
				}
				return fmt.Sprintf("%s %d %s", v, len(args), plural(len(args), "proposal", "proposals")), nil
			})
		},
	}
	c.Flags().StringVar(&coder, "coder", "", "who decides")
	c.Flags().StringVar(&n.Note, "note", "", "why")
	if says {
		c.Flags().StringVar(&n.Says, "says", "", "for, against or qualified (default: as proposed)")
	}
	return c
}
