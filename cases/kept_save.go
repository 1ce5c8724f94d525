package cases

import (
	"bytes"
	"context"
	"encoding/binary"
	"hash/crc32"
	"io"
	"slices"
	"strings"

	"crosscase/corpus/plainfile"
)

// worth tells whether so much was read anew that it is to be kept.
func (k *kept) worth() bool {
	gone := 0
	if k.saved == 0 {
		gone = k.before - k.have
	}
	return k.have >= keptLeast && (k.fresh-k.saved > k.have/20 || gone > k.have/20)
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
	names := make([]string, 0, k.have)
	for name, f := range k.files {
		if f.known {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	var main plainfile.Pack
	blocks := make([]block, len(names))
	at := int64(0)
	main.Int(len(names))
	for i, name := range names {
		e := k.files[name]
		blocks[i] = block{at, e.block.length, e.block.sum}
		if e.rest != "" {
			blocks[i] = block{at, int64(len(e.rest)), crc32.Checksum([]byte(e.rest), castagnoli)}
		}
		at += blocks[i].length
		main.String(name)
		for _, n := range [...]int64{e.size, e.time, e.read} {
			main.Int(int(n))
		}
		for _, s := range [...]string{e.digest, e.of, e.data} {
			main.String(s)
		}
		main.Int(e.checked)
		for _, n := range [...]int64{blocks[i].start, blocks[i].length, int64(blocks[i].sum)} {
			main.Int(int(n))
		}
	}
	head := []byte(k.format)
	head = binary.LittleEndian.AppendUint64(head, uint64(len(main.Bytes())))
	head = binary.LittleEndian.AppendUint32(head, crc32.Checksum(main.Bytes(), castagnoli))
	behind := io.Reader(&blockReader{k: k, names: names})
	before := k.main
	if k.dir.WriteDerivedFrom(keptFile, io.MultiReader(bytes.NewReader(head), bytes.NewReader(main.Bytes()), behind)) != nil {
		if k.openFile() != before {
			k.closeFile()
		}
		return
	}
	k.saved, k.lately = k.fresh, [4]piece{}
	if k.openFile() != asString(main.Bytes()) {
		k.closeFile() // another program was faster
	}
	for i, name := range names {
		f := k.files[name]
		if f.block = blocks[i]; k.file != nil {
			f.rest = ""
		}
	}
}

// blockReader reads the blocks of some files one after the other, from where they are now.
type blockReader struct {
	k     *kept
	names []string
	of    io.Reader
}

func (r *blockReader) Read(p []byte) (int, error) {
	for {
		if r.of != nil {
			n, err := r.of.Read(p)
			if n > 0 || err != io.EOF {
				return n, err
			}
		}
		if len(r.names) == 0 {
			r.k.closeFile() // Windows gives no name to a file in the place of one that is open
			return 0, io.EOF
		}
		e := r.k.files[r.names[0]]
		r.names = r.names[1:]
		switch {
		case e.rest != "":
			r.of = strings.NewReader(e.rest)
		case e.block.length == 0:
			r.of = nil
		case r.k.file == nil:
			return 0, io.ErrUnexpectedEOF
		default:
			r.of = io.NewSectionReader(r.k.file, r.k.behind()+e.block.start, e.block.length)
		}
	}
}
