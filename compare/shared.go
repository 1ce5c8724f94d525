package compare

import (
	"slices"

	"crosscase/cases"
	"crosscase/coding"
)

// Shared is what the tables of one study share while they are built: the standing of each case on
// each code, and what tables show of it, worked out once. It holds as long as the study
// does not change, for one language, and is used by one at a time.
type Shared struct {
	readings  *cases.Readings
	standings map[standingKey]map[*cases.Case]*standing
}

type standingKey struct {
	code     *coding.Code
	subcodes bool
	proposed bool
}

// standing returns the standing of a case on a code, with proposals counted if the options say so; it is not to be changed.
func (o Options) standing(s *cases.Study, c *cases.Case, code *coding.Code, subcodes bool) *standing {
	if o.Shared == nil {
		return o.counted(s.Standing(c, code, subcodes))
	}
	key := standingKey{code, subcodes, o.Proposed}
	of := o.Shared.standings[key]
	if st := of[c]; st != nil {
		return st
	}
	if o.Shared.readings == nil {
		o.Shared.readings = s.NewReadings()
		o.Shared.standings = map[standingKey]map[*cases.Case]*standing{}
	}
	if of == nil {
		of = make(map[*cases.Case]*standing, len(s.Cases))
		o.Shared.standings[key] = of
	}
	st := o.counted(o.Shared.readings.Standing(c, code, subcodes))
	st.Evidence, st.Proposed = slices.Clip(st.Evidence), slices.Clip(st.Proposed)
	of[c] = st
	return st
}

// peoples returns the options with which proposals do not count, whatever a table counts beside.
func (o Options) peoples() Options {
	o.Proposed = false
	if o.Shared == nil {
		o.Shared = &Shared{}
	}
	return o
}

// counted returns a standing with its proposals counted if the options say so.
func (o Options) counted(st cases.Standing) *standing {
	if o.Proposed {
		st.CountProposed()
	}
	return &standing{Standing: st}
}
