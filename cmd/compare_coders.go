package cmd

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"crosscase/cases"
	"crosscase/compare"
	"crosscase/compare/table"
)

func newCompareCoders(e *Env) *cobra.Command {
	var out output
	var seen blindness
	q := compare.CodersQuestion{Seed: 1}
	var disagreements, confusion, values, says bool
	var interval string
	c := &cobra.Command{
		Use:   "coders [CODER …]",
		Short: "How far coders agree, code by code, and where they do not",
		Long: `Only documents that every coder has recorded as read (crosscase coding read) enter, code by code. What a coder
took over from proposals is left out of independent work. Without names, everybody who has recorded a reading is compared. The machine coders
guide and rules may stand in any place: that measures them against people.

  --unit turn        the units that are judged: sentence, paragraph, turn, question, document; or span, for
                     passages as the coders marked them (u-alpha and its kin, by characters)
  --key ann          ann's work is the key: precision, recall and F1 of the others
  --disagreements    the units on which they differ, in the code or in what it says, with what each of them coded
  --confusion        which codes two coders gave the same units
  --values           the values of codes (known, used, dropped …): alpha nominal and ordinal, weighted kappa
  --says             what passages say of their code (for, against, qualified), where both gave it: alpha, AC1
  --explain          formulas, the numbers that went in, papers

What each coefficient is for stands in compare/agree/README.md.`,
		Example: `  crosscase compare coders ann ben
  crosscase compare coders ann ben --disagreements
  crosscase compare coders ann ben --unit span
  crosscase compare coders ann rules --key ann --unit sentence
  crosscase compare coders ann ben cyn --code trust --coefficient alpha,light --explain`,
		ValidArgsFunction: completion(e, coderNames),
		RunE: func(c *cobra.Command, args []string) error {
			q.Coders = args
			q.Deviations = interval == "krippendorff"
			if err := checkCoders(q, interval, disagreements, confusion, values, says); err != nil {
				return err
			}
			s, _, err := seen.open(c.Context(), e)
			if err != nil {
				return err
			}
			o, err := out.options(e, s)
			if err != nil {
				return err
			}
			var tables []*table.Table
			switch {
			case disagreements:
				var t *table.Table
				t, err = compare.Disagreements(s, q, o)
				tables = []*table.Table{t}
			case confusion:
				var t *table.Table
				t, err = compare.Confusion(s, q, o)
				tables = []*table.Table{t}
			case values:
				tables, err = compare.CodersValues(s, q, o)
			case says:
				tables, err = compare.CodersSays(s, q, o)
			default:
				tables, err = compare.Coders(s, q, o)
			}
			if err != nil {
				return err
			}
			return out.print(e, tables...)
		},
	}
	out.flags(c)
	seen.flags(c)
	fl := c.Flags()
	fl.StringVar(&q.Unit, "unit", "turn", strings.Join(compare.UnitKinds(), ", "))
	codeFlag(e, c, &q.Filter)
	placeFlags(e, c, &q.Filter)
	fl.StringVar(&q.Key, "key", "", "the coder whose work is the key for the others")
	fl.BoolVar(&disagreements, "disagreements", false, "list the units on which they differ")
	fl.BoolVar(&confusion, "confusion", false, "which codes two coders gave the same units")
	fl.BoolVar(&values, "values", false, "how far they agree on the values of codes, for codes that have values")
	fl.BoolVar(&says, "says", false, "how far they agree on what passages say of their code: for, against, qualified")
	fl.BoolVar(&q.Accepted, "accepted", false, "count what was taken over from proposals, too")
	fl.BoolVar(&q.Seen, "seen", false, "count documents, too, in which a coder who codes blind looked at the others' codings (--all-coders)")
	fl.StringSliceVar(&q.Coefficients, "coefficient", nil, strings.Join(compare.Coefficients(), ", ")+" (default alpha, kappa, ac1; for more than two coders alpha, fleiss, ac1)")
	fl.IntVar(&q.Resamples, "resamples", 5000, "how often units are drawn for an interval; 0: no intervals")
	fl.Uint64Var(&q.Seed, "seed", 1, "of the random numbers; the same seed gives the same interval")
	fl.StringVar(&interval, "interval", "units", "units: draw units; krippendorff: Krippendorff's algorithm, for alpha")
	fl.BoolVar(&q.Explain, "explain", false, "print formulas, the numbers that went in, and papers")
	completeChoice(c, "unit", compare.UnitKinds()...)
	completeChoice(c, "coefficient", compare.Coefficients()...)
	completeChoice(c, "interval", "units", "krippendorff")
	_ = c.RegisterFlagCompletionFunc("key", completion(e, coderNames))
	return c
}

// checkCoders refuses flags that mean nothing, or nothing together.
func checkCoders(q compare.CodersQuestion, interval string, disagreements, confusion, values, says bool) error {
	if err := oneOf("unit", q.Unit, compare.UnitKinds()); err != nil {
		return err
	}
	if err := oneOf("interval", interval, []string{"units", "krippendorff"}); err != nil {
		return err
	}
	for _, name := range q.Coefficients {
		if err := oneOf("coefficient", name, compare.Coefficients()); err != nil {
			return err
		}
	}
	if err := atLeast("resamples", q.Resamples, 0); err != nil {
		return err
	}
	var answers []string
	for _, a := range []struct {
		flag  string
		asked bool
	}{{"--disagreements", disagreements}, {"--confusion", confusion}, {"--values", values}, {"--says", says}, {"--key", q.Key != ""}} {
		if a.asked {
			answers = append(answers, a.flag)
		}
	}
	switch {
	case len(answers) > 1:
		return usagef("these are different answers: %s\nhint: ask for one at a time", strings.Join(answers, ", "))
	case q.Explain && (disagreements || confusion):
		return usagef("%s holds no figures to explain\nhint: leave out --explain", answers[0])
	case q.Key != "" && q.Unit == compare.SpanUnit:
		return usagef("--key counts units, and free passages are none\nhint: choose --unit sentence, paragraph, turn, question or document")
	case q.Unit == compare.SpanUnit && len(q.Coefficients) > 0:
		return usagef("--coefficient names coefficients of given units, and free passages have others\nhint: leave it out, or choose another --unit")
	}
	return nil
}

func coderNames(s *cases.Study) (out [][2]string) {
	for _, name := range s.KnownCoders() {
		label := ""
		if i := slices.IndexFunc(s.Coders, func(c cases.Coder) bool { return c.Name == name }); i >= 0 {
			label = s.Coders[i].Label
		}
		out = append(out, [2]string{name, label})
	}
	return out
}
