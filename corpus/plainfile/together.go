package plainfile

import (
	"bytes"
	"errors"
	"path/filepath"
	"slices"
	"sync"
)

// Together writes files that belong to each other, as Dir.Write does, but waits for the disk
// once for all of them: many small files come in several times faster so. None has its name before
// Finish, which gives the names in the order of the writes and after all content is on the disk. A
// program that is killed leaves each file whole or not there.
type Together struct {
	dir     Dir
	files   []unfinished
	pretend bool
}

// mostTogether is how many files are kept open before they are finished.
const mostTogether = 60

// Together begins to write files that belong to each other.
func (d Dir) Together() *Together { return &Together{dir: d} }

// Pretended writes nothing, and knows what it was to write.
func (d Dir) Pretended() *Together { return &Together{dir: d, pretend: true} }

// Write puts data into a file that gets its name with Finish. A file that holds the same bytes
// already is left alone.
func (t *Together) Write(name string, data []byte) error {
	if t.Holds(name) {
		if err := t.Finish(); err != nil {
			return err
		}
	}
	if t.pretend {
		t.files = append(t.files, unfinished{name: name})
		return nil
	}
	if old, there, err := t.dir.ReadIfThere(name); err != nil || there && bytes.Equal(old, data) {
		return err
	}
	u, err := t.dir.fill(name, bytes.NewReader(data))
	if err != nil {
		return cannotWrite(name, err)
	}
	t.files = append(t.files, u)
	t.dir.held.came(name, data)
	return nil
}

// Holds tells whether a file is written and waits for its name.
func (t *Together) Holds(name string) bool {
	return slices.ContainsFunc(t.files, func(u unfinished) bool { return u.name == name })
}

// Full tells whether so many files wait that they should be finished.
func (t *Together) Full() bool { return len(t.files) >= mostTogether }

// Finish brings all files to the disk and gives them their names. After an error those that
// have no name yet are gone.
func (t *Together) Finish() (err error) {
	files := t.files
	t.files = nil
	if t.pretend {
		return nil
	}
	defer func() {
		if err != nil {
			for _, u := range files {
				u.discard()
			}
		}
	}()
	if err := t.sync(files); err != nil {
		return err
	}
	var folders []string
	for i, u := range files {
		if err := u.file.Close(); err != nil {
			return err
		}
		t.dir.step("rename " + u.name)
		if err := rename(u.file.Name(), u.target); err != nil {
			files = files[i:]
			return cannotWrite(u.name, err)
		}
		if folder := filepath.Dir(u.target); !slices.Contains(folders, folder) {
			folders = append(folders, folder)
		}
	}
	files = nil
	for _, folder := range folders {
		t.dir.step("settle " + folder)
		if err := syncFolder(folder); err != nil {
			return err
		}
	}
	return nil
}

// sync waits until the content of all files is on the disk. They are given to it several at a
// time, for it takes what waits at one moment in one go.
func (t *Together) sync(files []unfinished) error {
	errs := make([]error, len(files))
	var all sync.WaitGroup
	turn := make(chan struct{}, 16)
	for i, u := range files {
		t.dir.step("sync " + u.name)
		turn <- struct{}{}
		all.Go(func() {
			errs[i] = u.file.Sync()
			<-turn
		})
	}
	all.Wait()
	return errors.Join(errs...)
}
