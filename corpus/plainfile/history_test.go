package plainfile

import (
	"encoding/json"
	"errors"
	"fmt"
	"math/rand"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestHunksLeadThereAndBack makes random texts of few different lines, which are hard to tell apart, and goes from one to the
// other and back.
func TestHunksLeadThereAndBack(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	text := func() string {
		var b strings.Builder
		for range r.Intn(12) {
			fmt.Fprintf(&b, "%c\n", 'a'+r.Intn(4))
		}
		if r.Intn(3) == 0 {
			b.WriteString("end without a line end\xff")
		}
		return b.String()
	}
	for range 5000 {
		a, b := text(), text()
		hs := hunks(a, b)
		if got, ok := apply(a, hs); !ok || got != b {
			t.Fatalf("%q to %q by %+v: %q %v", a, b, hs, got, ok)
		}
		if got, ok := apply(b, backwards(hs)); !ok || got != a {
			t.Fatalf("%q back to %q: %q %v", b, a, got, ok)
		}
		line, err := EncodeLine(entry{Number: 1, Files: []fileChange{{File: "x", Hunks: hs}}})
		var back entry
		if err == nil {
			err = json.Unmarshal(line, &back)
		}
		if err != nil || fmt.Sprint(back.Files) != fmt.Sprint([]fileChange{{File: "x", Hunks: hs}}) {
			t.Fatalf("written and read again: %+v, not %+v: %v", back, hs, err)
		}
	}
}

// TestAChangeElsewhereStays changes a text by hunks after somebody else has changed it in other lines.
func TestAChangeElsewhereStays(t *testing.T) {
	before, after := "1\n2\n3\n4\n5\n6\n7\n8\n", "1\n2\nthree\n4\n5\n6\n7\n8\n"
	hs := backwards(hunks(before, after))
	for _, c := range []struct{ now, want string }{
		{"0\n0\n1\n2\nthree\n4\n5\n6\n7\n8\n", "0\n0\n1\n2\n3\n4\n5\n6\n7\n8\n"},
		{"1\n2\nthree\n4\n5\nsix\n7\n8\n", "1\n2\n3\n4\n5\nsix\n7\n8\n"},
		{"1\n2\nthree\nfour\n", "1\n2\n3\nfour\n"},
		{"three\n", "3\n"},
		{"1\n2\nTHREE\n4\n", ""},
		{"x\nthree\ny\nthree\nz\n", ""},
	} {
		got, ok := apply(c.now, hs)
		if ok != (c.want != "") || ok && got != c.want {
			t.Errorf("%q became %q, %v", c.now, got, ok)
		}
	}
	if _, ok := apply("a\nb\n", backwards(hunks("a\nx\nb\n", "a\nb\n"))); !ok {
		t.Error("a line that went cannot come back between the two it stood between")
	}
	if _, ok := apply("a\nc\nd\nb\n", backwards(hunks("a\nx\nb\n", "a\nb\n"))); ok {
		t.Error("a line came back where nobody can know its place")
	}
}

func twoFiles(t *testing.T) Dir {
	t.Helper()
	d := Dir{Root: t.TempDir()}
	for name, text := range map[string]string{"a.txt": "one\ntwo\n", "b.txt": "bee\n"} {
		if err := d.Write(name, []byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	return d
}

func see(t *testing.T, d Dir, want map[string]string) {
	t.Helper()
	for name, text := range want {
		data, err := d.Read(name)
		if text == "-" && err == nil || text != "-" && string(data) != text {
			t.Errorf("%s holds %q, not %q", name, data, text)
		}
	}
}

// change changes a.txt, takes b.txt out and makes c.txt, in one.
func change(t *testing.T, d Dir, key string) {
	t.Helper()
	held, files := d.HoldBack()
	for _, err := range []error{held.Write("a.txt", []byte("one\nthree\n")), held.Remove("b.txt"), held.Write("c.txt", []byte("new\n")), held.Write("a.txt", []byte("one\nfour\n"))} {
		if err != nil {
			t.Fatal(err)
		}
	}
	if data, _ := held.Read("a.txt"); string(data) != "one\nfour\n" || held.Exists("b.txt") || !held.Exists("c.txt") {
		t.Error("what is held back is not what is read")
	}
	see(t, d, map[string]string{"a.txt": "one\ntwo\n", "b.txt": "bee\n", "c.txt": "-"})
	if err := d.History("ann").Commit(files, key, "2026-03-02", "a change"); err != nil {
		t.Fatal(err)
	}
}

var (
	asBefore = map[string]string{"a.txt": "one\ntwo\n", "b.txt": "bee\n", "c.txt": "-"}
	asAfter  = map[string]string{"a.txt": "one\nfour\n", "b.txt": "-", "c.txt": "new\n"}
)

func TestAChangeIsTakenBackAndDoneAgain(t *testing.T) {
	d := twoFiles(t)
	change(t, d, "k")
	see(t, d, asAfter)
	if did, ok := d.History("ann").Did("k"); !ok || did != "a change" {
		t.Error("the key is not known")
	}
	for range 3 {
		if did, err := d.History("ann").Undo("", ""); err != nil || did != "a change" {
			t.Fatal(did, err)
		}
		see(t, d, asBefore)
		if did, err := d.History("ann").Redo("", ""); err != nil || did != "a change" {
			t.Fatal(did, err)
		}
		see(t, d, asAfter)
	}
	if did, err := d.History("ann").Redo("", ""); did != "" || err != nil {
		t.Error("more was done again than was taken back")
	}
	if err := d.Write("c.txt", []byte("newer\n")); err != nil {
		t.Fatal(err)
	}
	var moved Moved
	if _, err := d.History("ann").Undo("", ""); !errors.As(err, &moved) || moved.File != "c.txt" {
		t.Errorf("taking back over another's work: %v", err)
	}
	see(t, d, map[string]string{"a.txt": "one\nfour\n", "b.txt": "-", "c.txt": "newer\n"})
}

// TestAChangeThatWasBegunIsEnded stops a change before each of its steps, and lets another program come after.
func TestAChangeThatWasBegunIsEnded(t *testing.T) {
	for n := 1; ; n++ {
		d := twoFiles(t)
		left := n
		stopping := d
		stopping.Step = func(string) {
			if left--; left == 0 {
				panic("stopped")
			}
		}
		stopped := func() (stopped bool) {
			defer func() { stopped = recover() != nil }()
			change(t, stopping, "k")
			return false
		}()
		if err := d.EndBegun(); err != nil {
			t.Fatal(err)
		}
		if _, noted := d.History("ann").Did("k"); noted {
			see(t, d, asAfter)
		} else {
			see(t, d, asBefore)
		}
		if !stopped {
			if n < 8 {
				t.Fatalf("a change has %d steps", n-1)
			}
			return
		}
	}
}

// TestAChangeThatWasTakenBackByHandStaysSo does not do again what a person has put back from elsewhere, as from git.
func TestAChangeThatWasTakenBackByHandStaysSo(t *testing.T) {
	d := twoFiles(t)
	change(t, d, "k")
	if err := d.Write("a.txt", []byte("one\ntwo\n")); err != nil {
		t.Fatal(err)
	}
	if err := d.EndBegun(); err != nil {
		t.Fatal(err)
	}
	see(t, d, map[string]string{"a.txt": "one\ntwo\n"})
}

func TestAHistoryIsCutShort(t *testing.T) {
	d := twoFiles(t)
	h := d.History("ann")
	for n := range 40 {
		held, files := d.HoldBack()
		if err := held.Write("a.txt", []byte(strings.Repeat(fmt.Sprint("line ", n, "\n"), 6000))); err != nil {
			t.Fatal(err)
		}
		if err := h.Commit(files, "", "", fmt.Sprint("change ", n)); err != nil {
			t.Fatal(err)
		}
		info, err := os.Stat(filepath.Join(d.Root, filepath.FromSlash(historyFile)))
		if err != nil || info.Size() > mostKept+1<<20 || !h.Current() {
			t.Fatalf("after %d changes the history has %d bytes: %v", n, info.Size(), err)
		}
	}
	for n := 39; n > 37; n-- {
		if did, err := d.History("ann").Undo("", ""); err != nil || did != fmt.Sprint("change ", n) {
			t.Fatal(n, did, err)
		}
	}
}

// What a change put into a file is taken back only if the file stays one that can be read: with a name twice it is none.
func TestUndoLeavesNoNameTwice(t *testing.T) {
	d := Dir{Root: t.TempDir()}
	write := func(text string) {
		t.Helper()
		if err := d.Write("a.yaml", []byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	write("codes:\n  - key: a\n    kind: x\n    note: here\n")
	held, files := d.HoldBack()
	if err := held.Write("a.yaml", []byte("codes:\n  - key: a\n    note: here\n")); err != nil {
		t.Fatal(err)
	}
	if err := d.History("ann").Commit(files, "k", "2026-03-02", "took the kind away"); err != nil {
		t.Fatal(err)
	}
	byHand := "codes:\n  - kind: y\n    key: a\n    note: here\n" // another kind, above
	write(byHand)
	var moved Moved
	if did, err := d.History("ann").Undo("", ""); !errors.As(err, &moved) || moved.File != "a.yaml" {
		t.Errorf("%q: %v", did, err)
	}
	see(t, d, map[string]string{"a.yaml": byHand})
}
