package plainfile

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"crosscase/corpus/catalogue"
)

// History is what was changed in a study, so that it can be taken back and done
// again, also after the program has ended. It lies in .crosscase/undo/changes.jsonl, in the order in which things were
// done: each change is written there, whole, before any of its files, so that a change that was begun is ended
// by whoever holds the lock next (EndBegun), and one that was asked for twice is done once (Did).
//
// One history serves everybody. What a person sees of it (Of) is what was done in that name, and what was done in no name.
//
// A change is kept as the lines that went and came, not as whole files: where a file
// has changed elsewhere since, it is taken back all the same, and the other change stays. Files that came in
// whole (Watched) are kept by their digest, once they were taken back.
//
// All of its methods that write must be called with the lock held.
type History struct {
	*changes
	who string
}

// changes is the file of a history.
type changes struct {
	dir     Dir
	entries []entry
	size    int
}

// entry is a change, or one that takes back or does again an earlier one.
type entry struct {
	Number int          `json:"n,omitempty"`
	Of     int          `json:"of,omitempty"`    // number of the change that is taken back or done again
	Again  bool         `json:"again,omitempty"` // it is done again
	Skip   bool         `json:"skip,omitempty"`  // it is passed over: it stays as it is
	By     string       `json:"by,omitempty"`    // in whose name it was done
	Key    string       `json:"key,omitempty"`
	On     string       `json:"on,omitempty"`
	Did    string       `json:"did,omitempty"`
	Final  bool         `json:"final,omitempty"` // it cannot be taken back
	Files  []fileChange `json:"files,omitempty"`
	Done   int          `json:"done,omitempty"` // the change with this number is on disk; the entry holds nothing else
}

type fileChange struct {
	File   string `json:"file"`
	Before string `json:"before,omitempty"` // digest; "" for no file
	After  string `json:"after,omitempty"`
	Hunks  []hunk `json:"hunks,omitempty"`
	Whole  bool   `json:"whole,omitempty"` // there was no such file, and its content lies in keptFolder while it is taken back
}

// Moved says that a change cannot be taken back, because its lines have changed since.
type Moved struct{ File, Did string }

// Message returns what it says.
func (m Moved) Message() catalogue.Message {
	return catalogue.Text("%s has changed since in the same lines; %q stays as it is\nhint: change it by hand; crosscase undo --skip or redo --skip leaves it so and goes on to the one before", m.File, m.Did)
}

func (m Moved) Error() string { return m.Message().String() }

// Told returns the error in a language.
func (m Moved) Told(l catalogue.Language) (string, bool) { return m.Message().Told(l) }

// Final says that a change cannot be taken back at all.
type Final struct {
	Did  string
	Many int // changes whose words were erased, one after the other; 0 for one that says what it was
}

// Message returns what it says.
func (f Final) Message() catalogue.Message {
	if f.Many > 0 {
		return catalogue.Text("%d %s erased cannot be taken back or done again\nhint: crosscase undo --skip or redo --skip passes over them and goes on to the one before", f.Many, catalogue.Text(map[bool]string{true: "change whose words were", false: "changes whose words were"}[f.Many == 1]))
	}
	return catalogue.Text("%q cannot be taken back\nhint: crosscase undo --skip leaves it and goes on to the one before", catalogue.Done(f.Did))
}

func (f Final) Error() string { return f.Message().String() }

// Told returns the error in a language.
func (f Final) Told(l catalogue.Language) (string, bool) { return f.Message().Told(l) }

// erasedChange is what a change is called whose words were erased.
const erasedChange = "a change whose words were erased"

// The history is cut down to about leastKept bytes of the latest changes when it has
// grown to mostKept.
const (
	mostKept  = 4 << 20
	leastKept = 2 << 20
)

// UndoFolder is where the history lies.
const UndoFolder = ".crosscase/undo"

const (
	historyFile = UndoFolder + "/changes.jsonl"
	keptFolder  = UndoFolder + "/files"
)

// History reads what a person changed; "" is everybody. A file that is not there is an empty history, and lines
// that cannot be read are left out.
func (d Dir) History(who string) *History {
	h := &History{changes: &changes{dir: d}, who: who}
	data, _ := d.Read(historyFile)
	h.size = len(data)
	for _, line := range strings.Split(string(data), "\n") {
		var e entry
		if line != "" && json.Unmarshal([]byte(line), &e) == nil {
			h.entries = append(h.entries, e)
		}
	}
	return h
}

// Of returns the same history as another person sees it.
func (h *History) Of(who string) *History { return &History{h.changes, who} }

// sees tells whether an entry is one of the person's, or nobody's.
func (h *History) sees(e entry) bool { return h.who == "" || e.By == "" || e.By == h.who }

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

// Undoable returns what Undo would take back, "" for nothing.
func (h *History) Undoable() string { return h.next(false).Did }

// Redoable returns what Redo would do again, "" for nothing.
func (h *History) Redoable() string { return h.next(true).Did }

// Whose returns in whose name that was done which Undo would take back, or, again, which Redo would do again; "" for nobody's.
func (h *History) Whose(again bool) string { return h.next(again).By }

// Removes returns the files that Undo would remove: those that came with the change it would take back.
func (h *History) Removes() []string {
	var out []string
	for _, f := range h.next(false).Files {
		if f.Before == "" {
			out = append(out, f.File)
		}
	}
	return out
}

// Others returns how many changes that others made stand and are later than the one that Undo would take back.
func (h *History) Others() int {
	c, n := h.next(false), 0
	all, _ := h.Of("").stacks()
	for _, number := range all {
		if c.Number > 0 && number > c.Number && !h.sees(h.change(number)) {
			n++
		}
	}
	return n
}

// Bar notes a change that cannot be taken back, so that Undo does not pass over it.
func (h *History) Bar(on, did string) error {
	e := entry{Number: h.number(), By: h.who, On: on, Did: did, Final: true}
	return errors.Join(h.note(e, true), h.settle(e.Number))
}

// erased returns the changes that come next, one after the other, whose words were erased.
func (h *History) erased(again bool) (out []entry) {
	stack, undone := h.stacks()
	if again {
		stack = undone
	}
	for i := len(stack) - 1; i >= 0; i-- {
		c := h.change(stack[i])
		if !c.Final || c.Did != erasedChange {
			break
		}
		out = append(out, c)
	}
	return out
}

// next returns the change that is taken back next, or, again, that is done again next.
func (h *History) next(again bool) entry {
	stack, undone := h.stacks()
	if again {
		stack = undone
	}
	if len(stack) == 0 {
		return entry{}
	}
	return h.change(stack[len(stack)-1])
}

// stacks returns the numbers of the changes that stand and of those that were taken back, the latest last.
func (h *History) stacks() (done, undone []int) {
	there := map[int]bool{}
	for _, e := range h.entries {
		there[e.Number] = true
	}
	for _, e := range h.entries {
		if e.Done != 0 || !h.sees(e) {
			continue
		}
		if e.Of == 0 {
			done, undone = append(done, e.Number), nil
			continue
		}
		if !there[e.Of] { // it was forgotten
			continue
		}
		of := func(n int) bool { return n == e.Of }
		done, undone = slices.DeleteFunc(done, of), slices.DeleteFunc(undone, of)
		switch {
		case e.Skip:
		case e.Again:
			done = append(done, e.Of)
		default:
			undone = append(undone, e.Of)
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

// EndBegun ends a change that was begun by a program that was killed. Call it only while holding the lock.
func (d Dir) EndBegun() error {
	data, err := d.Read(historyFile)
	last := strings.TrimRight(string(data), "\n")
	if err != nil || last == "" || strings.HasPrefix(last[strings.LastIndexByte(last, '\n')+1:], `{"done":`) {
		return nil
	}
	_, err = d.History("").Recover()
	return err
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
		data, _, err := h.dir.ReadIfThere(f.File)
		if err != nil {
			return changed, err
		}
		after, ok := h.turned(string(data), f)
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

// Commit writes a change that was held back, or notes one that was watched, under a key and in words that say what was
// done. A change of nothing is none.
func (h *History) Commit(held *HeldBack, key, on, did string) error {
	e := entry{Number: h.number(), By: h.who, Key: key, On: on, Did: did}
	after := map[string]string{}
	for _, name := range held.Names() {
		f := held.files[name]
		c := fileChange{File: name, Whole: f.whole != "", After: f.whole}
		if c.Whole && !h.dir.Exists(name) { // it did not come to it
			continue
		}
		if !c.Whole {
			c.Hunks = hunks(f.before, f.after)
		}
		if f.was {
			c.Before = digest(f.before)
		}
		if f.is && !c.Whole {
			c.After = digest(f.after)
		}
		e.Files = append(e.Files, c)
		after[name] = f.after
	}
	switch {
	case len(e.Files) == 0:
		return nil
	case held.watched:
		return errors.Join(h.note(e, true), h.settle(e.Number))
	}
	return h.write(e, after)
}

// Undo takes back the latest change that stands and returns what it was; "" if there is none.
// Where a file has changed since in the same lines it is Moved, and nothing is changed.
func (h *History) Undo(key, on string) (string, error) { return h.turn(h.next(false), key, on, false) }

// Redo does again what Undo took back last.
func (h *History) Redo(key, on string) (string, error) { return h.turn(h.next(true), key, on, true) }

// Skip leaves the change that Undo would take back, or, again, that Redo would do again, as it is, so that the one before
// comes next; of changes whose words were erased, one after the other, all. It returns what was skipped, "" if there is nothing.
func (h *History) Skip(again bool, key, on string) (string, error) {
	c := h.next(again)
	if c.Number == 0 {
		return "", nil
	}
	list := h.erased(again)
	if len(list) == 0 {
		list = []entry{c}
	}
	for _, c := range list {
		if err := h.write(entry{Number: h.number(), Of: c.Number, Skip: true, By: c.By, Key: key, On: on, Did: c.Did}, nil); err != nil {
			return "", err
		}
	}
	return c.Did, nil
}

func (h *History) turn(c entry, key, on string, again bool) (string, error) {
	switch {
	case c.Number == 0:
		return "", nil
	case c.Final:
		return "", Final{c.Did, len(h.erased(again))}
	}
	e := entry{Number: h.number(), Of: c.Number, Again: again, By: c.By, Key: key, On: on, Did: c.Did}
	after, err := h.turnedFiles(c, &e, again)
	if err != nil {
		return "", err
	}
	for _, f := range e.Files {
		if !f.Whole || f.After != "" {
			continue
		}
		data, err := h.dir.Read(f.File)
		if err != nil {
			return "", err
		}
		if err := h.dir.Write(path.Join(keptFolder, digest(string(data))), data); err != nil {
			return "", err
		}
	}
	return c.Did, h.write(e, after)
}

// Stuck tells why Undo, or again Redo, cannot do what comes next: Moved, Final, or a file that cannot be read. It changes nothing.
func (h *History) Stuck(again bool) error {
	c := h.next(again)
	if c.Final {
		return Final{c.Did, len(h.erased(again))}
	}
	_, err := h.turnedFiles(c, &entry{}, again)
	return err
}

// turnedFiles gives an entry what taking a change back, or doing it again, does to its files, and returns the files as they are then.
func (h *History) turnedFiles(c entry, e *entry, again bool) (map[string]string, error) {
	after := map[string]string{}
	files := slices.Clone(c.Files)
	if !again {
		slices.Reverse(files) // a code goes after the codings that bear it
	}
	for _, f := range files {
		if !again {
			f.Before, f.After, f.Hunks = f.After, f.Before, backwards(f.Hunks)
		}
		data, there, err := h.dir.ReadIfThere(f.File)
		if err != nil {
			return nil, err
		}
		text, ok := string(data), false
		if there || f.Before == "" {
			text, ok = h.turned(text, f)
		}
		if !ok || f.Before == "" && there {
			return nil, Moved{f.File, c.Did}
		}
		if strings.HasSuffix(f.File, ".yaml") {
			root, _, err := parse(text)
			if was, _, _ := parse(string(data)); err != nil || nameTwice(root) && !nameTwice(was) {
				return nil, Moved{f.File, c.Did}
			}
		}
		now := fileChange{File: f.File, Before: h.digest(f.File), Whole: f.Whole}
		if !f.Whole {
			now.Hunks = hunks(string(data), text)
		}
		if f.After != "" || text != "" {
			now.After = digest(text)
		}
		e.Files, after[f.File] = append(e.Files, now), text
	}
	return after, nil
}

// nameTwice tells whether a name stands twice in some group of a YAML text, so that it cannot be read.
func nameTwice(n *yaml.Node) bool {
	if n == nil {
		return false
	}
	if n.Kind == yaml.MappingNode {
		seen := map[string]bool{}
		for i := 0; i < len(n.Content); i += 2 {
			if seen[n.Content[i].Value] {
				return true
			}
			seen[n.Content[i].Value] = true
		}
	}
	return slices.ContainsFunc(n.Content, nameTwice)
}

// turned returns a text as a change makes it, and whether the change can be made in it.
func (h *History) turned(text string, f fileChange) (string, bool) {
	switch {
	case !f.Whole:
		return apply(text, f.Hunks)
	case f.After == "":
		return "", digest(text) == f.Before
	}
	data, err := h.dir.Read(path.Join(keptFolder, f.After))
	return string(data), err == nil
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
	return h.dir.append(historyFile, line, lasting)
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
	return errors.Join(h.dir.Write(historyFile, kept), h.forgetFiles())
}

// Forget takes out of the history for good what the changes did that hold words to be forgotten: in what they did to a file, in the lines that
// went and came, or in what they are called. That there was a change stays, so that Undo does not pass over it. It returns how many changes went;
// dry, it changes nothing.
func (h *History) Forget(holds func(file, lines string) bool, dry bool) (int, error) {
	gone := map[int]bool{}
	for _, e := range h.entries {
		if e.holds(holds) {
			gone[e.Number] = true
			if e.Of != 0 {
				gone[e.Of] = true
			}
		}
	}
	n := 0
	var kept []entry
	for _, e := range h.entries {
		if e.Done == 0 && (gone[e.Number] || e.Of != 0 && gone[e.Of]) {
			if e.Of == 0 {
				n++
			}
			e = entry{Number: e.Number, Of: e.Of, Again: e.Again, Skip: e.Skip, By: e.By, Key: e.Key, On: e.On, Did: erasedChange, Final: true}
		}
		kept = append(kept, e)
	}
	if dry || len(gone) == 0 {
		return n, nil
	}
	var data []byte
	for _, e := range kept {
		line, err := EncodeLine(e)
		if err != nil {
			return 0, err
		}
		data = append(data, line...)
	}
	h.entries, h.size = kept, len(data)
	return n, errors.Join(h.dir.Write(historyFile, data), h.forgetFiles())
}

// holds tells whether a change holds what is looked for.
func (e entry) holds(looked func(file, lines string) bool) bool {
	if looked("", e.Did) {
		return true
	}
	for _, f := range e.Files {
		lines := ""
		for _, h := range f.Hunks {
			for _, list := range []lineList{h.Old, h.New, h.Prev, h.Next} {
				lines += strings.Join(list, "")
			}
		}
		if looked(f.File, lines) {
			return true
		}
	}
	return false
}

// forgetFiles removes the files that no change needs any more.
func (h *History) forgetFiles() error {
	needed := map[string]bool{}
	for _, e := range h.entries {
		for _, f := range e.Files {
			needed[f.Before], needed[f.After] = true, true
		}
	}
	entries, _ := fs.ReadDir(h.dir.FS(), keptFolder)
	var errs []error
	for _, e := range entries {
		if !needed[e.Name()] {
			errs = append(errs, h.dir.Remove(path.Join(keptFolder, e.Name())))
		}
	}
	return errors.Join(errs...)
}

// number returns a number that no entry has.
func (h *History) number() int {
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
	info, err := fs.Stat(h.dir.FS(), historyFile)
	return err != nil && h.size == 0 || err == nil && info.Size() == int64(h.size)
}
