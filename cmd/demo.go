package cmd

import "github.com/spf13/cobra"

func newDemo(e *Env) *cobra.Command { return &cobra.Command{Use: "demo"} }
