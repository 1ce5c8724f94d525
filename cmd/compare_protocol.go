package cmd

import "github.com/spf13/cobra"

func newCompareProtocol(e *Env) *cobra.Command { return newDisplay(e, "protocol") }
