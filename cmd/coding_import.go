package cmd

import (
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"crosscase/cases"
	"crosscase/coding"
	"crosscase/corpus/catalogue"
	"crosscase/corpus/convert"
	"crosscase/corpus/plainfile"
)

// importingComments are the flags of coding import.
type importingComments struct {
	document, coder string
	authors         []string
	dry             bool
}

func newCodingImport(e *Env) *cobra.Command {
	var f importingComments
	c := &cobra.Command{
		Use:   "import FILE.docx --document DOCUMENT",
		Short: "Read comments in a Word file of a transcript as codings",
		Long: `A comment names a code by its key or label; what stands behind a colon becomes the note. "CODE, against" or "CODE: against, note" says the direction, as
does qualified; without one it is for. Its author is the coder of that name or label, or
the one that --author says; --coder takes all comments for one person. The place is found by the words that the comment is set to and by what stands around them. What could not
be bound to a code, a coder and one place is listed and left.`,
		Example: `  crosscase coding import a-interview.docx --document a-interview.txt
  crosscase coding import a-interview.docx --document a-interview.txt --author "Kari Nordmann=ann" --dry-run`,
		Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			if f.document == "" {
				return usagef("of which document?\nhint: add --document a-interview.txt")
			}
			return runImportComments(c.Context(), e, args[0], f)
		},
	}
	c.Flags().StringVar(&f.document, "document", "", "the document that the Word file is a copy of")
	c.Flags().StringVar(&f.coder, "coder", "", "whose codings all comments are")
	c.Flags().StringArrayVar(&f.authors, "author", nil, "who an author is: \"Name in Word=coder\"")
	c.Flags().BoolVar(&f.dry, "dry-run", false, "show what would be coded, and write nothing")
	_ = c.RegisterFlagCompletionFunc("document", completion(e, documentNames))
	return c
}

func runImportComments(ctx context.Context, e *Env, file string, f importingComments) error {
	data, err := os.ReadFile(e.path(file))
	if err != nil {
		return catalogue.Errorf("%s: there is no such file", file)
	}
	comments, err := convert.WordComments(ctx, data)
	if err != nil {
		return catalogue.Errorf("%s: %w", file, err)
	}
	if len(comments) == 0 {
		return catalogue.Errorf("%s: holds no comments\nhint: select words in Word, and give them a comment with the key or label of a code", file)
	}
	return e.change(ctx, f.coder, func(s *cases.Study, dir plainfile.Dir) (string, error) {
		coders := map[string]string{}
		if f.coder != "" {
			who, err := e.coder(s, f.coder)
			if err != nil {
				return "", err
			}
			coders[""] = who
		}
		for _, a := range f.authors {
			author, name, _ := strings.Cut(a, "=")
			who, err := e.coder(s, strings.TrimSpace(name))
			if err != nil {
				return "", err
			}
			coders[strings.TrimSpace(author)] = who
		}
		list, err := s.BindComments(f.document, comments, coders)
		if err != nil {
			return "", err
		}
		who := map[string]string{}
		fresh, changed, there := 0, 0, 0
		for _, b := range list {
			if b.Why != "" {
				e.tell("left: %q by %s on %q: %s", shown(b.Text), b.Author, cases.Beginning(shown(b.Comment.Quote), 60), catalogue.Text(b.Why))
				continue
			}
			who[b.Author] = b.Coder
			what := ""
			switch {
			case b.Was == nil:
				fresh++
			case b.There():
				there++
				what = "  (" + e.say("coded already") + ")"
			default:
				changed++
				what = "  (" + e.say("changed") + ")"
				if says, err := coding.ParseSays(b.Says); err == nil && says != b.Was.Says {
					what = "  (" + e.say("changed from %s to %s", e.lang().Say(string(b.Was.Says)), e.lang().Say(string(says))) + ")"
				}
			}
			fmt.Fprintf(e.Stdout, "%s  %s  %s  %s%s\n", e.directed(b.Code, coding.Says(b.Says)), b.Coder, b.Locator, cases.Beginning(shown(b.Comment.Quote), 60), what)
		}
		for _, author := range slices.Sorted(maps.Keys(who)) {
			e.tell("%s is %s", author, who[author])
		}
		if f.dry {
			e.tell("of %d comments %d would be coded, %d changed, %d are coded already, %d would be left; nothing was written", len(list), fresh, changed, there, len(list)-fresh-changed-there)
			return "", nil
		}
		n, err := s.WriteComments(dir, list)
		if err == nil {
			e.tell("of %d comments %d coded, %d changed, %d coded already, %d left", len(list), fresh, changed, there, len(list)-fresh-changed-there)
		}
		if n == 0 {
			return "", err
		}
		return fmt.Sprintf("coded %d comments of %s", n, filepath.Base(file)), err
	})
}
