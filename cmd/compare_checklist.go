package cmd

import "github.com/spf13/cobra"

func newCompareChecklist(e *Env) *cobra.Command { return newDisplay(e, "checklist") }
