package workbench

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"crosscase/corpus/catalogue"
)

// TestRemediesArePagesOwn holds the remedies of the page against the messages that they belong to: each belongs to one, is said in Norwegian, and names no
// flag of a command.
func TestRemediesArePagesOwn(t *testing.T) {
	var all strings.Builder
	for _, folder := range []string{"cases", "coding", "corpus", "corpus/plainfile"} {
		files, err := filepath.Glob(filepath.Join("..", "..", filepath.FromSlash(folder), "*.go"))
		if err != nil || len(files) == 0 {
			t.Fatal(folder, err)
		}
		for _, f := range files {
			data, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			all.Write(data)
		}
	}
	for what, remedy := range remedies {
		if written := strings.TrimSuffix(strconv.Quote(what), `"`); !strings.Contains(all.String(), "("+written+`\nhint: `) {
			t.Errorf("no error says %q with a remedy", what)
		}
		if strings.Contains(remedy, "--") {
			t.Errorf("%q names a flag", remedy)
		}
		for _, l := range []catalogue.Language{"nb", "nn"} {
			if _, said := catalogue.Text(remedy).Told(l); !said {
				t.Errorf("%q is not said in %s", remedy, l)
			}
		}
	}
	for name, words := range viewWords {
		if strings.Contains(strings.Join(words[:], " "), "crosscase ") || strings.Contains(strings.Join(words[:], " "), "--") {
			t.Errorf("%s names a command: %q", name, words)
		}
	}
}

func TestAnotherRemedy(t *testing.T) {
	err := catalogue.Errorf("question %q was not found anywhere in %s\nhint: --not-asked %s says that it was not asked", "q1", "a.txt", "q1")
	if got := catalogue.Remedied(err, remedies).Error(); got != "question \"q1\" was not found anywhere in a.txt\nhint: mark it as not asked" {
		t.Errorf("it says %q", got)
	}
	if got, _ := catalogue.In("nb").Tell(catalogue.Remedied(err, remedies)); !strings.HasSuffix(got, "råd: merk det som ikke stilt") {
		t.Errorf("it says %q", got)
	}
	other := catalogue.Errorf("another thing\nhint: crosscase check")
	if catalogue.Remedied(other, remedies) != other {
		t.Error("what has no remedy of the page's is changed")
	}
}
