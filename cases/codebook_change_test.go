package cases

import (
	"strings"
	"testing"

	"crosscase/coding"
	"crosscase/corpus/plainfile"
)

// withCodings is a study with a tree of codes and codings of two people.
func withCodings(t *testing.T) (*Study, plainfile.Dir) {
	t.Helper()
	dir := plainfile.Dir{Root: t.TempDir()}
	for name, data := range map[string]string{
		"crosscase.yaml":         "format: 1\nlanguage: en\ncoders: [ann, bob]\n",
		"documents/talk.txt":     "Five goals. No time at all. Money.\n",
		"cases/a.yaml":           "key: a   # the first\nmembers:\n  - document: talk.txt\n",
		"tables/all.yaml":        "title: All\nrows:\n  - label: What\n    codes: [goals]\n",
		"summaries/a.md":         "Before.\n\n## goals\n\nFive.\n\n## time\n\nNone.\n",
		"codebook.yaml":          "format: 1\ncodes:\n  - key: goals   # what they want\n    definition: Wishes.\n    children:\n      - key: aims\n  - key: time\n    find: |\n      clock\n      code:goals\n",
		"codings/ann/talk.jsonl": `{"document": "talk.txt"}` + "\n" + `{"code": "goals", "quote": "Five goals.", "id": "kone", "on": "2026-01-01"}` + "\n" + `{"code": "time", "quote": "Five goals.", "id": "ktwo", "on": "2026-03-02"}` + "\n",
		"codings/bob/talk.jsonl": `{"document": "talk.txt"}` + "\n" + `{"code": "goals", "quote": "Money.", "id": "kbob"}` + "\n",
	} {
		if err := dir.Write(name, []byte(data)); err != nil {
			t.Fatal(err)
		}
	}
	s, problems := Open(dir.FS())
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return s, dir
}

// again opens a study anew; nothing may be wrong with it.
func again(t *testing.T, dir plainfile.Dir) *Study {
	t.Helper()
	s, problems := Open(dir.FS())
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return s
}

func TestWhatHangsOnACode(t *testing.T) {
	s, _ := withCodings(t)
	e, err := s.EffectsOn("goals", "time")
	if err != nil {
		t.Fatal(err)
	}
	if len(e.Codings) != 2 || strings.Join(e.Coders, " ") != "ann bob" || strings.Join(e.Below, " ") != "aims" || strings.Join(e.Tables, " ") != "tables/all.yaml" || strings.Join(e.Rules, " ") != "time" || strings.Join(e.Summaries, " ") != "a" || len(e.Twice) != 1 {
		t.Errorf("%+v", e)
	}
}

// TestMergedCodesMeanOne merges two codes: the codings of the first are the second's, in memory and when read again.
func TestMergedCodesMeanOne(t *testing.T) {
	s, dir := withCodings(t)
	if err := s.MergeCodes(dir, "time", "goals"); err != nil {
		t.Fatal(err)
	}
	for _, s := range []*Study{s, again(t, dir)} {
		if s.Codebook.Code("time").Key != "goals" || !strings.Contains(s.Codebook.Code("goals").Find, "clock") {
			t.Errorf("%+v", s.Codebook.Code("time"))
		}
		for _, c := range s.Codings.All() {
			if c.Code != "goals" {
				t.Errorf("%+v", c)
			}
		}
		if s.SummaryText("a", "goals") != "Five." {
			t.Error(s.SummaryText("a", "goals"))
		}
	}
	if err := s.MergeCodes(dir, "aims", "time"); err != nil { // an earlier key names it too
		t.Fatal(err)
	}
	if data, _ := dir.Read(coding.CodebookFile); !strings.Contains(string(data), "# what they want") || strings.Contains(string(data), "children") {
		t.Errorf("%s", data)
	}
}

func TestACodeIsMovedWithAllBelowIt(t *testing.T) {
	s, dir := withCodings(t)
	if err := s.MoveCode(dir, "goals", "time", ""); err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(again(t, dir).Codebook.Keys(), " "); got != "time goals aims" {
		t.Error(got)
	}
	if s.Codebook.Code("aims").Depth != 2 {
		t.Error("in memory it stands elsewhere")
	}
	if err := s.MoveCode(dir, "aims", "", "time"); err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(again(t, dir).Codebook.Keys(), " "); got != "aims time goals" {
		t.Error(got)
	}
	if err := s.MoveCode(dir, "time", "goals", ""); err == nil {
		t.Error("a code stands below itself")
	}
}

// TestAChangedDefinitionNamesOlderCodings changes what a code means: codings of earlier days are named; another label changes nothing.
func TestAChangedDefinitionNamesOlderCodings(t *testing.T) {
	s, dir := withCodings(t)
	if err := s.DefineCode(dir, "goals", map[string]string{"label": "Goals", "values": "many, a few"}, "2026-03-02"); err != nil {
		t.Fatal(err)
	}
	if c := s.Codebook.Code("goals"); c.Defined != "" || len(c.Values) != 2 || c.Values[1] != "a few" {
		t.Errorf("%+v", c)
	}
	if err := s.DefineCode(dir, "goals", map[string]string{"definition": "What is: wanted, #1"}, "2026-03-02"); err != nil {
		t.Fatal(err)
	}
	s = again(t, dir)
	if older := s.Older(s.Codebook.Code("goals")); len(older) != 1 || older[0].ID != "kone" || s.Codebook.Code("goals").Definition != "What is: wanted, #1" {
		t.Errorf("%+v", older)
	}
}

func TestSplitTakesOnlyOnesOwn(t *testing.T) {
	s, dir := withCodings(t)
	n, err := s.SplitCode(dir, "goals", "ann", []Part{{NewCode: NewCode{Label: "Five of them"}, Codings: []string{"kone"}}})
	if err != nil || n != 1 {
		t.Fatal(n, err)
	}
	s = again(t, dir)
	if c, _ := s.Coding("kone"); c.Code != "five-of-them" || s.Codebook.Code("five-of-them").Parent.Key != "goals" {
		t.Errorf("%+v", c)
	}
	if c, _ := s.Coding("kbob"); c.Code != "goals" {
		t.Errorf("%+v", c)
	}
	if _, err := s.SplitCode(dir, "goals", "ann", []Part{{NewCode: NewCode{Key: "time"}, Codings: []string{"kbob"}}}); err == nil {
		t.Error("another's coding was given to another code")
	}
}

// TestSummariesAndStatesAreWrittenBesideWhatStandsThere writes, changes and takes back a summary and a state.
func TestSummariesAndStatesAreWrittenBesideWhatStandsThere(t *testing.T) {
	s, dir := withCodings(t)
	for _, text := range []string{"Six, or seven.\n\n## no heading of mine\n", "Seven."} {
		if err := s.SetSummary(dir, "a", "goals", text); err != nil {
			t.Fatal(err)
		}
		again := again(t, dir)
		if got := again.SummaryText("a", "goals"); got != strings.ReplaceAll(strings.TrimSpace(text), "## ", `\## `) || again.SummaryText("a", "time") != "None." {
			t.Errorf("%q, %q", got, again.SummaryText("a", "time"))
		}
	}
	if err := s.SetSummary(dir, "a", "goals", " "); err != nil {
		t.Fatal(err)
	}
	if data, _ := dir.Read("summaries/a.md"); string(data) != "Before.\n\n## time\n\nNone.\n" {
		t.Errorf("%q", data)
	}
	if err := s.SetState(dir, "a", "goals", StateMixed, "", "2026-03-02"); err == nil {
		t.Error("a state without a reason")
	}
	for _, state := range []string{StateMixed, StateNone} {
		if err := s.SetState(dir, "a", "goals", state, "two years: 2014, 2015", "2026-03-02"); err != nil {
			t.Fatal(err)
		}
		st := again(t, dir).Case("a").States
		if len(st) != 1 || st[0].State != state || st[0].Because != "two years: 2014, 2015" {
			t.Errorf("%+v", st)
		}
	}
	if err := s.SetState(dir, "a", "goals", "", "", ""); err != nil {
		t.Fatal(err)
	}
	if data, _ := dir.Read("cases/a.yaml"); !strings.Contains(string(data), "# the first") || strings.Contains(string(data), "mixed") || len(again(t, dir).Case("a").States) > 0 {
		t.Errorf("%s", data)
	}
}

// TestReloadIsLikeOpeningAnew changes layers on disk and reads only those again.
func TestReloadIsLikeOpeningAnew(t *testing.T) {
	_, dir := withCodings(t)
	s, _ := OpenIn(dir, "test") // what is remembered of a file must not be taken for the file
	for _, data := range []string{
		`{"document": "talk.txt"}` + "\n" + `{"code": "time", "quote": "No time at all.", "id": "kone"}` + "\n" + `{"code": "time", "quote": "Money.", "id": "knew"}` + "\n",
		`{"document": "talk.txt"}` + "\n" + `{"code": "nothing", "quote": "Nowhere.", "id": "kone"}` + "\n", ""} {
		file := "codings/ann/talk.jsonl"
		err := dir.Write(file, []byte(data))
		if data == "" {
			err = dir.Remove(file)
		}
		if err != nil {
			t.Fatal(err)
		}
		problems, ok := s.Reload([]string{file})
		fresh, all := Open(dir.FS())
		if !ok || problems.Error() != all.Error() {
			t.Errorf("reloaded: %v\nopened: %v", problems, all)
		}
		if got, want := ids(s), ids(fresh); got != want {
			t.Errorf("reloaded: %s; opened: %s", got, want)
		}
		if strings.Join(s.Inputs(), " ") != strings.Join(fresh.Inputs(), " ") {
			t.Error("the inputs of tables differ")
		}
	}
	if _, ok := s.Reload([]string{"codebook.yaml"}); ok {
		t.Error("a code book was reloaded as if it were codings")
	}
}

func ids(s *Study) string {
	var out []string
	for _, c := range s.Codings.All() {
		out = append(out, c.ID+"="+c.Code+"@"+c.Passage.String())
	}
	return strings.Join(out, " ")
}
