package coding

import (
	"math"
	"regexp"
	"sort"
	"strings"

	"crosscase/corpus"
	"crosscase/corpus/words"
)

// Asking is a question of the guide found in an interviewer's turn.
type Asking struct {
	Question string
	Turn     int         // index into the structure's turns
	Span     corpus.Span // the sentences that ask it, or the whole turn
	Score    float64     // 0 to 1; 1 for an explicit marker
}

// MatchGuide finds which question of the guide each interviewer turn asks.
//
// An explicit marker in the turn ([Q2.1], "question 2.1") decides. Otherwise
// every interviewer turn is weighed against every question by a logistic model of
// what both have in common: the content words of the turn and of the question with its
// topic, other wordings and probes (stems and compounds, rare words counting more),
// the words of the answer, whether the turn asks at all, whether the question comes next in
// the guide or was asked before. The interview is gone through from the
// beginning; a turn asks the question that weighs most if it weighs enough, and a second one
// if that is found in other sentences of the turn. match_weights.go tells where
// the weights come from.
func MatchGuide(g *Guide, book *Codebook, d Text) []Asking {
	m := newMatcher(g, book, d)
	return m.decode()
}

// matcher holds an interview and a guide taken apart.
type matcher struct {
	text      Text
	questions []profile
	turns     []asker
	byMarker  map[string]int
}

// profile is what is known of a question.
type profile struct {
	key    string
	theme  int
	terms  map[string]float64 // stem → weight, of the question itself
	probes map[string]float64 // of its probes and of the codes that name it
	total  float64            // sum of the weights of terms
}

// asker is one interviewer turn.
type asker struct {
	turn      int
	segments  []segment
	terms     []term
	answer    []term
	said      int     // words of the answer
	cohesion  float64 // share of its content words that stand in what was said just before
	question  bool    // it asks something
	shift     bool    // it says that it turns to something else
	words     int
	markers   []string
	idf       map[string]float64
	strongest float64     // the largest overlap with any question
	static    [][]float64 // features by question that do not depend on what came before
}

// segment is a stretch of a turn that ends in a question, with what leads up to it.
type segment struct {
	span  corpus.Span
	terms []term
}

func newMatcher(g *Guide, book *Codebook, d Text) *matcher {
	a := words.NewAnalyser(d.Language)
	m := &matcher{text: d, byMarker: map[string]int{}}
	m.readTurns(a)
	m.readGuide(g, book, a)
	return m
}

func (m *matcher) readTurns(a *words.Analyser) {
	turns := m.text.Structure.Turns
	var before []term // what was said since some turns
	for i, t := range turns {
		text := m.text.Text.Slice(t.Span)
		terms := contentTerms(text, a)
		if m.text.RoleOf(t.Speaker) != corpus.Interviewer {
			before = append(before, terms...)
			before = before[max(0, len(before)-150):]
			continue
		}
		k := asker{turn: i, terms: terms, words: len(words.Tokens(text)), markers: markersIn(text), question: asks(text, a.Language), shift: turnsAway(text, a.Language)}
		k.segments = m.segments(t.Span, a)
		k.cohesion = cohesion(terms, before)
		for j := i + 1; j < len(turns); j++ {
			if m.text.RoleOf(turns[j].Speaker) == corpus.Interviewer {
				if len(words.Tokens(m.text.Text.Slice(turns[j].Span))) > 3 {
					break
				}
				continue
			}
			said := m.text.Text.Slice(turns[j].Span)
			k.said += len(words.Tokens(said))
			if len(k.answer) < 120 {
				k.answer = append(k.answer, contentTerms(said, a)...)
			}
		}
		m.turns = append(m.turns, k)
	}
}

// segments parts a turn after each sentence that asks.
func (m *matcher) segments(span corpus.Span, a *words.Analyser) []segment {
	var out []segment
	start := -1
	sentences := corpus.Sentences(m.text.Text, span)
	for i, s := range sentences {
		if start < 0 {
			start = s.Start
		}
		text := m.text.Text.Slice(s)
		if strings.HasSuffix(strings.TrimRight(text, ` "»”)`), "?") || i == len(sentences)-1 {
			whole := corpus.Span{Start: start, End: s.End}
			out = append(out, segment{whole, contentTerms(m.text.Text.Slice(whole), a)})
			start = -1
		}
	}
	return out
}

var asking = map[string]*regexp.Regexp{
	"nb": regexp.MustCompile(`(?i)\b(fortel[l]?|beskriv|si litt|si noe|sei litt|hva|kva|hvordan|korleis|hvorfor|kvifor|hvem|kven|hvilke[nt]?|kva for|når|hvor|kor|snakke om|inn på|gå over til)\b`),
	"en": regexp.MustCompile(`(?i)\b(tell me|describe|walk me|talk about|talk me|what|how|why|who|which|when|where|could you|can you|i'd like to|wonder)\b`),
	"sv": regexp.MustCompile(`(?i)\b(berätta|beskriv|vad|hur|varför|vem|vilk[aen]+t?|när|var)\b`),
}

// asks tells whether a turn asks for something: it has a question mark, or it
// invites to tell.
func asks(text, language string) bool {
	if strings.Contains(text, "?") {
		return true
	}
	re := asking[language]
	switch language {
	case "nn", "no", "da", "":
		re = asking["nb"]
	}
	return re != nil && re.MatchString(text)
}

var (
	bracketMarker = regexp.MustCompile(`\[\s*([\p{L}]*\d+(?:[.\-]\d+)*[a-z]?)\s*\]`)
	spokenMarker  = regexp.MustCompile(`(?i)\b(?:question|spørsmål|fråga|frage|q)\s*(?:number|nummer|nr\.?|no\.?)?\s*(\d+(?:\.\d+)*)\b`)
	leadingNumber = regexp.MustCompile(`^\s*(\d{1,2}(?:\.\d{1,2})*)[.):]\s+\p{L}`)
)

// markersIn returns the ids and numbers that a turn names: [Q2.1], "question 2.1",
// a number at its very beginning.
func markersIn(text string) []string {
	var out []string
	for _, re := range []*regexp.Regexp{bracketMarker, spokenMarker, leadingNumber} {
		for _, m := range re.FindAllStringSubmatch(text, -1) {
			out = append(out, strings.ToLower(m[1]))
		}
	}
	return out
}

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
	type raw struct{ main, probes []term }
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
		if len(c.Questions) == 0 || len(c.Questions) > 2 {
			continue
		}
		for _, q := range c.Questions {
			r := raws[q]
			r.probes = append(r.probes, contentTerms(c.Label+". "+c.Include, a)...)
			raws[q] = r
		}
	}
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
			for _, w := range p.terms {
				p.total += w
			}
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

var shifting = map[string]*regexp.Regexp{
	"nb": regexp.MustCompile(`(?i)\b(gå over|gå videre|videre til|vidare til|tilbake til|tilbake igjen|attende til|neste|hoppe|hoppar|hopper|innom|inn på|til slutt|helt til slutt|først|aller først|over til|et annet|en annen|noe annet|ellers|da lurer jeg|så lurer jeg|tenkte jeg|tenkte eg|ta litt|komme inn|kommer inn|gå inn|begynne|starte|byrje|avslutte|siste)\b`),
	"en": regexp.MustCompile(`(?i)\b(move on|moving on|go back|going back|come back|turn to|turning to|next|let's|let me|finally|last|first|another|different|other side|before we|to start|to begin|start with|shift|jump|i wanted to|i'd like to|want to ask)\b`),
	"sv": regexp.MustCompile(`(?i)\b(gå över|gå vidare|vidare till|tillbaka till|nästa|hoppa|in på|till sist|först|över till|annat|annan|börja|avsluta|sista|tänkte)\b`),
}

// turnsAway tells whether a turn says that it goes to another topic.
func turnsAway(text, language string) bool {
	switch language {
	case "nn", "no", "da", "":
		language = "nb"
	}
	re := shifting[language]
	return re != nil && re.MatchString(text)
}

// describe computes what of the features does not depend on the questions asked before.
func (m *matcher) describe(k *asker) {
	n := len(m.questions)
	cover, turnCover, top, probe, answer := make([]float64, n), make([]float64, n), make([]float64, n), make([]float64, n), make([]float64, n)
	seg, segCover, segTurn := make([]float64, n), make([]float64, n), make([]float64, n)
	for q := range m.questions {
		p := &m.questions[q]
		cover[q], turnCover[q], top[q], probe[q] = overlap(k.terms, k.idf, p)
		for _, s := range k.segments {
			c, t, _, _ := overlap(s.terms, k.idf, p)
			seg[q] = math.Max(seg[q], math.Sqrt(c*t))
			segCover[q], segTurn[q] = math.Max(segCover[q], c), math.Max(segTurn[q], t)
		}
		answer[q], _, _, _ = overlap(k.answer, k.idf, p)
	}
	k.strongest = largest(seg, -1)
	k.static = make([][]float64, n)
	for q := range m.questions {
		asks := truth(k.question)
		k.static[q] = []float64{1, cover[q], turnCover[q], top[q] / 4, probe[q] / 4, answer[q] - mean(answer),
			cover[q] - largest(cover, q), truth(cover[q] > 0 && cover[q] >= largest(cover, q)), seg[q],
			asks, math.Log(float64(k.words + 1)), truth(k.words < 6), truth(len(k.terms) == 0),
			k.cohesion, math.Log(float64(k.said + 1)), truth(k.shift),
			math.Abs(float64(k.turn)/float64(len(m.text.Structure.Turns)) - float64(q)/float64(n)), answer[q] - largest(answer, q),
			segCover[q] * segCover[q], segCover[q] * segTurn[q], seg[q] - largest(seg, q), truth(seg[q] > 0 && seg[q] >= largest(seg, q)), segTurn[q],
			math.Max(0, segCover[q]-0.6), math.Max(0, seg[q]-0.5)}
	}
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

// features describe a turn and a question after what came before.
func (m *matcher) features(k *asker, q int, st *state) []float64 {
	next := truth(q == m.nextOpen(st, 1))
	sameTheme := st.last >= 0 && m.questions[st.last].theme == m.questions[q].theme
	return append(append(make([]float64, 0, 40), k.static[q]...),
		next, truth(q == m.nextOpen(st, 2)), truth(!st.asked[q] && sameTheme), truth(st.asked[q] && q != st.last), truth(q == st.last),
		next*(1-k.cohesion), next*math.Log(float64(k.words+1)), truth(st.last < 0 && q == 0),
		next*k.strongest, truth(st.asked[q])*k.strongest)
}

// weigh returns the weight of a turn asking a question, against 0 for asking none.
func (m *matcher) weigh(k *asker, q int, st *state) float64 {
	x := 0.0
	for i, f := range m.features(k, q, st) {
		x += weights[i] * f
	}
	return x
}

// width is how many readings of an interview are kept while going through it.
const width = 24

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
			if ws[other] < second || len(k.terms) < 4 {
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

func (m *matcher) asking(k *asker, q int, score float64) Asking {
	span := m.text.Structure.Turns[k.turn].Span
	best := -1.0
	for _, s := range k.segments {
		c, t, _, _ := overlap(s.terms, k.idf, &m.questions[q])
		if len(k.segments) > 1 && c*t > best {
			best, span = c*t, s.span
		}
	}
	return Asking{Question: m.questions[q].key, Turn: k.turn, Span: span, Score: score}
}
