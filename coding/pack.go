package coding

import (
	"crosscase/corpus"
	"crosscase/corpus/plainfile"
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

// PackLayer adds a whole layer, once it is placed, to a pack: what is said of the document as one piece, then the
// codings, so that these can be unpacked alone, and those of one code alone.
func PackLayer(p *plainfile.Pack, l *Layer) {
	var of plainfile.Pack
	of.String(l.Digest)
	of.Int(len(l.Reads))
	for _, r := range l.Reads {
		of.Strings([]string{r.Codes, r.Codebook, r.On, r.Note})
		of.Int(r.Line)
	}
	of.Int(len(l.Looked))
	for _, k := range l.Looked {
		of.String(k.On)
		packAnchor(&of, k.Anchor)
		of.Int(k.Line)
	}
	of.Int(len(l.Asked))
	for _, a := range l.Asked {
		of.Strings([]string{a.Question, a.How, a.Note, a.On})
		packAnchor(&of, a.Anchor)
		of.Int(a.Line)
	}
	of.Int(len(l.Covered))
	for _, c := range l.Covered {
		of.Strings([]string{c.Guide, c.On, c.Note})
		of.Int(c.Line)
	}
	of.Int(len(l.NotApplicable))
	for _, n := range l.NotApplicable {
		of.Strings([]string{n.Code, n.Note, n.On})
		of.Int(n.Line)
	}
	p.String(string(of.Bytes()))
	packCodings(p, l.Codings)
}

func packAnchor(p *plainfile.Pack, a corpus.Anchor) {
	p.Int(a.Start)
	p.Int(a.End)
	p.Strings([]string{a.Quote, a.Before, a.After})
}

// UnpackLayer returns the layer of a file that PackLayer packed.
func UnpackLayer(u *plainfile.Unpack, file string) *Layer {
	l := UnpackSaid(u, file)
	l.Codings = unpackCodings(u, l, func(code string) (string, bool) { return code, true })
	return l
}

// UnpackSaid returns a packed layer without its codings: what it says of the document.
func UnpackSaid(u *plainfile.Unpack, file string) *Layer {
	l := &Layer{File: file}
	l.Coder, l.Document = LayerOf(file)
	of := plainfile.NewUnpack(u.String())
	l.Digest = of.String()
	for range of.Count() {
		s := texts(of, 4)
		l.Reads = append(l.Reads, Reading{s[0], s[1], s[2], s[3], of.Int()})
	}
	for range of.Count() {
		l.Looked = append(l.Looked, Looked{On: of.String(), Anchor: unpackAnchor(of), Line: of.Int()})
	}
	for range of.Count() {
		s := texts(of, 4)
		l.Asked = append(l.Asked, Asked{Question: s[0], How: s[1], Note: s[2], On: s[3], Anchor: unpackAnchor(of), Line: of.Int()})
	}
	for range of.Count() {
		s := texts(of, 3)
		l.Covered = append(l.Covered, Coverage{s[0], s[1], s[2], of.Int()})
	}
	for range of.Count() {
		s := texts(of, 3)
		l.NotApplicable = append(l.NotApplicable, NotApplicable{s[0], s[1], s[2], of.Int()})
	}
	if !of.Done() {
		u.Fail()
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
		p.Int(r.Line)
		p.Int(r.Start)
		p.Int(r.End)
		packAnchor(p, r.anchor)
	}
}

// UnpackReviews returns the reviews of a file that PackReviews packed.
func UnpackReviews(u *plainfile.Unpack, file string) []Review {
	coder, document := LayerOf(file)
	var out []Review
	for range u.Count() {
		s := texts(u, 7)
		r := Review{Coder: coder, Code: s[0], Verdict: Verdict(s[1]), Of: s[2], Note: s[3], On: s[4], Quote: s[5], Definition: s[6], Line: u.Int()}
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
