package compare

import (
	"strings"
	"testing"
	"testing/fstest"

	"crosscase/cases"
)

// The states at which a calibration has its anchors may be written in Norwegian, as in findings; one that is none is told by check.
func TestAnchorsAtStatesAreReadInNorwegian(t *testing.T) {
	f := towns()
	const calibration = "calibration/steer.yaml"
	f[calibration] = "method: words\nfrom: {code: steering}\nanchors:\n  - {is: til stede, membership: 1, means: they steer}\n  - {is: fråverande, membership: 0, means: they do not}\n"
	s := f.open(t)
	if a := s.Calibration("steer").Anchors; a[0].Is != cases.StatePresent || a[1].Is != cases.StateAbsent {
		t.Errorf("read as %q and %q", a[0].Is, a[1].Is)
	}
	f[calibration] = strings.Replace(f[calibration], "til stede", "finnes", 1)
	m := fstest.MapFS{}
	for name, data := range f {
		m[name] = &fstest.MapFile{Data: []byte(data)}
	}
	if _, problems := cases.Open(m); !strings.Contains(problems.Error(), `calibration/steer.yaml:4: state "finnes" is not known`) {
		t.Errorf("check does not tell: %s", problems.Error())
	}
}
