package cmd

import (
	"fmt"

	"github.com/spf13/cobra"

	"crosscase/cases"
	"crosscase/corpus/plainfile"
)

func newCodingMerge(e *Env) *cobra.Command {
	var dry bool
	c := &cobra.Command{
		Use:   "merge CODE INTO",
		Short: "Put a code into another, which stays",
		Long: `All that hangs on the first code belongs to the second, which keeps its label and definition: codings, verdicts, readings,
tables, and the codes below it. Its rules, questions, sources and values are added. No codings file is rewritten: the
code book remembers the earlier key. What hangs on the code is listed first.`,
		Example:           "  crosscase coding merge rewards incentives --dry-run\n  crosscase coding merge rewards incentives",
		Args:              cobra.ExactArgs(2),
		ValidArgsFunction: completion(e, codeNames),
		RunE: func(c *cobra.Command, args []string) error {
			return e.change(c.Context(), "", func(s *cases.Study, dir plainfile.Dir) (string, error) {
				if s.Codebook.IsNow(args[0], args[1]) {
					e.tell("%s is %s already", args[0], args[1])
					return "", nil
				}
				if err := e.printEffects(s, dir, args[0], args[1]); err != nil || dry {
					return "", err
				}
				if err := s.MergeCodes(dir, args[0], args[1]); err != nil {
					return "", err
				}
				e.tell("merged %s into %s", args[0], args[1])
				return fmt.Sprintf("merged the code %s into %s", args[0], args[1]), nil
			})
		},
	}
	dryFlag(c, &dry)
	return c
}
