package index

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// engines are those that have to do the same.
func engines() map[string]engine {
	return map[string]engine{"bleve": bleveEngine{}, "plain": plainEngine{}}
}

// TestEngines holds every engine against what the interface promises.
func TestEngines(t *testing.T) {
	for name, e := range engines() {
		t.Run(name, func(t *testing.T) {
			for what, test := range map[string]func(*testing.T, engine){
				"an empty store":                          emptyStore,
				"put, put again and removed":              putAndRemoved,
				"a copy is a store of its own":            copies,
				"a reader stays as it is":                 readersStay,
				"terms":                                   termsOf,
				"what is not there is an error":           notThere,
				"whatever is done, all is found as it is": anything,
			} {
				t.Run(what, func(t *testing.T) { test(t, e) })
			}
		})
	}
}

// written makes or changes a store.
func written(t *testing.T, open func(string) (writer, error), folder string, do func(w writer) error) {
	t.Helper()
	w, err := open(folder)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(do(w), w.close()); err != nil {
		t.Fatal(err)
	}
}

func opened(t *testing.T, e engine, folder string) reader {
	t.Helper()
	r, err := e.open(folder)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { r.close() })
	return r
}

// holding lists the passages with a term, all with none, "1.0 1.2 4.0".
func holding(t *testing.T, r reader, f field, term string) string {
	t.Helper()
	var places []place
	visit := func(p place) { places = append(places, p) }
	var err error
	if term == "" {
		err = r.every(visit)
	} else {
		err = r.with(f, term, visit)
	}
	if err != nil {
		t.Fatal(err)
	}
	return listed(places)
}

func listed(places []place) string {
	slices.SortFunc(places, func(a, b place) int {
		return cmp.Or(cmp.Compare(a.document, b.document), cmp.Compare(a.unit, b.unit))
	})
	var out []string
	for _, p := range places {
		out = append(out, fmt.Sprintf("%d.%d", p.document, p.unit))
	}
	return strings.Join(out, " ")
}

func beginning(t *testing.T, r reader, f field, prefix string) string {
	t.Helper()
	seen := map[string]bool{}
	if err := r.terms(f, prefix, func(term string) { seen[term] = true }); err != nil {
		t.Fatal(err)
	}
	return strings.Join(slices.Sorted(maps.Keys(seen)), " ")
}

func counted(t *testing.T, r reader) int {
	t.Helper()
	n, err := r.passages()
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func emptyStore(t *testing.T, e engine) {
	folder := filepath.Join(t.TempDir(), "words")
	written(t, e.create, folder, func(w writer) error { return errors.Join(w.remove(place{1, 2}), w.flush()) })
	r := opened(t, e, folder)
	if counted(t, r) != 0 || holding(t, r, stems, "") != "" || holding(t, r, stems, "mål") != "" || beginning(t, r, folded, "") != "" {
		t.Error("it holds something")
	}
}

func putAndRemoved(t *testing.T, e engine) {
	folder := filepath.Join(t.TempDir(), "words")
	written(t, e.create, folder, func(w writer) error {
		return errors.Join(
			w.put(place{0, 0}, passage{stems: []string{"mål"}, words: []string{"målene"}}),
			w.put(place{0, 1}, passage{stems: []string{"tall", "mål"}, kin: []string{"l:tall"}}),
			w.put(place{1 << 31, 1 << 20}, passage{stems: []string{"mål"}}),
			w.put(place{7, 0}, passage{})) // a passage without a word is a passage
	})
	r, err := e.open(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ got, want string }{
		{holding(t, r, stems, ""), "0.0 0.1 7.0 2147483648.1048576"},
		{holding(t, r, stems, "mål"), "0.0 0.1 2147483648.1048576"},
		{holding(t, r, folded, "målene"), "0.0"},
		{holding(t, r, stems, "målene"), ""}, // another field
		{holding(t, r, kin, "l:tall"), "0.1"},
		{holding(t, r, kin, "l:"), ""}, // no whole term
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
	if err := r.close(); err != nil { // nobody has open what is changed
		t.Fatal(err)
	}
	written(t, e.change, folder, func(w writer) error {
		return errors.Join(
			w.remove(place{0, 0}),
			w.remove(place{9, 9}), // is not there
			w.put(place{0, 1}, passage{stems: []string{"kart"}}),
			w.flush(),
			w.put(place{0, 1}, passage{stems: []string{"kort"}}),
			w.put(place{3, 3}, passage{stems: []string{"mål"}}),
			w.remove(place{3, 3}))
	})
	r = opened(t, e, folder)
	if got := holding(t, r, stems, ""); got != "0.1 7.0 2147483648.1048576" || counted(t, r) != 3 {
		t.Errorf("holds %q, counts %d", got, counted(t, r))
	}
	if got := holding(t, r, stems, "mål") + "|" + holding(t, r, stems, "kart") + "|" + holding(t, r, stems, "kort") + "|" + holding(t, r, kin, "l:tall"); got != "2147483648.1048576||0.1|" {
		t.Errorf("got %q", got)
	}
}

func copies(t *testing.T, e engine) {
	one, two := filepath.Join(t.TempDir(), "words"), filepath.Join(t.TempDir(), "words")
	written(t, e.create, one, func(w writer) error { return w.put(place{0, 0}, passage{stems: []string{"mål"}}) })
	if err := e.copy(one, two); err != nil {
		t.Fatal(err)
	}
	written(t, e.change, two, func(w writer) error {
		return errors.Join(w.put(place{0, 0}, passage{stems: []string{"tall"}}), w.put(place{0, 1}, passage{stems: []string{"mål"}}))
	})
	if got := holding(t, opened(t, e, one), stems, "mål"); got != "0.0" {
		t.Errorf("the first holds %q", got)
	}
	if err := os.RemoveAll(one); err != nil {
		t.Fatal(err)
	}
	if got := holding(t, opened(t, e, two), stems, "mål"); got != "0.1" {
		t.Errorf("the second holds %q", got)
	}
}

func readersStay(t *testing.T, e engine) {
	one, two := filepath.Join(t.TempDir(), "words"), filepath.Join(t.TempDir(), "words")
	written(t, e.create, one, func(w writer) error { return w.put(place{0, 0}, passage{stems: []string{"mål"}}) })
	r, again := opened(t, e, one), opened(t, e, one)
	if err := e.copy(one, two); err != nil {
		t.Fatal(err)
	}
	written(t, e.change, two, func(w writer) error { return w.remove(place{0, 0}) })
	if holding(t, r, stems, "mål") != "0.0" || holding(t, again, stems, "mål") != "0.0" {
		t.Error("what a reader has open was changed")
	}
}

func termsOf(t *testing.T, e engine) {
	folder := filepath.Join(t.TempDir(), "words")
	written(t, e.create, folder, func(w writer) error {
		return errors.Join(
			w.put(place{0, 0}, passage{words: []string{"mål", "måler", "å", "\xff", "~"}}), w.flush(),
			w.put(place{0, 1}, passage{words: []string{"mål", "målekart"}, stems: []string{"tall"}}))
	})
	r := opened(t, e, folder)
	for prefix, want := range map[string]string{"": "mål målekart måler ~ å \xff", "mål": "mål målekart måler", "måle": "målekart måler", "\xff": "\xff", "x": "", "å": "å"} {
		if got := beginning(t, r, folded, prefix); got != want {
			t.Errorf("%q: got %q, want %q", prefix, got, want)
		}
	}
}

func notThere(t *testing.T, e engine) {
	folder := filepath.Join(t.TempDir(), "nothing")
	if r, err := e.open(folder); err == nil {
		r.close()
		t.Error("what is not there can be opened")
	}
	if err := e.copy(folder, folder+"2"); err == nil {
		t.Error("what is not there can be copied")
	}
}

// anything does a few hundred random things over some generations and looks for every term.
func anything(t *testing.T, e engine) {
	r := rand.New(rand.NewPCG(4, 4))
	folder := filepath.Join(t.TempDir(), "0")
	truth := map[place][]string{}
	open := e.create
	for generation := range 6 {
		written(t, open, folder, func(w writer) error {
			for range 150 {
				p := place{uint32(r.IntN(20)), uint32(r.IntN(5))}
				var err error
				switch r.IntN(4) {
				case 0:
					delete(truth, p)
					err = w.remove(p)
				default:
					var terms []string
					for n := range 8 {
						if r.IntN(3) == 0 {
							terms = append(terms, "t"+strconv.Itoa(n))
						}
					}
					truth[p] = terms
					err = w.put(p, passage{stems: terms, words: terms, kin: terms})
				}
				if r.IntN(60) == 0 {
					err = errors.Join(err, w.flush())
				}
				if err != nil {
					return err
				}
			}
			return nil
		})
		now := opened(t, e, folder)
		if n := counted(t, now); n != len(truth) {
			t.Fatalf("%d passages, want %d", n, len(truth))
		}
		for n := range 9 {
			term, want := "t"+strconv.Itoa(n), []place(nil)
			for p, terms := range truth {
				if slices.Contains(terms, term) {
					want = append(want, p)
				}
			}
			for _, f := range []field{stems, folded, kin} {
				if got := holding(t, now, f, term); got != listed(want) {
					t.Fatalf("generation %d, %s in %s: got %q, want %q", generation, term, f, got, listed(want))
				}
			}
		}
		next := filepath.Join(filepath.Dir(folder), strconv.Itoa(generation+1))
		if err := e.copy(folder, next); err != nil {
			t.Fatal(err)
		}
		folder, open = next, e.change
	}
}

// The index does the same whatever engine it has.
func TestTheIndexFindsTheSameWithEveryEngine(t *testing.T) {
	found := map[string]string{}
	queries := []string{"indikator", "*indikator*", "mål AND tall", "mål NOT tall", `"mål og tall"`, "rådhsuet~", "indikator*", "tall OR skole"}
	for name, e := range engines() {
		s := newShelf(t)
		s.ix.engine = e
		s.put("a.txt", "nb", "Indikatorene på rådhuset.", "Mål og tall.", "måleindikatorer")
		s.put("b.txt", "nb", "Skolen", "tall og mål")
		s.update(t)
		s.put("a.txt", "nb", "Indikatorene på rådhuset.", "Mål og tall, indikator")
		s.put("c.txt", "nn", "skulen")
		s.update(t)
		for _, q := range queries {
			found[name] += s.found(t, q) + "\n"
		}
	}
	if found["bleve"] != found["plain"] || !strings.Contains(found["plain"], "a.txt 0 1") {
		t.Errorf("bleve finds\n%splain\n%s", found["bleve"], found["plain"])
	}
}
