package corpus

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// script is a text with, for each character, its place in the text before it was
// edited (-1: put in since). So a test knows where a passage really went.
type script struct {
	runes []rune
	from  []int
}

func newScript(s string) *script {
	x := &script{runes: []rune(s)}
	for i := range x.runes {
		x.from = append(x.from, i)
	}
	return x
}

// splice replaces the characters from a to b.
func (x *script) splice(a, b int, s string) {
	put := []rune(s)
	was := make([]int, len(put))
	for i := range was {
		was[i] = -1
	}
	x.runes, x.from = slices.Replace(x.runes, a, b, put...), slices.Replace(x.from, a, b, was...)
}

// place returns where a span of the first text stands now, if it stands whole.
func (x *script) place(s Span) (Span, bool) {
	i := slices.Index(x.from, s.Start)
	if i < 0 || i+s.Len() > len(x.from) {
		return Span{}, false
	}
	for j := range s.Len() {
		if x.from[i+j] != s.Start+j {
			return Span{}, false
		}
	}
	return Span{i, i + s.Len()}, true
}

var said = []string{"ja, det stemmer", "nei", "mm", "vi har ikke gjort det", "det er vanskelig å si", "målene", "på skolene", "😀"}

// conversation is full of phrases that come again; numbered gives each turn
// surroundings of its own.
func conversation(r *rand.Rand, turns int, numbered bool) string {
	var b strings.Builder
	for i := range turns {
		phrase := said[r.IntN(len(said))]
		if numbered {
			phrase = fmt.Sprintf("i år %d, %c%c %s %c%c %d", 1900+i, 'a'+i, 'z'-i, phrase, 'z'-i, 'a'+i, i)
		}
		fmt.Fprintf(&b, "%c: %s.\n\n", "AI"[i%2], phrase)
	}
	return b.String()
}

func (x *script) edit(r *rand.Rand, keep Span) {
	for range r.IntN(6) + 1 {
		a := r.IntN(len(x.runes) + 1)
		b := min(a+r.IntN(12), len(x.runes))
		if now, ok := x.place(keep); ok && keep.Len() > 0 && a <= now.End && now.Start <= b {
			continue
		}
		put := ""
		switch r.IntN(3) {
		case 0:
			put = "æ" + strings.Repeat("x", r.IntN(10))
		case 1:
			put, b = " "+said[r.IntN(len(said))]+" ", a
		}
		x.splice(a, b, put)
	}
}

func randomQuote(r *rand.Rand, text *Text) Span {
	phrase := said[r.IntN(len(said))]
	if places := text.Find(phrase, 0); len(places) > 0 {
		return places[r.IntN(len(places))]
	}
	start := r.IntN(text.Len() - 10)
	return Span{start, start + 1 + r.IntN(9)}
}

func TestAFoundPassageHoldsItsQuote(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 1))
	fates := map[Fate]int{}
	for range 3000 {
		old := conversation(r, 12, r.IntN(2) == 0)
		text := NewText(old)
		at := randomQuote(r, text)
		a := NewAnchor(text, at)
		x := newScript(old)
		x.edit(r, Span{})
		now := NewText(string(x.runes))
		got, fate := a.Locate(now)
		fates[fate]++
		places := a.Candidates(now)
		switch fate {
		case Same:
			if got != at || now.Slice(got) != a.Quote {
				t.Fatalf("same, but %s is %q, want %q at %s", got, now.Slice(got), a.Quote, at)
			}
		case Moved:
			if got == at || now.Slice(got) != a.Quote {
				t.Fatalf("moved, but %s is %q, want %q", got, now.Slice(got), a.Quote)
			}
		case Unclear:
			if got != (Span{}) || len(places) == 0 {
				t.Fatalf("unclear, but %s and candidates %v", got, places)
			}
		case Lost:
			if got != (Span{}) || len(places) != 0 {
				t.Fatalf("lost, but %s and candidates %v", got, places)
			}
		}
	}
	for _, f := range []Fate{Same, Moved, Unclear, Lost} {
		if fates[f] == 0 {
			t.Errorf("no passage was %s: the edits of this test are too tame", f)
		}
	}
}

func TestAPassageWithSurroundingsOfItsOwnIsFoundWhereItReallyIs(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 2))
	moved := 0
	for range 3000 {
		old := conversation(r, 12, true)
		text := NewText(old)
		at := randomQuote(r, text)
		if at.Len() < 2 {
			continue
		}
		a := NewAnchor(text, at)
		x := newScript(old)
		// The quote and the marks of its turn on either side stay as they were.
		x.edit(r, Span{max(0, at.Start-4), min(text.Len(), at.End+4)})
		want, ok := x.place(at)
		if !ok {
			t.Fatal("the test lost the passage itself")
		}
		now := NewText(string(x.runes))
		got, fate := a.Locate(now)
		if got != want || fate != Same && fate != Moved {
			t.Fatalf("%q is %s at %s, want %s\nbefore %q\nafter %q", a.Quote, fate, got, want, old, now.String())
		}
		if (fate == Same) != (want == at) {
			t.Fatalf("%q is %s, from %s to %s", a.Quote, fate, at, want)
		}
		if fate == Moved {
			moved++
		}
	}
	if moved < 500 {
		t.Errorf("only %d passages moved: the edits of this test are too tame", moved)
	}
}

func TestQuoteThatStandsTwiceIsUnclear(t *testing.T) {
	now := NewText("A: Ja, det stemmer.\n\nB: Vet ikke.\n\nC: Ja, det stemmer.\n")
	a := Anchor{Quote: "Ja, det stemmer."}
	if got, fate := a.Locate(now); fate != Unclear || got != (Span{}) {
		t.Errorf("%s at %s, want unclear", fate, got)
	}
	if got, want := a.Candidates(now), []Span{{3, 19}, {38, 54}}; !slices.Equal(got, want) {
		t.Errorf("candidates %v, want %v", got, want)
	}
}

func TestPlacesThatFitEquallyWellAreUnclear(t *testing.T) {
	a := Anchor{Span: Span{40, 42}, Quote: "ja", Before: "I: Har dere? A: ", After: "."}
	for _, now := range []string{"x A: ja. x A: ja.", "x A: ja. B: ja, x A: ja.", "X: ja. Y: ja. Z: jada."} {
		if got, fate := a.Locate(NewText(now)); fate != Unclear || got != (Span{}) {
			t.Errorf("%q: %s at %s", now, fate, got)
		}
	}
	if got, fate := a.Locate(NewText("B: ja, I: Har dere? A: ja. C: ja,")); fate != Moved || got != (Span{23, 25}) {
		t.Errorf("the one that fits best: %s at %s", fate, got)
	}
}

func TestPassageThatIsGoneIsNotFoundInAnotherOfTheSameWords(t *testing.T) {
	old := NewText("A: ja, det har vi.\n\nB: ja, men ikke nå.")
	a := NewAnchor(old, old.Find("ja", 0)[0])
	if got, fate := a.Locate(NewText("B: ja, men ikke nå.")); fate != Unclear || got != (Span{}) {
		t.Errorf("%s at %s, want unclear", fate, got)
	}
}

func TestWhatBecameOfAPassage(t *testing.T) {
	long := "det ble bare videreført med de samme målene som før"
	old := "A: Først " + long + ". Ja. Så nei. Ja. Slutt."
	text := NewText(old)
	first, second := text.Find("Ja.", 0)[0], text.Find("Ja.", 0)[1]
	for _, c := range []struct {
		name  string
		at    Span
		now   string
		fate  Fate
		quote string
		where int // character at which it stands
	}{
		{"nothing changed", text.Find(long, 1)[0], old, Same, long, 9},
		{"words came before", text.Find(long, 1)[0], "I: Hei 😀.\n\n" + old, Moved, long, 20},
		{"the quote was corrected", text.Find(long, 1)[0], strings.Replace(old, "videreført", "videreførte", 1), Lost, "", 0},
		{"the first of two, unmoved", first, old, Same, "Ja.", first.Start},
		{"the second of two, unmoved", second, old, Same, "Ja.", second.Start},
		{"the second of two, moved", second, strings.Replace(old, "Så nei", "Så absolutt nei", 1), Moved, "Ja.", second.Start + 9},
		{"the second of two where the first fell away", second, strings.Replace(old, "Ja. ", "", 1), Moved, "Ja.", second.Start - 4},
		{"the whole text fell away", first, "", Lost, "", 0},
	} {
		got, fate := NewAnchor(text, c.at).Locate(NewText(c.now))
		if fate != c.fate || NewText(c.now).Slice(got) != c.quote || got.Start != c.where {
			t.Errorf("%s: %s at %s %q; want %s at %d %q", c.name, fate, got, NewText(c.now).Slice(got), c.fate, c.where, c.quote)
		}
	}
}

func TestAShortOrRepeatedQuoteKeepsItsSurroundings(t *testing.T) {
	once := "en replikk som er lang nok til å stå helt alene"
	text := NewText("A: " + once + ". B: ja. C: " + strings.Repeat("y", 40) + " D: " + strings.Repeat("y", 40))
	for _, c := range []struct {
		quote         string
		before, after string
	}{
		{once, "", ""},
		{"ja", "ng nok til å stå helt alene. B: ", ". C: " + strings.Repeat("y", 27)},
		{strings.Repeat("y", 40), "til å stå helt alene. B: ja. C: ", " D: " + strings.Repeat("y", 28)},
	} {
		a := NewAnchor(text, text.Find(c.quote, 1)[0])
		if a.Before != c.before || a.After != c.after {
			t.Errorf("%q: before %q after %q, want %q %q", c.quote, a.Before, a.After, c.before, c.after)
		}
	}
}

func TestAQuoteThatAPersonTypedWithoutAPlaceIsFound(t *testing.T) {
	now := NewText("A: vi har ikke gjort det.\n")
	if got, fate := (Anchor{Quote: "ikke gjort"}).Locate(now); fate != Moved || got != (Span{10, 20}) {
		t.Errorf("%s at %s", fate, got)
	}
	if _, fate := (Anchor{Span: Span{0, 3}}).Locate(now); fate != Lost {
		t.Errorf("an anchor without a quote is %s, want lost", fate)
	}
}
