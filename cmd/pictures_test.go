package cmd

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var pictureLine = regexp.MustCompile("^\\| \\[[a-z]+\\]\\(([a-z]+)/([a-z]+)\\.svg\\) \\| `([^`]+)` \\|")

// TestPicturesOfTheExampleStudies makes every picture that testdata/pictures/README.md lists by the command that stands there, and compares it; with
// CROSSCASE_UPDATE=1 it writes them anew.
func TestPicturesOfTheExampleStudies(t *testing.T) {
	folder := filepath.Join("..", "testdata", "pictures")
	readme, err := os.ReadFile(filepath.Join(folder, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	studies := map[string]string{}
	seen := 0
	for _, l := range strings.Split(string(readme), "\n") {
		m := pictureLine.FindStringSubmatch(l)
		if m == nil {
			continue
		}
		seen++
		study, name, args := m[1], m[2], append(strings.Fields(m[3]), "--format", "svg")
		if studies[study] == "" {
			studies[study] = madeExample(t, study)
		}
		code, out, told := runIn(studies[study], args...)
		if code != 0 {
			t.Errorf("crosscase %s: exit %d\n%s", strings.Join(args, " "), code, told)
			continue
		}
		file := filepath.Join(folder, study, name+".svg")
		if os.Getenv("CROSSCASE_UPDATE") == "1" {
			if err := os.WriteFile(file, []byte(out), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if want, err := os.ReadFile(file); err != nil || string(want) != out {
			t.Errorf("%s is another picture now (%v); look at it, then run with CROSSCASE_UPDATE=1", file, err)
		}
	}
	if seen < 12 {
		t.Errorf("only %d pictures stand in the README", seen)
	}
}
