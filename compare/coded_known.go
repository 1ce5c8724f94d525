package compare

import (
	"crosscase/cases"
	"crosscase/coding"
	"crosscase/compare/table"
	"crosscase/corpus/catalogue"
)

// affirmed are the units in which people speak for codes, and those in which they deny them.
type affirmed struct {
	*unitsByCode
	against    *unitsByCode
	structural bool // codes that mark the answers to questions are counted
	left       int  // structural codes that were left out although somebody speaks of them
	denied     int  // units in which somebody denies one of the codes
}

// leaves tells whether a code is left out because it marks the answers to questions.
func (u *affirmed) leaves(code *coding.Code) bool {
	return code.Kind == coding.Structural && !u.structural
}

// affirmedUnitsOf returns the units with codes as codedUnitsOf does, apart by the side that they speak for. Codes that mark the answers
// to questions are left out unless they are asked for or named.
func affirmedUnitsOf(s *cases.Study, kind string, f cases.Filter, structural bool) (affirmed, error) {
	speaking, denying := f, f
	speaking.Says, denying.Says = []string{string(coding.For), string(coding.Qualified)}, []string{string(coding.Against)}
	out := affirmed{structural: structural || len(f.Codes) > 0}
	var err error
	if out.unitsByCode, err = codedUnitsOf(s, kind, speaking); err != nil {
		return out, err
	}
	if out.against, err = codedUnitsOf(s, kind, denying); err != nil {
		return out, err
	}
	for i, code := range out.codes {
		if out.leaves(code) {
			if len(out.of[i])+len(out.against.of[i]) > 0 {
				out.left++
			}
			out.of[i], out.against.of[i] = nil, nil
		}
		out.denied += len(out.against.of[i])
	}
	return out, nil
}

// notes say what of the codes is counted, and what is not.
func (u *affirmed) notes(l catalogue.Language) []string {
	out := []string{l.Say("note counting affirmed")}
	if u.denied > 0 {
		out[0] = l.Say("note denials left out", u.denied)
	}
	if u.left > 0 {
		out = append(out, l.Say("note structural", u.left))
	}
	return out
}

// settle puts a person's judgement of cases over the passages: of cases as units, those have a code of which that is known and so.
func (u *unitsByCode) settle(o Options) {
	if u.kind != CaseUnit {
		return
	}
	for i := range u.of {
		held := map[string]codedUnit{}
		for _, x := range u.of[i] {
			held[x.key] = x
		}
		if u.codes[i].Kind == coding.Structural {
			continue // of questions nobody judges whether a case has them
		}
		u.of[i] = nil
		for _, x := range u.all {
			c := u.study.Case(x.key)
			st := u.readings.Standing(c, u.codes[i], false)
			if _, any := held[x.key]; u.has(&st, any) {
				u.of[i] = append(u.of[i], u.caseUnit(c, &st, held, o))
			}
		}
	}
}

// casesIn tells of a case whether a filter leaves it in.
func casesIn(s *cases.Study, f cases.Filter) (func(*cases.Case) bool, error) {
	where, err := s.Where(cases.Filter{Cases: f.Cases, Attributes: f.Attributes})
	return func(c *cases.Case) bool {
		if len(f.Cases)+len(f.Attributes) == 0 {
			return true
		}
		for _, m := range c.Members {
			if p := wholeOf(s, m.Document); p != nil && where(*p) {
				return true
			}
		}
		return false
	}, err
}

// has tells whether a case of a standing has a code, of which somebody speaks in a unit of it or not. A case that is not known has
// nothing; a state that a person set stands over the passages.
func (u *unitsByCode) has(st *cases.Standing, held bool) bool {
	switch {
	case !st.Known():
		return false
	case st.Set != nil:
		return st.Has() && (held || !u.narrowed)
	}
	return held && st.State != cases.StateAbsent
}

// inDocument returns what one document says on a code.
func (u *unitsByCode) inDocument(document string, code *coding.Code) cases.Standing {
	return u.readings.Standing(&cases.Case{Key: document, Members: []cases.Member{{Document: document}}}, code, false)
}

// knownOf tells of documents whether it is known what they say on some codes, and works each out once.
func (u *unitsByCode) knownOf(codes ...*coding.Code) func(document string) bool {
	known := map[string]bool{}
	return func(document string) bool {
		if _, seen := known[document]; !seen {
			known[document] = true
			for _, code := range codes {
				st := u.inDocument(document, code)
				known[document] = known[document] && st.Known()
			}
		}
		return known[document]
	}
}

// caseUnit returns a case as a unit that has a code: by the passage that was coded or, where only a person's judgement
// says so, by that.
func (u *unitsByCode) caseUnit(c *cases.Case, st *cases.Standing, held map[string]codedUnit, o Options) codedUnit {
	if unit, ok := held[c.Key]; ok {
		return unit
	}
	out := codedUnit{key: c.Key, evidence: table.Evidence{Case: c.Key}}
	if list := grounds(c, &standing{Standing: *st}, o); len(list) > 0 {
		out.evidence = list[0]
	}
	return out
}
