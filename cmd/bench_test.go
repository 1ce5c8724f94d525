package cmd

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// The benchmarks say what a researcher waits for. Each runs whole commands, as they are
// typed; none but the first starts a process. Run them with
//
//	go test ./cmd -run '^$' -bench . -benchtime 5x

// BenchmarkStart is what every command costs before it does anything: a process that
// prints the version and ends.
func BenchmarkStart(b *testing.B) {
	for b.Loop() {
		if out, err := exec.Command("crosscase", "version").CombinedOutput(); err != nil {
			b.Fatalf("%v\n%s", err, out)
		}
	}
}

// BenchmarkDemo is the two-minute look: the example study taken in, coded, built and
// printed. The compiled PDF engine is in its cache.
func BenchmarkDemo(b *testing.B) {
	root := b.TempDir()
	n := 0
	for b.Loop() {
		n++
		mustRun(b, root, "demo", fmt.Sprintf("study-%d", n))
	}
}

// BenchmarkApplyAndBuild is the daily round on the example study (12 documents, some 420
// turns, 31 questions) after the code book was changed: both machine coders over all
// documents, then every table in four forms.
func BenchmarkApplyAndBuild(b *testing.B) {
	study := exampleStudy(b)
	book := filepath.Join(study, "codebook.yaml")
	text, err := os.ReadFile(book)
	if err != nil {
		b.Fatal(err)
	}
	n := 0
	for b.Loop() {
		n++
		if err := os.WriteFile(book, fmt.Appendf(text, "# changed %d times\n", n), 0o666); err != nil {
			b.Fatal(err)
		}
		mustRun(b, study, "coding", "apply")
		mustRun(b, study, "build")
	}
}

// BenchmarkBuildUnchanged is the same round when nothing was changed.
func BenchmarkBuildUnchanged(b *testing.B) {
	study := exampleStudy(b)
	for b.Loop() {
		mustRun(b, study, "build")
	}
}

// BenchmarkSearch is a search for two words near each other in the example study, its index
// up to date; the study is opened each time.
func BenchmarkSearch(b *testing.B) {
	study := exampleStudy(b)
	mustRun(b, study, "search", "mål*")
	for b.Loop() {
		mustRun(b, study, "search", "kvalitet* NEAR/8 mål*")
	}
}

// BenchmarkCompareTable is one table of the example study with all its passages; the study is
// opened each time.
func BenchmarkCompareTable(b *testing.B) {
	study := exampleStudy(b)
	for b.Loop() {
		mustRun(b, study, "compare", "table", "challenges", "--why")
	}
}

// BenchmarkCorpusAdd takes a transcript of one megabyte in (some 10,000 turns) and reports the
// throughput; a fresh study each time, so that it is not recognised.
func BenchmarkCorpusAdd(b *testing.B) {
	var text strings.Builder
	for n := 0; text.Len() < 1<<20; n++ {
		fmt.Fprintf(&text, "I: Which goals did you set in the year %d?\n\nR: In that year we set %d goals, and we compared them with those of the other clinics. It took much time, and what we learned from it we did not write down.\n\n", 1900+n%120, n)
	}
	root := b.TempDir()
	if err := os.WriteFile(filepath.Join(root, "transcript.txt"), []byte(text.String()), 0o666); err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(text.Len()))
	n := 0
	for b.Loop() {
		b.StopTimer()
		n++
		study := fmt.Sprintf("study-%d", n)
		mustRun(b, root, "init", study)
		b.StartTimer()
		mustRun(b, root, "corpus", "add", "--study", study, "transcript.txt")
	}
}

// BenchmarkCorpusAddMany takes 1,000 transcripts in, in a process of its own, and reports its CPU
// seconds and the most memory it held. They are of 9,700 words, for these are shorter than most:
// that makes the 70 MB of 8,000 ordinary ones.
func BenchmarkCorpusAddMany(b *testing.B) {
	root := b.TempDir()
	b.SetBytes(writeTalks(b, filepath.Join(root, "talks"), 1000, 9700))
	n := 0
	for b.Loop() {
		b.StopTimer()
		n++
		study := fmt.Sprintf("study-%d", n)
		mustRun(b, root, "init", study)
		b.StartTimer()
		c := exec.Command("crosscase", "corpus", "add", "--study", study, "talks")
		c.Dir = root
		c.Env = append(os.Environ(), "CROSSCASE_CACHE="+testCache())
		if out, err := c.CombinedOutput(); err != nil {
			b.Fatalf("%v\n%s", err, out)
		}
		b.ReportMetric((c.ProcessState.UserTime() + c.ProcessState.SystemTime()).Seconds(), "cpu-s")
		if most := mostMemory(c.ProcessState); most > 0 {
			b.ReportMetric(float64(most)/(1<<20), "MB")
		}
	}
}

// exampleStudy writes the example study and builds it.
func exampleStudy(b *testing.B) string {
	b.Helper()
	study := filepath.Join(b.TempDir(), "study")
	mustRun(b, filepath.Dir(study), "demo", study)
	return study
}

// mustRun runs a command that has to succeed.
func mustRun(b *testing.B, folder string, args ...string) {
	b.Helper()
	if code, out, told := runIn(folder, args...); code != 0 {
		b.Fatalf("crosscase %s: exit code %d\n%s%s", strings.Join(args, " "), code, out, told)
	}
}
