package cases

import (
	"crosscase/coding"
	"crosscase/corpus"
)

// DocumentStanding says what one document says on each code.
type DocumentStanding struct {
	readings        *Readings
	document        *corpus.Document
	around          *around
	inCase          string // the key of its case, "" if it belongs to none or to several
	people, machine map[string][]*coding.Coding
}

// InDocument sorts the codings of a document by their codes.
func (rd *Readings) InDocument(d *corpus.Document) *DocumentStanding {
	s := rd.study
	out := &DocumentStanding{readings: rd, document: d, around: s.around(d.Key)}
	for i, m := range out.around.in {
		if i > 0 && m.of.Key != out.inCase {
			out.inCase = ""
			break
		}
		out.inCase = m.of.Key
	}
	all := s.Codings.Once(d.Key)
	out.people = byCode(all, func(c *coding.Coding) bool { return s.Counts(*c) || rd.answer(*c) })
	out.machine = byCode(all, func(c *coding.Coding) bool { return coding.Machine(c.Coder) && s.Undecided(*c) })
	return out
}

// byCode parts those codings that fit by their codes, each part in their order.
func byCode(codings []*coding.Coding, fits func(*coding.Coding) bool) map[string][]*coding.Coding {
	n, total := map[string]int{}, 0
	fit := make([]bool, len(codings))
	for i := range codings {
		if fit[i] = fits(codings[i]); fit[i] {
			n[codings[i].Code]++
			total++
		}
	}
	room := make([]*coding.Coding, total)
	out := make(map[string][]*coding.Coding, len(n))
	for i := range codings {
		if !fit[i] {
			continue
		}
		code := codings[i].Code
		part, ok := out[code]
		if !ok {
			part, room = room[:0:n[code]], room[n[code]:]
		}
		out[code] = append(part, codings[i])
	}
	return out
}

// asked is what a table asks for in the row of a code: the codes that count for it, their questions and the kinds of
// source that they name.
type asked struct {
	keys             map[string]bool
	order            []string // of the keys
	questions, kinds []string
}

type askedKey struct {
	code     *coding.Code
	subcodes bool
}

// askedOf returns what a code asks for; with subcodes the codes below it count as the code itself.
func (rd *Readings) askedOf(code *coding.Code, subcodes bool) *asked {
	key := askedKey{code, subcodes}
	if a, ok := rd.asked[key]; ok {
		return a
	}
	asksBelow := subcodes || rd.heading(code)
	under := []*coding.Code{code}
	if asksBelow {
		under = append(under, rd.study.Codebook.Under(code.Key)...)
	}
	a := &asked{keys: map[string]bool{}}
	for _, c := range under {
		if a.keys[c.Key] {
			continue
		}
		a.keys[c.Key], a.order = true, append(a.order, c.Key)
		a.questions, a.kinds = addOnce(a.questions, c.Questions...), addOnce(a.kinds, c.Sources...)
	}
	if asksBelow {
		rd.leaveHeadings(a.keys)
	}
	if rd.asked == nil {
		rd.asked = map[askedKey]*asked{}
	}
	rd.asked[key] = a
	return a
}

// On returns what the document says on a code by the rules of Standing, with the document as the
// only source, which counts. With subcodes the codes below count as the code itself.
func (x *DocumentStanding) On(code *coding.Code, subcodes bool) Standing {
	s, of := x.readings.study, x.readings.askedOf(code, subcodes)
	people, machine := x.people[code.Key], x.machine[code.Key]
	if len(of.order) > 1 {
		people, machine = inTextOrder(x.people, of.order), inTextOrder(x.machine, of.order)
	}
	var st Standing
	st.Evidence = decided(s.gather(people, x.inCase, x.around))
	st.Proposed = s.gather(machine, x.inCase, x.around)
	src := x.readings.source(x.document, code, of.keys, of.questions, of.kinds, len(st.Evidence) > 0)
	src.Counts = true
	st.Sources = []Source{src}
	st.derive()
	return st
}

// inTextOrder joins the codings of some codes.
func inTextOrder(by map[string][]*coding.Coding, codes []string) []*coding.Coding {
	var out []*coding.Coding
	for _, code := range codes {
		out = append(out, by[code]...)
	}
	coding.InTextOrder(out)
	return out
}
