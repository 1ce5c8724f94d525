package index

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"os"
	"path/filepath"
	"strings"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/document"
	"github.com/blevesearch/bleve/v2/index/scorch"
	bindex "github.com/blevesearch/bleve_index_api"
)

// bleveEngine keeps passages in a bleve index, by the terms alone: no text, no frequencies,
// no positions. Queries are not bleve's: its lists of passages are read as they are, and
// joined in memory, which counts common words at the speed of the disk.
type bleveEngine struct{}

// mostTerms is how many terms of passages are given to the engine at once; it bounds the memory.
const mostTerms = 200_000

// config is what bleve is told; it writes into what it is given.
func config(readOnly bool) map[string]any {
	return map[string]any{"bolt_timeout": "2s", "read_only": readOnly}
}

func (bleveEngine) create(folder string) (writer, error) {
	m := bleve.NewIndexMapping()
	m.StoreDynamic, m.IndexDynamic, m.DocValuesDynamic = false, false, false
	b, err := bleve.NewUsing(folder, m, scorch.Name, scorch.Name, config(false))
	if err != nil {
		return nil, err
	}
	return &bleveWriter{folder: folder, index: b, batch: b.NewBatch()}, nil
}

func (bleveEngine) change(folder string) (writer, error) {
	b, err := bleve.OpenUsing(folder, config(false))
	if err != nil {
		return nil, err
	}
	return &bleveWriter{folder: folder, index: b, batch: b.NewBatch()}, nil
}

// copy links what the engine never changes, its segments and their places, and copies the rest.
func (bleveEngine) copy(from, to string) error {
	return filepath.WalkDir(from, func(path string, d os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(from, path)
		if err != nil {
			return err
		}
		target := filepath.Join(to, rel)
		if d.IsDir() {
			return os.MkdirAll(target, 0o777)
		}
		if (strings.HasSuffix(path, ".zap") || strings.HasSuffix(path, placesFile)) && os.Link(path, target) == nil {
			return nil
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		return os.WriteFile(target, data, 0o644)
	})
}

// bleveWriter gathers changes and hands them to the engine many at a time.
type bleveWriter struct {
	folder string
	index  bleve.Index
	batch  *bleve.Batch
	terms  int // in the batch; a removal counts as one
}

func (w *bleveWriter) put(at place, p passage) error {
	d := document.NewDocument(at.id())
	for _, f := range []struct {
		name  field
		terms []string
	}{{stems, p.stems}, {folded, p.words}, {kin, p.kin}} {
		if len(f.terms) > 0 {
			d.AddField(newTermField(f.name, f.terms))
			w.terms += len(f.terms)
		}
	}
	if err := w.batch.IndexAdvanced(d); err != nil {
		return err
	}
	return w.full()
}

func (w *bleveWriter) remove(at place) error {
	w.batch.Delete(at.id())
	return w.full()
}

func (w *bleveWriter) full() error {
	if w.terms++; w.terms < mostTerms {
		return nil
	}
	return w.flush()
}

func (w *bleveWriter) flush() error {
	if w.batch.Size() == 0 {
		return nil
	}
	err := w.index.Batch(w.batch)
	w.batch, w.terms = w.index.NewBatch(), 0 // the engine may still be looking at the old one
	return err
}

func (w *bleveWriter) close() error {
	if err := w.flush(); err != nil {
		w.index.Close()
		return err
	}
	if err := w.index.Close(); err != nil {
		return err
	}
	r, err := bleveEngine{}.openBare(w.folder)
	if err != nil {
		return err
	}
	defer r.close()
	return r.writePlaces(w.folder)
}

// termField gives the engine the terms of a field of a passage as they are: there is nothing to
// analyse, and of no term does it want to know more than that it is there.
type termField struct {
	name  string
	terms bindex.TokenFrequencies
}

func newTermField(name field, terms []string) termField {
	f := termField{string(name), make(bindex.TokenFrequencies, len(terms))}
	there := &bindex.TokenFreq{}
	for _, t := range terms {
		f.terms[t] = there
	}
	return f
}

func (f termField) Name() string             { return f.name }
func (f termField) Value() []byte            { return nil }
func (f termField) ArrayPositions() []uint64 { return nil }
func (f termField) EncodedFieldType() byte   { return 't' }
func (f termField) Analyze()                 {}
func (f termField) Options() bindex.FieldIndexingOptions {
	return bindex.IndexField | bindex.SkipFreqNorm
}
func (f termField) AnalyzedLength() int                               { return len(f.terms) }
func (f termField) AnalyzedTokenFrequencies() bindex.TokenFrequencies { return f.terms }
func (f termField) NumPlainTextBytes() uint64                         { return 0 }
func (f termField) Size() int                                         { return 64 * len(f.terms) }

// id is the name of a passage in the engine: eight bytes.
func (p place) id() string {
	var b [8]byte
	binary.BigEndian.PutUint32(b[:], p.document)
	binary.BigEndian.PutUint32(b[4:], p.unit)
	return string(b[:])
}

func placeOf(id []byte) (place, error) {
	if len(id) != 8 {
		return place{}, fmt.Errorf("the index holds a passage %q that has no place", id)
	}
	return place{binary.BigEndian.Uint32(id), binary.BigEndian.Uint32(id[4:])}, nil
}

// bleveReader reads the segments of an index. places holds, for each, the place of every passage
// by the number that the segment gives it.
type bleveReader struct {
	index    bleve.Index
	reader   bindex.IndexReader
	segments []*scorch.SegmentSnapshot
	places   [][]byte
}

func (e bleveEngine) open(folder string) (reader, error) {
	r, err := e.openBare(folder)
	if err != nil {
		return nil, err
	}
	for _, s := range r.segments {
		p, err := readPlaces(folder, s.Id(), s.Segment().Count())
		if err != nil {
			r.close()
			return nil, err
		}
		r.places = append(r.places, p)
	}
	return r, nil
}

func (bleveEngine) openBare(folder string) (*bleveReader, error) {
	b, err := bleve.OpenUsing(folder, config(true))
	if err != nil {
		return nil, err
	}
	r := &bleveReader{index: b}
	inner, err := b.Advanced()
	if err == nil {
		r.reader, err = inner.Reader()
	}
	if err != nil {
		b.Close()
		return nil, err
	}
	snapshot, ok := r.reader.(*scorch.IndexSnapshot)
	if !ok {
		r.close()
		return nil, errors.New("the index is of another kind than this program makes")
	}
	r.segments = snapshot.Segments()
	return r, nil
}

func (r *bleveReader) close() error {
	var err error
	if r.reader != nil {
		err = r.reader.Close()
	}
	return errors.Join(err, r.index.Close())
}

func (r *bleveReader) passages() (int, error) {
	n := uint64(0)
	for _, s := range r.segments {
		n += s.Count()
	}
	return int(n), nil
}

func (r *bleveReader) at(segment int, number uint64) place {
	b := r.places[segment][8*number:]
	return place{binary.LittleEndian.Uint32(b), binary.LittleEndian.Uint32(b[4:])}
}

func (r *bleveReader) every(visit func(place)) error {
	for i, s := range r.segments {
		gone := s.Deleted()
		for n := range s.Segment().Count() {
			if gone == nil || !gone.Contains(uint32(n)) {
				visit(r.at(i, n))
			}
		}
	}
	return nil
}

func (r *bleveReader) with(f field, term string, visit func(place)) error {
	for i, s := range r.segments {
		words, err := s.Segment().Dictionary(string(f))
		if err != nil {
			return err
		}
		list, err := words.PostingsList([]byte(term), s.Deleted(), nil)
		if err != nil {
			return err
		}
		it := list.Iterator(false, false, false, nil)
		for {
			p, err := it.Next()
			if err != nil {
				return err
			}
			if p == nil {
				break
			}
			if p.Number() >= s.Segment().Count() {
				return errors.New("the index names a passage that it does not hold")
			}
			visit(r.at(i, p.Number()))
		}
	}
	return nil
}

func (r *bleveReader) terms(f field, prefix string, visit func(string)) error {
	var from, to []byte
	if prefix != "" {
		from, to = []byte(prefix), after(prefix)
	}
	for _, s := range r.segments {
		words, err := s.Segment().Dictionary(string(f))
		if err != nil {
			return err
		}
		it := words.AutomatonIterator(nil, from, to)
		for {
			e, err := it.Next()
			if err != nil {
				return err
			}
			if e == nil {
				break
			}
			visit(e.Term)
		}
	}
	return nil
}

// after returns the first string behind all that begin with a prefix, nil if there is none.
func after(prefix string) []byte {
	b := []byte(prefix)
	for i := len(b) - 1; i >= 0; i-- {
		if b[i] < 0xff {
			b[i]++
			return b[:i+1]
		}
	}
	return nil
}

const placesFile = ".places"

func placesPath(folder string, segment uint64) string {
	return filepath.Join(folder, fmt.Sprintf("%012x", segment)+placesFile)
}

// writePlaces writes the places of the passages of every segment that has none yet, and removes
// those of segments that went.
func (r *bleveReader) writePlaces(folder string) error {
	there := map[string]bool{}
	for _, s := range r.segments {
		path := placesPath(folder, s.Id())
		there[path] = true
		if _, err := readPlaces(folder, s.Id(), s.Segment().Count()); err == nil {
			continue
		}
		n := s.Segment().Count()
		out := make([]byte, 4, 4+8*n)
		for i := range n {
			id, err := s.Segment().DocID(i)
			if err != nil {
				return err
			}
			p, err := placeOf(id)
			if err != nil {
				return err
			}
			out = binary.LittleEndian.AppendUint32(out, p.document)
			out = binary.LittleEndian.AppendUint32(out, p.unit)
		}
		binary.LittleEndian.PutUint32(out, crc32.ChecksumIEEE(out[4:]))
		os.Remove(path) // it may be linked from an older generation
		if err := os.WriteFile(path, out, 0o644); err != nil {
			return err
		}
	}
	old, err := filepath.Glob(filepath.Join(folder, "*"+placesFile))
	for _, path := range old {
		if !there[path] {
			os.Remove(path)
		}
	}
	return err
}

func readPlaces(folder string, segment, passages uint64) ([]byte, error) {
	data, err := os.ReadFile(placesPath(folder, segment))
	if err != nil {
		return nil, err
	}
	if uint64(len(data)) != 4+8*passages || crc32.ChecksumIEEE(data[4:]) != binary.LittleEndian.Uint32(data) {
		return nil, errors.New("the places of passages in the index are damaged")
	}
	return data[4:], nil
}
