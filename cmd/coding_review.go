package cmd

import (
	"github.com/spf13/cobra"

	"crosscase/cases"
)

func newCodingReview(e *Env) *cobra.Command {
	var f cases.Filter
	var coder string
	c := &cobra.Command{
		Use:   "review",
		Short: "Go through proposals one by one, a key each",
		Long: `Shows every proposal that waits for a verdict in its place: who speaks, in which case, and how the code is
defined. Each verdict is on disk at once.

  a  accept it                           n  the next one: this one is left for later
  d  decline it                          p  the one before      u  undo the last verdict
  c  change code, limits or direction    o  note, with the next verdict
  q  quit                                ?  help

In a change c names the code, s the direction, h and l move the end by a word, H and L the start, 1, 2 and 3 take the
whole sentence, paragraph or turn, v sets the value, b the basis, w the period; Enter keeps it, Esc leaves the proposal.`,
		Example: `  crosscase coding review --case a
  crosscase coding review --kind challenge --from suggest`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			if err := ofFilter(f); err != nil {
				return err
			}
			return runReview(c.Context(), e, coder, f)
		},
	}
	codingFlags(e, c, &f)
	c.Flags().StringSliceVar(&f.Coders, "from", nil, "machine coders whose proposals are shown: rules, suggest, guide (default: all)")
	c.Flags().StringVar(&coder, "coder", "", "who decides")
	return c
}

// noProposals says that there is nothing to go through.
func noProposals(e *Env) error {
	e.tell("no proposal waits for a verdict; crosscase coding apply and crosscase coding suggest make proposals")
	return errSilent
}
