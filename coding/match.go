package coding

import (
	"math"
	"regexp"
	"runtime"
	"slices"
	"sort"
	"strings"
	"sync"

	"crosscase/corpus"
	"crosscase/corpus/query"
	"crosscase/corpus/words"
)

// Asking is a question of the guide found in an interviewer's turn.
type Asking struct {
	Question string
	Turn     int         // index into the structure's turns
	Span     corpus.Span // the sentences that ask it, or the whole turn
	Score    float64     // 0 to 1; 1 for an explicit marker
}

// GuideMatcher finds which question of a guide each interviewer turn asks.
//
// An explicit marker in the turn ([Q2.1], "question 2.1") decides. Otherwise every
// interviewer turn is weighed against every question by a logistic model of what both
// have in common: the content words of the turn and of the question with its topic, other
// wordings, probes and the codes that name it (stems and compounds, rare words counting
// more); the words of the answer; whether the turn asks at all, turns to another topic or
// stays with what was said; whether the question comes next in the guide or was asked before. The likeliest
// reading of the whole interview is kept; one turn may ask two questions.
//
// What belongs to a question is learned from the texts as well: from the passages of
// the study that speak most like it, and, in a second round, from the answers it got in the other interviews.
// match_weights.go tells where the weights come from.
type GuideMatcher struct {
	matchers []*matcher // one an interview
	found    [][]Asking
}

// rounds is how often answers in the other interviews teach what belongs to a question.
const rounds = 2

// NewGuideMatcher reads the texts of a study with the guide in mind. Documents
// that are no interviews teach words only. The cost grows with the number of questions
// times the number of turns and paragraphs.
func NewGuideMatcher(g *Guide, book *Codebook, texts []Text) *GuideMatcher {
	out := &GuideMatcher{}
	byLanguage := map[string][]Text{}
	var order []string
	for _, t := range texts {
		if byLanguage[t.Language] == nil {
			order = append(order, t.Language)
		}
		byLanguage[t.Language] = append(byLanguage[t.Language], t)
	}
	for _, language := range order {
		out.addLanguage(g, book, language, byLanguage[language])
	}
	return out
}

func (gm *GuideMatcher) addLanguage(g *Guide, book *Codebook, language string, texts []Text) {
	a := words.NewAnalyser(language)
	var units [][]term
	for _, t := range texts {
		for _, u := range t.Structure.Units(t.Text, corpus.TurnUnit) {
			if len(units) == maxUnits {
				break
			}
			units = append(units, contentTerms(t.Text.Slice(u.Span), a))
		}
	}
	c := collect(units, planTerms(g, book, a))
	var interviews []Text
	for _, t := range texts {
		if t.Interview() {
			interviews = append(interviews, t)
		}
	}
	ms, found := make([]*matcher, len(interviews)), make([][]Asking, len(interviews))
	atOnce(len(ms), func(i int) {
		ms[i] = newMatcher(g, book, interviews[i], words.NewAnalyser(language), c)
		found[i] = ms[i].read()
	})
	for range rounds {
		atOnce(len(ms), func(i int) { ms[i].learn(ms, found, i) })
		next := make([][]Asking, len(ms))
		atOnce(len(ms), func(i int) { next[i] = ms[i].read() })
		found = next
	}
	for i, m := range ms {
		gm.matchers = append(gm.matchers, m)
		gm.found = append(gm.found, m.place(found[i]))
	}
}

// atOnce calls work for 0 to n-1 on all processors. What it does for one must not
// change what another reads.
func atOnce(n int, work func(i int)) {
	var wg sync.WaitGroup
	turns := make(chan struct{}, runtime.GOMAXPROCS(0))
	for i := range n {
		turns <- struct{}{}
		wg.Go(func() {
			work(i)
			<-turns
		})
	}
	wg.Wait()
}

// planTerms returns every content word of the guide and the code book.
func planTerms(g *Guide, book *Codebook, a *words.Analyser) []term {
	var out []term
	for _, q := range g.Questions() {
		out = append(out, contentTerms(strings.Join(append(append([]string{q.Ask, q.Topic}, q.Also...), q.Probes...), ". "), a)...)
	}
	for _, c := range book.All() {
		out = append(out, contentTerms(c.spoken(), a)...)
	}
	return out
}

// spoken returns the words with which the code book speaks of a code.
func (c *Code) spoken() string {
	return strings.Join([]string{c.Label, c.Definition, c.Include, c.Example, ruleWords(c.Find)}, ". ")
}

// maxUnits bounds how many turns and paragraphs teach words.
const maxUnits = 20000

// Askings returns the questions found in an interview, in text order.
func (gm *GuideMatcher) Askings(document string) []Asking {
	for i, m := range gm.matchers {
		if m.text.Key == document {
			return gm.found[i]
		}
	}
	return nil
}

// learn adds to what belongs to each question the answers that it got in the other
// interviews.
func (m *matcher) learn(all []*matcher, found [][]Asking, self int) {
	if len(all) < 2 {
		return
	}
	for q := range m.questions {
		var answers []vector
		for i, o := range all {
			if i == self {
				continue
			}
			for _, a := range found[i] {
				if a.Question == m.questions[q].key && a.Score >= 0.5 {
					k := o.askerAt(a.Turn)
					answers = append(answers, k.answerVector, k.vector)
				}
			}
		}
		weights := make([]float64, len(answers))
		for i := range weights {
			weights[i] = 1
		}
		m.questions[q].learned = blend(answers, weights).strongest(60)
	}
	for i := range m.turns {
		m.compare(&m.turns[i])
	}
}

func (m *matcher) askerAt(turn int) *asker {
	for i := range m.turns {
		if m.turns[i].turn == turn {
			return &m.turns[i]
		}
	}
	return &asker{}
}

// matcher holds an interview and a guide taken apart.
type matcher struct {
	text       Text
	collection *collection
	concepts   map[string][]string // stem → concepts
	rare       map[string]float64  // concept → weight
	rules      [][]*query.Matcher  // of the codes that name a question, by question
	questions  []profile
	turns      []asker
	byMarker   map[string]int
	reading    reading
	weights    []float64 // those of the reading in hand
}

// profile is what is known of a question.
type profile struct {
	key     string
	theme   int
	terms   map[string]float64 // stem → weight, of the question itself
	probes  map[string]float64 // of its probes and of the codes that name it
	total   float64            // sum of the weights of terms
	meant   map[string]float64 // concepts of the question → weight
	vector  vector             // of all of it and of the passages most like it
	learned vector             // of the answers it got in other interviews
}

// asker is one interviewer turn.
type asker struct {
	turn      int
	segments  []segment
	terms     []term
	answer    []term
	heard     []int   // how many rules of each question hold in the answer
	said      int     // words of the answer
	cohesion  float64 // share of its content words that stand in what was said just before
	question  bool    // it asks something
	shift     bool    // it says that it turns to something else
	follows   bool    // it asks on: for an example, for what was meant
	open      bool    // it asks with a question word, not for yes or no
	words     int
	markers   []string
	idf       map[string]float64
	strongest float64 // the largest overlap with any question

	vector, answerVector vector
	asked                [][]float64 // features by question: the words of the turn
	static               [][]float64 // the same with the words of all that belongs to the question; none depends on what came before
	base                 []float64   // their weight, by question
}

// segment is a stretch of a turn that ends in a question, with what leads up to it.
type segment struct {
	span  corpus.Span
	terms []term
}

func newMatcher(g *Guide, book *Codebook, d Text, a *words.Analyser, c *collection) *matcher {
	m := &matcher{text: d, collection: c, concepts: conceptIndex(a), byMarker: map[string]int{}}
	m.readRules(g, book)
	m.reading = alone
	if m.spokenFor() {
		m.reading = withCodes
	}
	m.readTurns(a)
	m.readGuide(g, book, a)
	return m
}

// readRules prepares the rules of the codes that name each question.
func (m *matcher) readRules(g *Guide, book *Codebook) {
	byQuestion := map[string][]*query.Matcher{}
	for _, c := range book.All() {
		if len(c.Questions) > 3 {
			continue
		}
		for _, r := range c.rules() {
			if r.err != nil {
				continue
			}
			for _, q := range c.Questions {
				byQuestion[q] = append(byQuestion[q], r.query.Matcher(m.text.Language, nil))
			}
		}
	}
	for _, q := range g.Questions() {
		m.rules = append(m.rules, byQuestion[q.Key])
	}
}

// spokenFor tells whether the code book has rules for half of the questions.
func (m *matcher) spokenFor() bool {
	n := 0
	for _, r := range m.rules {
		if len(r) > 0 {
			n++
		}
	}
	return len(m.rules) > 0 && 2*n >= len(m.rules)
}

// hear counts the rules of each question that hold in a turn.
func (m *matcher) hear(k *asker, turn corpus.Span) {
	x := query.NewStretch(m.text.Text, corpus.Passage{Document: m.text.Key, Span: turn})
	for q, rules := range m.rules {
		for _, r := range rules {
			if ok, places := r.MatchIn(x); ok {
				k.heard[q] += max(1, len(places))
			}
		}
	}
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
		k := asker{turn: i, terms: terms, words: len(words.Tokens(text)), markers: markersIn(text), question: asks(text, a.Language), shift: turnsAway(text, a.Language), follows: asksOn(text, a.Language), open: asksOpenly(text, a.Language)}
		k.segments = m.segments(t.Span, a)
		k.cohesion = cohesion(terms, before)
		k.heard = make([]int, len(m.rules))
		for j := i + 1; j < len(turns); j++ {
			if m.text.RoleOf(turns[j].Speaker) == corpus.Interviewer {
				if len(words.Tokens(m.text.Text.Slice(turns[j].Span))) > 3 {
					break
				}
				continue
			}
			said := m.text.Text.Slice(turns[j].Span)
			if k.said < 250 {
				m.hear(&k, turns[j].Span)
			}
			k.said += len(words.Tokens(said))
			if len(k.answer) < 120 {
				k.answer = append(k.answer, contentTerms(said, a)...)
			}
		}
		k.vector, k.answerVector = m.collection.vector(k.terms), m.collection.vector(k.answer)
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
	re := asking[spoken(language)]
	return re != nil && re.MatchString(text)
}

var (
	bracketMarker = regexp.MustCompile(`\[\s*([\p{L}]*\d+(?:[.\-]\d+)*[a-z]?)\s*\]`)
	spokenMarker  = regexp.MustCompile(`(?i)\b(?:question|spørsmål|fråga|frage|q)\s*(?:number|nummer|nr\.?|no\.?)?\s*(\d+(?:\.\d+)*)\b`)
	dottedMarker  = regexp.MustCompile(`(?i)\b(?:number|nummer|nr\.?|no\.?|punkt|point|item)\s*(\d+(?:\.\d+)+)\b`)
	leadingNumber = regexp.MustCompile(`^\s*(\d{1,2}(?:\.\d{1,2})*)[.):]\s+\p{L}`)
)

// markersIn returns the ids and numbers that a turn names: [Q2.1], "question 2.1",
// a number at its very beginning.
func markersIn(text string) []string {
	var out []string
	for _, re := range []*regexp.Regexp{bracketMarker, spokenMarker, dottedMarker, leadingNumber} {
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

var askingOn = map[string]*regexp.Regexp{
	"nb": regexp.MustCompile(`(?i)(eksempel|hva mener du|kva meiner du|hvordan da|korleis da|hva tenker du på|utdype|si mer om|si litt mer|sei meir|du sa|du nevnte|du nemnde|du sier|på hvilken måte|var det vanskelig|hva skjedde)`),
	"en": regexp.MustCompile(`(?i)(example|what do you mean|how so|in what way|such as|say more|tell me more|you said|you mentioned|you say|was that|was it|what happened|why is that|why was)`),
	"sv": regexp.MustCompile(`(?i)(exempel|vad menar du|hur då|på vilket sätt|säga mer|du sa|du nämnde|du säger|vad hände)`),
}

// asksOn tells whether a turn stays with what was said: it asks for an example, or
// takes up the informant's words.
func asksOn(text, language string) bool {
	re := askingOn[spoken(language)]
	return re != nil && re.MatchString(text)
}

var openQuestion = map[string]*regexp.Regexp{
	"nb": regexp.MustCompile(`(?i)\b(hva|kva|hvordan|korleis|hvorfor|kvifor|hvem|kven|hvilke[nt]?|kva for|fortel[l]?|beskriv)\b`),
	"en": regexp.MustCompile(`(?i)\b(what|how|why|who|which|tell me|describe|talk me|walk me)\b`),
	"sv": regexp.MustCompile(`(?i)\b(vad|hur|varför|vem|vilk[aen]+t?|berätta|beskriv)\b`),
}

// asksOpenly tells whether a turn asks with a question word.
func asksOpenly(text, language string) bool {
	re := openQuestion[spoken(language)]
	return re != nil && re.MatchString(text)
}

// spoken returns the language whose patterns serve another: Norwegian for Danish and
// for an unknown one.
func spoken(language string) string {
	switch language {
	case "nn", "no", "da", "":
		return "nb"
	}
	return language
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
	re := shifting[spoken(language)]
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
	sense, senseSeg := make([]float64, n), make([]float64, n)
	for q := range m.questions {
		sense[q] = likeness(m.meaning(k.terms), m.questions[q].meant)
		for _, s := range k.segments {
			senseSeg[q] = math.Max(senseSeg[q], likeness(m.meaning(s.terms), m.questions[q].meant))
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
			math.Max(0, segCover[q]-0.6), math.Max(0, seg[q]-0.5), truth(k.follows), truth(k.open), float64(min(len(k.segments), 4)),
			truth(cover[q] == 0 && probe[q] == 0),
			sense[q], senseSeg[q], standing(senseSeg, q), truth(senseSeg[q] > 0 && senseSeg[q] >= largest(senseSeg, q)), math.Max(seg[q], senseSeg[q]),
			heard[q], standing(heard, q), truth(heard[q] > 0 && heard[q] > largest(heard, q))}
	}
	m.compare(k)
}

// compare adds to the features how near the turn and its answer are to all that belongs to a question.
func (m *matcher) compare(k *asker) {
	n := len(m.questions)
	near, nearAnswer := make([]float64, n), make([]float64, n)
	for q := range m.questions {
		p := &m.questions[q]
		v := p.vector
		if len(p.learned) > 0 {
			v = blend([]vector{p.vector, p.learned}, []float64{1, 0.6})
		}
		near[q], nearAnswer[q] = cosine(k.vector, v), cosine(k.answerVector, v)
	}
	k.static, k.base = make([][]float64, n), make([]float64, n)
	for q := range m.questions {
		k.static[q] = append(slices.Clone(k.asked[q]),
			near[q], standing(near, q), nearAnswer[q], standing(nearAnswer, q), truth(near[q] > 0 && near[q] >= largest(near, q)), truth(nearAnswer[q] > 0 && nearAnswer[q] >= largest(nearAnswer, q)),
			math.Max(0, near[q]-largest(near, q)), math.Max(0, nearAnswer[q]-largest(nearAnswer, q)))
	}
}

// adopt makes the matcher weigh by these weights.
func (m *matcher) adopt(weights []float64) {
	m.weights = weights
	for i := range m.turns {
		k := &m.turns[i]
		for q := range m.questions {
			k.base[q] = 0
			for f, x := range k.static[q] {
				k.base[q] += weights[f] * x
			}
		}
	}
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
