package catalogue

import (
	"slices"
	"strings"
	"testing"
)

func TestWordsOfClaimsStandOnceAndInEveryLanguage(t *testing.T) {
	for key, e := range claimEntries {
		_, first := entries[key]
		_, second := figureEntries[key]
		if first || second {
			t.Errorf("%s stands in two lists", key)
		}
		want := verb.FindAllString(e[0], -1)
		for i, s := range e {
			if strings.TrimSpace(s) == "" || s != strings.TrimSpace(s) {
				t.Errorf("%s: translation %d is %q", key, i, s)
			}
			if got := verb.FindAllString(s, -1); !slices.Equal(got, want) {
				t.Errorf("%s: translation %d takes %q, the English one %q", key, i, got, want)
			}
		}
	}
}
