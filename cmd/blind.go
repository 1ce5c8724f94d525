package cmd

import (
	"context"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"crosscase/cases"
	"crosscase/corpus/catalogue"
	"crosscase/corpus/plainfile"
)

// blindness says whether what others coded is shown.
type blindness struct{ blind, all bool }

func (b *blindness) flags(c *cobra.Command) {
	c.Flags().BoolVar(&b.blind, "blind", false, "show no codings of other people, also where you have read")
	c.Flags().BoolVar(&b.all, "all-coders", false, "show other people's codings although you code blind (blind: true in crosscase.yaml); the journal notes it")
	c.MarkFlagsMutuallyExclusive("blind", "all-coders")
}

// open is Env.open for a command that only shows the study: what others coded is hidden as look says.
func (b blindness) open(ctx context.Context, e *Env) (*cases.Study, plainfile.Dir, error) {
	s, dir, err := e.open()
	if err == nil {
		err = b.look(ctx, e, s)
	}
	return s, dir, err
}

// look hides from whoever looks what others coded: where blind coding is declared, until the document is read, and everywhere with --blind. It says
// what is hidden. With --all-coders nothing is, and the journal notes that the work in those documents is not blind any more.
func (b blindness) look(ctx context.Context, e *Env, s *cases.Study) error {
	return b.lookAt(ctx, e, s, "")
}

// hides returns a test of the files that whoever is named may not see.
func (e *Env) hides(s *cases.Study) func(file string) bool {
	if who, err := e.coder(s, ""); err == nil {
		if hidden := s.Hidden(who, false); hidden != nil {
			memos := s.HiddenMemos(who, false)
			return func(file string) bool {
				file, _, _ = strings.Cut(file, ":")
				return hidden(file) || slices.Contains(memos, file)
			}
		}
	}
	return func(string) bool { return false }
}

// refuse refuses to write for everybody what somebody who codes blind may not see; with --all-coders it returns the line for the journal
// that says that it was seen.
func (b blindness) refuse(e *Env, s *cases.Study, what string) (string, error) {
	who, err := e.coder(s, "")
	if err != nil {
		return "", nil // nobody is named
	}
	hidden := s.HiddenFrom(who, "", false)
	switch {
	case hidden.Codings == 0:
		return "", nil
	case !b.all:
		return "", catalogue.Errorf("%s codes blind, and %s would show what others coded of %s\nhint: read them first, or add --all-coders; the journal notes it", who, what, strings.Join(hidden.Documents, ", "))
	}
	return cases.LookedLine(hidden.Documents), nil
}

// lookAt is look at one document.
func (b blindness) lookAt(ctx context.Context, e *Env, s *cases.Study, document string) error {
	who, err := e.coder(s, "")
	switch blind := s.BlindCoders(); {
	case err != nil && b.blind:
		return err
	case err != nil && len(blind) > 0 && !b.all:
		e.tell("note: %s %s blind, and nobody is named: all codings are shown; CROSSCASE_CODER=NAME shows what that coder may see", strings.Join(blind, ", "), plural(len(blind), "codes", "code"))
		return nil
	case err != nil:
		return nil
	}
	hidden := s.HiddenFrom(who, document, b.blind)
	switch {
	case b.all && hidden.Codings == 0:
		return nil
	case b.all:
		e.tell("note: this shows other people's codings of %s; what %s codes there is not blind any longer, and agreement leaves it out", strings.Join(hidden.Documents, ", "), who)
		return e.write(ctx, who, func(*cases.Study, plainfile.Dir) (string, error) { return cases.LookedLine(hidden.Documents), nil })
	}
	s.Hide(who, b.blind)
	if hidden.Memos > 0 {
		e.tell("note: %s of other people %s hidden from %s until what they speak of is read (--all-coders shows them)", counted(hidden.Memos, "memo", "memos"), plural(hidden.Memos, "is", "are"), who)
	}
	if hidden.Codings == 0 {
		return nil
	}
	e.tell("note: %s of other people in %s %s hidden from %s (--all-coders shows them)", counted(hidden.Codings, "coding", "codings"), counted(len(hidden.Documents), "document", "documents"), plural(hidden.Codings, "is", "are"), who)
	return nil
}
