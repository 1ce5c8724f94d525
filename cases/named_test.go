package cases

import "testing"

// A case goes by its key, its label, its other names, and the words with which its label, or what stands behind a comma in it, begins, where no other case does.
func TestCaseNamed(t *testing.T) {
	s := &Study{Cases: []*Case{{Key: "a", Label: "Granli sykehjem"}, {Key: "b", Label: "Medisinsk post 2, Fjordbyen sykehus", Also: []string{"The ward"}}, {Key: "c", Label: "St Brannoc's Care Home"}, {Key: "d", Label: "St Olav's"}}}
	for name, want := range map[string]string{"a": "a", "A": "a", "granli sykehjem": "a", "Granli": "a", "Fjordbyen": "b", "the ward": "b", "Medisinsk post 2": "b", "St Brannoc's": "c", "St": "", "sykehjem": "", "Olav's": "", "": "", " Granli ": "a"} {
		got := ""
		if c := s.CaseNamed(name); c != nil {
			got = c.Key
		}
		if got != want {
			t.Errorf("%q is %q, want %q", name, got, want)
		}
	}
}
