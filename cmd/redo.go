package cmd

import (
	"github.com/spf13/cobra"

	"crosscase/corpus/plainfile"
)

func newRedo(e *Env) *cobra.Command {
	return stepCommand(e, "redo", "Do again what undo took back", "did again", "nothing to do again", (*plainfile.History).Redo)
}
