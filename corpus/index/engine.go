package index

import "os"

// The fields of a passage: the stems of its words, their spellings, and the keys of their kin.
// All are made by package words, and a query finds in the index exactly what the
// matcher finds in the text.
type field string

const (
	stems  field = "stems"
	folded field = "words"
	kin    field = "kin"
)

// place is where a passage stands: the number of its document, which never changes, and of the
// unit in it.
type place struct{ document, unit uint32 }

// passage is what an engine is given of a passage: of each field its terms, each once. No term
// holds a blank.
type passage struct{ stems, words, kin []string }

// engine is a store of passages by their terms, in a folder of its own. Two are known: bleve,
// and the plain one of the tests, which both pass TestEngines. Another one has to do the same
// and nothing else.
type engine interface {
	// create makes a store in a folder that is not there yet.
	create(folder string) (writer, error)
	// change opens a store for changes. Nobody else has it open.
	change(folder string) (writer, error)
	// open opens a store for reading. Any number of programs may have it open.
	open(folder string) (reader, error)
	// copy makes a store of another one that is not being changed, sharing what never changes.
	copy(from, to string) error
}

// writer changes a store. What was put or removed lasts once close has returned.
type writer interface {
	put(at place, p passage) error // in the place of what was there
	remove(at place) error         // what is not there is no error
	flush() error                  // so that no more than so much is held in memory
	close() error
}

// reader looks things up in a store.
type reader interface {
	// passages returns how many the store holds. A store of which a part cannot be read
	// returns another number than was put there, or could not be opened.
	passages() (int, error)
	// every visits every passage, in any order.
	every(visit func(place)) error
	// with visits the passages that hold a term, in any order, each once.
	with(f field, term string, visit func(place)) error
	// terms visits the terms that begin with a prefix, in any order; one may come twice.
	terms(f field, prefix string, visit func(term string)) error
	close() error
}

// sizeOf returns the bytes of all files below a folder.
func sizeOf(folder string) int64 {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return 0
	}
	n := int64(0)
	for _, e := range entries {
		if e.IsDir() {
			n += sizeOf(folder + string(os.PathSeparator) + e.Name())
		} else if info, err := e.Info(); err == nil {
			n += info.Size()
		}
	}
	return n
}
