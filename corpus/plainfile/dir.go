package plainfile

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"time"

	"crosscase/corpus/catalogue"
)

// Dir is a folder that is written to. Names are paths with forward slashes
// below Root; one that leads out of it is an error.
type Dir struct {
	Root string
	// Step, if set, is told of every step of a write before it is taken; tests
	// end the program there.
	Step func(step string)

	held *HeldBack
}

func (d Dir) step(name string) {
	if d.Step != nil {
		d.Step(name)
	}
}

// FS returns the folder for reading: what people edit in it with LF at the ends of lines, as people says.
func (d Dir) FS() fs.FS { return people{os.DirFS(d.Root)} }

// Path returns the path of a file on this machine.
func (d Dir) Path(name string) (string, error) {
	if !fs.ValidPath(name) || !filepath.IsLocal(filepath.FromSlash(name)) {
		return "", &fs.PathError{Op: "write", Path: name, Err: catalogue.Errorf("leads out of the study")}
	}
	return filepath.Join(d.Root, filepath.FromSlash(name)), nil
}

// Read returns the content of a file.
func (d Dir) Read(name string) ([]byte, error) {
	if f, ok := d.held.file(name); ok {
		if !f.is {
			return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
		}
		return []byte(f.after), nil
	}
	return fs.ReadFile(d.FS(), name)
}

// ReadIfThere returns the content of a file, and whether there is one. Only a file that does not exist is
// not there: any other reason why it cannot be read is an error, so that nothing is written over it.
func (d Dir) ReadIfThere(name string) (data []byte, there bool, err error) {
	if _, err := d.Path(name); err != nil {
		return nil, false, err
	}
	data, err = d.Read(name)
	switch {
	case err == nil:
		return data, true, nil
	case errors.Is(err, fs.ErrNotExist):
		return nil, false, nil
	}
	why := err
	var p *fs.PathError
	if errors.As(err, &p) {
		why = p.Err
	}
	return nil, false, catalogue.Errorf("%s: cannot be read: %w\nhint: it is left as it is; see to it that you may read it, then run the same command again", name, why)
}

// Exists tells whether there is such a file or folder.
func (d Dir) Exists(name string) bool {
	if f, ok := d.held.file(name); ok {
		return f.is
	}
	_, err := fs.Stat(d.FS(), name)
	return err == nil
}

// Write puts data into a file whole or not at all: into a temporary file in the
// same folder, synced, renamed over the old one, the folder synced. Folders are
// made as needed. A file that holds the same bytes already is left alone, and so is one
// that cannot be read: who writes would know nothing of what it holds.
func (d Dir) Write(name string, data []byte) error {
	if d.held.holds(name) {
		if err := d.hold(name, string(data), true); err != nil || !d.held.watched {
			return err
		}
	}
	if old, there, err := d.ReadIfThere(name); err != nil || there && string(old) == string(data) {
		return err
	}
	return d.WriteFrom(name, bytes.NewReader(data))
}

// WriteDerived is Write for a file that can be made anew at any time: whole or not
// at all, but without waiting for the disk.
func (d Dir) WriteDerived(name string, data []byte) error {
	if old, err := d.Read(name); err == nil && string(old) == string(data) {
		return nil
	}
	return d.write(name, bytes.NewReader(data), false)
}

// WriteDerivedFrom is WriteDerived for content that is not compared with what is there.
func (d Dir) WriteDerivedFrom(name string, r io.Reader) error { return d.write(name, r, false) }

// WriteFrom is Write for content that is too large to hold.
func (d Dir) WriteFrom(name string, r io.Reader) error { return d.write(name, r, true) }

func (d Dir) write(name string, r io.Reader, lasting bool) error {
	return cannotWrite(name, d.writeOver(name, r, lasting))
}

// cannotWrite says of a file that the system did not let us write that it could not be written: on Windows mostly because another program
// has it open. The system speaks of a file of another name, which is gone by then.
func cannotWrite(name string, err error) error {
	var p *fs.PathError
	var l *os.LinkError
	why := err
	switch {
	case errors.As(err, &l):
		why = l.Err
	case errors.As(err, &p):
		why = p.Err
	}
	var fromSystem syscall.Errno
	if !errors.As(why, &fromSystem) {
		return err
	}
	return catalogue.Errorf("%s: cannot be written: %w\nhint: see to it that no other program has it open, that you may write in its folder and that there is room; then run the same command again", name, why)
}

func (d Dir) writeOver(name string, r io.Reader, lasting bool) (err error) {
	tmp, err := d.fill(name, r)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			tmp.discard()
		}
	}()
	if lasting {
		d.step("sync " + name)
		if err = tmp.file.Sync(); err != nil {
			return err
		}
	}
	if err = tmp.file.Close(); err != nil {
		return err
	}
	d.step("rename " + name)
	if err = rename(tmp.file.Name(), tmp.target); err != nil {
		return err
	}
	if !lasting {
		return nil
	}
	d.step("settle " + name)
	return syncFolder(filepath.Dir(tmp.target))
}

// unfinished is a file that is filled and does not have its name yet.
type unfinished struct {
	file         *os.File // open, under a temporary name in the folder of target
	name, target string   // what it is to be called: in the study, and on this machine
}

func (u unfinished) discard() {
	u.file.Close()
	os.Remove(u.file.Name())
}

// fill puts content into a temporary file beside the one that it is to become.
func (d Dir) fill(name string, r io.Reader) (u unfinished, err error) {
	u.name = name
	if u.target, err = d.Path(name); err != nil {
		return u, err
	}
	folder := filepath.Dir(u.target)
	if err := os.MkdirAll(folder, 0o777); err != nil {
		return u, err
	}
	d.step("create " + name)
	if u.file, err = os.CreateTemp(folder, temporary+"*"); err != nil {
		return u, err
	}
	defer func() {
		if err != nil {
			u.discard()
		}
	}()
	d.step("fill " + name)
	if _, err = io.Copy(u.file, r); err != nil {
		return u, err
	}
	if err = u.file.Chmod(0o644); err != nil && runtime.GOOS == "windows" {
		err = nil
	}
	return u, err
}

// temporary begins the names of unfinished files. The dot hides them, and every
// reader of the study passes over names that begin with one.
const temporary = ".unfinished-"

// rename replaces a file. Windows refuses while another program has it open, so
// it is tried again for a while there.
func rename(from, to string) error {
	err := os.Rename(from, to)
	for wait := time.Millisecond; err != nil && runtime.GOOS == "windows" && wait < time.Second; wait *= 2 {
		time.Sleep(wait)
		err = os.Rename(from, to)
	}
	return err
}

// syncFolder makes a rename last through a power cut. Windows has no such call.
func syncFolder(folder string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	f, err := os.Open(folder)
	if err != nil {
		return err
	}
	defer f.Close()
	return f.Sync()
}

// Append adds lines to the end of a file that only grows. If a killed program left a
// torn line at the end, that line is closed first and stays for a person to see.
func (d Dir) Append(name string, lines []byte) error { return d.append(name, lines, true) }

// append is Append; one that is not lasting does not wait for the disk.
func (d Dir) append(name string, lines []byte, lasting bool) error {
	return cannotWrite(name, d.appendTo(name, lines, lasting))
}

func (d Dir) appendTo(name string, lines []byte, lasting bool) error {
	target, err := d.Path(name)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(target), 0o777); err != nil {
		return err
	}
	d.step("append " + name)
	f, err := os.OpenFile(target, os.O_CREATE|os.O_RDWR|os.O_APPEND, 0o644)
	if err != nil {
		return err
	}
	defer f.Close()
	if end, err := f.Seek(0, io.SeekEnd); err == nil && end > 0 {
		var last [1]byte
		if _, err := f.ReadAt(last[:], end-1); err == nil && last[0] != '\n' {
			lines = append([]byte("\n"), lines...)
		}
	}
	if _, err := f.Write(lines); err != nil {
		return err
	}
	if !lasting {
		return nil
	}
	d.step("sync " + name)
	return f.Sync()
}

// Remove deletes a file; one that is not there is no error.
func (d Dir) Remove(name string) error {
	if d.held.holds(name) {
		if err := d.hold(name, "", false); err != nil || !d.held.watched {
			return err
		}
	}
	target, err := d.Path(name)
	if err != nil {
		return err
	}
	d.step("remove " + name)
	if err := os.Remove(target); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return cannotWrite(name, err)
	}
	return nil
}

// RemoveAll deletes a folder with all that is in it; one that is not there is no error.
func (d Dir) RemoveAll(name string) error {
	target, err := d.Path(name)
	if err != nil {
		return err
	}
	d.step("remove " + name)
	return os.RemoveAll(target)
}

// Sweep removes what killed programs left unfinished in a folder. Call it only
// while holding the lock.
func (d Dir) Sweep(folder string) error {
	entries, err := fs.ReadDir(d.FS(), folder)
	if err != nil {
		return nil
	}
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), temporary) {
			if err := d.Remove(path.Join(folder, e.Name())); err != nil {
				return err
			}
		}
	}
	return nil
}
