package plainfile

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/iotest"
)

// killed is what the Step of a test panics with to end a write there.
type killed struct{}

// killAt runs write and ends it before its nth step, from 0. It returns the steps that were taken.
func killAt(d Dir, n int, write func(Dir) error) (steps []string, err error) {
	d.Step = func(s string) {
		if len(steps) == n {
			panic(killed{})
		}
		steps = append(steps, s)
	}
	defer func() {
		if r := recover(); r != nil {
			if _, ok := r.(killed); !ok {
				panic(r)
			}
			err = errors.New("killed")
		}
	}()
	return steps, write(d)
}

func files(t *testing.T, d Dir) []string {
	t.Helper()
	var out []string
	err := fs.WalkDir(d.FS(), ".", func(path string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			out = append(out, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestAWriteThatIsKilledAtAnyStepLeavesTheOldOrTheNewContent(t *testing.T) {
	const name = "codings/ann/a.jsonl"
	for _, old := range []string{"", "old\n"} {
		finished := false
		for n := 0; !finished; n++ {
			d := Dir{Root: t.TempDir()}
			if old != "" {
				if err := d.Write(name, []byte(old)); err != nil {
					t.Fatal(err)
				}
			}
			steps, err := killAt(d, n, func(d Dir) error { return d.Write(name, []byte("new\n")) })
			finished = err == nil
			got, readErr := d.Read(name)
			switch renamed := slices.Contains(steps, "rename "+name); {
			case renamed && string(got) != "new\n":
				t.Errorf("killed after %q: %q, %v; want the new content", steps, got, readErr)
			case !renamed && (string(got) != old || old == "" && !errors.Is(readErr, fs.ErrNotExist)):
				t.Errorf("killed after %q: %q, %v; want the old content", steps, got, readErr)
			}
			if err := d.Sweep("codings/ann"); err != nil {
				t.Fatal(err)
			}
			if left := files(t, d); len(left) > 1 || len(left) == 1 && left[0] != name {
				t.Errorf("killed after %q: %q is left", steps, left)
			}
			if err := d.Write(name, []byte("third\n")); err != nil {
				t.Fatal(err)
			}
			if got, _ := d.Read(name); string(got) != "third\n" {
				t.Errorf("the next write left %q", got)
			}
			if n > 10 {
				t.Fatal("a write has no end of steps")
			}
		}
	}
}

func TestTheStepsOfAWrite(t *testing.T) {
	d := Dir{Root: t.TempDir()}
	steps, err := killAt(d, 100, func(d Dir) error { return d.Write("a", []byte("x")) })
	if want := []string{"create a", "fill a", "sync a", "rename a", "settle a"}; err != nil || !slices.Equal(steps, want) {
		t.Errorf("%q, %v; want %q", steps, err, want)
	}
	if steps, _ = killAt(d, 100, func(d Dir) error { return d.Write("a", []byte("x")) }); len(steps) != 0 {
		t.Errorf("writing the same again takes the steps %q", steps)
	}
}

func TestAWriteThatFailsLeavesTheOldContentAndNoRemains(t *testing.T) {
	d := Dir{Root: t.TempDir()}
	if err := d.Write("a", []byte("old")); err != nil {
		t.Fatal(err)
	}
	broken := errors.New("the disk is full")
	if err := d.WriteFrom("a", iotest.ErrReader(broken)); !errors.Is(err, broken) {
		t.Errorf("error %v, want %v", err, broken)
	}
	if got, _ := d.Read("a"); string(got) != "old" {
		t.Errorf("content %q", got)
	}
	if left := files(t, d); !slices.Equal(left, []string{"a"}) {
		t.Errorf("%q is left", left)
	}
	if err := d.Write("a/b", []byte("x")); err == nil {
		t.Error("a file is written into a file")
	}
}

func TestSweepLeavesEverythingElse(t *testing.T) {
	d := Dir{Root: t.TempDir()}
	for _, name := range []string{"x/a.yaml", "x/.hidden", "x/" + temporary + "1", "x/y/" + temporary + "2"} {
		if err := d.Write(name, []byte(name)); err != nil {
			t.Fatal(err)
		}
	}
	if err := d.Sweep("x"); err != nil {
		t.Fatal(err)
	}
	if got, want := files(t, d), []string{"x/.hidden", "x/a.yaml", "x/y/" + temporary + "2"}; !slices.Equal(got, want) {
		t.Errorf("left %q, want %q", got, want)
	}
	if err := d.Sweep("not-there"); err != nil {
		t.Errorf("a folder that is not there: %v", err)
	}
}

func TestAPathThatLeadsOutIsRefused(t *testing.T) {
	root := t.TempDir()
	d := Dir{Root: filepath.Join(root, "study")}
	names := []string{"../x", "a/../../x", "/etc/x", "", "a//b", "./a", "a/", "a/./b", ".."}
	if runtime.GOOS == "windows" {
		names = append(names, `..\x`, `C:x`, `a\..\..\x`, "nul")
	}
	for _, name := range names {
		for verb, err := range map[string]error{"write": d.Write(name, []byte("x")), "append": d.Append(name, []byte("x")), "remove": d.Remove(name)} {
			if err == nil || !strings.Contains(err.Error(), "leads out of the study") {
				t.Errorf("%s %q: %v", verb, name, err)
			}
		}
		if _, err := d.Read(name); err == nil {
			t.Errorf("read %q", name)
		}
	}
	if entries, _ := os.ReadDir(root); len(entries) != 0 {
		t.Errorf("%v was made", entries)
	}
}

func TestAppendClosesATornLineFirst(t *testing.T) {
	d := Dir{Root: t.TempDir()}
	for _, c := range []struct{ there, want string }{{"", "{}\n"}, {"{\"a\": 1}\n", "{\"a\": 1}\n{}\n"}, {"{\"a\": 1}\n{\"b\"", "{\"a\": 1}\n{\"b\"\n{}\n"}} {
		name := fmt.Sprintf("x/%d.jsonl", len(c.there))
		if c.there != "" {
			if err := d.Write(name, []byte(c.there)); err != nil {
				t.Fatal(err)
			}
		}
		if err := d.Append(name, []byte("{}\n")); err != nil {
			t.Fatal(err)
		}
		if got, _ := d.Read(name); string(got) != c.want {
			t.Errorf("after %q: %q, want %q", c.there, got, c.want)
		}
	}
}

func TestAppendDoesNotChangeWhatItIsGiven(t *testing.T) {
	d := Dir{Root: t.TempDir()}
	if err := d.Append("a", []byte("torn")); err != nil {
		t.Fatal(err)
	}
	lines := make([]byte, 3, 64)
	copy(lines, "{}\n")
	if err := d.Append("a", lines); err != nil || string(lines[:4]) != "{}\n\x00" {
		t.Errorf("%q, %v", lines[:4], err)
	}
}

func TestRemovingWhatIsNotThereIsNoError(t *testing.T) {
	d := Dir{Root: t.TempDir()}
	if err := d.Write("a", nil); err != nil || !d.Exists("a") {
		t.Fatalf("an empty file was not written: %v", err)
	}
	for range 2 {
		if err := d.Remove("a"); err != nil || d.Exists("a") {
			t.Errorf("%v", err)
		}
	}
}

func TestFilesWrittenTogetherAreWholeOrNotThereWhereverTheProgramIsKilled(t *testing.T) {
	want := map[string]string{"vault/a": "original", "documents/a.yaml": "side", "documents/a.txt": "text"}
	order := []string{"vault/a", "documents/a.yaml", "documents/a.txt"}
	finished := false
	for n := 0; !finished; n++ {
		d := Dir{Root: t.TempDir()}
		steps, err := killAt(d, n, func(d Dir) error {
			all := d.Together()
			for _, name := range order {
				if err := all.Write(name, []byte(want[name])); err != nil {
					return err
				}
			}
			return all.Finish()
		})
		finished = err == nil
		there := 0
		for i, name := range order {
			got, err := d.Read(name)
			if err != nil {
				continue
			}
			if there++; string(got) != want[name] || there != i+1 {
				t.Errorf("killed after %q: %s holds %q, and %d of those before it are there", steps, name, got, there-1)
			}
			if synced := slices.Index(steps, "sync "+order[len(order)-1]); synced < 0 {
				t.Errorf("%s has its name before all is on the disk: %q", name, steps)
			}
		}
		if finished && (there != len(order) || !slices.Contains(steps, "settle "+filepath.Join(d.Root, "documents"))) {
			t.Errorf("after the end %d files are there: %q", there, steps)
		}
		if n > 100 {
			t.Fatal("never finished")
		}
	}
}

func TestFilesWrittenTogetherAreAllGoneAfterAnError(t *testing.T) {
	d := Dir{Root: t.TempDir()}
	all := d.Together()
	if err := all.Write("a.txt", []byte("a")); err != nil {
		t.Fatal(err)
	}
	if !all.Holds("a.txt") || d.Exists("a.txt") {
		t.Error("the file has its name too early, or is not known")
	}
	if err := all.Write("folder/b.txt", []byte("b")); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(filepath.Join(d.Root, "folder", "b.txt"), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := all.Finish(); err == nil {
		t.Error("a folder was written over")
	}
	if got := files(t, d); len(got) != 1 || got[0] != "a.txt" {
		t.Errorf("left behind: %q", got)
	}
}

// unreadable makes a file of a folder one that is there and cannot be read, for root too: a link to itself.
// It returns a check that it is still that.
func unreadable(t *testing.T, d Dir, name string) (untouched func()) {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("links need rights there")
	}
	target, err := d.Path(name)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Dir(target), 0o777); err != nil {
		t.Fatal(err)
	}
	os.Remove(target)
	if err := os.Symlink(filepath.Base(target), target); err != nil {
		t.Fatal(err)
	}
	return func() {
		t.Helper()
		if to, err := os.Readlink(target); err != nil || to != filepath.Base(target) {
			t.Errorf("%s was written over: %q, %v", name, to, err)
		}
	}
}

func TestOnlyAFileThatDoesNotExistIsNotThere(t *testing.T) {
	d := Dir{Root: t.TempDir()}
	if data, there, err := d.ReadIfThere("a/b.txt"); data != nil || there || err != nil {
		t.Errorf("no file: %q, %v, %v", data, there, err)
	}
	if err := d.Write("empty.txt", nil); err != nil {
		t.Fatal(err)
	}
	if data, there, err := d.ReadIfThere("empty.txt"); len(data) > 0 || !there || err != nil {
		t.Errorf("an empty file: %q, %v, %v", data, there, err)
	}
	unreadable(t, d, "x.txt")
	_, there, err := d.ReadIfThere("x.txt")
	if there || err == nil || !strings.HasPrefix(err.Error(), "x.txt: cannot be read: ") || !strings.Contains(err.Error(), "\nhint: ") {
		t.Errorf("%v, %v", there, err)
	}
}

func TestAFileThatCannotBeReadIsNotWrittenOver(t *testing.T) {
	d := Dir{Root: t.TempDir()}
	untouched := unreadable(t, d, "x.jsonl")
	if err := d.Write("x.jsonl", []byte("new\n")); err == nil {
		t.Error("Write says nothing")
	}
	untouched()
	together := d.Together()
	err := together.Write("x.jsonl", []byte("new\n"))
	if err := errors.Join(err, together.Finish()); err == nil {
		t.Error("Together says nothing")
	}
	untouched()
}
