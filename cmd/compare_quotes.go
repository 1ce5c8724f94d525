package cmd

import "github.com/spf13/cobra"

func newCompareQuotes(e *Env) *cobra.Command { return newDisplay(e, "quotes") }
