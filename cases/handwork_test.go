package cases

import (
	"strings"
	"testing"

	"crosscase/corpus/plainfile"
)

func TestHandworkIsPutBackUnlessItChangedSince(t *testing.T) {
	dir := plainfile.Dir{Root: t.TempDir()}
	const codings, verdicts = "codings/ann/x.jsonl", "reviews/ann/x.jsonl"
	write := func(name, text string) {
		t.Helper()
		if err := dir.Write(name, []byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	read := func() Handwork {
		t.Helper()
		h, err := ReadHandwork(dir, "ann", "x.txt")
		if err != nil {
			t.Fatal(err)
		}
		return h
	}
	write(codings, "one\n")
	before := read()
	write(codings, "one\ntwo\n")
	write(verdicts, "yes\n")
	after := read()

	write(verdicts, "yes\nno\n")
	if err := before.Return(dir, after); err == nil || !strings.Contains(err.Error(), verdicts+" has been changed since; nothing is taken back") {
		t.Errorf("a file that changed since: %v", err)
	}
	if data, _ := dir.Read(codings); string(data) != "one\ntwo\n" {
		t.Errorf("codings became %q though the verdicts could not be put back", data)
	}
	write(verdicts, "yes\n")
	if err := before.Return(dir, after); err != nil {
		t.Fatal(err)
	}
	if data, _ := dir.Read(codings); string(data) != "one\n" || dir.Exists(verdicts) {
		t.Errorf("codings are %q, verdicts are there: %v", data, dir.Exists(verdicts))
	}
}
