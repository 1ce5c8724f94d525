package cmd

import "github.com/spf13/cobra"

func newCompareLists(e *Env) *cobra.Command { return newDisplay(e, "lists") }
