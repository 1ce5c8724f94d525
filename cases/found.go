package cases

import (
	"cmp"
	"context"
	"errors"
	"math"
	"runtime"
	"slices"
	"strings"
	"sync"

	"crosscase/coding"
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
	var look []int // documents whose passages are asked for
	for i := range s.Documents {
		n := w.counts[i]
		if n == 0 {
			continue
		}
		if limit == 0 || out.Passages < limit {
			look = append(look, i)
		}
		out.Passages += n
		out.Documents++
	}
	matchers, err := w.hits(ctx, look, &out)
	if err != nil {
		return Found{}, err
	}
	for _, of := range matchers {
		for _, m := range of {
			out.Kin = append(out.Kin, m.Kin()...)
		}
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

// hits adds the passages of some documents to what was found, up to the limit, and returns by what they were matched.
func (w *search) hits(ctx context.Context, look []int, out *Found) ([]map[string]*query.Matcher, error) {
	found, take := make([][]Hit, len(w.study.Documents)), make([]int, len(w.study.Documents))
	left := cmp.Or(w.limit, math.MaxInt)
	for _, i := range look {
		take[i] = min(w.counts[i], left)
		left -= take[i]
	}
	read, side := w.study.textOnce, 0
	if w.limit > 0 {
		read, side = w.study.Text, 1 // who looks at the first few prints their texts next
	}
	matchers, err := w.inTexts(ctx, look, side, read, func(m *query.Matcher, i int, t *coding.Text) {
		spans := w.at[i]
		if spans == nil {
			for _, u := range pick(t.Structure.Units(t.Text, corpus.TurnUnit), w.found.In(t.Key)) {
				spans = append(spans, u.Span)
			}
		}
		for _, span := range spans[:min(len(spans), take[i])] {
			at := corpus.Passage{Document: t.Key, Span: span}
			_, places := m.Match(t.Text, at)
			found[i] = append(found[i], Hit{Passage: at, Places: places, Words: strings.Clone(t.Text.Slice(span))})
		}
	})
	around := w.study.Around()
	for _, i := range look {
		for _, h := range found[i] {
			w.study.complete(&h, around)
			out.Hits = append(out.Hits, h)
		}
		found[i] = nil
	}
	return matchers, err
}

// read looks for the query in texts.
func (w *search) read(ctx context.Context, look []int) error {
	_, err := w.inTexts(ctx, look, 0, w.study.textOnce, func(m *query.Matcher, i int, t *coding.Text) {
		units := t.Structure.Units(t.Text, corpus.TurnUnit)
		if w.reader != nil && w.has[i] {
			units = pick(units, w.found.In(t.Key))
		}
		for _, u := range units {
			if ok, _ := m.Match(t.Text, corpus.Passage{Document: t.Key, Span: u.Span}); ok {
				w.at[i] = append(w.at[i], u.Span)
			}
		}
		w.counts[i] = len(w.at[i])
	})
	return err
}

// inTexts visits the texts of some documents, so many side by side, as many as there are processors if most is 0. It returns the
// matchers that the visitors were given, by language.
func (w *search) inTexts(ctx context.Context, look []int, most int, read func(string) (*coding.Text, error), visit func(m *query.Matcher, i int, t *coding.Text)) ([]map[string]*query.Matcher, error) {
	workers := max(1, min(cmp.Or(most, runtime.GOMAXPROCS(0)), len(look)))
	if w.query.HasFields() { // a study answers fields for one at a time
		workers = 1
	}
	matchers := make([]map[string]*query.Matcher, workers) // of each, by language
	for n := range matchers {
		matchers[n] = map[string]*query.Matcher{}
	}
	for _, i := range look {
		language := w.study.Documents[i].Language
		if matchers[0][language] != nil {
			continue
		}
		m := w.query.Matcher(language, w.study)
		if workers == 1 {
			matchers[0][language] = m
			continue
		}
		for n, m := range m.Beside(workers) {
			matchers[n][language] = m
		}
	}
	errs := make([]error, workers)
	some := func(from int) error {
		for n := from; n < len(look); n += workers {
			if err := ctx.Err(); err != nil {
				return err
			}
			d := w.study.Documents[look[n]]
			t, err := read(d.Key)
			if err != nil {
				return err
			}
			visit(matchers[from][d.Language], look[n], t)
		}
		return nil
	}
	var wg sync.WaitGroup
	for n := 1; n < workers; n++ {
		wg.Go(func() { errs[n] = some(n) })
	}
	errs[0] = some(0)
	wg.Wait()
	return matchers, errors.Join(errs...)
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
