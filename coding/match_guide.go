package coding

import (
	"math"
	"slices"
	"strings"

	"crosscase/corpus/words"
)

func (m *matcher) readGuide(g *Guide, book *Codebook, a *words.Analyser) {
	n := 0
	df := map[string]float64{} // in how many questions and interviewer turns a stem stands
	count := func(terms []term) {
		seen := map[string]bool{}
		for _, t := range terms {
			if !seen[t.stem] {
				seen[t.stem] = true
				df[t.stem]++
			}
		}
	}
	type raw struct{ main, probes, codes []term }
	raws := map[string]raw{}
	for _, theme := range g.Themes {
		for _, q := range theme.Questions {
			r := raw{main: contentTerms(strings.Join(append([]string{q.Ask, q.Topic}, q.Also...), ". "), a), probes: contentTerms(strings.Join(q.Probes, ". "), a)}
			raws[q.Key] = r
			count(r.main)
			n++
		}
	}
	for _, k := range m.turns {
		count(k.terms)
		n++
	}
	for _, c := range book.All() {
		if len(c.Questions) == 0 || len(c.Questions) > 3 {
			continue
		}
		for _, q := range c.Questions {
			r := raws[q]
			if len(c.Questions) < 3 {
				r.probes = append(r.probes, contentTerms(c.Label+". "+c.Include, a)...)
			}
			r.codes = append(r.codes, contentTerms(c.spoken(), a)...)
			raws[q] = r
		}
	}
	m.weighConcepts(func(visit func([]term)) {
		for _, q := range g.Questions() {
			visit(raws[q.Key].main)
		}
		for _, k := range m.turns {
			visit(k.terms)
		}
	})
	idf := func(stem string) float64 { return math.Log(float64(n+2) / (df[stem] + 1)) }
	for t, theme := range g.Themes {
		for i, q := range theme.Questions {
			p := profile{key: q.Key, theme: t, terms: map[string]float64{}, probes: map[string]float64{}}
			for _, w := range raws[q.Key].main {
				p.terms[w.stem] = idf(w.stem)
			}
			for _, w := range raws[q.Key].probes {
				if p.terms[w.stem] == 0 {
					p.probes[w.stem] = idf(w.stem)
				}
			}
			for _, stem := range sortedKeys(p.terms) {
				p.total += p.terms[stem]
			}
			r := raws[q.Key]
			p.meant = m.meaning(append(slices.Clone(r.main), r.probes...))
			base := blend([]vector{m.collection.vector(r.main), m.collection.vector(r.probes), m.collection.vector(r.codes)}, []float64{1, 0.4, 0.5})
			p.vector = blend([]vector{base, m.collection.nearest(base, 6, 0.12).strongest(30)}, []float64{1, 0.4})
			number := len(m.questions)
			m.byMarker[strings.ToLower(q.Key)] = number
			m.byMarker[strings.TrimLeft(strings.ToLower(q.Key), "q0")] = number
			_ = i
			m.questions = append(m.questions, p)
		}
	}
	for i := range m.turns {
		k := &m.turns[i]
		k.idf = map[string]float64{}
		for _, t := range k.terms {
			k.idf[t.stem] = idf(t.stem)
		}
		m.describe(k)
	}
}

// weighConcepts finds how rare each concept is among the stretches that each gives.
func (m *matcher) weighConcepts(each func(visit func([]term))) {
	df, n := map[string]float64{}, 0.0
	each(func(terms []term) {
		n++
		seen := map[string]bool{}
		for _, t := range terms {
			for _, c := range m.concepts[t.stem] {
				if !seen[c] {
					seen[c] = true
					df[c]++
				}
			}
		}
	})
	m.rare = map[string]float64{}
	for c, d := range df {
		m.rare[c] = math.Log((n + 2) / (d + 1))
	}
}

// meaning returns the concepts that some words speak of, with their weights. A compound
// speaks of what its last part speaks of.
func (m *matcher) meaning(terms []term) map[string]float64 {
	out := map[string]float64{}
	for _, t := range terms {
		found := m.concepts[t.stem]
		if len(found) == 0 {
			r := []rune(t.stem)
			for i := 3; i+4 <= len(r) && len(found) == 0; i++ {
				found = m.concepts[string(r[i:])]
			}
		}
		for _, c := range found {
			out[c] = m.rare[c]
		}
	}
	return out
}

// likeness is the cosine of two sets of weighted concepts.
func likeness(a, b map[string]float64) float64 {
	dot, na, nb := 0.0, 0.0, 0.0
	for _, c := range sortedKeys(a) {
		dot += a[c] * b[c]
		na += a[c] * a[c]
	}
	for _, c := range sortedKeys(b) {
		nb += b[c] * b[c]
	}
	if dot == 0 {
		return 0
	}
	return dot / math.Sqrt(na*nb)
}
