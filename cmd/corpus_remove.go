package cmd

import (
	"strings"

	"github.com/spf13/cobra"

	"crosscase/cases"
	"crosscase/corpus/catalogue"
	"crosscase/corpus/plainfile"
)

func newCorpusRemove(e *Env) *cobra.Command {
	var codings bool
	c := &cobra.Command{
		Use:   "remove DOCUMENT …",
		Short: "Take documents out of the study",
		Long: `Takes the text, the file beside it and what the machine coders made of it out of the study, and the document out of its cases.
One that people have coded or read goes only with --with-codings. The vault keeps the original, the text and the codings
(vault/originals, vault/texts, vault/removed); crosscase undo brings all back. One that values, calibrations, summaries, memos, findings
or the outline cite stays: the places are named.`,
		Example: `  crosscase corpus remove interview-guide.txt
  crosscase corpus remove interview-7.txt --with-codings`,
		Args:              cobra.MinimumNArgs(1),
		ValidArgsFunction: completion(e, documentNames),
		RunE: func(c *cobra.Command, args []string) error {
			return e.change(c.Context(), "", func(s *cases.Study, dir plainfile.Dir) (string, error) {
				for _, key := range args {
					if on := s.HangsOn(key); len(on.Files) > 0 && !codings {
						return "", catalogue.Errorf("people have coded or read %s: %d codings and %d verdicts in %s\nhint: crosscase corpus remove --with-codings takes these out too; the vault keeps them", key, on.Codings, on.Verdicts, strings.Join(on.Files, ", "))
					}
					if err := s.RemoveDocument(dir, key); err != nil {
						return "", err
					}
				}
				did := "removed " + strings.Join(args, ", ")
				e.retell(did)
				return did, nil
			})
		},
	}
	c.Flags().BoolVar(&codings, "with-codings", false, "also with what people have coded in them")
	return c
}
