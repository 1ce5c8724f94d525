package cmd

import (
	"context"
	"strings"

	"crosscase/cases"
	"crosscase/compare"
	"crosscase/corpus"
	"crosscase/corpus/catalogue"
	"crosscase/corpus/index"
)

// searchLike prints the passages that are most like one, ten unless --limit says otherwise, and the
// words that made them so.
func searchLike(ctx context.Context, e *Env, s *cases.Study, ix *index.Index, args []string, f searching, o compare.Options) error {
	at, err := corpus.ParsePassage(f.like)
	if err != nil {
		return usageError{err}
	}
	filter, err := f.fields()
	if len(args) > 0 {
		filter, err = f.query(s, strings.Join(args, " "))
	}
	if err != nil {
		return err
	}
	if filter != nil {
		if err := s.CheckFields(filter); err != nil {
			return err
		}
	}
	alike, err := s.Like(ctx, ix, at, filter)
	if err != nil {
		return err
	}
	if !f.limited {
		f.limit, f.limited = 10, true
	}
	shown := alike.Hits[:f.shown(len(alike.Hits))]
	by := catalogue.Text("alike by %s", strings.Join(alike.Terms, ", "))
	if !f.text() {
		t := compare.Hits(s, shown, true, o)
		t.Name = "search-like"
		cut(t, len(shown), len(alike.Hits), "passages")
		words, _ := by.Told(o.Language)
		t.Notes = append(t.Notes, strings.ToUpper(words[:1])+words[1:]+".")
		if err := f.out.print(e, t); err != nil || len(shown) > 0 {
			return err
		}
		return nothingFound(e)
	}
	err = f.out.printText(e, counted(len(shown), "passage", "passages"), func(e *Env) error {
		for _, h := range shown {
			f.printHit(e, s, h, true, o)
		}
		return nil
	})
	if err != nil {
		return err
	}
	if len(shown) == 0 {
		return nothingFound(e)
	}
	e.tell("%d %s with these words, the first %d shown", len(alike.Hits), plural(len(alike.Hits), "passage", "passages"), len(shown))
	e.tell("%s", by)
	return nil
}
