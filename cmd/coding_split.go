package cmd

import (
	"fmt"

	"github.com/spf13/cobra"

	"crosscase/cases"
	"crosscase/corpus/plainfile"
	"crosscase/corpus/query"
)

func newCodingSplit(e *Env) *cobra.Command {
	var coder, label, where string
	var ids []string
	var dry bool
	c := &cobra.Command{
		Use:   "split CODE KEY --where QUERY | --codings ID,…",
		Short: "Give some of your codings of a code to another one",
		Long: `Those of your codings of CODE in whose words the query holds, or that are named, get the code KEY. It is made below CODE
if it is not there yet. Codings of others stay; they can split theirs. What hangs on the code is listed first.`,
		Example:           "  crosscase coding split rewards praise --where 'thank* OR praise*' --label \"Praise\"\n  crosscase coding split rewards praise --codings k3f9q2m,k8m2xqd",
		Args:              cobra.ExactArgs(2),
		ValidArgsFunction: completion(e, codeNames),
		RunE: func(c *cobra.Command, args []string) error {
			if (where == "") == (len(ids) == 0) {
				return usagef("which codings?\nhint: give --where QUERY, or --codings with their ids")
			}
			return e.change(c.Context(), coder, func(s *cases.Study, dir plainfile.Dir) (string, error) {
				who, err := e.coder(s, coder)
				if err != nil {
					return "", err
				}
				if err := e.printEffects(s, dir, args[0], ""); err != nil {
					return "", err
				}
				if where != "" {
					if ids, err = codingsWhere(s, s.Codebook.Code(args[0]).Key, who, where); err != nil {
						return "", err
					}
				}
				if dry {
					e.tell("%d of yours would go to %s", len(ids), args[1])
					return "", nil
				}
				n, err := s.SplitCode(dir, args[0], who, []cases.Part{{NewCode: cases.NewCode{Key: args[1], Label: label, Origin: "emergent"}, Codings: ids}})
				if err != nil {
					return "", err
				}
				e.tell("%s to %s", counted(n, "coding went", "codings went"), args[1])
				return fmt.Sprintf("split the code %s: %d %s to %s", args[0], n, plural(n, "coding went", "codings went"), args[1]), nil
			})
		},
	}
	c.Flags().StringVar(&where, "where", "", "those in whose words a query holds (crosscase help query)")
	c.Flags().StringSliceVar(&ids, "codings", nil, "those with these ids")
	c.Flags().StringVar(&label, "label", "", "how tables print the new code")
	c.Flags().StringVar(&coder, "coder", "", "whose codings")
	dryFlag(c, &dry)
	return c
}

// codingsWhere returns the ids of a person's codings of exactly one code in whose words a query holds.
func codingsWhere(s *cases.Study, code, coder, where string) ([]string, error) {
	q, err := query.Parse(where)
	if err != nil {
		return nil, err
	}
	chosen, err := s.Chosen(cases.Filter{Codes: []string{code}, Coders: []string{coder}, Query: q})
	if err != nil {
		return nil, err
	}
	var ids []string
	for _, c := range chosen {
		if c.Code == code {
			ids = append(ids, c.ID)
		}
	}
	return ids, nil
}
