package compare

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"crosscase/cases"
	"crosscase/corpus"
)

// The words of units and where they stand are what the texts say, and codes meet where a look at each pair of
// units says so.
func TestUnitsAndMeetingsAreThoseOfTheSimpleWay(t *testing.T) {
	met := 0
	for seed := range uint64(60) {
		s := invented(rand.New(rand.NewPCG(seed, 9))).open(t)
		for _, kind := range CountingUnits() {
			u, err := affirmedUnitsOf(s, kind, cases.Filter{}, true)
			if err != nil {
				t.Fatal(err)
			}
			for i, of := range u.of {
				for _, x := range of {
					var keys []string
					for _, c := range s.CasesAt(x.at) {
						keys = append(keys, c.Key)
					}
					if kind == CaseUnit {
						keys = []string{x.key}
					}
					e := x.evidence
					if e.Quote != sliceOf(s, x.at.Document, x.at.Start, x.at.End) || e.Passage != x.at.String() || e.Cite != s.Cite(x.at) || e.Case != strings.Join(keys, " ") {
						t.Fatalf("seed %d, %s, %s: %+v at %s", seed, kind, u.codes[i].Key, e, x.at)
					}
				}
			}
			u.settle(Options{})
			for _, overlap := range []bool{false, true} {
				if overlap && kind != PassageUnit {
					continue
				}
				got := u.meetings(overlap)
				for i := range u.of {
					for j := range u.of {
						var want []codedUnit
						for _, x := range u.of[i] {
							for _, y := range u.of[j] {
								if i != j && (overlap && x.at.Document == y.at.Document && x.at.Overlaps(y.at.Span) || !overlap && x.key == y.key) {
									want = append(want, simplyShared(s, x, y))
								}
							}
						}
						if have := u.together(i, j, got[unitOf{i, j}]); !reflect.DeepEqual(have, want) {
							t.Fatalf("seed %d, %s, overlap %t, %s and %s:\n%+v\nwant\n%+v", seed, kind, overlap, u.codes[i].Key, u.codes[j].Key, have, want)
						}
						met += len(want)
					}
				}
			}
		}
	}
	if met < 1000 {
		t.Fatalf("codes meet %d times: too seldom to tell anything", met)
	}
}

// simplyShared is what two units share, by the text.
func simplyShared(s *cases.Study, x, y codedUnit) codedUnit {
	out := codedUnit{key: x.key, at: x.at, evidence: x.evidence}
	out.evidence.Codings = slices.Concat(x.evidence.Codings, y.evidence.Codings)
	out.evidence.Coders, out.evidence.Says = addOnce(slices.Clone(x.evidence.Coders), y.evidence.Coders...), ""
	if x.at.Document == y.at.Document && x.at.Overlaps(y.at.Span) {
		out.at.Span = corpus.Span{Start: max(x.at.Start, y.at.Start), End: min(x.at.End, y.at.End)}
		out.evidence.Passage, out.evidence.Quote = out.at.String(), sliceOf(s, out.at.Document, out.at.Start, out.at.End)
	}
	return out
}
