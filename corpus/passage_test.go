package corpus

import (
	"slices"
	"sort"
	"strings"
	"testing"
)

func TestALocatorIsReadBackAsItIsPrinted(t *testing.T) {
	for _, p := range []Passage{{"a-interview.txt", Span{812, 1043}}, {"x.txt", Span{0, 1}}, {"odd:name.txt", Span{3, 9}}} {
		got, err := ParsePassage(p.String())
		if err != nil || got != p {
			t.Errorf("%s is read as %v, %v", p, got, err)
		}
	}
}

func TestWhatIsNoLocatorIsRefusedWithTheRemedy(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"a-interview.txt", "is not a locator"},
		{":1-2", "is not a locator"},
		{"", "is not a locator"},
		{"a.txt:12", "is not a place"},
		{"a.txt:12-", "is not a place"},
		{"a.txt:-12", "is not a place"},
		{"a.txt:12-12", "is not a place"},
		{"a.txt:13-12", "is not a place"},
		{"a.txt:-1-12", "is not a place"},
		{"a.txt:1-12x", "is not a place"},
		{"a.txt:99999999999999999999-1", "is not a place"},
		{"documents/a.txt:1-12", "is a path"},
		{`documents\a.txt:1-12`, "is a path"},
	} {
		_, err := ParsePassage(c.in)
		if err == nil {
			t.Errorf("%q is taken", c.in)
			continue
		}
		if !strings.Contains(err.Error(), c.want) || !strings.Contains(err.Error(), "for example") {
			t.Errorf("%q: %v, want %q and an example", c.in, err, c.want)
		}
	}
}

func TestSpansAreHalfOpen(t *testing.T) {
	a := Span{10, 20}
	for _, c := range []struct {
		b                   Span
		overlaps, contained bool
	}{
		{Span{0, 10}, false, false}, {Span{20, 30}, false, false},
		{Span{0, 11}, true, false}, {Span{19, 30}, true, false},
		{Span{10, 20}, true, true}, {Span{12, 15}, true, true}, {Span{9, 21}, true, false},
	} {
		if a.Overlaps(c.b) != c.overlaps || c.b.Overlaps(a) != c.overlaps {
			t.Errorf("%s and %s: overlap is not %v both ways", a, c.b, c.overlaps)
		}
		if a.Contains(c.b) != c.contained {
			t.Errorf("%s contains %s is not %v", a, c.b, c.contained)
		}
		if u := a.Union(c.b); !u.Contains(a) || !u.Contains(c.b) {
			t.Errorf("the union of %s and %s is %s", a, c.b, u)
		}
	}
}

func TestPassagesSortByDocumentStartAndEnd(t *testing.T) {
	want := []Passage{{"a.txt", Span{0, 5}}, {"a.txt", Span{0, 9}}, {"a.txt", Span{7, 8}}, {"b.txt", Span{0, 1}}}
	got := []Passage{want[3], want[2], want[1], want[0]}
	sort.Slice(got, func(i, j int) bool { return got[i].Before(got[j]) })
	if !slices.Equal(got, want) {
		t.Errorf("got %v", got)
	}
}

func TestAPageIsWhereItsFirstCharacterStands(t *testing.T) {
	d := Document{Pages: []int{0, 100, 250}}
	for _, c := range []struct{ char, page int }{{0, 1}, {99, 1}, {100, 2}, {249, 2}, {250, 3}, {9999, 3}} {
		if got := d.Page(c.char); got != c.page {
			t.Errorf("character %d is on page %d, want %d", c.char, got, c.page)
		}
	}
	if got := (&Document{}).Page(5); got != 0 {
		t.Errorf("a document without pages says page %d", got)
	}
}

func TestASpeakerIsKnownByEverySpelling(t *testing.T) {
	d := Document{Speakers: []Speaker{{Label: "I", Role: Interviewer, Also: []string{"Int", "Intervjuer"}}, {Label: "A", Role: Informant}}}
	for label, want := range map[string]Role{"I": Interviewer, "Int": Interviewer, "Intervjuer": Interviewer, "A": Informant, "B": "", "": ""} {
		if got := d.RoleOf(label); got != want {
			t.Errorf("%q has the role %q, want %q", label, got, want)
		}
	}
}
