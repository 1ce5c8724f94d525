package cases

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"crosscase/coding"
	"crosscase/corpus"
	"crosscase/corpus/plainfile"
)

// A file that is there and cannot be read is no empty one: what would be added to it is an error, and it stays.
func TestAFileThatCannotBeReadIsNotTakenForNone(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("links need rights there")
	}
	for _, c := range []struct {
		name, file string
		change     func(s *Study, dir plainfile.Dir) error
	}{
		{"bind", BindingsFile, func(s *Study, dir plainfile.Dir) error {
			return s.Bind(dir, []Binding{{Sentence: "All have goals.", Codes: []string{"goals"}}})
		}},
		{"summary", SummaryFile("a"), func(s *Study, dir plainfile.Dir) error { return s.SetSummary(dir, "a", "goals", "Six.") }},
		{"chart", "summaries/a.md", func(s *Study, dir plainfile.Dir) error {
			return s.WriteChart(dir, []ChartChange{{Case: "a", Code: "goals", Now: "Six."}})
		}},
		{"code", coding.CodebookFile, func(s *Study, dir plainfile.Dir) error {
			return s.AddCodes(dir, []coding.Derived{{Code: coding.Code{Key: "money", Label: "Money"}}})
		}},
		{"roles", SidecarFile("talk.txt"), func(s *Study, dir plainfile.Dir) error {
			return s.SetRoles(dir, "talk.txt", []corpus.Speaker{{Label: "I", Role: corpus.Interviewer}})
		}},
		{"revise", "documents/talk.yaml", func(s *Study, dir plainfile.Dir) error {
			_, err := s.Revise(dir, "talk.txt", "Six goals. No time at all. Money.\n", nil)
			return err
		}},
		{"revise a verdict", coding.ReviewFile("ann", "talk.txt"), func(s *Study, dir plainfile.Dir) error {
			_, err := s.Revise(dir, "talk.txt", "Six goals. No time at all. Money.\n", nil)
			return err
		}},
		{"coding layer", coding.LayerFile("cyn", "talk.txt"), func(s *Study, dir plainfile.Dir) error {
			return s.SaveLayer(dir, &coding.Layer{Coder: "cyn", Document: "talk.txt", Reads: []coding.Reading{{Codes: "all", On: "2026-03-02"}}})
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, dir := withCodings(t)
			target := filepath.Join(dir.Root, filepath.FromSlash(c.file))
			if err := os.MkdirAll(filepath.Dir(target), 0o777); err != nil {
				t.Fatal(err)
			}
			os.Remove(target)
			if err := os.Symlink(filepath.Base(target), target); err != nil { // to itself: not even root can read it
				t.Fatal(err)
			}
			if err := c.change(s, dir); err == nil || !strings.Contains(err.Error(), "cannot be read") {
				t.Errorf("says %v", err)
			}
			if to, err := os.Readlink(target); err != nil || to != filepath.Base(target) {
				t.Errorf("was written over: %q, %v", to, err)
			}
		})
	}
}
