package coding

import (
	"math"
	"slices"
	"sort"
)

// overlap weighs the words of a stretch against a question: how much of the
// question they cover, how much of the stretch the question covers, and the weight of
// the best single word.
func overlap(terms []term, idf map[string]float64, p *profile) (ofQuestion, ofTurn, top, probe float64) {
	if len(terms) == 0 {
		return 0, 0, 0, 0
	}
	for _, stem := range sortedKeys(p.terms) {
		w := p.terms[stem]
		s := best(stem, terms)
		ofQuestion += w * s
		top = math.Max(top, w*s)
	}
	if p.total > 0 {
		ofQuestion /= p.total
	}
	total := 0.0
	seen := map[string]bool{}
	for _, t := range terms {
		if seen[t.stem] {
			continue
		}
		seen[t.stem] = true
		w := idf[t.stem]
		total += w
		s := 0.0
		for stem := range p.terms {
			s = math.Max(s, alike(stem, t.stem))
		}
		ofTurn += w * s
		for stem := range p.probes {
			probe = math.Max(probe, w*alike(stem, t.stem))
		}
	}
	if total > 0 {
		ofTurn /= total
	}
	return ofQuestion, ofTurn, top, probe
}

func sortedKeys(m map[string]float64) []string {
	out := make([]string, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	sort.Strings(out)
	return out
}

// cohesion returns the share of some words that stand in what was said before.
func cohesion(terms, before []term) float64 {
	if len(terms) == 0 {
		return 0
	}
	n := 0.0
	for _, t := range terms {
		n += best(t.stem, before)
	}
	return n / float64(len(terms))
}

// describe computes what of the features does not depend on the questions asked before.
func (m *matcher) describe(k *asker) {
	n := len(m.questions)
	cover, turnCover, top, probe, answer := make([]float64, n), make([]float64, n), make([]float64, n), make([]float64, n), make([]float64, n)
	for i := range k.parts {
		p := &k.parts[i]
		p.shared, p.meant, p.near = make([]float64, n), make([]float64, n), make([]float64, n)
	}
	seg, segCover, segTurn := make([]float64, n), make([]float64, n), make([]float64, n)
	for q := range m.questions {
		p := &m.questions[q]
		cover[q], turnCover[q], top[q], probe[q] = overlap(k.terms, k.idf, p)
		for i := range k.parts {
			s := &k.parts[i]
			c, t, _, _ := overlap(s.terms, k.idf, p)
			s.shared[q] = math.Sqrt(c * t)
			seg[q] = math.Max(seg[q], s.shared[q])
			segCover[q], segTurn[q] = math.Max(segCover[q], c), math.Max(segTurn[q], t)
		}
		answer[q], _, _, _ = overlap(k.answer, k.idf, p)
	}
	k.strongest = largest(seg, -1)
	sense, senseSeg := make([]float64, n), make([]float64, n)
	for q := range m.questions {
		sense[q] = likeness(m.meaning(k.terms), m.questions[q].meant)
		for i := range k.parts {
			s := &k.parts[i]
			s.meant[q] = likeness(m.meaning(s.terms), m.questions[q].meant)
			senseSeg[q] = math.Max(senseSeg[q], s.meant[q])
		}
	}
	k.asked = make([][]float64, n)
	heard := make([]float64, n)
	for q := range heard {
		heard[q] = math.Log1p(float64(k.heard[q]))
	}
	for q := range m.questions {
		asks := truth(k.question)
		k.asked[q] = []float64{1, cover[q], turnCover[q], top[q] / 4, probe[q] / 4, answer[q] - mean(answer),
			cover[q] - largest(cover, q), truth(cover[q] > 0 && cover[q] >= largest(cover, q)), seg[q],
			asks, math.Log(float64(k.words + 1)), truth(k.words < 6), truth(len(k.terms) == 0),
			k.cohesion, math.Log(float64(k.said + 1)), truth(k.shift),
			math.Abs(float64(k.turn)/float64(len(m.text.Structure.Turns)) - float64(q)/float64(n)), answer[q] - largest(answer, q),
			segCover[q] * segCover[q], segCover[q] * segTurn[q], seg[q] - largest(seg, q), truth(seg[q] > 0 && seg[q] >= largest(seg, q)), segTurn[q],
			math.Max(0, segCover[q]-0.6), math.Max(0, seg[q]-0.5), truth(k.follows), truth(k.open), float64(min(len(k.parts), 4)),
			truth(cover[q] == 0 && probe[q] == 0),
			sense[q], senseSeg[q], standing(senseSeg, q), truth(senseSeg[q] > 0 && senseSeg[q] >= largest(senseSeg, q)), math.Max(seg[q], senseSeg[q]),
			heard[q], standing(heard, q), truth(heard[q] > 0 && heard[q] > largest(heard, q))}
	}
	m.compare(k)
}

// compare adds to the features how near the turn and its answer are to all that belongs to a question.
func (m *matcher) compare(k *asker) {
	n := len(m.questions)
	near, nearAnswer, nearPart := make([]float64, n), make([]float64, n), make([]float64, n)
	for q := range m.questions {
		p := &m.questions[q]
		v := p.vector
		if len(p.learned) > 0 {
			v = blend([]vector{p.vector, p.learned}, []float64{1, 0.6})
		}
		for i := range k.parts {
			k.parts[i].near[q] = cosine(k.parts[i].vector, v)
		}
		for i := range k.parts {
			nearPart[q] = math.Max(nearPart[q], k.parts[i].near[q])
		}
		near[q], nearAnswer[q] = cosine(k.vector, v), cosine(k.answerVector, v)
	}
	k.static, k.base = make([][]float64, n), make([]float64, n)
	for q := range m.questions {
		k.static[q] = append(slices.Clone(k.asked[q]),
			near[q], standing(near, q), nearAnswer[q], standing(nearAnswer, q), truth(near[q] > 0 && near[q] >= largest(near, q)), truth(nearAnswer[q] > 0 && nearAnswer[q] >= largest(nearAnswer, q)),
			math.Max(0, near[q]-largest(near, q)), math.Max(0, nearAnswer[q]-largest(nearAnswer, q)),
			nearPart[q], standing(nearPart, q), k.won(q), truth(nearPart[q] > 0 && nearPart[q] >= largest(nearPart, q)))
	}
}

// adopt makes the matcher weigh by these weights.
func (m *matcher) adopt(weights weights) {
	m.weights = weights
	for i := range m.turns {
		k := &m.turns[i]
		k.second = nil
		for q := range m.questions {
			k.base[q] = 0
			for f, x := range k.static[q] {
				k.base[q] += weights.asks[f] * x
			}
		}
	}
}

// won returns the share of the parts of the turn in which no question has a larger claim.
func (k *asker) won(q int) float64 {
	n := 0.0
	for i := range k.parts {
		n += truth(leads(q, k.parts[i].claim, len(k.static)))
	}
	return n / float64(max(1, len(k.parts)))
}

// leads tells whether no question has more than one that has something.
func leads(q int, has func(int) float64, questions int) bool {
	for o := range questions {
		if has(o) > has(q) {
			return false
		}
	}
	return has(q) > 0
}

// standing returns by how many standard deviations a value is above the mean of all,
// divided by 3.
func standing(xs []float64, i int) float64 {
	mu, sum := mean(xs), 0.0
	for _, x := range xs {
		sum += (x - mu) * (x - mu)
	}
	if sum == 0 {
		return 0
	}
	return (xs[i] - mu) / math.Sqrt(sum/float64(len(xs))) / 3
}

func truth(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

func mean(xs []float64) float64 {
	total := 0.0
	for _, x := range xs {
		total += x
	}
	return total / float64(len(xs))
}

// largest returns the largest of xs but the one at except.
func largest(xs []float64, except int) float64 {
	out := 0.0
	for i, x := range xs {
		if i != except {
			out = math.Max(out, x)
		}
	}
	return out
}
