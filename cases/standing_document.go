package cases

import (
	"crosscase/coding"
	"crosscase/corpus"
)

// DocumentStanding says what one document says on each code.
type DocumentStanding struct {
	study           *Study
	readings        *Readings
	document        *corpus.Document
	inCase          string // the key of its case, "" if it belongs to none or to several
	people, machine map[string][]coding.Coding
}

// InDocument sorts the codings of a document by their codes.
func (s *Study) InDocument(d *corpus.Document) *DocumentStanding {
	out := &DocumentStanding{study: s, readings: s.NewReadings(), document: d, people: map[string][]coding.Coding{}, machine: map[string][]coding.Coding{}}
	for i, m := range s.membersOf(d.Key) {
		if i > 0 && m.of.Key != out.inCase {
			out.inCase = ""
			break
		}
		out.inCase = m.of.Key
	}
	for _, c := range s.Codings.In(d.Key) {
		if s.Counts(c) {
			out.people[c.Code] = append(out.people[c.Code], c)
		} else if s.Undecided(c) {
			out.machine[c.Code] = append(out.machine[c.Code], c)
		}
	}
	return out
}

// On returns what the document says on a code by the rules of Standing, with the document as the
// only source, which counts. With subcodes the codes below count as the code itself.
func (x *DocumentStanding) On(code *coding.Code, subcodes bool) Standing {
	s := x.study
	under := []*coding.Code{code}
	if subcodes {
		under = append(under, s.Codebook.Under(code.Key)...)
	}
	keys := map[string]bool{}
	var people, machine []coding.Coding
	var questions, kinds []string
	for _, c := range under {
		if keys[c.Key] {
			continue
		}
		keys[c.Key] = true
		people, machine = append(people, x.people[c.Key]...), append(machine, x.machine[c.Key]...)
		questions, kinds = addOnce(questions, c.Questions...), addOnce(kinds, c.Sources...)
	}
	if len(keys) > 1 {
		people, machine = coding.NewSet(people).All(), coding.NewSet(machine).All() // in text order
	}
	var st Standing
	st.Evidence = s.gather(people, x.inCase)
	st.Proposed = s.gather(machine, x.inCase)
	src := x.readings.source(x.document, code, keys, questions, kinds, len(st.Evidence) > 0)
	src.Counts = true
	st.Sources = []Source{src}
	st.derive()
	return st
}
