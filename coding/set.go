package coding

import (
	"maps"
	"slices"
	"sync"

	"crosscase/corpus"
)

// Set is codings in text order. It may be read by several goroutines at once.
//
// The codings of a document are put in order when they are asked for: most commands look
// at few of the documents of a large study.
type Set struct {
	documents []string              // in order
	parts     map[string][][]Coding // of each document
	length    int

	mu     sync.Mutex
	sorted map[string][]Coding
	all    []Coding
}

// NewSet returns the set of some codings.
func NewSet(codings []Coding) *Set {
	by := map[string][]Coding{}
	for _, c := range codings {
		by[c.Document] = append(by[c.Document], c)
	}
	s := newSet()
	for document, p := range by {
		s.add(document, p)
	}
	slices.Sort(s.documents)
	return s
}

// SetOf returns the set of the codings of some layers.
func SetOf(layers []*Layer) *Set {
	s := newSet()
	for _, l := range layers {
		if len(l.Codings) > 0 {
			s.add(l.Document, l.Codings)
		}
	}
	slices.Sort(s.documents)
	return s
}

// With returns the set with other codings of one document: those of some layers. Those of all other documents
// are shared.
func (s *Set) With(document string, layers []*Layer) *Set {
	s.mu.Lock()
	defer s.mu.Unlock()
	out := &Set{documents: slices.Clone(s.documents), parts: maps.Clone(s.parts), sorted: maps.Clone(s.sorted), length: s.length}
	for _, p := range out.parts[document] {
		out.length -= len(p)
	}
	had := out.parts[document] != nil
	delete(out.parts, document)
	delete(out.sorted, document)
	if had {
		out.documents = slices.DeleteFunc(out.documents, func(d string) bool { return d == document })
	}
	for _, l := range layers {
		if l.Document == document && len(l.Codings) > 0 {
			out.add(document, l.Codings)
		}
	}
	slices.Sort(out.documents)
	return out
}

func newSet() *Set { return &Set{parts: map[string][][]Coding{}, sorted: map[string][]Coding{}} }

func (s *Set) add(document string, p []Coding) {
	if s.parts[document] == nil {
		s.documents = append(s.documents, document)
	}
	s.parts[document] = append(s.parts[document], p[:len(p):len(p)])
	s.length += len(p)
}

// Len returns the number of codings.
func (s *Set) Len() int { return s.length }

// All returns every coding in text order.
func (s *Set) All() []Coding {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.all == nil && s.length > 0 {
		s.all = make([]Coding, 0, s.length)
		for _, d := range s.documents {
			from := len(s.all)
			s.all = appendSorted(s.all, s.parts[d])
			s.sorted[d] = s.all[from:len(s.all):len(s.all)]
		}
	}
	return s.all
}

// Chosen returns the codings that fit, in text order: All without those that do not, at the cost of
// those that do.
func (s *Set) Chosen(fits func(*Coding) bool) []Coding {
	var out []Coding
	var few [][]Coding
	for _, d := range s.documents {
		few = few[:0]
		for _, p := range s.parts[d] {
			var of []Coding
			for i := range p {
				if fits(&p[i]) {
					of = append(of, p[i])
				}
			}
			if len(of) > 0 {
				few = append(few, of)
			}
		}
		if len(few) > 0 {
			out = appendSorted(out, few)
		}
	}
	return out
}

// In returns the codings of a document in text order.
func (s *Set) In(document string) []Coding {
	s.mu.Lock()
	defer s.mu.Unlock()
	if found, ok := s.sorted[document]; ok {
		return found
	}
	n := 0
	for _, p := range s.parts[document] {
		n += len(p)
	}
	out := appendSorted(make([]Coding, 0, n), s.parts[document])
	s.sorted[document] = out
	return out
}

// appendSorted appends the codings of one document in text order. Two coders' codings, each in
// order, are merged.
func appendSorted(to []Coding, parts [][]Coding) []Coding {
	from := len(to)
	if len(parts) == 2 && ordered(parts[0]) && ordered(parts[1]) {
		a, b := parts[0], parts[1]
		for len(a) > 0 && len(b) > 0 {
			if before(&b[0], &a[0]) {
				to, b = append(to, b[0]), b[1:]
			} else {
				to, a = append(to, a[0]), a[1:]
			}
		}
		return append(append(to, a...), b...)
	}
	for _, p := range parts {
		to = append(to, p...)
	}
	sortCodings(to[from:])
	return to
}

// Over returns the codings that share at least one character with a passage.
func (s *Set) Over(p corpus.Passage) []Coding {
	var out []Coding
	for _, c := range s.In(p.Document) {
		if c.Start >= p.End {
			break
		}
		if c.Overlaps(p.Span) {
			out = append(out, c)
		}
	}
	return out
}
