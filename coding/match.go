package coding

import (
	"runtime"
	"strings"
	"sync"

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

// GuideMatcher finds which question of a guide each interviewer turn asks.
//
// An explicit marker in the turn ([Q2.1], "question 2.1") decides, and so does a sentence in the words of the guide. Otherwise every
// interviewer turn is weighed against every question by a logistic model of what both
// have in common: the content words of the turn and of the question with its topic, other
// wordings, probes and the codes that name it (stems and compounds, rare words counting
// more); the words of the answer; whether the turn asks at all, turns to another topic or
// stays with what was said; whether the question comes next in the guide or was asked before. The likeliest
// reading of the whole interview is kept. A turn that asks one question may ask a second
// with another of its parts; a model of its own weighs that.
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
