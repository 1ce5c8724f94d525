package cases

import (
	"context"

	"crosscase/coding"
	"crosscase/corpus"
	"crosscase/corpus/plainfile"
	"crosscase/corpus/query"
)

// Applied says what one machine coder proposes after a run.
type Applied struct {
	Coder     string
	Documents int
	Codings   int
	Asked     int
	Changed   int // documents whose file changed
}

// Apply runs the machine coders over all documents and rewrites their layers. People's
// codings are not touched; proposals that a person declined stay declined, since
// verdicts belong to place and code. Running it again changes nothing.
func (s *Study) Apply(ctx context.Context, dir plainfile.Dir, coders []string, progress func(done, total int)) ([]Applied, error) {
	rules := map[string]*coding.Rules{}
	out := make([]Applied, len(coders))
	for i, coder := range coders {
		out[i].Coder = coder
	}
	s.freeIDs(coders)
	var guide *coding.GuideMatcher
	if contains(coders, coding.GuideCoder) {
		texts, err := s.allTexts()
		if err != nil {
			return out, err
		}
		guide = coding.NewGuideMatcher(s.Guide, s.Codebook, texts)
	}
	for n, d := range s.Documents {
		if err := ctx.Err(); err != nil {
			return out, err
		}
		t, err := s.Text(d.Key)
		if err != nil {
			return out, err
		}
		for i, coder := range coders {
			l := &coding.Layer{Coder: coder, Document: d.Key}
			if coder == coding.GuideCoder {
				l.Asked, l.Codings = guide.Apply(s.Codebook, *t)
			} else {
				if rules[d.Language] == nil {
					rules[d.Language] = coding.NewRules(s.Codebook, d.Language, byPeople{s})
				}
				l.Codings = rules[d.Language].Apply(*t)
			}
			changed, err := s.replaceMachineLayer(dir, l)
			if err != nil {
				return out, err
			}
			if changed {
				out[i].Changed++
			}
			if len(l.Codings)+len(l.Asked) > 0 {
				out[i].Documents++
			}
			out[i].Codings += len(l.Codings)
			out[i].Asked += len(l.Asked)
		}
		if progress != nil {
			progress(n+1, len(s.Documents))
		}
	}
	s.Refresh()
	return out, nil
}

func (s *Study) allTexts() ([]coding.Text, error) {
	out := make([]coding.Text, len(s.Documents))
	for i, d := range s.Documents {
		t, err := s.Text(d.Key)
		if err != nil {
			return nil, err
		}
		out[i] = *t
	}
	return out, nil
}

// byPeople answers the fields of rules from what people coded, so that rules do not
// feed on what machine coders proposed and a second run proposes the same.
type byPeople struct{ study *Study }

func (b byPeople) Holds(f query.Field, at corpus.Passage) (bool, []corpus.Span) {
	switch f.Name {
	case "code", "kind", "coder", "says", "status":
		var places []corpus.Span
		for _, c := range b.study.Codings.Over(at) {
			if !coding.Machine(c.Coder) && b.study.codingHas(c, f) {
				places = append(places, c.Span)
			}
		}
		return len(places) > 0, places
	}
	return b.study.Holds(f, at)
}

// freeIDs gives back the ids of machine coders before they run again, so that the same
// proposals get the same ids.
func (s *Study) freeIDs(coders []string) {
	for _, l := range s.Layers {
		if !contains(coders, l.Coder) {
			continue
		}
		for _, c := range append(append([]coding.Coding{}, l.Codings...), l.Unplaced...) {
			delete(s.taken, c.ID)
		}
	}
}

// replaceMachineLayer puts a new layer of a machine coder in the place of the old
// one and tells whether its file changed.
func (s *Study) replaceMachineLayer(dir plainfile.Dir, l *coding.Layer) (bool, error) {
	kept := s.Layers[:0]
	for _, o := range s.Layers {
		if o.Coder != l.Coder || o.Document != l.Document {
			kept = append(kept, o)
		}
	}
	s.Layers = kept
	file := coding.LayerFile(l.Coder, l.Document)
	before, _ := dir.Read(file)
	if err := s.SaveLayer(dir, l); err != nil {
		return false, err
	}
	after, _ := dir.Read(file)
	return string(before) != string(after), nil
}
