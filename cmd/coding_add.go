package cmd

import (
	"fmt"

	"github.com/spf13/cobra"

	"crosscase/cases"
	"crosscase/coding"
	"crosscase/corpus/catalogue"
	"crosscase/corpus/plainfile"
)

func newCodingAdd(e *Env) *cobra.Command {
	var n cases.NewCoding
	var isNew bool
	c := &cobra.Command{
		Use:   "add CODE LOCATOR | add CODE --document DOCUMENT --quote \"…\"",
		Short: "Code a passage",
		Long:  `CODE is the key of a code, or its label. With --new it is the label of a code that is made first.`,
		Example: `  crosscase coding add benchmarking a-interview.txt:812-1043
  crosscase coding add rewards --document a-interview.txt --quote "no, we have no rewards" --says against
  crosscase coding add --new "Asleep on the shelf" --document a-interview.txt --quote "it just lay there"`,
		Args:              cobra.RangeArgs(1, 2),
		ValidArgsFunction: completion(e, codeNames),
		RunE: func(c *cobra.Command, args []string) error {
			n.Code = args[0]
			if err := ofSaysAndBasis([]string{n.Says}, n.Basis); err != nil {
				return err
			}
			switch {
			case len(args) == 2 && n.Quote != "":
				return usagef("a passage is named by its locator or by its quote, not by both")
			case len(args) == 2:
				n.Locator = args[1]
			case n.Quote == "" || n.Document == "":
				return usagef("which passage?\nhint: give a locator (a-interview.txt:812-1043), or --document and --quote")
			}
			return e.change(c.Context(), n.Coder, func(s *cases.Study, dir plainfile.Dir) (string, error) {
				who, err := e.coder(s, n.Coder)
				if err != nil {
					return "", err
				}
				n.Coder, n.On = who, e.today()
				if code := codeNamed(s.Codebook, n.Code); isNew && code != nil {
					return "", catalogue.Errorf("there is a code %q already\nhint: leave out --new", code.Key)
				} else if code != nil {
					n.Code = code.Key
				} else if isNew {
					if n.Code, err = s.CreateCode(dir, cases.NewCode{Label: n.Code, Origin: "emergent"}); err != nil {
						return "", err
					}
				}
				coded, err := s.AddCoding(dir, n)
				if err != nil {
					return "", err
				}
				fmt.Fprintf(e.Stdout, "%s  %s  %s\n", coded.ID, coded.Code, coded.Passage)
				says := ""
				if coded.Says != coding.For {
					says = e.lang().Say(string(coded.Says)) + ": "
				}
				e.tellWords(says, coded.Quote)
				return fmt.Sprintf("coded %s with %s", coded.Passage, coded.Code), nil
			})
		},
	}
	c.Flags().BoolVar(&isNew, "new", false, "make the code first: CODE is its label")
	c.Flags().StringVar(&n.Document, "document", "", "document of the passage")
	c.Flags().StringVar(&n.Quote, "quote", "", "words of the passage, exactly as they stand")
	c.Flags().StringVar(&n.Says, "says", "", "for (default), against or qualified")
	c.Flags().StringVar(&n.Value, "value", "", "one of the code's values")
	c.Flags().StringVar(&n.Basis, "basis", "", "experience, hearsay, plan, report or inferred")
	c.Flags().StringVar(&n.When, "when", "", "date or period that it speaks of")
	c.Flags().StringVar(&n.Note, "note", "", "a note")
	c.Flags().StringVar(&n.Coder, "coder", "", "who codes")
	_ = c.RegisterFlagCompletionFunc("document", completion(e, documentNames))
	return c
}
