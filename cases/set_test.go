package cases

import (
	"strings"
	"testing"

	"crosscase/corpus"
)

const attributesText = `format: 1
attributes:
  - key: size
    kind: enum
    values: [small, large]
  - key: inhabitants
    kind: number
  - key: methods
    kind: list
  - key: since
    kind: date
  - key: met
    kind: date
    from: interview.date
`

const commentedCase = `# who this is
key: a
label: Kommune A  # not its name
members:
  - a-interview.txt
values:
  # asked by telephone
  size: small
  since: 2006
`

func TestSetValueChangesNoOtherLine(t *testing.T) {
	for _, c := range []struct {
		attribute, value string
		reason           ReasonGiven
		added            []string
		items            []string
	}{
		{"size", "large", ReasonGiven{}, []string{"  size: large"}, []string{"large"}},
		{"inhabitants", "58300", ReasonGiven{Source: "Statistics Norway: 2015"}, []string{"  inhabitants:", "    is: \"58300\"", "    because:", "      - source: 'Statistics Norway: 2015'"}, []string{"58300"}},
		{"inhabitants", "12,5", ReasonGiven{Judgement: "my own reckoning"}, nil, []string{"12,5"}},
		{"methods", "interviews; a survey ;; ", ReasonGiven{Document: "a-interview.txt", Quote: daily}, nil, []string{"interviews", "a survey"}},
		{"size", "no", ReasonGiven{}, nil, nil},
	} {
		dir := base().with("attributes.yaml", attributesText, "cases/a.yaml", commentedCase).write(t)
		err := openDir(t, dir).SetValue(dir, "a", c.attribute, c.value, c.reason)
		if (err != nil) != (c.items == nil) {
			t.Errorf("%s = %s: %v", c.attribute, c.value, err)
		}
		data, _ := dir.Read("cases/a.yaml")
		for _, l := range strings.Split(strings.TrimSpace(commentedCase), "\n") {
			if strings.HasPrefix(l, "  "+c.attribute+":") && err == nil {
				continue
			}
			if !strings.Contains(string(data), l+"\n") {
				t.Errorf("%s = %s: the line %q is gone from\n%s", c.attribute, c.value, l, data)
			}
		}
		for _, l := range c.added {
			if !strings.Contains(string(data), "\n"+l) {
				t.Errorf("%s = %s: no line %q in\n%s", c.attribute, c.value, l, data)
			}
		}
		if err != nil {
			continue
		}
		v := openDir(t, dir).Case("a").Values[c.attribute]
		var items []string
		for _, i := range v.Items {
			items = append(items, i.Text)
			if (c.reason != ReasonGiven{}) && len(i.Because) != 1 {
				t.Errorf("%s = %s: reasons %+v", c.attribute, c.value, i.Because)
			}
			if c.reason.Document != "" && i.Because[0].Anchor.Len() != len([]rune(c.reason.Quote)) {
				t.Errorf("the reason's passage was not found: %+v", i.Because[0])
			}
		}
		if strings.Join(items, "|") != strings.Join(c.items, "|") {
			t.Errorf("%s = %s: read back as %q", c.attribute, c.value, items)
		}
	}
}

func TestValueThatCannotBeSetSaysWhy(t *testing.T) {
	dir := base().with("attributes.yaml", attributesText, "cases/a.yaml", commentedCase).write(t)
	s := openDir(t, dir)
	for _, c := range []struct {
		key, attribute, value string
		reason                ReasonGiven
		want                  string
	}{
		{"z", "size", "small", ReasonGiven{}, `there is no case "z"`},
		{"a", "sise", "small", ReasonGiven{}, `did you mean "size"?`},
		{"a", "size", "huge", ReasonGiven{}, "is not one of small, large"},
		{"a", "inhabitants", "many", ReasonGiven{}, "is not a number"},
		{"a", "since", "last year", ReasonGiven{}, "is not a date"},
		{"a", "met", "2016", ReasonGiven{}, "is read from the interview"},
		{"a", "size", "large", ReasonGiven{Document: "x.txt", Quote: "x"}, "is not in the study"},
		{"a", "size", "large", ReasonGiven{Document: "a-interview.txt", Quote: "never said"}, "the quote is lost"},
		{"a", "size", "large", ReasonGiven{Document: "a-interview.txt", Quote: "en"}, "the quote is unclear"},
	} {
		if err := s.SetValue(dir, c.key, c.attribute, c.value, c.reason); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s of %s = %s: %v, want %q", c.attribute, c.key, c.value, err, c.want)
		}
	}
	if data, _ := dir.Read("cases/a.yaml"); string(data) != commentedCase {
		t.Errorf("the case was changed:\n%s", data)
	}
}

func TestSetRolesChangesTheSidecarAlone(t *testing.T) {
	dir := base().write(t)
	side, _ := dir.Read("documents/a-interview.yaml")
	if err := dir.Write("documents/a-interview.yaml", append([]byte("# recorded on two machines\n"), append(side, "title: Samtale # working title\n"...)...)); err != nil {
		t.Fatal(err)
	}
	before := readAll(t, dir)
	roles := []corpus.Speaker{{Label: "Kari", Role: corpus.Other}, {Label: "Ola", Role: "none"}, {Label: "Nina", Role: corpus.Informant}}
	if err := openDir(t, dir).SetRoles(dir, "a-interview.txt", roles); err != nil {
		t.Fatal(err)
	}
	after := readAll(t, dir)
	if d := differences(before, after); len(d) != 1 || d[0] != "documents/a-interview.yaml" {
		t.Errorf("changed %v", d)
	}
	for _, l := range []string{"# recorded on two machines\n", "kind: interview\n", "title: Samtale # working title\n"} {
		if !strings.Contains(after["documents/a-interview.yaml"], l) {
			t.Errorf("the line %q is gone from\n%s", l, after["documents/a-interview.yaml"])
		}
	}
	d := openDir(t, dir).Document("a-interview.txt")
	if d.RoleOf("Ann") != corpus.Interviewer || d.RoleOf("Kari") != corpus.Other || d.RoleOf("Nina") != corpus.Informant {
		t.Errorf("speakers %+v", d.Speakers)
	}
	if _, ok := d.SpeakerOf("Ola"); ok {
		t.Error("Ola is still a speaker")
	}
	if err := openDir(t, dir).SetRoles(dir, "x.txt", roles); err == nil {
		t.Error("roles of a document that is not there were set")
	}
}

func TestRolesOfADroppedInTextMakeItsSidecar(t *testing.T) {
	dir := base().with("documents/c.txt", "Ann: Hei.\n").write(t)
	if err := openDir(t, dir).SetRoles(dir, "c.txt", []corpus.Speaker{{Label: "Ann", Role: corpus.Informant}}); err != nil {
		t.Fatal(err)
	}
	s := openDir(t, dir)
	text, err := s.Text("c.txt")
	if err != nil || len(text.Structure.Turns) != 1 || s.Document("c.txt").RoleOf("Ann") != corpus.Informant {
		t.Errorf("%+v, %v", s.Document("c.txt"), err)
	}
}

func TestAirtimeCountsTurnsAndWords(t *testing.T) {
	got, err := base().open(t).Airtime("a-interview.txt")
	if err != nil {
		t.Fatal(err)
	}
	want := []Airtime{{Turns: 2, Words: 6}, {Turns: 2, Words: 11}, {Turns: 1, Words: 5}}
	for i := range want {
		if got[i].Turns != want[i].Turns || got[i].Words != want[i].Words {
			t.Errorf("%s: %d turns, %d words; want %d, %d", got[i].Speaker.Label, got[i].Turns, got[i].Words, want[i].Turns, want[i].Words)
		}
	}
}
