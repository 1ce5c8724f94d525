package plainfile

import (
	"strings"
	"testing"
)

func TestALineIsAddedToABlockOfWords(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"a block", "codes:\n  - key: a\n    find: |\n      x\n      # why\n    unit: turn\n", "codes:\n  - key: a\n    find: |\n      x\n      # why\n      new line\n    unit: turn\n"},
		{"none yet", "codes:\n  - key: a\n    label: A # good\n\n# next\n  - key: b\n", "codes:\n  - key: a\n    label: A # good\n    find: |\n      new line\n\n# next\n  - key: b\n"},
		{"none, before the children", "codes:\n  - key: a\n    # below\n    children:\n      - key: b\n", "codes:\n  - key: a\n    find: |\n      new line\n    # below\n    children:\n      - key: b\n"},
		{"one line", "codes:\n  - key: a\n    find: x* y # why\n    unit: turn\n", "codes:\n  - key: a\n    find: | # why\n      x* y\n      new line\n    unit: turn\n"},
		{"in quotes", "codes:\n  - key: a\n    find: '\"x # y\"'\n", "codes:\n  - key: a\n    find: |\n      \"x # y\"\n      new line\n"},
		{"quotes over lines", "codes:\n  - key: a\n    find: \"x\n      y\"\n    unit: turn\n", "codes:\n  - key: a\n    find: |\n      x y\n      new line\n    unit: turn\n"},
		{"plain over lines", "codes:\n  - key: a\n    find: x\n      y\n    unit: turn\n", "codes:\n  - key: a\n    find: |\n      x y\n      new line\n    unit: turn\n"},
		{"folded", "codes:\n  - key: a\n    find: >\n      x\n      y\n    unit: turn\n", "codes:\n  - key: a\n    find: |\n      x y\n      new line\n    unit: turn\n"},
		{"empty", "codes:\n  - key: a\n    find:\n    unit: turn\n", "codes:\n  - key: a\n    find: |\n      new line\n    unit: turn\n"},
		{"an empty block", "codes:\n  - key: a\n    find: |\n    unit: turn\n", "codes:\n  - key: a\n    find: |\n      new line\n    unit: turn\n"},
		{"first of its group", "codes:\n  - find: x\n    key: a\n", "codes:\n  - find: |\n      x\n      new line\n    key: a\n"},
		{"stripped", "codes:\n  - key: a\n    find: |-\n        x\n", "codes:\n  - key: a\n    find: |-\n        x\n        new line\n"},
		{"kept", "codes:\n  - key: a\n    find: |+\n      x\n\n    unit: turn\n", "codes:\n  - key: a\n    find: |+\n      x\n\n      new line\n    unit: turn\n"},
		{"without an end of line", "codes:\n  - key: a\n    find: |\n      x", "codes:\n  - key: a\n    find: |\n      x\n      new line\n"},
	} {
		got, err := AppendLine([]byte(c.text), "new line", "codes", "key=a", "find")
		if err != nil || string(got) != c.want {
			t.Errorf("%s: %v\n%s", c.name, err, got)
		}
	}
}

func TestALineIsNotAddedWhereItWouldHarm(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"codes:\n  - key: b\n", `no "codes / key=a" to add to`},
		{"codes:\n  - {key: a, find: x}\n", "is written in one line"},
		{"codes:\n  - key: a\n    find: [x, y]\n", "is a list where words are expected"},
		{"codes:\n  - key: a\n    find: \"x\n", "is not readable YAML"},
		{"", `no "codes" to add to`},
	} {
		if got, err := AppendLine([]byte(c.text), "new line", "codes", "key=a", "find"); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: %v\n%s", c.text, err, got)
		}
	}
}

// Whatever the file, an added line is read back below what stood there, and everything else
// stays as it was.
func FuzzAppendLine(f *testing.F) {
	for _, s := range []string{"find: |\n  x\n", "a: 1\nfind: x # c\nb: [1]\n", "find: >-\n  x\n\n  y\n# z\n", "find: 'x\n\n  y'\nb: 2\n", "? find\n: x\n", "find: !!str x\n", "find: &a x\nb: *a\n", "b:\n- c: 1\n"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		out, err := AppendLine([]byte(s), "new: line", "find")
		if err != nil {
			return
		}
		before, _, err1 := parse(s)
		after, _, err2 := parse(string(out))
		if err1 != nil || err2 != nil || after == nil {
			t.Fatalf("%q became %q: %v %v", s, out, err1, err2)
		}
		if before == nil {
			return
		}
		for i := 0; i+1 < len(before.Content); i += 2 {
			name := before.Content[i].Value
			_, old := child(before, name)
			_, now := child(after, name)
			if now == nil || name != "find" && strings.TrimRight(now.Value, "\n") != strings.TrimRight(old.Value, "\n") {
				t.Fatalf("%q became %q: %s differs", s, out, name)
			}
		}
	})
}
