package cmd

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"crosscase/cases"
	"crosscase/compare"
	"crosscase/corpus/catalogue"
	"crosscase/corpus/convert"
	"crosscase/corpus/plainfile"
)

func newCompareDraft(e *Env) *cobra.Command {
	var out output
	var seen blindness
	var flagged, all bool
	var bind []string
	var comments, coder string
	c := &cobra.Command{
		Use:   "draft FILE",
		Short: "Hold the quantified claims of a draft against the codings",
		Long: `Reads a draft (Word, Markdown, text, and whatever else corpus add reads; Norwegian or English), finds sentences that
say of how many or of which cases something holds ("two of the four", «både A og D», "none of the libraries"), binds them to
codes, and says what carries them: in which cases it is, denied, not raised or unread, whether one informant speaks for a
case, and the passages against it. It tests whether the text agrees with the coding, not whether it is true.

A claim is bound by a mark in the text ({benchmarking}, several {a b}, none {-}; in Markdown also <!-- benchmarking -->), by
what a person confirmed with --bind, or by the words of the code book, which a question mark shows. Claims that are hedged,
or bound to no code, are counted and never flagged. Flagged is what is unsupported or contradicted: exit code 1.

A sentence that says of how many something holds, but of what the linter cannot tell ("most of the leaders"), is reported as not
understood: say in crosscase.yaml what the cases are called (case-words: [leaders]), or say in a mark of how many or of which
cases ({benchmarking: 2 of 4}, {benchmarking: a -b}; {-} if it is no claim about the cases). What the lines below the table
count adds up: bound, hedged, not bound to a code, not understood. Beside them is counted what names a case or a code and was
not read as a claim; --all lists it.

compare/CLAIMS.md in the repository has the rules.`,
		Example: `  crosscase compare draft chapter.md
  crosscase compare draft chapter.docx --comments chapter-checked.docx
  crosscase compare draft chapter.md --flagged --why
  crosscase compare draft chapter.md --bind 3,4=benchmarking,7=-`,
		Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			if comments != "" && !strings.EqualFold(filepath.Ext(args[0]), ".docx") {
				return usagef("%s is no Word file; comments are written into one only\nhint: leave out --comments, or give the draft as .docx", args[0])
			}
			if comments != "" && sameFile(e.path(args[0]), e.path(comments)) {
				return usagef("--comments would write over the draft itself\nhint: name another file, such as checked.docx")
			}
			if len(bind) > 0 {
				if err := bindClaims(c.Context(), e, args[0], bind, coder); err != nil {
					return err
				}
			}
			s, _, err := seen.open(c.Context(), e)
			if err != nil {
				return err
			}
			o, err := out.options(e, s)
			if err != nil {
				return err
			}
			draft, err := readDraft(c.Context(), e, s, args[0])
			if err != nil {
				return err
			}
			found, aside := compare.Draft(s, draft.Sentences, draft.Language)
			passed := compare.PassedOverNotes(compare.PassedOver(s, draft.Sentences, found, draft.Language), all, o.Language)
			if comments != "" {
				data, err := draft.Commented(s, found, flagged, o)
				if err != nil {
					return catalogue.Errorf("%s: %w", args[0], err)
				}
				to := output{file: comments}
				if _, err := to.write(e, data); err != nil {
					return err
				}
				e.tell("wrote %s", comments)
				fmt.Fprintln(e.Stderr, compare.DraftCounts(len(draft.Sentences), found, aside, o.Language))
				for _, line := range passed {
					fmt.Fprintln(e.Stderr, line)
				}
			} else {
				t, err := compare.DraftTable(s, filepath.Base(args[0]), len(draft.Sentences), found, aside, flagged, o)
				if err != nil {
					return err
				}
				t.Notes = append(t.Notes, passed...)
				if err := out.print(e, t); err != nil {
					return err
				}
			}
			for i := range found {
				if found[i].Flagged() {
					return errSilent
				}
			}
			return nil
		},
	}
	out.flags(c)
	seen.flags(c)
	c.Flags().BoolVar(&flagged, "flagged", false, "only claims that are unsupported or contradicted")
	c.Flags().BoolVar(&all, "all", false, "list the sentences, too, that name a case or a code and were not read as claims")
	c.Flags().StringVar(&comments, "comments", "", "write a copy of a Word draft with a comment beside each claim to this file")
	c.Flags().StringSliceVar(&bind, "bind", nil, "confirm what claims speak of: 3 (as shown), 4=CODE, 4=CODE+CODE, 7=- (of no code)")
	c.Flags().StringVar(&coder, "coder", "", "who confirms (default the study's only coder)")
	return c
}

// sameFile tells whether two paths lead to one file.
func sameFile(a, b string) bool {
	x, err := os.Stat(a)
	y, other := os.Stat(b)
	return err == nil && other == nil && os.SameFile(x, y)
}

func readDraft(ctx context.Context, e *Env, s *cases.Study, name string) (*compare.DraftFile, error) {
	data, err := os.ReadFile(e.path(name))
	var p *fs.PathError
	if errors.As(err, &p) {
		return nil, catalogue.Errorf("%s: cannot be read: %w", name, p.Err)
	}
	if err != nil {
		return nil, err
	}
	draft, err := compare.ReadDraft(ctx, s, name, data, convert.Options{CacheDir: e.CacheDir})
	if err != nil {
		return nil, catalogue.Errorf("%s: %w", name, err)
	}
	return draft, nil
}

// bindClaims keeps what a person says that claims of a draft speak of.
func bindClaims(ctx context.Context, e *Env, name string, bind []string, coder string) error {
	return e.change(ctx, coder, func(s *cases.Study, dir plainfile.Dir) (string, error) {
		who, err := e.coder(s, coder)
		if err != nil {
			return "", err
		}
		draft, err := readDraft(ctx, e, s, name)
		if err != nil {
			return "", err
		}
		found, _ := compare.Draft(s, draft.Sentences, draft.Language)
		var bindings []cases.Binding
		for _, b := range bind {
			number, codes, given := strings.Cut(b, "=")
			n, err := strconv.Atoi(number)
			if err != nil || n < 1 || n > len(found) || !given && len(found[n-1].Codes) == 0 {
				return "", usagef("--bind %s names no claim of the draft, or one that no code was found for\nhint: write the number of a claim, or number=code; number=- for one that speaks of no code", b)
			}
			binding := cases.Binding{Sentence: found[n-1].Sentence.Text, By: who, On: e.today()}
			switch {
			case !given:
				for _, c := range found[n-1].Codes {
					binding.Codes = append(binding.Codes, c.Key)
				}
			case codes != "-":
				binding.Codes = strings.Split(codes, "+")
			}
			bindings = append(bindings, binding)
		}
		if err := s.Bind(dir, bindings); err != nil {
			return "", err
		}
		return fmt.Sprintf("bound %d %s of %s", len(bindings), plural(len(bindings), "claim", "claims"), filepath.Base(name)), nil
	})
}
