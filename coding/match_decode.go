package coding

import (
	"math"
	"slices"
	"sort"
	"strings"
)

// state is what is known when the decoder comes to a turn.
type state struct {
	last  int // question asked last, -1 at the beginning
	asked []bool
	score float64
	trail []Asking
}

func (m *matcher) start() *state { return &state{last: -1, asked: make([]bool, len(m.questions))} }

// then returns the state after a turn that asked q.
func (st *state) then(q int) *state {
	out := &state{last: q, asked: append([]bool(nil), st.asked...), score: st.score, trail: st.trail[:len(st.trail):len(st.trail)]}
	out.asked[q] = true
	return out
}

// nextOpen returns the n-th question after the last one that was not asked yet, -1 if there is none.
func (m *matcher) nextOpen(st *state, n int) int {
	for q := st.last + 1; q < len(m.questions); q++ {
		if !st.asked[q] {
			if n--; n == 0 {
				return q
			}
		}
	}
	return -1
}

// sequel describes a question after what came before.
func (m *matcher) sequel(k *asker, q int, st *state) [10]float64 {
	next := truth(q == m.nextOpen(st, 1))
	sameTheme := st.last >= 0 && m.questions[st.last].theme == m.questions[q].theme
	return [10]float64{next, truth(q == m.nextOpen(st, 2)), truth(!st.asked[q] && sameTheme), truth(st.asked[q] && q != st.last), truth(q == st.last),
		next * (1 - k.cohesion), next * math.Log(float64(k.words+1)), truth(st.last < 0 && q == 0), next * k.strongest, truth(st.asked[q]) * k.strongest}
}

// weigh returns the weight of a turn asking a question, against 0 for asking none.
func (m *matcher) weigh(k *asker, q int, st *state) float64 {
	x := k.base[q]
	after := m.sequel(k, q, st)
	for i, f := range after {
		x += m.weights[len(k.static[q])+i] * f
	}
	return x
}

// width is how many readings of an interview are kept while going through it.
const width = 24

// read returns the likeliest reading of the interview. It is read first as if the
// questions came in any order. The more of what is clear in that reading follows the
// guide, the more the second reading trusts the guide's order.
func (m *matcher) read() []Asking {
	m.adopt(m.reading.anyOrder)
	trust := m.reading.trustInOrder(m.orderly(m.decode()))
	weights := make([]float64, len(m.reading.anyOrder))
	for i := range weights {
		weights[i] = (1-trust)*m.reading.anyOrder[i] + trust*m.reading.guideOrder[i]
	}
	m.adopt(weights)
	return m.decode()
}

// orderly returns the share of the clear questions that come within three places after
// the one before them in the guide; 1 if there are too few to tell.
func (m *matcher) orderly(found []Asking) float64 {
	n, follows, last := 0.0, 0.0, -1
	for _, a := range found {
		if a.Score < 0.5 {
			continue
		}
		q := m.byMarker[strings.ToLower(a.Question)]
		if last >= 0 {
			n++
			if q > last && q-last <= 3 {
				follows++
			}
		}
		last = q
	}
	if n < 2 {
		return 1
	}
	return follows / n
}

// decode goes through the interview from the beginning and returns its likeliest reading.
func (m *matcher) decode() []Asking {
	beam := []*state{m.start()}
	for i := range m.turns {
		var next []*state
		for _, st := range beam {
			next = append(next, m.readings(&m.turns[i], st)...)
		}
		sort.SliceStable(next, func(i, j int) bool { return next[i].score > next[j].score })
		beam = next[:min(len(next), width)]
	}
	return beam[0].trail
}

// readings returns what a turn may be after a state: no question, one, or two.
func (m *matcher) readings(k *asker, st *state) []*state {
	for _, marker := range k.markers {
		if q, ok := m.byMarker[marker]; ok {
			out := st.then(q)
			out.trail = append(out.trail, m.asking(k, q, 1))
			return []*state{out}
		}
	}
	ws := make([]float64, len(m.questions))
	total := 1.0
	for q := range m.questions {
		ws[q] = math.Exp(m.weigh(k, q, st))
		total += ws[q]
	}
	none := *st
	none.score -= math.Log(total)
	out := []*state{&none}
	order := make([]int, len(ws))
	for q := range order {
		order[q] = q
	}
	sort.SliceStable(order, func(i, j int) bool { return ws[order[i]] > ws[order[j]] })
	for rank, q := range order {
		p := ws[q] / total
		if rank == 5 || p < 0.02 {
			break
		}
		one := st.then(q)
		one.score += math.Log(p)
		one.trail = append(one.trail, m.asking(k, q, p))
		out = append(out, one)
		if rank > 0 {
			continue
		}
		for _, other := range order[1:] {
			if ws[other] < second || !m.alsoAsks(k, q, other) {
				break
			}
			two := one.then(other)
			two.score += 0.01
			two.trail = append(two.trail, m.asking(k, other, ws[other]/(1+ws[other])))
			out = append(out, two)
			break
		}
	}
	return out
}

// alsoAsks tells whether a turn that asks one question has words of its own for a second: in
// other sentences where several of them ask, and in any case enough of them.
func (m *matcher) alsoAsks(k *asker, first, second int) bool {
	if len(k.terms) < 4 {
		return false
	}
	at, other := 0, 0
	best, bestOther := 0.0, 0.0
	for i, s := range k.segments {
		c, t, _, _ := overlap(s.terms, k.idf, &m.questions[first])
		if c*t > best {
			best, at = c*t, i
		}
		c, t, _, _ = overlap(s.terms, k.idf, &m.questions[second])
		if c*t > bestOther {
			bestOther, other = c*t, i
		}
	}
	return bestOther > 0.01 && (len(k.segments) == 1 || at != other || best == 0)
}

func (m *matcher) asking(k *asker, q int, score float64) Asking {
	return Asking{Question: m.questions[q].key, Turn: k.turn, Score: score}
}

// place gives each question found the sentences of its turn that ask it, if the turn
// has several that ask.
func (m *matcher) place(found []Asking) []Asking {
	out := slices.Clone(found)
	for i := range out {
		a := &out[i]
		a.Span = m.text.Structure.Turns[a.Turn].Span
		k := m.askerAt(a.Turn)
		q := m.byMarker[strings.ToLower(a.Question)]
		best := -1.0
		for _, s := range k.segments {
			c, t, _, _ := overlap(s.terms, k.idf, &m.questions[q])
			if len(k.segments) > 1 && c*t > best {
				best, a.Span = c*t, s.span
			}
		}
	}
	return out
}
