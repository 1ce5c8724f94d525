package cmd

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"crosscase/cases"
	"crosscase/compare"
	"crosscase/compare/table"
	"crosscase/corpus/catalogue"
	"crosscase/corpus/index"
	"crosscase/corpus/query"
)

// searching are the flags of search.
type searching struct {
	limit, around, top         int
	limited                    bool // --limit was typed
	plain, kwic, words         bool
	order, sort, by, per, show string
	like, rule                 string
	filter                     cases.Filter
	seen                       blindness
	out                        output
	doubts                     []catalogue.Message // what may have been meant, where nothing was found
}

func newSearch(e *Env) *cobra.Command {
	var f searching
	c := &cobra.Command{
		Use:   "search QUERY | --words [QUERY] | --like LOCATOR",
		Short: "Find words in all texts: who said it, in which case, where",
		Long: `  word            in any form, and compounds   "two words"    exactly these
  =word           exactly this spelling        mål* *kart     any letters
  a b, a OR b     both, either; NOT a; ( )     word~          a slip allowed
  a NEAR/5 b      at most five words apart     a BEFORE/5 b   in this order
  SENTENCE(a b)   in one sentence              /reg.lar/      regular expression
  case:a code:x speaker:"…" role:informant source:plan year:2015 size:small
  code:a WITHIN code:b, OVERLAPS, WITHOUT, FOLLOWS

The whole language stands on one page: crosscase help query`,
		Example: `  crosscase search terskelverdi
  crosscase search 'indikator* NEAR/5 kvalitet' --case a --role informant
  crosscase search '"nei, det har vi ikke"'
  crosscase search styring --kwic --sort right         a line for every match, sorted by what follows
  crosscase search styring --by case                   how many, in which case
  crosscase search --table case styring måling         each of some queries, case by case
  crosscase search --words --role informant            the words and phrases that stand most often
  crosscase search --like a-interview.txt:812-1043     what is like this passage
  crosscase search 'compar* NEAR/5 others' --save-rule benchmarking`,
		Args: func(c *cobra.Command, args []string) error {
			if f.words || f.like != "" {
				return nil
			}
			return cobra.MinimumNArgs(1)(c, args)
		},
		RunE: func(c *cobra.Command, args []string) error {
			f.limited = c.Flags().Changed("limit")
			return runSearch(c.Context(), e, args, f)
		},
	}
	f.out.flags(c)
	filterFlags(e, c, &f.filter)
	f.seen.flags(c)
	fl := c.Flags()
	limitFlag(c, &f.limit, 50)
	fl.StringVar(&f.order, "order", "text", "text, or rank: best first, by how often, how rare and how close together the words stand")
	fl.StringVar(&f.show, "show", "sentence", "sentence or turn: how much of it is printed")
	fl.IntVar(&f.around, "context", 0, "print so many characters on either side of a match instead of its sentence")
	fl.BoolVar(&f.plain, "plain", false, "without the compounds, irregular forms and synonyms of words")
	fl.BoolVar(&f.kwic, "kwic", false, "a line for every match, one below the other")
	fl.StringVar(&f.sort, "sort", "text", "sort the lines of --kwic: text, or by the words on the left or right")
	byFlag(c, &f.by)
	fl.StringVar(&f.per, "table", "", "count each query by itself, per case or code (or speaker, source, year, document)")
	fl.BoolVar(&f.words, "words", false, "count words and phrases per case, without small words")
	fl.IntVar(&f.top, "top", 20, "how many words, and phrases of each length, --words prints")
	fl.StringVar(&f.like, "like", "", "passages like the one at this locator")
	fl.StringVar(&f.rule, "save-rule", "", "save the query as a rule of this code")
	completeChoice(c, "order", "text", "rank")
	completeChoice(c, "sort", "text", "left", "right")
	completeChoice(c, "show", "sentence", "turn")
	completeChoice(c, "table", compare.By()...)
	_ = c.RegisterFlagCompletionFunc("save-rule", completion(e, codeNames))
	return c
}

// check refuses values of flags that mean nothing.
func (f *searching) check() error {
	if _, err := f.out.chosenFormat(); err != nil {
		return err
	}
	for _, c := range []struct {
		flag, value string
		known       []string
	}{
		{"order", f.order, []string{"text", "rank"}},
		{"sort", f.sort, []string{"text", "left", "right"}},
		{"show", f.show, []string{"sentence", "turn"}},
		{"by", f.by, append([]string{""}, compare.By()...)},
		{"table", f.per, append([]string{""}, compare.By()...)},
	} {
		if err := oneOf(c.flag, c.value, c.known); err != nil {
			return err
		}
	}
	for _, c := range []struct {
		flag  string
		value int
		least int
	}{{"limit", f.limit, 0}, {"context", f.around, 0}, {"top", f.top, 1}} {
		if err := atLeast(c.flag, c.value, c.least); err != nil {
			return err
		}
	}
	if err := ofFilter(f.filter); err != nil {
		return err
	}
	asked := f.answers()
	switch {
	case len(asked) > 1:
		return usagef("these are different answers: %s\nhint: ask for one at a time", strings.Join(asked, ", "))
	case f.sort != "text" && !f.kwic:
		return usagef("--sort sorts the lines of --kwic\nhint: add --kwic, or use --order rank")
	case f.order == "rank" && len(asked) > 0:
		return usagef("--order rank goes with the passages themselves\nhint: leave out %s, or --order", asked[0])
	}
	return nil
}

// answers returns the flags that ask for something else than the passages themselves.
func (f *searching) answers() []string {
	var out []string
	for _, a := range []struct {
		flag  string
		asked bool
	}{{"--kwic", f.kwic}, {"--by", f.by != ""}, {"--table", f.per != ""}, {"--words", f.words}, {"--like", f.like != ""}, {"--save-rule", f.rule != ""}} {
		if a.asked {
			out = append(out, a.flag)
		}
	}
	return out
}

func runSearch(ctx context.Context, e *Env, args []string, f searching) error {
	if err := f.check(); err != nil {
		return err
	}
	if f.rule != "" {
		return saveRule(ctx, e, strings.Join(args, " "), f)
	}
	dir, err := e.root()
	if err != nil {
		return err
	}
	ix := e.index(dir)
	ix.Ahead()
	s, _, err := f.seen.open(ctx, e)
	if err != nil {
		return err
	}
	o, err := f.out.options(e, s)
	if err != nil {
		return err
	}
	o.Cases = f.filter.Cases
	err = answerSearch(ctx, e, s, ix, args, f, o)
	e.catchUp(ctx, s, ix)
	return err
}

// answerSearch prints what was asked for.
func answerSearch(ctx context.Context, e *Env, s *cases.Study, ix *index.Index, args []string, f searching, o compare.Options) error {
	switch {
	case f.like != "":
		return searchLike(ctx, e, s, ix, args, f, o)
	case f.words:
		return searchWords(ctx, e, s, ix, args, f, o)
	case f.per != "":
		return searchTable(ctx, e, s, ix, args, f, o)
	}
	q, err := f.query(s, strings.Join(args, " "))
	if err != nil {
		return err
	}
	found, err := s.SearchFirst(ctx, ix, q, f.needed())
	if err != nil {
		return err
	}
	if len(found.Hits) == 0 && len(f.doubts) == 0 {
		f.doubts = append(f.doubts, nearWords(ctx, s, q)...)
	}
	switch {
	case f.by != "":
		t, err := compare.HitsBy(s, found.Hits, f.by, o)
		if err != nil {
			return err
		}
		return f.printTable(e, t, found)
	case f.kwic:
		return searchLines(e, s, found, f, o)
	}
	err = searchHits(ctx, e, s, q, found, f, o)
	if f.text() && f.filter.Fields() == "" {
		tellMemos(e, s, q)
	}
	return err
}

// tellMemos tells in which memos a query finds something, too.
func tellMemos(e *Env, s *cases.Study, q *query.Query) {
	memos, err := s.MemosAbout("", q)
	if err != nil || len(memos) == 0 {
		return
	}
	names := make([]string, len(memos))
	for i, m := range memos {
		names[i] = m.Name
	}
	e.tell("also in %s: %s; crosscase memo list with the same words shows them", counted(len(memos), "memo", "memos"), listed(names, 5))
}

// query parses what was typed, with the filters as fields. Words stand for their kin unless
// --plain is set.
func (f *searching) query(s *cases.Study, typed string) (*query.Query, error) {
	q, err := query.Parse(typed)
	if err != nil {
		return nil, err
	}
	f.doubts = q.Doubts()
	if fields := f.filter.Fields(); fields != "" {
		if q, err = query.Parse("(" + typed + ")" + fields); err != nil {
			return nil, err
		}
	}
	if !f.plain {
		q = q.Wide(s.Synonyms)
	}
	return q, nil
}

// fields returns the filters alone, nil without any.
func (f *searching) fields() (*query.Query, error) {
	fields := f.filter.Fields()
	if fields == "" {
		return nil, nil
	}
	return query.Parse(fields)
}

// searchHits prints what was found, passage by passage.
func searchHits(ctx context.Context, e *Env, s *cases.Study, q *query.Query, found cases.Found, f searching, o compare.Options) error {
	ranked := f.order == "rank"
	hits := make([]cases.Scored, len(found.Hits))
	for i, h := range found.Hits {
		hits[i].Hit = h
	}
	if ranked {
		var err error
		if hits, err = s.Rank(ctx, q, found.Hits); err != nil {
			return err
		}
	}
	shown := hits[:f.shown(len(hits))]
	if f.text() {
		err := f.out.printText(e, counted(len(shown), "passage", "passages"), func(e *Env) error {
			for _, h := range shown {
				f.printHit(e, s, h, ranked, o)
			}
			return nil
		})
		if err != nil {
			return err
		}
		return f.told(e, found, len(shown), found.Passages)
	}
	t := compare.Hits(s, shown, ranked, o)
	cut(t, len(shown), found.Passages, "passages")
	if err := f.out.print(e, t); err != nil || len(hits) > 0 {
		return err
	}
	return f.nothing(e)
}

// text tells whether the answer is for reading on a terminal.
func (f *searching) text() bool {
	format, _ := f.out.chosenFormat()
	return format == "text"
}

// needed returns how many passages have to be looked at, the others only counted; 0 for all.
func (f *searching) needed() int {
	if f.by == "" && !f.kwic && f.order != "rank" && (f.limited || f.text()) {
		return f.limit
	}
	return 0
}

// shown returns how many of n are printed: in other forms than text all, unless --limit
// was typed.
func (f *searching) shown(n int) int { return firstOf(n, f.limit, f.limited || f.text()) }

func firstOf(n, limit int, limited bool) int {
	if limit > 0 && limited {
		return min(limit, n)
	}
	return n
}

// cut notes below a table that it holds the first of more.
func cut(t *table.Table, shown, all int, what string) {
	if shown < all {
		t.Notes = append(t.Notes, t.Language.Say("printed", shown, all, t.Language.Head(what)))
	}
}

// printTable prints a table of all that was found, and tells how much that is.
func (f *searching) printTable(e *Env, t *table.Table, found cases.Found) error {
	if err := f.out.print(e, t); err != nil {
		return err
	}
	return f.told(e, found, found.Passages, found.Passages)
}

// told tells how many passages were found, and by which kin of the words.
func (f *searching) told(e *Env, found cases.Found, shown, all int) error {
	if len(found.Hits) == 0 {
		return f.nothing(e)
	}
	told := catalogue.Text("%s in %s", counted(found.Passages, "passage", "passages"), counted(found.Documents, "document", "documents"))
	if f.kwic {
		told = catalogue.Text("%s in %s", counted(all, "match", "matches"), told)
	}
	if shown < all {
		told = catalogue.Text("%s, the first %d shown (--limit 0 shows all)", told, shown)
	}
	e.tell("%s", told)
	if len(found.Kin) > 0 {
		e.tell("with %s; --plain leaves them out", listed(found.Kin, 12))
	}
	return nil
}

// nearWords says which words of the texts a query that found nothing may have meant.
func nearWords(ctx context.Context, s *cases.Study, q *query.Query) (out []catalogue.Message) {
	if near := s.NearWords(ctx, q, 3); len(near) > 0 {
		out = append(out, catalogue.Text("did you mean %s?", strings.Join(near, ", ")))
	}
	for _, w := range q.Lone() {
		if w.Slips > 0 {
			out = append(out, catalogue.Text("%s~ is held against words as they stand; without ~ all forms of a word are found", w.Text))
		}
	}
	return out
}

// nothing tells that nothing was found, and what in the query may have been meant otherwise.
func (f *searching) nothing(e *Env) error {
	e.tell("nothing found")
	for _, d := range f.doubts {
		e.tell("hint: %s", d)
	}
	return errSilent
}

func nothingFound(e *Env) error {
	e.tell("nothing found")
	return errSilent
}

// listed joins words with commas, at most so many.
func listed(words []string, most int) catalogue.Message {
	if len(words) > most {
		return catalogue.Text("%s and %d more", strings.Join(words[:most], ", "), len(words)-most)
	}
	return catalogue.Text("%s", strings.Join(words, ", "))
}
