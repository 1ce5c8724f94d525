package cmd

import (
	"github.com/spf13/cobra"

	"crosscase/corpus/query"
)

// newQueryHelp is the page of the query language: crosscase help query. It runs nothing.
func newQueryHelp() *cobra.Command {
	return &cobra.Command{Use: "query", Short: "The query language, on one page", Long: query.Page()}
}
