package cmd

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"crosscase/cases"
	"crosscase/compare"
	"crosscase/corpus/plainfile"
)

func newCasesConfirm(e *Env) *cobra.Command {
	var out output
	var all, stale bool
	var coder string
	var seen blindness
	c := &cobra.Command{
		Use:   "confirm [NAME …]",
		Short: "Say that findings, summaries and the like still stand, and list those whose evidence changed",
		Long: `A finding, an expectation, a summary, a value that cites passages, a state that a person set and a declined proposal rest on
evidence. Confirming one writes down in confirmed.jsonl on what: the definitions of its codes, the states and the
passages. When one of these changes, the thing is marked in tables, in status and in check until somebody looks again and
confirms it anew. What was never confirmed is not watched, but for declined proposals, which are from the day they are declined.

Without names it lists everything: names are kind:key, such as finding:thresholds or summary:a/benchmarking; the key alone
will do where only one thing has it.`,
		Example: `  crosscase cases confirm                                  what rests on evidence, and since when
  crosscase cases confirm --stale                          only what changed since
  crosscase cases confirm finding:thresholds summary:a/benchmarking
  crosscase cases confirm --all`,
		ValidArgsFunction: completion(e, restingNames),
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) == 0 && !all {
				s, _, err := seen.open(c.Context(), e)
				if err != nil {
					return err
				}
				o, err := out.options(e, s)
				if err != nil {
					return err
				}
				return out.print(e, compare.Resting(s, stale, o))
			}
			return e.change(c.Context(), coder, func(s *cases.Study, dir plainfile.Dir) (string, error) {
				who, err := e.coder(s, coder)
				if err != nil {
					return "", err
				}
				names := args
				if all {
					names = nil
					for _, r := range s.Resting() {
						names = append(names, r.Name)
					}
				}
				n, err := s.Confirm(dir, names, who, e.today())
				if err != nil {
					return "", err
				}
				e.tell("confirmed %d %s", n, plural(n, "thing", "things"))
				return "confirmed " + strings.Join(args, ", ") + allOf(all, n), nil
			})
		},
	}
	out.flags(c)
	seen.flags(c)
	c.Flags().BoolVar(&all, "all", false, "confirm everything")
	c.Flags().BoolVar(&stale, "stale", false, "list only what changed since it was confirmed")
	c.Flags().StringVar(&coder, "coder", "", "who confirms (default the study's only coder)")
	return c
}

func allOf(all bool, n int) string {
	if all {
		return fmt.Sprintf("all %d", n)
	}
	return ""
}

func restingNames(s *cases.Study) (out [][2]string) {
	for _, r := range s.Resting() {
		out = append(out, [2]string{r.Name, ""})
	}
	return out
}
