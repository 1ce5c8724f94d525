package cases

import (
	"strings"
	"testing"
)

// The words of one text in other formats have one sketch; another interview, and a part of
// the same, have another.
func TestSketches(t *testing.T) {
	words := func(from, to int) string {
		var b strings.Builder
		for i := from; i < to; i++ {
			b.WriteString(strings.Repeat(string(rune('a'+i%7)), 1+i%5) + string(rune('a'+i%23)) + string(rune('a'+i/23%19)) + " ")
		}
		return b.String()
	}
	text := words(0, 400)
	k := &sketches{map[uint64][]string{}}
	k.add("a.txt", sketchOf(text))
	for _, c := range []struct{ name, text, want string }{
		{"line ends and marks", "# Title\n\nI: [00:00:01] " + strings.ReplaceAll(text, " ", "\n"), "a.txt"},
		{"a word changed", strings.Replace(text, words(200, 201), "annet ", 1), "a.txt"},
		{"half of it", words(0, 200), ""},
		{"another", words(500, 900), ""},
	} {
		if got := k.like(sketchOf(c.text)); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
	if sketchOf("Ja. Nei. Takk for praten, det var fint.") != nil {
		t.Error("a short text has a sketch")
	}
}
