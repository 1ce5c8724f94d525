package compare

import (
	"math"
	"math/rand/v2"
	"testing"

	"crosscase/compare/agree"
	"crosscase/corpus"
)

// randomMarkings are a few short documents with codings of every kind of overlap, some of them left out.
func randomMarkings(random *rand.Rand, coders, codes int) *markings {
	m := &markings{coders: coders, codes: codes}
	for range 1 + random.IntN(3) {
		d := markedDocument{length: 60 + random.IntN(60), marks: make([][][]markedSpan, coders)}
		for at := random.IntN(5); at < d.length-6; at += 4 + random.IntN(12) {
			d.units = append(d.units, corpus.Span{Start: at, End: at + 4})
		}
		for range codes {
			d.finished = append(d.finished, random.IntN(5) > 0)
		}
		for j := range d.marks {
			d.marks[j] = make([][]markedSpan, codes)
			for c := range d.marks[j] {
				for at := random.IntN(40); at < d.length-1; at += random.IntN(50) {
					end := min(d.length, at+1+random.IntN(20))
					d.marks[j][c] = append(d.marks[j][c], markedSpan{Span: corpus.Span{Start: at, End: end}, left: random.IntN(6) == 0})
				}
			}
		}
		m.documents = append(m.documents, d)
	}
	return m
}

// said looks at a unit as one would by hand.
func (d *markedDocument) said(coder, code int, unit corpus.Span) int {
	out := notCoded
	for _, k := range d.marks[coder][code] {
		if k.Overlaps(unit) {
			if !k.left {
				return isCoded
			}
			out = leftOut
		}
	}
	return out
}

func TestMarkingsAreJudgedAsByHand(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		m := randomMarkings(random, 2+random.IntN(2), 3)
		for c := range m.codes {
			byCoder := make([][]float64, m.coders)
			for d := range m.documents {
				doc := &m.documents[d]
				if !doc.finished[c] {
					continue
				}
				for _, u := range doc.units {
					for j := range byCoder {
						v := float64(doc.said(j, c, u))
						if v == leftOut {
							v = math.NaN()
						}
						byCoder[j] = append(byCoder[j], v)
					}
				}
			}
			want, err := agree.NewRatings(byCoder, 0, 1)
			if err != nil {
				t.Fatal(err)
			}
			touched, units := m.judged(c)
			got := m.ratings(touched, units)
			if a, b := agree.Alpha(got, agree.Nominal), agree.Alpha(want, agree.Nominal); got.Units() != want.Units() || a != b || agree.Percent(got) != agree.Percent(want) {
				t.Fatalf("%d units and %+v, by hand %d and %+v", got.Units(), a, want.Units(), b)
			}
		}
	}
}

func TestSetsOfCodesAreThoseOfTheUnits(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for range 200 {
		m := randomMarkings(random, 2, 3)
		var patterns []agree.SetPattern
		units := 0
		for d := range m.documents {
			doc := &m.documents[d]
			if !doc.whole() {
				continue
			}
			for _, u := range doc.units {
				units++
				p := agree.SetPattern{Units: 1}
				for j := range m.coders {
					set, known := []int{}, true
					for c := range m.codes {
						switch doc.said(j, c, u) {
						case isCoded:
							set = append(set, c)
						case leftOut:
							known = false
						}
					}
					if !known {
						set = nil
					}
					p.Sets = append(p.Sets, set)
				}
				patterns = append(patterns, p)
			}
		}
		want, err := agree.NewSets(2, 3, patterns)
		if err != nil {
			t.Fatal(err)
		}
		judged := make([][]judgement, m.codes)
		for c := range judged {
			judged[c], _ = m.judged(c)
		}
		got, same, _, n := m.sets(judged)
		a, b := agree.MultiValuedAlpha(got), agree.MultiValuedAlpha(want)
		if n != units || a.Undefined != b.Undefined || math.Abs(a.Value-b.Value) > 1e-12 || same != sameSets(patterns) && math.Abs(same.Value-sameSets(patterns).Value) > 1e-12 {
			t.Fatalf("%d units and %+v, by hand %d and %+v", n, a, units, b)
		}
	}
}

// Laying a text out without what was left out is the same as deleting these characters and moving everything up.
func TestWhatIsLeftOutIsCutOutOfTheContinuum(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	for range 200 {
		m := randomMarkings(random, 2, 1)
		for d := range m.documents {
			m.documents[d].finished[0] = true
		}
		units, length, _ := m.laid([]int{0}, func(*markedDocument) bool { return true })
		var lines [2][]bool // of every character that is kept: whether the coder marked it
		for d := range m.documents {
			doc := &m.documents[d]
			for x := range doc.length {
				here := corpus.Span{Start: x, End: x + 1}
				var marked [2]bool
				gone := false
				for j := range marked {
					for _, k := range doc.marks[j][0] {
						if k.Overlaps(here) {
							gone = gone || k.left
							marked[j] = marked[j] || !k.left
						}
					}
				}
				if !gone {
					lines[0], lines[1] = append(lines[0], marked[0]), append(lines[1], marked[1])
				}
			}
		}
		if length != len(lines[0]) {
			t.Fatalf("%d characters, by hand %d", length, len(lines[0]))
		}
		for j := range lines {
			got := make([]bool, length)
			for i, u := range units[j] {
				if i > 0 && u.Start < units[j][i-1].End {
					t.Fatalf("%v overlaps the unit before it", u)
				}
				for x := u.Start; x < u.End; x++ {
					got[x] = true
				}
			}
			for x := range got {
				if got[x] != lines[j][x] {
					t.Fatalf("character %d of coder %d: %v, by hand %v", x, j, got[x], lines[j][x])
				}
			}
		}
	}
}
