package cmd

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestGuidesOfManyLayouts imports every guide of testdata/guides and compares what is told with the
// file NAME.want. The same guide in another form may have a file of its own, NAME.ENDING.want.
// With CROSSCASE_UPDATE=1 these are rewritten, to be read before they are kept.
func TestGuidesOfManyLayouts(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("..", "testdata", "guides", "*"))
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, file := range files {
		ext := filepath.Ext(file)
		if base := filepath.Base(file); ext == ".want" || base == "README.md" {
			continue
		}
		n++
		t.Run(filepath.Base(file), func(t *testing.T) {
			t.Parallel()
			study := t.TempDir()
			settings := "format: 1\nid: guides\ntitle: Guides\nlanguage: nb\ncoders: [ann]\n"
			if err := os.WriteFile(filepath.Join(study, "crosscase.yaml"), []byte(settings), 0o666); err != nil {
				t.Fatal(err)
			}
			from, err := filepath.Abs(file)
			if err != nil {
				t.Fatal(err)
			}
			code, out, told := runIn(study, "guide", "import", from)
			if code != 0 || out != "" {
				t.Fatalf("exit code %d\n%s%s", code, out, told)
			}
			want := file + ".want"
			if _, err := os.Stat(want); err != nil {
				want = strings.TrimSuffix(file, ext) + ".want"
			}
			if os.Getenv("CROSSCASE_UPDATE") == "1" {
				if err := os.WriteFile(want, []byte(told), 0o666); err != nil {
					t.Fatal(err)
				}
			}
			data, err := os.ReadFile(want)
			if err != nil {
				t.Fatal(err)
			}
			if told != string(data) {
				t.Errorf("told\n%s\nwant\n%s", told, data)
			}
			if code, found, _ := runIn(study, "check"); code != 0 {
				t.Errorf("check finds\n%s", found)
			}
		})
	}
	if n < 15 {
		t.Fatalf("only %d guides were found", n)
	}
}
