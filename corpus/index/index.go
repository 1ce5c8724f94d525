package index

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"time"

	"github.com/blevesearch/bleve/v2"

	"crosscase/corpus/plainfile"
	"crosscase/corpus/query"
)

// version changes whenever an older index would give other answers.
const version = 5

// batchSize is how many passages are given to the engine at once; it bounds the memory.
const batchSize = 1000

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
	dir plainfile.Dir // the study
}

// In returns the index of a study's folder.
func In(dir plainfile.Dir) *Index { return &Index{dir} }

const folder = ".crosscase/index"

// manifest says what a generation holds.
type manifest struct {
	Version   int               `json:"version"`
	Documents map[string]string `json:"documents"` // key → stamp
	Units     map[string]int    `json:"units"`     // key → number of units
}

// total returns the number of units that the engine must hold.
func (m manifest) total() int {
	n := 0
	for _, units := range m.Units {
		n += units
	}
	return n
}

// ErrBusy says that another program is bringing the index up to date.
var ErrBusy = errors.New("another program is writing the index")

// current returns the name of the current generation and its manifest; "" if there is none
// that this program can read.
func (ix *Index) current() (string, manifest) {
	name, err := ix.dir.Read(folder + "/CURRENT")
	if err != nil {
		return "", manifest{}
	}
	generation := strings.TrimSpace(string(name))
	data, err := ix.dir.Read(folder + "/" + generation + "/manifest.json")
	var m manifest
	if err != nil || json.Unmarshal(data, &m) != nil || m.Version != version {
		return "", manifest{}
	}
	return generation, m
}

// Fresh tells whether the index holds exactly these documents as they are.
func (ix *Index) Fresh(docs []Document) bool {
	generation, m := ix.current()
	if generation == "" || len(m.Documents) != len(docs) || !ix.dir.Exists(folder+"/"+generation+"/words/store/root.bolt") {
		return false
	}
	for _, d := range docs {
		if m.Documents[d.Key] != d.Stamp {
			return false
		}
	}
	return true
}

// Update brings the index up to the documents as they are. A changed document
// costs its own size. Another program that is at it makes it return ErrBusy at
// once; nothing is lost by that, since what it builds serves here too.
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
	err = ix.update(ctx, docs, read, progress, true)
	if err != nil && ctx.Err() == nil {
		err = ix.update(ctx, docs, read, progress, false) // whatever was wrong with the old one, start anew
	}
	return err
}

func (ix *Index) update(ctx context.Context, docs []Document, read func(string) (Content, error), progress func(done, total int), reuse bool) (err error) {
	old, m := ix.current()
	next := generationAfter(old)
	if !reuse {
		old, m = "", manifest{}
	}
	root := filepath.Join(ix.dir.Root, filepath.FromSlash(folder))
	path := filepath.Join(root, next)
	if err := os.RemoveAll(path); err != nil {
		return err
	}
	defer func() {
		if err != nil {
			os.RemoveAll(path)
		}
	}()
	var e *engine
	if old != "" {
		if err := copyGeneration(filepath.Join(root, old), path); err != nil {
			return err
		}
		if e, err = openEngine(filepath.Join(path, "words"), false); err == nil {
			if err = e.holds(m.total()); err != nil {
				e.close()
			}
		}
	} else {
		m = manifest{Version: version, Documents: map[string]string{}, Units: map[string]int{}}
		if err := os.MkdirAll(path, 0o777); err != nil {
			return err
		}
		e, err = createEngine(filepath.Join(path, "words"))
	}
	if err != nil {
		return err
	}
	if err := ix.fill(ctx, e, &m, docs, read, progress); err != nil {
		e.close()
		return err
	}
	if err := e.close(); err != nil {
		return err
	}
	data, err := json.Marshal(m)
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(path, "manifest.json"), data, 0o644); err != nil {
		return err
	}
	if err := ix.dir.Write(folder+"/CURRENT", []byte(next+"\n")); err != nil {
		return err
	}
	ix.sweep(next, old)
	return nil
}

// fill takes out what changed or went and puts in what is new.
func (ix *Index) fill(ctx context.Context, e *engine, m *manifest, docs []Document, read func(string) (Content, error), progress func(done, total int)) error {
	now := map[string]bool{}
	var changed []Document
	for _, d := range docs {
		now[d.Key] = true
		if m.Documents[d.Key] != d.Stamp {
			changed = append(changed, d)
		}
	}
	b := &batch{engine: e, batch: e.bleve.NewBatch()}
	gone := make([]string, 0)
	for key := range m.Documents {
		if !now[key] {
			gone = append(gone, key)
		}
	}
	sort.Strings(gone)
	for _, key := range gone {
		if err := b.remove(key, 0, m.Units[key]); err != nil {
			return err
		}
		delete(m.Documents, key)
		delete(m.Units, key)
	}
	makers := map[string]*maker{}
	for i, d := range changed {
		if err := ctx.Err(); err != nil {
			return err
		}
		c, err := read(d.Key)
		if err != nil {
			return err
		}
		made := makers[c.Language]
		if made == nil {
			made = newMaker(c.Language)
			makers[c.Language] = made
		}
		if err := b.remove(d.Key, len(c.Units), m.Units[d.Key]); err != nil {
			return err
		}
		for n, u := range c.Units {
			if err := b.put(id(d.Key, n), made.passage(u)); err != nil {
				return err
			}
		}
		m.Documents[d.Key], m.Units[d.Key] = d.Stamp, len(c.Units)
		if progress != nil {
			progress(i+1, len(changed))
		}
	}
	return b.flush()
}

// batch gathers changes and hands them to the engine a thousand at a time.
type batch struct {
	engine *engine
	batch  *bleve.Batch
}

func (b *batch) put(id string, p passage) error {
	if err := b.batch.Index(id, p); err != nil {
		return err
	}
	return b.full()
}

func (b *batch) remove(key string, from, to int) error {
	for n := from; n < to; n++ {
		b.batch.Delete(id(key, n))
		if err := b.full(); err != nil {
			return err
		}
	}
	return nil
}

func (b *batch) full() error {
	if b.batch.Size() < batchSize {
		return nil
	}
	return b.flush()
}

func (b *batch) flush() error {
	if b.batch.Size() == 0 {
		return nil
	}
	err := b.engine.bleve.Batch(b.batch)
	b.batch = b.engine.bleve.NewBatch() // the engine may still be looking at the old one
	return err
}

func generationAfter(old string) string {
	n := 0
	fmt.Sscanf(old, "g%d", &n)
	return fmt.Sprintf("g%06d", n+1)
}

// sweep removes generations before the one that readers may still be opening. What
// cannot be removed now, because a reader has it open on Windows, goes next time.
func (ix *Index) sweep(current, previous string) {
	root := filepath.Join(ix.dir.Root, filepath.FromSlash(folder))
	entries, _ := os.ReadDir(root)
	for _, e := range entries {
		if e.IsDir() && e.Name() != current && e.Name() != previous {
			os.RemoveAll(filepath.Join(root, e.Name()))
		}
	}
}

// Candidates returns, by document, the numbers of the units that may match, or an
// error if the index cannot be read, in which case the texts can be.
func (ix *Index) Candidates(n query.Need) (map[string][]int, error) {
	var last error
	for range 3 { // a generation may go between reading CURRENT and opening it
		generation, m := ix.current()
		if generation == "" {
			return nil, errors.New("there is no index yet")
		}
		out, err := ix.candidates(generation, m, n)
		if err == nil {
			return out, nil
		}
		last = err
		time.Sleep(5 * time.Millisecond)
	}
	return nil, last
}

func (ix *Index) candidates(generation string, m manifest, n query.Need) (map[string][]int, error) {
	e, err := openEngine(filepath.Join(ix.dir.Root, filepath.FromSlash(folder), generation, "words"), true)
	if err != nil {
		return nil, err
	}
	defer e.close()
	if err := e.holds(m.total()); err != nil {
		return nil, err
	}
	return e.candidates(n)
}
