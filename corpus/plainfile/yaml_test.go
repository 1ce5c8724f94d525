package plainfile

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"
)

// study is a file with a field of every type.
type study struct {
	Format  int               `yaml:"format"`
	Title   string            `yaml:"title"`
	Done    bool              `yaml:"done"`
	Share   float64           `yaml:"share"`
	Coders  []string          `yaml:"coders"`
	Notes   map[string]string `yaml:"notes"`
	Owner   *person           `yaml:"owner"`
	People  []person          `yaml:"people"`
	Members members           `yaml:"members"`
	Lines   map[string]int    `yaml:"-" place:"lines"`
}

type person struct {
	Key  string   `yaml:"key"`
	Also []string `yaml:"also"`
	Line int      `yaml:"-" place:"line"`
}

// members is written as a list of names, or as names with a weight.
type members map[string]int

func (m *members) FromYAML(n Node) error {
	*m = members{}
	if items, ok := n.Items(); ok {
		for _, item := range items {
			if name, ok := item.Text(); ok {
				(*m)[name] = 1
				continue
			}
			var p person
			item.Into(&p)
			(*m)[p.Key] = item.Line()
		}
		return nil
	}
	if n.Group() {
		return errors.New("names and values are no members")
	}
	text, _ := n.Text()
	(*m)[text] = 1
	return nil
}

func read(text string) (study, Problems) {
	var s study
	var ps Problems
	Unmarshal("x.yaml", []byte(text), &s, &ps)
	return s, ps
}

func printed(ps Problems) string {
	var b strings.Builder
	for _, p := range ps {
		fmt.Fprintf(&b, "%d: %s", p.Line, p.Message)
		if p.Hint != "" {
			b.WriteString(" | " + p.Hint)
		}
		b.WriteString("\n")
	}
	return b.String()
}

func TestAFileOfEveryTypeIsRead(t *testing.T) {
	s, ps := read("format: 1\ntitle: Å måle\ndone: TRUE\nshare: 0.5\ncoders: [ann, bo]\nnotes:\n  a: x\n  b: 'y: z'\nowner: {key: ann}\npeople:\n  - key: ann\n    also: [a]\n  - key: bo\nmembers: [a, b]\n")
	want := study{Format: 1, Title: "Å måle", Done: true, Share: 0.5, Coders: []string{"ann", "bo"}, Notes: map[string]string{"a": "x", "b": "y: z"},
		Owner: &person{Key: "ann", Line: 9}, People: []person{{"ann", []string{"a"}, 11}, {"bo", nil, 13}}, Members: members{"a": 1, "b": 1},
		Lines: map[string]int{"format": 1, "title": 2, "done": 3, "share": 4, "coders": 5, "notes": 6, "owner": 9, "people": 10, "members": 14}}
	if len(ps) != 0 || !reflect.DeepEqual(s, want) {
		t.Errorf("got %+v\n%s", s, printed(ps))
	}
}

func TestWhatIsTypedStaysWhatWasTyped(t *testing.T) {
	for _, v := range []string{"no", "NO", "yes", "on", "off", "true", "01", "1.10", "1e3", "0x1f", "0o17", "1_000", "2016-02-19", "12:30:00", "null", "~", ".inf", "+47", "123456789012345678901234567890"} {
		s, ps := read("title: " + v + "\ncoders: [" + v + "]\nnotes:\n  " + v + ": " + v + "\n")
		if len(ps) != 0 || s.Title != v || !slices.Equal(s.Coders, []string{v}) || s.Notes[v] != v {
			t.Errorf("%s is read as %q, %q and %q %s", v, s.Title, s.Coders, s.Notes, printed(ps))
		}
	}
}

func TestTheMarksOfADocumentMayStandAroundIt(t *testing.T) {
	for _, text := range []string{"---\ntitle: Å\n", "title: Å\n...\n", "---\ntitle: Å\n---\n", "title: Å\n---\n# end\n"} {
		if s, ps := read(text); len(ps) != 0 || s.Title != "Å" {
			t.Errorf("%q is read as %+v %s", text, s, printed(ps))
		}
	}
}

func TestOneValueIsAListOfOneAndNothingIsEmpty(t *testing.T) {
	for text, want := range map[string][]string{"coders: ann\n": {"ann"}, "coders:\n": nil, "coders: []\n": {}, "coders: ''\n": {""}, "": nil, "# only a comment\n": nil, "\n\n": nil} {
		if s, ps := read(text); len(ps) != 0 || !slices.Equal(s.Coders, want) {
			t.Errorf("%q is read as %q %s", text, s.Coders, printed(ps))
		}
	}
}

func TestEverySlipIsAProblemWithItsLineAndRemedy(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"unknown field with a neighbour", "format: 1\ntitel: x\n", "2: \"titel\" is not a field here | did you mean \"title\"?\n"},
		{"unknown field without one", "people:\n  - key: a\n    colour: red\n", "3: \"colour\" is not a field here | known here: also, key\n"},
		{"doubled name", "title: a\n\ntitle: b\n", "3: \"title\" stands twice | the first stands in line 1; keep one\n"},
		{"doubled name deep down", "people:\n  - key: a\n    key: b\n", "3: \"key\" stands twice | the first stands in line 2; keep one\n"},
		{"doubled name of a free group", "notes:\n  a: 1\n  a: 2\n", "3: \"a\" stands twice | the first stands in line 2; keep one\n"},
		{"no whole number", "format: 1.0\n", "1: \"format\" is \"1.0\", not a whole number\n"},
		{"no number", "share: 0,5\n", "1: \"share\" is \"0,5\", not a number\n"},
		{"neither true nor false", "done: no\n", "1: \"done\" is \"no\", neither true nor false | write true or false\n"},
		{"a list for a word", "title: [a]\n", "1: \"title\" holds a list where one value is expected\n"},
		{"a group for a word", "title:\n  a: b\n", "2: \"title\" holds names and values where one value is expected\n"},
		{"a group for an item", "coders:\n  - a: b\n", "2: \"coders\" holds names and values where one value is expected\n"},
		{"a word for a group", "owner: ann\n", "1: \"owner\" holds a single value where names and values are expected\n"},
		{"a word for an item", "people:\n  - ann\n", "2: \"people\" holds a single value where names and values are expected\n"},
		{"a list for a group", "notes: [a]\n", "1: \"notes\" holds a list where names and values are expected\n"},
		{"an item that refuses itself", "\nmembers:\n  a: b\n", "3: members: names and values are no members\n"},
		{"a slip within a flexible value", "members:\n  - a\n  - kye: b\n", "3: \"kye\" is not a field here | did you mean \"key\"?\n"},
		{"a reference", "title: &t a\ncoders: [*t]\n", "2: \"coders\" refers to another place of the file, which is not read here | write the value out\n"},
		{"a merge", "owner: &o {key: a}\npeople:\n  - <<: *o\n", "3: \"<<\" is not a field here | known here: also, key\n"},
		{"a group for a name", "? {a: b}\n: c\n", "1: a name is names and values, not a word\n"},
		{"a list on top", "- a\n", "1: holds a list where names and values are expected | the file begins with names followed by a colon, for example \"format: 1\"\n"},
		{"a word on top", "hello\n", "1: holds a single value where names and values are expected | the file begins with names followed by a colon, for example \"format: 1\"\n"},
		{"a second document", "title: a\n---\ntitle: b\n", "3: what begins here is a second document, which is not read | remove the line --- or ... before it; one file holds one group of names\n"},
		{"words after the end", "title: a\n...\nb: c\n", "2: what begins here is a second document, which is not read | remove the line --- or ... before it; one file holds one group of names\n"},
		{"several at once, in the order of the file", "titel: x\nformat: a\nshare: b\n", "1: \"titel\" is not a field here | did you mean \"title\"?\n2: \"format\" is \"a\", not a whole number\n3: \"share\" is \"b\", not a number\n"},
		{"not UTF-8", "title: bl\xe5b\xe6r\n", "0: is not UTF-8 text | save the file as UTF-8\n"},
	} {
		if _, ps := read(c.text); printed(ps) != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, printed(ps), c.want)
		}
	}
}

func TestWhatIsGoodBesideASlipIsStillRead(t *testing.T) {
	s, ps := read("titel: x\ntitle: first\ntitle: second\nformat: a\ndone: true\ncoders: [ann, [x], bo]\npeople:\n  - bo\n  - key: ann\n    colour: red\n")
	if s.Title != "first" || !s.Done || !slices.Equal(s.Coders, []string{"ann", "bo"}) || len(s.People) != 1 || s.People[0].Key != "ann" {
		t.Errorf("%+v", s)
	}
	if len(ps) != 6 {
		t.Errorf("%d problems, want 6:\n%s", len(ps), printed(ps))
	}
}

func TestASyntaxErrorLosesOnlyTheItemItStandsIn(t *testing.T) {
	text := "title: Å\n" + // 1
		"people:\n" +
		"  # the first\n" +
		"  - key: ann\n" + // 4
		"    also: [a]\n" +
		"  - key: \"broken\n" + // 6
		"    also: : [\n" +
		"\n" +
		"  - key: bo\n" + // 9
		"coders:\n" + // 10
		"  - x\n" +
		"done: true\n" // 12
	s, ps := read(text)
	if len(ps) != 1 || !strings.HasPrefix(ps[0].Message, "is not readable YAML here: ") || ps[0].Hint == "" {
		t.Fatalf("problems:\n%s", printed(ps))
	}
	if s.Title != "Å" || !s.Done || !slices.Equal(s.Coders, []string{"x"}) {
		t.Errorf("%+v", s)
	}
	if want := []person{{"ann", []string{"a"}, 4}, {"bo", nil, 9}}; !reflect.DeepEqual(s.People, want) {
		t.Errorf("people %+v, want %+v", s.People, want)
	}
	if want := map[string]int{"title": 1, "people": 2, "coders": 10, "done": 12}; !reflect.DeepEqual(s.Lines, want) {
		t.Errorf("lines %v, want %v", s.Lines, want)
	}
}

func TestASyntaxErrorNamesItsLineAndRemedy(t *testing.T) {
	for _, c := range []struct {
		name, text string
		line       int
		hint       string
	}{
		{"colon in a value", "format: 1\ntitle: Styring: en reise\ndone: true\n", 2, "quotes"},
		{"tab", "format: 1\nowner:\n\tkey: a\n", 3, "spaces"},
		{"open quote", "format: 1\ntitle: \"a\n", 2, "quotes"},
		{"stray text in a list", "coders:\n  - a\n  b\n c: d\n", 3, "indentation"},
	} {
		s, ps := read(c.text)
		if len(ps) != 1 || ps[0].Line < c.line-1 || ps[0].Line > c.line+1 || !strings.Contains(ps[0].Hint, c.hint) {
			t.Errorf("%s: %s", c.name, printed(ps))
		}
		if strings.HasPrefix(c.text, "format: 1\n") && s.Format != 1 {
			t.Errorf("%s: the good line before is lost", c.name)
		}
	}
}

// A file of people, of whom some are broken in a way that stays within the item.
func TestHoweverManyItemsAreBrokenTheOthersKeepTheirLines(t *testing.T) {
	broken := []string{"  - key: [\n", "  - key: \"x\n    also: b\"c\n", "  - key: a: b\n", "  - key: x\n     also: : y\n", "  - }\n"}
	for mask := range 64 {
		var b strings.Builder
		b.WriteString("title: x\n\npeople:\n")
		var want []person
		line := 4
		for i := range 6 {
			item := fmt.Sprintf("  - key: k%d\n    # note\n    also: [a, b]\n", i)
			if mask>>i&1 == 1 {
				item = broken[(mask+i)%len(broken)]
			} else {
				want = append(want, person{"k" + strconv.Itoa(i), []string{"a", "b"}, line})
			}
			line += strings.Count(item, "\n")
			b.WriteString(item)
		}
		b.WriteString("done: true\n")
		s, ps := read(b.String())
		if (mask == 0) != (len(ps) == 0) || !slices.EqualFunc(s.People, want, func(a, b person) bool { return reflect.DeepEqual(a, b) }) || !s.Done || s.Title != "x" {
			t.Fatalf("%s\ngot %+v\nwant %+v\n%s", b.String(), s.People, want, printed(ps))
		}
	}
}

func TestAConflictIsAProblemAndTheRestIsRead(t *testing.T) {
	s, ps := read("title: Å\npeople:\n  - key: ann\n<<<<<<< HEAD\n  - key: bo\n=======\n  - key: cy\n>>>>>>> theirs\n  - key: di\ndone: true\n")
	if len(ps) != 1 || ps[0].Line != 4 || !strings.Contains(ps[0].Message, "conflict") || !strings.Contains(ps[0].Hint, "<<<<<<<") {
		t.Fatalf("problems:\n%s", printed(ps))
	}
	if want := []person{{"ann", nil, 3}, {"di", nil, 9}}; !reflect.DeepEqual(s.People, want) || !s.Done {
		t.Errorf("%+v", s)
	}
}

func TestAByteOrderMarkIsNoPartOfTheFile(t *testing.T) {
	if s, ps := read("\ufefftitle: Å\n"); len(ps) != 0 || s.Title != "Å" {
		t.Errorf("%+v %s", s, printed(ps))
	}
}

func TestWindowsLineEndsAreRead(t *testing.T) {
	s, ps := read("title: Å\r\npeople:\r\n  - key: ann\r\n  - key: bo\r\n")
	if len(ps) != 0 || s.Title != "Å" || len(s.People) != 2 || s.People[1].Line != 4 {
		t.Errorf("%+v %s", s, printed(ps))
	}
}

func TestProblemsArePrintedInTheOrderOfFilesAndLines(t *testing.T) {
	var ps Problems
	ps.Add("b.yaml", 3, "third")
	ps.Add("a.yaml", 10, "code %q is unknown\nhint: do this", "x")
	ps.Add("b.yaml", 3, "fourth")
	ps.Add("a.yaml", 0, "first")
	ps.Sort()
	want := "a.yaml: first\na.yaml:10: code \"x\" is unknown\nhint: do this\nb.yaml:3: third\nb.yaml:3: fourth"
	if ps.Error() != want || ps.Err() == nil {
		t.Errorf("got\n%s", ps.Error())
	}
	if got := ps.In(func(f string) bool { return f == "b.yaml" }); len(got) != 2 {
		t.Errorf("%d problems of b.yaml", len(got))
	}
	if err := (Problems{}).Err(); err != nil {
		t.Errorf("no problems are the error %v", err)
	}
}

func TestTheNearestNameIsProposedOnlyIfItIsNear(t *testing.T) {
	known := []string{"title", "tittel", "trust", "æra", "kode"}
	for name, want := range map[string]string{"titel": "title", "trsut": "trust", "TITLE": "", "era": "æra", "koder": "kode", "x": "", "": "", "question": ""} {
		if got := Nearest(name, known); got != want {
			t.Errorf("nearest to %q is %q, want %q", name, got, want)
		}
	}
	if got := DidYouMean("zzz", known, "otherwise"); got.String() != "otherwise" {
		t.Errorf("got %q", got)
	}
}

// What a person may type never ends the program, and every problem has a line within the file.
func FuzzUnmarshal(f *testing.F) {
	for _, s := range []string{"title: x\n", "people:\n  - key: a\n  - }\n", "<<<<<<< a\n=======\n>>>>>>> b\n", "\ufeff- a", "? [a]\n: b", "a: &a [*a]\n", "members: {a: b}\n", "owner: &o\n  key: *o\n", "%YAML 9\n---\n"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		_, ps := read(s)
		for _, p := range ps {
			if p.Line < 0 || p.Line > strings.Count(s, "\n")+strings.Count(s, "\r")+strings.Count(s, "\u2028")+strings.Count(s, "\u2029")+strings.Count(s, "\u0085")+2 || p.Message == "" || !utf8.ValidString(p.String()) {
				t.Fatalf("problem %+v of %q", p, s)
			}
		}
	})
}
