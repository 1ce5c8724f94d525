package cmd

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"crosscase/cases"
	"crosscase/coding"
	"crosscase/compare"
	"crosscase/corpus"
	"crosscase/corpus/catalogue"
	"crosscase/corpus/plainfile"
)

// adjudicating are the flags of coding adjudicate.
type adjudicating struct {
	seen                    blindness
	out                     output
	code, document          []string
	all, none, reopen, walk bool
	n                       cases.NewCoding
}

func newCodingAdjudicate(e *Env) *cobra.Command {
	var f adjudicating
	c := &cobra.Command{
		Use:   "adjudicate [CODE LOCATOR]",
		Short: "Settle what coders differ on, with the reason",
		Long: `Lists the places at which those who have read a document for a code (coding read) differ: on whether the code stands there
(presence), on which code does (code), on the limits (boundary), or on what the passage says (direction).

With a code and a place it records what was decided, and why: the code stands at exactly this place, or with --none it does not stand there. The
decision is in the name of consensus. In tables it stands before what each coder said of that code over those words; agreement (compare coders)
is computed on the coders' own work as before.

--walk goes through the open ones, a key each.`,
		Example: `  crosscase coding adjudicate
  crosscase coding adjudicate benchmarking a-interview.txt:812-1043 --because "the second sentence is about plans"
  crosscase coding adjudicate rewards a-interview.txt:90-140 --none --because "he speaks of another town"
  crosscase coding adjudicate --walk`,
		Args:              cobra.MaximumNArgs(2),
		ValidArgsFunction: completion(e, codeNames),
		RunE: func(c *cobra.Command, args []string) error {
			if err := ofSaysAndBasis([]string{f.n.Says}, f.n.Basis); err != nil {
				return err
			}
			switch {
			case len(args) == 1:
				return usagef("which place?\nhint: crosscase coding adjudicate CODE LOCATOR; without either it lists the disagreements")
			case len(args) == 2:
				f.n.Code, f.n.Locator = args[0], args[1]
				return settle(c.Context(), e, f.n, f.none, f.reopen)
			case f.walk:
				return walkDisagreements(c.Context(), e, f)
			}
			return listDisagreements(c.Context(), e, f)
		},
	}
	f.out.flags(c)
	f.seen.flags(c)
	c.Flags().StringSliceVar(&f.code, "code", nil, "list only these codes")
	c.Flags().StringSliceVar(&f.document, "document", nil, "list only these documents")
	c.Flags().BoolVar(&f.all, "all", false, "list also what is settled, with the reason")
	c.Flags().BoolVar(&f.walk, "walk", false, "go through the open ones at the terminal")
	c.Flags().BoolVar(&f.none, "none", false, "the code does not stand there")
	c.Flags().BoolVar(&f.reopen, "reopen", false, "take back what was decided there")
	c.Flags().StringVar(&f.n.Note, "because", "", "the reason")
	c.Flags().StringVar(&f.n.Says, "says", "", "for, against or qualified (default: what all who gave the code there say)")
	c.Flags().StringVar(&f.n.Basis, "basis", "", "experience, hearsay, plan, report or inferred (default: what all say)")
	c.Flags().StringVar(&f.n.Value, "value", "", "one of the code's values (default: what all say)")
	c.Flags().StringVar(&f.n.When, "when", "", "date or period that it speaks of (default: what all say)")
	_ = c.RegisterFlagCompletionFunc("code", completion(e, codeNames))
	_ = c.RegisterFlagCompletionFunc("document", completion(e, documentNames))
	return c
}

// open returns the disagreements that are asked for, and tells if there are none.
func (f adjudicating) open(e *Env, s *cases.Study) ([]cases.Disagreement, error) {
	list, err := f.disagreements(s)
	if err == nil && len(list) == 0 {
		e.tell("no disagreement is open among coders who have recorded what they read (coding read)")
	}
	return list, err
}

// disagreements returns those that the flags choose.
func (f adjudicating) disagreements(s *cases.Study) ([]cases.Disagreement, error) {
	codes, documents := map[string]bool{}, map[string]bool{}
	for _, key := range f.code {
		code := s.Codebook.Code(key)
		if code == nil {
			return nil, s.UnknownCode(key)
		}
		codes[code.Key] = true
	}
	for _, key := range f.document {
		if s.Document(key) == nil {
			return nil, s.UnknownDocument(key)
		}
		documents[key] = true
	}
	var out []cases.Disagreement
	for _, d := range s.Disagreements() {
		if (len(codes) == 0 || codes[d.Code]) && (len(documents) == 0 || documents[d.Passage.Document]) && (f.all || d.Settled == nil) {
			out = append(out, d)
		}
	}
	return out, nil
}

func listDisagreements(ctx context.Context, e *Env, f adjudicating) error {
	s, _, err := f.seen.open(ctx, e)
	if err != nil {
		return err
	}
	o, err := f.out.options(e, s)
	if err != nil {
		return err
	}
	list, err := f.open(e, s)
	if err != nil || len(list) == 0 {
		return err
	}
	return f.out.print(e, compare.Adjudication(s, list, o))
}

// settle records or takes back one decision.
func settle(ctx context.Context, e *Env, n cases.NewCoding, none, reopen bool) error {
	return e.change(ctx, coding.ConsensusCoder, func(s *cases.Study, dir plainfile.Dir) (string, error) {
		if reopen {
			p, err := corpus.ParsePassage(n.Locator)
			if err != nil {
				return "", err
			}
			if _, ok := s.Settled(n.Code, p); !ok {
				return "", catalogue.Errorf("nothing is settled on %q at %s\nhint: crosscase coding adjudicate --all lists what is", n.Code, p)
			}
			e.tell("reopened: %s at %s", n.Code, p)
			return fmt.Sprintf("reopened %s at %s", n.Code, p), s.Unsettle(dir, n.Code, p)
		}
		return settleIn(e, s, dir, n, none)
	})
}

// settleIn records one decision, tells it, and returns the line for the journal.
func settleIn(e *Env, s *cases.Study, dir plainfile.Dir, n cases.NewCoding, none bool) (string, error) {
	n.On = e.today()
	r, err := s.Settle(dir, n, none)
	if err != nil {
		return "", err
	}
	outcome := catalogue.Text("not coded")
	if !none {
		outcome = settledAs(s, r, n.Locator)
	}
	e.tell("settled: %s at %s: %s", r.Code, r.Passage, outcome)
	return fmt.Sprintf("settled %s at %s: %s", r.Code, r.Passage, outcome), nil
}

// settledAs returns at which place the consensus gives a code, and what the passage says of it where that is not for.
func settledAs(s *cases.Study, r coding.Review, locator string) catalogue.Message {
	for _, c := range s.Codings.Over(r.Passage) {
		if c.Coder != coding.ConsensusCoder || c.Code != r.Code {
			continue
		}
		switch c.Says {
		case coding.Against:
			return catalogue.Text("coded at %s, against", locator)
		case coding.Qualified:
			return catalogue.Text("coded at %s, qualified", locator)
		}
	}
	return catalogue.Text("coded at %s", locator)
}
