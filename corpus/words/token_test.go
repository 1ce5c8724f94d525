package words

import (
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestWordsOfAText(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"", nil},
		{" .,!?– «» …", nil},
		{"Vi har MÅL.", []string{"vi", "har", "mål"}},
		{"KOSTRA-tall og e-post", []string{"kostra", "tall", "og", "e", "post"}},
		{"f.eks. d.v.s. noe", []string{"f.eks", "d.v.s", "noe"}},
		{"it's don’t 'ja'", []string{"it's", "don't", "ja"}},
		{"I: ja:nei kl. 10:30", []string{"i", "ja", "nei", "kl", "10", "30"}},
		{"1.10 og 2,5 mill", []string{"1.10", "og", "2,5", "mill"}},
		{"og/eller", []string{"og", "eller"}},
		{"a_b", []string{"a_b"}},
		{"blåbær 😀 ærlig", []string{"blåbær", "ærlig"}},
		{"1 000 1\u00a0000 1\u202f000", []string{"1", "000", "1", "000", "1", "000"}},
		{"\u202f:a\u202f:b:\u202f", []string{"a", "b"}},
		{"i kommune-\nstyret og måle- \n indi-\nkatorer", []string{"i", "kommunestyret", "og", "måleindikatorer"}},
		{"KOSTRA-\ntall barne-\nog ungdom a-\n\nb x-\nY 3-\nåring", []string{"kostra", "tall", "barne", "og", "ungdom", "a", "b", "x", "y", "3", "åring"}},
		{"2015–2016", []string{"2015", "2016"}},
		{"offent\u00adlig", []string{"offent\u00adlig"}},
	} {
		var got []string
		for _, tok := range Tokens(c.text) {
			there := strings.NewReplacer("’", "'", "-\n", "", "- \n ", "").Replace(strings.ToLower(c.text[tok.Start:tok.End]))
			if there != tok.Fold {
				t.Errorf("%q stands at %d-%d, where there is %q", tok.Fold, tok.Start, tok.End, c.text[tok.Start:tok.End])
			}
			got = append(got, tok.Fold)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}

// Whatever the text, every letter and digit stands in exactly one word.
func FuzzTokens(f *testing.F) {
	for _, s := range []string{"Vi har MÅL.", "10:30:00 a:b::c:", "e\u0301 ½ 1\u202f000", "日本語 ภาษาไทย", "👩\u200d🔧 a\u200db"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			return
		}
		word := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
		end := 0
		for _, tok := range Tokens(s) {
			if tok.Start < end || tok.End <= tok.Start || tok.End > len(s) {
				t.Fatalf("word %v after %d in %q", tok, end, s)
			}
			if strings.ContainsFunc(s[end:tok.Start], word) {
				t.Fatalf("%q of %q is in no word", s[end:tok.Start], s)
			}
			if !strings.ContainsFunc(s[tok.Start:tok.End], word) || strings.Contains(tok.Fold, ":") || strings.ContainsFunc(tok.Fold, unicode.IsSpace) {
				t.Fatalf("%q of %q is no word", tok.Fold, s)
			}
			end = tok.End
		}
		if strings.ContainsFunc(s[end:], word) {
			t.Fatalf("%q of %q is in no word", s[end:], s)
		}
	})
}

func BenchmarkTokens(b *testing.B) {
	turn := "Ja, vi har jo måttet tilpasse styringen til små enheter, for et mål som passer på rådhuset passer ikke alltid på en skole. "
	s := strings.Repeat(turn, 1_000_000/len(turn))
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		Tokens(s)
	}
}

func BenchmarkSentences(b *testing.B) {
	turn := "Ja, vi har jo måttet tilpasse styringen f.eks. til små enheter. Et mål som passer på rådhuset passer ikke alltid på en skole. "
	s := strings.Repeat(turn, 1_000_000/len(turn))
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		Sentences(s)
	}
}

// TestAHyphenInsideAWordPartsNoWordThatIsCounted: words are counted as people count them, while a search goes on finding their parts.
func TestAHyphenInsideAWordPartsNoWordThatIsCounted(t *testing.T) {
	for text, want := range map[string]string{
		"PC-en og HR-avdelingen sendte e-post om TV-ene.": "pc og hr-avdelingen sendte e-post om tv",
		"barne- og ungdomsskolen, 45-82 og 2015–2018":     "barne og ungdomsskolen 45 82 og 2015 2018",
		"Nord-Sør-en [le-r] en-en":                        "nord-sør-en en-en",
	} {
		var got []string
		for _, w := range Spoken(text) {
			got = append(got, w.Fold)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q: %q, want %q", text, strings.Join(got, " "), want)
		}
	}
	if got := Folds("PC-en"); strings.Join(got, " ") != "pc en" {
		t.Errorf("a search looks for %q", got)
	}
}
