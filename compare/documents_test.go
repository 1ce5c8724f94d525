package compare

import (
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"testing"

	"crosscase/cases"
	"crosscase/compare/table"
	"crosscase/corpus/plainfile"
	made "crosscase/testdata/scale"
)

// The columns of a table of documents are filled in several at once; the table is the same as one by one, also where what
// is kept of the study turns out to be damaged on the way.
func TestManyColumnsAtOnceAreTheSameTable(t *testing.T) {
	dir := plainfile.Dir{Root: t.TempDir()}
	if _, err := made.Small.Make(dir.Root); err != nil {
		t.Fatal(err)
	}
	tableBy := func(workers int) *table.Table {
		t.Helper()
		defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(workers))
		s, problems := cases.OpenIn(dir, "test")
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		out, err := CodesByDocument(s, &cases.TableRecord{All: true}, Options{Language: "nb"})
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	want := tableBy(1)
	if n, ok := want.Cells[0][0].Count(); !ok || n == 0 {
		t.Fatalf("the first cell counts %d, %t", n, ok)
	}
	if got := tableBy(5); !reflect.DeepEqual(got, want) {
		t.Error("five at once make another table")
	}
	path := filepath.Join(dir.Root, ".crosscase", "study")
	kept, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for i := len(kept) / 2; i < len(kept); i += 100 {
		kept[i] ^= 0xff
	}
	if err := os.WriteFile(path, kept, 0o644); err != nil {
		t.Fatal(err)
	}
	if got := tableBy(5); !reflect.DeepEqual(got, want) {
		t.Error("with a damaged file five at once make another table")
	}
}
