package cases

import "crosscase/corpus"

// memberIndex finds the cases to which a document belongs.
type memberIndex struct {
	cases, members int // how many there were when it was made
	by             map[string][]membership
}

type membership struct {
	of     *Case
	member int
}

// membersOf returns where a document, or a part of it, is a member, in the order of the cases.
func (s *Study) membersOf(document string) []membership {
	members := 0
	for _, c := range s.Cases {
		members += len(c.Members)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if x := &s.members; x.by == nil || x.cases != len(s.Cases) || x.members != members {
		x.cases, x.members, x.by = len(s.Cases), members, make(map[string][]membership, members)
		for _, c := range s.Cases {
			for i := range c.Members {
				key := c.Members[i].Document
				x.by[key] = append(x.by[key], membership{c, i})
			}
		}
	}
	return s.members.by[document]
}

// CasesAt returns the cases to which a passage belongs.
func (s *Study) CasesAt(p corpus.Passage) []*Case {
	var out []*Case
	for _, m := range s.membersOf(p.Document) {
		if (len(out) == 0 || out[len(out)-1] != m.of) && m.of.Members[m.member].Holds(p) {
			out = append(out, m.of)
		}
	}
	return out
}
