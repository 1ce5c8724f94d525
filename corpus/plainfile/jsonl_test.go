package plainfile

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"
)

type record struct {
	At    string   `json:"at"`
	Code  string   `json:"code"`
	Quote string   `json:"quote,omitempty"`
	Count int      `json:"count,omitempty"`
	Also  []string `json:"also,omitempty"`
	Deep  *record  `json:"deep,omitempty"`
}

func records(text string) ([]record, []int, Problems) {
	var ps Problems
	var out []record
	var numbers []int
	for _, l := range Lines("x.jsonl", []byte(text), &ps) {
		var r record
		if l.Decode("x.jsonl", &r, &ps) {
			out, numbers = append(out, r), append(numbers, l.Number)
		}
	}
	return out, numbers, ps
}

func TestABadLineIsAProblemAndTheLinesBesideItAreRead(t *testing.T) {
	good := `{"at": "1-2", "code": "a"}`
	for _, c := range []struct{ name, line, message, hint string }{
		{"unknown field", `{"at": "1-2", "cod": "a"}`, `"cod" is not a field here`, `did you mean "code"?`},
		{"unknown field far from all", `{"colour": 1}`, `"colour" is not a field here`, "known here: at, code, quote, count, also, deep"},
		{"doubled field", `{"at": "1-2", "code": "a", "at": "3-4"}`, `"at" stands twice`, "keep one of the two"},
		{"doubled field with blanks", `{"at"	:	"1-2" , "at" : "1-2"}`, `"at" stands twice`, "keep one of the two"},
		{"doubled field in capitals", `{"at": "1-2", "AT": "3-4"}`, `"AT" stands twice`, "keep one of the two"},
		{"doubled field with an escape", `{"at": "1-2", "a\u0074": "3-4"}`, `"at" stands twice`, "keep one of the two"},
		{"text after the record", good + ` x`, "something stands after the closing brace", "one line holds one record"},
		{"two records", good + good, "something stands after the closing brace", "one line holds one record"},
		{"wrong type", `{"at": 12}`, `"at" is a number, not a string`, ""},
		{"wrong type of a number", `{"count": 1.5}`, `"count" is a number 1.5, not a int`, ""},
		{"a list", `[]`, "is not a readable record", ""},
		{"torn", `{"at": "1-2", "co`, "unexpected EOF", "one line holds one record"},
		{"no record at all", `hello`, "is not a readable record", "one line holds one record"},
		{"not UTF-8", "{\"at\": \"bl\xe5\"}", "is not UTF-8 text", "save the file as UTF-8"},
		{"conflict", "<<<<<<< HEAD", "holds a conflict that git could not solve", "two versions"},
	} {
		got, numbers, ps := records(good + "\n\n" + c.line + "\n" + good + "\n")
		if len(got) != 2 || numbers[0] != 1 || numbers[1] != 4 {
			t.Errorf("%s: records %v in lines %v", c.name, got, numbers)
		}
		if len(ps) != 1 || ps[0].Line != 3 || !strings.Contains(ps[0].Message, c.message) || !strings.Contains(ps[0].Hint, c.hint) {
			t.Errorf("%s: %s", c.name, printed(ps))
		}
	}
}

func TestAConflictInJSONLinesIsOneProblemAndBothSidesAreRead(t *testing.T) {
	got, numbers, ps := records("{\"at\": \"1-2\"}\n<<<<<<< HEAD\n{\"at\": \"3-4\"}\n||||||| base\n=======\n{\"at\": \"5-6\"}\n>>>>>>> theirs\n{\"at\": \"7-8\"}\n")
	if len(ps) != 1 || ps[0].Line != 2 {
		t.Errorf("problems:\n%s", printed(ps))
	}
	if want := []int{1, 3, 6, 8}; !reflect.DeepEqual(numbers, want) {
		t.Errorf("lines %v, want %v: %v", numbers, want, got)
	}
}

func TestAFieldMayStandAgainOnlyWhereItIsAnother(t *testing.T) {
	for _, line := range []string{
		`{"at": "code", "code": "at"}`,
		`{"at": "1-2", "deep": {"at": "3-4"}}`,
		`{"deep": {"at": "3-4"}, "at": "1-2"}`,
		`{"also": ["at", "at", "code"], "at": "x"}`,
		`{"quote": "sa \"at\": ", "at": "{\"at\":"}`,
		`{"quote": "\\", "at": "x"}`,
		"{\"quote\":\r\"at\", \"at\": \"x\"}",
	} {
		if _, _, ps := records(line); len(ps) != 0 {
			t.Errorf("%s: %s", line, printed(ps))
		}
	}
}

func TestAByteOrderMarkAndWindowsLineEndsAreNoPartOfARecord(t *testing.T) {
	got, _, ps := records("\ufeff{\"at\": \"1-2\"}\r\n{\"at\": \"3-4\"}\r\n")
	if len(got) != 2 || len(ps) != 0 {
		t.Errorf("%v %s", got, printed(ps))
	}
}

func TestALineIsWrittenAsItIsRead(t *testing.T) {
	r := record{At: "812-854", Code: "a", Quote: `målene < 5 > 3 & "så", ja: \ 😀`, Also: []string{"x", "y"}, Deep: &record{At: "1-2"}}
	data, err := EncodeLine(r)
	if err != nil {
		t.Fatal(err)
	}
	want := `{"at": "812-854", "code": "a", "quote": "målene < 5 > 3 & \"så\", ja: \\ 😀", "also": ["x", "y"], "deep": {"at": "1-2", "code": ""}}` + "\n"
	if string(data) != want {
		t.Errorf("got  %swant %s", data, want)
	}
	if _, err := EncodeLine(func() {}); err == nil {
		t.Error("a function is written")
	}
}

func FuzzEncodeLine(f *testing.F) {
	for _, s := range []string{"", "å < > & \" \\ : , {", "\u2028\u2029\x00\n\t", "\\\"", "\ufeff", "<<<<<<< HEAD"} {
		f.Add(s, s)
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		if !utf8.ValidString(a) || !utf8.ValidString(b) {
			return
		}
		r := record{At: a, Quote: b, Also: []string{b, a}, Deep: &record{Code: a}}
		data, err := EncodeLine(r)
		if err != nil {
			t.Fatal(err)
		}
		got, _, ps := records(string(data))
		if len(ps) != 0 || len(got) != 1 {
			t.Fatalf("%q is read as %v %s", data, got, printed(ps))
		}
		want, _ := json.Marshal(r)
		if back, _ := json.Marshal(got[0]); string(back) != string(want) {
			t.Fatalf("%q is read as %s", data, back)
		}
		if again, _ := EncodeLine(got[0]); string(again) != string(data) {
			t.Fatalf("%q is written again as %q", data, again)
		}
	})
}

// What is found doubled is held against the decoder's own tokens.
func FuzzDecodeLine(f *testing.F) {
	for _, s := range []string{`{"at": "1", "at": "2"}`, `{"at":"x","deep":{"at":"y","at":"z"}}`, `{"a\u0074": "1", "at": "2"}`, `{} {}`, `{"also":["a",]}`, "{\"at\"\r:1}"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var ps Problems
		var r record
		line := Line{7, []byte(s)}
		ok := line.Decode("x.jsonl", &r, &ps)
		if ok != (len(ps) == 0) || len(ps) > 1 {
			t.Fatalf("%v with problems %s", ok, printed(ps))
		}
		if !ok && ps[0].Line != 7 {
			t.Fatalf("line %d", ps[0].Line)
		}
		if ok && strings.TrimSpace(s) != "null" {
			seen := map[string]bool{}
			for _, name := range names(t, s) {
				if name = strings.ToLower(name); seen[name] {
					t.Fatalf("%q is taken with %q twice", s, name)
				}
				seen[name] = true
			}
		}
	})
}

// names returns the names at the top of a JSON object.
func names(t *testing.T, s string) []string {
	dec := json.NewDecoder(strings.NewReader(s))
	if tok, err := dec.Token(); err != nil || tok != json.Delim('{') {
		t.Fatalf("%q is taken and begins with %v, %v", s, tok, err)
	}
	var out []string
	for dec.More() {
		name, err := dec.Token()
		if err != nil {
			t.Fatalf("%q is taken: %v", s, err)
		}
		out = append(out, name.(string))
		var value json.RawMessage
		if err := dec.Decode(&value); err != nil {
			t.Fatalf("%q is taken: %v", s, err)
		}
	}
	return out
}
