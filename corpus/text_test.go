package corpus

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// pieces are what random texts are made of: one to four bytes a character, accents
// that combine, and phrases that come again and again.
var pieces = []string{"a", "b", " ", " ", "\n", "å", "ø", "æ", "é", "e\u0301", "–", "«", "»", "😀", "👩\u200d🔧", "ja", "ja", "nei", "mål", "det er det"}

func randomText(r *rand.Rand, n int) string {
	var b strings.Builder
	for range r.IntN(n + 1) {
		b.WriteString(pieces[r.IntN(len(pieces))])
	}
	return b.String()
}

// checkAgainstRunes holds a text against its characters in a plain slice.
func checkAgainstRunes(t *testing.T, s string, r *rand.Rand) {
	t.Helper()
	text, runes := NewText(s), []rune(s)
	if text.Len() != len(runes) {
		t.Fatalf("Len is %d, want %d, of %q", text.Len(), len(runes), s)
	}
	char := 0
	for b := range len(s) + 1 {
		if b > 0 && (b == len(s) || utf8.RuneStart(s[b])) {
			char++
		}
		if s == "" {
			char = 0
		}
		if got := text.Char(b); got != char {
			t.Fatalf("Char(%d) is %d, want %d, in %q", b, got, char, s)
		}
	}
	for char, b := 0, 0; char <= len(runes); char++ {
		if got := text.Byte(char); got != b {
			t.Fatalf("Byte(%d) is %d, want %d, in %q", char, got, b, s)
		}
		if char < len(runes) {
			b += utf8.RuneLen(runes[char])
		}
	}
	for range 20 {
		a, b := r.IntN(len(runes)+1), r.IntN(len(runes)+1)
		span := Span{min(a, b), max(a, b)}
		if got, want := text.Slice(span), string(runes[span.Start:span.End]); got != want {
			t.Fatalf("Slice(%s) is %q, want %q, of %q", span, got, want, s)
		}
		quote := runes[span.Start:min(span.End, span.Start+4)]
		limit := r.IntN(4)
		if got, want := text.Find(string(quote), limit), findRunes(runes, quote, limit); !slices.Equal(got, want) {
			t.Fatalf("Find(%q, %d) is %v, want %v, in %q", string(quote), limit, got, want, s)
		}
	}
}

func findRunes(runes, quote []rune, limit int) []Span {
	var out []Span
	for i := 0; len(quote) > 0 && i+len(quote) <= len(runes); i++ {
		if slices.Equal(runes[i:i+len(quote)], quote) && (limit == 0 || len(out) < limit) {
			out = append(out, Span{i, i + len(quote)})
		}
	}
	return out
}

func TestTextCountsAsItsCharactersDo(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	for range 300 {
		checkAgainstRunes(t, randomText(r, 30), r)
	}
	for range 10 {
		checkAgainstRunes(t, randomText(r, 2000), r)
	}
	for _, s := range []string{"", "a", "å", "😀", strings.Repeat("a", 700), strings.Repeat("ø", markEvery), strings.Repeat("ø", markEvery+1), strings.Repeat("a", markEvery-1) + "😀b"} {
		checkAgainstRunes(t, s, r)
	}
}

func FuzzText(f *testing.F) {
	for _, s := range []string{"", "abc", "blåbær", "e\u0301 😀", strings.Repeat("å", 300)} {
		f.Add(s, uint64(1))
	}
	f.Fuzz(func(t *testing.T, s string, seed uint64) {
		if !utf8.ValidString(s) || len(s) > 1500 {
			return
		}
		checkAgainstRunes(t, s, rand.New(rand.NewPCG(seed, 2)))
	})
}

func TestOffsetsOutsideATextAreMovedToItsEnds(t *testing.T) {
	text := NewText("blåbær")
	for _, c := range []struct{ got, want int }{{text.Byte(-3), 0}, {text.Byte(99), 8}, {text.Char(-1), 0}, {text.Char(99), 6}} {
		if c.got != c.want {
			t.Errorf("got %d, want %d", c.got, c.want)
		}
	}
	for _, c := range []struct {
		span Span
		want string
	}{{Span{-5, 2}, "bl"}, {Span{4, 50}, "ær"}, {Span{3, 3}, ""}, {Span{4, 2}, ""}, {Span{50, 60}, ""}} {
		if got := text.Slice(c.span); got != c.want {
			t.Errorf("Slice(%s) is %q, want %q", c.span, got, c.want)
		}
	}
}

func TestBytesThatAreNotUTF8CountAsOneCharacterEach(t *testing.T) {
	s := "å\xff\xfeb\xc3"
	text := NewText(s)
	if text.Len() != 5 {
		t.Errorf("Len is %d, want 5", text.Len())
	}
	char := 0
	for b := range s {
		if text.Byte(char) != b || text.Char(b) != char {
			t.Errorf("character %d stands at byte %d; Byte says %d, Char says %d", char, b, text.Byte(char), text.Char(b))
		}
		char++
	}
}

func TestAQuoteIsFoundWhereItOverlapsItself(t *testing.T) {
	if got, want := NewText("jajaja").Find("jaja", 0), []Span{{0, 4}, {2, 6}}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if got := NewText("ja").Find("", 0); got != nil {
		t.Errorf("an empty quote is found at %v", got)
	}
}

func benchmarkText() string {
	turn := "Ja, vi har jo måttet tilpasse styringen til små enheter, for et mål som passer på rådhuset passer ikke alltid på en skole. "
	return strings.Repeat(turn, 1_000_000/len(turn))
}

func BenchmarkNewText(b *testing.B) {
	s := benchmarkText()
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		NewText(s)
	}
}

func BenchmarkTextSlice(b *testing.B) {
	t := NewText(benchmarkText())
	for i := 0; b.Loop(); i++ {
		start := i * 7919 % (t.Len() - 100)
		_ = t.Slice(Span{start, start + 80})
	}
}

func BenchmarkTextFind(b *testing.B) {
	t := NewText(benchmarkText() + "slutten på det hele")
	b.SetBytes(int64(len(t.String())))
	for b.Loop() {
		if len(t.Find("slutten på det hele", 0)) != 1 {
			b.Fatal("not found")
		}
	}
}

func ExampleText_Slice() {
	fmt.Println(NewText("blåbær og tyttebær").Slice(Span{3, 6}))
	// Output: bær
}
