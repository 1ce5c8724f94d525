package cases

import (
	"strings"
	"testing"
	"testing/fstest"
)

func TestBounds(t *testing.T) {
	for _, c := range []struct {
		value   string
		in, out []float64
	}{
		{"over 60 min", []float64{60.1, 61}, []float64{60, 45}},
		{"at least 45", []float64{45, 200}, []float64{44.9}},
		{"minst 1 time", []float64{60}, []float64{59}},
		{"under 2 h", []float64{119}, []float64{120}},
		{"at most 90 min", []float64{90}, []float64{90.5}},
		{"høyst 2 timer", []float64{120}, []float64{121}},
		{"45-78 min", []float64{45, 78}, []float64{44, 79}},
		{"45 – 78 min", []float64{60}, []float64{79}},
		{"1-2 hours", []float64{60, 120}, []float64{59, 121}},
		{"About 60 min", []float64{54, 66}, []float64{53.9, 66.1}},
		{"62 min", []float64{61.5, 62.4}, []float64{61.4, 62.5}},
	} {
		within, err := bounds(c.value)
		if err != nil {
			t.Errorf("%s: %v", c.value, err)
			continue
		}
		for _, x := range c.in {
			if !within(x) {
				t.Errorf("%s does not allow %v", c.value, x)
			}
		}
		for _, x := range c.out {
			if within(x) {
				t.Errorf("%s allows %v", c.value, x)
			}
		}
	}
	for _, bad := range []string{"", "long", "over", "60 parsecs", "-5 min", "60-", "sixty min"} {
		if _, err := bounds(bad); err == nil {
			t.Errorf("%q is read as a length", bad)
		}
	}
}

// An interview of which something is not known cannot bear a claim about each.
func TestClaimsAboutTheMethod(t *testing.T) {
	study := func(claim, sidecar string) *Study {
		s, _ := Open(fstest.MapFS{
			StudyFile:            {Data: []byte("format: 1\nid: x\ntitle: X\nlanguage: en\nmethods:\n  claims:\n    - " + claim + "\n")},
			"documents/one.txt":  {Data: []byte("R: Yes.\n")},
			"documents/one.yaml": {Data: []byte("kind: interview\ndate: 2016-02-19\nduration: 45 min\n")},
			"documents/two.txt":  {Data: []byte("R: No.\n")},
			"documents/two.yaml": {Data: []byte("kind: interview\n" + sidecar)},
			"documents/plan.txt": {Data: []byte("A plan.\n"), Mode: 0o644},
		})
		return s
	}
	whole := "date: 2016-03-01\nduration: 78 min\n"
	for _, c := range []struct {
		claim, sidecar string
		holds          bool
		documents      string
	}{
		{"interviews: 2", whole, true, ""},
		{"interviews: 3", whole, false, ""},
		{"each: over 60 min", whole, false, "one.txt"},
		{"each: 45-78 min", whole, true, ""},
		{"each: 45-78 min", "date: 2016-03-01\n", false, "two.txt"},
		{"mean: about 60 min", whole, true, ""},
		{"mean: 62 min", whole, true, ""},
		{"mean: 45 min", "date: 2016-03-01\n", false, "two.txt"},
		{"period: 2016", whole, true, ""},
		{"period: 2016-02 to 2016-03", whole, true, ""},
		{"period: 2016-02", whole, false, "two.txt"},
		{"period: 2016-02-19 til 2016-03-01", whole, true, ""},
		{"period: 2016-02-20 to 2016-03", whole, false, "one.txt"},
		{"period: 2016", "duration: 78 min\n", false, "two.txt"},
	} {
		checks := study(c.claim, c.sidecar).MethodChecks()
		if len(checks) != 1 || checks[0].Err != nil {
			t.Errorf("%s: %+v", c.claim, checks)
			continue
		}
		if got := checks[0]; got.Holds != c.holds || strings.Join(got.Documents, " ") != c.documents {
			t.Errorf("%s with %q: holds %v, against it %v", c.claim, c.sidecar, got.Holds, got.Documents)
		}
	}
	if got := study("period: 2016", "duration: 78 min\n").MethodChecks()[0].Found; !strings.HasSuffix(got, ": two.txt") {
		t.Errorf("what has no date is not named: %q", got)
	}
}
