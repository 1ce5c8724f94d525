package coding

import (
	"math"

	"crosscase/corpus"
	"crosscase/corpus/query"
	"crosscase/corpus/words"
)

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
	order      float64 // how far the interview follows the guide, 0 to 1
	weights    weights
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
	parts     []askingPart
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
	length    float64 // the logarithm of the words, and one more
	markers   []string
	verbatim  []verbatim // its sentences in the words of the guide
	idf       map[string]float64
	strongest float64 // the largest overlap with any question

	vector, answerVector vector
	asked                [][]float64 // features by question: the words of the turn
	static               [][]float64 // the same with the words of all that belongs to the question; none depends on what came before
	base                 []float64   // their weight, by question
	second               [][]second  // what speaks for a second question, by the first and the second; made when asked for
}

func newMatcher(g *Guide, book *Codebook, d Text, a *words.Analyser, c *collection) *matcher {
	m := &matcher{text: d, collection: c, concepts: conceptIndex(a), byMarker: map[string]int{}}
	m.readRules(g, book)
	m.weights = alone
	if m.spokenFor() {
		m.weights = withCodes
	}
	m.readTurns(a, wordingsOf(g))
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

func (m *matcher) readTurns(a *words.Analyser, asked [][][]string) {
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
		k.length = math.Log(float64(k.words + 1))
		k.parts = m.parts(t.Span, a)
		k.verbatim = asksInWordsOf(m.text.Text, t.Span, asked, a)
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
