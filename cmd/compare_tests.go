package cmd

import (
	"strings"

	"github.com/spf13/cobra"

	"crosscase/cases"
	"crosscase/compare"
	"crosscase/compare/frequency"
	"crosscase/compare/table"
)

// The command answers to test as well; a file of that name would be one of Go's own tests.
func newCompareTests(e *Env) *cobra.Command {
	var q compare.TestQuestion
	var pair []string
	units := append(cases.StretchKinds(), compare.CaseUnit)
	return newCounting(e, counting{
		use: "tests ATTRIBUTE | --pair CODE,CODE", aliases: []string{"test"},
		short: "Codes by the groups of an attribute, or code by code: effects first, then exact tests",
		long: `Counts come first, then the size of the difference, then Fisher's exact test with p values corrected for the number of codes. Cases of a qualitative study
are chosen, not drawn at random: p says nothing of others.

  --pair trust,money    two codes on the same units: fourfold table, phi, odds ratio, Fisher, McNemar`,
		example: `  crosscase compare tests size
  crosscase compare tests size --unit turn --role informant --adjust BH
  crosscase compare tests --pair trust,money --unit turn --explain`,
		args: cobra.MaximumNArgs(1), completes: completion(e, attributeNames),
		flags: func(c *cobra.Command) {
			codeFlag(e, c, &q.Filter)
			placeFlags(e, c, &q.Filter)
			structuralFlag(c, &q.Structural)
			fl := c.Flags()
			fl.StringSliceVar(&pair, "pair", nil, "two codes, compared on the same units")
			fl.StringVar(&q.Unit, "unit", compare.CaseUnit, "what is counted: "+strings.Join(units, ", "))
			fl.StringVar(&q.Adjust, "adjust", "holm", "correction of the p values: "+strings.Join(frequency.Adjustments(), ", "))
			fl.IntVar(&q.Draws, "draws", 20000, "tables drawn where there are too many to go through all")
			fl.Uint64Var(&q.Seed, "seed", 1, "of the random numbers")
			fl.BoolVar(&q.Explain, "explain", false, "print formulas, the numbers that went in, and papers")
			completeChoice(c, "unit", units...)
			completeChoice(c, "adjust", frequency.Adjustments()...)
			_ = c.RegisterFlagCompletionFunc("pair", completion(e, codeNames))
		},
		check: func(args []string) error {
			switch {
			case len(args) == 0 && len(pair) == 0:
				return usagef("which groups?\nhint: name an attribute of attributes.yaml, or two codes with --pair")
			case len(args) > 0 && len(pair) > 0:
				return usagef("--pair compares two codes, an attribute the groups of cases\nhint: ask for one at a time")
			case len(pair) > 0 && len(pair) != 2:
				return usagef("--pair takes two codes, not %d\nhint: write --pair trust,money", len(pair))
			}
			if err := oneOf("unit", q.Unit, units); err != nil {
				return err
			}
			if err := oneOf("adjust", q.Adjust, frequency.Adjustments()); err != nil {
				return err
			}
			return atLeast("draws", q.Draws, 100)
		},
		answer: func(a answering) ([]*table.Table, error) {
			if len(pair) == 2 {
				return compare.CodesPaired(a.study, pair[0], pair[1], q, a.options)
			}
			asked := q
			asked.By = a.args[0]
			return compare.CodesByGroup(a.study, asked, a.options)
		},
	})
}

func attributeNames(s *cases.Study) (out [][2]string) {
	for _, a := range s.Attributes {
		out = append(out, [2]string{a.Key, a.Title()})
	}
	return out
}
