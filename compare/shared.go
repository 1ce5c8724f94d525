package compare

import (
	"slices"
	"sync"

	"crosscase/cases"
	"crosscase/coding"
)

// Shared is what the tables of one study share while they are built: the standing of each case on
// each code, worked out once. It holds as long as the study does not change.
type Shared struct {
	mu        sync.Mutex
	standings map[standingKey]cases.Standing
}

type standingKey struct {
	c        *cases.Case
	code     *coding.Code
	subcodes bool
}

// standing returns the standing of a case on a code.
func (o Options) standing(s *cases.Study, c *cases.Case, code *coding.Code, subcodes bool) cases.Standing {
	if o.Shared == nil {
		return s.Standing(c, code, subcodes)
	}
	o.Shared.mu.Lock()
	defer o.Shared.mu.Unlock()
	key := standingKey{c, code, subcodes}
	st, ok := o.Shared.standings[key]
	if !ok {
		st = s.Standing(c, code, subcodes)
		if o.Shared.standings == nil {
			o.Shared.standings = map[standingKey]cases.Standing{}
		}
		o.Shared.standings[key] = st
	}
	st.Evidence, st.Proposed = slices.Clip(st.Evidence), slices.Clip(st.Proposed)
	return st
}
