package cmd

import (
	"github.com/spf13/cobra"

	"crosscase/coding"
)

func newCodingDecline(e *Env) *cobra.Command {
	return verdictCommand(e, coding.Declined, "decline", "Decline proposals: they are remembered and not proposed again", false)
}
