package cmd

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"crosscase/cases"
	"crosscase/corpus/plainfile"
)

func newCodingRemove(e *Env) *cobra.Command {
	var coder string
	c := &cobra.Command{
		Use:   "remove ID …",
		Short: "Take codings of people out",
		Long: `Takes out your own codings. Those of another coder go only if --coder names that coder.

A verdict whose words are lost since the text was corrected is taken out by the line of its file, as crosscase check names it.`,
		Example: "  crosscase coding remove k3f9q2m\n  crosscase coding remove k3f9q2m --coder ben        one of ben's\n  crosscase coding remove reviews/ann/a-interview.jsonl:2      a verdict that stands on nothing",
		Args:    cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			return e.change(c.Context(), coder, func(s *cases.Study, dir plainfile.Dir) (string, error) {
				if err := e.owns(s, &coder, args...); err != nil {
					return "", err
				}
				done := 0
				for _, id := range args {
					if cases.VerdictAt(id) {
						gone, err := s.RemoveVerdict(dir, id, coder)
						if err != nil {
							return removedLine(args[:done]), err
						}
						done++
						e.tell("removed the verdict %s on %s in %s, by %s", gone.Verdict, gone.Code, gone.Document, gone.Coder)
						continue
					}
					gone, err := s.RemoveCoding(dir, id)
					if err != nil {
						return removedLine(args[:done]), err
					}
					done++
					e.tell("removed %s: %s at %s, by %s", id, gone.Code, gone.Passage, gone.Coder)
				}
				return removedLine(args[:done]), nil
			})
		},
	}
	codingsOf(c, &coder)
	return c
}

// removedLine is the line of the journal. A verdict is named by its line, too. It names the ids, by which a file that is put together with its
// conflict copy knows that they are not to come back.
func removedLine(ids []string) string {
	n := len(ids)
	if n == 0 {
		return ""
	}
	what := plural(n, "coding", "codings")
	if slices.ContainsFunc(ids, cases.VerdictAt) {
		what = plural(n, "verdict", "verdicts and codings")
	}
	return fmt.Sprintf("removed %d %s: %s", n, what, strings.Join(ids, " "))
}
