package cases

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"crosscase/coding"
	"crosscase/corpus"
	"crosscase/corpus/catalogue"
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
// verdicts belong to place and code. Running it again changes nothing, and costs nothing
// while the plans, the texts, the cases, the codings and the program (a name for its
// version) are those of the last run.
//
// Plans that cannot be read whole are an error: what is left of them would take proposals away. So would a rule that cannot be read:
// of its code the proposals before stay beside the new ones (BrokenRules).
func (s *Study) Apply(ctx context.Context, dir plainfile.Dir, coders []string, program string, progress func(done, total int)) ([]Applied, error) {
	for _, file := range []string{coding.GuideFile, coding.CodebookFile} {
		if line, half := s.unread[file]; half && (file == coding.CodebookFile || contains(coders, coding.GuideCoder)) {
			return nil, catalogue.Errorf("%s cannot be read whole, for line %d: the machine coders did not run, and what they proposed stays\nhint: crosscase check says what is wrong with it", file, line)
		}
	}
	if key, err := s.applyKey(dir, coders, program); err == nil {
		if last, err := dir.Read(appliedFile); err == nil && string(last) == key {
			return s.applied(coders), nil
		}
	}
	s.freeIDs(coders)
	guide := &coding.GuideMatcher{} // which finds nothing
	if contains(coders, coding.GuideCoder) && len(s.Guide.Questions()) > 0 {
		texts, err := s.allTexts()
		if err != nil {
			return nil, err
		}
		guide = coding.NewGuideMatcher(s.Guide, s.Codebook, texts)
	}
	rules, broken := map[string]*coding.Rules{}, s.BrokenRules()
	changed := map[string]int{}
	for n, d := range s.Documents {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		held, err := s.textOnce(d.Key)
		if err != nil {
			return nil, err
		}
		t := *held
		for _, coder := range coders {
			l := &coding.Layer{Coder: coder, Document: t.Key}
			if coder == coding.GuideCoder {
				l.Asked, l.Codings = guide.Apply(s.Codebook, t)
			} else {
				if rules[t.Language] == nil {
					rules[t.Language] = coding.NewRules(s.Codebook, t.Language, byPeople{s})
				}
				l.Codings = s.besideBroken(t.Key, rules[t.Language].Apply(t), broken)
			}
			differs, err := s.replaceMachineLayer(dir, l)
			if err != nil {
				return nil, err
			}
			if differs {
				changed[coder]++
			}
		}
		if progress != nil {
			progress(n+1, len(s.Documents))
		}
	}
	s.Refresh()
	out := s.applied(coders)
	for i := range out {
		out[i].Changed = changed[out[i].Coder]
	}
	if key, err := s.applyKey(dir, coders, program); err == nil && dir.MakeMachineFolder() == nil {
		_ = dir.WriteDerived(appliedFile, []byte(key)) // a cache: without it the next run works again
	}
	return out, nil
}

// BrokenRules returns the keys of the codes with a rule that cannot be read, in the order of the code book.
func (s *Study) BrokenRules() []string {
	var out []string
	for _, c := range s.Codebook.All() {
		if c.BrokenRule() {
			out = append(out, c.Key)
		}
	}
	return out
}

// besideBroken adds to new proposals of the rules those before of some codes, which have a rule that cannot be read.
func (s *Study) besideBroken(document string, proposed []coding.Coding, broken []string) []coding.Coding {
	if len(broken) == 0 {
		return proposed
	}
	for _, c := range s.Layer(coding.RulesCoder, document).Codings {
		if contains(broken, c.Code) && !slices.ContainsFunc(proposed, func(n coding.Coding) bool { return n.Code == c.Code && n.Passage == c.Passage }) {
			proposed = append(proposed, c)
		}
	}
	return proposed
}

// appliedFile remembers what the last run of the machine coders was made of.
const appliedFile = ".crosscase/applied"

// applyKey digests everything that the machine coders look at and what they have written.
func (s *Study) applyKey(dir plainfile.Dir, coders []string, program string) (string, error) {
	var b strings.Builder
	fmt.Fprintln(&b, program, strings.Join(coders, " "), s.Guide.Digest, s.Codebook.Digest)
	for _, d := range s.Documents {
		digest, ok := s.textKnown(d.Key)
		if !ok {
			if _, err := s.Text(d.Key); err != nil {
				return "", err
			}
			digest = s.TextDigest(d.Key)
		}
		side, _, err := dir.ReadIfThere(SidecarFile(d.Key))
		if err != nil {
			return "", err
		}
		fmt.Fprintln(&b, d.Key, digest, corpus.Digest(side))
	}
	for _, file := range slices.Sorted(maps.Keys(s.digests)) {
		if file == AttributesFile || strings.HasPrefix(file, "cases/") || strings.HasPrefix(file, "reviews/") {
			fmt.Fprintln(&b, file, s.digests[file])
		}
	}
	for _, coder := range s.folders("codings") {
		for _, file := range s.files("codings/"+coder, ".jsonl") {
			data, err := dir.Read(file)
			if err != nil {
				return "", err
			}
			fmt.Fprintln(&b, file, corpus.Digest(data))
		}
	}
	return corpus.Digest([]byte(b.String())) + "\n", nil
}

// applied counts what machine coders propose.
func (s *Study) applied(coders []string) []Applied {
	out := make([]Applied, len(coders))
	for i, coder := range coders {
		out[i].Coder = coder
		for _, l := range s.Layers() {
			if l.Coder != coder || len(l.Codings)+len(l.Asked) == 0 {
				continue
			}
			out[i].Documents++
			out[i].Codings += len(l.Codings)
			out[i].Asked += len(l.Asked)
		}
	}
	return out
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
			if b.study.Counts(c) && b.study.codingHas(c, f) {
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
	for _, l := range s.Layers() {
		if !contains(coders, l.Coder) {
			continue
		}
		for _, c := range append(append([]coding.Coding{}, l.Codings...), l.Unplaced...) {
			delete(s.Taken(), c.ID)
		}
	}
}

// replaceMachineLayer puts a new layer of a machine coder in the place of the old
// one and tells whether its file changed.
func (s *Study) replaceMachineLayer(dir plainfile.Dir, l *coding.Layer) (bool, error) {
	file := coding.LayerFile(l.Coder, l.Document)
	before, there, err := dir.ReadIfThere(file)
	if err != nil || !there && l.Empty() {
		return false, err
	}
	if l.Empty() {
		s.setLayers(slices.DeleteFunc(slices.Clone(s.Layers()), func(o *coding.Layer) bool { return o.Coder == l.Coder && o.Document == l.Document }))
	}
	if err := s.SaveLayer(dir, l); err != nil {
		return false, err
	}
	after, _, err := dir.ReadIfThere(file)
	return string(before) != string(after), err
}
