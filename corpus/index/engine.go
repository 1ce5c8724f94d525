package index

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/analysis/analyzer/custom"
	"github.com/blevesearch/bleve/v2/analysis/tokenizer/whitespace"
	"github.com/blevesearch/bleve/v2/index/scorch"
	"github.com/blevesearch/bleve/v2/mapping"
	bq "github.com/blevesearch/bleve/v2/search/query"

	"crosscase/corpus/query"
	"crosscase/corpus/words"
)

// The fields of a passage: the stems of its words, their spellings, and the keys of their kin.
// All are made by package words, so the engine only splits at blanks, and a
// query finds in the index exactly what the matcher finds in the text.
const (
	stems  = "stems"
	folded = "words"
	kin    = "kin"
)

// passage is what the engine is given.
type passage struct {
	Stems string `json:"stems"`
	Words string `json:"words"`
	Kin   string `json:"kin"`
}

// maker makes passages of texts in one language.
type maker struct {
	analyser *words.Analyser
	kin      *words.Kin
}

func newMaker(language string) *maker {
	return &maker{words.NewAnalyser(language), words.NewKin(language)}
}

func (m *maker) passage(text string) passage {
	tokens := words.Tokens(text)
	s, w := make([]string, len(tokens)), make([]string, len(tokens))
	var k []string
	seen := map[string]bool{}
	for i, t := range tokens {
		s[i], w[i] = m.analyser.Stem(t.Fold), t.Fold
		if m.kin != nil && !seen[t.Fold] {
			seen[t.Fold] = true
			k = append(k, m.kin.Keys(t.Fold)...)
		}
	}
	return passage{strings.Join(s, " "), strings.Join(w, " "), strings.Join(k, " ")}
}

func newMapping() (mapping.IndexMapping, error) {
	m := bleve.NewIndexMapping()
	m.StoreDynamic, m.IndexDynamic, m.DocValuesDynamic = false, false, false
	if err := m.AddCustomAnalyzer("blanks", map[string]any{"type": custom.Name, "tokenizer": whitespace.Name}); err != nil {
		return nil, err
	}
	d := bleve.NewDocumentStaticMapping()
	d.AddSubDocumentMapping("_all", bleve.NewDocumentDisabledMapping())
	for _, name := range []string{stems, folded, kin} {
		f := bleve.NewTextFieldMapping()
		f.Analyzer, f.Store, f.IncludeTermVectors, f.IncludeInAll, f.DocValues = "blanks", false, false, false, false
		d.AddFieldMappingsAt(name, f)
	}
	m.DefaultMapping = d
	return m, nil
}

// engine is one generation, open.
type engine struct{ bleve bleve.Index }

func createEngine(folder string) (*engine, error) {
	m, err := newMapping()
	if err != nil {
		return nil, err
	}
	b, err := bleve.NewUsing(folder, m, scorch.Name, scorch.Name, map[string]any{"bolt_timeout": "2s"})
	if err != nil {
		return nil, err
	}
	return &engine{b}, nil
}

func openEngine(folder string, readOnly bool) (*engine, error) {
	b, err := bleve.OpenUsing(folder, map[string]any{"read_only": readOnly, "bolt_timeout": "2s"})
	if err != nil {
		return nil, err
	}
	return &engine{b}, nil
}

func (e *engine) close() error { return e.bleve.Close() }

// holds returns an error unless the engine holds a number of passages: it passes over
// files that it cannot read, and what stood in them would silently be missing.
func (e *engine) holds(total int) error {
	n, err := e.bleve.DocCount()
	if err == nil && n != uint64(total) {
		err = fmt.Errorf("the index holds %d passages of %d", n, total)
	}
	return err
}

func id(document string, unit int) string { return document + "#" + strconv.Itoa(unit) }

// candidates returns, by document, the numbers of the passages that may match.
func (e *engine) candidates(n query.Need) (map[string][]int, error) {
	total, err := e.bleve.DocCount()
	if err != nil || total == 0 {
		return nil, err
	}
	q, err := translate(n)
	if err != nil {
		return nil, err
	}
	req := bleve.NewSearchRequestOptions(q, int(total), 0, false)
	req.SortBy([]string{"_id"})
	res, err := e.bleve.Search(req)
	if err != nil {
		return nil, err
	}
	out := map[string][]int{}
	for _, h := range res.Hits {
		i := strings.LastIndexByte(h.ID, '#')
		if i < 0 {
			return nil, fmt.Errorf("the index holds a passage %q that has no number", h.ID)
		}
		unit, err := strconv.Atoi(h.ID[i+1:])
		if err != nil {
			return nil, err
		}
		out[h.ID[:i]] = append(out[h.ID[:i]], unit)
	}
	return out, nil
}

func translate(n query.Need) (bq.Query, error) {
	switch {
	case n.Anything:
		return bleve.NewMatchAllQuery(), nil
	case len(n.Stems) > 0:
		terms := make([]bq.Query, 0, len(n.Stems)+1)
		for _, s := range n.Stems {
			terms = append(terms, term(s, stems))
		}
		for _, k := range n.Keys {
			terms = append(terms, term(k, kin))
		}
		return bleve.NewDisjunctionQuery(terms...), nil
	case n.Word != "":
		return term(n.Word, folded), nil
	case n.Wild != "":
		q := bleve.NewWildcardQuery(n.Wild)
		q.SetField(folded)
		return q, nil
	case n.Near != "":
		// The engine counts a swap of neighbours as two slips.
		q := bleve.NewFuzzyQuery(n.Near)
		q.SetField(folded)
		q.SetFuzziness(min(2, 2*n.Slips))
		return q, nil
	}
	of, join := n.All, func(qs []bq.Query) bq.Query { return bleve.NewConjunctionQuery(qs...) }
	if len(n.Any) > 0 {
		of, join = n.Any, func(qs []bq.Query) bq.Query { return bleve.NewDisjunctionQuery(qs...) }
	}
	qs := make([]bq.Query, 0, len(of))
	for _, c := range of {
		q, err := translate(c)
		if err != nil {
			return nil, err
		}
		qs = append(qs, q)
	}
	if len(qs) == 0 {
		return bleve.NewMatchAllQuery(), nil
	}
	return join(qs), nil
}

func term(s, field string) bq.Query {
	q := bleve.NewTermQuery(s)
	q.SetField(field)
	return q
}

// copyGeneration makes a new generation of an old one: segments are linked, since
// the engine never changes them; the rest is copied.
func copyGeneration(from, to string) error {
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
		if strings.HasSuffix(path, ".zap") && os.Link(path, target) == nil {
			return nil
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		return os.WriteFile(target, data, 0o644)
	})
}
