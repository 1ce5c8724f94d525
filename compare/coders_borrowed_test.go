package compare

import (
	"slices"
	"testing"

	"crosscase/compare/agree"
	"crosscase/corpus"
)

// Of four units one coder took the first over from a proposal and gave the code nowhere herself: that both left the three others alone is no agreement
// on the code.
func TestWorkTakenOverLeavesNoAgreement(t *testing.T) {
	units := []corpus.Span{{Start: 0, End: 4}, {Start: 5, End: 9}, {Start: 10, End: 14}, {Start: 15, End: 19}}
	marked := func(of ...markedSpan) *markings {
		return &markings{coders: 2, codes: 1, documents: []markedDocument{{units: units, length: 20, finished: []bool{true}, marks: [][][]markedSpan{{of}, {nil}}}}}
	}
	a := inquiry{measures: measures()[:3]}
	taken := markedSpan{Span: units[0], left: true}
	f := marked(taken).ofCode(0, a)
	if f.used != 3 || f.percent.Undefined != nothingOwn || slices.ContainsFunc(f.values, func(v agree.Coefficient) bool { return v.Undefined != nothingOwn }) {
		t.Errorf("%+v", f)
	}
	own := markedSpan{Span: units[2]}
	if f := marked(taken, own).ofCode(0, a); f.used != 3 || !f.percent.Defined() || f.percent.Value != 2.0/3 {
		t.Errorf("%+v", f)
	}
	if f := marked(own).ofCode(0, a); f.used != 4 || f.percent.Value != 3.0/4 {
		t.Errorf("%+v", f)
	}
}
