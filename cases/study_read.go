package cases

import (
	"io/fs"
	"path"
	"strings"

	"crosscase/coding"
	"crosscase/corpus"
	"crosscase/corpus/plainfile"
)

// known returns what is kept of a file that is still as it was, and notes its digest.
func (s *Study) known(file string) (entry, bool) {
	e, ok := s.kept.known(file, func() ([]byte, error) { return fs.ReadFile(s.fsys, file) })
	if ok {
		s.Files[file] = true
		s.digests[file] = e.digest
	}
	return e, ok
}

// sidecar returns the document that a file describes, nil if it cannot be read.
func (s *Study) sidecar(file, key string, problems *plainfile.Problems) *corpus.Document {
	if e, ok := s.known(file); ok {
		if d, ok := unpackDocument(key, e.data); ok {
			return d
		}
	}
	data, ok := s.read(file, problems)
	if !ok {
		return nil
	}
	before := len(*problems)
	d := readSidecar(file, key, data, problems)
	if s.kept != nil && len(*problems) == before {
		s.kept.keep(file, s.digests[file], "", packDocument(d))
	}
	return d
}

// caseIn returns the case of a file, nil if it cannot be read.
func (s *Study) caseIn(file string, problems *plainfile.Problems) *Case {
	if e, ok := s.known(file); ok {
		if c, ok := unpackCase(e.data); ok {
			return c
		}
	}
	data, ok := s.read(file, problems)
	if !ok {
		return nil
	}
	before := len(*problems)
	c := readCase(file, data, problems)
	if s.kept != nil && len(*problems) == before {
		s.kept.keep(file, s.digests[file], "", packCase(c))
	}
	return c
}

// layer returns the layer of a file with its codings placed, nil if it cannot be read or
// speaks of no document.
func (s *Study) layer(file string, problems *plainfile.Problems) *coding.Layer {
	if l := s.knownLayer(file); l != nil {
		return l
	}
	data, ok := s.read(file, problems)
	if !ok {
		return nil
	}
	before := len(*problems)
	l := coding.ReadLayer(file, data, problems)
	t, err := s.Text(l.Document)
	if err != nil {
		problems.Add(file, 0, plainfile.DidYouMean(l.Document, s.Keys(), "documents lie in documents/; crosscase corpus list shows them"), "speaks of a document that is not in the study: %s", l.Document)
		return nil
	}
	digest := s.digests[TextFile(l.Document)]
	whole := len(*problems) == before && l.Whole(digest)
	found := problems
	if coding.Machine(l.Coder) {
		found = new(plainfile.Problems) // the next coding apply makes these anew
	}
	before = len(*found)
	l.Place(t.Text, digest, s.Since(l.Document, l.Digest), s.Taken(), found)
	if s.kept != nil && whole && len(*found) == before && l.Whole(digest) {
		var p plainfile.Pack
		coding.PackLayer(&p, l)
		s.kept.keep(file, s.digests[file], digest, p.Bytes())
	}
	return l
}

// knownLayer returns a layer that is kept, nil if there is none, or if its text is another now,
// or if an id of it was met in a layer that was read anew: which of the two is wrong has to be told.
func (s *Study) knownLayer(file string) *coding.Layer {
	e, ok := s.known(file)
	if !ok {
		return nil
	}
	u := plainfile.NewUnpack(e.data)
	l := coding.UnpackLayer(u, file)
	digest, ok := s.textKnown(l.Document)
	if !ok || digest != e.of || !u.Done() {
		return nil
	}
	if s.taken != nil {
		for i := range l.Codings {
			if s.taken[l.Codings[i].ID] {
				s.kept.forget(file)
				return nil
			}
		}
		for i := range l.Codings {
			s.taken[l.Codings[i].ID] = true
		}
	}
	return l
}

// Taken returns the ids in use, to be added to.
func (s *Study) Taken() map[string]bool {
	if s.taken == nil {
		s.taken = map[string]bool{}
		for _, l := range s.Layers {
			for i := range l.Codings {
				s.taken[l.Codings[i].ID] = true
			}
			for i := range l.Unplaced {
				s.taken[l.Unplaced[i].ID] = true
			}
		}
		delete(s.taken, "")
	}
	return s.taken
}

// reviews returns the verdicts of a file with their places.
func (s *Study) reviews(file string, problems *plainfile.Problems) []coding.Review {
	document := strings.TrimSuffix(path.Base(file), ".jsonl") + ".txt"
	if e, ok := s.known(file); ok {
		u := plainfile.NewUnpack(e.data)
		reviews := coding.UnpackReviews(u, file)
		if digest, ok := s.textKnown(document); ok && digest == e.of && u.Done() {
			return reviews
		}
	}
	data, ok := s.read(file, problems)
	if !ok {
		return nil
	}
	var text *corpus.Text
	if t, err := s.Text(document); err == nil {
		text = t.Text
	}
	before := len(*problems)
	since := func(digest string) *corpus.Revision { return s.Since(document, digest) }
	reviews := coding.ReadReviews(file, data, text, since, problems)
	if s.kept != nil && text != nil && len(*problems) == before && coding.WholeReviews(reviews) {
		var p plainfile.Pack
		coding.PackReviews(&p, reviews)
		s.kept.keep(file, s.digests[file], s.digests[TextFile(document)], p.Bytes())
	}
	return reviews
}
