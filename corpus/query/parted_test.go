package query

import (
	"math/rand/v2"
	"strings"
	"testing"

	"crosscase/corpus"
)

// What a query is parted into says the same as the query, wherever it says that it does.
func TestPartsSayWhatTheQuerySays(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 9))
	atoms := []string{"mål", "=målet", "må*", "tal~", "tall~2", "NOT mål", "(mål OR tall)", `"mål og"`, "tall:some", "(tall:some OR all:x)", "NOT all:x", "SENTENCE(mål tall)", "(mål OR tall:some)"}
	texts := []string{"Mål og tall.", "Målet er tallet", "tallene", "ingenting", "mål mot mål", "et atll"}
	exact, held := 0, 0
	for range 2000 {
		var parts []string
		for range 1 + r.IntN(3) {
			parts = append(parts, atoms[r.IntN(len(atoms))])
		}
		q, err := Parse(strings.Join(parts, " "))
		if err != nil {
			t.Fatal(err)
		}
		s := texts[r.IntN(len(texts))]
		text := corpus.NewText(s)
		at := corpus.Passage{Document: "x.txt", Span: corpus.Span{End: text.Len()}}
		ok, _ := q.Matcher("nb", places{text}).Match(text, at)
		p := q.Parted()
		fulfilled := meets(p.Need("nb"), s, "nb")
		if p.Exact {
			exact++
			fulfilled = fulfilled && p.Fields(places{text}, at)
		}
		if ok {
			held++
		}
		if ok && !fulfilled || p.Exact && ok != fulfilled {
			t.Fatalf("%s in %q: it holds %v, its parts %v (exact %v)", q.Text, s, ok, fulfilled, p.Exact)
		}
	}
	if exact < 500 || held < 200 {
		t.Errorf("%d exact, %d held: this test says little", exact, held)
	}
}
