package compare

import (
	"slices"
	"testing"
)

// A mark with a slip is reported, and never passed over; braces that are no mark stay words. What names a case or a code and is no claim is listed.
func TestMarksWithASlip(t *testing.T) {
	s := towns().open(t)
	for text, want := range map[string]string{
		"Some do so {targets: zz}.":               "?",
		"Some do so {targets: size=small}.":       "?",
		"All have it {targts: all}.":              "?",
		"Most places have one {targets: 9 of 4}.": "?",
		"It is so {targets: 2 of 4}.":             "open",
		"It is as in {Berg 2019}.":                "-",
	} {
		if got := verdictOn(s, text, "en"); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
	sentences := Sentences(s, []string{"In town B there is a library. It rained. They began with targets early. Both A and B set targets."})
	found, _ := Draft(s, sentences, "en")
	var got []string
	for _, p := range PassedOver(s, sentences, found, "en") {
		got = append(got, p.Text)
	}
	if !slices.Equal(got, []string{"They began with targets early."}) {
		t.Errorf("passed over are %q of %d sentences, %d claims", got, len(sentences), len(found))
	}
}
