package cases

import (
	"slices"
	"strings"

	"crosscase/coding"
	"crosscase/corpus"
	"crosscase/corpus/catalogue"
	"crosscase/corpus/plainfile"
	"crosscase/corpus/query"
)

// Finished tells for each code whether a coder has gone through a document with it in mind: a person if one
// of the person's readings covers the code, a machine coder if it has run in this study and knows the code. The rules
// know the codes that have rules; the guide matcher knows the codes of questions, in interviews.
func (s *Study) Finished(coder, document string, codes []*coding.Code) []bool {
	out := make([]bool, len(codes))
	if coding.Machine(coder) {
		d := s.Document(document)
		ran := s.Ran(coder)
		for i, c := range codes {
			out[i] = ran && (coder == coding.RulesCoder && c.Find != "" || coder == coding.GuideCoder && len(c.Questions) > 0 && d != nil && d.Interview())
		}
		return out
	}
	for _, l := range s.Layers() {
		if l.Coder != coder || l.Document != document {
			continue
		}
		for _, r := range l.Reads {
			for i, c := range codes {
				out[i] = out[i] || s.covers(r, c)
			}
		}
	}
	return out
}

// Ran tells whether a machine coder has written anything.
func (s *Study) Ran(coder string) bool {
	return slices.ContainsFunc(s.Layers(), func(l *coding.Layer) bool { return l.Coder == coder })
}

// TakenOver returns a test of people's codings: whether one was taken over from a proposal, because it says from which, or because
// the person accepted or changed a proposal of this code at exactly this place. Such work is not independent of the machine.
func (s *Study) TakenOver() func(coding.Coding) bool {
	type verdict struct {
		coder, code string
		at          corpus.Passage
	}
	taken := map[verdict]bool{}
	for _, r := range s.Reviews {
		if r.Verdict != coding.Declined {
			taken[verdict{r.Coder, r.Code, r.Passage}] = true
		}
	}
	return func(c coding.Coding) bool {
		return !coding.Machine(c.Coder) && (c.From != "" || taken[verdict{c.Coder, c.Code, c.Passage}])
	}
}

// KnownCoders returns everybody who codes in the study: those named in crosscase.yaml, the machine coders, and whoever else has
// codings, each once.
func (s *Study) KnownCoders() []string {
	var out []string
	for _, c := range s.Coders {
		out = addOnce(out, c.Name)
	}
	out = addOnce(out, coding.GuideCoder, coding.RulesCoder)
	for _, l := range s.Layers() {
		out = addOnce(out, l.Coder)
	}
	return out
}

// Readers returns the persons who have recorded a reading of some document, in the order of KnownCoders.
func (s *Study) Readers() []string {
	var out []string
	for _, coder := range s.KnownCoders() {
		if slices.ContainsFunc(s.Layers(), func(l *coding.Layer) bool { return l.Coder == coder && len(l.Reads) > 0 }) && !coding.Machine(coder) {
			out = append(out, coder)
		}
	}
	return out
}

// CheckCoder returns an error if nobody of that name codes in the study.
func (s *Study) CheckCoder(name string) error {
	if known := s.KnownCoders(); !slices.Contains(known, name) {
		return catalogue.Errorf("coder %q has no codings and is not in %s\nhint: %s", name, StudyFile, plainfile.DidYouMean(name, known, "coders are %s", strings.Join(known, ", ")))
	}
	return nil
}

// ChosenCodes returns the codes with some keys and those below them, in the order of the code book; all codes without keys.
// Headings are left out.
func (s *Study) ChosenCodes(keys []string) ([]*coding.Code, error) {
	if len(keys) == 0 {
		return slices.DeleteFunc(slices.Clone(s.Codebook.All()), s.Heading), nil
	}
	if err := s.checkFilter(Filter{Codes: keys}); err != nil {
		return nil, err
	}
	in := map[*coding.Code]bool{}
	for _, key := range keys {
		code := s.Codebook.Code(key)
		in[code] = true
		for _, below := range s.Codebook.Under(code.Key) {
			in[below] = true
		}
	}
	var out []*coding.Code
	for _, c := range s.Codebook.All() {
		if in[c] && !s.Heading(c) {
			out = append(out, c)
		}
	}
	return out, nil
}

// Where returns a test of passages by the places that a filter names: cases, speakers, roles, sources and attributes. It is
// an error if one of them does not exist.
func (s *Study) Where(f Filter) (func(corpus.Passage) bool, error) {
	f = Filter{Cases: f.Cases, Speakers: f.Speakers, Roles: f.Roles, Sources: f.Sources, Attributes: f.Attributes}
	if err := s.checkFilter(f); err != nil {
		return nil, err
	}
	fields := f.Fields()
	if fields == "" {
		return func(corpus.Passage) bool { return true }, nil
	}
	q, err := query.Parse(fields)
	if err != nil {
		return nil, err
	}
	matchers := map[string]*query.Matcher{}
	return func(p corpus.Passage) bool {
		t, err := s.Text(p.Document)
		if err != nil {
			return false
		}
		ok, _ := s.matcher(matchers, q, t.Language).Match(t.Text, p)
		return ok
	}, nil
}
