package cmd

import (
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"
)

// examples are the example studies as the demo leaves them. Each is made once in a run of the tests, by the first
// that asks: with its texts taken in and its tables built it takes seconds.
var examples = map[string]func() (folder string, err error){"municipalities": sync.OnceValues(func() (string, error) { return makeExample("municipalities") }),
	"libraries": sync.OnceValues(func() (string, error) { return makeExample("libraries") })}

// exampleFolder is where they are made, for the tests of this run alone.
var exampleFolder = filepath.Join(os.TempDir(), fmt.Sprintf("crosscase-examples-%d", os.Getpid()))

func makeExample(name string) (string, error) {
	folder := filepath.Join(exampleFolder, name)
	if err := os.MkdirAll(exampleFolder, 0o777); err != nil {
		return "", err
	}
	if code, out, told := runIn(exampleFolder, "demo", folder, "--example", name); code != 0 {
		return "", fmt.Errorf("the demo of %s ended with %d\n%s%s", name, code, out, told)
	}
	return folder, nil
}

// madeExample returns the folder of a copy of an example study, which is the test's own.
func madeExample(t testing.TB, name string) string {
	t.Helper()
	made, err := examples[name]()
	if err != nil {
		t.Fatal(err)
	}
	folder := filepath.Join(t.TempDir(), "study")
	if err := os.CopyFS(folder, os.DirFS(made)); err != nil {
		t.Fatal(err)
	}
	return folder
}

// tidied runs the tests and takes the example studies away afterwards.
type tidied struct{ *testing.M }

func (m tidied) Run() int {
	defer os.RemoveAll(exampleFolder)
	return m.M.Run()
}
