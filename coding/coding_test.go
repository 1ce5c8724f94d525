package coding

import (
	"reflect"
	"regexp"
	"testing"

	"crosscase/corpus"
)

func passage(document string, start, end int) corpus.Passage {
	return corpus.Passage{Document: document, Span: corpus.Span{Start: start, End: end}}
}

func TestIDsAreStableAndHaveNoVowels(t *testing.T) {
	c := Coding{Code: "trust", Coder: "ann", Passage: passage("a-interview.txt", 812, 854)}
	if got := NewID(c, "sha256:9f2c41", 7); got != "pz3vvhf" {
		t.Errorf("the id of a coding became %s; ids on researchers' disks are made anew by it", got)
	}
	form := regexp.MustCompile(`^[bcdfghjkmnpqrstvwxz][bcdfghjkmnpqrstvwxz2-9]{6}$`)
	seen := map[string]bool{}
	for start := range 2000 {
		c.Start = start
		id := NewID(c, "sha256:9f2c41", 7)
		if !form.MatchString(id) {
			t.Fatalf("id %q is not a letter and six letters or digits without vowels", id)
		}
		seen[id] = true
	}
	if len(seen) < 1999 {
		t.Errorf("2000 codings got only %d ids", len(seen))
	}
}

func TestIDDependsOnEachPartOfTheCoding(t *testing.T) {
	c := Coding{Code: "trust", Coder: "ann", Passage: passage("a.txt", 1, 9)}
	id := NewID(c, "d", 7)
	for what, other := range map[string]Coding{
		"document": {Code: "trust", Coder: "ann", Passage: passage("b.txt", 1, 9)},
		"place":    {Code: "trust", Coder: "ann", Passage: passage("a.txt", 1, 10)},
		"code":     {Code: "doubt", Coder: "ann", Passage: passage("a.txt", 1, 9)},
		"coder":    {Code: "trust", Coder: "ola", Passage: passage("a.txt", 1, 9)},
	} {
		if NewID(other, "d", 7) == id {
			t.Errorf("another %s has the same id", what)
		}
	}
	if NewID(c, "e", 7) == id {
		t.Error("another text has the same id")
	}
	c.Note, c.Says = "a note", Against
	if NewID(c, "d", 7) != id {
		t.Error("a note changes the id")
	}
}

func TestIDThatIsTakenIsLengthened(t *testing.T) {
	c := Coding{Code: "trust", Coder: "ann", Passage: passage("a.txt", 1, 9)}
	short := NewID(c, "d", 7)
	taken := map[string]bool{short: true}
	codings := []Coding{c, {ID: "kept", Code: "x"}}
	Number(codings, "d", taken)
	if got := codings[0].ID; got != NewID(c, "d", 8) || got[:7] != short {
		t.Errorf("id %s, want %s and one more", got, short)
	}
	if codings[1].ID != "kept" || !taken[codings[0].ID] {
		t.Errorf("ids %+v, taken %v", codings, taken)
	}
}

func TestSetIsInTextOrderAndKnowsWhatLiesOver(t *testing.T) {
	s := NewSet([]Coding{
		{ID: "5", Passage: passage("b.txt", 0, 5)},
		{ID: "4", Passage: passage("a.txt", 30, 40)},
		{ID: "2", Passage: passage("a.txt", 10, 20), Code: "x"},
		{ID: "3", Passage: passage("a.txt", 10, 20), Code: "y"},
		{ID: "1", Passage: passage("a.txt", 5, 35)},
	})
	ids := func(cs []Coding) (out []string) {
		for _, c := range cs {
			out = append(out, c.ID)
		}
		return out
	}
	if got := ids(s.All()); !reflect.DeepEqual(got, []string{"1", "2", "3", "4", "5"}) {
		t.Errorf("order %v", got)
	}
	if got := ids(s.In("b.txt")); !reflect.DeepEqual(got, []string{"5"}) {
		t.Errorf("in b.txt %v", got)
	}
	if s.In("c.txt") != nil && len(s.In("c.txt")) != 0 {
		t.Error("codings in a document that has none")
	}
	for _, c := range []struct {
		start, end int
		want       []string
	}{
		{19, 20, []string{"1", "2", "3"}},
		{20, 30, []string{"1"}}, // ends are open: 10-20 and 30-40 only touch it
		{34, 36, []string{"1", "4"}},
		{40, 50, nil},
	} {
		if got := ids(s.Over(passage("a.txt", c.start, c.end))); !reflect.DeepEqual(got, c.want) {
			t.Errorf("over %d-%d: %v, want %v", c.start, c.end, got, c.want)
		}
	}
}

func TestSaysAndBasis(t *testing.T) {
	for in, want := range map[string]Says{"": For, "for": For, "against": Against, "qualified": Qualified} {
		if got, err := ParseSays(in); err != nil || got != want {
			t.Errorf("says %q: %q, %v", in, got, err)
		}
	}
	if _, err := ParseSays("For"); err == nil {
		t.Error(`says "For" was taken`)
	}
	for basis, weak := range map[string]bool{"": false, "experience": false, "plan": false, "report": false, "hearsay": true, "inferred": true} {
		if _, err := ParseBasis(basis); err != nil {
			t.Errorf("basis %q: %v", basis, err)
		}
		if Weak(basis) != weak {
			t.Errorf("basis %q: weak is %v", basis, !weak)
		}
	}
	if _, err := ParseBasis("rumour"); err == nil {
		t.Error(`basis "rumour" was taken`)
	}
}
