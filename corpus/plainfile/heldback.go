package plainfile

import (
	"slices"
	"strings"
)

// HeldBack is a change of several files that has not been written yet: what each was, and
// what it is to be.
type HeldBack struct {
	names   []string // in the order in which they were first changed
	files   map[string]heldFile
	watched bool // it is on disk already
	all     bool // also what is kept by its digest
}

// heldFile is a file before and after a change; was and is tell whether there is one at all.
type heldFile struct {
	before, after string
	was, is       bool
	whole         string // digest of a file that came in whole (Together); before and after are not known
}

// HoldBack returns the folder with writes and removals held back: nothing reaches the disk,
// and what is read is what was written last. What is kept by its digest (vault,
// codebooks) and the machine's own folder are written at once, since nobody misses them if
// the rest is never written. WriteFrom and Append are not held back.
func (d Dir) HoldBack() (Dir, *HeldBack) {
	d.held = &HeldBack{files: map[string]heldFile{}}
	return d, d.held
}

// Nowhere returns the folder as HoldBack does, to look at what a change would do: nothing at all reaches the disk.
func (d Dir) Nowhere() Dir {
	d.held = &HeldBack{files: map[string]heldFile{}, all: true}
	return d
}

// Watch returns the folder with writes and removals noted and made at once: for changes that are too large to be held back. What
// is written Together is noted by its digest.
func (d Dir) Watch() (Dir, *HeldBack) {
	d, held := d.HoldBack()
	held.watched = true
	return d, held
}

// came notes a file that comes in whole.
func (h *HeldBack) came(name string, data []byte) {
	if h.holds(name) && h.watched {
		h.names = append(h.names, name)
		h.files[name] = heldFile{is: true, whole: digest(string(data))}
	}
}

func (h *HeldBack) holds(name string) bool {
	if h == nil {
		return false
	}
	if h.all {
		return true
	}
	for _, folder := range []string{"vault/", "codebooks/", ".crosscase/"} {
		if strings.HasPrefix(name, folder) {
			return false
		}
	}
	return true
}

// LineChange is a line of a file before and after a change, without their line ends; "" where there is none.
type LineChange struct {
	Line    int // from 1, in the file before
	Was, Is string
}

// Lines returns the lines of a file that the change puts others in the place of.
func (h *HeldBack) Lines(name string) (out []LineChange) {
	f := h.files[name]
	for _, x := range hunks(f.before, f.after) {
		for i := range max(len(x.Old), len(x.New)) {
			c := LineChange{Line: x.At + i + 1}
			if i < len(x.Old) {
				c.Was = strings.TrimRight(x.Old[i], "\r\n")
			}
			if i < len(x.New) {
				c.Is = strings.TrimRight(x.New[i], "\r\n")
			}
			out = append(out, c)
		}
	}
	return out
}

func (h *HeldBack) file(name string) (heldFile, bool) {
	if h == nil || h.watched {
		return heldFile{}, false
	}
	f, ok := h.files[name]
	return f, ok
}

func (d Dir) hold(name, after string, is bool) error {
	if _, err := d.Path(name); err != nil {
		return err
	}
	f, known := d.held.files[name]
	if !known {
		data, there, err := d.ReadIfThere(name)
		if err != nil {
			return err
		}
		f.before, f.was = string(data), there
		d.held.names = append(d.held.names, name)
	}
	f.after, f.is = after, is
	if f.whole != "" {
		f.whole = digest(after)
	}
	d.held.files[name] = f
	return nil
}

// Was notes what a file held before somebody changed it by hand, where a change takes that over: taking the change back brings it back.
// Where nothing is held back or watched it does nothing.
func (d Dir) Was(name string, before []byte) error {
	if !d.held.holds(name) {
		return nil
	}
	now, err := d.Read(name)
	if err != nil {
		return err
	}
	if err := d.hold(name, string(now), true); err != nil {
		return err
	}
	f := d.held.files[name]
	f.before, f.was = string(before), true
	d.held.files[name] = f
	return nil
}

// Names returns the files that are to change, in the order in which they were changed first.
func (h *HeldBack) Names() []string {
	return slices.DeleteFunc(slices.Clone(h.names), func(name string) bool {
		f := h.files[name]
		return f.was == f.is && f.before == f.after
	})
}
