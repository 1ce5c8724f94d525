package cases

import (
	"cmp"
	"context"
	"math"
	"slices"

	"crosscase/corpus"
	"crosscase/corpus/catalogue"
	"crosscase/corpus/index"
	"crosscase/corpus/query"
	"crosscase/corpus/words"
)

// Alike is what is like a passage.
type Alike struct {
	Terms []string // the words that made it so, the weightiest first
	Hits  []Scored
}

const (
	likeLooked = 40 // content words of a passage that are looked at
	likeTerms  = 12 // and of those, that decide
)

// Like returns the turns and paragraphs that are most like a passage, best first, without
// itself. Of the passage's content words the twelve decide that stand often in it and in few
// other passages, but in one at least: their weight is (1 + ln count) × ln(1 + N / n), where n
// of the N passages that hold any of its words hold this one. A passage scores the sum over these words of
// weight × (1 + ln count), divided by the root of its length in words and 20. The filter
// chooses where to look; nil is everywhere.
func (s *Study) Like(ctx context.Context, ix *index.Index, at corpus.Passage, filter *query.Query) (Alike, error) {
	d := s.Document(at.Document)
	if d == nil {
		return Alike{}, s.UnknownDocument(at.Document)
	}
	t, err := s.Text(at.Document)
	if err != nil {
		return Alike{}, err
	}
	if at.End > t.Text.Len() {
		return Alike{}, catalogue.Errorf("%s has %d characters; there is no %s", at.Document, t.Text.Len(), at.Span)
	}
	own, counts := contentWords(t.Text.Slice(at.Span), d.Language)
	if len(own) == 0 {
		return Alike{}, catalogue.Errorf("%s holds only small words, by which nothing can be compared\nhint: take a longer passage", at)
	}
	q := query.AnyOf(own)
	asked := q
	if filter != nil {
		asked = q.And(filter)
	}
	found, err := s.Search(ctx, ix, asked)
	if err != nil {
		return Alike{}, err
	}
	c, err := s.count(ctx, q, found.Hits)
	if err != nil || len(found.Hits) == 0 {
		return Alike{}, err
	}
	itself := func(h Hit) bool {
		return h.Passage.Document == at.Document && h.Passage.Overlaps(at.Span)
	}
	elsewhere := make([]bool, len(own))
	for i, h := range found.Hits {
		for term, n := range c.of[i].terms {
			elsewhere[term] = elsewhere[term] || n > 0 && !itself(h)
		}
	}
	weights := make([]float64, len(own))
	var order []int
	for i, w := range own {
		if elsewhere[i] {
			weights[i] = (1 + math.Log(float64(counts[w]))) * c.rarity(i)
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(rounded(weights[b]), rounded(weights[a])) })
	order = order[:min(likeTerms, len(order))]
	var out Alike
	for _, i := range order {
		out.Terms = append(out.Terms, own[i])
	}
	matchers, deciding := map[string]*query.Matcher{}, query.AnyOf(out.Terms)
	for i, h := range found.Hits {
		if itself(h) {
			continue
		}
		sum := 0.0
		for _, term := range order {
			if n := c.of[i].terms[term]; n > 0 {
				sum += weights[term] * (1 + math.Log(float64(n)))
			}
		}
		if sum == 0 {
			continue
		}
		if t, err = s.Text(h.Passage.Document); err != nil {
			return Alike{}, err
		}
		_, h.Places = s.matcher(matchers, deciding, t.Language).Match(t.Text, h.Passage)
		out.Hits = append(out.Hits, Scored{h, rounded(sum / math.Sqrt(float64(c.of[i].words+20)))})
	}
	best(out.Hits)
	return out, nil
}

// contentWords returns the content words of a text, each stem once as it stands first, those that
// stand most often first, with their numbers.
func contentWords(text, language string) ([]string, map[string]int) {
	a := words.NewAnalyser(language)
	first, counts := map[string]string{}, map[string]int{}
	var out []string
	for _, t := range words.Tokens(text) {
		if !contentWord(t.Fold, language) {
			continue
		}
		stem := a.Stem(t.Fold)
		if first[stem] == "" {
			first[stem] = t.Fold
			out = append(out, t.Fold)
		}
		counts[first[stem]]++
	}
	slices.SortStableFunc(out, func(a, b string) int { return cmp.Compare(counts[b], counts[a]) })
	return out[:min(likeLooked, len(out))], counts
}
