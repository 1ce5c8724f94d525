package index

import (
	"encoding/gob"
	"maps"
	"os"
	"path/filepath"
	"strings"
)

// plainEngine is the simplest engine that does what the interface asks for: it keeps the passages in one
// file and looks at each. It shows what an engine has to do, and whether the tests ask for more.
type plainEngine struct{}

// plainPassage is a passage as the file holds it.
type plainPassage struct{ Stems, Words, Kin []string }

func (p plainPassage) terms(f field) []string {
	switch f {
	case stems:
		return p.Stems
	case folded:
		return p.Words
	}
	return p.Kin
}

type plainStore struct {
	folder   string
	passages map[[2]uint32]plainPassage
}

func (plainEngine) create(folder string) (writer, error) {
	return &plainStore{folder, map[[2]uint32]plainPassage{}}, os.Mkdir(folder, 0o777)
}

func (plainEngine) change(folder string) (writer, error) { return readPlain(folder) }
func (plainEngine) open(folder string) (reader, error)   { return readPlainReader(folder) }

func (plainEngine) copy(from, to string) error {
	s, err := readPlain(from)
	if err != nil {
		return err
	}
	if err := os.Mkdir(to, 0o777); err != nil {
		return err
	}
	return (&plainStore{to, s.passages}).close()
}

func readPlain(folder string) (*plainStore, error) {
	s := &plainStore{folder: folder, passages: map[[2]uint32]plainPassage{}}
	f, err := os.Open(filepath.Join(folder, "passages"))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return s, gob.NewDecoder(f).Decode(&s.passages)
}

func (s *plainStore) put(at place, p passage) error {
	s.passages[[2]uint32{at.document, at.unit}] = plainPassage{p.stems, p.words, p.kin}
	return nil
}

func (s *plainStore) remove(at place) error {
	delete(s.passages, [2]uint32{at.document, at.unit})
	return nil
}

func (s *plainStore) flush() error { return nil }

func (s *plainStore) close() error {
	f, err := os.Create(filepath.Join(s.folder, "passages"))
	if err != nil {
		return err
	}
	defer f.Close()
	return gob.NewEncoder(f).Encode(s.passages)
}

// plainReader reads what a plainStore has written.
type plainReader struct{ s *plainStore }

func readPlainReader(folder string) (reader, error) {
	s, err := readPlain(folder)
	if err != nil {
		return nil, err
	}
	return plainReader{s}, nil
}

func (r plainReader) passages() (int, error) { return len(r.s.passages), nil }

func (r plainReader) every(visit func(place)) error {
	for at := range maps.Keys(r.s.passages) {
		visit(place{at[0], at[1]})
	}
	return nil
}

func (r plainReader) with(f field, term string, visit func(place)) error {
	for at, p := range r.s.passages {
		for _, t := range p.terms(f) {
			if t == term {
				visit(place{at[0], at[1]})
			}
		}
	}
	return nil
}

func (r plainReader) terms(f field, prefix string, visit func(string)) error {
	for _, p := range r.s.passages {
		for _, t := range p.terms(f) {
			if strings.HasPrefix(t, prefix) {
				visit(t)
			}
		}
	}
	return nil
}

func (r plainReader) close() error { return nil }
