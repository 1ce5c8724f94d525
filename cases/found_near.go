package cases

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"crosscase/corpus/query"
	"crosscase/corpus/words"
)

// mostLookedAt is how many words of the texts are held against a query that found nothing.
const mostLookedAt = 2_000_000

// NearWords returns words of the texts that are, or whose stems are, a slip or two from those of a query, at most so many: the nearest first, then the most frequent. A word
// of the query that stands in the texts has none. It is for a query that found nothing, and looks at no more than two million words.
func (s *Study) NearWords(ctx context.Context, q *query.Query, most int) []string {
	lone := q.Lone()
	if len(lone) == 0 {
		return nil
	}
	counts, looked := map[string]int{}, 0
	for _, d := range s.Documents {
		t, err := s.Text(d.Key)
		if err != nil || ctx.Err() != nil || looked > mostLookedAt {
			break
		}
		for _, w := range words.Tokens(t.Text.String()) {
			counts[w.Fold]++
			looked++
		}
	}
	stems := map[string]string{}
	stem := words.NewAnalyser(s.Language)
	for w := range counts {
		stems[w] = stem.Stem(w)
	}
	far := map[string]int{}
	for _, l := range lone {
		if counts[l.Text] > 0 {
			continue
		}
		for w := range counts {
			d := min(words.Distance(w, l.Text, l.Near()), words.Distance(stems[w], l.Text, l.Near()))
			if d <= l.Near() && (far[w] == 0 || d+1 < far[w]) {
				far[w] = d + 1 // 0 is for words that are not near
			}
		}
	}
	out := slices.SortedFunc(maps.Keys(far), func(a, b string) int {
		return cmp.Or(cmp.Compare(far[a], far[b]), cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b))
	})
	return out[:min(most, len(out))]
}
