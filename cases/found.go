package cases

import (
	"context"
	"errors"
	"runtime"
	"slices"
	"sync"

	"crosscase/corpus"
	"crosscase/corpus/index"
	"crosscase/corpus/query"
)

// fewBytes is how much text the index may lack for a search to wait until it has it, a second or
// less; where it lacks more, what it lacks is read.
const fewBytes = 1 << 20

// Search returns the turns and paragraphs in which a query holds, in the order of
// documents and places. The index narrows down where to look; without one, or
// while another program writes it, the texts are read, with the same answer.
func (s *Study) Search(ctx context.Context, ix *index.Index, q *query.Query) (Found, error) {
	return s.SearchFirst(ctx, ix, q, 0)
}

// SearchFirst is Search for the first so many passages (0: all); all are counted. Where the words
// of a query need not stand in any order, the index alone counts them.
func (s *Study) SearchFirst(ctx context.Context, ix *index.Index, q *query.Query, limit int) (Found, error) {
	if err := s.CheckFields(q); err != nil {
		return Found{}, err
	}
	var out Found
	w := &search{study: s, query: q, parted: q.Parted(), limit: limit}
	if ix != nil {
		r, err := w.openIndex(ctx, ix)
		if err != nil {
			return Found{}, err
		}
		if r != nil {
			defer r.Close()
		}
	}
	for {
		err := w.places(ctx)
		if err == nil {
			break
		}
		if !errors.Is(err, index.ErrDamaged) || w.reader == nil {
			return Found{}, err
		}
		s.indexState = IndexState{err, true}
		w.reader, w.has = nil, nil // read the texts instead
	}
	shown := map[string]*query.Matcher{}
	for i, d := range s.Documents {
		n := w.counts[i]
		if n == 0 {
			continue
		}
		out.Passages += n
		out.Documents++
		if limit > 0 && len(out.Hits) >= limit {
			continue
		}
		if err := ctx.Err(); err != nil {
			return Found{}, err
		}
		t, err := s.Text(d.Key)
		if err != nil {
			return Found{}, err
		}
		m := s.matcher(shown, q, d.Language)
		for _, span := range w.spans(i) {
			if limit > 0 && len(out.Hits) >= limit {
				break
			}
			at := corpus.Passage{Document: d.Key, Span: span}
			_, places := m.Match(t.Text, at)
			out.Hits = append(out.Hits, s.hit(at, places))
		}
	}
	for _, m := range shown {
		out.Kin = append(out.Kin, m.Kin()...)
	}
	slices.Sort(out.Kin)
	out.Kin = slices.Compact(out.Kin)
	return out, nil
}

// search is one search in all documents.
type search struct {
	study  *Study
	query  *query.Query
	parted query.Parted
	limit  int
	reader *index.Reader
	has    []bool // which documents the index holds as they are

	found  index.Found
	counts []int           // passages of each document
	at     [][]corpus.Span // and where they are; nil for those of which only the units are known
}

// openIndex opens the index, after it was brought up to date if little is lacking. No reader
// means that there is nothing to read.
func (w *search) openIndex(ctx context.Context, ix *index.Index) (*index.Reader, error) {
	docs := w.study.stamps()
	for round := 0; ; round++ {
		r, err := ix.Open()
		if err != nil && !errors.Is(err, index.ErrNone) {
			w.study.indexState.Notice = err
		}
		has, lacks := make([]bool, len(docs)), int64(0)
		for i, d := range docs {
			if has[i] = r != nil && r.Has(d); !has[i] {
				lacks += max(1, w.study.sizeOf(d.Key))
			}
		}
		if lacks == 0 && r != nil || lacks > fewBytes || round > 0 {
			w.study.indexState.Behind = lacks > 0 || r == nil
			w.reader, w.has = r, has
			return r, nil
		}
		if r != nil {
			if err := r.Close(); err != nil {
				return nil, err
			}
		}
		if err := w.study.RefreshIndex(ctx, ix, nil); err != nil && ctx.Err() != nil {
			return nil, ctx.Err()
		} // whatever it was, what the index lacks is read
	}
}

// places finds where the query holds, document by document: by the index in those that it
// holds, by reading the others.
func (w *search) places(ctx context.Context) error {
	w.counts, w.at = make([]int, len(w.study.Documents)), make([][]corpus.Span, len(w.study.Documents))
	if w.reader != nil {
		found, err := w.reader.Find(w.parted.Need)
		if err != nil {
			return err
		}
		w.found = found
	}
	var look []int // documents whose texts have to be read
	for i, d := range w.study.Documents {
		switch {
		case w.reader == nil || !w.has[i]:
			look = append(look, i)
			continue
		case w.found.Count(d.Key) == 0:
			continue
		case !w.parted.Exact:
			look = append(look, i)
			continue
		case !w.parted.HasFields():
			w.counts[i] = w.found.Count(d.Key)
			continue
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		structure, err := w.study.Structure(d.Key)
		if err != nil {
			return err
		}
		for _, u := range pick(structure.Units(nil, corpus.TurnUnit), w.found.In(d.Key)) {
			if w.parted.Fields(w.study, corpus.Passage{Document: d.Key, Span: u.Span}) {
				w.at[i] = append(w.at[i], u.Span)
			}
		}
		w.counts[i] = len(w.at[i])
	}
	return w.read(ctx, look)
}

// read looks for the query in texts, several at once.
func (w *search) read(ctx context.Context, look []int) error {
	workers := min(runtime.GOMAXPROCS(0), len(look))
	if workers <= 1 || w.query.HasFields() { // a study answers fields for one at a time
		return w.readSome(ctx, map[string]*query.Matcher{}, look, 0, 1)
	}
	matchers := make([]map[string]*query.Matcher, workers) // of each, by language
	for _, i := range look {
		language := w.study.Documents[i].Language
		if matchers[0][language] != nil {
			continue
		}
		for n, m := range w.query.Matcher(language, w.study).Beside(workers) {
			if matchers[n] == nil {
				matchers[n] = map[string]*query.Matcher{}
			}
			matchers[n][language] = m
		}
	}
	errs := make([]error, workers)
	var wg sync.WaitGroup
	for n := range workers {
		wg.Go(func() { errs[n] = w.readSome(ctx, matchers[n], look, n, workers) })
	}
	wg.Wait()
	return errors.Join(errs...)
}

// readSome looks in every step-th of some documents.
func (w *search) readSome(ctx context.Context, matchers map[string]*query.Matcher, look []int, from, step int) error {
	for n := from; n < len(look); n += step {
		if err := ctx.Err(); err != nil {
			return err
		}
		i := look[n]
		d := w.study.Documents[i]
		t, err := w.study.textOnce(d.Key)
		if err != nil {
			return err
		}
		m := w.study.matcher(matchers, w.query, d.Language)
		units := t.Structure.Units(t.Text, corpus.TurnUnit)
		if w.reader != nil && w.has[i] {
			units = pick(units, w.found.In(d.Key))
		}
		for _, u := range units {
			if ok, _ := m.Match(t.Text, corpus.Passage{Document: d.Key, Span: u.Span}); ok {
				w.at[i] = append(w.at[i], u.Span)
			}
		}
		w.counts[i] = len(w.at[i])
	}
	return nil
}

// spans returns where the query holds in a document.
func (w *search) spans(i int) []corpus.Span {
	if w.at[i] != nil {
		return w.at[i]
	}
	key := w.study.Documents[i].Key
	structure, err := w.study.Structure(key)
	if err != nil {
		return nil
	}
	var out []corpus.Span
	for _, u := range pick(structure.Units(nil, corpus.TurnUnit), w.found.In(key)) {
		out = append(out, u.Span)
	}
	return out
}

// pick returns the units with the given numbers, in text order.
func pick(units []corpus.Unit, numbers []int) []corpus.Unit {
	out := make([]corpus.Unit, 0, len(numbers))
	for _, n := range numbers {
		if n < len(units) {
			out = append(out, units[n])
		}
	}
	return out
}
