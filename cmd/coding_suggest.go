package cmd

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"crosscase/cases"
	"crosscase/coding"
	"crosscase/corpus/catalogue"
	"crosscase/corpus/plainfile"
)

func newCodingSuggest(e *Env) *cobra.Command {
	var top int
	c := &cobra.Command{
		Use:   "suggest [CODE …]",
		Short: "Learn from the codings so far, and propose passages for each code",
		Long: `Learns each code from the passages that people gave it and from its definition, and proposes passages like them
where nobody has read for the code yet, as the machine coder suggest. What does not have the code is learned only from documents that somebody has
read for it (coding read) and from declined proposals. A code with fewer than ` + fmt.Sprint(coding.LeastLessons) + ` coded passages gets no suggestions. Running it
again rewrites the suggestions; what was declined stays declined.`,
		Example: `  crosscase coding suggest
  crosscase coding suggest benchmarking --top 5
  crosscase coding review --from suggest             the most useful first`,
		ValidArgsFunction: completion(e, codeNames),
		RunE: func(c *cobra.Command, args []string) error {
			if err := atLeast("top", top, 1); err != nil {
				return err
			}
			return runSuggest(c.Context(), e, args, top)
		},
	}
	c.Flags().IntVar(&top, "top", 20, "at most so many passages a code")
	return c
}

func runSuggest(ctx context.Context, e *Env, keys []string, top int) error {
	return e.change(ctx, "", func(s *cases.Study, dir plainfile.Dir) (string, error) {
		codes := s.Codebook.All()
		if len(keys) > 0 {
			codes = nil
			for _, key := range keys {
				code := s.Codebook.Code(key)
				if code == nil {
					return "", s.UnknownCode(key)
				}
				codes = append(codes, code)
			}
		}
		who, _ := e.coder(s, "")
		learnedFrom, of := s, ""
		if hidden := s.Hidden(who, false); hidden != nil { // what is learned tells what was coded
			learnedFrom, _ = cases.OpenWithout(dir.FS(), who, hidden)
			of = who
		}
		made, err := s.Suggest(ctx, dir, learnedFrom, codes, top, e.progress("learning"))
		if err != nil {
			return "", err
		}
		proposed, learned := 0, 0
		var few []catalogue.Message
		for _, m := range made {
			switch {
			case m.Abstained:
				few = append(few, catalogue.Text("%s (%d with, %d without)", m.Code.Key, m.With, m.Without))
				continue
			case m.Proposed > 0 || len(keys) > 0:
				e.tell("%s: %d proposed, learned from %d passages with it and %d without", m.Code.Key, m.Proposed, m.With, m.Without)
			}
			learned++
			proposed += m.Proposed
		}
		e.tell("suggest: %d %s proposed; %d of %d codes learned", proposed, plural(proposed, "passage", "passages"), learned, len(codes))
		if len(few) > 0 {
			if len(keys) == 0 && len(few) > 5 {
				few = append(few[:5], catalogue.Text("…"))
			}
			e.tell("too little to learn from: %s", catalogue.List(few))
		}
		return cases.SuggestedLine(proposed, of), nil
	})
}
