package plainfile

import (
	"fmt"
	"strings"
	"testing"
)

// The engine tells the line at which the list begins, not the one that stands too far in or out.
func TestWrongIndentIsToldWhereItStands(t *testing.T) {
	var b strings.Builder
	b.WriteString("format: 1\ncodes:\n")
	for i := range 60 {
		fmt.Fprintf(&b, "  - key: k%d\n    label: \"a label\n      of two lines\"\n    find: |\n      word*\n", i)
	}
	whole := b.String()
	n := strings.Count(whole, "\n")
	for _, c := range []struct {
		end  string
		line int
	}{
		{"   - key: last\n     label: Last\n", n + 1},
		{" - key: last\n", n + 1},
		{"  - key: last\n   label: Last\n", n + 2},
		{"  - key: last\n    label: Last\n  kind: challenge\n", n + 3},
	} {
		var into struct {
			Format string `yaml:"format"`
			Codes  []struct {
				Key   string `yaml:"key"`
				Label string `yaml:"label"`
				Find  string `yaml:"find"`
			} `yaml:"codes"`
		}
		var problems Problems
		Unmarshal("codebook.yaml", []byte(whole+c.end), &into, &problems)
		if len(problems) == 0 || problems[0].Line != c.line {
			t.Errorf("%q: %v, want line %d", c.end, problems, c.line)
		}
		if len(into.Codes) < 59 { // the last may be lost with what is wrong behind it
			t.Errorf("%q: %d codes kept", c.end, len(into.Codes))
		}
	}
}
