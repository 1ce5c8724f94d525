package cases

import "testing"

func TestTheJournalKnowsWhatWasRemoved(t *testing.T) {
	const place = "a at x.txt:1-2"
	for _, c := range []struct {
		journal string
		want    bool
	}{
		{``, false},
		{`{"did": "removed 2 codings: kb kd"}`, true},
		{`{"did": "removed 1 coding: kd"}`, false},
		{`{"did": "removed ` + place + `"}`, true},
		{`{"did": "removed a at y.txt:1-2"}`, false},
		{"{\"did\": \"removed 1 coding: kb\"}\n{\"did\": \"coded x.txt:1-2 with a\"}", false},
		{"{\"did\": \"coded x.txt:1-2 with a\"}\nno record\n{\"did\": \"removed 1 coding: kb\"}", true},
		{"{\"did\": \"removed 1 coding: kb\"}\n{\"did\": \"took back: removed 1 coding: kb\"}", false},
		{"{\"did\": \"took back: removed 1 coding: kb\"}\n{\"did\": \"did again: removed 1 coding: kb\"}", true},
		{`{"did": "took back: coded x.txt:1-2 with a"}`, true},
	} {
		if got := removedIn([]byte(c.journal), []string{"x.txt"})("kb", "a", "1-2"); got != c.want {
			t.Errorf("after %s it was removed: %v", c.journal, got)
		}
	}
}
