package cmd

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"crosscase/cases"
	"crosscase/coding"
	"crosscase/corpus/catalogue"
	"crosscase/corpus/plainfile"
)

func newCodingApply(e *Env) *cobra.Command {
	var only string
	c := &cobra.Command{
		Use:   "apply",
		Short: "Run the machine coders: the guide matcher and the rules of the code book",
		Long: `guide finds which question each interviewer turn asks and codes the answers with the structural codes of that
question. rules runs the find queries of every code. Both only propose: a cell stays open until a person has
read. Where guide.yaml or codebook.yaml cannot be read whole it does not run; of a code with a rule that cannot be read the
proposals before stay, and the exit code is 1. Running it again changes nothing; people's codings are never touched; what was declined stays declined.`,
		Example: "  crosscase coding apply\n  crosscase coding apply --only rules",
		Args:    cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			coders := []string{coding.GuideCoder, coding.RulesCoder}
			switch only {
			case "":
			case coding.GuideCoder, coding.RulesCoder:
				coders = []string{only}
			default:
				return usagef("machine coder %q is not known\nhint: write guide or rules", only)
			}
			return runApply(c.Context(), e, coders)
		},
	}
	c.Flags().StringVar(&only, "only", "", "run one of them: guide or rules")
	return c
}

func runApply(ctx context.Context, e *Env, coders []string) error {
	return e.change(ctx, "", func(s *cases.Study, dir plainfile.Dir) (string, error) {
		applied, err := s.Apply(ctx, dir, coders, e.program(), e.progress("applying"))
		if err != nil {
			return "", err
		}
		l := catalogue.In(s.Language)
		for _, a := range applied {
			if a.Coder == coding.GuideCoder {
				fmt.Fprintln(e.Stderr, l.Say("applied guide", l.Count(a.Asked, "question"), l.Count(a.Documents, "interview"), l.Count(a.Codings, "answer")))
			} else {
				fmt.Fprintln(e.Stderr, l.Say("applied rules", l.Count(a.Codings, "passage"), l.Count(a.Documents, "document")))
			}
		}
		var broken error
		if keys := s.BrokenRules(); len(keys) > 0 && slices.Contains(coders, coding.RulesCoder) {
			broken = catalogue.Errorf("a rule of %s cannot be read; what the rules proposed there before stays\nhint: crosscase check says what is wrong with it", strings.Join(keys, ", "))
		}
		return proposedLine(applied), broken
	})
}

// proposedLine says for journal and history what the machine coders proposed anew; "" if nothing.
func proposedLine(applied []cases.Applied) string {
	var did []string
	for _, a := range applied {
		if a.Changed > 0 {
			did = append(did, fmt.Sprintf("%s proposed %s", a.Coder, counted(a.Codings, "coding", "codings")))
		}
	}
	return strings.Join(did, "; ")
}
