package coding

import (
	"slices"
	"testing"

	"crosscase/corpus/words"
)

func TestACodeIsLearnedFromItsPassages(t *testing.T) {
	a := words.NewAnalyser("en")
	var all [][]Term
	for _, text := range []string{
		"we compare results", "they compared lists", "comparing clinics", "a comparable case", // with it
		"the roof leaks", "lunch is late", "a new car", "paint peels off", "forms take ages", // without
		"nobody compares anything", "coffee is free",
	} {
		all = append(all, TermsOf(text, a, nil))
	}
	w := NewTermWeights(all)
	var p []Profile
	for _, terms := range all {
		p = append(p, w.Profile(terms))
	}
	if Learn(p[:3], p[4:9], nil) != nil || Learn(p[:4], p[4:7], nil) != nil {
		t.Error("something was learned from too little")
	}
	l := Learn(p[:4], p[4:9], nil)
	if yes, no := l.Score(p[9]), l.Score(p[10]); yes <= no || no != 0 {
		t.Errorf("a passage like those coded scores %v, another %v", yes, no)
	}
	if got := l.Because(all[9], p[9]); !slices.Equal(got, []string{"compares"}) {
		t.Errorf("because of %q", got)
	}
	if !l.Enough(l.Score(p[0])) || l.Enough(0) {
		t.Error("a passage learned from is not proposed, or one that nothing speaks for is")
	}
	if defined := Learn(p[:4], p[4:9], w.Profile(TermsOf("free coffee", a, nil))); defined.Score(p[10]) <= 0 {
		t.Error("what the code book says of the code counts for nothing")
	}
}
