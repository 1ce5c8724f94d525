package cmd

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"crosscase/cases"
	"crosscase/corpus/catalogue"
	"crosscase/corpus/plainfile"
)

func newCodingRename(e *Env) *cobra.Command {
	var label string
	var dry bool
	c := &cobra.Command{
		Use:   "rename CODE KEY",
		Short: "Give a code another key, or another label",
		Long: `The earlier key is remembered in the code book (was:), so that every coding, table, rule and summary that names it
goes on to mean this code. What hangs on the code is listed first.`,
		Example:           "  crosscase coding rename rewards incentives --label \"Incentives\"\n  crosscase coding rename rewards incentives --dry-run",
		Args:              cobra.ExactArgs(2),
		ValidArgsFunction: completion(e, codeNames),
		RunE: func(c *cobra.Command, args []string) error {
			return e.change(c.Context(), "", func(s *cases.Study, dir plainfile.Dir) (string, error) {
				if err := e.printEffects(s, dir, args[0], ""); err != nil || dry {
					return "", err
				}
				if args[0] != args[1] && !s.Codebook.IsNow(args[0], args[1]) {
					if err := s.RenameCode(dir, args[0], args[1]); err != nil {
						return "", err
					}
				}
				if label != "" {
					if err := s.DefineCode(dir, args[1], map[string]string{"label": label}, e.today()); err != nil {
						return "", err
					}
				}
				e.tell("renamed %s to %s", args[0], args[1])
				return fmt.Sprintf("renamed the code %s to %s", args[0], args[1]), nil
			})
		},
	}
	c.Flags().StringVar(&label, "label", "", "how tables print it")
	dryFlag(c, &dry)
	return c
}

func dryFlag(c *cobra.Command, dry *bool) {
	c.Flags().BoolVar(dry, "dry-run", false, "only list what hangs on the code")
}

// printEffects lists what hangs on a code, as far as whoever is named may see it.
func (e *Env) printEffects(s *cases.Study, dir plainfile.Dir, key, into string) error {
	if who, err := e.coder(s, ""); err == nil && s.Hidden(who, false) != nil {
		s, _ = cases.OpenWithout(dir.FS(), who, s.Hidden(who, false))
	}
	f, err := s.EffectsOn(key, into)
	if err != nil {
		return err
	}
	codings := counted(len(f.Codings), "coding", "codings")
	if len(f.Codings) > 0 {
		codings = catalogue.Text("%s of %s in %s", codings, strings.Join(f.Coders, ", "), counted(len(f.Documents), "document", "documents"))
	}
	e.tell("%s: %s, %d proposed, %s", key, codings, f.Proposals, counted(f.Verdicts, "verdict", "verdicts"))
	for _, l := range []struct {
		what catalogue.Message
		list []string
	}{{catalogue.Text("codes below"), f.Below}, {catalogue.Text("tables"), f.Tables}, {catalogue.Text("rules that name it"), f.Rules},
		{catalogue.Text("summaries of cases"), f.Summaries}, {catalogue.Text("states set in cases"), f.States}} {
		if len(l.list) > 0 {
			e.tell("  %s: %s", l.what, strings.Join(l.list, ", "))
		}
	}
	if n := len(f.Twice); n > 0 {
		e.tell("  %s coded with %s too", counted(n, "passage is", "passages are"), into)
	}
	return nil
}
