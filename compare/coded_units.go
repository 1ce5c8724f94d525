package compare

import (
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"crosscase/cases"
	"crosscase/coding"
	"crosscase/compare/table"
	"crosscase/corpus"
)

// CaseUnit counts cases, PassageUnit counts passages: codings of one code that overlap are one.
const (
	CaseUnit    = "case"
	PassageUnit = "passage"
)

// CountingUnits are the units in which codes are counted.
func CountingUnits() []string {
	return append([]string{PassageUnit}, append(cases.StretchKinds(), CaseUnit)...)
}

// codedUnit is one unit with a code.
type codedUnit struct {
	key      string // of the unit
	at       corpus.Passage
	evidence table.Evidence
}

// unitsByCode are the units that people gave each of some codes, in the order of the texts.
type unitsByCode struct {
	study *cases.Study
	kind  string
	codes []*coding.Code
	of    [][]codedUnit // by code
	all   []codedUnit   // every unit there is; none for passages

	narrowed bool // whether only a part of what the sources of a case say is counted
	readings *cases.Readings
}

// codedUnitsOf returns the units of a kind with each of some codes. What machine coders propose does not count.
func codedUnitsOf(s *cases.Study, kind string, f cases.Filter) (*unitsByCode, error) {
	codes, err := s.ChosenCodes(f.Codes)
	if err != nil {
		return nil, err
	}
	where, err := s.Where(f)
	if err != nil {
		return nil, err
	}
	chosen, err := s.Chosen(f)
	if err != nil {
		return nil, err
	}
	u := &unitsByCode{study: s, kind: kind, codes: codes, of: make([][]codedUnit, len(codes)), readings: s.NewReadings(),
		narrowed: len(f.Speakers)+len(f.Roles)+len(f.Sources) > 0}
	number := map[string]int{}
	for i, c := range codes {
		number[c.Key] = i
	}
	byDocument := map[string][]coding.Coding{}
	for _, c := range chosen {
		byDocument[c.Document] = append(byDocument[c.Document], c)
	}
	for _, d := range s.Documents {
		var units []corpus.Span
		if kind != PassageUnit && kind != CaseUnit {
			all, err := s.Stretches(d.Key, kind)
			if err != nil {
				return nil, err
			}
			for _, x := range all {
				if p := (corpus.Passage{Document: d.Key, Span: x}); where(p) {
					units = append(units, x)
					u.all = append(u.all, codedUnit{key: p.String(), at: p})
				}
			}
		}
		for _, c := range byDocument[d.Key] {
			if i, known := number[c.Code]; known {
				u.add(i, c, units)
			}
		}
	}
	if kind == CaseUnit {
		in, err := casesIn(s, f)
		if err != nil {
			return nil, err
		}
		for _, x := range s.Cases {
			if in(x) {
				u.all = append(u.all, codedUnit{key: x.Key})
			}
		}
	}
	around := s.Around()
	u.byDocument(func(units []unitOf) {
		for _, x := range units {
			u.finish(&u.of[x.code][x.number], around)
		}
	})
	return u, nil
}

// unitOf names a unit by the number of its code and its own.
type unitOf struct{ code, number int }

// byDocument visits the units of all codes document by document, of each those of one code after those of the other.
func (u *unitsByCode) byDocument(visit func(units []unitOf)) {
	next := make([]int, len(u.of))
	var units []unitOf
	for _, d := range u.study.Documents {
		units = units[:0]
		for i, of := range u.of {
			for ; next[i] < len(of) && of[next[i]].at.Document == d.Key; next[i]++ {
				units = append(units, unitOf{i, next[i]})
			}
		}
		if len(units) > 0 {
			visit(units)
		}
	}
}

// add adds a coding to the units that it touches.
func (u *unitsByCode) add(code int, c coding.Coding, units []corpus.Span) {
	switch u.kind {
	case PassageUnit:
		if n := len(u.of[code]); n > 0 && u.of[code][n-1].at.Document == c.Document && c.Start < u.of[code][n-1].at.End {
			u.join(&u.of[code][n-1], c, u.of[code][n-1].at.Span.Union(c.Span))
			return
		}
		u.put(code, c.ID, c, c.Span)
	case CaseUnit:
		for _, x := range u.study.CasesAt(c.Passage) {
			u.put(code, x.Key, c, c.Span)
		}
	default:
		k := sort.Search(len(units), func(k int) bool { return units[k].End > c.Start })
		for ; k < len(units) && units[k].Start < c.End; k++ {
			in := corpus.Span{Start: max(c.Start, units[k].Start), End: min(c.End, units[k].End)}
			u.put(code, corpus.Passage{Document: c.Document, Span: units[k]}.String(), c, in)
		}
	}
}

// put adds what was coded to the unit with a key, or makes it.
func (u *unitsByCode) put(code int, key string, c coding.Coding, at corpus.Span) {
	for k := len(u.of[code]) - 1; k >= 0; k-- {
		x := &u.of[code][k]
		if x.key == key {
			if u.kind == CaseUnit { // the first passage stands for the case
				at = x.at.Span
			} else {
				at = x.at.Span.Union(at)
			}
			u.join(x, c, at)
			return
		}
		if u.kind != CaseUnit && x.at.Document != c.Document {
			break
		}
	}
	u.of[code] = append(u.of[code], codedUnit{key: key, at: corpus.Passage{Document: c.Document, Span: at},
		evidence: table.Evidence{Quote: wordsIn(c.Quote, c.Span, at), Says: string(c.Says), Planned: c.Basis == coding.BasisPlan, Status: "reviewed", Coders: []string{c.Coder}, Codings: []string{c.ID}}})
}

func (u *unitsByCode) join(x *codedUnit, c coding.Coding, at corpus.Span) {
	x.evidence.Quote = joinedWords(x.evidence.Quote, x.at.Span, c, at)
	x.at.Span = at
	x.evidence.Coders = addOnce(x.evidence.Coders, c.Coder)
	x.evidence.Codings = append(x.evidence.Codings, c.ID)
	x.evidence.Planned = x.evidence.Planned && c.Basis == coding.BasisPlan
	if x.evidence.Says != string(c.Says) {
		x.evidence.Says = ""
	}
}

// wordsIn returns what stands in a part of a passage whose words are known, "" if it is not in it.
func wordsIn(words string, whole, part corpus.Span) string {
	if !whole.Contains(part) || utf8.RuneCountInString(words) != whole.Len() {
		return ""
	}
	if whole == part {
		return words
	}
	from, to, n := 0, len(words), 0
	for i := range words {
		if n == part.Start-whole.Start {
			from = i
		}
		if n == part.End-whole.Start {
			to = i
		}
		n++
	}
	return words[from:to]
}

// joinedWords returns what stands at a place that a unit has together with a coding, "" if that does not follow from the words of
// the unit and of the coding.
func joinedWords(words string, unit corpus.Span, c coding.Coding, at corpus.Span) string {
	switch {
	case at == unit:
		return words
	case c.Contains(at):
		return wordsIn(c.Quote, c.Span, at)
	case words != "" && at.Start == unit.Start && c.Start <= unit.End:
		if rest := wordsIn(c.Quote, c.Span, corpus.Span{Start: unit.End, End: at.End}); rest != "" {
			return words + rest
		}
	}
	return ""
}

// finish fills in the words of a unit, if they are not known yet, and where it stands.
func (u *unitsByCode) finish(x *codedUnit, around cases.Around) {
	e := &x.evidence
	slices.Sort(e.Coders)
	if e.Quote == "" {
		e.Quote = sliceOf(u.study, x.at.Document, x.at.Start, x.at.End)
	}
	e.Passage, e.Cite = x.at.String(), around.Cite(x.at)
	if u.kind == CaseUnit {
		e.Case = x.key
		return
	}
	var keys []string
	for _, c := range around.Cases(x.at) {
		keys = append(keys, c.Key)
	}
	e.Case = strings.Join(keys, " ")
}

// counted returns a cell that counts units.
func counted(units []codedUnit) table.Cell {
	var c table.Cell
	list := make([]table.Evidence, len(units))
	for i := range units {
		list[i] = units[i].evidence
	}
	c.SetEvidence(list)
	return c
}

// used returns the numbers of the codes with units, in the order of the code book.
func (u *unitsByCode) used() []int {
	var out []int
	for i := range u.of {
		if len(u.of[i]) > 0 {
			out = append(out, i)
		}
	}
	return out
}

// titleOf returns the label of a code, with where it stands if another bears the same.
func titleOf(s *cases.Study, code *coding.Code) string {
	for _, other := range s.Codebook.All() {
		if other != code && other.Title() == code.Title() {
			return code.Path()
		}
	}
	return code.Title()
}
