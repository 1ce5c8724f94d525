package cmd

import "github.com/spf13/cobra"

func newComparePairs(e *Env) *cobra.Command { return newDisplay(e, "pairs") }
