package cmd

import "github.com/spf13/cobra"

func newCompareChains(e *Env) *cobra.Command { return newDisplay(e, "chains") }
