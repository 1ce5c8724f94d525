package query

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"crosscase/corpus"
)

var vocabulary = []string{"delmål", "grunnskolen", "mål", "målet", "målene", "måling", "tall", "tallene", "skole", "skolen", "på", "rådhuset", "KOSTRA-tall", "f.eks", "test", "tests", "testing"}

func pick(r *rand.Rand, s ...string) string { return s[r.IntN(len(s))] }

func randomText(r *rand.Rand) string {
	var b strings.Builder
	for range r.IntN(14) {
		b.WriteString(pick(r, vocabulary...) + pick(r, " ", " ", " ", ", ", ". ", "\n\n", ": 😀 "))
	}
	return b.String()
}

// place is a query that may stand beside NEAR and its kin.
func place(r *rand.Rand, depth int) string {
	switch n := r.IntN(12); {
	case n < 4 || depth == 0:
		return pick(r, vocabulary...)
	case n == 4:
		return "=" + pick(r, vocabulary...)
	case n == 5:
		return `"` + pick(r, vocabulary...) + " " + pick(r, vocabulary...) + `"`
	case n == 6:
		return pick(r, "mål*", "*tall", "m?l", "ta*l", "*st?ng", `"mål* på"`, "f?eks")
	case n == 7:
		return pick(r, "mla~", "skoel~", "tal~1", "mal~2", "tset~2")
	case n == 8:
		return pick(r, "/m.l/", "/l[ae]/", "/ t/")
	case n == 9:
		return pick(r, "case:A", "case:b", "tall:some", "skole:some")
	case n == 10:
		return "(" + place(r, depth-1) + " OR " + place(r, depth-1) + ")"
	}
	return "SENTENCE(" + place(r, depth-1) + ")"
}

func random(r *rand.Rand, depth int) string {
	if depth == 0 {
		return place(r, 1)
	}
	switch r.IntN(9) {
	case 0:
		return "(" + random(r, depth-1) + " AND " + random(r, depth-1) + ")"
	case 1:
		return "(" + random(r, depth-1) + " OR " + random(r, depth-1) + ")"
	case 2:
		return "NOT (" + random(r, depth-1) + ")"
	case 3:
		return pick(r, "SENTENCE(", "PARAGRAPH(", "TURN(") + random(r, depth-1) + ")"
	case 4, 5:
		return "(" + place(r, depth) + pick(r, " NEAR ", " NEAR/2 ", " BEFORE/3 ", " FOLLOWS/1 ") + place(r, depth) + ")"
	case 6:
		return "(" + place(r, depth) + pick(r, " WITHIN ", " OVERLAPS ", " WITHOUT ") + place(r, depth) + ")"
	}
	return place(r, depth)
}

func ask(t *testing.T, query, s string) (bool, []corpus.Span) {
	t.Helper()
	return askWide(t, query, s, false)
}

func askWide(t *testing.T, query, s string, wide bool) (bool, []corpus.Span) {
	t.Helper()
	q, err := Parse(query)
	if err != nil {
		t.Fatal(err)
	}
	if wide {
		q = q.Wide([][]string{{"tall", "test"}})
	}
	text := corpus.NewText(s)
	return q.Matcher("nb", places{text}).Match(text, corpus.Passage{Document: "x.txt", Span: corpus.Span{End: text.Len()}})
}

func TestTheLawsOfAndOrAndNot(t *testing.T) {
	r := rand.New(rand.NewPCG(11, 1))
	held := 0
	for round := range 2000 {
		s, a, b, c := randomText(r), random(r, 2), random(r, 2), random(r, 1)
		for _, law := range []struct {
			name, left, right string
			places            bool
		}{
			{"both in either order", "%[1]s AND %[2]s", "%[2]s AND %[1]s", true},
			{"either in either order", "%[1]s OR %[2]s", "%[2]s OR %[1]s", true},
			{"AND need not be written", "%[1]s AND %[2]s", "%[1]s %[2]s", true},
			{"twice is once", "%[1]s AND %[1]s", "%[1]s", true},
			{"either of the same", "%[1]s OR %[1]s", "%[1]s", true},
			{"not not", "NOT NOT %[1]s", "%[1]s", false},
			{"neither", "NOT (%[1]s OR %[2]s)", "NOT %[1]s AND NOT %[2]s", true},
			{"not both", "NOT (%[1]s AND %[2]s)", "NOT %[1]s OR NOT %[2]s", true},
			{"brackets of both", "(%[1]s AND %[2]s) AND %[3]s", "%[1]s AND (%[2]s AND %[3]s)", true},
			{"both with either", "%[1]s AND (%[2]s OR %[3]s)", "%[1]s AND %[2]s OR %[1]s AND %[3]s", true},
			{"brackets", "(%[1]s)", "%[1]s", true},
			{"a turn in a turn", "TURN(%[1]s)", "%[1]s", true},
		} {
			fill := func(s string) string {
				q := func(x string) string { return "(" + x + ")" }
				return fmt.Sprintf(s+"%[4]s", q(a), q(b), q(c), "")
			}
			left, right := fill(law.left), fill(law.right)
			ok1, places1 := askWide(t, left, s, round%8 == 0)
			ok2, places2 := askWide(t, right, s, round%8 == 0)
			if ok1 != ok2 || law.places && !slices.Equal(places1, places2) {
				t.Fatalf("%s, in %q:\n%s: %v %v\n%s: %v %v", law.name, s, left, ok1, places1, right, ok2, places2)
			}
			if ok1 {
				held++
			}
		}
	}
	if held < 5000 {
		t.Errorf("only %d queries held: the texts of this test are too poor", held)
	}
}

func TestNearIsTheSameFromBothSides(t *testing.T) {
	r := rand.New(rand.NewPCG(11, 2))
	for range 3000 {
		s, a, b, n := randomText(r), place(r, 1), place(r, 1), r.IntN(6)+1
		for _, law := range [][2]string{
			{"%[1]s NEAR/%[3]d %[2]s", "%[2]s NEAR/%[3]d %[1]s"},
			{"%[1]s BEFORE/%[3]d %[2]s", "%[2]s FOLLOWS/%[3]d %[1]s"},
		} {
			left, right := fmt.Sprintf(law[0], a, b, n), fmt.Sprintf(law[1], a, b, n)
			ok1, places1 := ask(t, left, s)
			ok2, places2 := ask(t, right, s)
			if ok1 != ok2 || !slices.Equal(places1, places2) {
				t.Fatalf("in %q:\n%s: %v %v\n%s: %v %v", s, left, ok1, places1, right, ok2, places2)
			}
		}
		if ok, _ := ask(t, fmt.Sprintf("%s NEAR/%d %s", a, n, b), s); ok {
			if wider, _ := ask(t, fmt.Sprintf("%s NEAR/%d %s", a, n+1, b), s); !wider {
				t.Fatalf("%s NEAR/%d %s holds in %q, but not one word further", a, n, b, s)
			}
		}
	}
}

func TestTheNeedOfAQueryNeverLeavesOutAMatch(t *testing.T) {
	r := rand.New(rand.NewPCG(11, 3))
	held, narrow := 0, 0
	for range 6000 {
		q, err := Parse(random(r, 3))
		if err != nil {
			t.Fatal(err)
		}
		for range 3 {
			s := randomText(r)
			if checkMatch(t, q, s) {
				held++
			} else if !meets(q.Need([]string{"nb"}), s, "nb") {
				narrow++
			}
		}
	}
	if held < 3000 || narrow < 1000 {
		t.Errorf("%d queries held and %d were told apart by their need: too few to say something", held, narrow)
	}
}

func BenchmarkMatch(b *testing.B) {
	turn := "Ja, vi har jo måttet tilpasse styringen til små enheter, for et mål som passer på rådhuset passer ikke alltid på en skole. Indikatorene ble bare brukt i starten."
	t := corpus.NewText(strings.Repeat(turn+"\n\n", 1_000_000/len(turn)))
	for _, query := range []string{"indikator", `"passer på rådhuset"`, "*styring*", "indikatroene~", "/m[åa]l/", "mål NEAR/5 rådhus", "SENTENCE(mål skole)"} {
		q, err := Parse(query)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(strings.ReplaceAll(query, "/", "|"), func(b *testing.B) {
			m := q.Matcher("nb", nil)
			length := len([]rune(turn))
			b.SetBytes(int64(len(t.String())))
			for b.Loop() {
				for start := 0; start+length <= t.Len(); start += length + 2 {
					if ok, _ := m.Match(t, corpus.Passage{Span: corpus.Span{Start: start, End: start + length}}); !ok {
						b.Fatal("no match")
					}
				}
			}
		})
	}
}
