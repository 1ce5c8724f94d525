package cmd

import "github.com/spf13/cobra"

func newCompareChart(e *Env) *cobra.Command { return newDisplay(e, "chart") }
