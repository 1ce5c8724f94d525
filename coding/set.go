package coding

import (
	"maps"
	"slices"
	"sort"
	"sync"

	"crosscase/corpus"
)

// Set is codings in text order. It may be read by several goroutines at once.
//
// The codings of a document are put in order when they are asked for, and may be fetched only then: most commands look
// at few of the documents of a large study.
type Set struct {
	documents []string       // in order
	counts    map[string]int // of the codings of each
	length    int
	fetch     Fetch // of documents that are not in parts; nil if all are

	mu     sync.Mutex
	parts  map[string][][]Coding // of each document, by coder
	sorted map[string][]Coding
	all    []Coding
}

// Fetch returns the codings of a document coder by coder: those with codes that want takes, all if it is nil.
type Fetch func(document string, want func(code string) bool) [][]Coding

// SetFrom returns the set of the codings of some documents, so many in each, that are fetched when they are asked for.
func SetFrom(counts map[string]int, fetch Fetch) *Set {
	s := newSet()
	s.documents, s.counts, s.fetch = slices.Sorted(maps.Keys(counts)), counts, fetch
	for _, n := range counts {
		s.length += n
	}
	return s
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
	out := &Set{documents: slices.Clone(s.documents), parts: maps.Clone(s.parts), sorted: maps.Clone(s.sorted), counts: maps.Clone(s.counts), length: s.length - s.counts[document], fetch: s.fetch}
	out.documents = slices.DeleteFunc(out.documents, func(d string) bool { return d == document })
	out.parts[document] = nil // and not to be fetched
	delete(out.sorted, document)
	delete(out.counts, document)
	for _, l := range layers {
		if l.Document == document && len(l.Codings) > 0 {
			out.add(document, l.Codings)
		}
	}
	slices.Sort(out.documents)
	return out
}

func newSet() *Set {
	return &Set{counts: map[string]int{}, parts: map[string][][]Coding{}, sorted: map[string][]Coding{}}
}

func (s *Set) add(document string, p []Coding) {
	if s.parts[document] == nil {
		s.documents = append(s.documents, document)
	}
	s.parts[document] = append(s.parts[document], p[:len(p):len(p)])
	s.counts[document] += len(p)
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
			s.all = appendSorted(s.all, s.partsOf(d, nil))
			s.sorted[d] = s.all[from:len(s.all):len(s.all)]
		}
	}
	return s.all
}

// partsOf returns the codings of a document coder by coder: those with codes that want takes, if they have to be
// fetched for it.
func (s *Set) partsOf(document string, want func(code string) bool) [][]Coding {
	if p, ok := s.parts[document]; ok || s.fetch == nil {
		return p
	}
	return s.fetch(document, want)
}

// Chosen returns the codings that fit, in text order: All without those that do not, at the cost of
// those that do. Where want is not nil, none fits whose code it does not take.
func (s *Set) Chosen(want func(code string) bool, fits func(*Coding) bool) []Coding {
	var out []Coding
	var few, room [][]Coding // room is used again for each document
	for _, d := range s.documents {
		few = few[:0]
		for n, p := range s.partsOf(d, want) {
			if n == len(room) {
				room = append(room, nil)
			}
			of := room[n][:0]
			for i := range p {
				if (want == nil || want(p[i].Code)) && fits(&p[i]) {
					of = append(of, p[i])
				}
			}
			room[n] = of
			if len(of) > 0 {
				few = append(few, of)
			}
		}
		out = appendSorted(out, few)
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
	out := appendSorted(make([]Coding, 0), s.partsOf(document, nil))
	s.sorted[document] = out
	return out
}

// Once is In for one who looks at each document once: what had to be fetched is not held.
func (s *Set) Once(document string) []*Coding {
	s.mu.Lock()
	found, ok := s.sorted[document]
	s.mu.Unlock()
	if ok {
		return inOrder([][]Coding{found})
	}
	return inOrder(s.partsOf(document, nil)) // without the lock: others look at other documents meanwhile
}

// appendSorted appends the codings of one document in text order.
func appendSorted(to []Coding, parts [][]Coding) []Coding {
	sorted := inOrder(parts)
	to = slices.Grow(to, len(sorted))
	for _, c := range sorted {
		to = append(to, *c)
	}
	return to
}

// inOrder returns the codings of one document in text order. Two coders' codings, each in order, are merged.
func inOrder(parts [][]Coding) []*Coding {
	n := 0
	for _, p := range parts {
		n += len(p)
	}
	out := make([]*Coding, 0, n)
	if len(parts) == 2 && ordered(parts[0]) && ordered(parts[1]) {
		for a, b := parts[0], parts[1]; len(a)+len(b) > 0; {
			if len(a) == 0 || len(b) > 0 && before(&b[0], &a[0]) {
				out, b = append(out, &b[0]), b[1:]
			} else {
				out, a = append(out, &a[0]), a[1:]
			}
		}
		return out
	}
	for _, p := range parts {
		for i := range p {
			out = append(out, &p[i])
		}
	}
	InTextOrder(out)
	return out
}

// InTextOrder puts codings in text order.
func InTextOrder(codings []*Coding) {
	less := func(i, j int) bool { return before(codings[i], codings[j]) }
	if !sort.SliceIsSorted(codings, less) {
		sort.SliceStable(codings, less)
	}
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
