package cases

import (
	"strings"

	"crosscase/corpus"
)

// memberIndex finds the cases to which a document belongs.
type memberIndex struct {
	cases, members, documents int // how many there were when it was made
	by                        map[string][]membership
	alike                     map[string]bool // documents that title and cases do not tell apart
}

type membership struct {
	of     *Case
	member int
}

// membersOf returns where a document, or a part of it, is a member, in the order of the cases.
func (s *Study) membersOf(document string) []membership { return s.memberships().by[document] }

func (s *Study) memberships() *memberIndex {
	members := 0
	for _, c := range s.Cases {
		members += len(c.Members)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if x := s.members; x == nil || x.cases != len(s.Cases) || x.members != members || x.documents != len(s.Documents) {
		x = &memberIndex{cases: len(s.Cases), members: members, documents: len(s.Documents), by: make(map[string][]membership, members), alike: map[string]bool{}}
		for _, c := range s.Cases {
			for i := range c.Members {
				key := c.Members[i].Document
				x.by[key] = append(x.by[key], membership{c, i})
			}
		}
		first := map[string]string{}
		for _, d := range s.Documents {
			name := strings.ToLower(titleOf(d))
			for _, m := range x.by[d.Key] {
				name += "\x00" + m.of.Key
			}
			if other := first[name]; other != "" {
				x.alike[d.Key], x.alike[other] = true, true
			}
			first[name] = d.Key
		}
		s.members = x
	}
	return s.members
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
