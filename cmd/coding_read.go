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
into the code book later makes the document unread for it.`,
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
