package cases

import (
	"slices"

	"crosscase/coding"
)

// Heading tells whether a code only heads those below it: it has subcodes, and neither rules nor questions nor anything
// coded with it, by a person or as a proposal that nobody has decided on. Nobody was to raise it, so nobody is silent
// on it: a heading is no row that cases are compared by, and its standing, where somebody asks for it by name, is that of
// the codes below it.
func (s *Study) Heading(code *coding.Code) bool {
	if len(code.Children) == 0 || code.Find != "" || len(code.Questions) > 0 {
		return false
	}
	return !slices.ContainsFunc(s.Layers(), func(l *coding.Layer) bool {
		own := func(c coding.Coding) bool {
			return c.Code == code.Key && (!coding.Machine(c.Coder) || s.Undecided(c))
		}
		return slices.ContainsFunc(l.Codings, own) || slices.ContainsFunc(l.Unplaced, own)
	})
}

// Headings returns the codes that only head others, in the order of the code book.
func (s *Study) Headings() []*coding.Code {
	var out []*coding.Code
	for _, c := range s.Codebook.All() {
		if s.Heading(c) {
			out = append(out, c)
		}
	}
	return out
}

// Codes returns the codes that are no headings, in the order of the code book.
func (s *Study) Codes() []*coding.Code {
	var out []*coding.Code
	for _, c := range s.Codebook.All() {
		if !s.Heading(c) {
			out = append(out, c)
		}
	}
	return out
}

// heading is Study.Heading, worked out once for each code.
func (rd *Readings) heading(code *coding.Code) bool {
	is, ok := rd.headings[code]
	if !ok {
		is = rd.study.Heading(code)
		if rd.headings == nil {
			rd.headings = map[*coding.Code]bool{}
		}
		rd.headings[code] = is
	}
	return is
}

// leaveHeadings takes the headings out of the keys of a code and those below it: nobody has to have read for them.
func (rd *Readings) leaveHeadings(keys map[string]bool) {
	for key := range keys {
		if rd.heading(rd.study.Codebook.Code(key)) {
			delete(keys, key)
		}
	}
}
