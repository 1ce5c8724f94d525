package workbench_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// large is a study with one transcript of some 10,000 words and 500 codings, and nineteen other interviews.
func large(b *testing.B) string {
	folder := clinics(b)
	write := func(name, data string) {
		path := filepath.Join(folder, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			b.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(data), 0o666); err != nil {
			b.Fatal(err)
		}
	}
	var text, codings strings.Builder
	side := "kind: interview\nspeakers:\n  - {label: I, role: interviewer}\n  - {label: R, role: informant}\n"
	codings.WriteString(`{"document": "long.txt"}` + "\n")
	for n := range 500 {
		fmt.Fprintf(&text, "I: What about number %d, then?\n\n", n)
		at := text.Len() + len("R: ")
		quote := fmt.Sprintf("Number %d is set by the board", n)
		fmt.Fprintf(&text, "R: %s, and we measure it when there is time for that, which is not often.\n\n", quote)
		code := []string{"goals", "time"}[n%2]
		fmt.Fprintf(&codings, `{"at": "%d-%d", "code": %q, "quote": %q, "id": "k%d"}`+"\n", at, at+len(quote), code, quote, n)
	}
	write("documents/long.txt", text.String())
	write("documents/long.yaml", side)
	write("codings/ann/long.jsonl", codings.String())
	for n := range 19 {
		write(fmt.Sprintf("documents/other%d.txt", n), text.String())
		write(fmt.Sprintf("documents/other%d.yaml", n), side)
		write(fmt.Sprintf("codings/bob/other%d.jsonl", n), strings.NewReplacer("long.txt", fmt.Sprintf("other%d.txt", n), `"id": "k`, fmt.Sprintf(`"id": "m%dx`, n)).Replace(codings.String()))
	}
	if words := len(strings.Fields(text.String())); words < 10000 {
		b.Fatalf("%d words", words)
	}
	return folder
}

// BenchmarkCode is the time from the request to the saved coding and the document as it is then, all
// synced to disk: in a transcript of 10,000 words with 500 codings, in a study of twenty such.
func BenchmarkCode(b *testing.B) {
	p := enter(b, serve(b, large(b)))
	digest := p.get("/api/document?key=long.txt")["digest"]
	times := make([]time.Duration, 0, b.N)
	for n := 0; b.Loop(); n++ {
		begun := time.Now()
		p.edit(map[string]any{"key": fmt.Sprint("k", n, b.N), "op": "code", "document": "long.txt", "digest": digest, "at": []int{n%40000 + 3, n%40000 + 30}, "code": "goals"})
		times = append(times, time.Since(begun))
	}
	b.ReportMetric(float64(slowest(times, 0.95).Microseconds())/1000, "ms-95%")
}

// BenchmarkOpen is the time in which the document comes.
func BenchmarkOpen(b *testing.B) {
	p := enter(b, serve(b, large(b)))
	for b.Loop() {
		if n := len(p.get("/api/document?key=long.txt")["codings"].([]any)); n < 500 {
			b.Fatal(n)
		}
	}
}

func slowest(times []time.Duration, part float64) time.Duration {
	sorted := slices.Sorted(slices.Values(times))
	return sorted[min(len(sorted)-1, int(part*float64(len(sorted))))]
}

// BenchmarkCodeInVivo is BenchmarkCode with a new code each time, after which the plans of the study are read anew.
func BenchmarkCodeInVivo(b *testing.B) {
	p := enter(b, serve(b, large(b)))
	digest := p.get("/api/document?key=long.txt")["digest"]
	for n := 0; b.Loop(); n++ {
		p.edit(map[string]any{"key": fmt.Sprint("k", n, b.N), "op": "code", "document": "long.txt", "digest": digest, "at": []int{n%40000 + 3, n%40000 + 30}, "new": map[string]any{"label": fmt.Sprint("what was said ", n)}})
	}
}
