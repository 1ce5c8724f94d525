package cmd

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"crosscase/cases"
	"crosscase/corpus/plainfile"
)

func newCorpusSet(e *Env) *cobra.Command {
	return &cobra.Command{
		Use:   "set DOCUMENT FIELD=VALUE …",
		Short: "Say which case, kind, date, title or language a document has",
		Long: `Sets what is known of a document: case, kind, date, title, language, issuer. case=a makes it belong to that case and to no
other, case=a,b to both, case=none to none. The text and its codings stay as they are; crosscase undo takes it back.`,
		Example: `  crosscase corpus set annual-report-2022.txt case=a kind=annual-report date=2022
  crosscase corpus set interview-7.txt language=nn title="Interview with the night nurse"`,
		Args:              cobra.MinimumNArgs(2),
		ValidArgsFunction: completion(e, documentNames),
		RunE: func(c *cobra.Command, args []string) error {
			for _, arg := range args[1:] {
				if field, value, ok := strings.Cut(arg, "="); !ok || field == "" || field == "case" && value == "" {
					return usagef("%q is not FIELD=VALUE\nhint: for example kind=interview; case=none takes a document out of its cases", arg)
				}
			}
			return e.change(c.Context(), "", func(s *cases.Study, dir plainfile.Dir) (string, error) {
				var set []string
				for _, arg := range args[1:] {
					field, value, _ := strings.Cut(arg, "=")
					if err := s.SetDocument(dir, args[0], field, value); err != nil {
						return "", err
					}
					set = append(set, field)
				}
				for _, arg := range args[1:] {
					fmt.Fprintf(e.Stdout, "%s: %s\n", args[0], strings.Replace(arg, "=", " = ", 1))
				}
				return fmt.Sprintf("set %s of %s", strings.Join(set, ", "), args[0]), nil
			})
		},
	}
}
