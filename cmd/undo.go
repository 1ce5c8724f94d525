package cmd

import (
	"github.com/spf13/cobra"

	"crosscase/cases"
	"crosscase/corpus/catalogue"
	"crosscase/corpus/plainfile"
)

func newUndo(e *Env) *cobra.Command {
	return stepCommand(e, "undo", "Take back the latest change", stepWords{did: "took back: ", stays: "it stays as it is", nothing: "nothing to take back"}, false)
}

// stepWords say what became of a change.
type stepWords struct{ did, stays, nothing string }

// stepCommand is undo or, again, redo.
func stepCommand(e *Env, name, short string, words stepWords, again bool) *cobra.Command {
	var coder string
	var skip bool
	c := &cobra.Command{
		Use:   name,
		Short: short,
		Long: `Takes back or does again what was changed here with commands and in the browser (crosscase serve), one change a call, the
latest first, also after days. What others wrote stays; where they wrote in the same lines it says so and changes nothing:
--skip then leaves that change as it is and goes on to the one before; it does not pass over one that can be taken back.

With several coders it takes the latest change of whoever made it, and says whose it was; --coder, or the variable
CROSSCASE_CODER, keeps to the changes of one and to those that were made in nobody's name, and says how many others made since. Tables that were built do not
come back. Nor does what corpus revise --forget erased, and the changes that held its words: there undo stops and says so, and --skip passes over them.`,
		Example: "  crosscase " + name + "\n  crosscase " + name + " --skip",
		Args:    cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			return e.writeBy(c.Context(), func(s *cases.Study, dir plainfile.Dir) (string, string, error) {
				who, err := e.whose(s, coder)
				if err != nil {
					return "", "", err
				}
				h := dir.History(who)
				by, later := h.Whose(again), 0
				what, did, err := "", words.did, error(nil)
				switch {
				case skip:
					next, can := h.Undoable(), "“%s” can be taken back\nhint: crosscase undo takes it back; --skip passes over what cannot be"
					if again {
						next, can = h.Redoable(), "“%s” can be done again\nhint: crosscase redo does it again; --skip passes over what cannot be"
					}
					if next != "" && s.Stuck(h, again) == nil {
						return "", "", catalogue.Errorf(can, catalogue.Done(next))
					}
					did = "passed over: "
					what, err = h.Skip(again, "", e.today())
				case again:
					what, err = h.Redo("", e.today())
				default:
					if err = s.CheckUndo(h.Removes()); err != nil {
						return "", "", err
					}
					later = h.Others()
					what, err = h.Undo("", e.today())
				}
				switch {
				case err != nil:
					return "", "", err
				case what == "":
					e.tell(words.nothing)
					return "", "", nil
				}
				line := catalogue.Text("%s%s", catalogue.Text(did), catalogue.Done(what))
				if by != "" && by != who {
					line = catalogue.Text("%s (by %s)", line, by)
				}
				if skip {
					line = catalogue.Text("%s; %s", line, catalogue.Text(words.stays))
				}
				e.tell("%s", line)
				if later > 0 {
					e.tell("note: %s by others since then; crosscase undo without --coder begins with these", counted(later, "change was made", "changes were made"))
				}
				return by, did + what, nil
			})
		},
	}
	c.Flags().StringVar(&coder, "coder", "", "only changes of this coder, and those in nobody's name (default CROSSCASE_CODER, else everybody's)")
	c.Flags().BoolVar(&skip, "skip", false, "leave the change that comes next and cannot be taken back as it is, and go on to the one before")
	return c
}

// whose returns the coder whose changes are meant: --coder, else CROSSCASE_CODER, else the only coder of the study; "" is everybody.
func (e *Env) whose(s *cases.Study, named string) (string, error) {
	if named == "" && e.Getenv("CROSSCASE_CODER") == "" && len(s.Coders) != 1 {
		return "", nil
	}
	return e.coder(s, named)
}
