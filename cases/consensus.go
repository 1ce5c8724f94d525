package cases

import (
	"sort"
	"strings"

	"crosscase/coding"
	"crosscase/corpus"
	"crosscase/corpus/catalogue"
	"crosscase/corpus/plainfile"
)

// Counts tells whether a coding stands in tables: it is a person's, it is not one of a second coding (coding
// recode), and no decision of the consensus stands at its place. Where the coders have settled a code at a place (coding
// adjudicate), only the coding of consensus counts for that code over that place, or none if they
// settled that it does not stand there; what they agreed on from the start counts as it is.
func (s *Study) Counts(c coding.Coding) bool {
	if coding.Machine(c.Coder) || coding.IsAgain(c.Coder) {
		return false
	}
	if c.Coder == coding.ConsensusCoder {
		return true
	}
	_, settled := s.Settled(c.Code, c.Passage)
	return !settled
}

// Settled returns the decision of the consensus on a code at a place.
func (s *Study) Settled(code string, p corpus.Passage) (coding.Review, bool) {
	for _, r := range s.settled {
		if r.Code == code && r.Document == p.Document && r.Overlaps(p.Span) {
			return r, true
		}
	}
	return coding.Review{}, false
}

// gatherSettled remembers the decisions of the consensus apart from other verdicts.
func (s *Study) gatherSettled() {
	s.settled = nil
	for _, r := range s.Reviews {
		if r.Coder == coding.ConsensusCoder && r.Len() > 0 {
			s.settled = append(s.settled, r)
		}
	}
}

// The kinds of disagreement.
const (
	OnPresence  = "presence"  // some gave the code, others who read the document for it did not
	OnCode      = "code"      // those who did not gave another code to the same words
	OnBoundary  = "boundary"  // all gave it, with other limits
	OnDirection = "direction" // all gave it with the same limits, for, against or qualified
)

// Disagreement is a place at which coders who have read a document for a code differ on it.
type Disagreement struct {
	Kind    string
	Code    string
	Passage corpus.Passage  // over all codings
	Codings []coding.Coding // in text order
	Without []string        // coders who read and did not give the code there
	Others  []coding.Coding // other codes that these gave to the same words
	Settled *coding.Review  // what was decided, nil if nothing yet
	Outcome []coding.Coding // of the consensus there
}

// Disagreements returns where people differ, in text order: for each code the places that at least one of
// those who have read the document for it gave the code to. It takes two such coders. The consensus and second codings are no
// coders of their own here.
func (s *Study) Disagreements() []Disagreement {
	var out []Disagreement
	for _, d := range s.Documents {
		all := s.Codings.In(d.Key)
		for _, code := range s.Codebook.All() {
			var coders []string
			for _, name := range s.Readers() {
				if name != coding.ConsensusCoder && !coding.IsAgain(name) && s.Finished(name, d.Key, []*coding.Code{code})[0] {
					coders = append(coders, name)
				}
			}
			if len(coders) < 2 {
				continue
			}
			var group []coding.Coding
			var span corpus.Span
			end := func() {
				if len(group) > 0 {
					if x, differ := s.disagreement(d.Key, code.Key, span, group, coders, all); differ {
						out = append(out, x)
					}
				}
				group = nil
			}
			for _, c := range all {
				if c.Code != code.Key || !contains(coders, c.Coder) {
					continue
				}
				if len(group) > 0 && !span.Overlaps(c.Span) {
					end()
				}
				if len(group) == 0 {
					span = c.Span
				}
				span = span.Union(c.Span)
				group = append(group, c)
			}
			end()
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].Passage.Before(out[j].Passage) })
	return out
}

func (s *Study) disagreement(document, code string, span corpus.Span, group []coding.Coding, coders []string, all []coding.Coding) (Disagreement, bool) {
	x := Disagreement{Code: code, Passage: corpus.Passage{Document: document, Span: span}, Codings: group}
	by := map[string]bool{}
	for _, c := range group {
		by[c.Coder] = true
	}
	for _, name := range coders {
		if !by[name] {
			x.Without = append(x.Without, name)
		}
	}
	for _, c := range all {
		if c.Code != code && contains(x.Without, c.Coder) && coding.Covers(c, span) {
			x.Others = append(x.Others, c)
		}
		if c.Code == code && c.Coder == coding.ConsensusCoder && c.Overlaps(span) {
			x.Outcome = append(x.Outcome, c)
		}
	}
	limits, says := map[corpus.Span]bool{}, map[coding.Says]bool{}
	for _, c := range group {
		limits[c.Span], says[c.Says] = true, true
	}
	switch {
	case len(x.Others) > 0:
		x.Kind = OnCode
	case len(x.Without) > 0:
		x.Kind = OnPresence
	case len(limits) > 1:
		x.Kind = OnBoundary
	case len(says) > 1:
		x.Kind = OnDirection
	default:
		return x, false
	}
	if r, ok := s.Settled(code, x.Passage); ok {
		x.Settled = &r
	}
	return x, true
}

// Settle records what the coders decided on a code at a place, and why. With none the code does not stand there;
// else the consensus gives it to exactly the place, which may be narrower or wider than what each coder marked. What the decision does not
// say of direction, basis, value and period is what all who gave the code there say. It takes the place of an earlier decision there. A decision
// without a reason, or where nobody gave the code, or without a direction or basis on which the coders differ, is an error.
func (s *Study) Settle(dir plainfile.Dir, n NewCoding, none bool) (coding.Review, error) {
	var r coding.Review
	code, p, err := s.codeAndPassage(n)
	if err != nil {
		return r, err
	}
	if strings.TrimSpace(n.Note) == "" {
		return r, catalogue.Errorf("a decision needs its reason\nhint: add --because \"…\"")
	}
	span, coders, given := p.Span, []string{}, []coding.Coding{}
	for _, c := range s.Codings.Over(p) {
		if c.Code == code.Key && !coding.Machine(c.Coder) && !coding.IsAgain(c.Coder) && c.Coder != coding.ConsensusCoder {
			span = span.Union(c.Span)
			coders = addOnce(coders, c.Coder)
			given = append(given, c)
		}
	}
	if len(coders) == 0 {
		return r, catalogue.Errorf("nobody has given %q to words of %s\nhint: crosscase coding adjudicate lists the disagreements", code.Key, p)
	}
	if !none {
		if n, err = agreed(n, given); err != nil {
			return r, err
		}
	}
	whole := corpus.Passage{Document: p.Document, Span: span}
	if err := s.Unsettle(dir, code.Key, whole); err != nil {
		return r, err
	}
	sort.Strings(coders)
	t, err := s.Text(p.Document)
	if err != nil {
		return r, err
	}
	r = coding.Review{Coder: coding.ConsensusCoder, Code: code.Key, Verdict: coding.Declined, Of: strings.Join(coders, " "), Note: n.Note, On: n.On, Quote: t.Text.Slice(span), Passage: whole,
		Definition: s.definitionOf(code.Key)}
	if !none {
		r.Verdict = coding.Accepted
		if p.Span != span {
			r.Verdict = coding.Changed
		}
		n.Code, n.Coder, n.Locator = code.Key, coding.ConsensusCoder, p.String()
		if _, err := s.AddCoding(dir, n); err != nil {
			return r, err
		}
	}
	s.Reviews = append(s.Reviews, r)
	s.gatherSettled()
	return r, s.SaveReviews(dir, coding.ConsensusCoder, p.Document)
}

// agreed completes a decision by what all codings that it settles say. Where they differ in direction or basis, it has to say so itself; a
// decision that says the direction has said all.
func agreed(n NewCoding, given []coding.Coding) (NewCoding, error) {
	first := given[0]
	says, basis, value, when := true, true, true, true
	for _, c := range given {
		says, basis = says && c.Says == first.Says, basis && c.Basis == first.Basis
		value, when = value && c.Value == first.Value, when && c.When == first.When
	}
	switch {
	case n.Says == "" && !says:
		return n, catalogue.Errorf("those who gave %q there differ on what the passage says of it\nhint: add --says for, --says against or --says qualified", n.Code)
	case n.Says == "" && n.Basis == "" && !basis:
		return n, catalogue.Errorf("those who gave %q there differ on what it rests on\nhint: add --basis plan, say, or --says for, against or qualified if it rests on nothing of the kind", n.Code)
	}
	if n.Says == "" {
		n.Says = string(first.Says)
	}
	if n.Basis == "" && basis {
		n.Basis = first.Basis
	}
	if n.Value == "" && value {
		n.Value = first.Value
	}
	if n.When == "" && when {
		n.When = first.When
	}
	return n, nil
}

// Unsettle takes back what was decided on a code at a place.
func (s *Study) Unsettle(dir plainfile.Dir, code string, p corpus.Passage) error {
	var kept []coding.Review
	var gone []coding.Review
	for _, r := range s.Reviews {
		if r.Coder == coding.ConsensusCoder && r.Code == code && r.Document == p.Document && r.Overlaps(p.Span) {
			gone = append(gone, r)
			continue
		}
		kept = append(kept, r)
	}
	if len(gone) == 0 {
		return nil
	}
	l := s.Layer(coding.ConsensusCoder, p.Document)
	var codings []coding.Coding
	for _, c := range l.Codings {
		over := false
		for _, r := range gone {
			over = over || c.Code == code && c.Overlaps(r.Span)
		}
		if over {
			delete(s.Taken(), c.ID) // the same decision gets the same id again
		} else {
			codings = append(codings, c)
		}
	}
	s.Reviews = kept
	s.gatherSettled()
	l.Codings = codings
	if err := s.saveAndRefresh(dir, l); err != nil {
		return err
	}
	return s.SaveReviews(dir, coding.ConsensusCoder, p.Document)
}
