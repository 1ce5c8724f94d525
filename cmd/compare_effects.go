package cmd

import "github.com/spf13/cobra"

func newCompareEffects(e *Env) *cobra.Command { return newDisplay(e, "effects") }
