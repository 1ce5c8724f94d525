package index

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"crosscase/corpus"
	"crosscase/corpus/plainfile"
	"crosscase/corpus/query"
)

// shelf is a study's documents in memory, with the index of them on disk.
type shelf struct {
	ix        *Index
	root      string
	documents map[string]Content
	stamps    map[string]int
	read      []string // documents that the last update read
}

func newShelf(t testing.TB) *shelf {
	root := t.TempDir()
	return &shelf{ix: In(plainfile.Dir{Root: root}), root: root, documents: map[string]Content{}, stamps: map[string]int{}}
}

func (s *shelf) put(key, language string, units ...string) {
	s.documents[key] = Content{language, units}
	s.stamps[key]++
}

func (s *shelf) list() []Document {
	var out []Document
	for key := range s.documents {
		out = append(out, Document{key, strconv.Itoa(s.stamps[key])})
	}
	slices.SortFunc(out, func(a, b Document) int { return strings.Compare(a.Key, b.Key) })
	return out
}

func (s *shelf) update(t testing.TB) {
	t.Helper()
	s.read = nil
	if err := s.ix.Update(context.Background(), s.list(), s.content, nil); err != nil {
		t.Fatal(err)
	}
	if !s.ix.Fresh(s.list()) {
		t.Fatal("the index is not fresh after an update")
	}
}

func (s *shelf) content(key string) (Content, error) {
	s.read = append(s.read, key)
	c, ok := s.documents[key]
	if !ok {
		return Content{}, fmt.Errorf("no document %q", key)
	}
	return c, nil
}

var languages = []string{"nb", "en", ""}

// candidates returns, by document, the units that may match a query.
func (s *shelf) candidates(q string) (map[string][]int, error) {
	return candidatesIn(s.ix, q)
}

func candidatesIn(ix *Index, q string) (map[string][]int, error) {
	parsed, err := query.Parse(q)
	if err != nil {
		return nil, err
	}
	r, err := ix.Open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	found, err := r.Find(parsed.Parted().Need)
	if err != nil {
		return nil, err
	}
	out, n := map[string][]int{}, 0
	for key := range r.manifest.documents {
		if units := found.In(key); len(units) > 0 {
			out[key] = units
			n += len(units)
		}
		if found.Count(key) != len(out[key]) {
			return nil, fmt.Errorf("%s: %d of %s counted, %d found", q, found.Count(key), key, len(out[key]))
		}
	}
	if n != found.Len() {
		return nil, fmt.Errorf("%s: %d counted, %d found", q, found.Len(), n)
	}
	return out, nil
}

// found prints the candidates of a query, "a.txt 0 2, b.txt 1".
func (s *shelf) found(t testing.TB, q string) string {
	t.Helper()
	got, err := s.candidates(q)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for key, units := range got {
		out = append(out, key+" "+strings.Trim(fmt.Sprint(units), "[]"))
	}
	slices.Sort(out)
	return strings.Join(out, ", ")
}

func TestWhatTheIndexFinds(t *testing.T) {
	s := newShelf(t)
	s.put("a.txt", "nb", "Indikatorene på rådhuset.", "Målet var KOSTRA-tall, f.eks. måleindikatorer.", "1\u202f000 kr")
	s.put("b.txt", "en", "Indicators at the town hall.", "They tested it.")
	s.put("c.txt", "nb")
	s.update(t)
	for _, c := range []struct{ query, want string }{
		{"indikator", "a.txt 0"},
		{"rådhus", "a.txt 0"},
		{"*indikator*", "a.txt 0 1"},
		{"ind??ators", "b.txt 0"},
		{"=indikatorene", "a.txt 0"},
		{"=indikator", ""},
		{"testing", "b.txt 1"},
		{"kostra-tall", "a.txt 1"},
		{"f.eks.", "a.txt 1"},
		{"\"1\u202f000 kr\"", "a.txt 2"},
		{`"1 000 kr"`, "a.txt 2"},
		{"rådhsuet~", "a.txt 0"},
		{"åmlte~2", "a.txt 1"}, // two swaps
		{"mål OR town", "a.txt 1, b.txt 0"},
		{"mål town", ""},
		{"NOT mål", "a.txt 0 2, b.txt 0 1"},
		{"/x/", "a.txt 0 1 2, b.txt 0 1"},
		{"case:a mål", "a.txt 1"},
		{"budsjett", ""},
	} {
		if got := s.found(t, c.query); got != c.want {
			t.Errorf("%s: got %q, want %q", c.query, got, c.want)
		}
	}
}

func TestOnlyWhatChangedIsReadAgain(t *testing.T) {
	s := newShelf(t)
	s.put("a.txt", "nb", "mål", "tall", "mål")
	s.put("b.txt", "nb", "mål")
	s.update(t)
	for _, step := range []struct {
		name       string
		change     func()
		read       []string
		mål, nytt  string
		generation string
	}{
		{"nothing", func() {}, nil, "a.txt 0 2, b.txt 0", "", "g000002"},
		{"a text is shorter and other", func() { s.put("a.txt", "nb", "nytt mål") }, []string{"a.txt"}, "a.txt 0, b.txt 0", "a.txt 0", "g000003"},
		{"a text is new", func() { s.put("c.txt", "nb", "x", "nye mål") }, []string{"c.txt"}, "a.txt 0, b.txt 0, c.txt 1", "a.txt 0, c.txt 1", "g000004"},
		{"a text is gone", func() { delete(s.documents, "a.txt") }, nil, "b.txt 0, c.txt 1", "c.txt 1", "g000005"},
		{"a text has another name", func() { s.put("d.txt", "nb", "x", "nye mål"); delete(s.documents, "c.txt") }, []string{"d.txt"}, "b.txt 0, d.txt 1", "d.txt 1", "g000006"},
		{"a text is in another language", func() { s.put("b.txt", "en", "mål") }, []string{"b.txt"}, "b.txt 0, d.txt 1", "d.txt 1", "g000007"},
		{"all are gone", func() { clear(s.documents) }, nil, "", "", "g000008"},
	} {
		step.change()
		s.update(t)
		if !slices.Equal(s.read, step.read) {
			t.Errorf("%s: read %q, want %q", step.name, s.read, step.read)
		}
		if mål, nytt := s.found(t, "mål"), s.found(t, "nytt OR nye"); mål != step.mål || nytt != step.nytt {
			t.Errorf("%s: found %q and %q, want %q and %q", step.name, mål, nytt, step.mål, step.nytt)
		}
		if g, _, _ := s.ix.current(); g != step.generation {
			t.Errorf("%s: generation %q, want %q", step.name, g, step.generation)
		}
	}
	entries, err := os.ReadDir(filepath.Join(s.root, filepath.FromSlash(folder)))
	if err != nil || len(entries) != 4 { // CURRENT, lock, this generation and the one before
		t.Errorf("%v stand in the index folder, %v", entries, err)
	}
}

func TestAnIndexIsFreshOnlyForTheSameDocuments(t *testing.T) {
	s := newShelf(t)
	if s.ix.Fresh(nil) {
		t.Error("an index that is not there is fresh")
	}
	s.put("a.txt", "nb", "mål")
	s.update(t)
	for name, docs := range map[string][]Document{
		"another stamp": {{"a.txt", "2"}}, "another name": {{"b.txt", "1"}}, "one more": {{"a.txt", "1"}, {"b.txt", "1"}}, "one fewer": nil,
	} {
		if s.ix.Fresh(docs) {
			t.Errorf("%s: it is fresh", name)
		}
	}
}

var vocabulary = []string{"mål", "målet", "Målene", "tall", "tallene", "skole", "på", "rådhuset", "KOSTRA-tall", "f.eks", "tests", "testing", "1\u202f000", "10:30", "it's", "e\u0301n", "日本語", "2,5", "ÅL", "😀"}

func randomUnit(r *rand.Rand) string {
	var b strings.Builder
	for range r.IntN(12) {
		b.WriteString(vocabulary[r.IntN(len(vocabulary))])
		b.WriteString([]string{" ", " ", ", ", ".\n\n", "\t", "\u00a0"}[r.IntN(6)])
	}
	return b.String()
}

func randomQuery(r *rand.Rand, depth int) string {
	word := func() string { return vocabulary[r.IntN(len(vocabulary)-1)] }
	switch n := r.IntN(12); {
	case n < 3 || depth == 0:
		return word()
	case n == 3:
		return "=" + word()
	case n == 4:
		return `"` + word() + " " + word() + `"`
	case n == 5:
		return []string{"mål*", "*tall", "m?l*", "f.e*", "*00*", "*'s", "本?*x OR ta*", "10*"}[r.IntN(8)]
	case n == 6:
		return []string{"mla~", "skoel~", "tal~", "mal~2", "10000~2"}[r.IntN(5)]
	case n == 7:
		return "NOT (" + randomQuery(r, depth-1) + ")"
	case n == 8:
		return word() + " NEAR/3 " + word()
	case n == 9:
		return "SENTENCE(" + randomQuery(r, depth-1) + ")"
	case n == 10:
		return "(" + randomQuery(r, depth-1) + " OR " + randomQuery(r, depth-1) + ")"
	}
	return "(" + randomQuery(r, depth-1) + " " + randomQuery(r, depth-1) + ")"
}

func TestNoMatchIsMissingAmongTheCandidates(t *testing.T) {
	r := rand.New(rand.NewPCG(13, 1))
	s := newShelf(t)
	matches, candidates, all := 0, 0, 0
	for round := range 4 {
		for i := range 6 {
			var units []string
			for range r.IntN(8) {
				units = append(units, randomUnit(r))
			}
			if key := fmt.Sprintf("d%d.txt", i); r.IntN(4) == 0 {
				delete(s.documents, key)
			} else {
				s.put(key, languages[i%len(languages)], units...)
			}
		}
		s.update(t)
		for range 250 {
			text := randomQuery(r, 2)
			q, err := query.Parse(text)
			if err != nil {
				t.Fatal(err)
			}
			got, err := s.candidates(text)
			if err != nil {
				t.Fatalf("%s: %v", text, err)
			}
			for key, d := range s.documents {
				m := q.Matcher(d.Language, nil)
				all, candidates = all+len(d.Units), candidates+len(got[key])
				for n, u := range d.Units {
					x := corpus.NewText(u)
					if ok, _ := m.Match(x, corpus.Passage{Document: key, Span: corpus.Span{End: x.Len()}}); ok {
						matches++
						if !slices.Contains(got[key], n) {
							t.Fatalf("round %d: %s holds in unit %d of %s, %q, which is no candidate (%v)", round, text, n, key, u, got[key])
						}
					}
				}
			}
			for key, units := range got {
				for _, n := range units {
					if n >= len(s.documents[key].Units) {
						t.Fatalf("round %d: %s names unit %d of %s, which has %d", round, text, n, key, len(s.documents[key].Units))
					}
				}
			}
		}
	}
	if matches < 1000 || candidates > all*9/10 {
		t.Errorf("%d matches, %d candidates of %d: this test says little", matches, candidates, all)
	}
}

func TestWhoIsSecondToWriteIsTold(t *testing.T) {
	s := newShelf(t)
	s.put("a.txt", "nb", "mål")
	s.update(t)
	s.put("a.txt", "nb", "mål", "mål")
	inner := 0
	err := s.ix.Update(context.Background(), s.list(), func(key string) (Content, error) {
		inner++
		if err := In(plainfile.Dir{Root: s.root}).Update(context.Background(), s.list(), s.content, nil); !errors.Is(err, ErrBusy) {
			t.Errorf("the second got %v", err)
		}
		if got := s.found(t, "mål"); got != "a.txt 0" {
			t.Errorf("a reader meanwhile found %q", got)
		}
		return s.documents[key], nil
	}, nil)
	if err != nil || inner != 1 {
		t.Fatalf("%v after %d documents", err, inner)
	}
	if got := s.found(t, "mål"); got != "a.txt 0 1" {
		t.Errorf("found %q", got)
	}
}

// Writers turn every unit of one document from one word to another and back; a reader must
// never see a mixture of both.
func TestReadersNeverSeeHalfAChange(t *testing.T) {
	s := newShelf(t)
	docs := []Document{{"a.txt", "0"}}
	content := func(word string) func(string) (Content, error) {
		units := make([]string, 50)
		for i := range units {
			units[i] = word
		}
		return func(string) (Content, error) { return Content{"nb", units}, nil }
	}
	words := []string{"mål", "tall"}
	if err := s.ix.Update(context.Background(), docs, content(words[0]), nil); err != nil {
		t.Fatal(err)
	}
	done := make(chan struct{})
	var wg sync.WaitGroup
	for range 3 {
		wg.Go(func() {
			ix, looked := In(plainfile.Dir{Root: s.root}), 0
			for {
				select {
				case <-done:
					if looked == 0 {
						t.Error("a reader never looked")
					}
					return
				default:
				}
				got, err := candidatesIn(ix, "mål")
				if err != nil {
					t.Errorf("a reader was stopped: %v", err)
					return
				}
				if looked++; len(got["a.txt"]) != 0 && len(got["a.txt"]) != 50 {
					t.Errorf("a reader saw %d of 50", len(got["a.txt"]))
					return
				}
			}
		})
	}
	var writers sync.WaitGroup
	for w := range 2 {
		writers.Go(func() {
			for i := range 6 {
				stamp := fmt.Sprint(w, " ", i+1)
				err := In(plainfile.Dir{Root: s.root}).Update(context.Background(), []Document{{"a.txt", stamp}}, content(words[i%2]), nil)
				if err != nil && !errors.Is(err, ErrBusy) {
					t.Errorf("a writer: %v", err)
				}
			}
		})
	}
	writers.Wait()
	close(done)
	wg.Wait()
}

func TestAGenerationThatIsOpenOutlivesTheSwitch(t *testing.T) {
	s := newShelf(t)
	s.put("a.txt", "nb", "mål")
	s.update(t)
	r, err := s.ix.Open()
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	s.put("a.txt", "nb", "tall")
	s.update(t)
	q, err := query.Parse("mål")
	if err != nil {
		t.Fatal(err)
	}
	got, err := r.Find(q.Parted().Need)
	if err != nil || !slices.Equal(got.In("a.txt"), []int{0}) {
		t.Errorf("the open one finds %v, %v", got.In("a.txt"), err)
	}
	if got := s.found(t, "mål"); got != "" {
		t.Errorf("the new one finds %q", got)
	}
}

func TestADamagedIndexIsBuiltAnew(t *testing.T) {
	in := func(s *shelf, name string) string {
		g, _, _ := s.ix.current()
		return filepath.Join(s.root, filepath.FromSlash(folder), strings.ReplaceAll(name, "G", g))
	}
	write := func(name, content string) func(*testing.T, *shelf) {
		return func(t *testing.T, s *shelf) {
			if err := os.WriteFile(in(s, name), []byte(content), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	remove := func(name string) func(*testing.T, *shelf) {
		return func(t *testing.T, s *shelf) {
			if err := os.RemoveAll(in(s, name)); err != nil {
				t.Fatal(err)
			}
		}
	}
	tear := func(to int64) func(*testing.T, *shelf) {
		return func(t *testing.T, s *shelf) {
			segments, err := filepath.Glob(in(s, "G/words/store/*.zap"))
			if err != nil || len(segments) == 0 {
				t.Fatal("no segments", err)
			}
			if to < 0 {
				err = os.Remove(segments[0])
			} else {
				err = os.Truncate(segments[0], to)
			}
			if err != nil {
				t.Fatal(err)
			}
		}
	}
	for name, damage := range map[string]func(*testing.T, *shelf){
		"the whole folder is gone":           remove("."),
		"CURRENT is gone":                    remove("CURRENT"),
		"CURRENT is empty":                   write("CURRENT", ""),
		"CURRENT names nothing":              write("CURRENT", "g999999\n"),
		"CURRENT leads out":                  write("CURRENT", "../../..\n"),
		"the generation is gone":             remove("G"),
		"the manifest is gone":               remove("G/manifest"),
		"the manifest is torn":               write("G/manifest", `{"version": 1, "docu`),
		"the manifest is of another program": write("G/manifest", `{"version": 999}`),
		"the words are gone":                 remove("G/words"),
		"the words have no description":      write("G/words/index_meta.json", "{"),
		"the words have no root":             remove("G/words/store/root.bolt"),
		"a segment is torn":                  tear(100),
		"a segment is empty":                 tear(0),
		"a segment is gone":                  tear(-1),
		"the root is torn":                   write("G/words/store/root.bolt", "torn"),
	} {
		t.Run(name, func(t *testing.T) {
			s := newShelf(t)
			s.put("a.txt", "nb", "mål", "tall")
			s.update(t)
			s.put("b.txt", "nb", "mål")
			s.update(t)
			damage(t, s)
			if got, err := s.candidates("mål"); err == nil {
				t.Fatalf("the damaged one finds %v", got)
			}
			s.put("c.txt", "nb", "mål")
			s.update(t)
			if got := s.found(t, "mål"); got != "a.txt 0, b.txt 0, c.txt 0" {
				t.Errorf("found %q", got)
			}
		})
	}
}

func TestAnIndexThatCannotBeReadIsNotFresh(t *testing.T) {
	s := newShelf(t)
	s.put("a.txt", "nb", "mål")
	s.update(t)
	g, _, _ := s.ix.current()
	if err := os.RemoveAll(filepath.Join(s.root, filepath.FromSlash(folder), g, "words")); err != nil {
		t.Fatal(err)
	}
	if s.ix.Fresh(s.list()) {
		t.Error("it would never be built anew")
	}
}

func TestATextThatCannotBeReadLeavesTheIndexAsItWas(t *testing.T) {
	s := newShelf(t)
	s.put("a.txt", "nb", "mål")
	s.update(t)
	docs := append(s.list(), Document{"b.txt", "1"})
	if err := s.ix.Update(context.Background(), docs, s.content, nil); err == nil || !strings.Contains(err.Error(), `no document "b.txt"`) {
		t.Errorf("got %v", err)
	}
	if got := s.found(t, "mål"); got != "a.txt 0" || !s.ix.Fresh(s.list()) {
		t.Errorf("the index finds %q", got)
	}
}

func TestAnUpdateThatIsStoppedKeepsWhatItHasDone(t *testing.T) {
	s := newShelf(t)
	s.put("a.txt", "nb", "mål")
	s.update(t)
	for i := range 5 {
		s.put(fmt.Sprintf("b%d.txt", i), "nb", "mål")
	}
	s.put("a.txt", "nb", "tall")
	ctx, cancel := context.WithCancel(context.Background())
	err := s.ix.Update(ctx, s.list(), s.content, func(done, total int) {
		if total != 6 {
			t.Errorf("%d documents in all, want 6", total)
		}
		if done == 3 {
			cancel()
		}
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	if got := s.found(t, "mål"); got != "b0.txt 0, b1.txt 0" {
		t.Errorf("the index finds %q", got)
	}
	s.update(t)
	if got := s.found(t, "mål"); got != "b0.txt 0, b1.txt 0, b2.txt 0, b3.txt 0, b4.txt 0" {
		t.Errorf("found %q", got)
	}
	if !slices.Equal(s.read, []string{"b2.txt", "b3.txt", "b4.txt"}) {
		t.Errorf("the second update read %q", s.read)
	}
}

// What is done can be searched while the rest is being done.
func TestAnUpdateShowsWhatItHasDone(t *testing.T) {
	s := newShelf(t)
	s.ix.every = 10
	for i := range 6 {
		s.put(fmt.Sprintf("b%d.txt", i), "nb", "mål og tall")
	}
	var seen []int
	err := s.ix.Update(context.Background(), s.list(), s.content, func(done, total int) {
		found := 0
		if got, err := candidatesIn(In(plainfile.Dir{Root: s.root}), "mål"); err == nil {
			found = len(got)
		}
		seen = append(seen, found)
	})
	if err != nil || !slices.Equal(seen, []int{0, 1, 2, 3, 4, 5}) {
		t.Errorf("%v; found %d", err, seen)
	}
	if got, err := s.candidates("mål"); err != nil || len(got) != 6 {
		t.Errorf("%v, %v", got, err)
	}
}

func TestMoreUnitsThanOneBatchAreFound(t *testing.T) {
	s := newShelf(t)
	units := make([]string, mostTerms/4)
	for i := range units {
		units[i] = "tall " + strconv.Itoa(i)
	}
	s.put("a.txt", "nb", units...)
	s.update(t)
	if got, err := s.candidates("tall"); err != nil || len(got["a.txt"]) != len(units) {
		t.Errorf("%d units, %v", len(got["a.txt"]), err)
	}
	s.put("a.txt", "nb", units[:3]...)
	s.update(t)
	if got := s.found(t, "tall"); got != "a.txt 0 1 2" {
		t.Errorf("found %q", got)
	}
}

// TestOpenAhead begins to open an index: the first Open returns what was begun, the next one looks anew.
func TestOpenAhead(t *testing.T) {
	s := newShelf(t)
	s.ix.Ahead()
	if _, err := s.ix.Open(); !errors.Is(err, ErrNone) {
		t.Errorf("an index that is not there: %v", err)
	}
	s.put("a.txt", "nb", "styring")
	s.update(t)
	s.ix.Ahead()
	old, err := s.ix.ahead()
	if err != nil {
		t.Fatal(err)
	}
	defer old.Close()
	s.put("b.txt", "nb", "måling")
	if err := In(plainfile.Dir{Root: s.root}).Update(context.Background(), s.list(), s.content, nil); err != nil {
		t.Fatal(err)
	}
	if r, err := s.ix.Open(); err != nil || r != old {
		t.Errorf("the first Open after Ahead: %v, another reader", err)
	}
	r, err := s.ix.Open()
	if err != nil || len(r.keys) != 2 {
		t.Fatalf("the next Open: %v, not both documents", err)
	}
	r.Close()
}

func TestTheIndexIsNoPartOfTheStudy(t *testing.T) {
	s := newShelf(t)
	s.put("a.txt", "nb", "mål")
	s.update(t)
	entries, err := os.ReadDir(s.root)
	if err != nil || len(entries) != 1 || entries[0].Name() != ".crosscase" {
		t.Errorf("%v, %v", entries, err)
	}
	if got, err := os.ReadFile(filepath.Join(s.root, ".crosscase", ".gitignore")); err != nil || !bytes.Equal(got, []byte("*\n")) {
		t.Errorf("%q, %v", got, err)
	}
}

func BenchmarkUpdate(b *testing.B) {
	turn := "Ja, vi har jo måttet tilpasse styringen til små enheter, for et mål som passer på rådhuset passer ikke alltid på en skole. Nummer %d var det. "
	var units []string
	size := 0
	for i := 0; size < 1_000_000; i++ {
		u := fmt.Sprintf(turn, i)
		units, size = append(units, u), size+len(u)
	}
	b.Run("whole", func(b *testing.B) {
		b.SetBytes(int64(size))
		for b.Loop() {
			s := newShelf(b)
			s.put("a.txt", "nb", units...)
			s.update(b)
		}
	})
	b.Run("one small document of many", func(b *testing.B) {
		s := newShelf(b)
		s.put("a.txt", "nb", units...)
		s.put("b.txt", "nb", "mål")
		s.update(b)
		b.ResetTimer()
		for b.Loop() {
			s.put("b.txt", "nb", "mål")
			s.update(b)
		}
	})
}

func BenchmarkCandidates(b *testing.B) {
	s := newShelf(b)
	units := make([]string, 5000)
	for i := range units {
		units[i] = fmt.Sprintf("Ja, vi har tilpasset styringen %d", i)
	}
	s.put("a.txt", "nb", units...)
	s.update(b)
	for b.Loop() {
		if _, err := s.candidates("styring 77"); err != nil {
			b.Fatal(err)
		}
	}
}
