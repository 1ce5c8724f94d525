package query

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"crosscase/corpus"
)

// allPairs is near as its description says it, pair by pair.
func allPairs(as, bs []placed, n int, ordered bool) []corpus.Span {
	var out []corpus.Span
	for _, a := range as {
		for _, b := range bs {
			near := b.Start >= a.Start && b.first <= a.last+n || !ordered && a.Start >= b.Start && a.first <= b.last+n
			if near && a.Span != b.Span {
				out = append(out, a.Union(b.Span))
			}
		}
	}
	return out
}

// edges returns of the places that begin at one character the shortest and the longest.
func edges(places []corpus.Span) []corpus.Span {
	var out []corpus.Span
	places = inOrder(places)
	for i, p := range places {
		if i == 0 || places[i-1].Start != p.Start || i+1 == len(places) || places[i+1].Start != p.Start {
			out = append(out, p)
		}
	}
	return out
}

func TestNearIsTheShortestAndTheLongestOfAllPairs(t *testing.T) {
	r := rand.New(rand.NewPCG(12, 1))
	text := corpus.NewText(strings.Repeat("ja nei ", 20))
	x := NewStretch(text, corpus.Passage{Span: corpus.Span{End: text.Len()}})
	some := func() []placed {
		var out []corpus.Span
		for range r.IntN(14) {
			start := r.IntN(text.Len() - 12)
			out = append(out, corpus.Span{Start: start, End: start + 1 + r.IntN(11)})
		}
		return x.placed(out)
	}
	held := 0
	for range 20000 {
		as, bs, n := some(), some(), 1+r.IntN(6)
		for _, ordered := range []bool{true, false} {
			got := pairs(nil, as, bs, n)
			if !ordered {
				got = pairs(got, bs, as, n)
			}
			want := allPairs(as, bs, n, ordered)
			if !slices.Equal(edges(got), edges(want)) {
				t.Fatalf("%v near/%d %v, ordered %v:\n got %v\nwant %v", as, n, bs, ordered, edges(got), edges(want))
			}
			all := corpus.Span{End: text.Len()}
			if !slices.Equal(merge(got, all), merge(want, all)) {
				t.Fatalf("%v near/%d %v, ordered %v marks other words", as, n, bs, ordered)
			}
			held += len(want)
		}
	}
	if held < 10000 {
		t.Errorf("only %d pairs: the test says little", held)
	}
}

func TestALongChainOfNearsIsBounded(t *testing.T) {
	text := corpus.NewText(strings.Repeat("ja ", 5000))
	at := corpus.Passage{Span: corpus.Span{End: text.Len()}}
	for _, chain := range []string{
		"ja" + strings.Repeat(" NEAR/1000 ja", 60),
		"/j/" + strings.Repeat(" NEAR/1000 (ja OR /a/)", 60),
		"ja" + strings.Repeat(" BEFORE/900 ja", 60),
		"ja" + strings.Repeat(" WITHIN ja", 60) + strings.Repeat(" OVERLAPS ja", 60),
		"TURN(ja" + strings.Repeat(" NEAR/1000 SENTENCE(ja)", 60) + ")",
	} {
		q, err := Parse(chain)
		if err != nil {
			t.Fatal(err)
		}
		if ok, _ := q.Matcher("nb", nil).Match(text, at); !ok {
			t.Errorf("%.40s… does not hold", chain)
		}
	}
}

// whole answers case:A for the whole, and "some" for the words that the name says.
func TestAFieldOfTheWholeTouchesEveryPlaceInIt(t *testing.T) {
	const s = "mål og tall, bare tall"
	for _, c := range []struct{ query, want string }{
		{"tall WITHOUT case:A", ""},
		{"tall WITHOUT case:a", "mål og [tall], bare [tall]"},
		{"tall WITHOUT (case:A OR budsjett)", ""},
		{"tall WITHOUT SENTENCE(case:A)", ""},
		{"tall WITHIN case:A", "mål og [tall], bare [tall]"},
		{"tall WITHIN case:a", ""},
		{"tall OVERLAPS case:A", "mål og [tall], bare [tall]"},
		{"tall OVERLAPS case:a", ""},
		{"case:A WITHIN case:A", s},
		{"case:A WITHOUT tall", ""},
		{"case:A WITHOUT budsjett", s},
		{"case:A OVERLAPS tall", s},
		{"case:A WITHIN /.*/", s},
		{"case:A WITHIN tall", ""},
		{"(case:A OR mål) WITHIN /mål og/", "[mål] og tall, bare tall"},
		{"mål NEAR/1 case:A", "[mål] og tall, bare tall"},
		{"case:A BEFORE/1 tall", "mål og [tall], bare [tall]"},
		{"case:A NEAR case:B", s},
		{"case:A NEAR case:b", ""},
		{"tall WITHOUT (mål NEAR case:A)", "mål og [tall], bare [tall]"},
		{"tall WITHOUT (case:A NEAR case:B)", ""},
	} {
		if got := marked(t, c.query, "nb", s); got != c.want {
			t.Errorf("%s:\n got %q\nwant %q", c.query, got, c.want)
		}
	}
}

// What holds of the whole may as well stand beside the rest with AND.
func TestLawsOfFieldsOfTheWhole(t *testing.T) {
	r := rand.New(rand.NewPCG(12, 2))
	for range 4000 {
		s, a, field := randomText(r), place(r, 2), pick(r, "case:A", "case:b")
		for _, law := range [][2]string{
			{"%s WITHIN %s", "(%s) AND %s"},
			{"%s OVERLAPS %s", "(%s) AND %s"},
			{"%s WITHOUT %s", "(%s) AND NOT %s"},
		} {
			left, right := fmt.Sprintf(law[0], a, field), fmt.Sprintf(law[1], a, field)
			ok1, places1 := ask(t, left, s)
			ok2, places2 := ask(t, right, s)
			if ok1 != ok2 || !slices.Equal(places1, places2) {
				t.Fatalf("in %q:\n%s: %v %v\n%s: %v %v", s, left, ok1, places1, right, ok2, places2)
			}
		}
		if both, _ := ask(t, fmt.Sprintf("(%s WITHOUT %s) OR (%s OVERLAPS %s)", a, place(r, 1), a, field), s); both {
			if ok, _ := ask(t, a, s); !ok {
				t.Fatalf("%s does not hold in %q, but some of its places do", a, s)
			}
		}
	}
}

func TestEitherPartsNearAndWithin(t *testing.T) {
	r := rand.New(rand.NewPCG(12, 3))
	for range 3000 {
		s, a, b, c := randomText(r), place(r, 1), place(r, 1), place(r, 1)
		for _, op := range []string{"NEAR/3", "BEFORE/2", "WITHIN", "OVERLAPS"} {
			left := fmt.Sprintf("(%s OR %s) %s %s", a, b, op, c)
			right := fmt.Sprintf("%s %s %s OR %s %s %s", a, op, c, b, op, c)
			ok1, places1 := ask(t, left, s)
			ok2, places2 := ask(t, right, s)
			if ok1 != ok2 || !slices.Equal(places1, places2) {
				t.Fatalf("in %q:\n%s: %v %v\n%s: %v %v", s, left, ok1, places1, right, ok2, places2)
			}
		}
	}
}

// Whatever is asked of whatever text ends soon, with places in order, and wide finds what plain does.
func FuzzMatch(f *testing.F) {
	f.Add("a NEAR/5 (b OR c) WITHIN case:A", "a b c. c å mål\n\nx 1\u202f000 b")
	f.Add("SENTENCE(m*l) WITHOUT tall:some", "mål og tall, bare tall")
	f.Add("kostra-tall~ OR /t+/ OVERLAPS ta?l", "KOSTRA-tall")
	f.Fuzz(func(t *testing.T, typed, s string) {
		q, err := Parse(typed)
		if err != nil || len(s) > 2000 || len(typed) > 400 {
			return
		}
		start := time.Now()
		if checkMatch(t, q, s) {
			text := corpus.NewText(s)
			whole := corpus.Passage{Document: "x.txt", Span: corpus.Span{End: text.Len()}}
			m := q.Wide([][]string{{"mål", "tall"}}).Matcher("nb", places{text})
			if ok, _ := m.Match(text, whole); !ok && !strings.Contains(typed, "NOT") && !strings.Contains(typed, "WITHOUT") {
				if plain, _ := q.Matcher("nb", places{text}).Match(text, whole); plain {
					t.Fatalf("%q holds in %q, but not when its words stand for their kin too", typed, s)
				}
			}
			m.Terms(NewStretch(text, whole))
		}
		if took := time.Since(start); took > 10*time.Second {
			t.Fatalf("%q in %d bytes took %v", typed, len(s), took)
		}
	})
}

// What a chain of NEARs keeps at each link is bounded by the words, not by the links: two places a word.
func TestALinkOfAChainKeepsTwoPlacesAWord(t *testing.T) {
	const count = 1000
	text := corpus.NewText(strings.Repeat("ja ", count))
	x := NewStretch(text, corpus.Passage{Span: corpus.Span{End: text.Len()}})
	for _, link := range []string{" NEAR/1000 ja", " BEFORE/1000 ja", " FOLLOWS/1000 j*a", " NEAR/1000 (ja OR /a/)"} {
		for _, links := range []int{1, 2, 5, 40} {
			q, err := Parse("ja" + strings.Repeat(link, links))
			if err != nil {
				t.Fatal(err)
			}
			m := q.Matcher("nb", nil)
			_, places := m.near(q.root.(near), x)
			if kept := len(x.placed(places)); kept == 0 || kept > 4*count {
				t.Errorf("%d links of%s keep %d places of %d words", links, link, kept, count)
			}
		}
	}
}

func BenchmarkAChainOfNears(b *testing.B) {
	text := corpus.NewText(strings.Repeat("ja ", 1000))
	at := corpus.Passage{Span: corpus.Span{End: text.Len()}}
	for _, links := range []int{1, 30, maxJoined} {
		q, err := Parse("ja" + strings.Repeat(" NEAR/1000 ja", links))
		if err != nil {
			b.Fatal(err)
		}
		b.Run(fmt.Sprint(links), func(b *testing.B) {
			m := q.Matcher("nb", nil)
			for b.Loop() {
				if ok, _ := m.Match(text, at); !ok {
					b.Fatal("no match")
				}
			}
		})
	}
}
