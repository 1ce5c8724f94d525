package index

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"sync"
	"time"

	"crosscase/corpus/catalogue"
	"crosscase/corpus/query"
)

// Reader is one generation of the index, open for reading. It stays as it is whatever writers do.
type Reader struct {
	manifest manifest
	engine   reader
	keys     []string // of the documents, sorted
	first    []int    // position of the first passage of each, and the end of the last
	byNumber map[uint32]int
}

// The reasons why there is nothing to read.
var (
	// ErrNone says that there is no index yet.
	ErrNone = catalogue.Errorf("there is no index yet")
	// ErrOlder says that another version of the program made the index.
	ErrOlder = catalogue.Errorf("the index was made by another version of the program")
	// ErrDamaged says that the index cannot be read.
	ErrDamaged = catalogue.Errorf("the index is damaged")
)

// Ahead begins to open the current generation while the caller sees to something else. The next Open
// waits for it and returns it, even if an update has made a newer one by then.
func (ix *Index) Ahead() {
	ix.ahead = sync.OnceValues(ix.open)
	go ix.ahead()
}

// Open opens the current generation. Its errors are ErrNone, ErrOlder and ErrDamaged; in each case
// an update makes the index anew, and until then the texts can be read.
func (ix *Index) Open() (*Reader, error) {
	if ahead := ix.ahead; ahead != nil {
		ix.ahead = nil
		return ahead()
	}
	return ix.open()
}

func (ix *Index) open() (*Reader, error) {
	var last error
	for range 3 { // a generation may go between reading CURRENT and opening it
		generation, m, err := ix.current()
		if err != nil {
			if last = err; errors.Is(err, ErrDamaged) {
				time.Sleep(5 * time.Millisecond)
				continue
			}
			return nil, err
		}
		r, err := ix.openGeneration(generation, m)
		if err == nil {
			return r, nil
		}
		last = fmt.Errorf("%w: %w", ErrDamaged, err)
		time.Sleep(5 * time.Millisecond)
	}
	return nil, last
}

func (ix *Index) openGeneration(generation string, m manifest) (*Reader, error) {
	e, err := ix.engine.open(filepath.Join(ix.root(), generation, "words"))
	if err != nil {
		return nil, err
	}
	r := &Reader{manifest: m, engine: e, byNumber: make(map[uint32]int, len(m.documents))}
	if err := holds(e, m); err != nil {
		e.close()
		return nil, err
	}
	for key := range m.documents {
		r.keys = append(r.keys, key)
	}
	sort.Strings(r.keys)
	r.first = make([]int, len(r.keys)+1)
	for i, key := range r.keys {
		h := m.documents[key]
		r.byNumber[h.number] = i
		r.first[i+1] = r.first[i] + h.units
	}
	return r, nil
}

// holds returns an error unless the engine holds as many passages as it should: it may pass over
// files that it cannot read, and what stood in them would silently be missing.
func holds(e reader, m manifest) error {
	n, err := e.passages()
	if err == nil && n != m.passages() {
		err = fmt.Errorf("it holds %d passages of %d", n, m.passages())
	}
	return err
}

// Close lets the generation go.
func (r *Reader) Close() error { return r.engine.close() }

// Has tells whether the index holds a document as it is now.
func (r *Reader) Has(d Document) bool {
	h, ok := r.manifest.documents[d.Key]
	return ok && h.stamp == d.Stamp
}

// Found is a set of passages.
type Found struct {
	r    *Reader
	bits bitset
}

// Find returns the passages that fulfil a need, which may be another one in each language: need
// is called once for each that the index holds.
func (r *Reader) Find(need func(language string) query.Need) (Found, error) {
	var languages []string
	seen := map[string]bool{}
	for _, key := range r.keys {
		if l := r.manifest.documents[key].language; !seen[l] {
			seen[l] = true
			languages = append(languages, l)
		}
	}
	out := newBitset(r.passages())
	for _, l := range languages {
		b, err := r.fulfil(need(l))
		if err != nil {
			return Found{}, fmt.Errorf("%w: %w", ErrDamaged, err)
		}
		if len(languages) > 1 {
			b.and(r.in(l))
		}
		out.or(b)
	}
	return Found{r, out}, nil
}

func (r *Reader) passages() int { return r.first[len(r.first)-1] }

// in returns the passages of the documents in a language.
func (r *Reader) in(language string) bitset {
	b := newBitset(r.passages())
	for i, key := range r.keys {
		if r.manifest.documents[key].language == language {
			b.fill(r.first[i], r.first[i+1])
		}
	}
	return b
}

// fulfil returns the passages that fulfil a need.
func (r *Reader) fulfil(n query.Need) (bitset, error) {
	b := newBitset(r.passages())
	var broken error
	add := func(p place) {
		i, ok := r.byNumber[p.document]
		if !ok || r.first[i]+int(p.unit) >= r.first[i+1] {
			broken = errors.New("it names a passage that no document has")
			return
		}
		b.set(r.first[i] + int(p.unit))
	}
	with := func(f field, terms ...string) error {
		for _, t := range terms {
			if err := r.engine.with(f, t, add); err != nil {
				return err
			}
		}
		return broken
	}
	switch {
	case n.Anything:
		b.fill(0, r.passages())
		return b, nil
	case n.Not != nil:
		inner, err := r.fulfil(*n.Not)
		b.fill(0, r.passages())
		if err == nil {
			b.without(inner)
		}
		return b, err
	case len(n.Stems)+len(n.Keys) > 0:
		if err := with(stems, n.Stems...); err != nil {
			return nil, err
		}
		return b, with(kin, n.Keys...)
	case n.Word != "":
		return b, with(folded, n.Word)
	case n.Spelling():
		words := map[string]bool{}
		err := r.engine.terms(folded, n.Begins(), func(word string) {
			if n.Fits(word) {
				words[word] = true
			}
		})
		if err != nil {
			return nil, err
		}
		for word := range words {
			if err := with(folded, word); err != nil {
				return nil, err
			}
		}
		return b, nil
	case len(n.Any) > 0:
		for _, c := range n.Any {
			inner, err := r.fulfil(c)
			if err != nil {
				return nil, err
			}
			b.or(inner)
		}
		return b, nil
	}
	b.fill(0, r.passages())
	for _, c := range n.All {
		inner, err := r.fulfil(c)
		if err != nil {
			return nil, err
		}
		b.and(inner)
	}
	return b, nil
}

// Len returns the number of passages.
func (f Found) Len() int { return f.bits.count(0, f.r.passages()) }

// In returns the numbers of the units of a document that were found, in order.
func (f Found) In(key string) []int {
	i := sort.SearchStrings(f.r.keys, key)
	if i == len(f.r.keys) || f.r.keys[i] != key {
		return nil
	}
	var out []int
	first := f.r.first[i]
	f.bits.each(first, f.r.first[i+1], func(at int) { out = append(out, at-first) })
	return out
}

// Count returns how many units of a document were found.
func (f Found) Count(key string) int {
	i := sort.SearchStrings(f.r.keys, key)
	if i == len(f.r.keys) || f.r.keys[i] != key {
		return 0
	}
	return f.bits.count(f.r.first[i], f.r.first[i+1])
}

// Size returns the bytes that the index takes on disk, that which is shared between its
// generations counted once, and how many documents and passages the current one holds.
func (ix *Index) Size() (bytes int64, documents, passages int) {
	generation, m, err := ix.current()
	if err != nil {
		return 0, 0, 0
	}
	return sizeOf(filepath.Join(ix.root(), generation)), len(m.documents), m.passages()
}

func (ix *Index) root() string { return filepath.Join(ix.dir.Root, filepath.FromSlash(folder)) }

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}
