package cmd

import "github.com/spf13/cobra"

func newRedo(e *Env) *cobra.Command {
	return stepCommand(e, "redo", "Do again what undo took back", stepWords{did: "did again: ", stays: "it stays taken back", nothing: "nothing to do again"}, true)
}
