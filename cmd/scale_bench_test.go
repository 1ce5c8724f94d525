package cmd

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"crosscase/corpus/index"
	"crosscase/corpus/plainfile"
	"crosscase/testdata/scale"
)

// BenchmarkScale makes a large study and measures, each command in a process of its own: the first
// search, which builds the index; searches with it; the quotes of one code; codes by documents; and
// the same texts in SQLite's FTS5 and under ripgrep, where these programs are there. Every count is
// held against the truth. CROSSCASE_SCALE=1000 or 10000 makes the study of so many documents of
// 8,000 words; without it it has 60. CROSSCASE_SCALE_DIR keeps the study for the next run.
//
//	CROSSCASE_SCALE=1000 go test ./cmd -run '^$' -bench Scale -benchtime 1x -timeout 2h
func BenchmarkScale(b *testing.B) {
	plan := scale.Plan{Documents: 60, Words: 2000, Codings: 2000, Codes: 50, Cases: 6, Seed: 1}
	switch os.Getenv("CROSSCASE_SCALE") {
	case "1000":
		plan = scale.Thousand
	case "10000":
		plan = scale.TenThousand
	}
	for b.Loop() {
		m := &measuring{B: b, study: b.TempDir()}
		if dir := os.Getenv("CROSSCASE_SCALE_DIR"); dir != "" {
			m.study = dir
		}
		var err error
		if m.truth, err = plan.Make(m.study); err != nil {
			b.Fatal(err)
		}
		m.mb = float64(m.truth.Bytes) / 1e6
		fmt.Printf("\n%d documents, %.1f MB, %d passages, %d codings\n", plan.Documents, m.mb, m.truth.Passages, plan.Codings)
		m.ours()
		m.fts5()
		m.ripgrep()
	}
}

// measuring is one run over one study.
type measuring struct {
	*testing.B
	study string
	truth scale.Truth
	mb    float64
	built float64 // CPU seconds of our index
	bytes int64   // and its size
	asked map[string]float64
}

// use is what a process used.
type use struct {
	out        string
	first      time.Duration // until its first line
	cpu, wall  float64       // seconds
	peak, anon float64       // MB: the most memory, and without what is mapped from files (Linux)
}

// process runs a program in the study's folder. Its exit code may be 0 only.
func (m *measuring) process(stdin func(w *bufio.Writer), name string, args ...string) use {
	m.Helper()
	c := exec.Command(name, args...)
	c.Dir = m.study
	var u use
	var told strings.Builder
	c.Stderr = &told
	out, err := c.StdoutPipe()
	if err != nil {
		m.Fatal(err)
	}
	if stdin != nil {
		in, err := c.StdinPipe()
		if err != nil {
			m.Fatal(err)
		}
		go func() {
			w := bufio.NewWriter(in)
			stdin(w)
			w.Flush()
			in.Close()
		}()
	}
	begun := time.Now()
	if err := c.Start(); err != nil {
		m.Fatal(err)
	}
	ended := make(chan float64)
	stop := make(chan struct{})
	go func() { ended <- watch(c.Process.Pid, stop) }()
	lines := bufio.NewReader(out)
	var all strings.Builder
	for {
		line, err := lines.ReadString('\n')
		if u.first == 0 && line != "" {
			u.first = time.Since(begun)
		}
		all.WriteString(line)
		if err != nil {
			break
		}
	}
	err = c.Wait()
	close(stop)
	u.anon = <-ended
	if err != nil {
		m.Fatalf("%s %q: %v\n%s", name, args, err, told.String())
	}
	u.wall = time.Since(begun).Seconds()
	u.cpu = (c.ProcessState.UserTime() + c.ProcessState.SystemTime()).Seconds()
	if r, ok := c.ProcessState.SysUsage().(*syscall.Rusage); ok {
		u.peak = float64(r.Maxrss) / 1024
	}
	u.out = all.String() + told.String()
	return u
}

// watch returns the most anonymous memory of a process in MB, 0 where the system does not say.
func watch(pid int, stop chan struct{}) float64 {
	most := 0.0
	for {
		select {
		case <-stop:
			return most
		case <-time.After(2 * time.Millisecond):
		}
		data, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
		if err != nil {
			continue
		}
		_, rest, _ := strings.Cut(string(data), "RssAnon:")
		if f := strings.Fields(rest); len(f) > 0 {
			kb, _ := strconv.Atoi(f[0])
			most = max(most, float64(kb)/1024)
		}
	}
}

// median returns the run with the middle CPU time of five, of which each has to print something.
func (m *measuring) median(want, name string, args ...string) use {
	m.Helper()
	var runs []use
	for range 5 {
		u := m.process(nil, name, args...)
		if !strings.Contains(u.out, want) {
			m.Fatalf("%s %q prints no %q:\n%.400s", name, args, want, u.out)
		}
		runs = append(runs, u)
	}
	slices.SortFunc(runs, func(a, b use) int { return int((a.cpu - b.cpu) * 1e6) })
	return runs[2]
}

func (u use) row(what string) {
	fmt.Printf("  %-46s %8.2f s CPU %8.2f s wall %6.0f MB anonymous\n", what, u.cpu, u.wall, u.anon)
}

func (m *measuring) ours() {
	m.asked = map[string]float64{}
	if err := os.RemoveAll(filepath.Join(m.study, ".crosscase")); err != nil {
		m.Fatal(err)
	}
	m.process(nil, "crosscase", "corpus", "list").row("first command: everything is read")
	u := m.process(nil, "crosscase", "search", "fjordmelding")
	u.row("first search, then the index is built")
	fmt.Printf("  %-46s %8.2f s wall\n", "  its first line after", u.first.Seconds())
	m.built = u.cpu
	dir := plainfile.Dir{Root: m.study}
	if m.bytes, _, _ = index.In(dir).Size(); m.bytes == 0 {
		u = m.process(nil, "crosscase", "build") // so little text is indexed before the answer
		m.bytes, _, _ = index.In(dir).Size()
	}
	fmt.Printf("  %-46s %8.2f s CPU a MB, %.2f of the text on disk, peak %.0f MB\n", "  the index", m.built/m.mb, float64(m.bytes)/float64(m.truth.Bytes), u.anon)
	for _, term := range scale.Terms() {
		want := fmt.Sprintf("%d steder i %d dokumenter", m.truth.Planted[term], len(m.truth.By[term]))
		u := m.median(want, "crosscase", "search", term)
		u.row(fmt.Sprintf("search %s (%d)", term, m.truth.Planted[term]))
		m.asked[term] = u.cpu
	}
	m.median("steder", "crosscase", "quotes", "--code", scale.Code(0)).row(fmt.Sprintf("quotes of a code (%d codings)", m.truth.Codings[scale.Code(0)]))
	m.median(scale.Key(0), "crosscase", "compare", "table", "--all", "--by", "document", "--format", "json").row("codes by documents, with all passages (json)")
	m.median(",", "crosscase", "compare", "table", "--all", "--by", "document", "--format", "csv").row("codes by documents (csv)")
	path := filepath.Join(m.study, "documents", scale.Key(1))
	data, err := os.ReadFile(path)
	if err != nil {
		m.Fatal(err)
	}
	if err := os.WriteFile(path, append(data, "\nR: Et purpurord til.\n"...), 0o644); err != nil {
		m.Fatal(err)
	}
	u = m.process(nil, "crosscase", "search", "purpurord")
	u.row("search after a text was changed")
	if !strings.Contains(u.out, "1 sted i 1 dokument") {
		m.Fatalf("the change is not found:\n%s", u.out)
	}
	if err := os.WriteFile(path, data, 0o644); err != nil {
		m.Fatal(err)
	}
}

// fts5 puts the same passages into SQLite's full-text index, without stems and without the text.
func (m *measuring) fts5() {
	if _, err := exec.LookPath("sqlite3"); err != nil {
		fmt.Println("  sqlite3 is not on the path")
		return
	}
	db := filepath.Join(m.study, ".crosscase", "fts5.db")
	u := m.process(func(w *bufio.Writer) {
		fmt.Fprintln(w, "PRAGMA journal_mode=off; PRAGMA synchronous=off; CREATE VIRTUAL TABLE p USING fts5(text, content=''); BEGIN;")
		n := 0
		for d := 0; ; d++ {
			data, err := os.ReadFile(filepath.Join(m.study, "documents", scale.Key(d)))
			if err != nil {
				break
			}
			for _, turn := range strings.Split(strings.TrimSpace(string(data)), "\n\n") {
				n++
				fmt.Fprintf(w, "INSERT INTO p(rowid, text) VALUES(%d, '%s');\n", n, strings.ReplaceAll(turn, "'", "''"))
			}
		}
		fmt.Fprintln(w, "COMMIT;")
	}, "sqlite3", db)
	size := int64(0)
	if info, err := os.Stat(db); err == nil {
		size = info.Size()
	}
	fmt.Printf("  FTS5: built in %.2f s CPU (ours %.1f times), %.2f of the text on disk (ours %.1f times), peak %.0f MB\n",
		u.cpu, m.built/u.cpu, float64(size)/float64(m.truth.Bytes), float64(m.bytes)/float64(size), u.peak)
	for _, term := range scale.Terms() {
		u := m.median(fmt.Sprint(m.truth.Planted[term]), "sqlite3", db, "SELECT count(*) FROM p WHERE p MATCH '"+term+"'; SELECT rowid FROM p WHERE p MATCH '"+term+"' LIMIT 50")
		fmt.Printf("  FTS5: %-40s %8.3f s CPU (ours %.1f times)\n", term, u.cpu, m.asked[term]/max(u.cpu, 0.001))
	}
}

// ripgrep looks for the letters in all texts.
func (m *measuring) ripgrep() {
	if _, err := exec.LookPath("rg"); err != nil {
		fmt.Println("  ripgrep is not on the path")
		return
	}
	for _, term := range scale.Terms() {
		u := m.median(term, "rg", "--ignore-case", "--with-filename", term, "documents", "--glob", "*.txt")
		fmt.Printf("  ripgrep: %-37s %8.3f s CPU (ours %.1f times)\n", term, u.cpu, m.asked[term]/max(u.cpu, 0.001))
	}
}
