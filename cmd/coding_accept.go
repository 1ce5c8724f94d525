package cmd

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"crosscase/cases"
	"crosscase/coding"
	"crosscase/corpus/plainfile"
)

func newCodingAccept(e *Env) *cobra.Command {
	return verdictCommand(e, coding.Accepted, "accept", "Accept proposals: the same codings, in your name", true)
}

// decidedAs says what became of a proposal: its id, its code and its place.
var decidedAs = map[coding.Verdict]string{
	coding.Accepted: "accepted %s: %s at %s",
	coding.Changed:  "changed %s: %s at %s",
	coding.Declined: "declined %s: %s at %s",
}

// verdictCommand is accept or decline.
func verdictCommand(e *Env, v coding.Verdict, name, short string, says bool) *cobra.Command {
	var coder string
	var n cases.NewCoding
	c := &cobra.Command{
		Use:     name + " ID …",
		Short:   short,
		Example: "  crosscase coding " + name + " k3f9q2m k8m2xqd" + map[bool]string{true: "\n  crosscase coding accept k3f9q2m --basis plan --when 2022"}[says],
		Args:    cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			if err := ofSaysAndBasis([]string{n.Says}, n.Basis); err != nil {
				return err
			}
			return e.change(c.Context(), coder, func(s *cases.Study, dir plainfile.Dir) (string, error) {
				who, err := e.coder(s, coder)
				if err != nil {
					return "", err
				}
				n.On = e.today()
				intended := false
				args := slices.Clone(args)
				for i := range args {
					args[i] = s.DecidedAs(args[i], who)
				}
				for _, id := range args {
					if err := s.IsProposal(id); err != nil {
						return "", err
					}
				}
				for i, id := range args {
					p, err := s.Decide(dir, id, who, v, n)
					if err != nil {
						if i == 0 {
							return "", err
						}
						return fmt.Sprintf("%s %s", v, counted(i, "proposal", "proposals")), err
					}
					code := p.Code
					if says {
						code = e.directed(code, cmp.Or(coding.Says(n.Says), p.Says))
					}
					e.tell(decidedAs[cases.AsDecided(p, v, n)], id, code, p.Passage)
					e.tellWords("", p.Quote)
					intended = intended || says && n.Basis == "" && s.Document(p.Document).Intends()
				}
				if intended {
					e.tell("note: what a plan or a budget intends is not there yet; --basis plan says so, and tables tell it")
				}
				return fmt.Sprintf("%s %d %s", v, len(args), plural(len(args), "proposal", "proposals")), nil
			})
		},
	}
	c.Flags().StringVar(&coder, "coder", "", "who decides")
	c.Flags().StringVar(&n.Note, "note", "", "why")
	if says {
		c.Long = `The flags add what a proposal does not know: on what the words rest, of when they speak, the code's value. What a
plan or a budget says is an intention: --basis plan keeps it, and tables say "1 planned" beside the state. No basis is
supposed, for a plan also tells what is there already.`
		c.Flags().StringVar(&n.Says, "says", "", "for, against or qualified (default: as proposed)")
		c.Flags().StringVar(&n.Value, "value", "", "one of the code's values")
		c.Flags().StringVar(&n.Basis, "basis", "", "experience, hearsay, plan, report or inferred")
		c.Flags().StringVar(&n.When, "when", "", "date or period that it speaks of")
	}
	return c
}
