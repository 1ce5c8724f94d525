package coding

import (
	"crosscase/corpus"
	"crosscase/corpus/plainfile"
	"math"
)

// Whole tells whether everything in a layer was read, and stands in the text on which it was
// made: nothing lost, corrected or without an id. Only such a layer is packed.
func (l *Layer) Whole(digest string) bool {
	if len(l.Unplaced)+len(l.Followed)+len(l.unreadable)+len(l.lost) > 0 || l.Digest != "" && l.Digest != digest {
		return false
	}
	for i := range l.Codings {
		if l.Codings[i].ID == "" || l.Codings[i].Fate != "" && l.Codings[i].Fate != corpus.Same {
			return false
		}
	}
	for i := range l.Asked {
		if l.Asked[i].lost != (corpus.Anchor{}) {
			return false
		}
	}
	for i := range l.Looked {
		if l.Looked[i].lost != (corpus.Anchor{}) {
			return false
		}
	}
	return true
}

// PackLayer adds a whole layer, once it is placed, to a pack.
func PackLayer(p *plainfile.Pack, l *Layer) {
	p.String(l.Digest)
	p.Int(len(l.Codings))
	for i := range l.Codings {
		c := &l.Codings[i]
		for _, s := range []string{c.ID, c.Code, string(c.Says), c.Value, c.Basis, c.When, c.Note, c.On, c.From, c.Quote, c.Was, string(c.Fate)} {
			p.String(s)
		}
		p.Int(c.Start)
		p.Int(c.Len())
		p.Int(c.Line)
		p.Int(int(math.Round(c.Score * 1e6)))
	}
	p.Int(len(l.Reads))
	for _, r := range l.Reads {
		p.Strings([]string{r.Codes, r.Codebook, r.On, r.Note})
		p.Int(r.Line)
	}
	p.Int(len(l.Looked))
	for _, k := range l.Looked {
		p.String(k.On)
		packAnchor(p, k.Anchor)
		p.Int(k.Line)
	}
	p.Int(len(l.Asked))
	for _, a := range l.Asked {
		p.Strings([]string{a.Question, a.How, a.Note, a.On})
		packAnchor(p, a.Anchor)
		p.Int(a.Line)
	}
	p.Int(len(l.Covered))
	for _, c := range l.Covered {
		p.Strings([]string{c.Guide, c.On, c.Note})
		p.Int(c.Line)
	}
	p.Int(len(l.NotApplicable))
	for _, n := range l.NotApplicable {
		p.Strings([]string{n.Code, n.Note, n.On})
		p.Int(n.Line)
	}
}

func packAnchor(p *plainfile.Pack, a corpus.Anchor) {
	p.Int(a.Start)
	p.Int(a.End)
	p.Strings([]string{a.Quote, a.Before, a.After})
}

// UnpackLayer returns the layer of a file that PackLayer packed.
func UnpackLayer(u *plainfile.Unpack, file string) *Layer {
	coder, document := layerOf(file)
	l := &Layer{File: file, Coder: coder, Document: document, Digest: u.String()}
	l.Codings = make([]Coding, u.Count())
	for i := range l.Codings {
		c := &l.Codings[i]
		c.Coder, c.Document = coder, document
		c.ID, c.Code, c.Says, c.Value, c.Basis, c.When = u.String(), u.String(), Says(u.String()), u.String(), u.String(), u.String()
		c.Note, c.On, c.From, c.Quote, c.Was, c.Fate = u.String(), u.String(), u.String(), u.String(), u.String(), corpus.Fate(u.String())
		c.Start = u.Int()
		c.End = c.Start + u.Int()
		c.Line = u.Int()
		c.Score = float64(u.Int()) / 1e6
	}
	for range u.Count() {
		s := texts(u, 4)
		l.Reads = append(l.Reads, Reading{s[0], s[1], s[2], s[3], u.Int()})
	}
	for range u.Count() {
		l.Looked = append(l.Looked, Looked{On: u.String(), Anchor: unpackAnchor(u), Line: u.Int()})
	}
	for range u.Count() {
		s := texts(u, 4)
		l.Asked = append(l.Asked, Asked{Question: s[0], How: s[1], Note: s[2], On: s[3], Anchor: unpackAnchor(u), Line: u.Int()})
	}
	for range u.Count() {
		s := texts(u, 3)
		l.Covered = append(l.Covered, Coverage{s[0], s[1], s[2], u.Int()})
	}
	for range u.Count() {
		s := texts(u, 3)
		l.NotApplicable = append(l.NotApplicable, NotApplicable{s[0], s[1], s[2], u.Int()})
	}
	return l
}

func unpackAnchor(u *plainfile.Unpack) corpus.Anchor {
	a := corpus.Anchor{Span: corpus.Span{Start: u.Int(), End: u.Int()}}
	s := texts(u, 3)
	a.Quote, a.Before, a.After = s[0], s[1], s[2]
	return a
}

// WholeReviews tells whether every line of a file of reviews was read, of a text that was not
// corrected since. Only such reviews are packed.
func WholeReviews(reviews []Review) bool {
	for i := range reviews {
		if reviews[i].raw != nil || reviews[i].Followed != nil {
			return false
		}
	}
	return true
}

// PackReviews adds whole reviews of one file to a pack.
func PackReviews(p *plainfile.Pack, reviews []Review) {
	p.Int(len(reviews))
	for _, r := range reviews {
		p.Strings([]string{r.Code, string(r.Verdict), r.Of, r.Note, r.On, r.Quote, r.Definition})
		p.Int(r.Start)
		p.Int(r.End)
		packAnchor(p, r.anchor)
	}
}

// UnpackReviews returns the reviews of a file that PackReviews packed.
func UnpackReviews(u *plainfile.Unpack, file string) []Review {
	coder, document := layerOf(file)
	var out []Review
	for range u.Count() {
		s := texts(u, 7)
		r := Review{Coder: coder, Code: s[0], Verdict: Verdict(s[1]), Of: s[2], Note: s[3], On: s[4], Quote: s[5], Definition: s[6]}
		r.Passage = corpus.Passage{Document: document, Span: corpus.Span{Start: u.Int(), End: u.Int()}}
		r.anchor = unpackAnchor(u)
		out = append(out, r)
	}
	return out
}

// texts returns the next list of n strings.
func texts(u *plainfile.Unpack, n int) []string {
	out := u.Strings()
	for len(out) < n {
		out = append(out, "") // the pack failed, and says so
	}
	return out
}
