package cmd

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"crosscase/testdata/scale"
)

// Two hundred processes search a study that has no index while one of them makes it: none
// fails, none hangs, and all find the same.
func TestManyProcessesSearchWhileOneIndexes(t *testing.T) {
	plan, processes := scale.Plan{Documents: 60, Words: 3000, Codings: 600, Codes: 8, Cases: 3, Seed: 2}, 200
	if testing.Short() {
		plan.Documents, processes = 30, 12
	}
	study := t.TempDir()
	truth, err := plan.Make(study)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Minute)
	defer cancel()
	var wg sync.WaitGroup
	for n := range processes {
		term := scale.Terms()[n%len(scale.Terms())]
		want := fmt.Sprintf("%d passages in %d documents", truth.Planted[term], len(truth.By[term]))
		wg.Go(func() {
			c := exec.CommandContext(ctx, "crosscase", "search", term, "--limit", "2")
			c.Dir = study
			out, err := c.CombinedOutput()
			if err != nil || !strings.Contains(string(out), want) {
				t.Errorf("process %d, %s: %v, want %q\n%s", n, term, err, want, out)
			}
		})
	}
	wg.Wait()
	if code, _, told := runIn(study, "status"); code != 0 {
		t.Errorf("status: %d\n%s", code, told)
	}
}

func TestADamagedIndexIsBuiltAnewWithOneLine(t *testing.T) {
	study := t.TempDir()
	if _, err := scale.Small.Make(study); err != nil {
		t.Fatal(err)
	}
	search := func() (string, string) {
		t.Helper()
		code, out, told := runIn(study, "search", "fjordmelding", "--limit", "1")
		if code != 0 {
			t.Fatalf("exit code %d\n%s", code, told)
		}
		return out, told
	}
	out, told := search()
	for name, damage := range map[string]string{"is damaged": "torn", "was made by another version": "crosscase index 1 1 1\nend\n"} {
		manifests, err := filepath.Glob(filepath.Join(study, ".crosscase", "index", "g*", "manifest"))
		if err != nil || len(manifests) == 0 {
			t.Fatal("no index", err)
		}
		for _, m := range manifests {
			if err := os.WriteFile(m, []byte(damage), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		again, note := search()
		if again != out || strings.Count(note, "note: ") != 1 || !strings.Contains(note, name) {
			t.Errorf("%s: told\n%s\nfound\n%s\nwant\n%s", name, note, again, out)
		}
		if again, note = search(); again != out || note != told {
			t.Errorf("%s, afterwards: told\n%s\nwant\n%s", name, note, told)
		}
	}
}
