package cmd

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"crosscase/cases"
	"crosscase/corpus/plainfile"
)

func newCorpusRename(e *Env) *cobra.Command {
	var dry bool
	c := &cobra.Command{
		Use:   "rename DOCUMENT KEY",
		Short: "Give a document another key",
		Long: `Renames the text and the file beside it, and all that was made of the document goes with it: codings, verdicts, readings and what was asked, members
and values of cases, memos, summaries, findings and whatever else names it by its key, alone or in a locator. The
earlier key is remembered in the file beside the text (was:). What hangs on the document is listed first; crosscase undo takes it all back. Its title,
which tables and reports print, is set with crosscase corpus set.`,
		Example:           "  crosscase corpus rename intervju-3-endelig-v2.txt b-raadmann.txt\n  crosscase corpus rename intervju-3-endelig-v2.txt b-raadmann.txt --dry-run",
		Args:              cobra.ExactArgs(2),
		ValidArgsFunction: completion(e, documentNames),
		RunE: func(c *cobra.Command, args []string) error {
			from, to := args[0], strings.TrimSuffix(args[1], ".txt")+".txt"
			return e.change(c.Context(), "", func(s *cases.Study, dir plainfile.Dir) (string, error) {
				r, err := s.RenameDocument(dir, from, to)
				if err != nil {
					return "", err
				}
				if r == nil {
					e.tell("%s is called %s already", from, to)
					return "", nil
				}
				e.tellRename(s, dir, r)
				if dry {
					return "", nil
				}
				if err := r.Write(dir); err != nil {
					return "", err
				}
				did := fmt.Sprintf("renamed the document %s to %s", from, to)
				e.retell(did)
				return did, nil
			})
		},
	}
	c.Flags().BoolVar(&dry, "dry-run", false, "only list what would be renamed and what names the document")
	return c
}

// tellRename lists what goes with a document, and where it is named; neither to somebody who codes blind, for it would tell who coded it.
func (e *Env) tellRename(s *cases.Study, dir plainfile.Dir, r *cases.DocumentRename) {
	files, named := r.Moved, r.Cites
	if who, err := e.coder(s, ""); err == nil && s.Hidden(who, false) != nil {
		s, _ = cases.OpenWithout(dir.FS(), who, s.Hidden(who, false))
		files, named = nil, nil
	}
	on := s.HangsOn(r.From)
	e.tell("%s → %s: %s, %s", r.From, r.To, counted(on.Codings, "coding", "codings"), counted(on.Verdicts, "verdict", "verdicts"))
	if len(files) > 0 {
		e.tell("  files: %s", strings.Join(files, ", "))
	}
	if len(named) > 0 {
		e.tell("  named in: %s", strings.Join(named, ", "))
	}
}
