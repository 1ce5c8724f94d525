package coding

import (
	"reflect"
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
	got := set.Chosen(nil, fits)
	want := slices.DeleteFunc(slices.Clone(set.All()), func(c Coding) bool { return !fits(&c) })
	if !slices.EqualFunc(got, want, func(a, b Coding) bool { return a.ID == b.ID }) || len(got) != 12 {
		t.Errorf("got %v, want %v", got, want)
	}
	if of := set.Chosen(func(code string) bool { return code == "x" }, func(c *Coding) bool { return c.Coder != "bo" }); !reflect.DeepEqual(of, got) {
		t.Errorf("of one code %v, want %v", of, got)
	}
}

// A set that fetches its codings is the set of them, whatever was asked for before.
func TestASetThatFetchesIsTheSetOfAll(t *testing.T) {
	var layers []*Layer
	counts := map[string]int{}
	for _, document := range []string{"c.txt", "a.txt", "b.txt"} {
		counts[document] = 10
		for i, coder := range []string{"ann", "bo"} {
			l := &Layer{Coder: coder, Document: document}
			for n := range 5 {
				l.Codings = append(l.Codings, Coding{Coder: coder, Code: []string{"x", "y"}[n%2], ID: coder + document + string(rune('0'+n)),
					Passage: corpus.Passage{Document: document, Span: corpus.Span{Start: (n*7 + i*3) % 11, End: 20}}})
			}
			layers = append(layers, l)
		}
	}
	fetched := map[string]int{}
	fetch := func(document string, want func(string) bool) [][]Coding {
		fetched[document]++
		var out [][]Coding
		for _, l := range layers {
			if l.Document == document {
				out = append(out, slices.DeleteFunc(slices.Clone(l.Codings), func(c Coding) bool { return want != nil && !want(c.Code) }))
			}
		}
		return out
	}
	set, whole := SetFrom(counts, fetch), SetOf(layers)
	x := func(code string) bool { return code == "x" }
	any := func(*Coding) bool { return true }
	if got := set.Chosen(x, any); !reflect.DeepEqual(got, whole.Chosen(x, any)) {
		t.Errorf("of code x: %v", got)
	}
	once := make([]Coding, 0)
	for _, c := range set.Once("b.txt") {
		once = append(once, *c)
	}
	if !reflect.DeepEqual(once, whole.In("b.txt")) || !reflect.DeepEqual(set.In("b.txt"), whole.In("b.txt")) {
		t.Errorf("in b.txt: %v", set.In("b.txt"))
	}
	n := fetched["b.txt"]
	if set.In("b.txt"); fetched["b.txt"] != n {
		t.Error("what was asked for is fetched again")
	}
	changed := set.With("a.txt", layers[:1])
	if got := changed.In("a.txt"); len(got) != 0 || changed.Len() != 20 || len(changed.All()) != 20 {
		t.Errorf("without those of a.txt: %d of %d codings, %v", changed.Len(), len(changed.All()), got)
	}
	if set.Len() != 30 || !reflect.DeepEqual(set.All(), whole.All()) {
		t.Errorf("all: %v", set.All())
	}
}
