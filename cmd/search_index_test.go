package cmd

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"math/rand/v2"
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
	plan, processes := scale.Plan{Documents: 40, Words: 1500, Codings: 400, Codes: 8, Cases: 3, Seed: 2}, 200
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
		want := fmt.Sprintf("%d steder i %d dokumenter", truth.Planted[term], len(truth.By[term]))
		args := []string{"search", term, "--limit", "2"}
		if n >= processes/8 { // most without the kin of words, which makes of a text's words most of the work while there is no index
			args = append(args, "--plain")
		}
		wg.Go(func() {
			c := exec.CommandContext(ctx, "crosscase", args...)
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
	for name, damage := range map[string]string{"er skadet": "torn", "ble laget av en annen versjon": "crosscase index 1 1 1\nend\n"} {
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
		if again != out || strings.Count(note, "merk: ") != 1 || !strings.Contains(note, name) {
			t.Errorf("%s: told\n%s\nfound\n%s\nwant\n%s", name, note, again, out)
		}
		if again, note = search(); again != out || note != told {
			t.Errorf("%s, afterwards: told\n%s\nwant\n%s", name, note, told)
		}
	}
}

// A process that is killed while it makes the index leaves nothing that a later search would trip over: it
// finds what there is to find, whether it goes on with the index or begins anew.
func TestASearchAfterOneThatWasKilledFindsAll(t *testing.T) {
	plan := scale.Plan{Documents: 90, Words: 2000, Codings: 180, Codes: 4, Cases: 3, Seed: 3}
	kills := 3
	if testing.Short() {
		kills = 1
	}
	study := t.TempDir()
	truth, err := plan.Make(study)
	if err != nil {
		t.Fatal(err)
	}
	r := rand.New(rand.NewPCG(9, 9))
	killed := 0
	for n := range kills {
		c := exec.Command("crosscase", "search", "fjordmelding", "--limit", "1")
		c.Dir = study
		told, err := c.StderrPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		for lines := bufio.NewScanner(told); lines.Scan(); {
			if strings.Contains(lines.Text(), "the index is built now") { // then, or some time after
				time.Sleep(time.Duration(r.IntN(1200)) * time.Millisecond)
				break
			}
		}
		if c.Process.Kill() == nil {
			killed++
		}
		go io.Copy(io.Discard, told)
		c.Wait()
		term := scale.Terms()[n%len(scale.Terms())]
		want := fmt.Sprintf("%d steder i %d dokumenter", truth.Planted[term], len(truth.By[term]))
		code, _, said := runIn(study, "corpus", "list")
		if code != 0 {
			t.Fatalf("after kill %d: corpus list: %d\n%s", n, code, said)
		}
		// A search in this process would go on with the index, so it asks a copy.
		copied := t.TempDir()
		if err := os.CopyFS(copied, os.DirFS(study)); err != nil {
			t.Fatal(err)
		}
		if code, _, said := runIn(copied, "search", term, "--limit", "1"); code != 0 || !strings.Contains(said, want) {
			t.Errorf("after kill %d: %d, want %q\n%s", n, code, want, said)
		}
		if code, _, said := runIn(copied, "search", term, "--limit", "1"); code != 0 || strings.Contains(said, "note:") || !strings.Contains(said, want) {
			t.Errorf("after kill %d, the second search: %d, want %q\n%s", n, code, want, said)
		}
	}
	if killed == 0 {
		t.Error("no process was killed")
	}
}

// A study on which nothing can be written is searched by its texts.
func TestAStudyThatCannotBeWrittenIsSearched(t *testing.T) {
	study := t.TempDir()
	truth, err := scale.Small.Make(study)
	if err != nil {
		t.Fatal(err)
	}
	// A file where the folder of what is kept would be stops even those who may write everywhere.
	if err := os.WriteFile(filepath.Join(study, ".crosscase"), nil, 0o444); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(study, 0o555); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.Chmod(study, 0o755) })
	for _, term := range scale.Terms() {
		want := fmt.Sprintf("%d steder i %d dokumenter", truth.Planted[term], len(truth.By[term]))
		if code, _, told := runIn(study, "search", term, "--limit", "1"); code != 0 || !strings.Contains(told, want) {
			t.Errorf("%s: exit code %d, want %q\n%s", term, code, want, told)
		}
	}
	if code, _, told := runIn(study, "quotes", "--code", scale.Code(0), "--limit", "1"); code != 0 {
		t.Errorf("quotes: %d\n%s", code, told)
	}
}
