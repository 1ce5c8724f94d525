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

func newSearch(e *Env) *cobra.Command {
	var out output
	var f cases.Filter
	var limit int
	var context int
	var plain bool
	c := &cobra.Command{
		Use:   "search QUERY",
		Short: "Find words in all texts: who said it, in which case, where",
		Long: `  word            in any form, and compounds   "two words"    exactly these
  =word           exactly this spelling        mål* *kart     any letters
  a b, a OR b     both, either; NOT a; ( )     word~          a slip allowed
  a NEAR/5 b      at most five words apart     a BEFORE/5 b   in this order
  SENTENCE(a b)   in one sentence              /reg.lar/      regular expression
  case:a code:x speaker:"…" role:informant source:plan year:2015 size:small
  code:a WITHIN code:b, OVERLAPS, WITHOUT, FOLLOWS`,
		Example: `  crosscase search terskelverdi
  crosscase search 'indikator* NEAR/5 kvalitet' --case a --role informant
  crosscase search '"nei, det har vi ikke"'`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			return runSearch(c.Context(), e, strings.Join(args, " "), f, searching{limit: limit, around: context, plain: plain}, &out)
		},
	}
	out.flags(c)
	filterFlags(e, c, &f)
	c.Flags().IntVar(&limit, "limit", 50, "print at most so many passages (0: all); the number found is always told")
	c.Flags().IntVar(&context, "context", 60, "characters on either side of a match")
	c.Flags().BoolVar(&plain, "plain", false, "without the compounds, irregular forms and synonyms of words, as the rules of the code book search")
	return c
}

// searching holds the flags of search.
type searching struct {
	limit, around int
	plain         bool
}

func runSearch(ctx context.Context, e *Env, text string, f cases.Filter, flags searching, out *output) error {
	q, err := query.Parse(text)
	if err != nil {
		return err
	}
	if fields := f.Fields(); fields != "" {
		if q, err = query.Parse("(" + text + ")" + fields); err != nil {
			return err
		}
	}
	s, dir, err := e.open()
	if err != nil {
		return err
	}
	if !flags.plain {
		q = q.Wide(s.Synonyms)
	}
	found, err := s.Search(ctx, e.index(dir), q)
	if err != nil {
		return err
	}
	hits := found.Hits
	format, err := out.chosenFormat()
	if err != nil {
		return err
	}
	o, err := out.options(e, s)
	if err != nil {
		return err
	}
	if format != "text" {
		return out.print(e, compare.Hits(s, hits, o))
	}
	return out.printText(e, func(e *Env) error { return printHits(e, s, found, flags.limit, flags.around) })
}

// printHits prints the first passages that were found, and tells how many there are.
func printHits(e *Env, s *cases.Study, found cases.Found, limit, around int) error {
	hits := found.Hits
	if len(hits) == 0 {
		fmt.Fprintln(e.Stderr, "nothing found")
		return errSilent
	}
	for i, h := range hits {
		if limit > 0 && i == limit {
			break
		}
		printHit(e, s, h, around)
	}
	shown := len(hits)
	if limit > 0 && limit < shown {
		shown = limit
	}
	fmt.Fprintf(e.Stderr, "%d %s in %d %s", len(hits), plural(len(hits), "passage", "passages"), compare.DocumentsIn(hits), plural(compare.DocumentsIn(hits), "document", "documents"))
	if shown < len(hits) {
		fmt.Fprintf(e.Stderr, ", the first %d shown (--limit 0 shows all)", shown)
	}
	fmt.Fprintln(e.Stderr)
	if len(found.Kin) > 0 {
		fmt.Fprintf(e.Stderr, "with %s; --plain leaves them out\n", listed(found.Kin, 12))
	}
	return nil
}

// listed joins words with commas, at most so many.
func listed(words []string, most int) string {
	if len(words) > most {
		return strings.Join(words[:most], ", ") + fmt.Sprintf(" and %d other words", len(words)-most)
	}
	return strings.Join(words, ", ")
}

// printHit prints a passage with its matches marked: who, in which case, where.
func printHit(e *Env, s *cases.Study, h cases.Hit, around int) {
	t, err := s.Text(h.Passage.Document)
	if err != nil {
		return
	}
	who := h.Cite
	if h.Speaker.Label != "" {
		who = cmp.Or(h.Speaker.Name, h.Speaker.Label) + ", " + who
	}
	if len(h.Cases) > 0 {
		who = "[" + strings.Join(h.Cases, " ") + "] " + who
	}
	fmt.Fprintf(e.Stdout, "%s\n", who)
	if len(h.Places) == 0 {
		fmt.Fprintf(e.Stdout, "    %s\n", oneLine(t.Text.Slice(corpus.Span{Start: h.Passage.Start, End: min(h.Passage.End, h.Passage.Start+2*around)})))
	}
	for i := 0; i < len(h.Places); {
		j := i + 1 // places near each other share a line
		for j < len(h.Places) && h.Places[j].Start-h.Places[j-1].End < 2*around {
			j++
		}
		fmt.Fprintf(e.Stdout, "    %s\n", e.concordance(t.Text, h.Passage.Span, h.Places[i:j], around))
		i = j
	}
	locator := corpus.Passage{Document: h.Passage.Document, Span: h.Passage.Span}
	if len(h.Places) > 0 {
		locator.Span = h.Places[0]
	}
	fmt.Fprintf(e.Stdout, "    %s", locator)
	if len(h.Codes) > 0 {
		fmt.Fprintf(e.Stdout, "  {%s}", strings.Join(h.Codes, ", "))
	}
	fmt.Fprint(e.Stdout, "\n\n")
}

// concordance prints places with the words around them, within a passage.
func (e *Env) concordance(t *corpus.Text, within corpus.Span, places []corpus.Span, around int) string {
	start := max(within.Start, places[0].Start-around)
	end := min(within.End, places[len(places)-1].End+around)
	var b strings.Builder
	if start > within.Start {
		b.WriteString("… ")
	}
	at := start
	for _, p := range places {
		b.WriteString(oneLineEdges(t.Slice(corpus.Span{Start: at, End: p.Start})))
		b.WriteString(e.marked(oneLine(t.Slice(p))))
		at = p.End
	}
	b.WriteString(oneLineEdges(t.Slice(corpus.Span{Start: at, End: end})))
	if end < within.End {
		b.WriteString(" …")
	}
	return b.String()
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// oneLineEdges is oneLine that keeps a blank at either end.
func oneLineEdges(s string) string {
	out := oneLine(s)
	if s != "" && strings.TrimLeft(s[:1], " \n\t") == "" {
		out = " " + out
	}
	if s != "" && strings.TrimRight(s[len(s)-1:], " \n\t") == "" && out != " " {
		out += " "
	}
	return out
}
