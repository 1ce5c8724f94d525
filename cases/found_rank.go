package cases

import (
	"cmp"
	"context"
	"math"
	"slices"

	"crosscase/corpus/query"
)

// Scored is a hit with its score.
type Scored struct {
	Hit
	Score float64
}

// Rank returns hits with the best first, those of one score in text order. A hit scores
//
//	(1 + closeness) × the sum over its terms of  rarity × (1 + ln count)
//
// where count is how often the term stands in the hit, rarity is ln(1 + hits / hits with the term),
// and closeness is the number of different terms in the hit over the number of words
// in the shortest part that holds them all, at most 1; 0 with fewer than two terms. Fields and what
// stands under NOT score nothing. Scores are rounded to three digits.
func (s *Study) Rank(ctx context.Context, q *query.Query, hits []Hit) ([]Scored, error) {
	counted, err := s.count(ctx, q, hits)
	if err != nil {
		return nil, err
	}
	out := make([]Scored, len(hits))
	for i, h := range hits {
		sum, kinds := 0.0, 0
		for term, n := range counted.of[i].terms {
			if n > 0 {
				kinds++
				sum += counted.rarity(term) * (1 + math.Log(float64(n)))
			}
		}
		closeness := 0.0
		if n := counted.of[i].nearest; n > 0 {
			closeness = min(1, float64(kinds)/float64(n))
		}
		out[i] = Scored{h, rounded((1 + closeness) * sum)}
	}
	best(out)
	return out, nil
}

// best sorts by the score, and keeps the order of those that score the same.
func best(hits []Scored) {
	slices.SortStableFunc(hits, func(a, b Scored) int { return cmp.Compare(b.Score, a.Score) })
}

func rounded(f float64) float64 { return math.Round(f*1000) / 1000 }

// counted is how often the terms of a query stand in each hit.
type counted struct {
	terms []string
	hits  []int // in how many hits each term stands
	of    []countedHit
}

type countedHit struct {
	terms   []int
	nearest int // query.Stretch.Nearest
	words   int
}

func (c *counted) rarity(term int) float64 {
	if c.hits[term] == 0 {
		return 0
	}
	return math.Log(1 + float64(len(c.of))/float64(c.hits[term]))
}

func (s *Study) count(ctx context.Context, q *query.Query, hits []Hit) (*counted, error) {
	matchers := map[string]*query.Matcher{}
	out := &counted{of: make([]countedHit, len(hits))}
	for i, h := range hits {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		t, err := s.Text(h.Passage.Document)
		if err != nil {
			return nil, err
		}
		x := query.NewStretch(t.Text, h.Passage)
		found := s.matcher(matchers, q, t.Language).Terms(x)
		if out.terms == nil {
			out.hits = make([]int, len(found))
			for _, term := range found {
				out.terms = append(out.terms, term.Text)
			}
		}
		c := &out.of[i]
		c.terms, c.nearest, c.words = make([]int, len(found)), x.Nearest(found), x.Words()
		for j, term := range found {
			if c.terms[j] = len(term.Places); c.terms[j] > 0 {
				out.hits[j]++
			}
		}
	}
	return out, nil
}
