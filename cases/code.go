package cases

import (
	"fmt"
	"slices"
	"strings"

	"crosscase/coding"
	"crosscase/corpus"
	"crosscase/corpus/catalogue"
	"crosscase/corpus/plainfile"
)

// NewCoding is a coding as a person asks for it: the passage by its locator, or by
// document and quote.
type NewCoding struct {
	Coder, Code, Locator, Document, Quote string
	Says, Value, Basis, When, Note, On    string
	From                                  string // the proposal it was accepted from
}

// AddCoding codes a passage in a person's name and saves it. The same coding twice is
// one. Unknown codes, documents and places, and a quote that stands nowhere or more than
// once, are errors that name the remedy.
func (s *Study) AddCoding(dir plainfile.Dir, n NewCoding) (coding.Coding, error) {
	if coding.Machine(n.Coder) {
		return coding.Coding{}, catalogue.Errorf("%s is a machine coder; its codings are made by coding apply", n.Coder)
	}
	code, p, err := s.codeAndPassage(n)
	if err != nil {
		return coding.Coding{}, err
	}
	says, err := coding.ParseSays(n.Says)
	if err != nil {
		return coding.Coding{}, err
	}
	basis, err := coding.ParseBasis(n.Basis)
	if err != nil {
		return coding.Coding{}, err
	}
	if err := coding.CheckWhen(n.When); err != nil {
		return coding.Coding{}, err
	}
	if n.Value != "" && len(code.Values) > 0 && !contains(code.Values, n.Value) {
		return coding.Coding{}, catalogue.Errorf("%q is not a value of code %q\nhint: known: %s", n.Value, code.Key, strings.Join(code.Values, ", "))
	}
	t, err := s.Text(p.Document)
	if err != nil {
		return coding.Coding{}, err
	}
	c := coding.Coding{Code: code.Key, Coder: n.Coder, Says: says, Value: n.Value, Basis: basis, When: n.When, Note: n.Note, On: n.On, From: n.From,
		Quote: t.Text.Slice(p.Span), Passage: p, Fate: corpus.Same}
	l := s.Layer(n.Coder, p.Document)
	for i, o := range l.Codings {
		if o.Code == c.Code && o.Passage == c.Passage {
			c.ID = o.ID
			l.Codings[i] = c
			return c, s.saveAndRefresh(dir, l)
		}
	}
	l.Codings = append(l.Codings, c)
	if err := s.saveAndRefresh(dir, l); err != nil {
		return coding.Coding{}, err
	}
	for _, o := range l.Codings {
		if o.Code == c.Code && o.Passage == c.Passage {
			return o, nil
		}
	}
	return c, nil
}

// codeAndPassage finds the code and the passage that a new coding names.
func (s *Study) codeAndPassage(n NewCoding) (*coding.Code, corpus.Passage, error) {
	code := s.Codebook.Code(n.Code)
	if code == nil {
		return nil, corpus.Passage{}, s.UnknownCode(n.Code)
	}
	p, err := s.passage(n)
	return code, p, err
}

// codedBy returns a coder's coding of exactly a passage with a code, nil if there is none.
func (s *Study) codedBy(coder, code string, p corpus.Passage) *coding.Coding {
	for _, c := range s.Codings.Over(p) {
		if c.Coder == coder && c.Code == code && c.Passage == p {
			return &c
		}
	}
	return nil
}

// CodedAlready returns the coding in the place of which a new one would stand: of the same coder, code and passage; nil if there is none.
// Unknown codes, documents and places are errors, as in AddCoding.
func (s *Study) CodedAlready(n NewCoding) (*coding.Coding, error) {
	code, p, err := s.codeAndPassage(n)
	if err != nil {
		return nil, err
	}
	return s.codedBy(n.Coder, code.Key, p), nil
}

func (s *Study) saveAndRefresh(dir plainfile.Dir, l *coding.Layer) error {
	if err := s.SaveLayer(dir, l); err != nil {
		return err
	}
	s.refreshDocument(l.Document)
	return nil
}

// passage finds the passage that was asked for.
func (s *Study) passage(n NewCoding) (corpus.Passage, error) {
	if n.Locator != "" {
		p, err := corpus.ParsePassage(n.Locator)
		if err != nil {
			return p, err
		}
		if s.Document(p.Document) == nil {
			return p, s.UnknownDocument(p.Document)
		}
		t, err := s.Text(p.Document)
		if err != nil {
			return p, err
		}
		if p.End > t.Text.Len() {
			return p, catalogue.Errorf("%s has %d characters; there is no %s", p.Document, t.Text.Len(), p.Span)
		}
		return p, nil
	}
	if s.Document(n.Document) == nil {
		return corpus.Passage{}, s.UnknownDocument(n.Document)
	}
	t, err := s.Text(n.Document)
	if err != nil {
		return corpus.Passage{}, err
	}
	places := t.Text.Find(n.Quote, 6)
	if len(places) == 0 {
		places = t.Text.FindAlike(n.Quote, 6)
	}
	switch len(places) {
	case 0:
		return corpus.Passage{}, catalogue.Errorf("the quote does not stand in %s: %q\nhint: crosscase search finds the words as they stand there", n.Document, n.Quote)
	case 1:
		return corpus.Passage{Document: n.Document, Span: places[0]}, nil
	default:
		var at []string
		for _, p := range places {
			at = append(at, corpus.Passage{Document: n.Document, Span: p}.String())
		}
		return corpus.Passage{}, catalogue.Errorf("the quote stands in %s more than once\nhint: make it longer, or give the locator: %s", n.Document, strings.Join(at, ", "))
	}
}

// RemoveCoding takes a person's coding out. A proposal cannot be removed, only declined.
func (s *Study) RemoveCoding(dir plainfile.Dir, id string) (coding.Coding, error) {
	c, ok := s.Coding(id)
	if !ok {
		if c, l, found := s.unplaced(id); found {
			l.Unplace(id)
			return c, s.saveAndRefresh(dir, l)
		}
		return c, s.unknownCoding(id)
	}
	if coding.Machine(c.Coder) {
		return c, catalogue.Errorf("%s is a proposal of %s; it would come back\nhint: crosscase coding decline %s", id, c.Coder, id)
	}
	l := s.Layer(c.Coder, c.Document)
	kept := l.Codings[:0]
	for _, o := range l.Codings {
		if o.ID != id {
			kept = append(kept, o)
		}
	}
	l.Codings = kept
	return c, s.saveAndRefresh(dir, l)
}

// RemoveVerdict takes a verdict out whose words are lost: the one in a line of a file, as check names it (reviews/ann/a-interview.jsonl:2). It must be
// the coder's own. Verdicts that stand on words are taken back by another verdict.
func (s *Study) RemoveVerdict(dir plainfile.Dir, at, coder string) (coding.Review, error) {
	i := slices.IndexFunc(s.Reviews, func(r coding.Review) bool {
		return fmt.Sprintf("%s:%d", coding.ReviewFile(r.Coder, r.Document), r.Line) == at && r.Lost()
	})
	if i < 0 {
		return coding.Review{}, catalogue.Errorf("%s is no verdict whose words are lost\nhint: crosscase check names those", at)
	}
	r := s.Reviews[i]
	if r.Coder != coder {
		return r, catalogue.Errorf("%s is a verdict of %s, and you are %s; nothing was removed\nhint: --coder %s removes it in the name of %s", at, r.Coder, coder, r.Coder, r.Coder)
	}
	s.Reviews = slices.Delete(s.Reviews, i, i+1)
	return r, s.SaveReviews(dir, r.Coder, r.Document)
}

// VerdictAt tells whether a name is the line of a file of verdicts, and no id.
func VerdictAt(name string) bool { return strings.HasPrefix(name, "reviews/") }

// Stuck tells why what undo would take back next, or, again, redo would do again, cannot be; nil if it can.
func (s *Study) Stuck(h *plainfile.History, again bool) error {
	if !again {
		if err := s.CheckUndo(h.Removes()); err != nil {
			return err
		}
	}
	return h.Stuck(again)
}

// CheckUndo refuses to take a document back on which people have worked since it came: their codings, readings and verdicts would stand on
// nothing; and a case that documents belong to by now, whose file would lose its key. removes are the files that go with the change (plainfile.History.Removes).
func (s *Study) CheckUndo(removes []string) error {
	for _, c := range s.Cases {
		stays := func(m Member) bool { return !contains(removes, TextFile(m.Document)) }
		if i := slices.IndexFunc(c.Members, stays); i >= 0 && contains(removes, c.File) {
			return catalogue.Errorf("%s belongs to case %s by now; the case stays in the study\nhint: crosscase undo --skip leaves it so and goes on to the change before", c.Members[i].Document, c.Key)
		}
	}
	for _, d := range s.Documents {
		if !contains(removes, TextFile(d.Key)) {
			continue
		}
		var who []string
		for _, l := range s.layersOf(d.Key) {
			if !coding.Machine(l.Coder) && !contains(removes, l.File) && len(l.Codings)+len(l.Unplaced)+len(l.Reads)+len(l.Looked) > 0 {
				who = addOnce(who, l.Coder)
			}
		}
		for _, r := range s.Reviews {
			if r.Document == d.Key && !contains(removes, coding.ReviewFile(r.Coder, d.Key)) {
				who = addOnce(who, r.Coder)
			}
		}
		if len(who) > 0 {
			return catalogue.Errorf("%s has been coded or read since by %s; it stays in the study\nhint: crosscase undo --skip leaves it so and goes on to the change before", d.Key, strings.Join(who, ", "))
		}
	}
	return nil
}

// OfCoder tells whose a coding is, as an error, if a person other than this one made it. Proposals and ids that nobody has are no error here.
func (s *Study) OfCoder(id, coder string) error {
	c, ok := s.Coding(id)
	if !ok {
		c, _, ok = s.unplaced(id)
	}
	if !ok || c.Coder == coder || c.Coder == coding.Again(coder) || coding.Machine(c.Coder) {
		return nil
	}
	return catalogue.Errorf("%s is a coding of %s, and you are %s; nothing was changed\nhint: --coder %s does it in the name of %s", id, c.Coder, coder, c.Coder, c.Coder)
}

func (s *Study) unknownCoding(id string) error {
	return catalogue.Errorf("there is no coding %q\nhint: crosscase coding list shows the ids", id)
}

// DecidedAs returns the id of the proposal that one of a person's codings was accepted from, which is the id that lists show of it; any other id
// as it is.
func (s *Study) DecidedAs(id, coder string) string {
	c, ok := s.Coding(id)
	if !ok || c.Coder != coder {
		return id
	}
	_, proposal, _ := strings.Cut(c.From, "/")
	if p, ok := s.Coding(proposal); ok && coding.Machine(p.Coder) {
		return proposal
	}
	return id
}

// IsProposal tells what is wrong with an id that a verdict is to be given on.
func (s *Study) IsProposal(id string) error {
	c, ok := s.Coding(id)
	switch {
	case !ok:
		return catalogue.Errorf("there is no proposal %q\nhint: crosscase quotes --proposed lists the proposals that wait, with their ids", id)
	case !coding.Machine(c.Coder):
		return catalogue.Errorf("%s was coded by %s; a verdict is given on proposals only", id, c.Coder)
	}
	return nil
}

// Decide records a person's verdict on a proposal. Accepting it makes the same coding in the
// person's name, changing it one with another code (n.Code) or other limits (n.Locator), declining it later takes that coding out again; the verdict is remembered by place and code. A second verdict of the same
// person takes the place of the first.
func (s *Study) Decide(dir plainfile.Dir, id, coder string, v coding.Verdict, n NewCoding) (coding.Coding, error) {
	c, _ := s.Coding(id)
	if err := s.IsProposal(id); err != nil {
		return c, err
	}
	v = AsDecided(c, v, n)
	kept := s.Reviews[:0:0]
	for _, r := range s.Reviews {
		if r.Coder != coder || r.Code != c.Code || r.Passage != c.Passage {
			kept = append(kept, r)
		}
	}
	s.Reviews = append(kept, coding.Review{Coder: coder, Code: c.Code, Verdict: v, Of: c.Coder, Note: n.Note, On: n.On, Quote: c.Quote, Passage: c.Passage, Definition: s.definitionOf(c.Code)})
	if v == coding.Accepted || v == coding.Changed {
		n.Coder, n.From = coder, madeFrom(c)
		if v == coding.Accepted || n.Code == "" {
			n.Code = c.Code
		}
		if v == coding.Accepted || n.Locator == "" {
			n.Locator = c.Passage.String()
		}
		if n.Says == "" {
			n.Says = string(c.Says)
		}
		made, err := s.AddCoding(dir, n)
		if err != nil {
			return c, err
		}
		if err := s.takeBack(dir, c, coder, made.ID); err != nil {
			return c, err
		}
	}
	if v == coding.Declined {
		if err := s.takeBack(dir, c, coder, ""); err != nil {
			return c, err
		}
	}
	return c, s.SaveReviews(dir, coder, c.Document)
}

// AsDecided returns the verdict on a proposal that is accepted or changed: one that is taken with another direction is changed.
func AsDecided(c coding.Coding, v coding.Verdict, n NewCoding) coding.Verdict {
	if says, err := coding.ParseSays(n.Says); v == coding.Accepted && n.Says != "" && err == nil && says != c.Says {
		return coding.Changed
	}
	return v
}

// madeFrom names a proposal in the coding that a person made of it.
func madeFrom(proposal coding.Coding) string { return proposal.Coder + "/" + proposal.ID }

// takeBack removes the codings that a person made by accepting or changing a proposal earlier, but for the one with an id; without an
// id also those that were made of another proposal of the same code there.
func (s *Study) takeBack(dir plainfile.Dir, proposal coding.Coding, coder, but string) error {
	l := s.Layer(coder, proposal.Document)
	kept := make([]coding.Coding, 0, len(l.Codings))
	for _, o := range l.Codings {
		alike := but == "" && o.From != "" && o.Code == proposal.Code && o.Passage == proposal.Passage
		if o.ID == but || !alike && o.From != madeFrom(proposal) {
			kept = append(kept, o)
		}
	}
	if len(kept) == len(l.Codings) {
		return nil
	}
	l.Codings = kept
	return s.saveAndRefresh(dir, l)
}

// ReadDocument records that a person has read a document with the code book as it is,
// or with some codes of it, which stand for those below them too.
func (s *Study) ReadDocument(dir plainfile.Dir, key, coder, codes, on string) error {
	if s.Document(key) == nil {
		return s.UnknownDocument(key)
	}
	r := coding.Reading{Codes: codes, On: on}
	if codes == "" {
		r.Codes, r.Codebook = "all", s.Codebook.Digest
		if err := s.KeepCodebook(dir); err != nil {
			return catalogue.Errorf("the code book is to be kept with the reading: %w", err)
		}
	}
	for _, c := range strings.Fields(codes) {
		if s.Codebook.Code(c) == nil {
			return s.UnknownCode(c)
		}
	}
	l := s.Layer(coder, key)
	kept := l.Reads[:0]
	for _, o := range l.Reads {
		if o.Codes != r.Codes {
			kept = append(kept, o)
		}
	}
	l.Reads = append(kept, r)
	return s.SaveLayer(dir, l)
}

// CloseCoverage records that what was asked in an interview stands. What the guide matcher
// found becomes the person's own word, question by question where the person has
// not written one, so that a later run of the matcher cannot change what was closed.
func (s *Study) CloseCoverage(dir plainfile.Dir, l *coding.Layer, on string) error {
	said := map[string]bool{}
	for _, a := range l.Asked {
		said[a.Question] = true
	}
	for _, a := range s.Layer(coding.GuideCoder, l.Document).Asked {
		if !said[a.Question] {
			a.On = on
			l.Asked = append(l.Asked, a)
		}
	}
	l.Covered = []coding.Coverage{{Guide: s.Guide.Digest, On: on}}
	return s.SaveLayer(dir, l)
}
