package cmd

import "github.com/spf13/cobra"

func newCompareContents(e *Env) *cobra.Command { return newDisplay(e, "contents") }
