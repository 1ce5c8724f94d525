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

// sequel describes a question after what came before; and once more, counting as much as the
// interview follows the guide.
func (m *matcher) sequel(k *asker, q int, st *state) []float64 {
	after := m.after(k, q, st, m.nextOpen(st, 1), m.nextOpen(st, 2))
	out := after[:]
	for _, x := range after {
		out = append(out, x*m.order)
	}
	return out
}

// after describes a question after what came before; next and overNext are the questions that
// the guide has next.
func (m *matcher) after(k *asker, q int, st *state, next, overNext int) [10]float64 {
	isNext, asked := truth(q == next), truth(st.asked[q])
	sameTheme := st.last >= 0 && m.questions[st.last].theme == m.questions[q].theme
	return [10]float64{isNext, truth(q == overNext), truth(!st.asked[q] && sameTheme), truth(st.asked[q] && q != st.last), truth(q == st.last),
		isNext * (1 - k.cohesion), isNext * k.length, truth(st.last < 0 && q == 0), isNext * k.strongest, asked * k.strongest}
}

// weigh returns the weight of a turn asking a question, against 0 for asking none.
func (m *matcher) weigh(k *asker, q int, st *state) float64 {
	return m.weighAfter(k, q, m.after(k, q, st, m.nextOpen(st, 1), m.nextOpen(st, 2)))
}

func (m *matcher) weighAfter(k *asker, q int, after [10]float64) float64 {
	x := k.base[q]
	w := m.weights.asks[len(k.static[q]):]
	for i, f := range after {
		if f != 0 {
			x += (w[i] + w[i+len(after)]*m.order) * f
		}
	}
	return x
}

// width is how many readings of an interview are kept while going through it.
const width = 24

// read returns the likeliest reading of the interview. How far it follows the guide is
// taken from what is clear in a reading that trusts the guide's order little, and then
// from the reading that comes of it.
func (m *matcher) read() []Asking {
	m.adopt(m.weights)
	m.order = 0.15
	for range 2 {
		m.order = m.orderly(m.decode())
	}
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
	ws, logs := make([]float64, len(m.questions)), make([]float64, len(m.questions))
	total := 1.0
	next, overNext := m.nextOpen(st, 1), m.nextOpen(st, 2)
	for q := range m.questions {
		logs[q] = m.weighAfter(k, q, m.after(k, q, st, next, overNext))
		ws[q] = math.Exp(logs[q])
		total += ws[q]
	}
	if len(k.verbatim) > 0 {
		return m.verbatimReadings(k, st, logs)
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
		second, chance, none := m.likeliestSecond(k, q, st, logs)
		one.score += math.Log(none)
		out = append(out, one)
		if second < 0 {
			continue
		}
		two := one.then(second)
		two.score += math.Log(chance) - math.Log(none)
		two.trail = append(two.trail, m.asking(k, second, chance))
		out = append(out, two)
	}
	return out
}

// verbatimReadings returns what a turn may be that asks questions in the words of the guide: these, or one more in another of its parts.
func (m *matcher) verbatimReadings(k *asker, st *state, logs []float64) []*state {
	out, sure, first := st, map[int]bool{}, k.verbatim[0].question
	for _, v := range k.verbatim {
		if sure[v.question] {
			continue
		}
		sure[v.question] = true
		a := m.asking(k, v.question, 1)
		a.Span = v.span
		out = out.then(v.question)
		out.trail = append(out.trail, a)
	}
	if len(k.parts) <= len(k.verbatim) {
		return []*state{out}
	}
	second, chance, none := m.likeliestSecond(k, first, st, logs)
	if second < 0 || sure[second] {
		return []*state{out}
	}
	two := out.then(second)
	two.score += math.Log(chance)
	two.trail = append(two.trail, m.asking(k, second, chance))
	out.score += math.Log(none)
	return []*state{out, two}
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
		if a.Span.Len() > 0 {
			continue // it is asked word by word there
		}
		a.Span = m.text.Structure.Turns[a.Turn].Span
		k := m.askerAt(a.Turn)
		q := m.byMarker[strings.ToLower(a.Question)]
		best := -1.0
		for i := range k.parts {
			if p := &k.parts[i]; len(k.parts) > 1 && p.claim(q) > best {
				best, a.Span = p.claim(q), p.span
			}
		}
	}
	return out
}
