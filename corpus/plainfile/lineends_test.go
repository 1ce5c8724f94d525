package plainfile

import (
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"
)

// What an editor on Windows saved is read as it was written first, by every way to read it; what is kept as it came is not touched.
func TestFilesSavedOnWindowsAreReadAsTheyWere(t *testing.T) {
	d := Dir{Root: t.TempDir()}
	saved := "\ufeffa: 1\r\nb: \"x\ry\"\r\n\r\n"
	for _, f := range []struct{ name, want string }{
		{"codebook.yaml", "a: 1\nb: \"x\ry\"\n\n"}, {"documents/a.txt", "a: 1\nb: \"x\ry\"\n\n"}, {"codings/ann/a.jsonl", "a: 1\nb: \"x\ry\"\n\n"}, {"memos/a.md", "a: 1\nb: \"x\ry\"\n\n"},
		{"vault/originals/a.txt", saved}, {".crosscase/kept.txt", saved}, {"sources/a.csv", saved}, {"sources/a.docx", saved},
	} {
		path := filepath.Join(d.Root, filepath.FromSlash(f.name))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(saved), 0o666); err != nil {
			t.Fatal(err)
		}
		if got, err := d.Read(f.name); err != nil || string(got) != f.want {
			t.Errorf("%s: read %q, %v; want %q", f.name, got, err, f.want)
		}
		file, err := d.FS().Open(f.name)
		if err != nil {
			t.Fatal(err)
		}
		got, err := io.ReadAll(file)
		file.Close()
		if err != nil || string(got) != f.want {
			t.Errorf("%s: opened %q, %v; want %q", f.name, got, err, f.want)
		}
		if info, err := fs.Stat(d.FS(), f.name); err != nil || info.Size() != int64(len(saved)) {
			t.Errorf("%s: the size on disk is %v, %v", f.name, info, err)
		}
		if err := d.Write(f.name, []byte(f.want)); err != nil {
			t.Fatal(err)
		}
		if now, _ := os.ReadFile(path); string(now) != saved {
			t.Errorf("%s: written over although it says the same: %q", f.name, now)
		}
	}
	if err := d.Write("codebook.yaml", []byte("a: 2\n")); err != nil {
		t.Fatal(err)
	}
	if now, _ := os.ReadFile(filepath.Join(d.Root, "codebook.yaml")); string(now) != "a: 2\n" {
		t.Errorf("written anew: %q", now)
	}
	if err := os.Mkdir(filepath.Join(d.Root, "folder.txt"), 0o777); err != nil {
		t.Fatal(err)
	}
	if entries, err := fs.ReadDir(d.FS(), "."); err != nil || len(entries) < 7 {
		t.Errorf("the folder: %v, %v", entries, err)
	}
	plain := Dir{Root: t.TempDir()}
	for _, name := range []string{"a/b.txt", "c.yaml", "d.bin"} {
		if err := plain.WriteDerived(name, []byte("one\ntwo\n")); err != nil {
			t.Fatal(err)
		}
	}
	if err := fstest.TestFS(plain.FS(), "a/b.txt", "c.yaml", "d.bin"); err != nil {
		t.Error(err)
	}
}
