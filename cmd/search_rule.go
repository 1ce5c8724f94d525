package cmd

import (
	"context"
	"fmt"

	"crosscase/cases"
	"crosscase/corpus/plainfile"
)

// saveRule keeps a query as a rule of a code and tells what it finds.
func saveRule(ctx context.Context, e *Env, typed string, f searching) error {
	return e.change(ctx, "", func(s *cases.Study, dir plainfile.Dir) (string, error) {
		q, err := f.query(s, typed)
		if err != nil {
			return "", err
		}
		found, err := s.Search(ctx, e.index(dir), q)
		if err != nil {
			return "", err
		}
		n, err := s.Proposes(f.rule, q)
		if err != nil {
			return "", err
		}
		if err := s.AddRule(dir, f.rule, q); err != nil {
			return "", err
		}
		rule, key := cases.RuleText(q), s.Codebook.Code(f.rule).Key
		fmt.Fprintf(e.Stdout, "%s  %s\n", key, rule)
		e.tell("the rule finds %d %s; crosscase coding apply proposes them", n, plural(n, "passage", "passages"))
		if len(found.Kin) > 0 {
			e.tell("rules leave out kin of words, which search finds: %s", listed(found.Kin, 12))
		}
		return fmt.Sprintf("code %s got the rule %s", key, rule), nil
	})
}
