package cmd

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"crosscase/cases"
	"crosscase/corpus/plainfile"
)

func newMemoAdd(e *Env) *cobra.Command {
	var about []string
	var coder string
	var m cases.Memo
	c := &cobra.Command{
		Use:   "add \"TEXT\"",
		Short: "Write down what you think",
		Long: `Writes a file in memos/, which you can go on editing. What the memo is about is code:KEY, case:KEY, document:KEY, study, or a
place; several are several --about. A passage is kept with its words and follows corrections of the text (corpus revise). In
the text, a place in square brackets, [a-interview.txt:812-1043], follows them too. With - the text is read from standard input.`,
		Example: `  crosscase memo add "benchmarking means two things here" --about code:benchmarking --about a-interview.txt:812-1043
  crosscase memo add - --about case:a < notes.txt`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			m.Text = strings.Join(args, " ")
			if m.Text == "-" {
				data, err := io.ReadAll(e.Stdin)
				if err != nil {
					return err
				}
				m.Text = string(data)
			}
			return e.change(c.Context(), coder, func(s *cases.Study, dir plainfile.Dir) (string, error) {
				who, err := e.coder(s, coder)
				if err != nil {
					return "", err
				}
				m.By, m.On = who, e.today()
				made, err := s.AddMemo(dir, m, about)
				if err != nil {
					return "", err
				}
				fmt.Fprintln(e.Stdout, made.Name)
				return "wrote the memo " + made.Name, nil
			})
		},
	}
	c.Flags().StringArrayVar(&about, "about", nil, "code:KEY, case:KEY, document:KEY, study, or a place (default study)")
	c.Flags().StringSliceVar(&m.Links, "link", nil, "names of other memos")
	c.Flags().StringVar(&m.Kind, "kind", "", "theoretical, methodical, or a word of your own")
	c.Flags().BoolVar(&m.Report, "report", false, "let it stand in the report (report --memos)")
	c.Flags().StringVar(&coder, "coder", "", "who writes")
	_ = c.RegisterFlagCompletionFunc("link", completion(e, memoNames))
	return c
}

func memoNames(s *cases.Study) (out [][2]string) {
	for _, m := range s.Memos {
		out = append(out, [2]string{m.Name, ""})
	}
	return out
}
