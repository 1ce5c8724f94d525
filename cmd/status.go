package cmd

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"crosscase/cases"
)

func newStatus(e *Env) *cobra.Command {
	return &cobra.Command{
		Use:     "status",
		Short:   "What is there, what is left to read and review, and what comes next",
		Example: "  crosscase status",
		Args:    cobra.NoArgs,
		RunE:    func(*cobra.Command, []string) error { return runStatus(e, false) },
	}
}

// runStatus prints where one stands. Typed bare outside a study, crosscase says how to begin.
func runStatus(e *Env, bare bool) error {
	s, dir, err := e.open()
	if errors.Is(err, cases.ErrNoStudy) && bare {
		fmt.Fprint(e.Stdout, `There is no study in this folder.

  crosscase demo           an example study, coded, compared and printed in two minutes
  crosscase init           make a study of this folder
  crosscase --help         all commands
`)
		return nil
	}
	if err != nil {
		return err
	}
	st := s.Status()
	fmt.Fprintf(e.Stdout, "%s\n\n", s.Title)
	for _, l := range st.Lines {
		fmt.Fprintf(e.Stdout, "  %-11s %s\n", l.What, l.Text)
	}
	if size, documents, passages := e.index(dir).Size(); documents > 0 {
		fmt.Fprintf(e.Stdout, "  %-11s %d of %d documents, %d passages, %.1f MB; it can be deleted at any time\n", "index", documents, len(s.Documents), passages, float64(size)/1e6)
	}
	if len(st.Documents) > 0 {
		fmt.Fprintf(e.Stdout, "\n  %-34s %-10s %6s %9s %9s\n", "document", "read by", "coded", "proposed", "coverage")
		for _, d := range st.Documents {
			fmt.Fprintf(e.Stdout, "  %-34s %-10s %6d %9d %9s\n", d.Key, d.ReadBy, d.Coded, d.Proposed, d.Coverage)
		}
	}
	fmt.Fprintf(e.Stdout, "\nNext: %s\n", st.Next)
	return nil
}
