package workbench_test

import (
	"context"
	"encoding/json"
	"io/fs"
	"maps"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"crosscase/cmd/workbench"
	"crosscase/corpus/plainfile"
)

// stopping serves a folder with a server that dies before its n-th step of writing: the request breaks off, and no
// later one is answered. Nothing is put right on the way out, as after the end of a process.
func stopping(t *testing.T, folder string, n int64) (address string, died func() bool) {
	t.Helper()
	var steps atomic.Int64
	w := workbench.New(workbench.Options{Dir: plainfile.Dir{Root: folder, Step: func(string) {
		if s := steps.Add(1); n > 0 && s >= n {
			panic(http.ErrAbortHandler)
		}
	}}, Version: "test", Program: "test", Now: today, Watch: time.Hour})
	l, err := w.Listen(0)
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- w.Serve(ctx, l) }()
	t.Cleanup(func() { stop(); <-ended })
	return w.Address(), func() bool { return n > 0 && steps.Load() >= n }
}

// job is what a person does one after the other: each step is an edit made of what the page sees then.
var job = []func(p *page) map[string]any{
	func(p *page) map[string]any {
		return map[string]any{"op": "code", "document": "east.txt", "digest": digestOf(p), "at": []int{44, 55}, "code": "goals", "note": "four"}
	},
	func(p *page) map[string]any { // a new code and a coding with it
		return map[string]any{"op": "code", "document": "east.txt", "digest": digestOf(p), "at": []int{74, 88}, "new": map[string]any{"label": "We have money", "origin": "emergent"}}
	},
	func(p *page) map[string]any { return map[string]any{"op": "accept", "id": proposal(p)} },
	func(p *page) map[string]any {
		return map[string]any{"op": "change", "id": codingOf(p, "goals")["id"], "version": codingOf(p, "goals")["version"], "says": "qualified"}
	},
	func(p *page) map[string]any { return map[string]any{"op": "read", "document": "east.txt"} },
	func(p *page) map[string]any {
		return map[string]any{"op": "split", "code": "goals", "digest": p.get("/api/codebook")["digest"], "parts": []map[string]any{{"label": "Few goals", "codings": []any{codingOf(p, "goals")["id"]}}}}
	},
	func(p *page) map[string]any {
		return map[string]any{"op": "merge", "code": "we-have-money", "to": "time", "digest": p.get("/api/codebook")["digest"]}
	},
	func(p *page) map[string]any { return map[string]any{"op": "undo"} },
	func(p *page) map[string]any { return map[string]any{"op": "undo"} },
	func(p *page) map[string]any { return map[string]any{"op": "redo"} },
	func(p *page) map[string]any { return map[string]any{"op": "close", "document": "east.txt"} },
	func(p *page) map[string]any {
		chart := p.get("/api/chart?kind=challenge")
		return map[string]any{"op": "summary", "case": "east", "code": "time", "text": "Short of time.", "version": chart["summaries"].(map[string]any)["time"].(map[string]any)["east"].(map[string]any)["version"]}
	},
}

func codingOf(p *page, code string) map[string]any {
	for _, c := range p.get("/api/document?key=east.txt")["codings"].([]any) {
		if c := c.(map[string]any); c["coder"] == "ann" && c["code"] == code {
			return c
		}
	}
	return map[string]any{"id": "gone", "version": ""}
}

func proposal(p *page) string {
	for _, c := range p.get("/api/document?key=east.txt")["codings"].([]any) {
		if c := c.(map[string]any); c["coder"] == "rules" {
			return c["id"].(string)
		}
	}
	return "gone"
}

// TestKilledAtAnyStepNothingIsLostOrDoubled lets the server die before its first step of writing, before its second, and so on, in
// the middle of a morning's work. Each time the study must open with nothing wrong; another server is started, the
// edit that broke off is sent again under its key, and the work goes on. It must end with the files of a morning
// that nobody disturbed.
func TestKilledAtAnyStepNothingIsLostOrDoubled(t *testing.T) {
	want := map[string]string{}
	stride := int64(1)
	if testing.Short() {
		stride = 25
	}
	for n := int64(0); ; n += stride {
		folder := clinics(t)
		address, died := stopping(t, folder, n)
		p := enter(t, address)
		killed := false
		for i, step := range job {
			edit := step(p)
			edit["key"], edit["coder"] = "job-"+string(rune('a'+i)), "ann"
			if p.breaks(edit) {
				if !died() {
					t.Fatalf("edit %d broke off by itself", i)
				}
				if out := crosscase(t, folder, "check"); strings.TrimSpace(out) != "" {
					t.Fatalf("killed before step %d, in edit %d, check finds:\n%s", n, i, out)
				}
				address, _ = stopping(t, folder, 0)
				p, killed = enter(t, address), true
				p.edit(edit)
			}
		}
		files := studyFiles(t, folder)
		if n == 0 {
			want = files
			if len(files["codings/ann/east.jsonl"]) < 400 || !strings.Contains(files["summaries/east.md"], "Short of time.") {
				t.Fatalf("the job does not do what it should: %v", files)
			}
			n = 1 - stride
			continue
		}
		if !maps.Equal(files, want) {
			for name := range want {
				if files[name] != want[name] {
					t.Errorf("killed before step %d, %s differs:\n%s\nnot\n%s", n, name, files[name], want[name])
				}
			}
			t.Fatalf("killed before step %d it did not end the same", n)
		}
		if !strings.Contains(read(t, folder, ".crosscase/undo/changes.jsonl"), "job-") {
			t.Fatal("nothing was noted")
		}
		if !killed {
			if n < 80 {
				t.Fatalf("the job was done after %d steps; it should take more", n-1)
			}
			t.Logf("killed before each of %d steps", n-1)
			return
		}
	}
}

// breaks sends an edit and tells whether the connection broke.
func (p *page) breaks(body map[string]any) bool {
	p.t.Helper()
	data, _ := json.Marshal(body)
	r, _ := http.NewRequest(http.MethodPost, p.base+"/api/edit", strings.NewReader(string(data)))
	r.Header.Set("X-Crosscase", "1")
	answer, err := p.http.Do(r)
	if err != nil {
		return true
	}
	defer answer.Body.Close()
	var out map[string]any
	if err := json.NewDecoder(answer.Body).Decode(&out); err != nil {
		return true
	}
	if answer.StatusCode != http.StatusOK {
		p.t.Fatalf("%v: %d %v", body, answer.StatusCode, out)
	}
	return false
}

// studyFiles returns the files of a study but for those that tell of the way there.
func studyFiles(t *testing.T, folder string) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name, _ := filepath.Rel(folder, path)
		name = filepath.ToSlash(name)
		if d.IsDir() {
			if name == ".crosscase" || name == "vault" {
				return filepath.SkipDir
			}
			return nil
		}
		if name == "journal.jsonl" || strings.HasPrefix(d.Name(), ".unfinished-") {
			return nil
		}
		data, err := os.ReadFile(path)
		out[name] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}
