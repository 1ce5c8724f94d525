package cmd

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"crosscase/cases"
	"crosscase/corpus/catalogue"
)

func newStatus(e *Env) *cobra.Command {
	var seen blindness
	c := &cobra.Command{
		Use:     "status",
		Short:   "What is there, what is left to read and review, and what comes next",
		Example: "  crosscase status",
		Args:    cobra.NoArgs,
		RunE:    func(c *cobra.Command, _ []string) error { return runStatus(c.Context(), e, seen, false) },
	}
	seen.flags(c)
	return c
}

// runStatus prints where one stands. Typed bare outside a study, crosscase says how to begin.
func runStatus(ctx context.Context, e *Env, seen blindness, bare bool) error {
	s, dir, err := seen.open(ctx, e)
	if errors.Is(err, cases.ErrNoStudy) && bare {
		fmt.Fprintln(e.Stdout, e.say("There is no study in this folder.\n\n  crosscase demo           an example study, coded, compared and printed in two minutes\n  crosscase init           make a study of this folder\n  crosscase --help         all commands"))
		return nil
	}
	if err != nil {
		return err
	}
	st, l := s.Status(), catalogue.In(s.Language)
	fmt.Fprintf(e.Stdout, "%s\n\n", s.Title)
	for _, x := range st.Lines {
		fmt.Fprintln(e.Stdout, e.folded(fmt.Sprintf("  %-11s %s", x.What, x.Text), e.OutTerminal, 14))
	}
	if size, documents, passages := e.index(dir).Size(); documents > 0 {
		line := fmt.Sprintf("  %-11s %s", l.Say("status index"), l.Say("status size", documents, len(s.Documents), passages, l.Decimals(float64(size)/1e6, 1)))
		fmt.Fprintln(e.Stdout, e.folded(line, e.OutTerminal, 14))
	}
	if len(st.Documents) > 0 {
		fmt.Fprintf(e.Stdout, "\n  %-34s %-10s %6s %9s %9s\n", l.Say("status document"), l.Say("status read by"), l.Say("status coded"), l.Say("status proposed"), l.Say("status coverage"))
		for _, d := range st.Documents {
			coverage := d.Coverage
			if coverage != "" {
				coverage = l.Say("status " + coverage)
			}
			fmt.Fprintf(e.Stdout, "  %-34s %-10s %6d %9d %9s\n", d.Key, strings.ReplaceAll(d.ReadBy, "(part)", l.Say("status part")), d.Coded, d.Proposed, coverage)
		}
	}
	fmt.Fprintf(e.Stdout, "\n%s\n", e.folded(l.Say("next", st.Next), e.OutTerminal, 0))
	return nil
}
