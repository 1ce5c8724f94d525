package cmd

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"crosscase/cases"
	"crosscase/coding"
)

func newCheck(e *Env) *cobra.Command {
	var mend, asJSON bool
	c := &cobra.Command{
		Use:   "check",
		Short: "Print everything that is wrong with the study, and nothing when nothing is",
		Long: `Prints every problem with file, line and remedy; exit code 1 if there is any. Files of which a part cannot be read come first, and
what only follows from that is counted and not shown (--json has it, with "follows"). A text without a file beside it is told. A code with subcodes that has
neither rules nor questions nor anything coded with it is a heading: a note names it, tables show it as a line over its
subcodes, and nothing counts it as a code that nobody raised.

With --mend it first puts right what has only one way to be right: it takes over texts that were
corrected in place (as corpus revise does), moves codings whose quote stands in exactly one other place, gives places
and ids to codings that were typed without, and puts conflict copies together that OneDrive, Dropbox, Google Drive and
Syncthing make of files of codings and verdicts (a coding that somebody removed does not come back; the copy is kept in vault/conflicts).`,
		Example: "  crosscase check\n  crosscase check --mend",
		Args:    cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			if mend {
				if err := runMend(c.Context(), e); err != nil {
					return err
				}
			}
			return runCheck(e, asJSON)
		},
	}
	c.Flags().BoolVar(&mend, "mend", false, "put right what has only one way to be right")
	c.Flags().BoolVar(&asJSON, "json", false, "print the problems as JSON")
	return c
}

func runCheck(e *Env, asJSON bool) error {
	dir, err := e.root()
	if err != nil {
		return err
	}
	s, problems := cases.Checked(dir.FS())
	if s != nil {
		hides, all := e.hides(s), len(problems)
		problems = problems.In(func(file string) bool { return !hides(file) })
		if n := all - len(problems); n > 0 {
			e.tell("note: %d %s are not shown to somebody who codes blind", n, plural(n, "problem in the work of others", "problems in the work of others"))
		}
	}
	problems = problems.Translated(e.lang())
	if asJSON {
		enc := json.NewEncoder(e.Stdout)
		enc.SetEscapeHTML(false)
		enc.SetIndent("", "  ")
		if err := enc.Encode(problems); err != nil {
			return err
		}
	} else {
		follow, files := 0, []string{}
		for _, p := range problems {
			if p.Follows != "" {
				follow++
				if !slices.Contains(files, p.Follows) {
					files = append(files, p.Follows)
				}
				continue
			}
			words, _ := p.Told(e.lang())
			fmt.Fprintln(e.Stdout, e.folded(words, e.OutTerminal, 0))
		}
		if follow > 0 {
			slices.Sort(files)
			e.tell("note: %s cannot be read whole; put that right first. Problems that only follow from it are not shown (%d)", strings.Join(files, ", "), follow)
		}
		if s != nil {
			tellBare(e, s)
			tellHeadings(e, s)
			if len(problems) == 0 {
				tellNotices(e, s)
			}
		}
	}
	if len(problems) > 0 {
		return errSilent
	}
	return nil
}

// tellBare names the texts with nothing beside them that says what they are.
func tellBare(e *Env, s *cases.Study) {
	keys := s.Bare()
	if len(keys) == 0 {
		return
	}
	var files []string
	for _, key := range keys {
		files = append(files, cases.SidecarFile(key))
	}
	e.tell("note: without a file beside the text, so that nobody knows who speaks, of what kind it is and from when: %s\nhint: put %s back from a copy; or crosscase corpus revise DOCUMENT finds who speaks, and crosscase corpus set DOCUMENT kind=… date=… says the rest",
		strings.Join(keys, ", "), strings.Join(files, ", "))
}

// tellNotices tells what is mostly not meant, though nothing is wrong with it.
func tellNotices(e *Env, s *cases.Study) {
	for _, n := range s.Notices() {
		e.tell("%s", n)
	}
}

// tellHeadings names the codes that nobody is silent on, because they only head others.
func tellHeadings(e *Env, s *cases.Study) {
	var keys []string
	for _, c := range s.Headings() {
		if c.Kind != coding.Structural {
			keys = append(keys, c.Key)
		}
	}
	if len(keys) > 0 {
		e.tell("note: %s only %s other codes (no rules, no questions, nothing coded): no row to compare cases by", strings.Join(keys, ", "), plural(len(keys), "heads", "head"))
	}
}

func runMend(ctx context.Context, e *Env) error {
	dir, err := e.root()
	if err != nil {
		return err
	}
	unlock, err := e.lock(ctx, dir)
	if err != nil {
		return err
	}
	defer unlock()
	dir, written := dir.Watch()
	hides := func(string) bool { return false }
	if s, _ := cases.Open(dir.FS()); s != nil {
		hides = e.hides(s)
	}
	merged, err := cases.MergeCopies(dir)
	for _, m := range merged {
		if m.Left != "" {
			e.tell("left %s: %s; compare it with %s by hand", m.File, m.Left, m.Original)
			continue
		}
		e.tell("put together %s: %d lines came from %s, which is in %s now", m.Original, m.Came, m.File, m.Kept)
		if m.Gone > 0 {
			e.tell("  %d %s not come back, because somebody removed %s", m.Gone, plural(m.Gone, "coding did", "codings did"), plural(m.Gone, "it", "them"))
		}
		for _, line := range m.Conflicts {
			if hides(m.Original) {
				line = "…"
			}
			e.tell("  the two differ; this line is left out: %s", line)
		}
	}
	if err != nil {
		return err
	}
	s, problems := cases.Open(dir.FS())
	if s == nil {
		return problems.Err()
	}
	changed, err := s.Mend(dir)
	for _, f := range changed {
		e.tellMended(s, f, written)
	}
	if err != nil || len(changed)+len(merged) == 0 {
		return err
	}
	did := fmt.Sprintf("mended %d %s", len(changed)+len(merged), plural(len(changed)+len(merged), "file", "files"))
	return errors.Join(dir.History("").Commit(written, "", e.today(), did), e.journal(dir, "", did))
}
