package compare

import (
	"cmp"
	"math"
	"slices"
	"sort"
	"strconv"

	"crosscase/compare/agree"
	"crosscase/corpus"
)

// markings are what coders did with codes in documents, without words: the part of a comparison that is counted.
type markings struct {
	coders, codes int
	documents     []markedDocument
}

// markedDocument is one document of markings.
type markedDocument struct {
	units    []corpus.Span    // in text order, none overlapping
	length   int              // characters
	finished []bool           // by code: every coder has gone through the document for it
	marks    [][][]markedSpan // by coder and code, in text order
}

// markedSpan is one coding.
type markedSpan struct {
	corpus.Span
	left   bool // taken over from a proposal, and left out of independent work
	coding int  // its number in the study
}

// The values of a judgement.
const (
	notCoded = 0
	isCoded  = 1
	leftOut  = -1
)

// judgement is what all coders said of one code on one unit. Units on which nobody marked anything have none.
type judgement struct {
	document, unit int
	values         []int // by coder
}

// judged returns the judgements of a code in the order of documents and units, and how many units there are.
func (m *markings) judged(code int) (touched []judgement, units int) {
	var at []int // by unit of a document: its judgement, counted from 1
	var room []int
	for d := range m.documents {
		doc := &m.documents[d]
		if !doc.finished[code] {
			continue
		}
		units += len(doc.units)
		if len(at) < len(doc.units) {
			at = make([]int, len(doc.units))
		}
		first := len(touched)
		for j := range m.coders {
			for _, k := range doc.marks[j][code] {
				u := sort.Search(len(doc.units), func(u int) bool { return doc.units[u].End > k.Start })
				for ; u < len(doc.units) && doc.units[u].Start < k.End; u++ {
					if at[u] == 0 {
						if len(room) < m.coders {
							room = make([]int, 256*m.coders)
						}
						touched = append(touched, judgement{d, u, room[:m.coders:m.coders]})
						room = room[m.coders:]
						at[u] = len(touched)
					}
					v := &touched[at[u]-1].values[j]
					switch {
					case !k.left:
						*v = isCoded
					case *v == notCoded:
						*v = leftOut
					}
				}
			}
		}
		for _, t := range touched[first:] {
			at[t.unit] = 0
		}
		slices.SortFunc(touched[first:], func(a, b judgement) int { return cmp.Compare(a.unit, b.unit) })
	}
	return touched, units
}

// ratings returns judgements as ratings, with the units that nobody marked: 0 is not coded, 1 coded.
func (m *markings) ratings(touched []judgement, units int) *agree.Ratings {
	counts := map[uint64]int{0: units - len(touched)}
	for _, t := range touched {
		key := uint64(0)
		for _, v := range t.values {
			key = key*3 + uint64(v+3)%3
		}
		counts[key]++
	}
	var patterns []agree.Pattern
	for key, n := range counts {
		p := agree.Pattern{Values: make([]float64, m.coders), Units: n}
		for j := m.coders - 1; j >= 0; j-- {
			p.Values[j] = float64(key % 3)
			if key%3 == 2 {
				p.Values[j] = math.NaN()
			}
			key /= 3
		}
		patterns = append(patterns, p)
	}
	r, err := agree.NewPatterns(m.coders, patterns, notCoded, isCoded)
	if err != nil {
		panic(err) // the patterns are ours
	}
	return r
}

// sets returns the sets of codes on the units of the documents that every coder finished for all codes, made of the judgements
// of each code; the share of pairs of sets that are the very same; and how many documents and units these are.
func (m *markings) sets(judged [][]judgement) (s *agree.Sets, same agree.Coefficient, documents, units int) {
	first := make([]int, len(m.documents)) // the number of each document's first unit
	for d := range m.documents {
		first[d] = units
		if m.documents[d].whole() {
			documents++
			units += len(m.documents[d].units)
		}
	}
	at := make([]int, units) // by unit: its sets, counted from 1
	most := 0
	for _, touched := range judged {
		most += len(touched)
	}
	most = min(most, units)
	sets, gone := make([][][]int, 0, most), make([][]bool, 0, most) // by touched unit and coder; a set that is nil is missing
	setRoom, goneRoom, ones := make([][]int, most*m.coders), make([]bool, most*m.coders), make([]int, 0, most*m.coders)
	for c, touched := range judged {
		for _, t := range touched {
			if !m.documents[t.document].whole() {
				continue
			}
			u := first[t.document] + t.unit
			if at[u] == 0 {
				sets, gone = append(sets, setRoom[:m.coders:m.coders]), append(gone, goneRoom[:m.coders:m.coders])
				setRoom, goneRoom = setRoom[m.coders:], goneRoom[m.coders:]
				at[u] = len(sets)
			}
			for j, v := range t.values {
				switch v {
				case isCoded:
					if set := &sets[at[u]-1][j]; *set != nil {
						*set = append(*set, c)
					} else { // most units have one code of a coder
						ones = append(ones, c)
						*set = ones[len(ones)-1 : len(ones) : len(ones)]
					}
				case leftOut:
					gone[at[u]-1][j] = true
				}
			}
		}
	}
	seen := map[string]int{}
	none := []int{}
	patterns := []agree.SetPattern{{Sets: slices.Repeat([][]int{none}, m.coders), Units: units - len(sets)}}
	var key []byte
	for i := range sets {
		key = key[:0]
		for j := range sets[i] {
			switch {
			case gone[i][j]:
				sets[i][j] = nil // what the coder would have found alone is not known
				key = append(key, 'x')
			case sets[i][j] == nil:
				sets[i][j] = none
			}
			for _, c := range sets[i][j] {
				key = append(strconv.AppendInt(key, int64(c), 10), ' ')
			}
			key = append(key, '/')
		}
		k, ok := seen[string(key)]
		if !ok {
			k = len(patterns)
			seen[string(key)] = k
			patterns = append(patterns, agree.SetPattern{Sets: sets[i]})
		}
		patterns[k].Units++
	}
	s, err := agree.NewSets(m.coders, m.codes, patterns)
	if err != nil {
		panic(err) // the sets are ours
	}
	return s, sameSets(patterns), documents, units
}

// sameSets returns the mean, over units with two sets, of the share of pairs of coders with the very same set.
func sameSets(patterns []agree.SetPattern) agree.Coefficient {
	units, sum := 0, 0.0
	for _, p := range patterns {
		pairs, same := 0, 0
		for j := range p.Sets {
			for k := range j {
				if p.Sets[j] != nil && p.Sets[k] != nil {
					pairs++
					if slices.Equal(p.Sets[j], p.Sets[k]) {
						same++
					}
				}
			}
		}
		if pairs > 0 {
			units += p.Units
			sum += float64(p.Units) * float64(same) / float64(pairs)
		}
	}
	if units == 0 {
		return agree.Coefficient{Undefined: agree.NoUnits}
	}
	return agree.Coefficient{Value: sum / float64(units), Observed: sum / float64(units), Units: units}
}

func (d *markedDocument) whole() bool { return !slices.Contains(d.finished, false) }

// inAll returns the same markings in which a document counts only if it is finished for all codes.
func (m *markings) inAll() *markings {
	out := &markings{coders: m.coders, codes: m.codes, documents: slices.Clone(m.documents)}
	for d := range out.documents {
		if !out.documents[d].whole() {
			out.documents[d].finished = make([]bool, m.codes)
		}
	}
	return out
}
