package cmd

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"crosscase/cases"
	"crosscase/coding"
	"crosscase/corpus"
	"crosscase/corpus/catalogue"
	"crosscase/corpus/plainfile"
)

func newGuideClose(e *Env) *cobra.Command {
	var coder string
	var asked, notAsked, elsewhere []string
	c := &cobra.Command{
		Use:   "close DOCUMENT …",
		Short: "Say that what was asked in an interview stands",
		Long: `Look at guide coverage --why first. What the matcher found becomes your own word then, and every question
that it did not find was not asked. The flags put right what it got wrong; what you wrote before stands.
Of a question that it found in several places, --not-asked QUESTION=PLACE drops one and keeps the others.`,
		Example: `  crosscase guide close a-interview.txt
  crosscase guide close c-interview.txt --not-asked q22,q23 --answered-elsewhere q16
  crosscase guide close c-interview.txt --not-asked q1=c-interview.txt:24-61
  crosscase guide close a-interview.txt --asked q6=a-interview.txt:812-901`,
		Args:              cobra.MinimumNArgs(1),
		ValidArgsFunction: completion(e, documentNames),
		RunE: func(c *cobra.Command, args []string) error {
			if q := twice(asked, notAsked, elsewhere); q != "" {
				return usagef("question %q is said to be two things at once\nhint: name it with one of --asked, --not-asked and --answered-elsewhere", q)
			}
			return e.change(c.Context(), coder, func(s *cases.Study, dir plainfile.Dir) (string, error) {
				who, err := e.coder(s, coder)
				if err != nil {
					return "", err
				}
				for _, q := range slices.Concat(asked, notAsked) {
					_, place, _ := strings.Cut(q, "=")
					if p, err := corpus.ParsePassage(place); err == nil && !slices.Contains(args, p.Document) {
						return "", catalogue.Errorf("%s is no place in %s", p, strings.Join(args, ", "))
					}
				}
				for _, key := range args {
					d := s.Document(key)
					if d == nil {
						return "", s.UnknownDocument(key)
					}
					if !d.Interview() {
						return "", catalogue.Errorf("%s is no interview but %q\nhint: kind: interview in %s makes it one", key, d.Kind, cases.SidecarFile(key))
					}
				}
				for _, key := range args {
					l := s.Layer(who, key)
					for _, set := range []struct {
						how       string
						questions []string
					}{{coding.WasAsked, asked}, {coding.NotAsked, notAsked}, {coding.AnsweredElsewhere, elsewhere}} {
						if err := setAsked(e, s, l, set.how, set.questions); err != nil {
							return "", err
						}
					}
					if err := s.CloseCoverage(dir, l, e.today()); err != nil {
						return "", err
					}
					e.tell("closed the coverage of %s", key)
					for _, q := range slices.Concat(asked, notAsked) {
						question, place, _ := strings.Cut(q, "=")
						p, err := corpus.ParsePassage(place)
						if t, terr := s.Text(key); err == nil && terr == nil && p.Document == key {
							e.tellWords(question+" "+p.String()+"  ", t.Text.Slice(p.Span))
						}
					}
				}
				return fmt.Sprintf("closed the coverage of %d %s", len(args), plural(len(args), "interview", "interviews")), nil
			})
		},
	}
	c.Flags().StringVar(&coder, "coder", "", "who says so")
	c.Flags().StringSliceVar(&asked, "asked", nil, "questions that were asked though the matcher did not find them; QUESTION=PLACE says where")
	c.Flags().StringSliceVar(&notAsked, "not-asked", nil, "questions that were not asked, or QUESTION=PLACE for one of the places at which the matcher has it")
	c.Flags().StringSliceVar(&elsewhere, "answered-elsewhere", nil, "questions that were answered before they were asked, or under another one")
	return c
}

// twice returns a name that stands more than once in some lists, "" if none does.
func twice(lists ...[]string) string {
	seen := map[string]bool{}
	for _, l := range lists {
		for _, s := range l {
			s, _, _ = strings.Cut(s, "=")
			if seen[s] {
				return s
			}
			seen[s] = true
		}
	}
	return ""
}

// setAsked writes a person's line on each question in the place of an earlier one.
func setAsked(e *Env, s *cases.Study, l *coding.Layer, how string, questions []string) error {
	for _, q := range questions {
		if q, place, ok := strings.Cut(q, "="); ok && how != coding.AnsweredElsewhere {
			p, err := corpus.ParsePassage(place)
			if err != nil {
				return err
			}
			if p.Document != l.Document {
				continue // of another interview that is closed
			}
			mark := s.NotAskedThere
			if how == coding.WasAsked {
				mark = s.AskedThere
			}
			if err := mark(l, q, p.Span, e.today()); err != nil {
				return err
			}
			continue
		}
		if how == coding.WasAsked {
			for _, a := range s.AskedAt(l, q) {
				e.tell("%s was found already in %s; its place is kept", q, s.Cite(corpus.Passage{Document: l.Document, Span: a.Anchor.Span}))
			}
		}
		if err := s.MarkQuestion(l, q, how, e.today()); err != nil {
			return err
		}
	}
	return nil
}
