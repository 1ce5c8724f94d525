package coding

import (
	"slices"
	"testing"

	"crosscase/corpus"
)

func TestChosenIsAllWithoutThoseThatDoNotFit(t *testing.T) {
	var layers []*Layer
	for i, coder := range []string{"ann", "bo", "cy"} {
		for _, document := range []string{"b.txt", "a.txt"} {
			l := &Layer{Coder: coder, Document: document}
			for n := range 6 {
				l.Codings = append(l.Codings, Coding{Coder: coder, Code: []string{"x", "y"}[n%2], ID: coder + document + string(rune('0'+n)),
					Passage: corpus.Passage{Document: document, Span: corpus.Span{Start: (n*7 + i*3) % 11, End: 20}}})
			}
			layers = append(layers, l)
		}
	}
	set := SetOf(layers)
	fits := func(c *Coding) bool { return c.Code == "x" && c.Coder != "bo" }
	got := set.Chosen(fits)
	want := slices.DeleteFunc(slices.Clone(set.All()), func(c Coding) bool { return !fits(&c) })
	if !slices.EqualFunc(got, want, func(a, b Coding) bool { return a.ID == b.ID }) || len(got) != 12 {
		t.Errorf("got %v, want %v", got, want)
	}
}
