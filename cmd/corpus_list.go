package cmd

import (
	"github.com/spf13/cobra"

	"crosscase/compare"
)

func newCorpusList(e *Env) *cobra.Command {
	return listCommand(e, "list", "The documents of the study", "  crosscase corpus list\n  crosscase corpus list --format json", compare.Documents)
}
