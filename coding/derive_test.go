package coding

import (
	"reflect"
	"strings"
	"testing"

	"crosscase/corpus/plainfile"
)

var deriveGuide = &Guide{Format: 1, Themes: []Theme{
	{Key: "model", Label: "The model", Questions: []Question{
		{Key: "q1", Topic: "Description", Ask: "Could you describe the model?"},
		{Key: "q2", Ask: "Who uses it?"},
	}},
	{Key: "effects", Questions: []Question{{Key: "q3", Topic: "Effects"}}},
}}

const deriveBook = `# my own words about the code book
format: 1
codes:
  # people first
  - key: people   # everybody
    label: Folk
`

// derive adds to a code book file what the guide asks for and returns it with the keys added.
func derive(t *testing.T, g *Guide, data string) (string, []string) {
	t.Helper()
	b, problems := readBook(t, data)
	wantNoProblems(t, problems)
	add := Derive(g, b)
	var keys []string
	for _, d := range add {
		keys = append(keys, d.Parent+"/"+d.Code.Key)
	}
	out, err := AddCodes([]byte(data), b, add)
	if err != nil {
		t.Fatal(err)
	}
	return string(out), keys
}

func TestDeriveAddsACodeForEachThemeAndQuestion(t *testing.T) {
	out, keys := derive(t, deriveGuide, deriveBook)
	if !reflect.DeepEqual(keys, []string{"/model", "/effects"}) {
		t.Errorf("added %v", keys)
	}
	b, problems := readBook(t, out)
	wantNoProblems(t, problems)
	if got := strings.Join(b.Keys(), " "); got != "people model q1 q2 effects q3" {
		t.Errorf("codes %s", got)
	}
	q1 := b.Code("q1")
	if q1.Kind != Structural || q1.Label != "Description" || q1.Definition != "Could you describe the model?" || !reflect.DeepEqual(q1.Questions, []string{"q1"}) || q1.Parent.Key != "model" {
		t.Errorf("q1 is %+v", q1)
	}
	if q2 := b.Code("q2"); q2.Label != "Who uses it?" || q2.Definition != "" {
		t.Errorf("q2 is %+v", q2)
	}
	if b.Code("effects").Label != "effects" {
		t.Error("a theme without a label is not called by its key")
	}
	if !strings.HasPrefix(out, deriveBook) {
		t.Errorf("what stood in the file is not as it was:\n%s", out)
	}
}

func TestDerivingAgainChangesNothing(t *testing.T) {
	once, _ := derive(t, deriveGuide, deriveBook)
	for what, edit := range map[string]func(string) string{
		"as it is": func(s string) string { return s },
		"question's code renamed": func(s string) string {
			return strings.Replace(s, "- key: q1\n", "- key: description\n        was: [q1]\n", 1)
		},
		"question's code renamed without was": func(s string) string { return strings.Replace(s, "- key: q1\n", "- key: description\n", 1) },
		"label changed":                       func(s string) string { return strings.Replace(s, "label: Description", "label: Beskrivelse", 1) },
		"comments added":                      func(s string) string { return strings.Replace(s, "- key: q2", "# hm\n      - key: q2  # later", 1) },
		"theme renamed": func(s string) string {
			return strings.Replace(s, "- key: model\n", "- key: the-model\n    was: [model]\n", 1)
		},
		"theme renamed without was": func(s string) string { return strings.Replace(s, "- key: model\n", "- key: the-model\n", 1) },
		"question's code moved": func(s string) string {
			b, _ := readBook(t, s)
			for i := range b.Codes {
				if b.Codes[i].Key == "model" {
					q1 := b.Codes[i].Children[0]
					b.Codes[i].Children = b.Codes[i].Children[1:]
					b.Codes = append(b.Codes, q1)
				}
			}
			return writeBook(t, b)
		},
	} {
		edited := edit(once)
		if what != "as it is" && edited == once {
			t.Fatalf("%s: the test changed nothing", what)
		}
		if out, keys := derive(t, deriveGuide, edited); len(keys) != 0 || out != edited {
			t.Errorf("%s: added %v", what, keys)
		}
	}
}

func TestDeriveAddsANewQuestionToItsTheme(t *testing.T) {
	once, _ := derive(t, deriveGuide, deriveBook)
	later := *deriveGuide
	later.Themes = append([]Theme(nil), deriveGuide.Themes...)
	later.Themes[0].Questions = append(append([]Question(nil), deriveGuide.Themes[0].Questions...), Question{Key: "q9", Topic: "Since when"})
	out, keys := derive(t, &later, strings.Replace(once, "children:", "children: # by question", 1))
	if !reflect.DeepEqual(keys, []string{"model/q9"}) {
		t.Fatalf("added %v", keys)
	}
	b, problems := readBook(t, out)
	wantNoProblems(t, problems)
	if b.Code("q9").Parent.Key != "model" || strings.Join(b.Keys(), " ") != "people model q1 q2 q9 effects q3" {
		t.Errorf("codes %v", b.Keys())
	}
	for _, comment := range []string{"# my own words about the code book", "# people first", "# everybody", "# by question"} {
		if !strings.Contains(out, comment) {
			t.Errorf("the comment %q is gone", comment)
		}
	}
}

func TestQuestionNamedByACodeOfAnotherKindIsStillDerived(t *testing.T) {
	out, _ := derive(t, deriveGuide, "format: 1\ncodes:\n  - key: trust\n    kind: success-factor\n    questions: [q1]\n")
	if b, _ := readBook(t, out); b.Code("q1") == nil {
		t.Errorf("no code for q1 in\n%s", out)
	}
	out, _ = derive(t, deriveGuide, "format: 1\ncodes:\n  - key: trust\n    kind: success-factor\n    origin: guide\n    questions: [q1]\n")
	if b, _ := readBook(t, out); b.Code("q1") != nil {
		t.Error("a code from the guide that the researcher gave another kind is derived again")
	}
}

func writeBook(t *testing.T, b *Codebook) string {
	t.Helper()
	out, err := plainfile.Marshal(b)
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}
