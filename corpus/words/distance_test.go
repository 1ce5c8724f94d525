package words

import (
	"math/rand/v2"
	"testing"
)

func TestSlipsBetweenTwoWords(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{
		{"", "", 0}, {"mål", "mål", 0}, {"mål", "mal", 1}, {"mål", "måle", 1}, {"mål", "ål", 1},
		{"trust", "trsut", 1}, {"mål", "åml", 1}, {"indikator", "inidkatro", 2}, {"ca", "abc", 3}, // restricted: not 2
		{"", "åå", 2}, {"kitten", "sitting", 3}, {"😀a", "a😀", 1},
	} {
		if got := Distance(c.a, c.b, 5); got != c.want {
			t.Errorf("%q and %q are %d apart, want %d", c.a, c.b, got, c.want)
		}
	}
}

// slips is the definition itself, without tables.
func slips(x, y []rune) int {
	if len(x) == 0 || len(y) == 0 {
		return len(x) + len(y)
	}
	m, n := len(x), len(y)
	cost := 1
	if x[m-1] == y[n-1] {
		cost = 0
	}
	d := min(slips(x[:m-1], y)+1, slips(x, y[:n-1])+1, slips(x[:m-1], y[:n-1])+cost)
	if m > 1 && n > 1 && x[m-1] == y[n-2] && x[m-2] == y[n-1] {
		d = min(d, slips(x[:m-2], y[:n-2])+1)
	}
	return d
}

func TestDistanceCountsTheFewestSlipsUpToItsLimit(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 7))
	letters := []rune("abåø")
	random := func() string {
		w := make([]rune, r.IntN(7))
		for i := range w {
			w[i] = letters[r.IntN(len(letters))]
		}
		return string(w)
	}
	for range 2000 {
		a, b := random(), random()
		want := slips([]rune(a), []rune(b))
		for limit := range 5 {
			if got := Distance(a, b, limit); got != min(want, limit+1) {
				t.Fatalf("Distance(%q, %q, %d) is %d, want %d", a, b, limit, got, min(want, limit+1))
			}
		}
		if Distance(a, b, 9) != Distance(b, a, 9) {
			t.Fatalf("%q and %q are not as far apart both ways", a, b)
		}
	}
}
