package cmd

import (
	"fmt"

	"github.com/spf13/cobra"

	"crosscase/cases"
	"crosscase/corpus/plainfile"
)

func newCodingRead(e *Env) *cobra.Command {
	var coder, codes string
	c := &cobra.Command{
		Use:   "read DOCUMENT …",
		Short: "Record that you have read documents, with the code book as it is now",
		Long: `Only a document that a person has read can be silent: until then its cells are open. A code that comes
into the code book later makes the document unread for it.

To a coder with blind: true in crosscase.yaml the reading opens what others coded, judged and settled in the document; until then it
is hidden, in documents of other cases than the coder's own, too. A memo of another is hidden until all of what it speaks of is read:
passages and documents, also those named in its text, a case with all its documents, a code in all that the coder is to code. Shown are
texts, guide, code book, proposals of the machine coders (those of suggest are learned from what all coded), and what stands in nobody's
name: values and states of cases, summaries, findings. Do not write there what a blind coder should not know. --all-coders shows all, and
the journal notes it. In the page an empty box at "Others' codings" hides also what others coded in documents that were read, as --blind does.`,
		Example: `  crosscase coding read a-interview.txt a-report.txt
  crosscase coding read a-report.txt --codes "benchmarking rewards"`,
		Args:              cobra.MinimumNArgs(1),
		ValidArgsFunction: completion(e, documentNames),
		RunE: func(c *cobra.Command, args []string) error {
			return e.change(c.Context(), coder, func(s *cases.Study, dir plainfile.Dir) (string, error) {
				who, err := e.coder(s, coder)
				if err != nil {
					return "", err
				}
				for _, key := range args {
					if s.Document(key) == nil {
						return "", s.UnknownDocument(key)
					}
				}
				for _, key := range args {
					if err := s.ReadDocument(dir, key, who, codes, e.today()); err != nil {
						return "", err
					}
					if n := s.Waiting(key); n > 0 {
						e.tell("%s has read %s; %d %s in it", who, key, n, plural(n, "proposal still waits", "proposals still wait"))
					} else {
						e.tell("%s has read %s", who, key)
					}
				}
				return fmt.Sprintf("read %d %s", len(args), plural(len(args), "document", "documents")), nil
			})
		},
	}
	c.Flags().StringVar(&coder, "coder", "", "who has read")
	c.Flags().StringVar(&codes, "codes", "", "only for these codes, with blanks between them (default: all)")
	return c
}
