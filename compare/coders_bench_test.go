package compare

import (
	"math/rand/v2"
	"testing"

	"crosscase/compare/agree"
	"crosscase/corpus"
)

// largeMarkings are 50 codes over 1,000 documents of 8,000 words, 100,000 codings by two coders: units of some 60 characters
// (a sentence each), codings of one to five of them, the second coder finding two of three of the first's.
func largeMarkings() *markings {
	random := rand.New(rand.NewPCG(1, 1))
	const length, unit = 8000 * 6, 60
	m := &markings{coders: 2, codes: 50}
	for range 1000 {
		d := markedDocument{length: length, finished: make([]bool, m.codes), marks: make([][][]markedSpan, m.coders)}
		for at := 0; at < length; at += unit {
			d.units = append(d.units, corpus.Span{Start: at, End: at + unit - 1})
		}
		for j := range d.marks {
			d.marks[j] = make([][]markedSpan, m.codes)
		}
		for c := range d.finished {
			d.finished[c] = true
		}
		for range 50 { // of each coder
			code, start := random.IntN(m.codes), random.IntN(length-300)
			k := markedSpan{Span: corpus.Span{Start: start, End: start + 20 + random.IntN(250)}}
			d.marks[0][code] = append(d.marks[0][code], k)
			if random.IntN(3) == 0 {
				k.Start = random.IntN(length - 300)
				k.End = k.Start + 100
			}
			d.marks[1][code] = append(d.marks[1][code], k)
		}
		m.documents = append(m.documents, d)
	}
	return m
}

// BenchmarkCoders computes all coefficients of given units and of free passages, code by code and overall, with 5,000 resamples.
func BenchmarkCoders(b *testing.B) {
	m := largeMarkings()
	a := inquiry{measures: measures()[:5], sampling: agree.Resampling{Resamples: 5000, Level: 0.95, Seed: 1}}
	for b.Loop() {
		each := make([]figures, m.codes)
		for c := range each {
			each[c] = m.ofCode(c, a)
		}
		m.ofAll(a, each)
		m.spans()
	}
}
