package cmd

import (
	"context"
	"strings"

	"crosscase/cases"
	"crosscase/compare"
	"crosscase/corpus/index"
)

// searchTable counts each of some queries by itself.
func searchTable(ctx context.Context, e *Env, s *cases.Study, ix *index.Index, args []string, f searching, o compare.Options) error {
	all := make([][]cases.Hit, len(args))
	any := false
	for i, typed := range args {
		q, err := f.query(s, typed)
		if err != nil {
			return err
		}
		found, err := s.Search(ctx, ix, q)
		if err != nil {
			return err
		}
		all[i] = found.Hits
		any = any || len(found.Hits) > 0
	}
	t, err := compare.TermsBy(s, f.per, args, all, o)
	if err != nil {
		return err
	}
	if err := f.out.print(e, t); err != nil || any {
		return err
	}
	return nothingFound(e)
}

// searchWords counts words and phrases.
func searchWords(ctx context.Context, e *Env, s *cases.Study, ix *index.Index, args []string, f searching, o compare.Options) error {
	q, err := f.fields()
	if len(args) > 0 {
		q, err = f.query(s, strings.Join(args, " "))
	}
	if err != nil {
		return err
	}
	top := f.top
	if f.limited && f.limit > 0 {
		top = min(top, f.limit)
	}
	counts, err := s.Words(ctx, ix, q, top, f.plain)
	if err != nil {
		return err
	}
	t, err := compare.WordsByCase(s, counts, o)
	if err != nil {
		return err
	}
	if len(f.filter.Roles) == 0 && len(f.filter.Speakers) == 0 {
		t.Notes = append(t.Notes, o.Language.Say("interviewers"))
	}
	if err := f.out.print(e, t); err != nil || len(counts) > 0 {
		return err
	}
	return nothingFound(e)
}
