package cmd

import (
	"cmp"
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"crosscase/cases"
	"crosscase/coding"
	"crosscase/corpus"
	"crosscase/corpus/catalogue"
)

func newCorpusShow(e *Env) *cobra.Command {
	var codes, intake, asJSON bool
	var seen blindness
	c := &cobra.Command{
		Use:   "show DOCUMENT | LOCATOR",
		Short: "Show a document, or a passage with what stands around it",
		Example: `  crosscase corpus show a-interview.txt
  crosscase corpus show a-interview.txt:812-1043
  crosscase corpus show a-interview.txt --intake     what was done to the file on its way in`,
		Args:              cobra.ExactArgs(1),
		ValidArgsFunction: completion(e, documentNames),
		RunE: func(c *cobra.Command, args []string) error {
			if intake || asJSON {
				return showIntake(e, args[0], asJSON)
			}
			return runCorpusShow(c.Context(), e, args[0], codes, seen)
		},
	}
	seen.flags(c)
	c.Flags().BoolVar(&codes, "codes", false, "name the codes of each passage below it")
	c.Flags().BoolVar(&intake, "intake", false, "what was normalised, guessed and dropped when the document came in")
	c.Flags().BoolVar(&asJSON, "json", false, "the same as JSON")
	return c
}

// showIntake prints the intake report of a document.
func showIntake(e *Env, key string, asJSON bool) error {
	s, dir, err := e.open()
	if err != nil {
		return err
	}
	d := s.Document(key)
	if d == nil {
		return s.UnknownDocument(key)
	}
	r, err := s.IntakeOf(dir, d)
	if err != nil {
		return err
	}
	t, err := s.Text(key)
	if err != nil {
		return err
	}
	if asJSON {
		return printIntakeJSON(e.Stdout, []intakeJSON{intakeOf(d, len(t.Structure.Turns), r)}, nil, false)
	}
	from := catalogue.Text("%s", d.Original.Name)
	if d.Original.Name == "" {
		from = catalogue.Text("a text dropped in by hand")
	}
	fmt.Fprintln(e.Stdout, e.say("%s, from %s", d.Key, from))
	printReport(e, e.Stdout, r)
	printAccount(e, e.Stdout, r)
	return nil
}

func runCorpusShow(ctx context.Context, e *Env, what string, codes bool, seen blindness) error {
	s, _, err := e.open()
	if err != nil {
		return err
	}
	if s.Document(what) != nil {
		if codes {
			err = seen.lookAt(ctx, e, s, what)
		}
		if err != nil {
			return err
		}
		return showDocument(e, s, what, codes)
	}
	p, err := corpus.ParsePassage(what)
	if err != nil || s.Document(p.Document) == nil {
		if i := strings.LastIndexByte(what, ':'); err == nil && i > 0 {
			what = what[:i]
		}
		return s.UnknownDocument(what)
	}
	if err := seen.lookAt(ctx, e, s, p.Document); err != nil {
		return err
	}
	t, err := s.Text(p.Document)
	if err != nil {
		return err
	}
	if p.End > t.Text.Len() {
		return catalogue.Errorf("%s has %d characters; there is no %s\nhint: crosscase corpus show %s shows it all", p.Document, t.Text.Len(), p.Span, p.Document)
	}
	fmt.Fprintf(e.Stdout, "%s\n%s\n\n", s.Cite(p), p)
	before := t.Text.Slice(corpus.Span{Start: max(0, p.Start-300), End: p.Start})
	after := t.Text.Slice(corpus.Span{Start: p.End, End: min(t.Text.Len(), p.End+300)})
	fmt.Fprintf(e.Stdout, "%s%s%s\n", before, e.marked(t.Text.Slice(p.Span)), after)
	showCodes(e, s, p)
	return nil
}

// marked sets a match apart: in colour on a terminal, in brackets elsewhere.
func (e *Env) marked(s string) string {
	if e.OutTerminal && e.Getenv("NO_COLOR") == "" {
		return "\x1b[1;33m" + s + "\x1b[0m"
	}
	return "[[" + s + "]]"
}

func showDocument(e *Env, s *cases.Study, key string, codes bool) error {
	t, err := s.Text(key)
	if err != nil {
		return err
	}
	fmt.Fprintf(e.Stdout, "%s  (%s)\n", cmp.Or(t.Title, key), strings.TrimSpace(e.lang().DocumentKind(t.Kind)+" "+t.Date))
	last := -1
	for _, b := range t.Structure.Blocks {
		text := t.Text.Slice(b.Span)
		switch {
		case b.Kind == corpus.Heading:
			fmt.Fprintf(e.Stdout, "\n%s %s\n", strings.Repeat("#", b.Level), text)
		case b.Turn >= 0 && b.Turn != last:
			turn := t.Structure.Turns[b.Turn]
			fmt.Fprintf(e.Stdout, "\n%4d %s%s: %s  [%s]\n", b.Turn+1, turn.Speaker, stamped(turn.Time), text, turn.Span)
			last = b.Turn
		default:
			fmt.Fprintf(e.Stdout, "\n     %s  [%s]\n", text, b.Span)
		}
		if codes {
			showCodes(e, s, corpus.Passage{Document: key, Span: b.Span})
		}
	}
	return nil
}

func stamped(time string) string {
	if time == "" {
		return ""
	}
	return " " + time
}

func showCodes(e *Env, s *cases.Study, p corpus.Passage) {
	for _, c := range s.Codings.Over(p) {
		if coding.IsAgain(c.Coder) {
			continue
		}
		if coding.Machine(c.Coder) && !s.Undecided(c) {
			continue
		}
		fmt.Fprintf(e.Stdout, "       | %s  %s %s  %s\n", e.directed(c.Code, c.Says), c.Coder, c.ID, c.Span)
	}
}
