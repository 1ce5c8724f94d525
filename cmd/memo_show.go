package cmd

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
)

func newMemoShow(e *Env) *cobra.Command {
	var seen blindness
	c := &cobra.Command{
		Use:               "show NAME …",
		Short:             "Print memos, with the passages they are about",
		Example:           "  crosscase memo show 2026-03-02-ann-benchmarking-means-two-things-here",
		Args:              cobra.MinimumNArgs(1),
		ValidArgsFunction: completion(e, memoNames),
		RunE: func(c *cobra.Command, args []string) error {
			s, _, err := seen.open(c.Context(), e)
			if err != nil {
				return err
			}
			for i, name := range args {
				m, err := s.NamedMemo(name)
				if err != nil {
					return err
				}
				if i > 0 {
					fmt.Fprintln(e.Stdout)
				}
				fmt.Fprintf(e.Stdout, "%s\n", strings.TrimSpace(m.On+"  "+m.By+"  "+m.Kind))
				for _, a := range m.About {
					fmt.Fprintln(e.Stdout, e.say("  about %s", a))
					if a.At.Document != "" {
						fmt.Fprintf(e.Stdout, "      %s: %s\n", s.Cite(a.At), e.lang().Quote(oneLine(a.Quote)))
					}
				}
				for _, l := range m.Links {
					fmt.Fprintln(e.Stdout, e.say("  see %s", l))
				}
				fmt.Fprintf(e.Stdout, "\n%s\n", strings.TrimRight(m.Text, "\n"))
			}
			return nil
		},
	}
	seen.flags(c)
	return c
}
