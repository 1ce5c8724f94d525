package cases

import (
	"cmp"
	"context"
	"hash/fnv"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"crosscase/corpus"
	"crosscase/corpus/catalogue"
	"crosscase/corpus/index"
	"crosscase/corpus/query"
	"crosscase/corpus/words"
)

// WordCount is how often a word, or a phrase of two or three, stands in the texts.
type WordCount struct {
	Size   int      // words
	Text   string   // in its most frequent spelling
	Forms  []string // the others, the most frequent first
	Places []corpus.Passage
}

// maxWordPlaces bounds the places of a word count, all of which are kept.
const maxWordPlaces = 300_000

// Words returns the words, and the phrases of two and three words, that stand most often in
// the passages in which a query holds (nil: in all texts): the first so many of each size, most
// frequent first. A word stands for all its forms by its stem (of bokmål and nynorsk, where the texts are in both), or for one spelling only if plain is
// set. Function words, numbers and single letters are no words of their own; a phrase stands
// within one sentence, begins and ends with no function word, and stands at least twice.
func (s *Study) Words(ctx context.Context, ix *index.Index, q *query.Query, top int, plain bool) ([]WordCount, error) {
	where, err := s.passages(ctx, ix, q)
	if err != nil {
		return nil, err
	}
	c := &wordCounter{study: s, plain: plain, stems: map[string]*words.Analyser{}, counts: map[uint64]int{}}
	if s.BothNorwegian(where) {
		c.kin = words.NewKin("nn")
	}
	for _, p := range where {
		if err := c.each(ctx, p, func(g gram) { c.counts[g.key()]++ }); err != nil {
			return nil, err
		}
	}
	kept, err := c.most(ctx, where, top)
	if err != nil {
		return nil, err
	}
	return kept, nil
}

// passages returns where a query holds, or all turns and paragraphs.
func (s *Study) passages(ctx context.Context, ix *index.Index, q *query.Query) ([]corpus.Passage, error) {
	var out []corpus.Passage
	if q != nil {
		found, err := s.Search(ctx, ix, q)
		for _, h := range found.Hits {
			out = append(out, h.Passage)
		}
		return out, err
	}
	for _, d := range s.Documents {
		t, err := s.Text(d.Key)
		if err != nil {
			return nil, err
		}
		for _, u := range t.Structure.Units(t.Text, corpus.TurnUnit) {
			out = append(out, corpus.Passage{Document: d.Key, Span: u.Span})
		}
	}
	return out, nil
}

// wordCounter goes through the texts twice: it counts by a digest of each word and phrase, which
// takes little memory, and then gathers the places of those that stand most often.
type wordCounter struct {
	study  *Study
	plain  bool
	stems  map[string]*words.Analyser
	kin    *words.Kin // where the texts are in bokmål and nynorsk, nil else
	counts map[uint64]int
}

// gram is a word or phrase at a place.
type gram struct {
	at    corpus.Passage
	stems []string
	form  func() string
}

func (g gram) key() uint64 {
	h := fnv.New64a()
	for _, s := range g.stems {
		h.Write([]byte(s))
		h.Write([]byte{0})
	}
	return h.Sum64()
}

// each visits the words and phrases of a passage in text order.
func (c *wordCounter) each(ctx context.Context, p corpus.Passage, visit func(gram)) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	t, err := c.study.Text(p.Document)
	if err != nil {
		return err
	}
	a := c.stems[t.Language]
	if a == nil {
		a = words.NewAnalyser(t.Language)
		c.stems[t.Language] = a
	}
	for _, sentence := range corpus.Sentences(t.Text, p.Span) {
		base, text := t.Text.Byte(sentence.Start), t.Text.Slice(sentence)
		found := words.Spoken(text)
		stems, content := make([]string, len(found)), make([]bool, len(found))
		for i, f := range found {
			if content[i] = contentWord(f.Fold, t.Language); content[i] && !c.plain {
				stems[i] = a.Stem(c.class(f.Fold, t.Language))
			} else {
				stems[i] = f.Fold
			}
		}
		for i := range found {
			for size := 1; size <= 3 && i+size <= len(found) && content[i]; size++ {
				last := i + size - 1
				if size > 1 && strings.ContainsAny(text[found[last-1].End:found[last].Start], ",.;:!?()[]–") {
					break
				}
				if !content[last] {
					continue
				}
				visit(gram{
					at:    corpus.Passage{Document: p.Document, Span: corpus.Span{Start: t.Text.Char(base + found[i].Start), End: t.Text.Char(base + found[last].End)}},
					stems: stems[i : last+1],
					form: func() string {
						folds := make([]string, size)
						for j := range folds {
							folds[j] = found[i+j].Fold
						}
						return strings.Join(folds, " ")
					},
				})
			}
		}
	}
	return nil
}

// class returns the word that stands for one of bokmål or nynorsk where the texts are in both, else the word itself.
func (c *wordCounter) class(fold, language string) string {
	switch language {
	case "nb", "nn", "no":
		return c.kin.Class(fold)
	}
	return fold
}

// BothNorwegian tells whether some passages are in bokmål and others in nynorsk.
func (s *Study) BothNorwegian(where []corpus.Passage) bool {
	languages := map[string]bool{}
	for _, p := range where {
		if d := s.Document(p.Document); d != nil {
			languages[d.Language] = true
		}
	}
	return words.BothNorwegian(languages)
}

// contentWord tells whether a word says something of a topic.
func contentWord(fold, language string) bool {
	return utf8.RuneCountInString(fold) > 1 && strings.ContainsFunc(fold, unicode.IsLetter) && !words.Common(fold, language)
}

// most gathers those that stand most often. Of those that stand equally often at the end of
// the list, the ones that come first in the texts are taken.
func (c *wordCounter) most(ctx context.Context, where []corpus.Passage, top int) ([]WordCount, error) {
	sizes := map[uint64]int{}
	by := [4][]int{}
	for _, p := range where {
		err := c.each(ctx, p, func(g gram) {
			if _, seen := sizes[g.key()]; !seen && (len(g.stems) == 1 || c.counts[g.key()] > 1) {
				sizes[g.key()] = len(g.stems)
				by[len(g.stems)] = append(by[len(g.stems)], c.counts[g.key()])
			}
		})
		if err != nil {
			return nil, err
		}
	}
	var least, room [4]int // the count of the last one taken, and how many of that count
	total := 0
	for size := 1; size <= 3; size++ {
		counts := by[size]
		slices.SortFunc(counts, func(a, b int) int { return cmp.Compare(b, a) })
		counts = counts[:min(top, len(counts))]
		for _, n := range counts {
			total += n
		}
		if len(counts) == 0 {
			continue
		}
		least[size] = counts[len(counts)-1]
		for _, n := range counts {
			if n == least[size] {
				room[size]++
			}
		}
	}
	if total > maxWordPlaces {
		return nil, catalogue.Errorf("the words stand in %d places, more than the %d that are listed\nhint: choose with --case, --source or --role, or print fewer with --top", total, maxWordPlaces)
	}
	at := map[uint64]int{}
	var out []WordCount
	var forms []map[string]int
	for _, p := range where {
		err := c.each(ctx, p, func(g gram) {
			key, size := g.key(), len(g.stems)
			i, taken := at[key]
			if !taken {
				n := c.counts[key]
				if sizes[key] == 0 || n < least[size] || n == least[size] && room[size] == 0 {
					return
				}
				if n == least[size] {
					room[size]--
				}
				i = len(out)
				at[key] = i
				out, forms = append(out, WordCount{Size: size}), append(forms, map[string]int{})
			}
			out[i].Places = append(out[i].Places, g.at)
			forms[i][g.form()]++
		})
		if err != nil {
			return nil, err
		}
	}
	for i := range out {
		all := make([]string, 0, len(forms[i]))
		for form := range forms[i] {
			all = append(all, form)
		}
		slices.SortFunc(all, func(a, b string) int { return cmp.Or(cmp.Compare(forms[i][b], forms[i][a]), cmp.Compare(a, b)) })
		out[i].Text, out[i].Forms = all[0], all[1:]
	}
	slices.SortStableFunc(out, func(a, b WordCount) int {
		return cmp.Or(cmp.Compare(a.Size, b.Size), cmp.Compare(len(b.Places), len(a.Places)))
	})
	return out, nil
}
