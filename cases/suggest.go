package cases

import (
	"context"
	"math"
	"sort"
	"strings"

	"crosscase/coding"
	"crosscase/corpus"
	"crosscase/corpus/plainfile"
	"crosscase/corpus/words"
)

// Suggested says what became of one code when suggestions were made.
type Suggested struct {
	Code      *coding.Code
	Unit      corpus.UnitKind
	With      int // passages with the code that it was learned from
	Without   int // passages that somebody read and did not give the code
	Proposed  int
	Abstained bool // too little to learn from
}

// Suggest learns each code from people's codings and proposes passages for it in documents, or parts of
// them, that nobody has read for the code: at most top a code, the most useful first. What is known not to have the
// code comes only from documents that a person has read for it and from proposals that were declined. Its layers
// are written anew; proposals that were declined stay declined. Codes limits the codes; all
// without. The proposals of codes that are not chosen stay as they are. It learns from what the study from has, which may be one without what
// is hidden from somebody who codes blind.
func (s *Study) Suggest(ctx context.Context, dir plainfile.Dir, from *Study, codes []*coding.Code, top int, progress func(done, total int)) ([]Suggested, error) {
	learner, err := from.newSuggester()
	if err != nil {
		return nil, err
	}
	chosen := map[string]bool{}
	proposals := map[string][]coding.Coding{}
	var out []Suggested
	for i, code := range codes {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		chosen[code.Key] = true
		made, of := learner.suggest(code, top)
		for _, c := range made {
			proposals[c.Document] = append(proposals[c.Document], c)
		}
		out = append(out, of)
		if progress != nil {
			progress(i+1, len(codes))
		}
	}
	for _, l := range s.Layers() {
		if l.Coder != coding.SuggestCoder {
			continue
		}
		for _, c := range l.Codings {
			if !chosen[c.Code] {
				proposals[l.Document] = append(proposals[l.Document], c)
			}
		}
	}
	s.freeIDs([]string{coding.SuggestCoder})
	for _, d := range s.Documents {
		l := &coding.Layer{Coder: coding.SuggestCoder, Document: d.Key, Codings: proposals[d.Key]}
		for i := range l.Codings {
			l.Codings[i].ID = ""
		}
		if _, err := s.replaceMachineLayer(dir, l); err != nil {
			return nil, err
		}
	}
	s.Refresh()
	return out, nil
}

// suggester holds what all codes are learned from: the units of every document with their profiles.
type suggester struct {
	study *Study
	texts []*coding.Text
	kinds map[corpus.UnitKind]*profiled
	words map[string]*words.Analyser
	kin   map[string]*words.Kin
}

// profiled are the units of a kind, by document.
type profiled struct {
	units    [][]corpus.Unit
	terms    [][][]coding.Term
	profiles [][]coding.Profile
	weights  *coding.TermWeights
}

func (s *Study) newSuggester() (*suggester, error) {
	x := &suggester{study: s, kinds: map[corpus.UnitKind]*profiled{}, words: map[string]*words.Analyser{}, kin: map[string]*words.Kin{}}
	for _, d := range s.Documents {
		t, err := s.Text(d.Key)
		if err != nil {
			return nil, err
		}
		x.texts = append(x.texts, t)
	}
	return x, nil
}

func (x *suggester) termsOf(text, language string) []coding.Term {
	if x.words[language] == nil {
		x.words[language], x.kin[language] = words.NewAnalyser(language), words.NewKin(language)
	}
	return coding.TermsOf(text, x.words[language], x.kin[language])
}

// of prepares the units of a kind.
func (x *suggester) of(kind corpus.UnitKind) *profiled {
	if x.kinds[kind] != nil {
		return x.kinds[kind]
	}
	p := &profiled{}
	var all [][]coding.Term
	for _, t := range x.texts {
		units := t.Structure.Units(t.Text, kind)
		var terms [][]coding.Term
		for _, u := range units {
			terms = append(terms, x.termsOf(t.Text.Slice(u.Span), t.Language))
		}
		all = append(all, terms...)
		p.units, p.terms = append(p.units, units), append(p.terms, terms)
	}
	p.weights = coding.NewTermWeights(all)
	for _, terms := range p.terms {
		var profiles []coding.Profile
		for i := range terms {
			var near []coding.Term
			if i > 0 {
				near = append(near, terms[i-1]...)
			}
			if i+1 < len(terms) {
				near = append(near, terms[i+1]...)
			}
			profiles = append(profiles, p.weights.Profile(terms[i]).InContext(p.weights.Profile(near)))
		}
		p.profiles = append(p.profiles, profiles)
	}
	x.kinds[kind] = p
	return p
}

// known is a unit of which it is known whether it has the code.
type known struct {
	document, unit int
	is             bool
}

// lessons returns the units of a code's kind of which is known whether they have the code, and
// those of which it is not.
func (x *suggester) lessons(code *coding.Code) (kind corpus.UnitKind, taught, open []known) {
	s := x.study
	var own []coding.Coding
	for _, c := range s.Codings.All() {
		if c.Code == code.Key && s.Counts(c) {
			own = append(own, c)
		}
	}
	kind = coding.UnitOf(own, func(document string) *coding.Text {
		t, err := s.Text(document)
		if err != nil {
			return nil
		}
		return t
	})
	units := x.of(kind).units
	for d, t := range x.texts {
		read := s.ReadFor(t.Key, map[string]bool{code.Key: true})
		for u, unit := range units[d] {
			if !coding.LooksAt(code, t, unit) {
				continue
			}
			is, touched, no := false, false, false
			for _, c := range own {
				if c.Document == t.Key {
					is = is || coding.Covers(c, unit.Span)
					touched = touched || c.Overlaps(unit.Span)
				}
			}
			for _, r := range s.Reviews {
				no = no || r.Code == code.Key && r.Document == t.Key && r.Verdict == coding.Declined && r.Overlaps(unit.Span)
			}
			switch {
			case is:
				taught = append(taught, known{d, u, true})
			case touched:
			case read || no:
				taught = append(taught, known{d, u, false})
			default:
				open = append(open, known{d, u, false})
			}
		}
	}
	return kind, taught, open
}

// learn learns a code from some units and from what the code book says of it.
func (x *suggester) learn(code *coding.Code, kind corpus.UnitKind, taught []known) *coding.Learned {
	p := x.of(kind)
	var with, without []coding.Profile
	for _, k := range taught {
		if profile := p.profiles[k.document][k.unit]; k.is {
			with = append(with, profile)
		} else {
			without = append(without, profile)
		}
	}
	said := strings.Join([]string{code.Label, code.Definition, code.Include, code.Find}, " ")
	return coding.Learn(with, without, p.weights.Profile(x.termsOf(said, x.study.Language)))
}

// ranked is a unit with what speaks for it.
type ranked struct {
	known
	score float64
}

// rank returns units by what speaks for them, most first; those that score alike in text order.
func (x *suggester) rank(l *coding.Learned, kind corpus.UnitKind, among []known) []ranked {
	p := x.of(kind)
	out := make([]ranked, len(among))
	for i, k := range among {
		out[i] = ranked{k, l.Score(p.profiles[k.document][k.unit])}
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].score > out[j].score })
	return out
}

func (x *suggester) suggest(code *coding.Code, top int) ([]coding.Coding, Suggested) {
	kind, taught, open := x.lessons(code)
	of := Suggested{Code: code, Unit: kind}
	for _, k := range taught {
		if k.is {
			of.With++
		} else {
			of.Without++
		}
	}
	l := x.learn(code, kind, taught)
	if l == nil {
		of.Abstained = true
		return nil, of
	}
	p := x.of(kind)
	var out []coding.Coding
	for _, r := range x.rank(l, kind, open) {
		if len(out) == top || !l.Enough(r.score) {
			break
		}
		because := l.Because(p.terms[r.document][r.unit], p.profiles[r.document][r.unit])
		if len(because) == 0 {
			continue // only its neighbours speak for it
		}
		t := x.texts[r.document]
		span := p.units[r.document][r.unit].Span
		out = append(out, coding.Coding{Code: code.Key, Coder: coding.SuggestCoder, Says: coding.For, Quote: t.Text.Slice(span), Fate: corpus.Same,
			Passage: corpus.Passage{Document: t.Key, Span: span}, Score: math.Round(r.score*100) / 100,
			Note: strings.Join(because, ", ")})
	}
	of.Proposed = len(out)
	return out, of
}
