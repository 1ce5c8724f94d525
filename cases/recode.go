package cases

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"math"
	"slices"
	"sort"
	"strings"

	"crosscase/coding"
	"crosscase/corpus"
	"crosscase/corpus/catalogue"
	"crosscase/corpus/plainfile"
)

// Recoded is a passage of a sample that a coder codes a second time.
type Recoded struct {
	Passage      corpus.Passage
	First, Again []coding.Coding // in the order of the codes; Again is empty until it was coded anew, and where it got no code then
	Looked       bool            // it was looked at a second time
}

// Done tells whether the passage was coded a second time, be it with no code.
func (r Recoded) Done() bool { return len(r.Again) > 0 || r.Looked }

// Recode returns a sample of the passages that a coder has coded, in an order that has nothing to do with that of the texts, so that
// the coder does not go by it. Each passage is in the sample or not by a hash of the seed, the document, the place and the words, independently of the
// others: with a share of 0.1 about every tenth, and what is coded later does not change which of the earlier ones are in it. Where
// that leaves none, the first by the same hash is taken.
func (s *Study) Recode(coder string, share float64, seed int) ([]Recoded, error) {
	type drawn struct {
		Recoded
		at float64
	}
	by := map[corpus.Passage]*drawn{}
	var all []*drawn
	for _, c := range s.Codings.All() {
		if c.Coder != coder {
			continue
		}
		if by[c.Passage] == nil {
			sum := sha256.Sum256([]byte(fmt.Sprintf("%d\x00%s\x00%s\x00%s", seed, c.Document, c.Span, c.Quote)))
			by[c.Passage] = &drawn{Recoded{Passage: c.Passage}, float64(binary.BigEndian.Uint64(sum[:8])) / math.MaxUint64}
			all = append(all, by[c.Passage])
		}
		by[c.Passage].First = append(by[c.Passage].First, c)
	}
	if len(all) == 0 {
		return nil, catalogue.Errorf("%s has coded nothing yet", coder)
	}
	for _, c := range s.Codings.All() {
		if c.Coder == coding.Again(coder) && by[c.Passage] != nil {
			by[c.Passage].Again = append(by[c.Passage].Again, c)
		}
	}
	for _, l := range s.Layers() {
		for _, k := range l.Looked {
			if r := by[corpus.Passage{Document: l.Document, Span: k.Anchor.Span}]; r != nil && l.Coder == coding.Again(coder) {
				r.Looked = true
			}
		}
	}
	sort.SliceStable(all, func(i, j int) bool { return all[i].at < all[j].at })
	var out []Recoded
	for i, d := range all {
		if i == 0 || d.at < share {
			out = append(out, d.Recoded)
		}
	}
	return out, nil
}

// CodeAgain codes a passage a second time, with some codes or with none, in the place of an earlier second time, and records that
// it was looked at.
func (s *Study) CodeAgain(dir plainfile.Dir, coder, locator string, codes []string, on string) error {
	p, err := s.passage(NewCoding{Locator: locator})
	if err != nil {
		return err
	}
	own := false
	for _, c := range s.Codings.Over(p) {
		own = own || c.Coder == coder && c.Passage == p
	}
	if !own {
		return catalogue.Errorf("%s has not coded exactly %s\nhint: crosscase coding recode --list shows the passages of the sample", coder, p)
	}
	var keys []string
	for _, key := range codes {
		code := s.Codebook.Code(key)
		if code == nil {
			return s.UnknownCode(key)
		}
		keys = addOnce(keys, code.Key)
	}
	l := s.Layer(coding.Again(coder), p.Document)
	var kept []coding.Coding
	for _, c := range l.Codings {
		if c.Passage != p {
			kept = append(kept, c)
		} else {
			delete(s.Taken(), c.ID) // the same code gets the same id again
		}
	}
	t, err := s.Text(p.Document)
	if err != nil {
		return err
	}
	for _, key := range keys {
		kept = append(kept, coding.Coding{Code: key, Coder: l.Coder, Says: coding.For, On: on, Quote: t.Text.Slice(p.Span), Passage: p, Fate: corpus.Same})
	}
	l.Codings = kept
	l.Looked = append(slices.DeleteFunc(l.Looked, func(k coding.Looked) bool { return k.Anchor.Span == p.Span }), coding.Looking(t.Text, p.Span, on))
	return s.saveAndRefresh(dir, l)
}

// CodesOf returns the keys of some codings, in order, each once.
func CodesOf(codings []coding.Coding) []string {
	var out []string
	for _, c := range codings {
		out = addOnce(out, c.Code)
	}
	sort.Strings(out)
	return out
}

// ParseShare reads a share: 10%, 0.1.
func ParseShare(text string) (float64, error) {
	var x float64
	number, percent := strings.CutSuffix(strings.TrimSpace(text), "%")
	if _, err := fmt.Sscanf(number, "%g", &x); err == nil && percent {
		x /= 100
	}
	if !(x > 0 && x <= 1) {
		return 0, catalogue.Errorf("%q is no share\nhint: write 10%% or 0.1", text)
	}
	return x, nil
}
