package compare

import (
	"slices"
	"sync"

	"crosscase/cases"
	"crosscase/coding"
	"crosscase/compare/table"
)

// Shared is what the tables of one study share while they are built: the standing of each case on
// each code, its passages as pieces of evidence and what they say, worked out once. It holds as long as the study
// does not change, and for one language.
type Shared struct {
	mu        sync.Mutex
	readings  *cases.Readings
	evidence  map[*cases.Evidence][]table.Evidence // by the first of some passages
	said      map[*cases.Evidence][]string         // what they say, each thing once
	standings map[standingKey]*cases.Standing
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
	kept, ok := o.Shared.standings[key]
	if !ok {
		if o.Shared.readings == nil {
			o.Shared.readings = s.NewReadings()
		}
		st := o.Shared.readings.Standing(c, code, subcodes)
		if o.Shared.standings == nil {
			o.Shared.standings = map[standingKey]*cases.Standing{}
		}
		kept = &st
		o.Shared.standings[key] = kept
	}
	st := *kept
	st.Evidence, st.Proposed = slices.Clip(st.Evidence), slices.Clip(st.Proposed)
	return st
}

// evidence returns the passages of a standing as pieces of evidence; they are not to be changed.
func (o Options) evidence(list []cases.Evidence) []table.Evidence {
	if o.Shared == nil || o.Proposed || len(list) == 0 {
		return evidenceOf(list)
	}
	o.Shared.mu.Lock()
	defer o.Shared.mu.Unlock()
	out, ok := o.Shared.evidence[&list[0]]
	if !ok || len(out) != len(list) {
		out = slices.Clip(evidenceOf(list))
		if o.Shared.evidence == nil {
			o.Shared.evidence = map[*cases.Evidence][]table.Evidence{}
		}
		o.Shared.evidence[&list[0]] = out
	}
	return out
}

// contents returns what the passages of a standing say; it is not to be changed.
func (o Options) contents(st *cases.Standing) []string {
	if o.Shared == nil || o.Proposed || len(st.Evidence) == 0 {
		return contents(st, o.Language)
	}
	o.Shared.mu.Lock()
	defer o.Shared.mu.Unlock()
	out, ok := o.Shared.said[&st.Evidence[0]]
	if !ok {
		out = slices.Clip(contents(st, o.Language))
		if o.Shared.said == nil {
			o.Shared.said = map[*cases.Evidence][]string{}
		}
		o.Shared.said[&st.Evidence[0]] = out
	}
	return out
}
