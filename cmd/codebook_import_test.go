package cmd

import (
	"os"
	"path/filepath"
	"testing"
)

// TestCodebooksOfManyPrograms imports every code book of testdata/codebooks and compares what is told,
// and codebook.yaml, with the file NAME.ENDING.want; a second import adds nothing, and an
// export as a table gives the same code book back. With CROSSCASE_UPDATE=1 what is compared is rewritten,
// to be read before it is kept.
func TestCodebooksOfManyPrograms(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("..", "testdata", "codebooks", "*"))
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, file := range files {
		if filepath.Ext(file) == ".want" || filepath.Base(file) == "README.md" {
			continue
		}
		n++
		t.Run(filepath.Base(file), func(t *testing.T) {
			t.Parallel()
			folder := t.TempDir()
			study, second := filepath.Join(folder, "study"), filepath.Join(folder, "second")
			for _, dir := range []string{study, second} {
				if err := os.Mkdir(dir, 0o777); err != nil {
					t.Fatal(err)
				}
				settings := "format: 1\nid: codes\ntitle: Codes\nlanguage: nb\ncoders: [ann]\n"
				if err := os.WriteFile(filepath.Join(dir, "crosscase.yaml"), []byte(settings), 0o666); err != nil {
					t.Fatal(err)
				}
			}
			from, err := filepath.Abs(file)
			if err != nil {
				t.Fatal(err)
			}
			code, out, told := runIn(study, "codebook", "import", from)
			if code != 0 || out != "" {
				t.Fatalf("exit code %d\n%s%s", code, out, told)
			}
			book := readFile(t, filepath.Join(study, "codebook.yaml"))
			got := told + "\n" + book
			if os.Getenv("CROSSCASE_UPDATE") == "1" {
				if err := os.WriteFile(file+".want", []byte(got), 0o666); err != nil {
					t.Fatal(err)
				}
			}
			if want := readFile(t, file+".want"); got != want {
				t.Errorf("told\n%s\nwant\n%s", got, want)
			}
			if code, found, _ := runIn(study, "check"); code != 0 {
				t.Errorf("check finds\n%s", found)
			}
			inProcess(t, study, "codebook", "import", from)
			if again := readFile(t, filepath.Join(study, "codebook.yaml")); again != book {
				t.Errorf("a second import made it\n%s", again)
			}
			for _, form := range []string{"csv", "xlsx"} {
				inProcess(t, study, "codebook", "export", "-o", "codes."+form)
				inProcess(t, second, "codebook", "import", filepath.Join(study, "codes."+form))
				if back := readFile(t, filepath.Join(second, "codebook.yaml")); back != book {
					t.Errorf("%s comes back as\n%s", form, back)
				}
				if err := os.Remove(filepath.Join(second, "codebook.yaml")); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
	if n < 12 {
		t.Fatalf("only %d code books were found", n)
	}
}

func readFile(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
