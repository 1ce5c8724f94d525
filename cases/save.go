package cases

import (
	"bytes"

	"crosscase/coding"
	"crosscase/corpus/plainfile"
)

// SaveLayer writes what a coder said of a document in canonical form. A layer that
// says nothing any more is removed.
func (s *Study) SaveLayer(dir plainfile.Dir, l *coding.Layer) error {
	file := coding.LayerFile(l.Coder, l.Document)
	if l.Empty() {
		return dir.Remove(file)
	}
	t, err := s.Text(l.Document)
	if err != nil {
		return err
	}
	l.Digest = s.digests[TextFile(l.Document)]
	if !coding.Machine(l.Coder) && s.keptText(l.Digest) == nil { // so that a correction can be followed
		if err := dir.Write(EarlierFile(l.Digest), []byte(t.Text.String())); err != nil {
			return err
		}
	}
	coding.Number(l.Codings, l.Digest, s.Taken())
	data, err := l.Encode(t.Text)
	if err != nil {
		return err
	}
	if err := dir.Write(file, data); err != nil {
		return err
	}
	s.layers.set(l)
	return nil
}

// SaveReviews writes a coder's verdicts on a document.
func (s *Study) SaveReviews(dir plainfile.Dir, coder, document string) error {
	var mine []coding.Review
	for _, r := range s.Reviews {
		if r.Coder == coder && r.Document == document {
			mine = append(mine, r)
		}
	}
	t, err := s.Text(document)
	if err != nil {
		return err
	}
	data, err := coding.EncodeReviews(document, s.digests[TextFile(document)], mine, t.Text)
	if err != nil {
		return err
	}
	return dir.Write(coding.ReviewFile(coder, document), data)
}

// KeepCodebook keeps the code book as it is now, so that it can be said later which
// codes a reading covered.
func (s *Study) KeepCodebook(dir plainfile.Dir) error {
	data, err := dir.Read(coding.CodebookFile)
	if err != nil {
		return err
	}
	return dir.Write(SnapshotFile(s.Codebook.Digest), data)
}

// Mend rewrites what has another form on disk than the canonical one: it takes
// over texts that were corrected in place, moves codings whose quote stands in one other
// place, fills in places and ids. It returns the files that changed. What is unclear or
// lost stays as it is.
func (s *Study) Mend(dir plainfile.Dir) ([]string, error) {
	var changed []string
	write := func(file string, data []byte) error {
		old, _, err := dir.ReadIfThere(file)
		if err != nil || bytes.Equal(old, data) {
			return err
		}
		changed = append(changed, file)
		return dir.Write(file, data)
	}
	edited, err := s.InPlace()
	if err != nil {
		return nil, err
	}
	for _, key := range edited {
		t, err := s.Text(key)
		if err != nil {
			return changed, err
		}
		r, err := s.Revise(dir, key, t.Text.String(), nil)
		if err != nil {
			return changed, err
		}
		changed = append(changed, r.Files...)
	}
	for _, l := range s.Layers() {
		t, err := s.Text(l.Document)
		if err != nil {
			return changed, err
		}
		data, err := l.Encode(t.Text)
		if err != nil {
			return changed, err
		}
		if err := write(l.File, data); err != nil {
			return changed, err
		}
	}
	return changed, nil
}

// Coding returns the coding with an id.
func (s *Study) Coding(id string) (coding.Coding, bool) {
	for _, c := range s.Codings.All() {
		if c.ID == id {
			return c, true
		}
	}
	return coding.Coding{}, false
}

// TextDigest returns the digest of a document's text as it was read, "" if it was not.
func (s *Study) TextDigest(document string) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.digests[TextFile(document)]
}

// refreshDocument rebuilds the part of the set of all codings that belongs to a document.
func (s *Study) refreshDocument(document string) {
	s.Codings, s.stale = s.Codings.With(document, s.layersOf(document)), nil
}

// Refresh rebuilds the set of all codings from the layers.
func (s *Study) Refresh() {
	s.gatherSettled()
	var all []coding.Coding
	for _, l := range s.Layers() {
		all = append(all, l.Codings...)
	}
	s.Codings, s.stale = coding.NewSet(all), nil
}
