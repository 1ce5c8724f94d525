package cmd

import (
	"context"
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"crosscase": crosscase})
}

// crosscase is the program as the scripts run it: with a clock that stands still and,
// if CROSSCASE_TEST_STOP_AT is n, killed before the n-th step of writing.
func crosscase() {
	e := System("test")
	e.Now = func() time.Time { return time.Date(2026, 3, 2, 12, 0, 0, 0, time.UTC) }
	if n, err := strconv.Atoi(os.Getenv("CROSSCASE_TEST_STOP_AT")); err == nil {
		e.Step = func(string) {
			if n--; n == 0 {
				os.Exit(137)
			}
		}
	}
	os.Exit(Run(context.Background(), e, os.Args[1:]))
}

func TestScripts(t *testing.T) {
	cache, err := filepath.Abs(filepath.Join(os.TempDir(), "crosscase-test-cache"))
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:                 filepath.Join("..", "testdata", "scripts"),
		RequireExplicitExec: false,
		Setup: func(env *testscript.Env) error {
			env.Setenv("CROSSCASE_CACHE", cache)
			env.Setenv("HOME", env.WorkDir)
			root, err := filepath.Abs("..")
			env.Setenv("REPO", root)
			return err
		},
	})
}
