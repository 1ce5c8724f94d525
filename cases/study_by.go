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
	conversations             map[string]int  // how many documents of a case have speakers
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
		x = &memberIndex{cases: len(s.Cases), members: members, documents: len(s.Documents), by: make(map[string][]membership, members), alike: map[string]bool{}, conversations: map[string]int{}}
		for _, c := range s.Cases {
			for i := range c.Members {
				key := c.Members[i].Document
				of := x.by[key]
				again := len(of) > 0 && of[len(of)-1].of == c
				if d := s.Document(key); d != nil && len(d.Speakers) > 0 && !again {
					x.conversations[c.Key]++
				}
				x.by[key] = append(of, membership{c, i})
			}
		}
		first := map[string]string{}
		for _, d := range s.Documents {
			name := strings.ToLower(d.Name())
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
	return (&around{in: s.membersOf(p.Document)}).cases(p)
}
