package cmd

import (
	"cmp"
	"fmt"
	"strings"

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
		Long: `CODE is the key of a code, or its label. With --new it is the label of a code that is made first. Where you have coded these words with this code
already, it says what changes: the direction is the one given now, and value, basis, period and note stay unless they are given.`,
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
				was, err := s.CodedAlready(n)
				if err != nil {
					return "", err
				}
				if was != nil {
					n = onward(n, *was, c.Flags().Changed)
					if says, err := coding.ParseSays(n.Says); err == nil && says == was.Says && n.Value == was.Value && n.Basis == was.Basis && n.When == was.When && n.Note == was.Note {
						fmt.Fprintf(e.Stdout, "%s  %s  %s\n", was.ID, was.Code, was.Passage)
						e.tell("you had coded these words with %s already; nothing changes", was.Code)
						return "", nil
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
				if was != nil {
					e.tellChanged(*was, coded)
				}
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

// onward gives a new coding what the one in whose place it stands says, as far as no flag says otherwise.
func onward(n cases.NewCoding, was coding.Coding, given func(flag string) bool) cases.NewCoding {
	for _, of := range []struct {
		flag string
		to   *string
		from string
	}{{"value", &n.Value, was.Value}, {"basis", &n.Basis, was.Basis}, {"when", &n.When, was.When}, {"note", &n.Note, was.Note}} {
		if !given(of.flag) {
			*of.to = of.from
		}
	}
	n.From = was.From
	return n
}

// tellChanged says what a coding says now that it did not say before.
func (e *Env) tellChanged(was, now coding.Coding) {
	var changes []string
	for _, of := range []struct{ head, was, now string }{{"says", e.lang().Say(string(was.Says)), e.lang().Say(string(now.Says))}, {"value", was.Value, now.Value}, {"basis", was.Basis, now.Basis},
		{"when", was.When, now.When}, {"note", was.Note, now.Note}} {
		if of.was != of.now {
			changes = append(changes, e.lang().Head(of.head)+": "+cmp.Or(of.was, e.say("nothing given"))+" → "+cmp.Or(of.now, e.say("nothing given")))
		}
	}
	e.tell("you had coded these words with %s already; changed: %s", now.Code, strings.Join(changes, "; "))
}
