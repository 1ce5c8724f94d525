package cmd

import "github.com/spf13/cobra"

func newCompareMatrix(e *Env) *cobra.Command { return newDisplay(e, "matrix") }
