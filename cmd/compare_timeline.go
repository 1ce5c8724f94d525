package cmd

import "github.com/spf13/cobra"

func newCompareTimeline(e *Env) *cobra.Command { return newDisplay(e, "timeline") }
