package cmd

import (
	"github.com/spf13/cobra"

	"crosscase/cases"
	"crosscase/compare"
	"crosscase/compare/table"
)

func newGuideShow(e *Env) *cobra.Command {
	return listCommand(e, "show", "The questions of the guide", "  crosscase guide show", compare.Questions)
}

// listCommand is a command that prints one list of the study.
func listCommand(e *Env, name, short, example string, list func(*cases.Study, compare.Options) *table.Table) *cobra.Command {
	var out output
	c := &cobra.Command{Use: name, Short: short, Example: example, Args: cobra.NoArgs, RunE: func(*cobra.Command, []string) error {
		s, _, err := e.open()
		if err != nil {
			return err
		}
		o, err := out.options(e, s)
		if err != nil {
			return err
		}
		return out.print(e, list(s, o))
	}}
	out.flags(c)
	return c
}
