package cmd

import (
	"strings"

	"github.com/spf13/cobra"

	"crosscase/compare"
	"crosscase/corpus/query"
)

func newMemoList(e *Env) *cobra.Command {
	var out output
	var about string
	var seen blindness
	c := &cobra.Command{
		Use:   "list [QUERY]",
		Short: "List memos, or search them",
		Long:  "Lists memos in the order of their dates. A query looks for words in their texts (crosscase help query).",
		Example: `  crosscase memo list
  crosscase memo list 'mål* NEAR/5 måling'
  crosscase memo list --about code:benchmarking
  crosscase memo list --about a-interview.txt:800-1200      on passages that overlap this one`,
		RunE: func(c *cobra.Command, args []string) error {
			s, _, err := seen.open(c.Context(), e)
			if err != nil {
				return err
			}
			o, err := out.options(e, s)
			if err != nil {
				return err
			}
			var q *query.Query
			if len(args) > 0 {
				if q, err = query.Parse(strings.Join(args, " ")); err != nil {
					return err
				}
				q = q.Wide(s.Synonyms)
			}
			list, err := s.MemosAbout(about, q)
			if err != nil {
				return err
			}
			if len(list) == 0 {
				e.tell("no memos")
				return errSilent
			}
			return out.print(e, compare.Memos(s, list, o))
		},
	}
	out.flags(c)
	seen.flags(c)
	c.Flags().StringVar(&about, "about", "", "only memos about this: code:KEY, case:KEY, document:KEY, study, or a place")
	return c
}
