package coding

import (
	"slices"
	"strings"
	"testing"
)

// The names that synchronisers give: Syncthing's documentation ("Understanding synchronisation"), Dropbox's and
// Nextcloud's help pages on conflicted copies, Microsoft's on files named after a computer, Google's on doubled names.
func TestNamesOfConflictCopies(t *testing.T) {
	for name, want := range map[string]string{
		"a-interview.sync-conflict-20260302-120000-ABCDEFG.jsonl":   "a-interview.jsonl",
		"a-interview (Ann's conflicted copy 2026-03-02).jsonl":      "a-interview.jsonl",
		"a-interview (conflicted copy 2026-03-02 120000).jsonl":     "a-interview.jsonl",
		"a-interview (Anns motstridende kopi 2026-03-02) (1).jsonl": "a-interview.jsonl",
		"a-interview-DESKTOP-AB12CD3.jsonl":                         "a-interview.jsonl",
		"a-interview-LAPTOP-AB12CD3-2.jsonl":                        "a-interview.jsonl",
		"a-interview (1).jsonl":                                     "a-interview.jsonl",
		"a-interview_conf(1).jsonl":                                 "a-interview.jsonl",
		"a-interview [Conflict].jsonl":                              "a-interview.jsonl",
		"a-interview 2.jsonl":                                       "a-interview.jsonl",
		"Copy of a-interview.jsonl":                                 "a-interview.jsonl",
		"journal (Bo-PC's conflicted copy 2026-03-02).jsonl":        "journal.jsonl",
		"a-interview.jsonl":                                         "",
		"a-interview-2.jsonl":                                       "",
		"a.2015.jsonl":                                              "",
	} {
		if got, _, _ := CopyOf(name); got != want {
			t.Errorf("%s is a copy of %q, want %q", name, got, want)
		}
	}
}

func TestTwoFilesOfOneCoderArePutTogether(t *testing.T) {
	mine := `{"document": "x.txt", "digest": "sha256:1"}
{"read": "all", "on": "2026-03-01"}
{"at": "1-2", "code": "a", "quote": "x", "id": "kb", "on": "2026-03-01"}
{"at": "5-6", "code": "a", "quote": "y", "id": "kd", "on": "2026-03-01", "note": "old"}
`
	theirs := `{"document": "x.txt", "digest": "sha256:1"}
{"read": "all", "on": "2026-03-01"}
{"code": "a", "at": "1-2", "quote": "x", "id": "kb", "on": "2026-03-01"}
{"at": "5-6", "code": "a", "quote": "y", "id": "kd", "on": "2026-03-02", "note": "new"}
{"at": "7-8", "code": "b", "quote": "z", "id": "kf"}
{"at": "8-9", "code": "b", "quote": "w", "id": "kg"}
`
	m, err := Merge([]byte(mine), []byte(theirs), func(id, code, at string) bool { return id == "kg" && code == "b" && at == "8-9" })
	if err != nil {
		t.Fatal(err)
	}
	want := strings.Replace(mine, `"on": "2026-03-01", "note": "old"`, `"on": "2026-03-02", "note": "new"`, 1) + `{"at": "7-8", "code": "b", "quote": "z", "id": "kf"}` + "\n"
	if string(m.Data) != want {
		t.Errorf("together they are\n%s\nwant\n%s", m.Data, want)
	}
	if m.Came != 1 || m.Gone != 1 || !slices.Equal(m.Conflicts, []string{`{"at": "5-6", "code": "a", "quote": "y", "id": "kd", "on": "2026-03-01", "note": "old"}`}) {
		t.Errorf("%d came, %d stayed away, conflicts %q", m.Came, m.Gone, m.Conflicts)
	}
	again, err := Merge(m.Data, []byte(theirs), func(id, _, _ string) bool { return id == "kg" })
	if err != nil || string(again.Data) != want || again.Came != 0 || len(again.Conflicts) != 0 {
		t.Errorf("a second time: %d came, conflicts %q, %v", again.Came, again.Conflicts, err)
	}
	for _, bad := range []string{"no record\n", strings.Replace(theirs, "sha256:1", "sha256:2", 1)} {
		if _, err := Merge([]byte(mine), []byte(bad), nil); err == nil {
			t.Errorf("put together with %q", bad)
		}
	}
}
