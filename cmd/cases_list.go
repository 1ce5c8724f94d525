package cmd

import (
	"github.com/spf13/cobra"

	"crosscase/compare"
)

func newCasesList(e *Env) *cobra.Command {
	return listCommand(e, "list", "The cases with their documents and attributes", "  crosscase cases list", compare.CaseList)
}
