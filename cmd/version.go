package cmd

import (
	"fmt"

	"github.com/spf13/cobra"
)

func newVersion(e *Env) *cobra.Command {
	return &cobra.Command{Use: "version", Short: "Print the version", Args: cobra.NoArgs, RunE: func(*cobra.Command, []string) error { return printVersion(e) }}
}

func printVersion(e *Env) error {
	_, err := fmt.Fprintln(e.Stdout, "crosscase", e.Version)
	return err
}
