package compare

import (
	"strings"
	"testing"

	"crosscase/cases"
	"crosscase/coding"
)

// Town B has targets by hearsay, but a claim on town A alone does not rest on it.
func TestWeaknessesAreOfTheClaimedCases(t *testing.T) {
	s := towns().open(t)
	codes := []*coding.Code{s.Codebook.Code("targets")}
	j := Judge(s, Statement{Codes: codes, Claimed: map[string]string{"a": cases.StatePresent}, Among: s.Cases})
	if got := strings.Join(j.Weaknesses(s, "en"), "; "); strings.Contains(got, "Town B") {
		t.Errorf("claim on town A: %q", got)
	}
	j = Judge(s, Statement{Codes: codes, Count: cases.Quantifier{Kind: cases.All}, Among: s.Cases})
	if got := strings.Join(j.Weaknesses(s, "en"), "; "); !strings.Contains(got, "Town B") {
		t.Errorf("claim on all towns: %q", got)
	}
}
