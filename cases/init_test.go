package cases

import (
	"os/exec"
	"slices"
	"strings"
	"testing"

	"crosscase/corpus/plainfile"
)

func TestNewStudyOpensWithoutProblems(t *testing.T) {
	dir := plainfile.Dir{Root: t.TempDir()}
	written, err := Init(dir, Template{ID: "bms", Title: `Mål: "styring" # én`, Language: "nb", Coder: "ann"})
	if err != nil {
		t.Fatal(err)
	}
	if written[len(written)-1] != StudyFile {
		t.Errorf("%s does not come last: %v", StudyFile, written)
	}
	for _, name := range []string{"guide.yaml", "codebook.yaml", "attributes.yaml", ".gitignore", ".gitattributes", "tables/README.txt"} {
		if !slices.Contains(written, name) {
			t.Errorf("%s was not written: %v", name, written)
		}
	}
	s := openDir(t, dir)
	if s.ID != "bms" || s.Title != `Mål: "styring" # én` || s.Language != "nb" || len(s.Coders) != 1 || s.Coders[0].Name != "ann" || s.Pseudonymised {
		t.Errorf("%+v", s.Settings)
	}
}

// The examples in the comments of the templates are what a researcher begins with.
func TestExamplesInTheTemplatesOpenToo(t *testing.T) {
	dir := plainfile.Dir{Root: t.TempDir()}
	if _, err := Init(dir, Template{ID: "bms", Title: "BMS", Language: "nb", Coder: "ann"}); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"guide.yaml", "codebook.yaml", "attributes.yaml", "crosscase.yaml"} {
		data, err := dir.Read(name)
		if err != nil {
			t.Fatal(err)
		}
		var out []string
		for _, l := range strings.Split(string(data), "\n") {
			switch {
			case strings.HasPrefix(l, "#  ") || strings.HasPrefix(l, "#") && len(l) > 1 && l[1] != ' ':
				l = l[1:]
			case strings.HasSuffix(l, ": []"):
				continue
			}
			out = append(out, l)
		}
		if err := dir.Write(name, []byte(strings.Join(out, "\n"))); err != nil {
			t.Fatal(err)
		}
	}
	s := openDir(t, dir)
	if len(s.Guide.Questions()) != 1 || s.Codebook.Code("benchmarking") == nil || len(s.Attributes) != 3 || len(s.Settings.Questions) != 1 || s.Stance != "codebook" {
		t.Errorf("the examples were not read: %d questions, codes %v, %d attributes", len(s.Guide.Questions()), s.Codebook.Keys(), len(s.Attributes))
	}
}

func TestInitLeavesAloneWhatIsThere(t *testing.T) {
	dir := plainfile.Dir{Root: t.TempDir()}
	if err := dir.Write("codebook.yaml", []byte("format: 1\ncodes: [{key: mine}]\n")); err != nil {
		t.Fatal(err)
	}
	if _, err := Init(dir, Template{ID: "bms", Title: "BMS", Language: "nb", Coder: "ann"}); err != nil {
		t.Fatal(err)
	}
	if openDir(t, dir).Codebook.Code("mine") == nil {
		t.Error("the code book was overwritten")
	}
	before := readAll(t, dir)
	written, err := Init(dir, Template{ID: "other", Title: "Other", Language: "en", Coder: "bo"})
	if err != nil || len(written) != 0 || len(differences(before, readAll(t, dir))) != 0 {
		t.Errorf("a second init wrote %v, %v", written, err)
	}
}

func TestKilledInitLeavesNoStudyOrAWholeOne(t *testing.T) {
	whole := plainfile.Dir{Root: t.TempDir()}
	steps := 0
	whole.Step = func(string) { steps++ }
	template := Template{ID: "bms", Title: "BMS", Language: "nb", Coder: "ann"}
	if _, err := Init(whole, template); err != nil {
		t.Fatal(err)
	}
	want := readAll(t, whole)
	for stop := range steps {
		dir := plainfile.Dir{Root: t.TempDir()}
		killAt(dir, stop, func(dir plainfile.Dir) { _, _ = Init(dir, template) })
		if s, problems := Open(dir.FS()); s != nil && len(problems) > 0 {
			t.Errorf("killed at step %d: half a study:\n%s", stop, problems.Error())
		}
		if _, err := Init(dir, template); err != nil {
			t.Fatal(err)
		}
		if d := differences(want, readAll(t, dir)); len(d) != 0 {
			t.Errorf("killed at step %d, then again: %v differ", stop, d)
		}
	}
}

// Whatever a study comes to hold, git takes up nothing that quotes a text before the names are masked.
func TestGitKeepsOutWhatQuotesTexts(t *testing.T) {
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("there is no git here")
	}
	dir := plainfile.Dir{Root: t.TempDir()}
	written, err := Init(dir, Template{ID: "bms", Title: "BMS", Language: "nb", Coder: "ann"})
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"documents/a.txt", "documents/a.yaml", "codings/ann/a.jsonl", "reviews/ann/a.jsonl", "cases/a.yaml", "memos/m.md", "summaries/a.md",
		"findings.yaml", "bindings.jsonl", "journal.jsonl", "calibration/x.yaml", "tables/out/x.md", "ann-2026-03-02.share.jsonl", "report.docx", "vault/originals/a.docx"} {
		if err := dir.Write(name, []byte("words\n")); err != nil {
			t.Fatal(err)
		}
	}
	run := func(args ...string) string {
		c := exec.Command("git", args...)
		c.Dir = dir.Root
		out, err := c.CombinedOutput()
		if err != nil {
			t.Fatalf("git %v: %s\n%s", args, err, out)
		}
		return string(out)
	}
	run("init", "--quiet")
	got := strings.Fields(run("ls-files", "--others", "--exclude-standard"))
	slices.Sort(got)
	slices.Sort(written)
	if !slices.Equal(got, written) {
		t.Errorf("git would take up %v; init wrote %v", got, written)
	}
}
