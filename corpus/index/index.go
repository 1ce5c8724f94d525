package index

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"sort"
	"strings"
	"sync"

	"crosscase/corpus/plainfile"
)

// Document is a text to be found in the index, as it is now.
type Document struct {
	Key   string
	Stamp string // changes whenever the text or how it is parted changes
}

// Content is a document's language and the words of its units.
type Content struct {
	Language string
	Units    []string
}

// Index is the word index of a study, in a folder of its own.
type Index struct {
	dir    plainfile.Dir // the study
	engine engine
	every  int                     // bytes of text after which what an update has done can be searched
	ahead  func() (*Reader, error) // what the next Open returns, nil if nothing was begun

	making sync.Mutex
	makers map[string]*maker // by language: what one update found out about words serves the next
}

// In returns the index of a study's folder.
func In(dir plainfile.Dir) *Index {
	return &Index{dir: dir, engine: bleveEngine{}, every: 24 << 20, makers: map[string]*maker{}}
}

const folder = ".crosscase/index"

// ErrBusy says that another program is bringing the index up to date.
var ErrBusy = errors.New("another program is writing the index")

// current returns the name of the current generation and its manifest, or one of ErrNone,
// ErrOlder and ErrDamaged.
func (ix *Index) current() (string, manifest, error) {
	name, err := ix.dir.Read(folder + "/CURRENT")
	if err != nil {
		if exists(filepath.Join(ix.root(), "CURRENT")) {
			return "", manifest{}, ErrDamaged
		}
		return "", manifest{}, ErrNone
	}
	generation := strings.TrimSpace(string(name))
	if !filepath.IsLocal(generation) {
		return "", manifest{}, ErrDamaged
	}
	data, err := ix.dir.Read(folder + "/" + generation + "/manifest")
	if err != nil {
		if exists(filepath.Join(ix.root(), generation, "manifest.json")) {
			return "", manifest{}, ErrOlder // as it was called until version 4
		}
		return "", manifest{}, ErrDamaged
	}
	m, older, ok := decodeManifest(data)
	switch {
	case older:
		return "", manifest{}, ErrOlder
	case !ok:
		return "", manifest{}, ErrDamaged
	}
	return generation, m, nil
}

// Fresh tells whether the index holds exactly these documents as they are, and can be read.
func (ix *Index) Fresh(docs []Document) bool {
	r, err := ix.Open()
	if err != nil {
		return false
	}
	defer r.Close()
	for _, d := range docs {
		if !r.Has(d) {
			return false
		}
	}
	return len(r.keys) == len(docs)
}

// Update brings the index up to the documents as they are. A changed document
// costs its own size. Another program that is at it makes it return ErrBusy at
// once; nothing is lost by that, since what it builds serves here too.
//
// After every 24 MB of text, some ten seconds of work, what is done becomes a generation that can be
// searched. An update that ctx stops keeps what it has done, and so, up to the last of these, does one
// that is killed; the next one goes on from there.
func (ix *Index) Update(ctx context.Context, docs []Document, read func(key string) (Content, error), progress func(done, total int)) error {
	unlock, err := ix.dir.LockFile(ctx, folder+"/lock", 0)
	if err != nil {
		var held plainfile.Held
		if errors.As(err, &held) {
			return ErrBusy
		}
		return err
	}
	defer unlock()
	defer debug.SetGCPercent(debug.SetGCPercent(thrift))
	ix.making.Lock()
	defer ix.making.Unlock()
	u := &update{ix: ix, docs: docs, read: read, progress: progress}
	err = u.run(ctx, true)
	if err != nil && !u.stopped {
		err = u.run(ctx, false) // whatever was wrong with the old one, start anew
	}
	return err
}

// thrift is how far the memory may grow, in percent of what is in use, before what is not is
// collected: most of what an update takes is used once. At 100 an update took half as much memory again
// and a twentieth less time.
const thrift = 50

// update is one run of Update.
type update struct {
	ix       *Index
	docs     []Document
	read     func(key string) (Content, error)
	progress func(done, total int)
	done     int
	total    int
	stopped  bool // by ctx, or by a text that cannot be read: a new start would not help
}

// run makes generation after generation until all is done.
func (u *update) run(ctx context.Context, reuse bool) error {
	u.done = 0
	old, m, err := u.ix.current()
	if err != nil || !reuse {
		m = newManifest()
	}
	from := old
	if !reuse || err != nil {
		from = ""
	}
	todo := u.changed(m)
	u.total = len(todo)
	for {
		next := generationAfter(u.ix.last())
		left, err := u.generation(ctx, from, next, &m, todo)
		if err != nil {
			os.RemoveAll(filepath.Join(u.ix.root(), next))
			return err
		}
		if err := u.ix.dir.WriteDerived(folder+"/CURRENT", []byte(next+"\n")); err != nil {
			return err
		}
		u.ix.sweep(next, old)
		if len(left) == 0 {
			return nil
		}
		if err := ctx.Err(); err != nil {
			u.stopped = true
			return err
		}
		old, from, todo = next, next, left
	}
}

// changed returns the documents that the index does not hold as they are.
func (u *update) changed(m manifest) []Document {
	var out []Document
	for _, d := range u.docs {
		if h, ok := m.documents[d.Key]; !ok || h.stamp != d.Stamp {
			out = append(out, d)
		}
	}
	return out
}

// generation makes the generation next of another one (none if from is empty), with as many of
// the documents to do as there is time for, and returns those that are left.
func (u *update) generation(ctx context.Context, from, next string, m *manifest, todo []Document) ([]Document, error) {
	path := filepath.Join(u.ix.root(), next)
	if err := os.RemoveAll(path); err != nil {
		return nil, err
	}
	words := filepath.Join(path, "words")
	w, err := u.begin(from, words, *m)
	if err != nil {
		return nil, err
	}
	if from == "" {
		*m = newManifest()
	}
	left, err := u.fill(ctx, w, m, todo)
	if err != nil {
		w.close()
		return nil, err
	}
	if err := w.close(); err != nil {
		return nil, err
	}
	return left, os.WriteFile(filepath.Join(path, "manifest"), m.encode(), 0o644)
}

func (u *update) begin(from, words string, m manifest) (writer, error) {
	e := u.ix.engine
	if from == "" {
		if err := os.MkdirAll(filepath.Dir(words), 0o777); err != nil {
			return nil, err
		}
		return e.create(words)
	}
	if err := e.copy(filepath.Join(u.ix.root(), from, "words"), words); err != nil {
		return nil, err
	}
	r, err := e.open(words)
	if err != nil {
		return nil, err
	}
	err = holds(r, m)
	if err := errors.Join(err, r.close()); err != nil {
		return nil, err
	}
	return e.change(words)
}

// fill takes out what went and puts in what is new, until there is no more or time is up. A
// generation holds one document more than the one before at least.
func (u *update) fill(ctx context.Context, w writer, m *manifest, todo []Document) ([]Document, error) {
	now := make(map[string]bool, len(u.docs))
	for _, d := range u.docs {
		now[d.Key] = true
	}
	var gone []string
	for key := range m.documents {
		if !now[key] {
			gone = append(gone, key)
		}
	}
	sort.Strings(gone)
	for _, key := range gone {
		h := m.documents[key]
		if err := removeUnits(w, h.number, 0, h.units); err != nil {
			return nil, err
		}
		delete(m.documents, key)
	}
	read := 0
	for i, d := range todo {
		if ctx.Err() != nil || read > u.ix.every {
			if i == 0 {
				u.stopped = true
				return nil, ctx.Err()
			}
			return todo[i:], nil
		}
		c, err := u.read(d.Key)
		if err != nil {
			u.stopped = true
			return nil, err
		}
		h, ok := m.documents[d.Key]
		if !ok {
			h.number = m.next
			m.next++
		}
		if err := removeUnits(w, h.number, len(c.Units), h.units); err != nil {
			return nil, err
		}
		made := u.ix.makers[c.Language]
		if made == nil {
			made = newMaker(c.Language)
			u.ix.makers[c.Language] = made
		}
		for n, unit := range c.Units {
			read += len(unit)
			if err := w.put(place{h.number, uint32(n)}, made.passage(unit)); err != nil {
				return nil, err
			}
		}
		m.documents[d.Key] = held{h.number, len(c.Units), d.Stamp, c.Language}
		if u.done++; u.progress != nil {
			u.progress(u.done, u.total)
		}
	}
	return nil, nil
}

func removeUnits(w writer, number uint32, from, to int) error {
	for n := from; n < to; n++ {
		if err := w.remove(place{number, uint32(n)}); err != nil {
			return err
		}
	}
	return nil
}

func generationAfter(n int) string { return fmt.Sprintf("g%06d", n+1) }

// last returns the number of the newest generation that there is, finished or not.
func (ix *Index) last() int {
	last := 0
	entries, _ := os.ReadDir(ix.root())
	for _, e := range entries {
		n := 0
		if _, err := fmt.Sscanf(e.Name(), "g%d", &n); err == nil {
			last = max(last, n)
		}
	}
	return last
}

// sweep removes generations before the one that readers may still be opening. What
// cannot be removed now, because a reader has it open on Windows, goes next time.
func (ix *Index) sweep(current, previous string) {
	entries, _ := os.ReadDir(ix.root())
	for _, e := range entries {
		if e.IsDir() && e.Name() != current && e.Name() != previous {
			os.RemoveAll(filepath.Join(ix.root(), e.Name()))
		}
	}
}
