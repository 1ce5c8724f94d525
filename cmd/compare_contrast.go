package cmd

import "github.com/spf13/cobra"

func newCompareContrast(e *Env) *cobra.Command { return newDisplay(e, "contrast") }
