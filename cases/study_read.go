package cases

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"crosscase/coding"
	"crosscase/corpus"
	"crosscase/corpus/plainfile"
)

// known returns what is kept of a file that is still as it was, and notes its digest.
func (s *Study) known(file string) (entry, bool) {
	e, ok := s.kept.known(file, func() ([]byte, error) { return fs.ReadFile(s.fsys, file) })
	if ok {
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
		s.kept.keep(file, s.digests[file], "", packDocument(d), nil)
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
		s.kept.keep(file, s.digests[file], "", packCase(c), nil)
	}
	return c
}

// readLayer reads the layer of a file and places its codings, nil if it cannot be read or speaks of no document.
func (s *Study) readLayer(file string, problems *plainfile.Problems) *coding.Layer {
	data, ok := s.read(file, problems)
	if !ok {
		return nil
	}
	before := len(*problems)
	l := coding.ReadLayer(file, data, problems)
	t, err := s.Text(l.Document)
	if err != nil {
		problems.Add(file, 0, "speaks of a document that is not in the study: %s\nhint: %s", l.Document, plainfile.DidYouMean(l.Document, s.Keys(), "documents lie in documents/; crosscase corpus list shows them"))
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
		s.keepLayer(file, digest, l)
	}
	s.nameCodes(l.Codings)
	return l
}

// nameCodes gives codings the keys that their codes have now.
func (s *Study) nameCodes(codings []coding.Coding) {
	for i := range codings {
		codings[i].Code = s.codeKey(codings[i].Code)
	}
}

// codeKey returns the key that a code has now.
func (s *Study) codeKey(key string) string {
	if c := s.Codebook.Code(key); c != nil {
		return c.Key
	}
	return key
}

// keepLayer keeps a layer: how many codings it has, of which codes, and which code books its readings name; and all of it behind.
func (s *Study) keepLayer(file, digest string, l *coding.Layer) {
	var brief, packed, rest plainfile.Pack
	var books []string
	for _, r := range l.Reads {
		if r.Codes == "all" {
			books = addOnce(books, r.Codebook)
		}
	}
	var codes []string
	for i := range l.Codings {
		codes = addOnce(codes, l.Codings[i].Code)
	}
	packed.Strings(codes)
	brief.Int(len(l.Codings))
	brief.Strings(books)
	brief.String(asString(packed.Bytes()))
	coding.PackLayer(&rest, l)
	s.kept.keep(file, s.digests[file], digest, brief.Bytes(), rest.Bytes())
}

// knownLayer returns a layer that is kept, to be unpacked when it is asked for; nil if there is none, or if its text is
// another now, or if an id of it was met in a layer that was read anew: which of the two is wrong has to be told.
func (s *Study) knownLayer(file string) *shelved {
	e, ok := s.known(file)
	if !ok {
		return nil
	}
	u := plainfile.NewUnpack(e.data)
	out := &shelved{file: file, codings: u.Int(), books: u.Strings(), codes: u.String(), checked: e.checked}
	out.coder, out.document = coding.LayerOf(file)
	digest, ok := s.textKnown(out.document)
	if !ok || digest != e.of || !u.Done() {
		return nil
	}
	if s.taken == nil {
		return out
	}
	var ids []string
	if !s.kept.ids(file, func(id string) { ids = append(ids, id) }) || slices.ContainsFunc(ids, func(id string) bool { return s.taken[id] }) {
		s.kept.forget(file)
		return nil
	}
	for _, id := range ids {
		s.taken[id] = true
	}
	return out
}

// Taken returns the ids in use, to be added to.
func (s *Study) Taken() map[string]bool {
	if s.taken == nil {
		s.taken = map[string]bool{}
		s.layers.eachID(s, func(id string) { s.taken[id] = true })
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
		s.kept.keep(file, s.digests[file], s.digests[TextFile(document)], p.Bytes(), nil)
	}
	return reviews
}
