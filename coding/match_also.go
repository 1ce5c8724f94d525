package coding

import "math"

// second is what speaks for a question as the second of a turn whatever came before it.
type second struct {
	weight  float64
	several bool // the turn has a part that is not the first question's
}

// likeliestSecond returns the question that a turn most likely asks besides a first one, -1 if
// none is likely at all, with its chance and the chance that the turn asks no second. weights are
// those of the turn asking each question.
func (m *matcher) likeliestSecond(k *asker, first int, st *state, weights []float64) (second int, chance, none float64) {
	odds := make([]float64, len(m.questions))
	total := 1.0
	w := m.weights.also
	xFirst := within(weights[first])
	for q, fixed := range m.seconds(k, first) {
		if q == first {
			continue
		}
		x := within(weights[q])
		sum := fixed.weight + (w[besidesWeight]*x+w[besidesFirst]*xFirst+w[besidesLead]*(x-xFirst))/4 + w[besidesAsked]*truth(st.asked[q])
		if fixed.several {
			sum += w[besidesSeveral] * x / 4
		}
		odds[q] = math.Exp(sum)
		total += odds[q]
	}
	second = -1
	for q, o := range odds {
		if o/total > 0.02 && (second < 0 || o > odds[second]) {
			second = q
		}
	}
	if second >= 0 {
		chance = odds[second] / total
	}
	return second, chance, 1 / total
}

// seconds returns what speaks for each question as the second after a first. It is worked
// out once for the weights that are in use.
func (m *matcher) seconds(k *asker, first int) []second {
	if k.second == nil {
		k.second = make([][]second, len(m.questions))
	}
	if k.second[first] == nil {
		out := make([]second, len(m.questions))
		for q := range out {
			features := m.besidesOf(k, first, q, 0, 0, false)
			for i, f := range features {
				out[q].weight += m.weights.also[i] * f
			}
			out[q].several = features[besidesParts] > 0
		}
		k.second[first] = out
	}
	return k.second[first]
}

// The features of besidesOf that depend on what came before, or that others are times.
const (
	besidesParts   = 1
	besidesWeight  = 2
	besidesSeveral = 3
	besidesFirst   = 4
	besidesLead    = 5
	besidesAsked   = 11
)

// besides describes a question as the second of a turn that asks a first.
func (m *matcher) besides(k *asker, first, q int, st *state) []float64 {
	return m.besidesOf(k, first, q, within(m.weigh(k, q, st)), within(m.weigh(k, first, st)), st.asked[q])
}

// besidesOf describes a question, of weight x, as the second of a turn that asks a first. The part
// of the turn that speaks most for the first is the first one's; the second must live on another,
// and say there what the first does not.
func (m *matcher) besidesOf(k *asker, first, q int, x, xFirst float64, asked bool) []float64 {
	home := 0
	for i := range k.parts {
		if k.parts[i].claim(first) > k.parts[home].claim(first) {
			home = i
		}
	}
	var own *askingPart
	for i := range k.parts {
		if p := &k.parts[i]; i != home && (own == nil || p.claim(q)-p.claim(first) > own.claim(q)-own.claim(first)) {
			own = p
		}
	}
	theme := truth(m.questions[first].theme == m.questions[q].theme)
	next, several := truth(q == first+1), truth(own != nil)
	out := []float64{1, several, x / 4, several * x / 4, xFirst / 4, (x - xFirst) / 4,
		next, truth(q == first-1), several * next, several * theme, theme, truth(asked),
		float64(min(len(k.parts), 4)), truth(len(k.parts) == 2)}
	if own == nil {
		return append(out, make([]float64, 10)...)
	}
	n := len(m.questions)
	return append(out, own.shared[q], own.meant[q], own.near[q],
		truth(leads(q, func(o int) float64 { return own.shared[o] }, n)), truth(leads(q, func(o int) float64 { return own.meant[o] }, n)), truth(leads(q, func(o int) float64 { return own.near[o] }, n)),
		own.shared[q]-own.shared[first], own.meant[q]-own.meant[first], own.near[q]-own.near[first], own.claim(q)-k.parts[home].claim(q))
}

// within keeps a weight from drowning all else.
func within(x float64) float64 { return math.Max(-8, math.Min(6, x)) }
