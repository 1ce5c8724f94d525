package cmd

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"crosscase/cases"
	"crosscase/compare"
	"crosscase/corpus/catalogue"
	"crosscase/corpus/query"
)

func newQuotes(e *Env) *cobra.Command {
	var out output
	var f cases.Filter
	c := &cobra.Command{
		Use:   "quotes [QUERY]",
		Short: "Coded passages by theme, case and speaker",
		Long:  "Prints the passages that people coded, code by code. A query looks for words in them.",
		Example: `  crosscase quotes --code benchmarking
  crosscase quotes --kind challenge --case a,c --role informant
  crosscase quotes --says against
  crosscase quotes --proposed --code rewards`,
		RunE: func(_ *cobra.Command, args []string) error {
			s, _, err := e.open()
			if err != nil {
				return err
			}
			if len(args) > 0 {
				q, err := query.Parse(strings.Join(args, " "))
				if err != nil {
					return err
				}
				f.Query = q.Wide(s.Synonyms)
			}
			if asksForMachines(f) {
				f.Proposed = true
			}
			quotes, err := s.Quotes(f)
			if err != nil {
				return err
			}
			format, err := out.chosenFormat()
			if err != nil {
				return err
			}
			o, err := out.options(e, s)
			if err != nil {
				return err
			}
			if format != "text" {
				return out.print(e, compare.Quotes(quotes, o))
			}
			return out.printText(e, func(e *Env) error { return printQuotes(e, o.Language, quotes) })
		},
	}
	out.flags(c)
	filterFlags(e, c, &f)
	c.Flags().BoolVar(&f.Proposed, "proposed", false, "proposals that wait for a verdict instead of people's codings")
	_ = c.RegisterFlagCompletionFunc("kind", cobra.FixedCompletions([]string{"adaptation", "challenge", "success-factor", "effect", "context", "structural"}, cobra.ShellCompDirectiveNoFileComp))
	return c
}

func printQuotes(e *Env, l catalogue.Language, quotes []cases.Quoted) error {
	if len(quotes) == 0 {
		fmt.Fprintln(e.Stderr, "no quotes; --proposed shows what the machine coders propose")
		return errSilent
	}
	last := ""
	for _, q := range quotes {
		if q.Code.Key != last {
			fmt.Fprintf(e.Stdout, "## %s (%s)\n\n", q.Code.Path(), q.Code.Key)
			last = q.Code.Key
		}
		tags := append([]string{}, q.Coders...)
		if q.Says != "for" {
			tags = append([]string{string(q.Says)}, tags...)
		}
		who := q.Cite
		if q.Speaker.Label != "" {
			who = cmp.Or(q.Speaker.Name, q.Speaker.Label) + ", " + who
		}
		fmt.Fprintf(e.Stdout, "%s\n    %s  [%s]  %s  %s\n\n", l.Quote(q.Quote), who, strings.Join(tags, ", "), q.Passage, strings.Join(q.Codings, " "))
	}
	fmt.Fprintf(e.Stderr, "%d %s\n", len(quotes), plural(len(quotes), "passage", "passages"))
	return nil
}
