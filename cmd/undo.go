package cmd

import (
	"fmt"

	"github.com/spf13/cobra"

	"crosscase/cases"
	"crosscase/corpus/plainfile"
)

func newUndo(e *Env) *cobra.Command {
	return stepCommand(e, "undo", "Take back your latest change", "took back", "nothing to take back", (*plainfile.History).Undo)
}

// stepCommand is undo or redo.
func stepCommand(e *Env, name, short, did, nothing string, step func(h *plainfile.History, key, on string) (string, error)) *cobra.Command {
	var coder string
	c := &cobra.Command{
		Use:   name,
		Short: short,
		Long: `Takes back or does again what you changed with coding, codebook, cases and guide commands and in the browser
(crosscase serve), one change a call, the latest first, also after days. What others wrote stays; where they wrote in
the same lines it says so and changes nothing. A corrected text is taken back with corpus revise --undo.`,
		Example: "  crosscase " + name,
		Args:    cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			return e.write(c.Context(), coder, func(s *cases.Study, dir plainfile.Dir) (string, error) {
				who, err := e.coder(s, coder)
				if err != nil {
					return "", err
				}
				what, err := step(dir.History(who), "", e.today())
				switch {
				case err != nil:
					return "", err
				case what == "":
					fmt.Fprintln(e.Stderr, nothing)
					return "", nil
				}
				fmt.Fprintf(e.Stderr, "%s: %s\n", did, what)
				return did + ": " + what, nil
			})
		},
	}
	c.Flags().StringVar(&coder, "coder", "", "whose change")
	return c
}
