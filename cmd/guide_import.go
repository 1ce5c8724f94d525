package cmd

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"crosscase/cases"
	"crosscase/coding"
	"crosscase/corpus/convert"
	"crosscase/corpus/plainfile"
)

func newGuideImport(e *Env) *cobra.Command {
	var replace bool
	c := &cobra.Command{
		Use:   "import FILE",
		Short: "Read the interview guide from a text, Markdown, Word or PDF file",
		Long: `Headings become themes; numbered lines, lines with an id such as [Q2.1] and, where nothing is numbered,
bullets and lines that end in a question mark become questions; bullets below a question its probes.
What was read as none of these is listed.`,
		Example: "  crosscase guide import interview-guide.docx",
		Args:    cobra.ExactArgs(1),
		RunE:    func(c *cobra.Command, args []string) error { return runGuideImport(c.Context(), e, args[0], replace) },
	}
	c.Flags().BoolVar(&replace, "replace", false, "replace the guide that is there")
	return c
}

func runGuideImport(ctx context.Context, e *Env, file string, replace bool) error {
	data, err := os.ReadFile(e.path(file))
	if err != nil {
		return fmt.Errorf("%s: there is no such file", file)
	}
	result, err := convert.Convert(ctx, filepath.Base(file), data, convert.Options{CacheDir: e.CacheDir})
	if err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	text := result.Text
	if result.Format == "md" {
		text = string(data) // indentation tells probes from questions
	}
	g, passedOver := coding.ParseGuide(text)
	if len(g.Questions()) == 0 {
		return fmt.Errorf("%s: no question was found\nhint: number the questions (1. …), or write guide.yaml by hand", file)
	}
	return e.write(ctx, "", func(s *cases.Study, dir plainfile.Dir) (string, error) {
		if n := len(s.Guide.Questions()); n > 0 && !replace {
			return "", fmt.Errorf("%s holds %d %s already\nhint: --replace puts this guide in its place; codings keep the keys of the old one", coding.GuideFile, n, plural(n, "question", "questions"))
		}
		g.Language = s.Language
		out, err := coding.EncodeGuide(g)
		if err != nil {
			return "", err
		}
		if err := dir.Write(coding.GuideFile, out); err != nil {
			return "", err
		}
		for _, t := range g.Themes {
			fmt.Fprintf(e.Stderr, "%s\n", t.Label)
			for _, q := range t.Questions {
				fmt.Fprintf(e.Stderr, "  %-5s %s\n", q.Key, q.Ask)
				for _, p := range q.Probes {
					fmt.Fprintf(e.Stderr, "          · %s\n", p)
				}
			}
		}
		if len(passedOver) > 0 {
			fmt.Fprintf(e.Stderr, "\nread as neither theme nor question:\n")
			for _, l := range passedOver {
				fmt.Fprintf(e.Stderr, "  %s\n", l)
			}
		}
		fmt.Fprintf(e.Stderr, "\nwrote %s: %d %s in %d %s\n", coding.GuideFile,
			len(g.Questions()), plural(len(g.Questions()), "question", "questions"), len(g.Themes), plural(len(g.Themes), "theme", "themes"))
		return fmt.Sprintf("imported the guide from %s: %d %s", filepath.Base(file), len(g.Questions()), plural(len(g.Questions()), "question", "questions")), nil
	})
}
