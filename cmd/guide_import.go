package cmd

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"crosscase/cases"
	"crosscase/coding"
	"crosscase/corpus/catalogue"
	"crosscase/corpus/convert"
	"crosscase/corpus/plainfile"
)

func newGuideImport(e *Env) *cobra.Command {
	var replace, dry bool
	c := &cobra.Command{
		Use:   "import FILE",
		Short: "Read the interview guide from a text, Markdown, Word, OpenDocument, RTF, HTML or PDF file",
		Long: `Themes are headings, lines such as "Theme 2: …" and, where there are no headings, short lines above questions.
Questions are numbered lines (1., 1.1, Q1, [Q2.1], Question 3:) or, in a theme without numbers, the bullets or the lines
that end in a question mark. What stands below a question in another form or set in, or behind "Follow-up:", "Probe:",
"Listen for:" and the like, are its probes. A table has columns of themes, questions and probes.

A guide that takes the place of another one (--replace) keeps its keys: a question is the same by its own name ([Q2.1]), by its words or by half of
them, and what it was called before stays as another way to ask it. A new one gets a key that no question had.

What was left out is listed with the reason: consent, instructions to the interviewer, forms of attributes, running text.`,
		Example: "  crosscase guide import interview-guide.docx\n  crosscase guide import interview-guide.docx --dry-run",
		Args:    cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			return runGuideImport(c.Context(), e, args[0], replace, dry)
		},
	}
	c.Flags().BoolVar(&replace, "replace", false, "replace the guide that is there")
	c.Flags().BoolVar(&dry, "dry-run", false, "print what was found and left out, and change nothing")
	return c
}

func runGuideImport(ctx context.Context, e *Env, file string, replace, dry bool) error {
	data, err := os.ReadFile(e.path(file))
	if err != nil {
		return catalogue.Errorf("%s: there is no such file", file)
	}
	text, err := readOutline(ctx, e, file, data)
	if err != nil {
		return catalogue.Errorf("%s: %w", file, err)
	}
	g, left := coding.ParseGuide(text)
	if len(g.Questions()) == 0 {
		return catalogue.Errorf("%s: no question was found\nhint: number the questions (1. …), or write guide.yaml by hand", file)
	}
	if dry {
		var became []coding.Succession
		if _, err := e.root(); err == nil {
			s, _, err := e.open()
			if err != nil {
				return err
			}
			g, became = s.NextGuide(g)
			defer e.tellSuccession(s, became)
		}
		printGuide(e, g, left)
		e.tell("%s; nothing was written", guideCounts(g))
		return nil
	}
	return e.change(ctx, "", func(s *cases.Study, dir plainfile.Dir) (string, error) {
		if n := len(s.Guide.Questions()); n > 0 && !replace {
			return "", catalogue.Errorf("%s holds %d %s already\nhint: --replace puts this guide in its place; questions keep their keys by their words (--dry-run shows which)", coding.GuideFile, n, plural(n, "question", "questions"))
		}
		g, became := s.NextGuide(g)
		g.Language = s.Language
		out, err := coding.EncodeGuide(g)
		if err != nil {
			return "", err
		}
		if err := dir.Write(coding.GuideFile, out); err != nil {
			return "", err
		}
		printGuide(e, g, left)
		e.tell("wrote %s: %s", coding.GuideFile, guideCounts(g))
		e.tellSuccession(s, became)
		return fmt.Sprintf("imported the guide from %s: %d %s", filepath.Base(file), len(g.Questions()), plural(len(g.Questions()), "question", "questions")), nil
	})
}

// tellSuccession says which questions of the guide before are asked in other words, new or gone.
func (e *Env) tellSuccession(s *cases.Study, became []coding.Succession) {
	if len(s.Guide.Questions()) == 0 {
		return
	}
	kept, again := 0, false
	for _, x := range became {
		switch {
		case x.Was.Key == "":
			e.tell("%s is new: %s", x.Is.Key, e.lang().Quote(x.Is.Label()))
		case x.Is.Key == "":
			asked, codes := s.Naming(x.Was.Key)
			if asked+codes == 0 { // its key is free
				e.tell("asked no longer: %s", e.lang().Quote(x.Was.Label()))
				continue
			}
			e.tell("%s is asked no longer: %s (found in interviews %s, named by %s)", x.Was.Key, e.lang().Quote(x.Was.Label()), counted(asked, "time", "times"), counted(codes, "code", "codes"))
			continue
		case x.Reworded():
			e.tell("%s is asked in other words: %s, before %s", x.Is.Key, e.lang().Quote(x.Is.Label()), e.lang().Quote(x.Was.Label()))
		default:
			kept++
			continue
		}
		again = true
	}
	if kept > 0 {
		e.tell("%s as before", counted(kept, "question", "questions"))
	}
	if again && len(s.Documents) > 0 {
		e.tell("crosscase coding apply looks for them in the interviews")
	}
}

// readOutline returns the text of a file in which the levels of its lists can be seen.
func readOutline(ctx context.Context, e *Env, file string, data []byte) (string, error) {
	return convert.OutlineOf(ctx, filepath.Base(file), data, convert.Options{CacheDir: e.CacheDir})
}

// printGuide prints what was found in a guide, and what was left out and why.
func printGuide(e *Env, g coding.Guide, left []coding.LeftOut) {
	w := e.Stderr
	for _, t := range g.Themes {
		fmt.Fprintf(w, "%s\n", t.Label)
		for _, q := range t.Questions {
			ask := q.Ask
			if q.Topic != "" {
				ask = q.Topic + ": " + ask
			}
			fmt.Fprintf(w, "  %-5s %s\n", q.Key, ask)
			for _, p := range q.Probes {
				fmt.Fprintf(w, "          · %s\n", p)
			}
		}
	}
	fmt.Fprintln(w)
	if printLeftOut(e, left) {
		fmt.Fprintln(w)
	}
}

// printLeftOut prints what was left out, what has one reason together, and tells whether
// there was any.
func printLeftOut(e *Env, left []coding.LeftOut) bool {
	if len(left) == 0 {
		return false
	}
	e.tell("left out:")
	var reasons []string
	for _, l := range left {
		if !slices.Contains(reasons, l.Why) {
			reasons = append(reasons, l.Why)
		}
	}
	for _, why := range reasons {
		fmt.Fprintf(e.Stderr, "  %s\n", e.say("%s", catalogue.Text(why)))
		for _, l := range left {
			if l.Why == why {
				fmt.Fprintf(e.Stderr, "      %s\n", e.say("%s", l.Text))
			}
		}
	}
	return true
}

// guideCounts says what a guide holds: "2 themes, 3 questions, 1 probe".
func guideCounts(g coding.Guide) catalogue.Message {
	probes := 0
	for _, q := range g.Questions() {
		probes += len(q.Probes)
	}
	return catalogue.Text("%s, %s, %s", counted(len(g.Themes), "theme", "themes"), counted(len(g.Questions()), "question", "questions"), counted(probes, "probe", "probes"))
}
