package compare

import (
	"testing"

	"crosscase/corpus/catalogue"
)

// TestOnePlannedIsOne holds the words beside a cell against the number of what is only planned.
func TestOnePlannedIsOne(t *testing.T) {
	for _, x := range []struct {
		n    int
		l    catalogue.Language
		want string
	}{{0, "nn", ""}, {1, "nn", " (1 planlagd)"}, {2, "nn", " (2 planlagde)"}, {1, "nb", " (1 planlagt)"}, {1, "en", " (1 planned)"}} {
		if got := plannedCount(x.n, x.l); got != x.want {
			t.Errorf("%d in %s: %q, not %q", x.n, x.l, got, x.want)
		}
	}
}
