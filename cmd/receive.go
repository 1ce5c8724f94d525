package cmd

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"crosscase/cases"
	"crosscase/corpus/catalogue"
	"crosscase/corpus/plainfile"
)

func newReceive(e *Env) *cobra.Command {
	var dry bool
	c := &cobra.Command{
		Use:   "receive FILE",
		Short: "Take in a colleague's work from a file that share wrote",
		Long: `Only the files of that coder are touched. What the colleague removed goes; a line that is only here stays; where a line differs,
the later one stands and the other is listed. Receiving the same file again changes nothing.`,
		Example: "  crosscase receive ben-2026-03-02.share.jsonl --dry-run\n  crosscase receive ben-2026-03-02.share.jsonl",
		Args:    cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			data, err := os.ReadFile(e.path(args[0]))
			if err != nil {
				return catalogue.Errorf("%s: there is no such file", args[0])
			}
			return e.change(c.Context(), "", func(s *cases.Study, dir plainfile.Dir) (string, error) {
				if dry {
					dir, _ = dir.HoldBack() // never written
				}
				coder, got, err := s.Receive(dir, data)
				if err != nil {
					return "", catalogue.Errorf("%s: %w", args[0], err)
				}
				came, hides := 0, e.hides(s)
				for _, r := range got {
					switch {
					case r.Left != "":
						e.tell("left %s: %s", r.File, r.Left)
						continue
					case r.Came+r.Gone+len(r.Conflicts) == 0:
						continue
					}
					came += r.Came + r.Gone
					e.tell("%s: %d new, %d removed", r.File, r.Came, r.Gone)
					for _, line := range r.Conflicts {
						if hides(r.File) {
							line = "…"
						}
						e.tell("  the two differ; this line is left out: %s", line)
					}
				}
				if dry {
					e.tell("%s of %s would be received; nothing was written", counted(len(got), "file", "files"), coder)
				} else {
					e.tell("received %s of %s", counted(len(got), "file", "files"), coder)
				}
				known := false
				for _, k := range s.Coders {
					known = known || k.Name == coder
				}
				if !known {
					e.tell("%s is not in %s yet; add the name under coders:", coder, cases.StudyFile)
				}
				if dry || came == 0 {
					return "", nil
				}
				return fmt.Sprintf("received the work of %s from %s", coder, filepath.Base(args[0])), nil
			})
		},
	}
	c.Flags().BoolVar(&dry, "dry-run", false, "show what is new, removed or differs, and write nothing")
	return c
}
