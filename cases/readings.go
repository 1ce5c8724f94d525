package cases

import (
	"slices"

	"crosscase/coding"
)

// Readings is what many standings of one study rest on, worked out once: whose layers speak of a
// document, which of its codings are of a code, what was asked in it. It holds as long as the study does not
// change, and is used by one at a time; several of one study may be used at once.
type Readings struct {
	study    *Study
	layers   map[string][]*coding.Layer
	byCode   map[string]map[string][]int
	coverage map[string]Coverage
	asked    map[askedKey]*asked
	headings map[*coding.Code]bool
	arounds  map[string]*around
}

// NewReadings returns readings of a study as it is now.
func (s *Study) NewReadings() *Readings { return &Readings{study: s} }

// layersOf returns what people said of a document; the codings may be missing.
func (rd *Readings) layersOf(document string) []*coding.Layer {
	people, ok := rd.layers[document]
	if !ok {
		for _, l := range rd.study.saidOf(document) {
			if !coding.Machine(l.Coder) {
				people = append(people, l)
			}
		}
		if rd.layers == nil {
			rd.layers = map[string][]*coding.Layer{}
		}
		rd.layers[document] = people
	}
	return people
}

// places returns which of the codings of a document are of some codes, in text order.
func (rd *Readings) places(document string, keys map[string]bool) []int {
	of, ok := rd.byCode[document]
	if !ok {
		of = map[string][]int{}
		for i, c := range rd.study.Codings.In(document) {
			of[c.Code] = append(of[c.Code], i)
		}
		if rd.byCode == nil {
			rd.byCode = map[string]map[string][]int{}
		}
		rd.byCode[document] = of
	}
	if len(keys) == 1 {
		for key := range keys {
			return of[key]
		}
	}
	var out []int
	for key := range keys {
		out = append(out, of[key]...)
	}
	slices.Sort(out)
	return out
}

// around returns what stands around the passages of a document.
func (rd *Readings) around(document string) *around {
	a := rd.arounds[document]
	if a == nil {
		a = rd.study.around(document)
		if rd.arounds == nil {
			rd.arounds = map[string]*around{}
		}
		rd.arounds[document] = a
	}
	return a
}

// coverageOf returns which question was asked in an interview.
func (rd *Readings) coverageOf(document string) Coverage {
	c, ok := rd.coverage[document]
	if !ok {
		c = rd.study.Coverage(document)
		if rd.coverage == nil {
			rd.coverage = map[string]Coverage{}
		}
		rd.coverage[document] = c
	}
	return c
}
