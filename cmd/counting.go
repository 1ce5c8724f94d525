package cmd

import (
	"github.com/spf13/cobra"

	"crosscase/cases"
	"crosscase/compare"
	"crosscase/compare/table"
)

// counting is a command that answers with tables: flags, a check of them if they need one, and the question to the study.
type counting struct {
	use, short, long, example string
	aliases                   []string
	args                      cobra.PositionalArgs
	completes                 func(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective)
	flags                     func(c *cobra.Command)
	check                     func(args []string) error
	answer                    func(answering) ([]*table.Table, error)
	end                       func(answering) error // what is told once the answer is printed; nil for nothing
}

// answering is what a counting command answers from.
type answering struct {
	study   *cases.Study
	options compare.Options
	args    []string
}

func newCounting(e *Env, k counting) *cobra.Command {
	var out output
	var seen blindness
	if k.args == nil {
		k.args = cobra.NoArgs
	}
	c := &cobra.Command{
		Use: k.use, Short: k.short, Long: k.long, Example: k.example, Aliases: k.aliases, Args: k.args, ValidArgsFunction: k.completes,
		RunE: func(c *cobra.Command, args []string) error {
			if k.check != nil {
				if err := k.check(args); err != nil {
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
			a := answering{s, o, args}
			tables, err := k.answer(a)
			if err != nil {
				return err
			}
			compare.NotePlanned(s, tables)
			if err := out.print(e, tables...); err != nil || k.end == nil {
				return err
			}
			return k.end(a)
		},
	}
	out.flags(c)
	seen.flags(c)
	if k.flags != nil {
		k.flags(c)
	}
	return c
}

// casesFlag adds the choice of cases.
func casesFlag(e *Env, c *cobra.Command, chosen *[]string) {
	c.Flags().StringSliceVar(chosen, "case", nil, "only these cases, in this order")
	completeCases(e, c, "case")
}

// answerForms returns the tables of some forms, of the chosen cases.
func answerForms(a answering, chosen []string, forms ...string) ([]*table.Table, error) {
	a.options.Cases = chosen
	var tables []*table.Table
	for _, form := range forms {
		t, err := compare.Build(a.study, &cases.TableRecord{Name: form, Form: form}, a.options)
		if err != nil {
			return nil, err
		}
		tables = append(tables, t)
	}
	return tables, nil
}

// codeFlag adds the choice of codes.
func codeFlag(e *Env, c *cobra.Command, f *cases.Filter) {
	c.Flags().StringSliceVar(&f.Codes, "code", nil, "only these codes, and those below them")
	_ = c.RegisterFlagCompletionFunc("code", completion(e, codeNames))
}

// structuralFlag lets codes be counted that mark the answers to questions.
func structuralFlag(c *cobra.Command, structural *bool) {
	c.Flags().BoolVar(structural, "structural", false, "count codes that mark the answers to questions as well")
}

// placeFlags adds the filters of what is counted by place.
func placeFlags(e *Env, c *cobra.Command, f *cases.Filter) {
	fl := c.Flags()
	fl.StringSliceVar(&f.Cases, "case", nil, "only these cases")
	fl.StringArrayVar(&f.Attributes, "attribute", nil, "only cases with this attribute: size=small")
	fl.StringSliceVar(&f.Speakers, "speaker", nil, "only what these speakers say, by their labels")
	fl.StringSliceVar(&f.Roles, "role", nil, "only what speakers of these roles say: interviewer, informant, other")
	fl.StringSliceVar(&f.Sources, "source", nil, "only these documents, or kinds of document")
	_ = c.RegisterFlagCompletionFunc("case", completion(e, caseNames))
	_ = c.RegisterFlagCompletionFunc("source", completion(e, documentNames))
}
