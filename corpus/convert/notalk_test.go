package convert

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Plans, minutes, guides, songs and letters hold colons, times and questions,
// and nobody speaks in them: they have no turns and stay as they are.
func TestNoTalk(t *testing.T) {
	dir := filepath.Join("..", "..", "testdata", "convert", "layouts", "negative")
	files, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	if len(files) < 25 {
		t.Fatalf("%d files", len(files))
	}
	for _, f := range files {
		t.Run(f.Name(), func(t *testing.T) {
			text := string(source(t, "layouts/negative/"+f.Name()))
			res := convertText(t, f.Name(), text)
			accounted(t, res.Report)
			if len(res.Speakers) > 0 || res.Turns > 0 {
				t.Errorf("%d turns of %+v\n%s", res.Turns, res.Speakers, res.Text)
			}
			if res.Text != text {
				t.Errorf("changed:\n%s", res.Text)
			}
			if hasEntry(res.Report, "warning", "looks like talk") {
				t.Error("taken for talk without speakers")
			}
			// no more so where it is long and its heads recur
			if res := convertText(t, f.Name(), strings.Repeat(text+"\n", 12)); res.Turns > 0 {
				t.Errorf("twelve times: %d turns of %+v", res.Turns, res.Speakers)
			}
		})
	}
}
