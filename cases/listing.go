package cases

import (
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"

	"crosscase/corpus"
)

// listing is a folder as it was when it was looked at.
type listing struct {
	entries []fs.DirEntry // by name
	files   []string      // the same as paths in the study
	stamps  []stamp       // of the entries; of time 0 where it is no file, or was not asked for
	err     error
}

// list looks at a folder and, with stamps, at the size and time of each file in it.
func list(fsys fs.FS, folder string, stamps bool) listing {
	var l listing
	l.entries, l.err = fs.ReadDir(fsys, folder)
	l.files = make([]string, len(l.entries))
	for i, e := range l.entries {
		l.files[i] = path.Join(folder, e.Name())
	}
	if !stamps {
		return l
	}
	l.stamps = make([]stamp, len(l.entries))
	look := func(from, to int) {
		for i, e := range l.entries[from:to] {
			if e.Type().IsRegular() {
				if info, err := e.Info(); err == nil {
					l.stamps[from+i] = stamp{info.Size(), info.ModTime().UnixNano()}
				}
			}
		}
	}
	if half := len(l.entries) / 2; half > 250 {
		var wg sync.WaitGroup
		wg.Go(func() { look(0, half) })
		look(half, len(l.entries))
		wg.Wait()
		return l
	}
	look(0, len(l.entries))
	return l
}

// listings are the folders of a study that is being opened. Each is looked at once.
type listings struct {
	fsys   fs.FS
	stamps bool
	mu     sync.Mutex
	of     map[string]func() listing
}

func newListings(fsys fs.FS, stamps bool) *listings {
	return &listings{fsys: fsys, stamps: stamps, of: map[string]func() listing{}}
}

func (ls *listings) folder(name string) listing {
	ls.mu.Lock()
	look := ls.of[name]
	if look == nil {
		look = sync.OnceValue(func() listing { return list(ls.fsys, name, ls.stamps) })
		ls.of[name] = look
	}
	ls.mu.Unlock()
	return look()
}

// ahead looks at the folders that may hold many files, in the order in which a study is read, while that goes on: on a
// large study a look at every file is most of what opening costs.
func (ls *listings) ahead() {
	ls.folder("documents")
	for _, parent := range []string{"codings", "reviews"} {
		for _, e := range ls.folder(parent).entries {
			if e.IsDir() {
				ls.folder(path.Join(parent, e.Name()))
			}
		}
	}
}

// folder returns what is in a folder.
func (s *Study) folder(folder string) listing {
	var l listing
	if s.listings != nil {
		l = s.listings.folder(folder)
	} else {
		l = list(s.fsys, folder, s.kept != nil) // files come and go
	}
	if s.kept != nil {
		s.kept.list(l)
	}
	return l
}

// files returns the files of a folder with an ending, sorted; hidden ones and the like (corpus.Beside) are left out.
func (s *Study) files(folder, ending string) []string {
	l := s.folder(folder)
	if l.err != nil {
		return nil
	}
	out := make([]string, 0, len(l.files))
	for i, e := range l.entries {
		if name := e.Name(); strings.HasSuffix(name, ending) && !e.IsDir() && !corpus.Beside(name) && !s.copyBeside(folder, name, ending) {
			out = append(out, l.files[i])
		}
	}
	return slices.Clip(out)
}
