package cases

import (
	"context"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"hash/fnv"
	"io"
	"io/fs"
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
	read   int64  // when, in nanoseconds
	digest string // of the file
	of     string // what else it was read with: the digest of the text in which places were found, the labels of speakers
	data   string // packed; empty for a file of which only the digest matters
	tail   span64 // of a text: where its structure lies behind the rest, unless data holds it
}

type span64 struct{ start, length int64 }

// kept are the files of a study that were read before, and those that are read now.
type kept struct {
	dir     plainfile.Dir
	program string
	opened  time.Time

	mu     sync.Mutex
	before map[string]entry
	now    map[string]entry
	stamps map[string]stamp
	fresh  int    // files that were not known, or known by their digest only
	saved  int    // how many of these have been saved
	head   uint32 // the check sum of the file that before came from
	tails  string // what lies behind the rest, once it was asked for
	asked  bool
}

// keptFormat changes with the shape of what is packed; with the program it decides whether
// a file can be used.
func keptFormat(program string) string {
	h := fnv.New64a()
	for _, x := range []any{corpus.Document{}, corpus.Structure{}, coding.Layer{}, coding.Review{}, Case{}} {
		shape(h, reflect.TypeOf(x), map[reflect.Type]bool{})
	}
	return fmt.Sprintf("crosscase study 1 %016x %s\n", h.Sum64(), strings.ReplaceAll(program, "\n", " "))
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
	k := &kept{dir: dir, program: program, opened: time.Now(), before: map[string]entry{}, now: map[string]entry{}, stamps: map[string]stamp{}}
	path, err := dir.Path(keptFile)
	if err != nil {
		return k
	}
	f, err := os.Open(path)
	if err != nil {
		return k
	}
	defer f.Close()
	main, sum, ok := readKept(f, keptFormat(program))
	if !ok {
		return k
	}
	u := plainfile.NewUnpack(main)
	n := u.Count()
	before := make(map[string]entry, n)
	for range n {
		name := u.String()
		before[name] = entry{stamp: stamp{int64(u.Int()), int64(u.Int())}, read: int64(u.Int()), digest: u.String(), of: u.String(), data: u.String(), tail: span64{int64(u.Int()), int64(u.Int())}}
	}
	if u.Done() {
		k.before, k.head = before, sum
		k.now = make(map[string]entry, n)
	}
	return k
}

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// readKept reads the first part of a file and checks it.
func readKept(f io.Reader, format string) (main string, sum uint32, ok bool) {
	head := make([]byte, len(format)+12)
	if _, err := io.ReadFull(f, head); err != nil || string(head[:len(format)]) != format {
		return "", 0, false
	}
	length := binary.LittleEndian.Uint64(head[len(format):])
	sum = binary.LittleEndian.Uint32(head[len(format)+8:])
	if length > 1<<32 {
		return "", 0, false
	}
	if r, isFile := f.(*os.File); isFile {
		if info, err := r.Stat(); err != nil || uint64(info.Size()) < length {
			return "", 0, false
		}
	}
	data := make([]byte, length)
	if _, err := io.ReadFull(f, data); err != nil || crc32.Checksum(data, castagnoli) != sum {
		return "", 0, false
	}
	return asString(data), sum, true
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
}

// keep remembers a file that was read just now.
func (k *kept) keep(file, digest, of string, data []byte) {
	if k == nil {
		return
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	if now, listed := k.stamps[file]; listed {
		if e, ok := k.now[file]; ok && e.digest == digest && e.of == of && e.data == string(data) {
			return
		}
		k.now[file] = entry{stamp: now, read: k.opened.UnixNano(), digest: digest, of: of, data: asString(data)}
		k.fresh++
	}
}

// structure returns the packed structure of a text, "" if it is not kept.
func (k *kept) structure(e entry) string {
	if e.data != "" || e.tail.length == 0 {
		return e.data
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	k.loadTails()
	if e.tail.start < 0 || e.tail.length < 0 || e.tail.start+e.tail.length > int64(len(k.tails)) {
		return ""
	}
	return k.tails[e.tail.start : e.tail.start+e.tail.length]
}

// loadTails reads what lies behind the first part, unless the file is another by now.
func (k *kept) loadTails() {
	if k.asked {
		return
	}
	k.asked = true
	path, err := k.dir.Path(keptFile)
	if err != nil {
		return
	}
	f, err := os.Open(path)
	if err != nil {
		return
	}
	defer f.Close()
	format := keptFormat(k.program)
	head := make([]byte, len(format)+12)
	if _, err := io.ReadFull(f, head); err != nil || string(head[:len(format)]) != format || binary.LittleEndian.Uint32(head[len(format)+8:]) != k.head {
		return
	}
	start := int64(len(head)) + int64(binary.LittleEndian.Uint64(head[len(format):]))
	info, err := f.Stat()
	if err != nil || info.Size() < start+4 {
		return
	}
	data := make([]byte, info.Size()-start)
	if _, err := f.ReadAt(data, start); err != nil || crc32.Checksum(data[4:], castagnoli) != binary.LittleEndian.Uint32(data) {
		return
	}
	k.tails = asString(data[4:])
}

// worth tells whether so much was read anew that it is to be kept.
func (k *kept) worth() bool {
	gone := 0
	if k.saved == 0 {
		gone = len(k.before) - len(k.now)
	}
	return len(k.now) >= keptLeast && (k.fresh-k.saved > len(k.now)/20 || gone > len(k.now)/20)
}

// keptLeast is how many files a study has at least for anything to be kept: fewer are read
// as fast as this.
const keptLeast = 64

// save writes what is kept, whole or not at all. Whoever comes second while another program does
// so leaves it; what cannot be written is no problem, since everything can be read again.
func (k *kept) save() {
	k.mu.Lock()
	defer k.mu.Unlock()
	if !k.worth() {
		return
	}
	unlock, err := k.dir.LockFile(context.Background(), keptFile+".lock", 0)
	if err != nil {
		return
	}
	defer unlock()
	k.loadTails()
	names := make([]string, 0, len(k.now))
	for name := range k.now {
		names = append(names, name)
	}
	slices.Sort(names)
	var main plainfile.Pack
	var tails []string
	at := int64(0)
	main.Int(len(names))
	for _, name := range names {
		e := k.now[name]
		data, tail := e.data, span64{}
		if strings.HasPrefix(name, "documents/") && strings.HasSuffix(name, ".txt") {
			if data == "" && e.tail.length > 0 && e.tail.start+e.tail.length <= int64(len(k.tails)) {
				data = k.tails[e.tail.start : e.tail.start+e.tail.length]
			}
			tail = span64{at, int64(len(data))}
			at += tail.length
			tails, data = append(tails, data), ""
		}
		main.String(name)
		main.Int(int(e.size))
		main.Int(int(e.time))
		main.Int(int(e.read))
		main.String(e.digest)
		main.String(e.of)
		main.String(data)
		main.Int(int(tail.start))
		main.Int(int(tail.length))
	}
	head := []byte(keptFormat(k.program))
	head = binary.LittleEndian.AppendUint64(head, uint64(len(main.Bytes())))
	head = binary.LittleEndian.AppendUint32(head, crc32.Checksum(main.Bytes(), castagnoli))
	behind := []byte(strings.Join(tails, ""))
	sum := binary.LittleEndian.AppendUint32(nil, crc32.Checksum(behind, castagnoli))
	_ = k.dir.WriteDerivedFrom(keptFile, io.MultiReader(strings.NewReader(asString(head)), strings.NewReader(asString(main.Bytes())), strings.NewReader(asString(sum)), strings.NewReader(asString(behind))))
	k.saved = k.fresh
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
