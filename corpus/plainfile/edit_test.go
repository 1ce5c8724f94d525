package plainfile

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"
)

const caseFile = `# Kommune A
key: a   # as in the folder

members:
  # the interview comes first
  - document: a-interview.txt   # autumn

  - document: a-plan.txt
    weight: 2
# what we asked
values:
  size: "12 000"

  note: |
    two
    lines
`

func TestAnItemIsAddedAndNoOtherLineChanges(t *testing.T) {
	for _, c := range []struct {
		name, text, item string
		place            []string
		want             string // what stands instead of the line <
	}{
		{"after the last of a list", strings.Replace(caseFile, "    weight: 2\n", "    weight: 2\n<", 1), "document: a-budget.txt\nweight: 1", []string{"members"}, "  - document: a-budget.txt\n    weight: 1\n"},
		{"at the end of the file", "a:\n  - x\n<", "y", []string{"a"}, "  - y\n"},
		{"below the last line without a line end", "a:\n  - x", "y", []string{"a"}, "\n  - y\n"},
		{"a list that is not indented", "a:\n- x\n<b: 1\n", "y", []string{"a"}, "- y\n"},
		{"a list that is not indented, of groups", "a:\n- k: 1\n  l: 2\n<\n# b\nb: 1\n", "k: 2", []string{"a"}, "- k: 2\n"},
		{"far to the right", "a:\n      - x\n<b: 1\n", "y", []string{"a"}, "      - y\n"},
		{"a list in a list", "codes:\n  - key: t\n    children:\n      - key: u\n<\n  - key: v\n", "key: w", []string{"codes", "key=t", "children"}, "      - key: w\n"},
		{"a list in a list, not indented", "codes:\n- key: t\n  children:\n  - key: u\n<- key: v\n", "key: w", []string{"codes", "key=t", "children"}, "  - key: w\n"},
		{"a list that is not there yet", "codes:\n  - key: t\n    label: T\n<  - key: v\n", "key: w", []string{"codes", "key=t", "children"}, "    children:\n      - key: w\n"},
		{"a list that is not there yet, of the last", "codes:\n  - key: t\n    label: T\n<", "key: w", []string{"codes", "key=t", "children"}, "    children:\n      - key: w\n"},
		{"a list that is not there yet on top", "key: a\n<\n# end\n", "x", []string{"members"}, "members:\n  - x\n"},
		{"an empty file", "<", "x", []string{"members"}, "members:\n  - x\n"},
		{"a file of comments", "# one\n\n# two\n<", "x", []string{"members"}, "members:\n  - x\n"},
		{"an item in quotes", "a:\n  - x\n<b:\n", "'y: z'", []string{"a"}, "  - 'y: z'\n"},
		{"an item of several paragraphs", "a:\n  - x\n<b:\n", "k: |\n  one\n\n  two", []string{"a"}, "  - k: |\n      one\n\n      two\n"},
		{"after a block that ends in what looks like a comment", "codes:\n  - find: |\n      mål\n      # not a comment\n<b: 1\n", "find: x", []string{"codes"}, "  - find: x\n"},
		{"after a block that ends in blank lines", "codes:\n  - find: |+\n      mål\n\n<b: 1\n", "find: x", []string{"codes"}, "  - find: x\n"},
		{"after a folded block in a list", "a:\n  - >-\n    one\n    # two\n<", "x", []string{"a"}, "  - x\n"},
		{"after words over several lines", "a:\n  - one\n    two\n<b: 1\n", "x", []string{"a"}, "  - x\n"},
		{"after quoted words over several lines", "a:\n  - \"one\n    # two\"\n<b: 1\n", "x", []string{"a"}, "  - x\n"},
		{"Windows line ends", "a:\r\n  - x\r\n<b: 1\r\n", "y", []string{"a"}, "  - y\n"},
		{"a line end of other programs", "b: \"x\u2028  y\"\na:\n  - x\n<c: 1\n", "y", []string{"a"}, "  - y\n"},
		{"a name with a colon", "\"a:b\":\n  - x\n<", "y", []string{"a:b"}, "  - y\n"},
	} {
		before := strings.Replace(c.text, "<", "", 1)
		want := strings.Replace(c.text, "<", c.want, 1)
		if !strings.Contains(c.text, "<") {
			want = c.text + c.want
		}
		got, err := AppendItem([]byte(before), c.item, c.place...)
		if err != nil || string(got) != want {
			t.Errorf("%s: %v\n got %q\nwant %q", c.name, err, got, want)
		}
	}
}

func TestAnEmptyListIsFilled(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"members:\n", "members:\n  - x\n"},
		{"members: []\n", "members:\n  - x\n"},
		{"members: [ ]  # none yet\nb: 1\n", "members:  # none yet\n  - x\nb: 1\n"},
		{"a: 1\nmembers:   # none yet\n\nb: 1\n", "a: 1\nmembers:   # none yet\n  - x\n\nb: 1\n"},
		{"members: ~\nb: 1\n", "members:\n  - x\nb: 1\n"},
		{"members: null\n", "members:\n  - x\n"},
		{"members:\nb: 1\n", "members:\n  - x\nb: 1\n"},
		{"members:\n\n# the rest\nb: 1\n", "members:\n  - x\n\n# the rest\nb: 1\n"},
		{"\"mem: b\": []\nmembers: []\n", "\"mem: b\": []\nmembers:\n  - x\n"},
	} {
		got, err := AppendItem([]byte(c.text), "x", "members")
		if err != nil || string(got) != c.want {
			t.Errorf("%q: %v\n got %q\nwant %q", c.text, err, got, c.want)
		}
	}
	for _, c := range []struct {
		text, want string
		place      []string
	}{
		{"codes:\n  - key: t\n    children: []\n  - key: u\n", "codes:\n  - key: t\n    children:\n      - x\n  - key: u\n", []string{"codes", "key=t", "children"}},
		{"codes:\n  - children: []\n    key: t\n", "codes:\n  - children:\n      - x\n    key: t\n", []string{"codes", "key=t", "children"}},
		{"codes:\n- children:\n  key: t\n", "codes:\n- children:\n    - x\n  key: t\n", []string{"codes", "key=t", "children"}},
		{"a:b: []\n", "a:b:\n  - x\n", []string{"a:b"}},
	} {
		got, err := AppendItem([]byte(c.text), "x", c.place...)
		if err != nil || string(got) != c.want {
			t.Errorf("%q: %v\n got %q\nwant %q", c.text, err, got, c.want)
		}
	}
}

func TestAnItemThatCannotBeAddedSafelyIsRefused(t *testing.T) {
	for _, c := range []struct {
		name, text, item string
		place            []string
	}{
		{"a list in one line", "a: [x]\n", "y", []string{"a"}},
		{"a group in one line", "a: {x: 1, members: []}\n", "y", []string{"a", "members"}},
		{"a group in one line without the list", "a: {x: 1}\n", "y", []string{"a", "members"}},
		{"a list of groups in one line", "codes:\n  - {key: t, children: []}\n", "y", []string{"codes", "key=t", "children"}},
		{"no list", "a: x\n", "y", []string{"a"}},
		{"a group", "a:\n  x: 1\n", "y", []string{"a"}},
		{"no such group", "codes:\n  - key: t\n", "y", []string{"codes", "key=u", "children"}},
		{"no such list on the way", "a: 1\n", "y", []string{"codes", "key=u"}},
		{"a file that cannot be read", "a: [\n", "y", []string{"a"}},
		{"an item that cannot be read", "a:\n  - x\n", "y: z: w", []string{"a"}},
		{"a list on top", "- a\n", "y", []string{"a"}},
		{"an empty list over several lines", "a: [\n]\n", "y", []string{"a"}},
		{"a name that would be a comment", "a: x\n", "y", []string{"#b"}},
		{"not UTF-8", "a: bl\xe5\n", "y", []string{"b"}},
		{"an empty list under a name in quotes", "\"a: b\": []\n", "y", []string{"a: b"}},
		{"an empty list on the next line", "a:\n  []\n", "y", []string{"a"}},
		{"an empty list with an anchor", "a: &x []\nb: *x\n", "y", []string{"a"}},
	} {
		if got, err := AppendItem([]byte(c.text), c.item, c.place...); err == nil {
			t.Errorf("%s: %q", c.name, got)
		}
	}
}

func TestAFieldIsSetAndNoOtherLineChanges(t *testing.T) {
	for _, c := range []struct {
		name, text, value string
		place             []string
		want              string
	}{
		{"a value", "a: 1\nb: 2 # two\nc: 3\n", "x", []string{"b"}, "a: 1\nb: x\nc: 3\n"},
		{"the last without a line end", "a: 1", "x", []string{"a"}, "a: x\n"},
		{"a new one", "a: 1\n\n# end\n", "x", []string{"b"}, "a: 1\nb: x\n\n# end\n"},
		{"in an empty file", "", "x", []string{"b"}, "b: x\n"},
		{"in a file of comments", "# one\n", "x", []string{"b"}, "# one\nb: x\n"},
		{"new groups", "a: 1\n", "x", []string{"b", "c", "d"}, "a: 1\nb:\n  c:\n    d: x\n"},
		{"in a group", "values:\n  a: 1\n  # why\n  b: 2\n\nend: 1\n", "x", []string{"values", "a"}, "values:\n  a: x\n  # why\n  b: 2\n\nend: 1\n"},
		{"new in a group", "values:\n  a: 1\n\n# end\nend: 1\n", "x", []string{"values", "b"}, "values:\n  a: 1\n  b: x\n\n# end\nend: 1\n"},
		{"new in a group further in", "values:\n    a: 1\nend: 1\n", "x", []string{"values", "b"}, "values:\n    a: 1\n    b: x\nend: 1\n"},
		{"in a group of nothing", "values:\nend: 1\n", "x", []string{"values", "b"}, "values:\n  b: x\nend: 1\n"},
		{"in an empty group in one line", "values: {}\nend: 1\n", "x", []string{"values", "b"}, "values:\n  b: x\nend: 1\n"},
		{"a list for a list", "a:\n  - x\n  - y\nb: 1\n", "- z\n- w", []string{"a"}, "a:\n  - z\n  - w\nb: 1\n"},
		{"a list for one that is not indented", "a:\n- x\n- y\nb: 1\n", "- z", []string{"a"}, "a:\n  - z\nb: 1\n"},
		{"a list of one", "a: 1\n", "- z", []string{"a"}, "a:\n  - z\n"},
		{"a word for a group", "a:\n  b:\n    c: 1\n\n  d: 2\n# e\ne: 1\n", "x", []string{"a"}, "a: x\n# e\ne: 1\n"},
		{"a group for a word", "a: 1\nb: 2\n", "c: 1\nd: 2\n", []string{"a"}, "a:\n  c: 1\n  d: 2\nb: 2\n"},
		{"a value after a block with what looks like a comment", "a: |\n  x\n  # y\nb: 2\n", "z", []string{"a"}, "a: z\nb: 2\n"},
		{"new after a block with what looks like a comment", "a: |\n  x\n  # y\n", "z", []string{"b"}, "a: |\n  x\n  # y\nb: z\n"},
		{"in one line", "a: {x: 1}\nb: 2\n", "{y: 2}", []string{"a"}, "a: {y: 2}\nb: 2\n"},
	} {
		got, err := SetField([]byte(c.text), c.value, c.place...)
		if err != nil || string(got) != c.want {
			t.Errorf("%s: %v\n got %q\nwant %q", c.name, err, got, c.want)
		}
	}
}

func TestAFieldThatCannotBeSetSafelyIsRefused(t *testing.T) {
	for _, c := range []struct {
		name, text, value string
		place             []string
	}{
		{"in a group in one line", "a: {x: 1}\n", "y", []string{"a", "x"}},
		{"a file that cannot be read", "a: [\n", "y", []string{"a"}},
		{"a value that cannot be read", "a: 1\n", "b: c: d", []string{"a"}},
		{"a list in the way", "a:\n  - x\n", "y", []string{"a", "b"}},
		{"a word in the way", "a: x\n", "y", []string{"a", "b"}},
		{"a list on top", "- a\n", "y", []string{"b"}},
		{"a name that would be a comment", "a: x\n", "y", []string{"#b"}},
		{"not UTF-8", "a: bl\xe5\n", "y", []string{"b"}},
	} {
		if got, err := SetField([]byte(c.text), c.value, c.place...); err == nil {
			t.Errorf("%s: %q", c.name, got)
		}
	}
}

// plain is a YAML text as Go values, to compare meanings.
func plain(t *testing.T, text []byte) any {
	t.Helper()
	var v any
	if err := yaml.Unmarshal(text, &v); err != nil {
		t.Fatalf("%v in\n%s", err, text)
	}
	return v
}

// randomFile writes a list of groups as people do: indented or not, with comments and
// blank lines anywhere, blocks, and lists within.
func randomFile(r *rand.Rand) (text string, keys []string) {
	pick := func(s ...string) string { return s[r.IntN(len(s))] }
	noise := func() string { return pick("", "", "", "\n", "# note\n", "  # note: [\n", "\n\n# - key: k0\n") }
	dash := pick("- ", "  - ", "    - ")
	in := strings.Repeat(" ", len(dash))
	b := noise() + "title: " + pick("a", "'b: c'", "\"d # e\"", "|\n  x\n  # y", "[a, b]", "{a: b}") + pick("", " # t") + "\n"
	if strings.Contains(b, "|") {
		b = strings.ReplaceAll(b, " # t", "")
	}
	b += noise() + "codes:" + pick("", " ", " # all") + "\n"
	for i := range r.IntN(4) + 1 {
		key := fmt.Sprint("k", i)
		keys = append(keys, key)
		b += noise() + dash + "key: " + key + pick("", "  # c") + "\n"
		for range r.IntN(3) {
			b += pick("", "", in+"# n\n", "\n")
		}
		if r.IntN(2) == 0 {
			b += in + "find: " + pick("|\n"+in+"  a\n"+in+"  # b\n", "x\n", "\"y\n"+in+"  z\"\n", ">-\n"+in+"  a\n\n"+in+"  b\n")
		}
		if r.IntN(2) == 0 {
			sub := pick("", "  ")
			b += in + "children:" + pick("", " # sub") + "\n"
			for range r.IntN(3) {
				b += in + sub + "- key: s" + pick("\n", "\n"+in+sub+"  label: L\n", " # x\n\n")
			}
		} else if r.IntN(3) == 0 {
			b += in + "children: []\n"
		}
	}
	b += noise()
	if r.IntN(2) == 0 {
		b += "end: " + pick("1", "|\n  z\n", "\n  a: 1") + "\n"
	}
	return b + noise(), keys
}

func without(lines []string, from, n int) []string {
	return slices.Delete(slices.Clone(lines), from, from+n)
}

func TestWhereverAnItemIsAddedTheRestKeepsItsMeaningAndItsLines(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 1))
	for range 800 {
		text, keys := randomFile(r)
		before := plain(t, []byte(text))
		codes := before.(map[string]any)["codes"].([]any)
		i := r.IntN(len(keys))
		place := []string{"codes"}
		deep := r.IntN(2) == 0
		if deep {
			place = append(place, "key="+keys[i], "children")
		}
		got, err := AppendItem([]byte(text), "key: new\nlabel: å", place...)
		if err != nil {
			t.Fatalf("%v: %v\n%s", place, err, text)
		}
		item := map[string]any{"key": "new", "label": "å"}
		if deep {
			group := codes[i].(map[string]any)
			children, _ := group["children"].([]any)
			group["children"] = append(children, item)
		} else {
			before.(map[string]any)["codes"] = append(codes, item)
		}
		if want, have := fmt.Sprint(before), fmt.Sprint(plain(t, got)); have != want {
			t.Fatalf("%v:\n%s\nbecame\n%s\nhave %s\nwant %s", place, text, got, have, want)
		}
		old, now := splitLines(text), splitLines(string(got))
		at := 0
		for at < len(old) && old[at] == now[at] {
			at++
		}
		if strings.Contains(text, "children: []") || strings.Contains(text, "children:\n") || strings.Contains(text, "children: #") {
			continue // the line of an empty list is written anew, as another test says
		}
		if rest := without(now, at, len(now)-len(old)); !slices.Equal(rest, old) {
			t.Fatalf("%v: more than the new lines differ:\n%s\nbecame\n%s", place, text, got)
		}
	}
}

func TestWhereverAFieldIsSetTheRestKeepsItsMeaning(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 2))
	for range 800 {
		text, _ := randomFile(r)
		before := plain(t, []byte(text)).(map[string]any)
		name := []string{"title", "codes", "end", "new"}[r.IntN(4)]
		value := []string{"x", "'a: b'", "- a\n- b", "a: 1\nb:\n  - c"}[r.IntN(4)]
		got, err := SetField([]byte(text), value, name)
		if err != nil {
			t.Fatalf("%s: %v\n%s", name, err, text)
		}
		before[name] = plain(t, []byte(value))
		if want, have := fmt.Sprint(before), fmt.Sprint(plain(t, got)); have != want {
			t.Fatalf("%s:\n%s\nbecame\n%s\nhave %s\nwant %s", name, text, got, have, want)
		}
	}
}

// Whatever the file and the item: what comes back parses, holds the item last in its list, and
// everything else means what it meant.
func FuzzAppendItem(f *testing.F) {
	f.Add(caseFile, "x: 1", "members", "")
	f.Add("codes:\n- key: t\n  children: []\n", "x", "codes", "children")
	f.Add("a: {members: []}\n", "x", "a", "members")
	f.Add("a: |\n  x\n  # y\n", "x", "b", "c")
	f.Add("\ufeffa:\n  - x\n", "- y", "a", "")
	f.Fuzz(func(t *testing.T, text, item, a, b string) {
		if text != "" && !strings.HasSuffix(text, "\n") {
			text += "\n" // which an edit would add; to a block at the end it is a line end more
		}
		place := []string{a}
		if b != "" {
			place = append(place, b)
		}
		got, err := AppendItem([]byte(text), item, place...)
		if err != nil {
			return
		}
		root, _, err := parse(string(got))
		if err != nil {
			t.Fatalf("%v: %q", err, got)
		}
		was, _, _ := parse(text)
		if was == nil {
			was = &yaml.Node{Kind: yaml.MappingNode}
		}
		if !grownAt(was, root, place) {
			t.Fatalf("%q at %q: %q became %q", item, place, text, got)
		}
	})
}

// grownAt tells whether two trees are the same but for one more item at the end of a list.
func grownAt(was, now *yaml.Node, place []string) bool {
	if len(place) == 0 {
		old := was.Content
		if was.Kind == yaml.ScalarNode && was.Tag == "!!null" {
			old = nil
		} else if was.Kind != yaml.SequenceNode {
			return false
		}
		return now.Kind == yaml.SequenceNode && len(now.Content) == len(old)+1 && slices.EqualFunc(old, now.Content[:len(old)], same)
	}
	if was.Kind != now.Kind {
		return false
	}
	_, on := child(was, place[0])
	n := len(was.Content)
	if on == nil {
		if was.Kind != yaml.MappingNode || len(place) > 1 || len(now.Content) != n+2 || now.Content[n].Value != place[0] {
			return false
		}
		return slices.EqualFunc(was.Content, now.Content[:n], same) && grownAt(&yaml.Node{Kind: yaml.SequenceNode}, now.Content[n+1], nil)
	}
	return slices.EqualFunc(was.Content, now.Content, func(a, b *yaml.Node) bool {
		if a == on {
			return grownAt(a, b, place[1:])
		}
		return same(a, b)
	})
}

func same(a, b *yaml.Node) bool {
	return a.Kind == b.Kind && a.Tag == b.Tag && a.Value == b.Value && a.Anchor == b.Anchor && slices.EqualFunc(a.Content, b.Content, same)
}

func FuzzSetField(f *testing.F) {
	f.Add(caseFile, "x: 1", "values", "size")
	f.Add(caseFile, "- x", "values", "new")
	f.Add("a: {b: 1}\n", "x", "a", "b")
	f.Add("a: |\n  x\n  # y\n", "'x'", "a", "")
	f.Fuzz(func(t *testing.T, text, value, a, b string) {
		place := []string{a}
		if b != "" {
			place = append(place, b)
		}
		got, err := SetField([]byte(text), value, place...)
		if err != nil {
			return
		}
		was, _, _ := parse(text)
		now, _, err := parse(string(got))
		if err != nil || now == nil || now.Kind != yaml.MappingNode {
			t.Fatalf("%v: %q", err, got)
		}
		if was == nil {
			was = &yaml.Node{Kind: yaml.MappingNode}
		}
		for i := 0; i+1 < len(was.Content); i += 2 {
			if key := was.Content[i].Value; key != a {
				if _, kept := child(now, key); kept == nil || !same(kept, was.Content[i+1]) && len(was.Content) == len(now.Content) {
					t.Fatalf("%q at %q: %q became %q", value, place, text, got)
				}
			}
		}
		n := now
		for _, name := range place {
			if _, n = child(n, name); n == nil {
				t.Fatalf("%q at %q: %q became %q", value, place, text, got)
			}
		}
	})
}

// TestItemsAreTakenAndPut moves items of a code book about, with their comments, and leaves all else as it is.
func TestItemsAreTakenAndPut(t *testing.T) {
	const book = `# mine
codes:
  - key: a
    # about a
    children:
      - key: a1   # one
        find: |
          x
      # between
      - key: a2
  - key: b
    label: B

other: 1
`
	rest, item, err := TakeItem([]byte(book), "codes", "key=a", "children", "key=a1")
	if err != nil || string(item) != "key: a1   # one\nfind: |\n  x\n" {
		t.Fatalf("%q %v", item, err)
	}
	if want := strings.Replace(book, "      - key: a1   # one\n        find: |\n          x\n", "", 1); string(rest) != want {
		t.Errorf("left is\n%s", rest)
	}
	back, err := InsertItem(rest, string(item), "codes", "key=a", "children", "key=a2")
	if err != nil || !strings.Contains(string(back), "      # between\n      - key: a1   # one\n        find: |\n          x\n      - key: a2\n") {
		t.Errorf("%v\n%s", err, back)
	}
	rest, _, err = TakeItem(rest, "codes", "key=a", "children", "key=a2")
	if err != nil || strings.Contains(string(rest), "children") {
		t.Errorf("%v\n%s", err, rest)
	}
	set, err := SetField([]byte(book), "Bee", "codes", "key=b", "label")
	if err != nil || string(set) != strings.Replace(book, "label: B", "label: Bee", 1) {
		t.Errorf("%v\n%s", err, set)
	}
	set, err = SetKey([]byte(book), "c", []string{"codes", "key=a", "children", "key=a2", "key"}, []string{"codes", "key=a", "children", "key=c"})
	if err != nil || string(set) != strings.Replace(book, "- key: a2", "- key: c", 1) {
		t.Errorf("%v\n%s", err, set)
	}
	for _, place := range [][]string{{"codes", "key=z"}, {"codes"}, {"other"}, {"nothing", "key=a"}} {
		if _, _, err := TakeItem([]byte(book), place...); err == nil {
			t.Errorf("%v was taken", place)
		}
	}
	if _, _, err := TakeItem([]byte("codes: [{key: a}, {key: b}]\n"), "codes", "key=a"); err == nil {
		t.Error("an item of a list in one line was taken")
	}
}
