package plainfile

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// History is what one person changed in a study, so that it can be taken back and done
// again, also after the program has ended. It lies in .crosscase/undo/NAME.jsonl: each change
// is written there, whole, before any of its files, so that a change that was begun is ended
// by whoever holds the lock next (Recover), and one that was asked for twice is done once (Did).
//
// A change is kept as the lines that went and came, not as whole files: where a file
// has changed elsewhere since, it is taken back all the same, and the other change stays.
//
// All of its methods that write must be called with the lock held.
type History struct {
	dir     Dir
	file    string
	entries []entry
	size    int
}

// entry is a change, or one that takes back or does again an earlier one.
type entry struct {
	Number int          `json:"n,omitempty"`
	Of     int          `json:"of,omitempty"`    // number of the change that is taken back or done again
	Again  bool         `json:"again,omitempty"` // it is done again
	Key    string       `json:"key,omitempty"`
	On     string       `json:"on,omitempty"`
	Did    string       `json:"did,omitempty"`
	Files  []fileChange `json:"files,omitempty"`
	Done   int          `json:"done,omitempty"` // the change with this number is on disk; the entry holds nothing else
}

type fileChange struct {
	File   string `json:"file"`
	Before string `json:"before,omitempty"` // digest; "" for no file
	After  string `json:"after,omitempty"`
	Hunks  []hunk `json:"hunks,omitempty"`
}

// Moved says that a change cannot be taken back, because its lines have changed since.
type Moved struct{ File, Did string }

func (m Moved) Error() string {
	return fmt.Sprintf("%s has changed since in the same lines; %q stays as it is\nhint: change it by hand", m.File, m.Did)
}

// The history is cut down to about leastKept bytes of the latest changes when it has
// grown to mostKept.
const (
	mostKept  = 2 << 20
	leastKept = 1 << 20
)

// UndoFolder is where histories lie.
const UndoFolder = ".crosscase/undo"

// History reads what a person changed. A file that is not there is an empty history, and lines
// that cannot be read are left out.
func (d Dir) History(who string) *History {
	h := &History{dir: d, file: path.Join(UndoFolder, who+".jsonl")}
	data, _ := d.Read(h.file)
	h.size = len(data)
	for _, line := range strings.Split(string(data), "\n") {
		var e entry
		if line != "" && json.Unmarshal([]byte(line), &e) == nil {
			h.entries = append(h.entries, e)
		}
	}
	return h
}

// Did returns what was done for a key, and whether anything was. A key names one request for a
// change, so that it can be asked for again when nobody knows whether it arrived.
func (h *History) Did(key string) (string, bool) {
	if key == "" {
		return "", false
	}
	for _, e := range h.entries {
		if e.Key == key {
			return e.Did, true
		}
	}
	return "", false
}

// Undoable returns what Undo would take back, Redoable what Redo would do again; "" for nothing.
func (h *History) Undoable() string {
	if done, _ := h.stacks(); len(done) > 0 {
		return h.change(done[len(done)-1]).Did
	}
	return ""
}

// Redoable returns what Redo would do again, "" for nothing.
func (h *History) Redoable() string {
	if _, undone := h.stacks(); len(undone) > 0 {
		return h.change(undone[len(undone)-1]).Did
	}
	return ""
}

// stacks returns the numbers of the changes that stand and of those that were taken back.
func (h *History) stacks() (done, undone []int) {
	there := map[int]bool{}
	for _, e := range h.entries {
		there[e.Number] = true
	}
	last := func(list []int) int {
		if len(list) == 0 {
			return 0
		}
		return list[len(list)-1]
	}
	for _, e := range h.entries {
		switch {
		case e.Done != 0:
		case e.Of == 0:
			done, undone = append(done, e.Number), nil
		case !there[e.Of]: // it was forgotten
		case e.Again && last(undone) == e.Of:
			done, undone = append(done, e.Of), undone[:len(undone)-1]
		case !e.Again && last(done) == e.Of:
			done, undone = done[:len(done)-1], append(undone, e.Of)
		}
	}
	return done, undone
}

func (h *History) change(number int) entry {
	for _, e := range h.entries {
		if e.Number == number {
			return e
		}
	}
	return entry{}
}

// last returns the entry that was begun last and whether all of it is known to be on disk.
func (h *History) last() (e entry, done bool) {
	for i := len(h.entries) - 1; i >= 0; i-- {
		if h.entries[i].Done == 0 {
			return h.entries[i], done
		}
		done = true
	}
	return entry{}, true
}

// EndBegun ends, for everybody who has a history, a change that was begun by a program that was
// killed. Call it only while holding the lock.
func (d Dir) EndBegun() error {
	entries, _ := fs.ReadDir(d.FS(), UndoFolder)
	var errs []error
	for _, e := range entries {
		who, ok := strings.CutSuffix(e.Name(), ".jsonl")
		if !ok || strings.HasPrefix(who, ".") {
			continue
		}
		data, err := d.Read(path.Join(UndoFolder, e.Name()))
		last := strings.TrimRight(string(data), "\n")
		if err != nil || strings.HasPrefix(last[strings.LastIndexByte(last, '\n')+1:], `{"done":`) {
			continue
		}
		_, err = d.History(who).Recover()
		errs = append(errs, err)
	}
	return errors.Join(errs...)
}

// Recover ends a change that was begun by a program that was killed. It tells whether
// there was one.
func (h *History) Recover() (bool, error) {
	e, done := h.last()
	if done {
		return false, nil
	}
	changed := false
	for _, f := range e.Files {
		if f.Before == f.After || h.digest(f.File) != f.Before {
			continue
		}
		data, _ := h.dir.Read(f.File)
		after, ok := apply(string(data), f.Hunks)
		if !ok {
			continue
		}
		if err := h.put(f, after); err != nil {
			return changed, err
		}
		changed = true
	}
	return changed, h.settle(e.Number)
}

// Commit writes a change that was held back, under a key and in words that say what was done. A
// change of nothing is none.
func (h *History) Commit(held *HeldBack, key, on, did string) error {
	e := entry{Number: h.next(), Key: key, On: on, Did: did}
	after := map[string]string{}
	for _, name := range held.Names() {
		f := held.files[name]
		c := fileChange{File: name, Hunks: hunks(f.before, f.after)}
		if f.was {
			c.Before = digest(f.before)
		}
		if f.is {
			c.After = digest(f.after)
		}
		e.Files = append(e.Files, c)
		after[name] = f.after
	}
	if len(e.Files) == 0 {
		return nil
	}
	return h.write(e, after)
}

// Undo takes back the latest change that stands and returns what it was; "" if there is none.
// Where a file has changed since in the same lines it is Moved, and nothing is changed.
func (h *History) Undo(key, on string) (string, error) {
	done, _ := h.stacks()
	if len(done) == 0 {
		return "", nil
	}
	return h.turn(h.change(done[len(done)-1]), key, on, false)
}

// Redo does again what Undo took back last.
func (h *History) Redo(key, on string) (string, error) {
	_, undone := h.stacks()
	if len(undone) == 0 {
		return "", nil
	}
	return h.turn(h.change(undone[len(undone)-1]), key, on, true)
}

func (h *History) turn(c entry, key, on string, again bool) (string, error) {
	e := entry{Number: h.next(), Of: c.Number, Again: again, Key: key, On: on, Did: c.Did}
	after := map[string]string{}
	files := slices.Clone(c.Files)
	if !again {
		slices.Reverse(files) // a code goes after the codings that bear it
	}
	for _, f := range files {
		if !again {
			f.Before, f.After, f.Hunks = f.After, f.Before, backwards(f.Hunks)
		}
		data, err := h.dir.Read(f.File)
		text, ok := string(data), false
		if err == nil || f.Before == "" {
			text, ok = apply(text, f.Hunks)
		}
		if !ok || f.Before == "" && err == nil {
			return "", Moved{f.File, c.Did}
		}
		if strings.HasSuffix(f.File, ".yaml") {
			if _, _, err := parse(text); err != nil {
				return "", Moved{f.File, c.Did}
			}
		}
		now := fileChange{File: f.File, Before: h.digest(f.File), Hunks: hunks(string(data), text)}
		if f.After != "" || text != "" {
			now.After = digest(text)
		}
		e.Files, after[f.File] = append(e.Files, now), text
	}
	return c.Did, h.write(e, after)
}

// write notes an entry and writes its files.
func (h *History) write(e entry, after map[string]string) error {
	if err := h.note(e, true); err != nil {
		return err
	}
	for _, f := range e.Files {
		if err := h.put(f, after[f.File]); err != nil {
			return err
		}
	}
	return h.settle(e.Number)
}

func (h *History) put(f fileChange, after string) error {
	if f.After == "" {
		return h.dir.Remove(f.File)
	}
	return h.dir.Write(f.File, []byte(after))
}

// settle notes that a change is on disk. It does not wait for the disk: without the note the
// next writer looks at the files.
func (h *History) settle(number int) error {
	return h.note(entry{Done: number}, false)
}

func (h *History) note(e entry, lasting bool) error {
	line, err := EncodeLine(e)
	if err != nil {
		return err
	}
	h.entries = append(h.entries, e)
	if h.size += len(line); h.size > mostKept {
		return h.cut()
	}
	if err := h.dir.MakeMachineFolder(); err != nil {
		return err
	}
	return h.dir.append(h.file, line, lasting)
}

// cut forgets the oldest changes.
func (h *History) cut() error {
	var kept []byte
	from := len(h.entries)
	for i := len(h.entries) - 1; i >= 0; i-- {
		line, err := EncodeLine(h.entries[i])
		if err != nil {
			return err
		}
		if len(kept)+len(line) > leastKept && i < len(h.entries)-1 {
			break
		}
		kept, from = append(line, kept...), i
	}
	h.entries, h.size = h.entries[from:], len(kept)
	return h.dir.Write(h.file, kept)
}

func (h *History) next() int {
	n := 0
	for _, e := range h.entries {
		n = max(n, e.Number)
	}
	return n + 1
}

func (h *History) digest(file string) string {
	data, err := h.dir.Read(file)
	if err != nil {
		return ""
	}
	return digest(string(data))
}

func digest(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:12])
}

// Current tells whether the history on disk is still the one that was read and written here.
func (h *History) Current() bool {
	info, err := fs.Stat(h.dir.FS(), h.file)
	return err != nil && h.size == 0 || err == nil && info.Size() == int64(h.size)
}
