package cmd

import "github.com/spf13/cobra"

func newCompareValues(e *Env) *cobra.Command { return newDisplay(e, "values") }
