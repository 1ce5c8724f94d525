package cases

import (
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"hash/fnv"
	"io"
	"io/fs"
	"os"
	"reflect"
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

// piece is what was read from a block.
type piece struct{ file, rest string }

// kept are the files of a study that were read before, and those that are read now.
type kept struct {
	dir    plainfile.Dir
	format string // with which the file begins
	opened time.Time

	mu     sync.Mutex
	before map[string]entry
	now    map[string]entry
	stamps map[string]stamp
	fresh  int      // files that were not known, or known by their digest only
	saved  int      // how many of these have been saved
	file   *os.File // with the blocks, nil if there is none, or none that can be used
	main   string   // what stands at its beginning
	lately [4]piece // the blocks that were read last, for who asks twice in a row
	turn   int      // which of them goes next
}

// keptFormat changes with the shape of what is packed; with the program it decides whether
// a file can be used.
func keptFormat(program string) string {
	h := fnv.New64a()
	for _, x := range []any{corpus.Document{}, corpus.Structure{}, coding.Layer{}, coding.Review{}, Case{}} {
		shape(h, reflect.TypeOf(x), map[reflect.Type]bool{})
	}
	return fmt.Sprintf("crosscase study 2 %016x %s\n", h.Sum64(), strings.ReplaceAll(program, "\n", " "))
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
// can be used.
func loadKept(dir plainfile.Dir, program string) *kept {
	k := &kept{dir: dir, format: keptFormat(program), opened: time.Now(), before: map[string]entry{}, now: map[string]entry{}, stamps: map[string]stamp{}}
	main := k.openFile()
	u := plainfile.NewUnpack(main)
	n := u.Count()
	before := make(map[string]entry, n)
	for range n {
		name := u.String()
		before[name] = entry{stamp: stamp{int64(u.Int()), int64(u.Int())}, read: int64(u.Int()), digest: u.String(), of: u.String(), data: u.String(), checked: u.Int(),
			block: block{int64(u.Int()), int64(u.Int()), uint32(u.Int())}}
	}
	if u.Done() && n > 0 {
		k.before, k.now, k.stamps = before, make(map[string]entry, n), make(map[string]stamp, n)
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

// known returns what is kept of a file, if the file is still what it was. read returns its bytes.
func (k *kept) known(file string, read func() ([]byte, error)) (entry, bool) {
	if k == nil {
		return entry{}, false
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	if e, ok := k.now[file]; ok {
		return e, true
	}
	e, ok := k.before[file]
	now, listed := k.stamps[file]
	if !ok || !listed || e.size != now.size {
		return entry{}, false
	}
	if e.stamp != now || e.read-e.time < int64(grain) {
		data, err := read()
		if err != nil || corpus.Digest(data) != e.digest {
			return entry{}, false
		}
		e.stamp, e.read = now, k.opened.UnixNano()
		k.fresh++
	}
	k.now[file] = e
	return e, true
}

// lookUp returns what is kept of a file that known has found, or that was read just now.
func (k *kept) lookUp(file string) (entry, bool) {
	k.mu.Lock()
	defer k.mu.Unlock()
	e, ok := k.now[file]
	return e, ok
}

// forget drops what is kept of a file.
func (k *kept) forget(file string) {
	k.mu.Lock()
	defer k.mu.Unlock()
	delete(k.now, file)
	delete(k.before, file)
	k.lately = [4]piece{}
}

// keep remembers a file that was read just now: what every opening asks for, and the rest.
func (k *kept) keep(file, digest, of string, data, rest []byte) {
	if k == nil {
		return
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	if now, listed := k.stamps[file]; listed {
		k.lately = [4]piece{}
		k.now[file] = entry{stamp: now, read: k.opened.UnixNano(), digest: digest, of: of, data: asString(data), rest: asString(rest)}
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
	e, ok := k.now[file]
	if !ok || e.checked == mark {
		return
	}
	if e.rest == "" { // else it is fresh already
		k.fresh++
	}
	e.checked = mark
	k.now[file] = e
}

// restOf returns the rest of what is kept of a file, "" if there is none that can be read.
func (k *kept) restOf(file string) string {
	k.mu.Lock()
	defer k.mu.Unlock()
	e := k.now[file]
	if e.rest != "" || e.block.length == 0 || k.file == nil {
		return e.rest
	}
	for _, p := range k.lately {
		if p.file == file {
			return p.rest
		}
	}
	if e.block.start >= 0 && e.block.length > 0 && e.block.length < 1<<32 {
		data := make([]byte, e.block.length)
		if _, err := k.file.ReadAt(data, k.behind()+e.block.start); err == nil && crc32.Checksum(data, castagnoli) == e.block.sum {
			k.lately[k.turn%len(k.lately)] = piece{file, asString(data)}
			k.turn++
			return asString(data)
		}
	}
	k.closeFile()
	if path, err := k.dir.Path(keptFile); err == nil {
		os.Remove(path) // it is damaged; the next opening makes it anew
	}
	return ""
}

// list notes the sizes and times of the files of a folder, two at once: on large studies
// this is most of what opening costs.
func (k *kept) list(folder string, entries []fs.DirEntry) {
	found := make([]stamp, len(entries))
	look := func(from, to int) {
		for i := from; i < to; i++ {
			if entries[i].Type().IsRegular() {
				if info, err := entries[i].Info(); err == nil {
					found[i] = stamp{info.Size(), info.ModTime().UnixNano()}
				}
			}
		}
	}
	if len(entries) > 500 {
		var wg sync.WaitGroup
		wg.Go(func() { look(0, len(entries)/2) })
		look(len(entries)/2, len(entries))
		wg.Wait()
	} else {
		look(0, len(entries))
	}
	for i, e := range entries {
		if found[i].time != 0 {
			k.stamps[folder+"/"+e.Name()] = found[i]
		}
	}
}
