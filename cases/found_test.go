package cases

import (
	"context"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"crosscase/coding"
	"crosscase/corpus/index"
	"crosscase/corpus/plainfile"
	"crosscase/corpus/query"
	"crosscase/testdata/scale"
)

func parsed(t testing.TB, text string) *query.Query {
	t.Helper()
	q, err := query.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return q.Wide(nil)
}

func searched(t testing.TB, s *Study, ix *index.Index, text string, limit int) Found {
	t.Helper()
	found, err := s.SearchFirst(context.Background(), ix, parsed(t, text), limit)
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	return found
}

// words of the study that scale makes, for queries.
func someWords(t testing.TB, s *Study) []string {
	t.Helper()
	text, err := s.Text(scale.Key(0))
	if err != nil {
		t.Fatal(err)
	}
	return append(strings.Fields(strings.NewReplacer(".", " ", ":", " ").Replace(strings.ToLower(text.Text.String())))[:60], scale.Terms()...)
}

func someQuery(r *rand.Rand, words []string, depth int) string {
	word := func() string { return words[r.IntN(len(words))] }
	switch n := r.IntN(12); {
	case n < 4 || depth == 0:
		return word()
	case n == 4:
		return "=" + word()
	case n == 5:
		w := []rune(word() + "en")
		return string(w[:min(3, len(w))]) + "*"
	case n == 6:
		return `"` + word() + " " + word() + `"`
	case n == 7:
		return word() + " NEAR/4 " + word()
	case n == 8:
		return "NOT (" + someQuery(r, words, depth-1) + ")"
	case n == 9:
		return "(" + someQuery(r, words, depth-1) + " OR " + someQuery(r, words, depth-1) + ")"
	case n == 10:
		return []string{"case:k01", "role:informant", "code:kode-01", "year:2013", "speaker:I", "coder:bo"}[r.IntN(6)] + " " + someQuery(r, words, depth-1)
	}
	return "(" + someQuery(r, words, depth-1) + " " + someQuery(r, words, depth-1) + ")"
}

// queries is how many queries are tried, of so many in the plain run of the tests; -short, with which the race detector runs, takes
// each fifth: it looks for what runs side by side, which is the same for every query.
func queries(n int) int {
	if testing.Short() {
		return n / 5
	}
	return n
}

func TestCountsAreRight(t *testing.T) {
	dir := plainfile.Dir{Root: t.TempDir()}
	truth, err := scale.Small.Make(dir.Root)
	if err != nil {
		t.Fatal(err)
	}
	for round, ix := range []*index.Index{nil, index.In(dir), index.In(dir)} {
		s, _ := OpenIn(dir, "test")
		for term, n := range truth.Planted {
			found := searched(t, s, ix, term, 1)
			if found.Passages != n || found.Documents != len(truth.By[term]) || len(found.Hits) > 1 {
				t.Errorf("round %d: %s stands in %d passages of %d documents, want %d of %d; %d shown", round, term, found.Passages, found.Documents, n, len(truth.By[term]), len(found.Hits))
			}
		}
	}
}

func TestWithAndWithoutAnIndexTheSameAnswer(t *testing.T) {
	dir := made(t)
	ix := index.In(dir)
	s, _ := OpenIn(dir, "test")
	plain, _ := Open(dir.FS())
	words := someWords(t, s)
	r := rand.New(rand.NewPCG(8, 1))
	some := 0
	for range queries(150) {
		text := someQuery(r, words, 2)
		want := searched(t, plain, nil, text, 0)
		if got := searched(t, s, ix, text, 0); !reflect.DeepEqual(got, want) {
			t.Fatalf("%s: by the index\n%+v\nwithout\n%+v", text, got, want)
		}
		few := searched(t, s, ix, text, 3)
		if few.Passages != want.Passages || few.Documents != want.Documents || len(few.Hits) != min(3, len(want.Hits)) || len(few.Hits) > 0 && !reflect.DeepEqual(few.Hits, want.Hits[:len(few.Hits)]) {
			t.Fatalf("%s: the first three are %+v, want those of %+v", text, few, want)
		}
		if want.Passages > 0 && want.Passages < 300 {
			some++
		}
	}
	if some < queries(50) {
		t.Errorf("only %d queries find some passages", some)
	}
}

// An index that was made in another order, piece by piece, of texts that were others before, finds
// the same.
func TestTheOrderOfIntakeDoesNotMatter(t *testing.T) {
	dir := made(t)
	s, _ := OpenIn(dir, "test")
	words := someWords(t, s)
	other := plainfile.Dir{Root: t.TempDir()}
	grown := index.In(other)
	docs := s.stamps()
	r := rand.New(rand.NewPCG(5, 5))
	r.Shuffle(len(docs), func(i, j int) { docs[i], docs[j] = docs[j], docs[i] })
	early := func(key string) (index.Content, error) {
		return index.Content{Language: "nb", Units: []string{"virksomhet", "noe annet", key, "mer"}}, nil
	}
	ctx := context.Background()
	was := slices.Clone(docs[:9])
	for i := range was {
		was[i].Stamp = "earlier"
	}
	for _, step := range []struct {
		docs []index.Document
		read func(string) (index.Content, error)
	}{{was, early}, {docs[5:15], s.content}, {docs[:3], s.content}, {docs, s.content}} {
		if err := grown.Update(ctx, step.docs, step.read, nil); err != nil {
			t.Fatal(err)
		}
	}
	for range queries(40) {
		text := someQuery(r, words, 2)
		if got, want := searched(t, s, grown, text, 0), searched(t, s, nil, text, 0); !reflect.DeepEqual(got, want) {
			t.Fatalf("%s: %d passages, want %d", text, got.Passages, want.Passages)
		}
	}
}

func TestFiltersEqualFilteringAfterwards(t *testing.T) {
	dir := made(t)
	s, _ := OpenIn(dir, "test")
	ix := index.In(dir)
	words := someWords(t, s)
	r := rand.New(rand.NewPCG(6, 2))
	for _, f := range []struct {
		field string
		keeps func(h Hit) bool
	}{
		{"case:k01", func(h Hit) bool { return slices.Contains(h.Cases, "k01") }},
		{"(case:k01 OR case:k03)", func(h Hit) bool { return slices.Contains(h.Cases, "k01") || slices.Contains(h.Cases, "k03") }},
		{"role:informant", func(h Hit) bool { return h.Speaker.Role == "informant" }},
		{"NOT speaker:I", func(h Hit) bool { return h.Speaker.Label != "I" }},
		{"year:2014", func(h Hit) bool { return strings.HasPrefix(s.Document(h.Passage.Document).Date, "2014") }},
		{"source:interview", func(h Hit) bool { return s.Document(h.Passage.Document).Kind == "interview" }},
		{"code:kode-01", func(h Hit) bool {
			return slices.ContainsFunc(s.Codings.Over(h.Passage), func(c coding.Coding) bool { return c.Code == "kode-01" })
		}},
		{"coder:ann", func(h Hit) bool {
			return slices.ContainsFunc(s.Codings.Over(h.Passage), func(c coding.Coding) bool { return c.Coder == "ann" })
		}},
	} {
		for range queries(12) {
			text := someQuery(r, words, 1)
			var want []string
			for _, h := range searched(t, s, ix, text, 0).Hits {
				if f.keeps(h) {
					want = append(want, h.Passage.String())
				}
			}
			found := searched(t, s, ix, "("+text+") "+f.field, 0)
			var got []string
			for _, h := range found.Hits {
				got = append(got, h.Passage.String())
			}
			if !slices.Equal(got, want) || found.Passages != len(want) {
				t.Fatalf("(%s) %s: %d passages, want %d", text, f.field, len(got), len(want))
			}
		}
	}
}

// What the index lacks is read: a text that was changed while another program holds the
// index is found as it is now.
func TestWhatTheIndexLacksIsRead(t *testing.T) {
	dir := made(t)
	ix := index.In(dir)
	s, _ := OpenIn(dir, "test")
	searched(t, s, ix, "virksomhet", 1)
	unlock, err := dir.LockFile(context.Background(), ".crosscase/index/lock", 0)
	if err != nil {
		t.Fatal(err)
	}
	defer unlock()
	path := filepath.Join(dir.Root, "documents", scale.Key(3))
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, append(data, "\nR: Et nytt purpurord.\n"...), 0o644); err != nil {
		t.Fatal(err)
	}
	s, _ = OpenIn(dir, "test")
	if found := searched(t, s, ix, "purpurord", 0); found.Passages != 1 || found.Hits[0].Passage.Document != scale.Key(3) {
		t.Errorf("found %+v", found)
	}
	if !s.IndexState().Behind {
		t.Error("nobody is told that the index is behind")
	}
}

// What is known of a hit is what the study says of its passage, and the first hits are the first of all of them.
func TestHitsAreThoseOfTheSimpleWay(t *testing.T) {
	s, _ := OpenIn(made(t), "test")
	words, r := someWords(t, s), rand.New(rand.NewPCG(5, 5))
	hits := 0
	for range queries(30) {
		text := someQuery(r, words, 2)
		all := searched(t, s, nil, text, 0)
		if all.Passages != len(all.Hits) {
			t.Fatalf("%s: %d passages, %d hits", text, all.Passages, len(all.Hits))
		}
		q, matchers := parsed(t, text), map[string]*query.Matcher{}
		for _, h := range all.Hits {
			doc, err := s.Text(h.Passage.Document)
			if err != nil {
				t.Fatal(err)
			}
			want := Hit{Passage: h.Passage, Words: doc.Text.Slice(h.Passage.Span), Cite: s.Cite(h.Passage), Codes: h.Codes}
			_, want.Places = s.matcher(matchers, q, doc.Language).Match(doc.Text, h.Passage)
			want.Speaker, _ = s.Speaker(h.Passage)
			for _, c := range s.CasesAt(h.Passage) {
				want.Cases = append(want.Cases, c.Key)
			}
			if !reflect.DeepEqual(h, want) {
				t.Fatalf("%s:\n%+v\nwant\n%+v", text, h, want)
			}
		}
		limit := 1 + r.IntN(20)
		first := searched(t, s, nil, text, limit)
		if first.Passages != all.Passages || first.Documents != all.Documents || !reflect.DeepEqual(first.Hits, all.Hits[:min(limit, len(all.Hits))]) {
			t.Fatalf("%s: the first %d are not the first of all", text, limit)
		}
		hits += len(all.Hits)
	}
	if hits < queries(500) {
		t.Fatalf("%d hits: too few to tell anything", hits)
	}
}
