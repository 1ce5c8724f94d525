package cmd

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"crosscase/cases"
	"crosscase/corpus/plainfile"
)

func newCasesSet(e *Env) *cobra.Command {
	var r cases.ReasonGiven
	c := &cobra.Command{
		Use:   "set CASE ATTRIBUTE=VALUE",
		Short: "Give a case a value, with its reason",
		Long: `Lists are written with semicolons: perspectives="Users; Staff; Finance". The reason is a passage (--document and
--quote), a source outside the study (--source) or a judgement in words (--because).`,
		Example: `  crosscase cases set a size=small
  crosscase cases set a introduced=2006 --document a-interview.txt --quote "we began in 2006"`,
		Args:              cobra.ExactArgs(2),
		ValidArgsFunction: completion(e, caseNames),
		RunE: func(c *cobra.Command, args []string) error {
			key, value, ok := strings.Cut(args[1], "=")
			if !ok || key == "" || value == "" {
				return usagef("%q is not ATTRIBUTE=VALUE\nhint: for example size=small", args[1])
			}
			return e.change(c.Context(), "", func(s *cases.Study, dir plainfile.Dir) (string, error) {
				if err := s.SetValue(dir, args[0], key, value, r); err != nil {
					return "", err
				}
				fmt.Fprintf(e.Stderr, "%s: %s = %s\n", cases.CaseFile(args[0]), key, value)
				return fmt.Sprintf("set %s of case %s", key, args[0]), nil
			})
		},
	}
	c.Flags().StringVar(&r.Document, "document", "", "document that says so")
	c.Flags().StringVar(&r.Quote, "quote", "", "its words")
	c.Flags().StringVar(&r.Source, "source", "", "a source outside the study")
	c.Flags().StringVar(&r.Judgement, "because", "", "a judgement in words")
	c.MarkFlagsRequiredTogether("document", "quote")
	return c
}
