package cmd

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"sort"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(tidied{m}, map[string]func(){"crosscase": crosscase})
}

// crosscase is the program as the scripts run it: with a clock that stands still, before a terminal if
// CROSSCASE_TEST_TERMINAL is 1, and, if CROSSCASE_TEST_STOP_AT is n, killed before the n-th step of writing.
func crosscase() {
	e := System("test")
	e.Now = fixedTime
	e.OutTerminal = os.Getenv("CROSSCASE_TEST_TERMINAL") == "1"
	if n, err := strconv.Atoi(os.Getenv("CROSSCASE_TEST_STOP_AT")); err == nil {
		e.Step = func(string) {
			if n--; n == 0 {
				os.Exit(137)
			}
		}
	}
	os.Exit(Run(context.Background(), e, os.Args[1:]))
}

func fixedTime() time.Time { return time.Date(2026, 3, 2, 12, 0, 0, 0, time.UTC) }

func TestScripts(t *testing.T) { runScripts(t, "scripts") }

// testCache is where the compiled PDF engine is kept from one test run to the next.
func testCache() string { return filepath.Join(os.TempDir(), "crosscase-test-cache") }

// runScripts runs the scripts of a folder of testdata. With CROSSCASE_UPDATE=1 what they
// compare whole (cmp stdout FILE) is rewritten as it is now, to be read before it is kept.
//
// Beside the commands of testscript they know
//
//	exits N crosscase …     run it; its exit code is N, its output is kept for cmp and stdout
//	remember DIR            remember every file of a study
//	changed DIR FILE …      exactly these files were added, changed or removed since; without
//	                        any, none. .crosscase and the texts kept by digest do not count
//	zipped FILE DIR         make a zip archive of a folder
//	windows DIR             save what people edit in a study as editors on Windows do: with CR LF
//	                        at the ends of lines, and with a byte order mark
func runScripts(t *testing.T, folder string) {
	testscript.Run(t, testscript.Params{
		Dir:           filepath.Join("..", "testdata", folder),
		UpdateScripts: os.Getenv("CROSSCASE_UPDATE") == "1",
		Setup: func(env *testscript.Env) error {
			env.Setenv("CROSSCASE_CACHE", testCache())
			env.Setenv("HOME", env.WorkDir)
			env.Values[remembered{}] = map[string]map[string]string{}
			root, err := filepath.Abs("..")
			env.Setenv("REPO", root)
			return err
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits":    scriptExits,
			"remember": scriptRemember,
			"changed":  scriptChanged,
			"zipped":   scriptZipped,
			"windows":  scriptWindows,
		},
	})
}

func scriptExits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits N PROGRAM ARG …")
	}
	code, err := 0, ts.Exec(args[1], args[2:]...)
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		code = exit.ExitCode()
	} else {
		ts.Check(err)
	}
	if args[0] != strconv.Itoa(code) {
		ts.Fatalf("exit code %d, not %s", code, args[0])
	}
}

// remembered is the key of the files that a script remembered, by folder.
type remembered struct{}

func scriptRemember(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: remember DIR")
	}
	files, err := filesUnder(ts.MkAbs(args[0]), ".crosscase", "vault/texts")
	ts.Check(err)
	ts.Value(remembered{}).(map[string]map[string]string)[ts.MkAbs(args[0])] = files
}

func scriptChanged(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) == 0 {
		ts.Fatalf("usage: changed DIR FILE …")
	}
	before, ok := ts.Value(remembered{}).(map[string]map[string]string)[ts.MkAbs(args[0])]
	if !ok {
		ts.Fatalf("%s was not remembered", args[0])
	}
	now, err := filesUnder(ts.MkAbs(args[0]), ".crosscase", "vault/texts")
	ts.Check(err)
	wanted := slices.Clone(args[1:])
	sort.Strings(wanted)
	if changed := differing(before, now); !slices.Equal(changed, wanted) {
		ts.Fatalf("changed: %s\nexpected: %s", strings.Join(changed, " "), strings.Join(wanted, " "))
	}
}

func scriptZipped(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: zipped FILE DIR")
	}
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	ts.Check(z.AddFS(os.DirFS(ts.MkAbs(args[1]))))
	ts.Check(z.Close())
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), b.Bytes(), 0o666))
}

func scriptWindows(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: windows DIR")
	}
	files, err := filesUnder(ts.MkAbs(args[0]), ".crosscase", "vault")
	ts.Check(err)
	for name, text := range files {
		text = "\ufeff" + strings.ReplaceAll(strings.ReplaceAll(strings.TrimPrefix(text, "\ufeff"), "\r\n", "\n"), "\n", "\r\n")
		ts.Check(os.WriteFile(filepath.Join(ts.MkAbs(args[0]), filepath.FromSlash(name)), []byte(text), 0o666))
	}
}

// filesUnder returns the content of every file below a folder by its path with
// forward slashes, some files and folders left out.
func filesUnder(root string, without ...string) (map[string]string, error) {
	out := map[string]string{}
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name, err := filepath.Rel(root, path)
		if err != nil {
			return err
		}
		name = filepath.ToSlash(name)
		if slices.Contains(without, name) {
			if entry.IsDir() {
				return filepath.SkipDir
			}
			return nil
		}
		if entry.IsDir() {
			return nil
		}
		data, err := os.ReadFile(path)
		out[name] = string(data)
		return err
	})
	return out, err
}

// differing returns the names under which two sets of files differ, sorted.
func differing(a, b map[string]string) []string {
	var out []string
	for name, text := range a {
		if other, ok := b[name]; !ok || other != text {
			out = append(out, name)
		}
	}
	for name := range b {
		if _, ok := a[name]; !ok {
			out = append(out, name)
		}
	}
	sort.Strings(out)
	return out
}
