package cmd

import "github.com/spf13/cobra"

func newCompareCrosstab(e *Env) *cobra.Command { return newDisplay(e, "crosstab") }
