package cmd

import (
	"maps"
	"os"
	"os/exec"
	"runtime"
	"testing"
)

// A change is made whole, and ends well, though nobody reads what the command prints.
func TestChangesOutliveTheirReader(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("a pipe without a reader is no signal there")
	}
	for _, args := range [][]string{
		{"coding", "add", "time", "--document", "east.txt", "--quote", "There is no time."},
		{"coding", "apply"},
		{"corpus", "set", "east.txt", "date=2020"},
		{"corpus", "add", "--case", "east", "sources/one.txt"},
	} {
		undisturbed, folder := studyToKill(t), studyToKill(t)
		inProcess(t, undisturbed, args...)
		in, out, err := os.Pipe()
		if err != nil {
			t.Fatal(err)
		}
		in.Close()
		c := exec.Command("crosscase", args...)
		c.Dir, c.Stdout, c.Stderr = folder, out, out
		c.Env = append(os.Environ(), "CROSSCASE_CACHE="+testCache())
		if err := c.Run(); err != nil {
			t.Errorf("crosscase %q: %v", args, err)
		}
		out.Close()
		if got, want := studyFiles(t, folder), studyFiles(t, undisturbed); !maps.Equal(got, want) {
			t.Errorf("crosscase %q to a closed pipe: the study is not as after a run that was read", args)
		}
	}
}
