package cases

import (
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"hash/fnv"
	"io"
	"os"
	"reflect"
	"slices"
	"strings"
	"sync"
	"time"
	"unsafe"

	"crosscase/coding"
	"crosscase/corpus"
	"crosscase/corpus/plainfile"
)

// keptFile holds what was read of a study's many files: sidecars, cases, codings, reviews,
// and how its texts are built up. It belongs to this machine and can be deleted at any time.
//
// What every opening asks for stands at its beginning; codings and how texts are built up lie in blocks behind,
// which are read one by one when they are asked for. Each has its check sum.
//
// It says of every file its size, its time and its digest. A file of that size and time is
// taken as known; one that may have been changed within the grain of the clock, or has
// another time, is known by its digest. A file with problems is never kept, so that they are told each
// time. Another build of the program, and a damaged file, make everything be read anew.
const keptFile = ".crosscase/study"

// grain is how long after the time of a file another change may bear the same time.
const grain = 2 * time.Second

// stamp is the size and time of a file.
type stamp struct{ size, time int64 }

// entry is what is kept of one file.
type entry struct {
	stamp
	read    int64  // when, in nanoseconds
	digest  string // of the file
	of      string // what else it was read with: the digest of the text in which places were found, the labels of speakers
	data    string // packed: what every opening asks for
	checked int    // of codings: by which code book and guide they were found right (Study.checkMark), 0 if they were not
	rest    string // packed: what lies in the block, of a file that was read just now
	block   block
}

// block is where the rest of what is kept of a file lies. One of length 0 is none.
type block struct {
	start, length int64
	sum           uint32
}

// piece is a stretch of what lies behind, from start on.
type piece struct {
	start int64
	data  string
}

// readAhead is how much is read at once by one who asks for block after block: those of one kind lie one behind the other.
const readAhead = 32 << 10

// kept are the files of a study that were read before, and those that are read now.
type kept struct {
	dir    plainfile.Dir
	format string // with which the file begins
	opened time.Time

	mu     sync.Mutex
	files  map[string]*keptOf
	have   int      // files of which there is something now
	before int      // and of which there was at first
	fresh  int      // files that were not known, or known by their digest only
	saved  int      // how many of these have been saved
	file   *os.File // with the blocks, nil if there is none, or none that can be used
	main   string   // what stands at its beginning
	lately [4]piece // what was read last
	turn   int      // which of them goes next
}

// keptOf is what is kept of a file, and whether it is of use.
type keptOf struct {
	entry
	now    stamp // of the file as its folder was looked at; of time 0 if it is not there
	before bool  // the entry was there at first
	known  bool  // the entry is of the file as it is
}

// keptFormat changes with the shape of what is packed; with the program it decides whether
// a file can be used.
func keptFormat(program string) string {
	h := fnv.New64a()
	for _, x := range []any{corpus.Document{}, corpus.Structure{}, coding.Layer{}, coding.Review{}, Case{}} {
		shape(h, reflect.TypeOf(x), map[reflect.Type]bool{})
	}
	return fmt.Sprintf("crosscase study 3 %016x %s\n", h.Sum64(), strings.ReplaceAll(program, "\n", " "))
}

func shape(w io.Writer, t reflect.Type, seen map[reflect.Type]bool) {
	fmt.Fprint(w, t.String(), "{")
	switch t.Kind() {
	case reflect.Struct:
		if !seen[t] {
			seen[t] = true
			for i := range t.NumField() {
				fmt.Fprint(w, t.Field(i).Name, " ")
				shape(w, t.Field(i).Type, seen)
			}
		}
	case reflect.Slice, reflect.Pointer, reflect.Array:
		shape(w, t.Elem(), seen)
	case reflect.Map:
		shape(w, t.Key(), seen)
		shape(w, t.Elem(), seen)
	}
	fmt.Fprint(w, "}")
}

// loadKept returns what was kept of a study: nothing if there is nothing, or nothing that
// can be used. The folders of the study are looked at later than opened.
func loadKept(dir plainfile.Dir, program string, opened time.Time) *kept {
	k := &kept{dir: dir, format: keptFormat(program), opened: opened, files: map[string]*keptOf{}}
	main := k.openFile()
	u := plainfile.NewUnpack(main)
	n := u.Count()
	list, files := make([]keptOf, n), make(map[string]*keptOf, n)
	for i := range list {
		name := u.String()
		list[i] = keptOf{before: true, entry: entry{stamp: stamp{int64(u.Int()), int64(u.Int())}, read: int64(u.Int()), digest: u.String(), of: u.String(), data: u.String(), checked: u.Int(),
			block: block{int64(u.Int()), int64(u.Int()), uint32(u.Int())}}}
		files[name] = &list[i]
	}
	if u.Done() {
		k.files, k.before = files, n
	}
	return k
}

// openFile opens the file in which things are kept, and returns what stands at its beginning, "" if it cannot be used.
func (k *kept) openFile() string {
	path, err := k.dir.Path(keptFile)
	if err != nil {
		return ""
	}
	f, err := os.Open(path)
	if err != nil {
		return ""
	}
	main, ok := readKept(f, k.format)
	if !ok {
		f.Close()
		return ""
	}
	k.file, k.main = f, main
	return main
}

// behind returns where the blocks begin.
func (k *kept) behind() int64 { return int64(len(k.format) + 12 + len(k.main)) }

// close closes the file. What is not read by then is read from the study's own files.
func (k *kept) close() {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.closeFile()
}

func (k *kept) closeFile() {
	if k.file != nil {
		k.file.Close()
		k.file = nil
	}
}

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// readKept reads what stands at the beginning of a file and checks it.
func readKept(f *os.File, format string) (main string, ok bool) {
	head := make([]byte, len(format)+12)
	if _, err := io.ReadFull(f, head); err != nil || string(head[:len(format)]) != format {
		return "", false
	}
	length := binary.LittleEndian.Uint64(head[len(format):])
	if info, err := f.Stat(); err != nil || length > 1<<32 || uint64(info.Size()) < length {
		return "", false
	}
	data := make([]byte, length)
	if _, err := io.ReadFull(f, data); err != nil || crc32.Checksum(data, castagnoli) != binary.LittleEndian.Uint32(head[len(format)+8:]) {
		return "", false
	}
	return asString(data), true
}

// asString returns bytes that nobody changes any more as a string, without a copy.
func asString(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }

// asBytes returns a string as bytes that nobody may change, without a copy.
func asBytes(s string) []byte { return unsafe.Slice(unsafe.StringData(s), len(s)) }

// known returns what is kept of a file, if the file is still what it was. read returns its bytes.
func (k *kept) known(file string, read func() ([]byte, error)) (entry, bool) {
	if k == nil {
		return entry{}, false
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	f := k.files[file]
	switch {
	case f == nil:
		return entry{}, false
	case f.known:
		return f.entry, true
	case !f.before || f.now.time == 0 || f.size != f.now.size:
		return entry{}, false
	}
	if f.stamp != f.now || f.read-f.time < int64(grain) {
		data, err := read()
		if err != nil || corpus.Digest(data) != f.digest {
			return entry{}, false
		}
		f.stamp, f.read = f.now, k.opened.UnixNano()
		k.fresh++
	}
	k.learn(f)
	return f.entry, true
}

func (k *kept) learn(f *keptOf) {
	if !f.known {
		f.known = true
		k.have++
	}
}

// lookUp returns what is kept of a file that known has found, or that was read just now.
func (k *kept) lookUp(file string) (entry, bool) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if f := k.files[file]; f != nil && f.known {
		return f.entry, true
	}
	return entry{}, false
}

// entryOf is lookUp for one who holds the lock, and to whom nothing is as good as what is empty.
func (k *kept) entryOf(file string) entry {
	if f := k.files[file]; f != nil && f.known {
		return f.entry
	}
	return entry{}
}

// forget drops what is kept of a file.
func (k *kept) forget(file string) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if f := k.files[file]; f != nil {
		if f.known {
			k.have--
		}
		f.known, f.before = false, false
	}
	k.lately = [4]piece{}
}

// keep remembers a file that was read just now: what every opening asks for, and the rest.
func (k *kept) keep(file, digest, of string, data, rest []byte) {
	if k == nil {
		return
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	if f := k.files[file]; f != nil && f.now.time != 0 {
		k.lately = [4]piece{}
		f.entry = entry{stamp: f.now, read: k.opened.UnixNano(), digest: digest, of: of, data: asString(data), rest: asString(rest)}
		k.learn(f)
		k.fresh++
	}
}

// pass notes by which code book and guide the codings of a file that is kept were found right.
func (k *kept) pass(file string, mark int) {
	if k == nil {
		return
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	f := k.files[file]
	if f == nil || !f.known || f.checked == mark {
		return
	}
	if f.rest == "" { // else it is fresh already
		k.fresh++
	}
	f.checked = mark
}

// restOf returns the rest of what is kept of a file, "" if there is none that can be read.
func (k *kept) restOf(file string) string {
	k.mu.Lock()
	defer k.mu.Unlock()
	e := k.entryOf(file)
	if e.rest != "" || e.block.length == 0 || k.file == nil {
		return e.rest
	}
	if rest := k.read(e.block); rest != "" {
		return rest
	}
	k.closeFile()
	if path, err := k.dir.Path(keptFile); err == nil {
		os.Remove(path) // it is damaged; the next opening makes it anew
	}
	return ""
}

// read returns what lies in a block, "" if that is not what was put there.
func (k *kept) read(b block) string {
	if b.start < 0 || b.length <= 0 || b.length > 1<<32 {
		return ""
	}
	i := slices.IndexFunc(k.lately[:], func(p piece) bool { return p.start <= b.start && b.start+b.length <= p.start+int64(len(p.data)) })
	if i < 0 {
		i = k.turn % len(k.lately)
		k.turn++
		length := b.length
		if slices.ContainsFunc(k.lately[:], func(p piece) bool { return p.start < b.start && b.start < p.start+int64(len(p.data))+readAhead/8 }) {
			length = max(length, readAhead)
		}
		data := make([]byte, length)
		n, _ := k.file.ReadAt(data, k.behind()+b.start)
		k.lately[i] = piece{b.start, asString(data[:n])}
	}
	p := k.lately[i]
	if int64(len(p.data)) < b.start-p.start+b.length {
		return ""
	}
	rest := p.data[b.start-p.start:][:b.length]
	if crc32.Checksum(asBytes(rest), castagnoli) != b.sum {
		return ""
	}
	return rest
}

// list notes the sizes and times of the files of a folder.
func (k *kept) list(l listing) {
	k.mu.Lock()
	defer k.mu.Unlock()
	for i, name := range l.files {
		if l.stamps[i].time == 0 {
			continue
		}
		f := k.files[name]
		if f == nil {
			f = &keptOf{}
			k.files[name] = f
		}
		f.now = l.stamps[i]
	}
}

// stampOf returns the size and time of a file as its folder was looked at, of time 0 if it was not there.
func (k *kept) stampOf(file string) stamp {
	k.mu.Lock()
	defer k.mu.Unlock()
	if f := k.files[file]; f != nil {
		return f.now
	}
	return stamp{}
}
