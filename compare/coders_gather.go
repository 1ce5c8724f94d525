package compare

import (
	"slices"
	"strings"

	"crosscase/cases"
	"crosscase/coding"
	"crosscase/corpus"
	"crosscase/corpus/catalogue"
)

// comparison is a question with what the study answers to it, before anything is counted.
type comparison struct {
	study    *cases.Study
	question CodersQuestion
	options  Options
	coders   []string
	codes    []*coding.Code // with a coding by any of the coders, in the order of the code book
	unused   []string
	marks    markings
	keys     []string // documents of marks
	left     []string // documents that not every coder finished
	codings  []coding.Coding
	taken    []int               // by coder: codings taken over from proposals
	unitless int                 // documents that all finished in which there is no unit
	ofOthers int                 // units that are the interviewers' words
	saw      map[string][]string // by coder: documents in which the coder saw what others coded before reading
	coded    int                 // passages that a coder who is compared with a second coding has coded at all

	takenOver func(coding.Coding) bool
}

// newComparison gathers what coders did: documents that all of them finished, cut into units, with their codings.
func newComparison(s *cases.Study, q CodersQuestion, o Options) (*comparison, error) {
	c := &comparison{study: s, question: q, options: o, coders: q.Coders, takenOver: s.TakenOver()}
	if len(c.coders) == 0 {
		c.coders = s.Readers()
	}
	if q.Key != "" && !slices.Contains(c.coders, q.Key) {
		c.coders = append(slices.Clone(c.coders), q.Key)
	}
	for i, name := range c.coders {
		if err := s.CheckCoder(name); err != nil {
			return nil, err
		}
		if slices.Contains(c.coders[:i], name) {
			return nil, catalogue.Errorf("coder %q is named twice\nhint: name each coder once", name)
		}
	}
	if len(c.coders) < 2 {
		return nil, catalogue.Errorf("agreement needs two coders who have recorded what they read\nhint: name them: crosscase compare coders ann ben; a machine coder, guide or rules, may be one of them")
	}
	codes, err := s.ChosenCodes(q.Filter.Codes)
	if err != nil {
		return nil, err
	}
	where, err := s.Where(q.Filter)
	if err != nil {
		return nil, err
	}
	if twice, err := c.codesTwice(); err != nil {
		return nil, err
	} else if twice {
		return c, c.addTwice(codes, where)
	}
	used, read := make([]bool, len(codes)), make([]bool, len(codes))
	number := map[string]int{}
	for i, code := range codes {
		number[code.Key] = i
	}
	documents := c.unseen()
	finished := map[string][]bool{}
	for _, d := range documents {
		all := c.finished(d.Key, codes)
		for i := range codes {
			read[i] = read[i] || all[i]
		}
		for _, x := range s.Codings.In(d.Key) {
			if i, known := number[x.Code]; known && all[i] && slices.Contains(c.coders, x.Coder) {
				used[i] = true
			}
		}
		finished[d.Key] = all
	}
	for i, code := range codes {
		switch {
		case used[i]:
			c.codes = append(c.codes, code)
		case read[i]:
			c.unused = append(c.unused, code.Key)
		}
	}
	c.marks = markings{coders: len(c.coders), codes: len(c.codes)}
	c.taken = make([]int, len(c.coders))
	for _, d := range documents {
		var done []bool
		for i := range codes {
			if used[i] {
				done = append(done, finished[d.Key][i])
			}
		}
		if err := c.addDocument(d, done, slices.Contains(finished[d.Key], true), where); err != nil {
			return nil, err
		}
	}
	if len(c.keys) == 0 && c.unitless > 0 {
		return nil, catalogue.Errorf("no unit of the kind %s is in the %d documents that all of %s finished\nhint: questions are found by crosscase coding apply --only guide; the filters may leave nothing", q.Unit, c.unitless, strings.Join(c.coders, ", "))
	}
	if len(c.keys) == 0 && len(c.saw) > 0 {
		return nil, catalogue.Errorf("no document was coded independently: in all that %s finished one of them saw what others coded before reading\nhint: --seen counts them all the same", strings.Join(c.coders, ", "))
	}
	if len(c.keys) == 0 {
		return nil, catalogue.Errorf("no document was finished by all of %s\nhint: %s", strings.Join(c.coders, ", "), c.whatToDo())
	}
	return c, nil
}

// unseen returns the documents without those in which one of the coders, who codes blind, saw what others coded before reading: that is no
// independent work.
func (c *comparison) unseen() []*corpus.Document {
	c.saw = map[string][]string{}
	if c.question.Seen {
		return c.study.Documents
	}
	var out []*corpus.Document
	looked := c.study.LookedAt()
	for _, d := range c.study.Documents {
		saw := false
		for _, coder := range c.coders {
			if slices.Contains(looked[coder], d.Key) {
				saw = true
				c.saw[coder] = append(c.saw[coder], d.Key)
			}
		}
		if !saw {
			out = append(out, d)
		}
	}
	return out
}

// whatToDo says how documents come to be finished.
func (c *comparison) whatToDo() string {
	if slices.ContainsFunc(c.coders, coding.Machine) {
		return "crosscase coding apply runs the machine coders; crosscase coding read DOCUMENT --coder NAME records that a person went through one"
	}
	return "each of them records it: crosscase coding read DOCUMENT --coder NAME"
}

// finished tells for each code whether every coder has gone through a document for it.
func (c *comparison) finished(document string, codes []*coding.Code) []bool {
	out := slices.Repeat([]bool{true}, len(codes))
	for _, coder := range c.coders {
		for i, done := range c.study.Finished(coder, document, codes) {
			out[i] = out[i] && done
		}
	}
	return out
}

// addDocument adds a document if it has units and every coder has finished it for some code.
func (c *comparison) addDocument(d *corpus.Document, done []bool, some bool, where func(corpus.Passage) bool) error {
	if !some {
		if slices.ContainsFunc(c.study.Layers(), func(l *coding.Layer) bool {
			return l.Document == d.Key && slices.Contains(c.coders, l.Coder) && !coding.Machine(l.Coder)
		}) {
			c.left = append(c.left, d.Key)
		}
		return nil
	}
	m := markedDocument{finished: done, marks: make([][][]markedSpan, len(c.coders))}
	number := map[string]int{}
	for i, code := range c.codes {
		number[code.Key] = i
	}
	t, err := c.study.Text(d.Key)
	if err != nil {
		return err
	}
	m.length = t.Text.Len()
	if c.question.Unit != SpanUnit {
		all, err := c.study.Stretches(d.Key, c.question.Unit)
		if err != nil {
			return err
		}
		for _, u := range all {
			p := corpus.Passage{Document: d.Key, Span: u}
			if !where(p) {
				continue
			}
			if speaker, ok := c.study.Speaker(p); ok && speaker.Role == corpus.Interviewer && c.question.Unit != cases.WholeDocument && c.question.Unit != cases.QuestionStretch {
				c.ofOthers++
			}
			m.units = append(m.units, u)
		}
		if len(m.units) == 0 {
			c.unitless++
			return nil
		}
	} else if !where(corpus.Passage{Document: d.Key, Span: corpus.Span{Start: 0, End: m.length}}) {
		c.unitless++
		return nil
	}
	for j := range m.marks {
		m.marks[j] = make([][]markedSpan, len(c.codes))
	}
	for _, x := range c.study.Codings.In(d.Key) {
		j := slices.Index(c.coders, x.Coder)
		i, known := number[x.Code]
		if !known || j < 0 || !m.finished[i] {
			continue
		}
		c.mark(&m, j, i, x)
	}
	c.keys = append(c.keys, d.Key)
	c.marks.documents = append(c.marks.documents, m)
	return nil
}

// mark notes a coding of a document among the marks of a coder for a code; one taken over from a machine is left out unless those count.
func (c *comparison) mark(m *markedDocument, coder, code int, x coding.Coding) {
	k := markedSpan{Span: x.Span, coding: len(c.codings)}
	if c.takenOver(x) {
		c.taken[coder]++
		k.left = !c.question.Accepted
	}
	c.codings = append(c.codings, x)
	m.marks[coder][code] = append(m.marks[coder][code], k)
}
