package cases

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// The files of testdata/convert/blind were written, and marked with what a reader makes of them,
// before anybody looked at the code that reads them; these are those that it got wrong.
func TestFilesWrittenBlind(t *testing.T) {
	dir := filepath.Join("..", "testdata", "convert", "blind")
	marks, err := os.ReadFile(filepath.Join(dir, "marks.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range strings.Split(strings.TrimSpace(string(marks)), "\n")[1:] {
		m := strings.SplitN(line, "\t", 8)
		if len(m) < 8 {
			t.Fatalf("marks.tsv: %q has %d columns", line, len(m))
		}
		t.Run(m[0], func(t *testing.T) {
			data, err := os.ReadFile(filepath.Join(dir, m[0]))
			if err != nil {
				t.Fatal(err)
			}
			study := base().write(t)
			got, err := take(study, m[0], string(data), Intake{})
			if err != nil {
				t.Fatal(err)
			}
			d := got.Document
			var speakers []string
			for _, s := range d.Speakers {
				speakers = append(speakers, fmt.Sprintf("%s=%s", s.Label, s.Role))
			}
			is := []string{m[0], strconv.Itoa(got.Turns), strings.Join(speakers, ", "), d.Date, d.Language, d.Kind, d.Title}
			for i, heading := range []string{"file", "turns", "speakers", "date", "language", "kind", "title"} {
				if is[i] != m[i] {
					t.Errorf("%s: %q, want %q", heading, is[i], m[i])
				}
			}
			text := string(readAll(t, study)[TextFile(d.Key)])
			if !strings.Contains(text, m[7]) {
				t.Errorf("%q does not stand in the text", m[7])
			}
		})
	}
}
