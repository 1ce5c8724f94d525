package cmd

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"crosscase/cases"
	"crosscase/corpus/catalogue"
	"crosscase/corpus/plainfile"
)

func newCasesSet(e *Env) *cobra.Command {
	var r cases.ReasonGiven
	c := &cobra.Command{
		Use:   "set CASE ATTRIBUTE=VALUE …",
		Short: "Give a case values, with their reason",
		Long: `Lists are written with semicolons: perspectives="Users; Staff; Finance". The reason is a passage (--document and
--quote), a source outside the study (--source) or a judgement in words (--because). The reason of a value stays while the value is the same;
one that is given is that of every value given with it.`,
		Example: `  crosscase cases set a size=small county=Vestland
  crosscase cases set a introduced=2006 --document a-interview.txt --quote "we began in 2006"`,
		Args:              cobra.MinimumNArgs(2),
		ValidArgsFunction: completion(e, caseNames),
		RunE: func(c *cobra.Command, args []string) error {
			for _, arg := range args[1:] {
				if key, value, ok := strings.Cut(arg, "="); !ok || key == "" || value == "" {
					return usagef("%q is not ATTRIBUTE=VALUE\nhint: for example size=small", arg)
				}
			}
			return e.change(c.Context(), "", func(s *cases.Study, dir plainfile.Dir) (string, error) {
				var set []string
				var said []catalogue.Message // once all of it holds
				for _, arg := range args[1:] {
					key, value, _ := strings.Cut(arg, "=")
					did, lines, err := setValue(s, dir, args[0], key, value, r)
					if err != nil {
						return "", err
					}
					if said = append(said, lines...); did {
						set = append(set, key)
					}
				}
				for _, line := range said {
					e.tell("%s", line)
				}
				if len(set) == 0 {
					return "", nil
				}
				return fmt.Sprintf("set %s of case %s", strings.Join(set, ", "), args[0]), nil
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

// setValue gives a case a value and returns what is to be said of it, with what becomes of the reason of the earlier one; false if it has the value already.
func setValue(s *cases.Study, dir plainfile.Dir, of, key, value string, r cases.ReasonGiven) (did bool, said []catalogue.Message, err error) {
	say := func(m catalogue.Message) { said = append(said, m) }
	was := s.ValueOf(of, key)
	if r == (cases.ReasonGiven{}) && len(was.Reasons) > 0 && was.Is(value) {
		say(catalogue.Text("%s: %s is %s already, with its reason: %s", cases.CaseFile(of), key, value, strings.Join(was.Reasons, "; ")))
		return false, said, nil
	}
	if err := s.SetValue(dir, of, key, value, r); err != nil {
		return false, nil, err
	}
	if r == (cases.ReasonGiven{}) && len(was.Reasons) > 0 {
		say(catalogue.Text("note: the reason of the earlier value %s does not go with the new one, and was taken out: %s", was.Text, strings.Join(was.Reasons, "; ")))
		say(catalogue.Text("  a new one is given with --document and --quote, --source or --because; crosscase undo brings the earlier value back"))
	}
	if a, _ := s.Attribute(key); a.HoldsItems() && strings.Contains(value, ",") && !strings.Contains(value, ";") {
		say(catalogue.Text("note: %q is one item; items are parted by semicolons: %s=%q", value, key, strings.ReplaceAll(value, ",", ";")))
	}
	say(catalogue.Text("%s: %s = %s", cases.CaseFile(of), key, value))
	return true, said, nil
}
