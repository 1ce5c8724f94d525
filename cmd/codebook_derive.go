package cmd

import (
	"fmt"

	"github.com/spf13/cobra"

	"crosscase/cases"
	"crosscase/coding"
	"crosscase/corpus/catalogue"
	"crosscase/corpus/plainfile"
)

func newCodebookDerive(e *Env) *cobra.Command {
	return &cobra.Command{
		Use:   "derive",
		Short: "Add a code for each theme and question of the guide that has none",
		Long: `What stands in codebook.yaml stays as it is, comments and order included: a code that you renamed, moved
or changed still names its question and is not derived again.`,
		Example: "  crosscase codebook derive",
		Args:    cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			return e.change(c.Context(), "", func(s *cases.Study, dir plainfile.Dir) (string, error) {
				if len(s.Guide.Questions()) == 0 {
					return "", catalogue.Errorf("the guide has no questions\nhint: crosscase guide import FILE reads it")
				}
				add := coding.Derive(s.Guide, s.Codebook)
				if len(add) == 0 {
					e.tell("every theme and question has its code; nothing was changed")
					return "", nil
				}
				data, there, err := dir.ReadIfThere(coding.CodebookFile)
				if err != nil {
					return "", err
				}
				if !there {
					data = []byte("format: 1\ncodes: []\n")
				}
				if data, err = coding.AddCodes(data, s.Codebook, add); err != nil {
					return "", catalogue.Errorf("%s: %w", coding.CodebookFile, err)
				}
				if err := dir.Write(coding.CodebookFile, data); err != nil {
					return "", err
				}
				n := 0
				for _, d := range add {
					n += 1 + len(d.Code.Children)
				}
				e.tell("added %d %s to %s", n, plural(n, "code", "codes"), coding.CodebookFile)
				return fmt.Sprintf("derived %d %s from the guide", n, plural(n, "code", "codes")), nil
			})
		},
	}
}
