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
--quote), a source outside the study (--source) or a judgement in words (--because). The reason of a value stays while the value is the same.`,
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
				was := s.ValueOf(args[0], key)
				if r == (cases.ReasonGiven{}) && len(was.Reasons) > 0 && was.Is(value) {
					fmt.Fprintf(e.Stderr, "%s: %s is %s already, with its reason: %s\n", cases.CaseFile(args[0]), key, value, strings.Join(was.Reasons, "; "))
					return "", nil
				}
				if err := s.SetValue(dir, args[0], key, value, r); err != nil {
					return "", err
				}
				if r == (cases.ReasonGiven{}) && len(was.Reasons) > 0 {
					fmt.Fprintf(e.Stderr, "note: the reason of the earlier value %s does not go with the new one, and was taken out: %s\n", was.Text, strings.Join(was.Reasons, "; "))
					fmt.Fprintf(e.Stderr, "  a new one is given with --document and --quote, --source or --because; crosscase undo brings the earlier value back\n")
				}
				if a, _ := s.Attribute(key); a.HoldsItems() && strings.Contains(value, ",") && !strings.Contains(value, ";") {
					fmt.Fprintf(e.Stderr, "note: %q is one item; items are parted by semicolons: %s=%q\n", value, key, strings.ReplaceAll(value, ",", ";"))
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
