package query

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"crosscase/corpus"
)

func TestTheTermsOfAQuery(t *testing.T) {
	const s = "mål og tall, bare tall"
	text := corpus.NewText(s)
	for _, c := range []struct{ query, want string }{
		{"tall mål tall", "tall 2, mål 1"},
		{"mål NOT tall", "mål 1"},
		{"mål WITHOUT tall", "mål 1"},
		{"mål NEAR/1 =tallet", "mål 1, =tallet 0"},
		{`SENTENCE("og tall" OR m*l) case:a`, `"og tall" 1, m*l 1`},
		{"/a\\/b|og/ mlå~ tall~2", `/a\/b|og/ 1, mlå~ 1, tall~2 2`},
		{"og-tall =og-tall", `og-tall 1, "og tall" 1`},
		{"case:A", ""},
	} {
		q, err := Parse(c.query)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, term := range q.Matcher("nb", places{text}).Terms(NewStretch(text, corpus.Passage{Span: corpus.Span{End: text.Len()}})) {
			got = append(got, fmt.Sprint(term.Text, " ", len(term.Places)))
		}
		if strings.Join(got, ", ") != c.want {
			t.Errorf("%s: got %s, want %s", c.query, strings.Join(got, ", "), c.want)
		}
	}
}

// A term can be typed again and is found at the same places.
func TestATermCanBeTypedAgain(t *testing.T) {
	r := rand.New(rand.NewPCG(13, 1))
	seen := 0
	for range 2000 {
		q, err := Parse(random(r, 3))
		if err != nil {
			t.Fatal(err)
		}
		s := randomText(r)
		text := corpus.NewText(s)
		for _, term := range q.Matcher("nb", places{text}).Terms(NewStretch(text, corpus.Passage{Document: "x.txt", Span: corpus.Span{End: text.Len()}})) {
			_, again := ask(t, term.Text, s)
			if fmt.Sprint(again) != fmt.Sprint(term.Places) {
				t.Fatalf("%s of %s in %q: %v, typed again %v", term.Text, q.Text, s, term.Places, again)
			}
			seen += len(again)
		}
	}
	if seen < 1000 {
		t.Errorf("only %d places", seen)
	}
}

func TestAnyOfWords(t *testing.T) {
	text := corpus.NewText("Målene: KOSTRA, or OR not.")
	ok, found := AnyOf([]string{"mål", "or"}).Matcher("nb", nil).Match(text, corpus.Passage{Span: corpus.Span{End: text.Len()}})
	if !ok || fmt.Sprint(found) != "[0-6 16-18 19-21]" {
		t.Error(ok, found)
	}
}

func TestARegularExpressionThatRepeatsTooMuchIsRefused(t *testing.T) {
	for _, s := range []string{`/(a{100}){100}/`, `/\pL{1000}/ /\pL{1000}/ /\pL{1000}/ /\pL{1000}/`, strings.Repeat("/a{900}/ ", 5)} {
		if _, err := Parse(s); err == nil {
			t.Errorf("%s is taken", s)
		} else if !strings.Contains(err.Error(), "too large") && !strings.Contains(err.Error(), "no regular expression") {
			t.Errorf("%s: %v", s, err)
		}
	}
	if _, err := Parse(`/\pL{20} (en|to|tre){3}/ ` + strings.Repeat("/[a-zæøå]+isk/ ", 40)); err != nil {
		t.Error(err)
	}
}

func TestAPlaceIsCutOffAtThePassage(t *testing.T) {
	text := corpus.NewText("a b c d")
	at := corpus.Passage{Document: "x.txt", Span: corpus.Span{Start: 2, End: 5}}
	q, err := Parse("code:x")
	if err != nil {
		t.Fatal(err)
	}
	ok, found := q.Matcher("en", everywhere{}).Match(text, at)
	if !ok || len(found) != 1 || found[0] != at.Span {
		t.Error(ok, found)
	}
}

// everywhere is a resolver by which a coding goes beyond every passage.
type everywhere struct{}

func (everywhere) Holds(Field, corpus.Passage) (bool, []corpus.Span) {
	return true, []corpus.Span{{Start: 0, End: 7}}
}
