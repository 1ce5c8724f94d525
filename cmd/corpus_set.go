package cmd

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"crosscase/cases"
	"crosscase/corpus/plainfile"
)

func newCorpusSet(e *Env) *cobra.Command {
	return &cobra.Command{
		Use:   "set DOCUMENT … FIELD=VALUE …",
		Short: "Say which case, kind, date, title, language or length documents have",
		Long: `Sets what is known of documents: case, kind, date, title, language, issuer, duration (of an interview, as 45 min or 1:18:00). case=a makes it belong to that case and to no
other, case=a,b to both, case=none to none. The text and its codings stay as they are; crosscase undo takes it back.`,
		Example: `  crosscase corpus set annual-report-2022.txt case=a kind=annual-report date=2022
  crosscase corpus set interview-7.txt language=nn title="Interview with the night nurse" duration="45 min"
  crosscase corpus set b-plan-2014.txt b-plan-2015.txt case=b kind=plan language=nb`,
		Args:              cobra.MinimumNArgs(2),
		ValidArgsFunction: completion(e, documentNames),
		RunE: func(c *cobra.Command, args []string) error {
			n := slices.IndexFunc(args, func(arg string) bool { return strings.Contains(arg, "=") })
			if n < 0 {
				n = len(args) - 1
			}
			if n == 0 {
				return usagef("name a document and what to set of it\nhint: for example crosscase corpus set plan.txt kind=plan")
			}
			documents, fields := args[:n], args[n:]
			for _, arg := range fields {
				if field, value, ok := strings.Cut(arg, "="); !ok || field == "" || field == "case" && value == "" {
					return usagef("%q is not FIELD=VALUE\nhint: for example kind=interview; case=none takes a document out of its cases", arg)
				}
			}
			return e.change(c.Context(), "", func(s *cases.Study, dir plainfile.Dir) (string, error) {
				for _, key := range documents {
					if s.Document(key) == nil {
						return "", s.UnknownDocument(key)
					}
				}
				var set []string
				for _, arg := range fields {
					field, value, _ := strings.Cut(arg, "=")
					for _, key := range documents {
						if err := s.SetDocument(dir, key, field, value); err != nil {
							return "", err
						}
					}
					set = append(set, field)
				}
				for _, key := range documents {
					for _, arg := range fields {
						fmt.Fprintf(e.Stdout, "%s: %s\n", key, strings.Replace(arg, "=", " = ", 1))
					}
				}
				return fmt.Sprintf("set %s of %s", strings.Join(set, ", "), strings.Join(documents, ", ")), nil
			})
		},
	}
}
