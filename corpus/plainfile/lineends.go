package plainfile

import (
	"bytes"
	"io/fs"
	"path"
	"strings"
)

// people is a folder as it is read: the files that people edit have LF at the ends of their lines and no byte order mark, whatever an
// editor on Windows, or git with core.autocrlf, has put there. So a digest is that of the words, a place in a text stays where it was,
// and a file that is written anew has one kind of line end. What is kept by its digest as it came (vault) is read as it is, and so is
// the machine's own folder.
type people struct{ folder fs.FS }

func (p people) ReadFile(name string) ([]byte, error) {
	data, err := fs.ReadFile(p.folder, name)
	if err != nil || !edited(name) {
		return data, err
	}
	return lineFeeds(data), nil
}

// Open opens a file or folder. A file that people edit is read whole.
func (p people) Open(name string) (fs.File, error) {
	f, err := p.folder.Open(name)
	if err != nil || !edited(name) {
		return f, err
	}
	info, err := f.Stat()
	if err != nil || info.IsDir() {
		return f, nil
	}
	f.Close()
	data, err := p.ReadFile(name)
	if err != nil {
		return nil, err
	}
	return &opened{bytes.NewReader(data), info}, nil
}

func (p people) Stat(name string) (fs.FileInfo, error)      { return fs.Stat(p.folder, name) }
func (p people) ReadDir(name string) ([]fs.DirEntry, error) { return fs.ReadDir(p.folder, name) }

// opened is a file that was read whole. Its size is the one on disk.
type opened struct {
	*bytes.Reader
	info fs.FileInfo
}

func (o *opened) Stat() (fs.FileInfo, error) { return o.info, nil }
func (o *opened) Close() error               { return nil }

// edited tells whether a file of a study is one that people edit, by its name.
func edited(name string) bool {
	if strings.HasPrefix(name, "vault/") || strings.HasPrefix(name, ".crosscase/") {
		return false
	}
	switch path.Ext(name) {
	case ".yaml", ".jsonl", ".txt", ".md", ".ris", ".bib":
		return true
	}
	return false
}

// lineFeeds returns a text without the byte order mark at its beginning, and with LF for CR LF.
func lineFeeds(data []byte) []byte {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if bytes.IndexByte(data, '\r') < 0 {
		return data
	}
	return bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))
}
