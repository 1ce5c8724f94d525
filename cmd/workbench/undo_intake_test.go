package workbench_test

import (
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"crosscase/corpus/plainfile"
)

// TestUndoLeavesADocumentThatOthersCoded takes back no intake once somebody has coded the document, and does before.
func TestUndoLeavesADocumentThatOthersCoded(t *testing.T) {
	folder := clinics(t)
	dir := plainfile.Dir{Root: folder}
	held, files := dir.HoldBack()
	if err := held.Write("documents/new.txt", []byte("Five goals.\n")); err != nil {
		t.Fatal(err)
	}
	if err := dir.History("").Commit(files, "", "2026-03-02", "took in new.txt"); err != nil {
		t.Fatal(err)
	}
	theirs := filepath.Join(folder, "codings", "bob", "new.jsonl")
	if err := os.MkdirAll(filepath.Dir(theirs), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(theirs, []byte("{\"document\": \"new.txt\"}\n{\"code\": \"goals\", \"quote\": \"Five goals.\"}\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	p := enter(t, serve(t, folder))
	status, out := p.try(map[string]any{"key": "k1", "op": "undo"})
	if status != http.StatusConflict || !strings.Contains(fmt.Sprint(out), "by bob") {
		t.Errorf("an undo under another's codings: %d %v", status, out)
	}
	if read(t, folder, "documents/new.txt") == "" {
		t.Error("the document is gone")
	}
	if err := os.Remove(theirs); err != nil {
		t.Fatal(err)
	}
	p.edit(map[string]any{"key": "k2", "op": "undo"})
	if _, err := os.Stat(filepath.Join(folder, "documents", "new.txt")); err == nil {
		t.Error("the document stays though nobody coded it")
	}
}
