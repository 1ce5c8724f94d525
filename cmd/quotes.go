package cmd

import (
	"cmp"
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"crosscase/cases"
	"crosscase/compare"
	"crosscase/corpus"
	"crosscase/corpus/query"
)

// quoting are the flags of quotes.
type quoting struct {
	limit   int
	limited bool // --limit was typed
	plain   bool
	by      string
	filter  cases.Filter
	seen    blindness
	out     output
}

func newQuotes(e *Env) *cobra.Command {
	var f quoting
	c := &cobra.Command{
		Use:   "quotes [QUERY]",
		Short: "Coded passages by theme, case and speaker",
		Long:  "Prints the passages that people coded, code by code. A query looks for words in them (crosscase help query).",
		Example: `  crosscase quotes --code benchmarking
  crosscase quotes --kind challenge --case a,c --role informant
  crosscase quotes --says against
  crosscase quotes 'time OR money' --by case         how many, in which case
  crosscase quotes --proposed --code rewards`,
		RunE: func(c *cobra.Command, args []string) error {
			f.limited = c.Flags().Changed("limit")
			return runQuotes(c.Context(), e, args, f)
		},
	}
	f.out.flags(c)
	filterFlags(e, c, &f.filter)
	f.seen.flags(c)
	limitFlag(c, &f.limit, 0)
	byFlag(c, &f.by)
	c.Flags().BoolVar(&f.plain, "plain", false, "without the compounds, irregular forms and synonyms of the query's words")
	c.Flags().BoolVar(&f.filter.Proposed, "proposed", false, "proposals that wait for a verdict instead of people's codings")
	completeChoice(c, "kind", "adaptation", "challenge", "success-factor", "effect", "context", "structural")
	return c
}

func runQuotes(ctx context.Context, e *Env, args []string, f quoting) error {
	format, err := f.out.chosenFormat()
	if err != nil {
		return err
	}
	if err := oneOf("by", f.by, append([]string{""}, compare.By()...)); err != nil {
		return err
	}
	if err := atLeast("limit", f.limit, 0); err != nil {
		return err
	}
	if err := ofFilter(f.filter); err != nil {
		return err
	}
	s, _, err := f.seen.open(ctx, e)
	if err != nil {
		return err
	}
	if len(args) > 0 {
		q, err := query.Parse(strings.Join(args, " "))
		if err != nil {
			return err
		}
		if !f.plain {
			q = q.Wide(s.Synonyms)
		}
		f.filter.Query = q
	}
	if asksForMachines(f.filter) {
		f.filter.Proposed = true
	}
	quotes, err := s.Quotes(f.filter)
	if err != nil {
		return err
	}
	o, err := f.out.options(e, s)
	if err != nil {
		return err
	}
	o.Cases = f.filter.Cases
	all := quotes
	quotes = quotes[:firstOf(len(quotes), f.limit, f.limited)]
	switch {
	case f.by != "":
		t, err := compare.QuotesBy(s, all, f.by, o)
		if err != nil {
			return err
		}
		if f.filter.Proposed {
			t.Banner = o.Language.Say("proposed-banner")
		}
		if err := f.out.print(e, t); err != nil {
			return err
		}
	case format != "text":
		t := compare.Quotes(s, quotes, o)
		cut(t, len(quotes), len(all), "passages")
		if err := f.out.print(e, t); err != nil {
			return err
		}
	default:
		err := f.out.printText(e, counted(len(quotes), "passage", "passages"), func(e *Env) error {
			printQuotes(e, s, f.filter.Query, quotes, o)
			return nil
		})
		if err != nil {
			return err
		}
	}
	switch {
	case len(all) == 0:
		e.tell("no quotes; --proposed shows what the machine coders propose")
		return errSilent
	case format != "text":
	case f.by == "" && len(quotes) < len(all):
		e.tell("%d passages, the first %d shown (--limit 0 shows all)", len(all), len(quotes))
	case f.out.file != "": // was said
	default:
		e.tell("%d %s", len(all), plural(len(all), "passage", "passages"))
	}
	return nil
}

// printQuotes prints coded passages, what the query found in them marked.
func printQuotes(e *Env, s *cases.Study, q *query.Query, quotes []cases.Quoted, o compare.Options) {
	last := ""
	matchers := map[string]*query.Matcher{}
	for _, quoted := range quotes {
		if quoted.Code.Key != last {
			fmt.Fprintf(e.Stdout, "## %s (%s)\n\n", quoted.Code.Path(), quoted.Code.Key)
			last = quoted.Code.Key
		}
		of := compare.Quoted(quoted)
		tags := of.Marks(o.Language)
		if len(of.By) == 0 { // else the mark names them
			tags = append(tags, quoted.Coders...)
		}
		who := quoted.Cite
		if quoted.Speaker.Label != "" {
			who = cmp.Or(quoted.Speaker.Name, quoted.Speaker.Label) + ", " + who
		}
		words := quoted.Quote
		if d := s.Document(quoted.Passage.Document); d != nil {
			if d.Date != "" {
				who += " (" + o.Language.Date(d.Date) + ")"
			}
			if q != nil {
				if matchers[d.Language] == nil {
					matchers[d.Language] = q.Matcher(d.Language, s)
				}
				words = e.markedQuote(s, matchers[d.Language], quoted.Passage, words)
			}
		}
		fmt.Fprintf(e.Stdout, "%s\n    %s  [%s]  %s  %s\n", o.Language.Quote(words), who, strings.Join(tags, ", "), quoted.Passage, strings.Join(quoted.Codings, " "))
		if beside := compare.Beside(of, o.Language); beside != "" {
			fmt.Fprintf(e.Stdout, "    %s\n", beside)
		}
		fmt.Fprintln(e.Stdout)
	}
}

// markedQuote marks what a query finds in a passage. What it finds by codes is all of it, and
// stays unmarked.
func (e *Env) markedQuote(s *cases.Study, m *query.Matcher, at corpus.Passage, words string) string {
	t, err := s.Text(at.Document)
	if err != nil {
		return words
	}
	_, places := m.Match(t.Text, at)
	if len(places) == 0 || places[0] == at.Span {
		return words
	}
	return e.excerpt(t.Text, at.Span, at.Span, places)
}
