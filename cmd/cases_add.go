package cmd

import (
	"fmt"

	"github.com/spf13/cobra"

	"crosscase/cases"
	"crosscase/corpus"
	"crosscase/corpus/plainfile"
)

func newCasesAdd(e *Env) *cobra.Command {
	var label string
	c := &cobra.Command{
		Use:     "add KEY …",
		Short:   "Add cases",
		Example: "  crosscase cases add a --label \"Municipality A\"\n  crosscase cases add a b c d",
		Args:    cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			if label != "" && len(args) > 1 {
				return usagef("--label goes with one case\nhint: add the cases one by one, or write the labels into cases/KEY.yaml")
			}
			for _, key := range args {
				if !corpus.ValidKey(key) {
					return usagef("%q does not work as the key of a case\nhint: write it as %s and put the words under --label", key, corpus.FileSlug(key))
				}
			}
			return e.change(c.Context(), "", func(s *cases.Study, dir plainfile.Dir) (string, error) {
				added := 0
				for _, key := range args {
					if dir.Exists(cases.CaseFile(key)) {
						if have := s.Case(key); have != nil && label != "" && have.Title() != label {
							e.tell("%s is there already, with the label %q, which stays\nhint: change label: in that file", cases.CaseFile(key), have.Title())
						} else {
							e.tell("%s is there already", cases.CaseFile(key))
						}
						continue
					}
					if err := dir.Write(cases.CaseFile(key), cases.NewCase(key, label)); err != nil {
						return "", err
					}
					added++
					e.tell("wrote %s", cases.CaseFile(key))
				}
				if added == 0 {
					return "", nil
				}
				return fmt.Sprintf("added %d %s", added, plural(added, "case", "cases")), nil
			})
		},
	}
	c.Flags().StringVar(&label, "label", "", "how tables name the case")
	return c
}
