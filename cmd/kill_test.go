package cmd

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"crosscase/corpus"
	"crosscase/corpus/plainfile"
)

// TestKilledAtAnyStepTheSameCommandEndsTheSame kills a command before its first step of
// writing, before its second, and so on until it is done. Each time the study must open
// with nothing wrong but an intake that was not ended, and the same command again must end
// with the files of a run that nobody disturbed. With -short it takes every fourth step.
func TestKilledAtAnyStepTheSameCommandEndsTheSame(t *testing.T) {
	for _, k := range []struct {
		name  string
		steps int // at least so many steps of writing, so that the test sees that it kills at all
		args  []string
	}{
		{"corpus add", 50, []string{"corpus", "add", "--case", "east", "sources/one.txt", "sources/two.vtt", "sources/three.md"}},
		{"coding apply", 20, []string{"coding", "apply"}},
		{"coding add", 6, []string{"coding", "add", "time", "--document", "east.txt", "--quote", "There is no time."}},
		{"corpus revise", 25, []string{"corpus", "revise", "sources/south.txt"}},
		{"corpus rename", 25, []string{"corpus", "rename", "south.txt", "north-director.txt"}},
		{"coding merge", 10, []string{"coding", "merge", "about-goals", "time"}},
		{"receive", 10, []string{"receive", "sources/ben.share.jsonl"}},
		{"adjudicate", 6, []string{"coding", "adjudicate", "time", "south.txt:42-59", "--because", "both say so"}},
		{"recode", 6, []string{"coding", "recode", "east.txt:44-55", "time"}},
		{"cases import", 10, []string{"cases", "import", "sources/cases.csv"}},
		{"guide close", 12, []string{"guide", "close", "east.txt", "west.txt", "--not-asked", "q2"}},
	} {
		t.Run(k.name, func(t *testing.T) {
			t.Parallel()
			undisturbed := studyToKill(t)
			inProcess(t, undisturbed, k.args...)
			want := studyFiles(t, undisturbed)
			if maps.Equal(want, studyFiles(t, studyToKill(t))) {
				t.Fatal("the command changes nothing; there is nothing to kill")
			}
			stride := 1
			if testing.Short() {
				stride = 4
			}
			for n := 1; ; n += stride {
				folder := studyToKill(t)
				killed := killAtStep(t, folder, n, k.args)
				if killed {
					onlyUnfinished(t, folder, n)
					inProcess(t, folder, k.args...)
				}
				if got := studyFiles(t, folder); !maps.Equal(got, want) {
					t.Fatalf("killed before step %d and run again, these files differ: %s", n, strings.Join(differing(want, got), ", "))
				}
				if !killed {
					if n <= k.steps {
						t.Fatalf("the command was done after %d steps; expected at least %d", n-1, k.steps)
					}
					return
				}
			}
		})
	}
}

// southBefore is a text that is yet to be corrected.
const southBefore = "I: What is hard about measuring them?\n\nR: There is no time. Not at all.\n"

// studyToKill writes a small study with two interviews, a guide, a code book and three
// texts that are yet to come in.
func studyToKill(t *testing.T) string {
	t.Helper()
	folder := t.TempDir()
	sidecar := "kind: interview\nspeakers:\n  - label: I\n    role: interviewer\n  - label: R\n    role: informant\n"
	for name, text := range map[string]string{
		"crosscase.yaml":      "format: 1\ntitle: Two clinics\nlanguage: en\ncoders: [ann]\n",
		"guide.yaml":          "format: 1\nthemes:\n  - key: goals\n    questions:\n      - key: q1\n        ask: Which goals do you set for the year?\n      - key: q2\n        ask: What is hard about measuring them?\n",
		"codebook.yaml":       "format: 1\ncodes:\n  - key: about-goals\n    kind: structural\n    questions: [q1]\n  - key: time\n    kind: challenge\n    find: time\n",
		"cases/east.yaml":     "key: east\nmembers:\n  - document: east.txt\n",
		"cases/west.yaml":     "key: west\nmembers:\n  - document: west.txt\n",
		"documents/east.txt":  "I: Which goals do you set for the year?\n\nR: Four goals.\n\nI: What is hard about measuring them?\n\nR: There is no time.\n",
		"documents/east.yaml": sidecar,
		"documents/west.txt":  "I: Which goals do you set for the year?\n\nR: Only one, for lack of time.\n",
		"documents/west.yaml": sidecar,
		"codings/ann/east.jsonl": `{"document": "east.txt"}` + "\n" +
			`{"at": "44-55", "code": "about-goals", "quote": "Four goals.", "id": "kgoals"}` + "\n",
		"documents/south.txt":  southBefore,
		"documents/south.yaml": "digest: " + corpus.Digest([]byte(southBefore)) + "\n" + sidecar,
		"codings/ann/south.jsonl": `{"document": "south.txt", "digest": "` + corpus.Digest([]byte(southBefore)) + `"}` + "\n" +
			`{"at": "42-59", "code": "time", "quote": "There is no time.", "id": "ksouth"}` + "\n" + `{"at": "60-71", "code": "time", "quote": "Not at all.", "id": "klost"}` + "\n",
		"codings/rules/south.jsonl": `{"document": "south.txt", "digest": "` + corpus.Digest([]byte(southBefore)) + `"}` + "\n" +
			`{"at": "42-59", "code": "time", "quote": "There is no time.", "id": "krules"}` + "\n",
		"reviews/ann/south.jsonl": `{"document": "south.txt", "digest": "` + corpus.Digest([]byte(southBefore)) + `"}` + "\n" +
			`{"at": "42-59", "code": "time", "verdict": "declined", "of": "rules", "quote": "There is no time."}` + "\n",
		"cases/south.yaml":  "key: south\nmembers:\n  - document: south.txt\n    at: 39-71\n",
		"sources/cases.csv": "case,Size,Opened\neast,small,2001\nwest,large,2002\n",
		"sources/ben.share.jsonl": `{"format": 1, "study": "", "coder": "ben", "on": "2026-03-01"}` + "\n" +
			`{"file": "codings/ben/east.jsonl", "text": "{\"document\": \"east.txt\"}\n{\"at\": \"44-55\", \"code\": \"time\", \"quote\": \"Four goals.\", \"id\": \"kben\"}\n"}` + "\n" +
			`{"file": "codings/ben/west.jsonl", "text": "{\"document\": \"west.txt\"}\n{\"at\": \"44-52\", \"code\": \"time\", \"quote\": \"Only one\", \"id\": \"kben2\"}\n"}` + "\n",
		"sources/south.txt": "I: And what is hard about the measuring?\n\nR: There is very little time.\n",
		"sources/one.txt":   "I: How many goals?\n\nR: Three of them.\n\nI: Who sets them?\n\nR: The board does.\n",
		"sources/two.vtt":   "WEBVTT\n\n00:00:01.000 --> 00:00:04.000\n<v I>How many goals?\n\n00:00:05.000 --> 00:00:09.000\n<v R>None at all.\n",
		"sources/three.md":  "# Plan 2015\n\nThe clinic is to meet *four* goals.\n",
	} {
		path := filepath.Join(folder, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

// studyFiles returns the files of a study but for those that tell of the way there: the
// journal, the machine's own folder and the vault.
func studyFiles(t *testing.T, folder string) map[string]string {
	t.Helper()
	files, err := filesUnder(folder, "journal.jsonl", ".crosscase", "vault")
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// killAtStep runs a command as a process of its own that ends before its n-th step of
// writing, and tells whether it came to that.
func killAtStep(t *testing.T, folder string, n int, args []string) bool {
	t.Helper()
	c := exec.Command("crosscase", args...)
	c.Dir = folder
	c.Env = append(os.Environ(), fmt.Sprintf("CROSSCASE_TEST_STOP_AT=%d", n), "CROSSCASE_CACHE="+testCache())
	out, err := c.CombinedOutput()
	switch {
	case err == nil:
		return false
	case c.ProcessState.ExitCode() == 137:
		return true
	}
	t.Fatalf("killed before step %d it failed by itself: %v\n%s", n, err, out)
	return false
}

// inProcess runs a command that has to succeed and returns what it prints to Stdout.
func inProcess(t *testing.T, folder string, args ...string) string {
	t.Helper()
	code, out, told := runIn(folder, args...)
	if code != 0 {
		t.Fatalf("crosscase %s: exit code %d\n%s%s", strings.Join(args, " "), code, out, told)
	}
	return out
}

// runIn runs a command in a folder and returns its exit code and what it prints.
func runIn(folder string, args ...string) (code int, out, told string) {
	var stdout, stderr bytes.Buffer
	e := &Env{Stdout: &stdout, Stderr: &stderr, Stdin: strings.NewReader(""), Folder: folder, Now: fixedTime,
		Getenv: func(string) string { return "" }, Version: "test", CacheDir: testCache()}
	code = Run(context.Background(), e, args)
	return code, stdout.String(), stderr.String()
}

// onlyUnfinished holds that check finds nothing but sidecars whose text is not there yet, and
// texts of which a correction has begun.
func onlyUnfinished(t *testing.T, folder string, n int) {
	t.Helper()
	code, out, told := runIn(folder, "check", "--json")
	var problems []plainfile.Problem
	if err := json.NewDecoder(strings.NewReader(out)).Decode(&problems); err != nil && err != io.EOF {
		t.Fatalf("killed before step %d: check printed no list: %v\n%s%s", n, err, out, told)
	}
	for _, p := range problems {
		if !strings.HasPrefix(p.Message, "describes a text that is not there") && !strings.Contains(p.Hint, "crosscase corpus revise south.txt") && !strings.HasPrefix(p.File, "codings/ann/south.jsonl") {
			t.Errorf("killed before step %d: check found %s", n, p)
		}
	}
	if (code != 0) != (len(problems) > 0) || told != "" {
		t.Errorf("killed before step %d: check ended with exit code %d, %d problems and told %q", n, code, len(problems), told)
	}
}
