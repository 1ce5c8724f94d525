package cases

import (
	"slices"
	"strings"

	"crosscase/coding"
	"crosscase/corpus/catalogue"
	"crosscase/corpus/literature"
	"crosscase/corpus/plainfile"
)

// ExpectationsFile is where it stands what the literature led one to expect.
const ExpectationsFile = "expectations.yaml"

// The files of the cited works.
const (
	BibTeXFile = "literature.bib"
	RISFile    = "literature.ris"
)

// The stages at which an expectation may have been written.
const (
	BeforeReading = "before" // before the cases were read: a prediction
	AfterReading  = "after"  // afterwards: a comparison, and no test
)

// Expectation is what one or several works led one to expect of the cases.
type Expectation struct {
	Key      string         `yaml:"key"`
	Expect   string         `yaml:"expect"`
	Works    []string       `yaml:"works"` // keys of literature.bib or literature.ris
	On       string         `yaml:"on"`    // when it was written
	Stage    string         `yaml:"stage"` // before or after reading
	By       string         `yaml:"by"`
	Codes    []string       `yaml:"codes"`    // read as one; without any nobody looked for it
	Expected string         `yaml:"expected"` // of every case: present (default), partial, absent, none
	Cases    []ExpectedCase `yaml:"cases"`    // of cases that are expected to differ, with the reason
	Note     string         `yaml:"note"`
	Line     int            `yaml:"-" place:"line"`
}

// ExpectedCase is a case of which something else is expected than of the others, for a
// reason that the theory gives: theoretical replication (Yin 2018).
type ExpectedCase struct {
	Case     string `yaml:"case"`
	Expected string `yaml:"expected"`
	Because  string `yaml:"because"`
	Line     int    `yaml:"-" place:"line"`
}

// Of returns what is expected of a case, and why it differs from the others ("" if it does not).
func (e *Expectation) Of(key string) (state, because string) {
	for _, c := range e.Cases {
		if c.Case == key {
			return c.Expected, c.Because
		}
	}
	return e.Expected, ""
}

var expectable = []string{StatePresent, StatePartial, StateAbsent, StateNone}

// readExpectations reads expectations.yaml. One with a part that cannot be read stands apart: what is left of it would be another expectation.
func readExpectations(data []byte, problems *plainfile.Problems) (read, unread []*Expectation) {
	var file struct {
		Format       int           `yaml:"format"`
		Expectations []Expectation `yaml:"expectations"`
	}
	plainfile.Unmarshal(ExpectationsFile, data, &file, problems)
	coding.CheckFormat(ExpectationsFile, file.Format, problems)
	wrong := newWrongLines(ExpectationsFile, *problems)
	keys := keysOnce{file: ExpectationsFile}
	for i := range file.Expectations {
		e := &file.Expectations[i]
		next := 0
		if i+1 < len(file.Expectations) {
			next = file.Expectations[i+1].Line
		}
		before := len(*problems)
		if !keys.add(e.Key, e.Line, problems) {
			unread = append(unread, e)
			continue
		}
		if e.Expected == "" {
			e.Expected = StatePresent
		}
		e.Stage = catalogue.Stage(e.Stage)
		expectState(&e.Expected, e.Line, problems)
		for j := range e.Cases {
			expectState(&e.Cases[j].Expected, e.Cases[j].Line, problems)
		}
		if len(*problems) > before || wrong.between(e.Line, next) {
			unread = append(unread, e)
		} else {
			read = append(read, e)
		}
		for _, c := range e.Cases {
			if c.Because == "" {
				problems.Add(ExpectationsFile, c.Line, "case %q is expected to differ without a reason\nhint: add because: with the reason that the theory gives", c.Case)
			}
		}
		if e.Stage != BeforeReading && e.Stage != AfterReading {
			problems.Add(ExpectationsFile, e.Line, "expectation %q does not say whether it was written before or after reading\nhint: write stage: before (a prediction) or stage: after", e.Key)
		}
	}
	return read, unread
}

// expectState puts for a state the word by which the study knows it.
func expectState(state *string, line int, problems *plainfile.Problems) {
	*state = catalogue.State(*state)
	if !contains(expectable, *state) {
		problems.Add(ExpectationsFile, line, "state %q is not known\nhint: write one of: %s", *state, strings.Join(expectable, ", "))
	}
}

// readLiterature reads the cited works.
func (s *Study) readLiterature(problems *plainfile.Problems) {
	if data, ok := s.read(BibTeXFile, problems); ok {
		s.Works = append(s.Works, literature.ReadBibTeX(BibTeXFile, data, problems)...)
	}
	if data, ok := s.read(RISFile, problems); ok {
		s.Works = append(s.Works, literature.ReadRIS(RISFile, data, problems)...)
	}
	seen := map[string]literature.Work{}
	kept := s.Works[:0]
	for _, w := range s.Works {
		if first, twice := seen[w.Key]; twice {
			problems.Add(w.File, w.Line, "work %q stands in %s:%d already\nhint: keep one of the two, or give it another key", w.Key, first.File, first.Line)
			continue
		}
		seen[w.Key] = w
		kept = append(kept, w)
	}
	s.Works = kept
}

// Work returns the cited work with a key.
func (s *Study) Work(key string) (literature.Work, bool) {
	for _, w := range s.Works {
		if w.Key == key {
			return w, true
		}
	}
	return literature.Work{}, false
}

func (s *Study) checkExpectations(problems *plainfile.Problems) {
	var known []string
	for _, w := range s.Works {
		known = append(known, w.Key)
	}
	s.Expectations = slices.DeleteFunc(s.Expectations, func(e *Expectation) bool {
		before := len(*problems)
		for _, key := range e.Codes {
			s.checkCode(ExpectationsFile, e.Line, key, problems)
		}
		for _, c := range e.Cases {
			s.checkCaseKey(ExpectationsFile, c.Line, c.Case, problems)
		}
		if len(*problems) > before {
			s.UnreadExpectations = append(s.UnreadExpectations, e)
		}
		return len(*problems) > before
	})
	slices.SortStableFunc(s.UnreadExpectations, func(a, b *Expectation) int { return a.Line - b.Line })
	for _, e := range s.Expectations {
		for _, key := range e.Works {
			if !contains(known, key) {
				problems.Add(ExpectationsFile, e.Line, "work %q is not in the literature\nhint: %s", key, plainfile.DidYouMean(key, known, "works stand in %s or %s", BibTeXFile, RISFile))
			}
		}
	}
}
